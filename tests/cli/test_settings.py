"""Settings files, and `scr-lint config`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from scr_lint.config import PROFILES, Config
from scr_lint.lexicon.profiles import profile_names
from scr_lint.rulebook import rulebook_for
from scr_lint.settings import KEYS, PATH_KEYS, SECTION_KEYS, load_settings

Run = Callable[..., Result]
DOCS = Path(__file__).parents[2] / "docs" / "settings.md"
BLAME = "# Review\n\n## Chronology\n\nThe GP failed to reply.\n\n## Analysis\n\nThe GP failed to visit.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "chapters").mkdir()
    path = tmp_path / "chapters" / "draft.md"
    path.write_text(BLAME, encoding="utf-8")
    return path


def settings(draft: Path, text: str, name: str = "scr-lint.toml") -> Path:
    path = draft.parent.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def flagged(scr_lint: Run, draft: Path, *options: str) -> list[str]:
    out = scr_lint(draft, "--format", "concise", "--select", "BL002", *options).stdout
    return [line.removeprefix(f"{draft}:").split(":")[0] for line in out.splitlines()]


def test_without_a_file_the_defaults_hold(scr_lint: Run, draft: Path) -> None:
    assert flagged(scr_lint, draft) == ["5", "9"]


@pytest.mark.parametrize(
    ("name", "table"), [("scr-lint.toml", "section"), ("pyproject.toml", "tool.scr-lint.section")]
)
def test_a_file_saved_with_a_byte_order_mark_is_read(
    scr_lint: Run, draft: Path, name: str, table: str
) -> None:
    settings(draft, f'\ufeff[[{table}]]\nheading = "chronology"\nignore = ["BL"]\n', name)
    assert flagged(scr_lint, draft) == ["9"]


def test_a_section_can_be_left_out(scr_lint: Run, draft: Path) -> None:
    settings(draft, '[[section]]\nheading = "chronology"\nignore = ["BL"]\n')
    assert flagged(scr_lint, draft) == ["9"]


def test_a_path_has_settings_of_its_own(scr_lint: Run, draft: Path) -> None:
    settings(draft, '[[path]]\nmatch = "chapters/*.md"\nignore = ["failure"]\n')
    assert flagged(scr_lint, draft) == []
    other = draft.with_name("other.txt")
    other.write_text("The GP failed to reply.", encoding="utf-8")
    assert flagged(scr_lint, other) == ["1"]


def test_a_path_is_matched_from_a_settings_file_given_relatively(
    scr_lint: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(draft, '[[path]]\nmatch = "chapters/*.md"\nignore = ["failure"]\n')
    monkeypatch.chdir(draft.parent)
    assert flagged(scr_lint, draft, "--config", "../scr-lint.toml") == []


def test_a_pyproject_table_is_read(scr_lint: Run, draft: Path) -> None:
    settings(draft, '[tool.scr-lint]\nignore = ["BL002"]\n', "pyproject.toml")
    assert flagged(scr_lint, draft) == []


def test_the_command_line_goes_before_the_file(scr_lint: Run, draft: Path) -> None:
    settings(draft, 'fail-on = "never"\nignore = ["BL002"]\n')
    assert scr_lint(draft, "--select", "BL002", "--ignore", "BL012").exit_code == 0
    done = scr_lint(draft, "--select", "BL002", "--ignore", "BL012", "--fail-on", "note")
    assert done.exit_code == 1


def test_severity_and_confidence_can_be_set(scr_lint: Run, draft: Path) -> None:
    settings(draft, '[severity]\nBL002 = "note"\n')
    assert scr_lint(draft, "--select", "BL002").exit_code == 0
    for word in ("BL", "failure"):
        settings(draft, f'[severity]\n{word} = "note"\n')
        assert scr_lint(draft, "--select", "BL002").exit_code == 0
    settings(draft, 'confidence = "high"\n')
    done = scr_lint("-", "--select", "BL002", "--config", draft.parent.parent / "scr-lint.toml",
                    "--format", "concise", stdin=b"Three doctors missed the old fracture.")  # fmt: skip
    assert done.stdout == ""


@pytest.mark.parametrize(("least", "flagged"), [("low", True), ("medium", True), ("high", False)])
def test_the_least_confidence_may_be_given_on_the_command_line(
    scr_lint: Run, least: str, flagged: bool
) -> None:
    done = scr_lint("-", "--select", "BL002", "--confidence", least, "--format", "concise",
                    stdin=b"Three doctors missed the old fracture.")  # fmt: skip
    assert done.exit_code in (0, 1), done.stderr
    assert bool(done.stdout) == flagged


def test_a_boards_own_lexicon_adds_words(scr_lint: Run, draft: Path) -> None:
    folder = draft.parent.parent / "ours" / "blame"
    folder.mkdir(parents=True)
    (folder / "house.toml").write_text(
        'label = "judgement"\n[[entry]]\nid = "house-word"\nmatch = ["ropey"]\n'
        'examples = ["The plan was [[ropey]].", "The plan was sound."]\n',
        encoding="utf-8",
    )
    settings(draft, 'lexicons = ["ours"]\n')
    draft.write_text("The assessment was ropey.\n", encoding="utf-8")
    out = scr_lint(draft, "--format", "concise", "--select", "BL004").stdout
    assert ":1:20: BL004" in out


def test_a_faulty_lexicon_of_ones_own_is_told_in_full(scr_lint: Run, draft: Path) -> None:
    folder = draft.parent.parent / "ours"
    folder.mkdir()
    (folder / "house.toml").write_text(
        'label = "judgement"\n[[entry]]\nid = "x"\nmatches = ["ropey"]\nmatch = ["{nothing}"]\n',
        encoding="utf-8",
    )
    settings(draft, 'lexicons = ["ours"]\n')
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert "unknown key 'matches' (did you mean 'match'?)" in done.stderr
    assert "unknown class {nothing}" in done.stderr
    assert "needs a marked and an unmarked example" in done.stderr


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('ignroe = ["BL"]', "unknown key 'ignroe' (did you mean 'ignore'?)"),
        ('profile = "sarr"', "no profile is called 'sarr' (did you mean 'sar'?)"),
        ('fail-on = "nevr"', "'nevr' is not one of note, warning, error, never"),
        ('select = "BL"', "'select' must be a list of strings"),
        ('select = ["BL02"]', "no rule is called 'BL02'"),
        ('[severity]\nBL02 = "note"', "no rule is called 'BL02'"),
        ("select = [", "cannot be read"),
    ],
)
def test_a_faulty_file_is_an_error_that_says_what_is_wrong(
    scr_lint: Run, draft: Path, text: str, problem: str
) -> None:
    path = settings(draft, text)
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert done.stderr.count(path.name) == 1
    assert done.stdout == ""
    assert scr_lint("config", draft).stderr == done.stderr


@pytest.mark.parametrize(
    ("text", "options", "at_fault"),
    [
        ('ignore = ["BL011"]', ("--select", "XX999"), False),
        ('ignore = ["XX999"]', ("--select", "BL"), True),
        ('[severity]\nXX999 = "note"', ("--ignore", "BL"), True),
    ],
)
def test_a_wrong_code_is_told_of_where_it_stands(
    scr_lint: Run, draft: Path, text: str, options: tuple[str, ...], at_fault: bool
) -> None:
    path = settings(draft, text)
    done = scr_lint(draft, *options)
    said = "no rule is called 'XX999'; `scr-lint rules` lists them"
    place = f"{path}: " if at_fault else ""
    assert done.stderr == f"scr-lint: {place}{said}\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[tool]\nscr-lint = 3", "'scr-lint' must be a table"),
        ("[tool.scr-lint]\nignroe = []", "unknown key 'ignroe'"),
        ("[tool.scr-lint]\nignore = [", "cannot be read"),
    ],
)
def test_a_faulty_table_in_a_pyproject_is_one_line(
    scr_lint: Run, draft: Path, text: str, problem: str
) -> None:
    path = settings(draft, text, "pyproject.toml")
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"scr-lint: {path}: ")
    assert problem in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("text", ["tool = 3", "tool = [", '[tool.ruff]\nignore = ["BL"]'])
def test_a_pyproject_that_says_nothing_to_scr_lint_is_passed_over(
    scr_lint: Run, draft: Path, text: str
) -> None:
    settings(draft, text, "pyproject.toml")
    assert flagged(scr_lint, draft) == ["5", "9"]


def test_a_pyproject_asked_for_without_tables_is_an_error(scr_lint: Run, draft: Path) -> None:
    path = settings(draft, "tool = 3", "pyproject.toml")
    done = scr_lint(draft, "--config", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'tool' must be a table" in done.stderr


def examples() -> list[str]:
    """The settings files that docs/settings.md shows."""
    return re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("text", examples())
def test_an_example_in_the_documentation_is_a_settings_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / ("pyproject.toml" if "[tool." in text else "scr-lint.toml")
    path.write_text(text, encoding="utf-8")
    config = replace(load_settings(path).config, lexicons=())
    assert config != Config() or "lexicons" in text or "[[path]]" in text
    rulebook_for(config)


def test_every_key_of_a_settings_file_has_an_example_and_is_told_of() -> None:
    told = DOCS.read_text("utf-8")
    shown = [tomllib.loads(text) for text in examples() if "[tool." not in text]
    assert {key for table in shown for key in table} == set(KEYS)
    for name, keys in (("path", PATH_KEYS), ("section", SECTION_KEYS)):
        parts = [part for table in shown for part in table.get(name, ())]
        assert {key for part in parts for key in part} <= set(keys)
        assert [key for key in keys if f"`{key}`" not in told] == []


def test_every_profile_that_is_shipped_can_be_chosen_and_no_other() -> None:
    assert sorted(PROFILES) == sorted(("auto", *profile_names()))


def test_config_tells_each_setting_and_its_origin(scr_lint: Run, draft: Path) -> None:
    path = settings(draft, 'profile = "sar"\n')
    lines = scr_lint("config", draft, "--fail-on", "never").stdout.splitlines()
    assert f"profile     sar  ({path})" in lines
    assert "fail-on     never  (command line)" in lines
    assert "select      every rule  (default)" in lines
    assert {line.split()[0] for line in lines} == {*KEYS} - {"path"}


def test_a_folder_of_lexicons_must_be_there(scr_lint: Run, draft: Path) -> None:
    settings(draft, 'lexicons = ["ours"]\n')
    done = scr_lint(draft)
    assert done.exit_code == 2
    folder = draft.parent.parent / "ours"
    assert (
        done.stderr == f"scr-lint: faulty lexicon: {folder}: there is no such folder of lexicons\n"
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("confidence = 3", "'confidence': 3 is not one of low, medium, high"),
        ("fail-on = 3", "'fail-on': 3 is not one of note, warning, error, never"),
        ("profile = 3", "no profile is called 3"),
        ("profile = ''", "no profile is called ''"),
    ],
)
def test_one_fault_is_told_once(scr_lint: Run, draft: Path, line: str, fault: str) -> None:
    file = settings(draft, line)
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert done.stderr == f"scr-lint: {file}: settings: {fault}\n"
