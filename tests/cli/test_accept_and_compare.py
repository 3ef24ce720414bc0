"""Accepting findings, comparing drafts, baselines."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DRAFT = "# Review\n\n4.1 The GP failed to reply.\n\n4.2 The nurse failed to visit.\n"
OWN = """\
label = "failure"
[[entry]]
id = "drop-a-clanger"
match = ["drop a clanger"]
examples = ["The nurse [[dropped a clanger]].", "The nurse dropped a cup."]
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def findings(scr_lint: Run, draft: Path, *options: str) -> list[dict[str, str]]:
    out = scr_lint(draft, "--format", "json", "--select", "BL002", *options).stdout
    return list(json.loads(out)["documents"][0]["findings"])


def test_an_accepted_finding_is_set_apart_with_its_reason(scr_lint: Run, draft: Path) -> None:
    mark = findings(scr_lint, draft)[0]["fingerprint"]
    done = scr_lint("accept", draft, mark[:6], "--reason", 'The GP "said so"', "--by", "A. Reader")
    assert done.exit_code == 0
    side = tomllib.loads(draft.with_name("draft.scr-lint.toml").read_text("utf-8"))
    entry = side["accepted"][0]
    assert (entry["fingerprint"], entry["reason"], entry["by"]) == (
        mark,
        'The GP "said so"',
        "A. Reader",
    )
    assert [f["text"] for f in findings(scr_lint, draft)] == ["failed to visit"]
    assert len(findings(scr_lint, draft, "--no-accepted")) == 2
    report = json.loads(scr_lint(draft, "--format", "json").stdout)
    assert report["documents"][0]["suppressed"][0]["reason"] == 'The GP "said so"'
    assert draft.read_text("utf-8") == DRAFT


def test_accepting_again_replaces_the_entry_and_says_so(scr_lint: Run, draft: Path) -> None:
    first, second = (f["fingerprint"] for f in findings(scr_lint, draft))
    side = draft.with_name("draft.scr-lint.toml")
    scr_lint("accept", draft, first, "--reason", "agreed", "--by", "A. Reader")
    side.write_text(side.read_text("utf-8") + "# a note on the next\n", encoding="utf-8")
    scr_lint("accept", draft, second, "--reason", "kept")
    done = scr_lint("accept", draft, first, "--reason", "the coroner's words", "--by", "B. Chair")
    assert "in place of the earlier reason by A. Reader: agreed" in done.stdout
    entries = tomllib.loads(side.read_text("utf-8"))["accepted"]
    assert [(e["fingerprint"], e["reason"], e.get("by")) for e in entries] == [
        (first, "the coroner's words", "B. Chair"),
        (second, "kept", None),
    ]
    text = side.read_text("utf-8")
    assert text.startswith("# Findings of draft.md that somebody read and accepted")
    assert text.index("# a note on the next") < text.index(second)


def test_what_the_settings_leave_out_and_an_option_shows_can_be_accepted(
    scr_lint: Run, draft: Path
) -> None:
    draft.with_name("scr-lint.toml").write_text('select = ["LP"]\n', encoding="utf-8")
    mark = findings(scr_lint, draft)[0]["fingerprint"]
    assert scr_lint("accept", draft, mark, "--reason", "agreed").exit_code == 0
    assert [f["text"] for f in findings(scr_lint, draft)] == ["failed to visit"]


