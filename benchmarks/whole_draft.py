"""How long a whole draft takes from a cold start, against `import spacy` alone, and why.

    python benchmarks/whole_draft.py [DRAFT] [--words 34000] [--times 3]

Three processes are timed in turn, and the least processor time of each is printed, in seconds:

    import spacy    what any tool on spaCy pays before it begins
    scr-lint        `scr-lint DRAFT --format json` as a user runs it, nothing cached
    all parsed      the same with every sentence parsed, whether a pattern matches by words or not

Then the ratio of the second to the first (to be 3 or less), the share of sentences parsed, and the
most memory taken. Without a DRAFT one is made of the drafts and the guidance in corpora/, repeated
or cut to `--words`. Findings with every sentence parsed must be the same; exits 1 if they are not.
Processor time of all threads, user and system: other work on the machine still makes it longer, so
compare the ratio, not the seconds. Bytecode is kept from an untimed first run, as after any install.
Needs a Unix (`os.wait4`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

CORPORA = Path(__file__).parents[1] / "corpora"
MOST = 3.0
IMPORT = "import spacy"
RUN = """
import sys
from scr_lint.cli import main
main(["check", sys.argv[1], "--format", "json", "--output", sys.argv[2], "--fail-on", "never"])
"""
OPEN = """
from scr_lint.rules.entries import EntryFinder
EntryFinder._likely = lambda self, sentence, reading: (
    self.matcher.gate.candidates(sentence.text) or (0,)
)
"""
SHARE = """
import sys
from pathlib import Path
from scr_lint.api import checker_for, read
from scr_lint.config import Config
from scr_lint.language.reading import Reading
checker, document = checker_for(Config()), read(Path(sys.argv[1]))
reading = Reading(document, checker.nlp, checker.lexicons, checker.reader)
for _ in checker.finder.find(reading):
    pass
Path(sys.argv[2]).write_text(f"{reading.parsed_share:.1%} of {len(reading.sentences):,}")
"""


def made_draft(words: int) -> str:
    """A draft of about `words` words from whole paragraphs of the corpora."""
    files = (*sorted(CORPORA.glob("drafts/*.md")), *sorted(CORPORA.glob("guidance/*.md")))
    paragraphs = [p for file in files for p in file.read_text("utf-8").split("\n\n")]
    taken: list[str] = []
    count = 0
    while count < words:
        taken.append(paragraphs[len(taken) % len(paragraphs)])
        count += len(taken[-1].split())
    return "\n\n".join(taken) + "\n"


def timed(code: str, *arguments: str) -> tuple[float, float]:
    """Processor seconds and peak memory in MB of a new Python process that runs this code."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = os.posix_spawn(sys.executable, [sys.executable, "-c", code, *arguments], kept)
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit(f"a measured process failed: {code.strip()}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit


def main() -> int:
    """Measure and print; 1 when leaving sentences unparsed changes a finding."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("draft", nargs="?", type=Path)
    parser.add_argument("--words", type=int, default=34_000)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        draft, out, same, share = (Path(folder) / n for n in ("draft.md", "out", "same", "share"))
        text = asked.draft.read_text("utf-8") if asked.draft else made_draft(asked.words)
        draft.write_text(text, "utf-8")
        timed(RUN, str(draft), str(out))
        rounds = [
            (
                timed(IMPORT),
                timed(RUN, str(draft), str(out)),
                timed(OPEN + RUN, str(draft), str(same)),
            )
            for _ in range(asked.times)
        ]
        timed(SHARE, str(draft), str(share))
        unchanged = out.read_bytes() == same.read_bytes()
        spacy, run, opened = (min(times) for times in zip(*rounds, strict=True))
        print(f"{len(text.split()):,} words, {share.read_text()} sentences parsed")
        print(f"import spacy {spacy[0]:8.2f} s")
        print(
            f"scr-lint     {run[0]:8.2f} s {run[1]:6.0f} MB   ratio {run[0] / spacy[0]:.1f}", end=""
        )
        print(f" (to be at most {MOST:.0f})")
        print(f"all parsed   {opened[0]:8.2f} s {opened[1]:6.0f} MB")
        print("the same findings" if unchanged else "OTHER FINDINGS WITH EVERY SENTENCE PARSED")
    return 0 if unchanged else 1


if __name__ == "__main__":
    sys.exit(main())
