"""How soon one changed paragraph of a 30,000-word Markdown draft is checked again, as an editor sees it.

`python benchmarks/recheck.py [DRAFT]`: without a draft one is made of the labelled sentences in
corpora/. Times are from the changed text to a report, the whole text read again each time: first the
quick one (BL001 to BL009 in the changed paragraph, everything else carried over), then the whole one.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path

from scr_lint.server.session import Draft, Session

WORDS, TIMES, WHOLE_TIMES = 30_000, 50, 5
CORPORA = Path(__file__).parent.parent / "corpora"
NEW = "On day {} the nurse failed to visit, and nobody asked the mother why."


def made_draft() -> str:
    """A draft of `WORDS` words: labelled sentences, five to a paragraph, ten to a chapter."""
    sentences = [
        row["sentence"]
        for file in sorted(CORPORA.rglob("*.jsonl"))
        for row in map(json.loads, file.read_text("utf-8").splitlines())
        if isinstance(row.get("sentence"), str)
    ]
    random.Random(4).shuffle(sentences)
    out, words, number = ["# Review of Child R"], 0, 0
    while words < WORDS:
        five = [sentences[(number * 5 + n) % len(sentences)] for n in range(5)]
        if number % 10 == 0:
            out.append(f"## Chapter {number // 10 + 1}")
        out.append(f"{number // 10 + 1}.{number % 10 + 1} {' '.join(five)}")
        words += sum(len(s.split()) for s in five)
        number += 1
    return "\n\n".join(out) + "\n"


def main() -> None:
    """Measure and print."""
    text = Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else made_draft()
    session, uri = Session(), "draft"
    session.drafts[uri] = Draft(Path("draft.md"))
    begun = time.perf_counter()
    first = session.whole(uri, text)
    print(f"{first.document.words():,} words, {len(first.findings):,} findings")
    print(f"first whole report      {time.perf_counter() - begun:8.2f} s")
    paragraphs = text.split("\n\n")
    quick, whole = [], []
    for turn in range(TIMES):
        at = (turn + 1) * len(paragraphs) // (TIMES + 2)
        changed = [*paragraphs[:at], f"{paragraphs[at]} {NEW.format(turn)}", *paragraphs[at + 1 :]]
        begun = time.perf_counter()
        report = session.quick(uri, "\n\n".join(changed))
        quick.append(time.perf_counter() - begun)
        assert report is not None
        if turn < WHOLE_TIMES:
            begun = time.perf_counter()
            session.whole(uri, "\n\n".join(changed))
            whole.append(time.perf_counter() - begun)
    print(f"one paragraph changed   {statistics.median(quick) * 1000:8.0f} ms, median of {TIMES}")
    print(f"  slowest               {max(quick) * 1000:8.0f} ms")
    print(
        f"whole report after it   {statistics.median(whole) * 1000:8.0f} ms, median of {WHOLE_TIMES}"
    )


if __name__ == "__main__":
    main()
