"""A folder of the user's own: what it may add, and what is said of what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint.errors import LexiconError
from scr_lint.language.pipeline import load_pipeline
from scr_lint.lexicon import load_lexicons

ENTRY = """label = "judgement"
[[entry]]
id = "house-word"
match = ["ropey"]
examples = ["The plan was [[ropey]].", "The plan was sound."]
"""


def own(folder: Path, name: str, text: str) -> tuple[Path, ...]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return (folder,)


def test_entries_are_added_under_their_label(tmp_path: Path) -> None:
    with_own = load_lexicons(own(tmp_path, "blame/house.toml", ENTRY))
    assert "house-word" in {e.id for e in with_own.entries("judgement")}
    assert with_own.headers == load_lexicons().headers


def test_words_are_added_to_their_list_and_the_others_stay(tmp_path: Path) -> None:
    shipped = load_lexicons().words["negation"]
    text = 'adverbs = ["nowise"]\n'
    added = load_lexicons(own(tmp_path, "language/negation.toml", text)).words["negation"]
    assert added == {**shipped, "adverbs": (*shipped["adverbs"], "nowise")}


def test_verbs_of_saying_added_count_in_the_repair_of_parses(tmp_path: Path) -> None:
    own(tmp_path, "language/views.toml", 'without_that = ["reckon"]\n')
    text = "The panel reckoned staff lied."
    shipped, added = (load_pipeline("", folders)(text) for folders in ((), (str(tmp_path),)))
    assert [t.text for t in added if t.dep_ == "nsubj"] == ["staff"]
    assert [t.text for t in shipped if t.dep_ == "nsubj"] == []


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("language/negations.toml", 'adverbs = ["nowise"]', "(did you mean 'negation'?)"),
        ("language/negation.toml", 'adverb = ["nowise"]', "(did you mean 'adverbs'?)"),
        ("actors.toml", 'agencys = ["wellbeing hub"]', "(did you mean 'agency'?)"),
        ("profiles/house.toml", 'title = "Ours"', "a profile cannot be added"),
        ("blame/x.toml", '[[rule]]\ncode = "BL002"', "a rule cannot be added or replaced"),
        ("blame/x.toml", ENTRY.replace("judgement", "judgment"), "(did you mean 'judgement'?)"),
        ("passages/told-cues.toml", 'tell = ["{nowhere} it"]', "no list is called 'nowhere'"),
        ("passages/told-cues.toml", 'tell = ["very?"]', "has no word of its own to begin with"),
        ("passages/told-cues.toml", 'tell = ["tell|"]', "tell: cannot read 'tell|'"),
        (
            "passages/review-cues.toml",
            'own_review = ["{own_review} indeed"]',
            "the list 'own_review' needs itself",
        ),
        ("passages/hearing.toml", 'met = ["saw("]', "met: 'saw(' is no regular expression"),
        ("blame/x.toml", ENTRY + 'voice = "pasive"', "'pasive' is not one of active, passive"),
        ("blame/x.toml", ENTRY + 'called = "agianst"', "'agianst' is not one of for, against"),
        ("blame/x.toml", ENTRY + 'modal = ["shoud-have"]', "'shoud-have' is not one of none"),
    ],
)
def test_what_it_may_not_do_is_said_with_the_file(
    tmp_path: Path, name: str, text: str, problem: str
) -> None:
    with pytest.raises(LexiconError) as raised:
        load_lexicons(own(tmp_path, name, text))
    assert problem in str(raised.value)
    assert str(tmp_path / name) in str(raised.value)


def test_all_faults_of_passage_lists_are_told_at_once(tmp_path: Path) -> None:
    text = 'tell = ["{nowhere} it", "very?"]\n'
    with pytest.raises(LexiconError) as raised:
        load_lexicons(own(tmp_path, "passages/told-cues.toml", text))
    assert len(str(raised.value).splitlines()) == 3


def test_a_file_that_is_no_toml_is_the_only_fault_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as raised:
        load_lexicons(own(tmp_path, "classes.toml", "practice = ["))
    assert len(str(raised.value).splitlines()) == 1