def test_what_an_own_lexicon_finds_can_be_accepted(
    scr_lint: Run, draft: Path, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "words.toml").write_text(OWN, encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text('lexicons = ["own"]\n', encoding="utf-8")
    draft.write_text("# Review\n\nThe GP dropped a clanger.\n", encoding="utf-8")
    (found,) = findings(scr_lint, draft, "--config", other)
    accepting = ("accept", draft, found["fingerprint"], "--reason", "agreed")
    assert scr_lint(*accepting).exit_code == 2
    assert scr_lint(*accepting, "--config", other).exit_code == 0
    assert findings(scr_lint, draft, "--config", other) == []


def test_an_entry_of_another_shape_is_not_guessed_at(scr_lint: Run, draft: Path) -> None:
    mark = findings(scr_lint, draft)[0]["fingerprint"]
    side = draft.with_name("draft.scr-lint.toml")
    inline = f'accepted = [{{fingerprint = "{mark}", rule = "BL002", reason = "so"}}]\n'
    side.write_text(inline, encoding="utf-8")
    done = scr_lint("accept", draft, mark, "--reason", "agreed")
    assert done.exit_code == 2
    assert "cannot be replaced; change its reason in an editor" in done.stderr
    assert side.read_text("utf-8") == inline


def test_what_another_draft_of_that_name_accepted_is_not_called_stale(
    scr_lint: Run, draft: Path
) -> None:
    mark = findings(scr_lint, draft)[0]["fingerprint"]
    scr_lint("accept", draft, mark, "--reason", "agreed")
    other = draft.with_suffix(".txt")
    other.write_text("The school failed to ask.\n", encoding="utf-8")
    assert "no longer in the draft" not in scr_lint(other, "--select", "BL002").stderr
    own = findings(scr_lint, other)[0]["fingerprint"]
    scr_lint("accept", other, own, "--reason", "agreed")
    other.write_text("The school asked.\n", encoding="utf-8")
    stderr = scr_lint(other, draft, "--select", "BL002").stderr
    assert f"{other}: accepted finding {own}" in stderr
    assert stderr.count("no longer in the draft") == 1


def test_accepting_two_keeps_both(scr_lint: Run, draft: Path) -> None:
    first, second = (f["fingerprint"] for f in findings(scr_lint, draft))
    for mark in (first, second):
        scr_lint("accept", draft, mark, "--reason", "agreed")
    side = draft.with_name("draft.scr-lint.toml").read_text("utf-8")
    assert side.count("[[accepted]]") == 2
    assert findings(scr_lint, draft) == []


def test_a_stale_acceptance_is_told(scr_lint: Run, draft: Path) -> None:
    mark = findings(scr_lint, draft)[0]["fingerprint"]
    scr_lint("accept", draft, mark, "--reason", "agreed")
    draft.write_text(DRAFT.replace("The GP failed to reply.", "No reply came."), encoding="utf-8")
    done = scr_lint(draft, "--select", "BL002")
    assert f"accepted finding {mark} (BL002) is no longer in the draft" in done.stderr


@pytest.mark.parametrize(
    ("mark", "reason", "problem"),
    [
        ("ffffffffffff", "agreed", "has no finding ffffffffffff"),
        ("ff", "agreed", "give at least 4 digits"),
        (None, "  ", "a reason is needed"),
    ],
)
def test_an_acceptance_needs_a_finding_and_a_reason(
    scr_lint: Run, draft: Path, mark: str | None, reason: str, problem: str
) -> None:
    mark = mark or findings(scr_lint, draft)[0]["fingerprint"]
    done = scr_lint("accept", draft, mark, "--reason", reason)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert not draft.with_name("draft.scr-lint.toml").exists()


def test_a_side_file_saved_with_a_byte_order_mark_is_read(scr_lint: Run, draft: Path) -> None:
    first, second = (finding["fingerprint"] for finding in findings(scr_lint, draft))
    scr_lint("accept", draft, first, "--reason", "Quoted")
    side = draft.with_name("draft.scr-lint.toml")
    side.write_text("\ufeff" + side.read_text("utf-8"), encoding="utf-8")
    assert scr_lint("accept", draft, second, "--reason", "Quoted too").exit_code == 0
    assert findings(scr_lint, draft) == []


def test_a_faulty_side_file_is_an_error_of_that_draft(scr_lint: Run, draft: Path) -> None:
    draft.with_name("draft.scr-lint.toml").write_text("[[accepted]]\nrule = 3\n", encoding="utf-8")
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert "'fingerprint' must be a string" in done.stderr


def test_compare_tells_fixed_new_and_still_there(scr_lint: Run, draft: Path) -> None:
    new = draft.with_name("new.md")
    new.write_text(
        "# Review\n\n1.1 Put before.\n\n4.3 The nurse failed to visit.\n\n"
        "4.4 The school failed to respond.\n",
        encoding="utf-8",
    )
    done = scr_lint("compare", draft, new, "--select", "BL002")
    assert done.exit_code == 1
    assert "New: 1" in done.stdout
    assert "WARNING BL002 failure, paragraph 4.4: “failed to respond”" in done.stdout
    assert "Fixed: 1" in done.stdout
    assert "Still there: 1" in done.stdout
    assert scr_lint("compare", new, new, "--select", "BL002").exit_code == 0


def test_compare_takes_standard_input_for_old_or_new(scr_lint: Run, draft: Path) -> None:
    options = ("--select", "BL002", "--format", "concise")
    stdin = DRAFT.replace("failed to reply", "replied").encode()
    assert scr_lint("compare", draft, "-", *options, stdin=stdin).exit_code == 0
    done = scr_lint("compare", "-", draft, *options, stdin=stdin)
    assert (done.exit_code, done.stdout.count("failed to reply")) == (1, 1)


def test_a_baseline_hides_what_it_has_and_never_grows(scr_lint: Run, draft: Path) -> None:
    baseline = draft.with_name("baseline.json")
    scr_lint(draft, "--format", "json", "--output", baseline)
    before = baseline.read_bytes()
    assert scr_lint(draft, "--baseline", baseline).exit_code == 0
    draft.write_text(DRAFT + "\n4.5 The police failed to respond.\n", encoding="utf-8")
    done = scr_lint(draft, "--baseline", baseline, "--format", "concise", "--select", "BL002")
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{draft}:7:16: BL002")
    assert done.stderr == "scr-lint: 2 findings of the baseline are not shown\n"
    assert baseline.read_bytes() == before


def test_one_finding_of_a_baseline_is_told_of_as_one(scr_lint: Run, draft: Path) -> None:
    baseline = draft.with_name("baseline.json")
    draft.write_text("The GP failed to reply.\n", encoding="utf-8")
    only = ("--select", "BL002")
    scr_lint(draft, "--format", "json", "--output", baseline, *only)
    done = scr_lint(draft, "--baseline", baseline, *only)
    assert done.stderr == "scr-lint: 1 finding of the baseline is not shown\n"


def states(output: str) -> list[tuple[str, str, int]]:
    """Rule, baseline state and line of each result of a SARIF log."""
    return [
        (
            result["ruleId"],
            result["baselineState"],
            result["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for result in json.loads(output)["runs"][0]["results"]
    ]


def test_sarif_tells_new_unchanged_and_absent(scr_lint: Run, draft: Path) -> None:
    old, baseline = draft.with_name("old.md"), draft.with_name("baseline.json")
    old.write_text(DRAFT, encoding="utf-8")
    scr_lint(draft, "--format", "json", "--output", baseline)
    changed = "# Review\n\nThe school failed to ask.\n\nThe nurse failed to visit.\n"
    draft.write_text(changed, encoding="utf-8")
    options = ("--format", "sarif", "--select", "BL002")
    expected = [("BL002", "new", 3), ("BL002", "unchanged", 5), ("BL002", "absent", 3)]
    assert states(scr_lint(draft, "--baseline", baseline, *options).stdout) == expected
    assert states(scr_lint("compare", old, draft, *options).stdout) == expected


def test_what_the_settings_leave_out_is_not_absent(scr_lint: Run, draft: Path) -> None:
    baseline = draft.with_name("baseline.json")
    scr_lint(draft, "--format", "json", "--output", baseline)
    options = ("--baseline", baseline, "--format", "sarif", "--select", "BL004")
    assert states(scr_lint(draft, *options).stdout) == []
    mark = findings(scr_lint, draft)[0]["fingerprint"]
    scr_lint("accept", draft, mark, "--reason", "agreed")
    log = json.loads(scr_lint(draft, *options[:-1], "BL002").stdout)
    told = [(r["baselineState"], "suppressions" in r) for r in log["runs"][0]["results"]]
    assert told == [("unchanged", False), ("unchanged", True)]


def test_accepted_words_are_not_fixed(scr_lint: Run, draft: Path) -> None:
    new = draft.with_name("new.md")
    new.write_text(DRAFT, encoding="utf-8")
    for mark in (f["fingerprint"] for f in findings(scr_lint, new)):
        scr_lint("accept", new, mark, "--reason", "agreed")
    done = scr_lint("compare", draft, new, "--select", "BL002")
    assert "Fixed: 0" in done.stdout
    back = scr_lint("compare", new, draft, "--select", "BL002")
    assert (back.exit_code, "Still there: 2" in back.stdout) == (0, True)


def test_what_is_no_report_is_no_baseline(scr_lint: Run, draft: Path) -> None:
    done = scr_lint(draft, "--baseline", draft)
    assert done.exit_code == 2
    assert "is no report of scr-lint" in done.stderr


def test_compare_refuses_a_folder(scr_lint: Run, draft: Path) -> None:
    done = scr_lint("compare", draft.parent, draft)
    assert done.exit_code == 2
    assert done.stderr == (
        f"scr-lint: {draft.parent}: is a folder; compare takes one old and one new draft\n"
    )


def test_compare_quietly_has_one_line_a_finding(scr_lint: Run, draft: Path) -> None:
    new = draft.with_name("new.md")
    new.write_text("The nurse failed to visit.\n\nThe school failed to ask.\n", encoding="utf-8")
    said = scr_lint("compare", draft, new, "--select", "BL002", "-q").stdout.splitlines()
    assert said[0].startswith(f"New: {new}:3:12: BL002 “failed to ask”")
    assert said[1].startswith(f"Fixed: {draft}:3:12: BL002 “failed to reply”")
    assert said[2].startswith(f"Still there: {new}:1:11: BL002 “failed to visit”")
    assert said[3] == "New: 1 · Fixed: 1 · Still there: 1"
    shared = scr_lint("compare", draft, new, "--select", "BL002", "-q", "--no-snippets").stdout
    assert "failed to ask" not in shared


def test_a_broken_side_file_is_named_once(scr_lint: Run, draft: Path) -> None:
    side = draft.with_name("draft.scr-lint.toml")
    side.write_text("[[accepted]\n", encoding="utf-8")
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"scr-lint: {draft}: {side}: cannot be read: ")
    assert done.stderr.count(side.name) == 1


PURPOSE = "# Review\n\nThe purpose of this review is to learn and to improve practice.\n\n"
NO_BLAME = "The review does not apportion blame. No inquest was held and nobody was charged.\n\n"
BLAME = ("The nurse failed to visit.", "The GP failed to reply.", "The school failed to ask.")
WHOLE = ("--format", "json", "--select")


def whole(scr_lint: Run, draft: Path, text: str, *codes: str) -> dict[str, str]:
    """Message by fingerprint of what is said of the draft as a whole."""
    draft.write_text(text, encoding="utf-8")
    found = json.loads(scr_lint(draft, *WHOLE, ",".join(codes)).stdout)["documents"][0]["findings"]
    return {f["fingerprint"]: f["message"] for f in found if f["location"]["block"] is None}


def test_a_party_that_is_told_leaves_the_others_where_they_were(scr_lint: Run, draft: Path) -> None:
    told = "Board members were told that the review was for learning."
    more = told.replace("members", "members and the leaders of each agency")
    before = whole(scr_lint, draft, PURPOSE + told, "LP007")
    after = whole(scr_lint, draft, PURPOSE + more, "LP007")
    assert (len(before), len(after)) == (3, 2)
    assert after.items() < before.items()
    (gone,) = before.keys() - after.keys()
    assert "explained to the leaders of the agencies involved;" in before[gone]


def test_one_party_accepted_hides_no_other(scr_lint: Run, draft: Path) -> None:
    told = (
        "Board members and the leaders of each agency were told that the review was for learning."
    )
    for mark in whole(scr_lint, draft, PURPOSE + told, "LP007"):
        scr_lint("accept", draft, mark, "--reason", "nobody is left in post")
    assert whole(scr_lint, draft, PURPOSE + told, "LP007") == {}
    (left,) = whole(
        scr_lint, draft, PURPOSE + told.replace("Board members and t", "T"), "LP007"
    ).values()
    assert "explained to the members of the board or partnership;" in left


def test_an_accepted_contradiction_stays_accepted_while_wordings_are_mended(
    scr_lint: Run, draft: Path
) -> None:
    (mark,) = whole(scr_lint, draft, PURPOSE + NO_BLAME + " ".join(BLAME), "TA004")
    scr_lint("accept", draft, mark, "--reason", "under discussion")
    assert whole(scr_lint, draft, PURPOSE + NO_BLAME + " ".join(BLAME[:2]), "TA004") == {}


@pytest.mark.parametrize(
    ("code", "before", "after", "same"),
    [
        ("LP003", NO_BLAME, "Nobody will be blamed in this review. " + NO_BLAME, True),
        ("LP002", "3.1 " + PURPOSE[10:], "3.2 " + PURPOSE[10:], True),
        ("LP005", "This review is for learning.", "This review is held to learn lessons.", True),
        ("LP005", "This review is for learning.", "The aim of this review is to improve.", False),
    ],
)
def test_a_finding_of_the_whole_draft_is_known_by_what_it_is_about(
    scr_lint: Run, draft: Path, code: str, before: str, after: str, *, same: bool
) -> None:
    head = "# Review\n\n" + ("The nurse wrote to the ward. " * 150 if code == "LP002" else "")
    old, new = (whole(scr_lint, draft, f"{head}\n\n{text}", code) for text in (before, after))
    assert (len(old), len(new)) == (1, 1)
    assert (old.keys() == new.keys()) is same


def test_two_circumstances_named_together_are_told_apart(scr_lint: Run, draft: Path) -> None:
    both = "4.1 The police investigation and the inquest ran beside this review.\n\n"
    owned = "4.3 It rained.\n\n## 5 Staff\n\nThe police asked us to wait, so that two nurses left."

    def found(text: str) -> list[str]:
        draft.write_text(PURPOSE + text, encoding="utf-8")
        listed = json.loads(scr_lint(draft, *WHOLE, "TA002").stdout)["documents"][0]["findings"]
        return [f["fingerprint"] for f in listed]

    criminal, inquest = found(both)
    assert found(both + owned) == [inquest]
    scr_lint("accept", draft, inquest, "--reason", "told elsewhere")
    assert found(both) == [criminal]
