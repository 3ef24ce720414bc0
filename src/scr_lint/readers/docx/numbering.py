"""Numbering definitions: `w:num` and `w:abstractNum` with overrides and style links worked out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from scr_lint.docx_names import VAL, w
from scr_lint.readers.docx.styles import Style, Styles
from scr_lint.readers.docx.tags import P_PR, on, value, whole

LEVELS = 9
_LINK_HOPS = 5


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is its pattern ("%1.%2"); `restart` counts levels from 1.

    `style` is the paragraph style tied to the level, "" for none.
    """

    format: str = "none"
    text: str = ""
    start: int = 0
    restart: int | None = None
    legal: bool = False
    style: str = ""

    def restarts_after(self, level: int, own: int) -> bool:
        """Whether a paragraph at `level` sends this level, `own`, back to its start (17.9.10)."""
        if self.restart is None or self.restart > own:
            return level < own
        return level < self.restart


@dataclass(frozen=True, slots=True)
class Num:
    """A list as paragraphs refer to it. `starts` holds the levels it starts afresh, and with what.

    `abstract` names the definition whose count it shares with other lists.
    """

    abstract: str
    levels: tuple[Level, ...]
    starts: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first value of a level in this list."""
        return self.starts.get(level, self.levels[level].start)

    def level_of(self, style: Style) -> int | None:
        """The level tied to a style or to the nearest one it is based on (17.9.23)."""
        tied = {level.style: at for at, level in enumerate(self.levels) if level.style}
        return next((tied[name] for name in style.chain if name in tied), None)


Nums = dict[int, Num]


def read_numbering(root: etree._Element | None, styles: Styles) -> Nums:
    """All lists of a numbering part by `w:numId`."""
    if root is None:
        return {}
    abstracts = {e.get(w("abstractNumId"), ""): e for e in root.iterchildren(w("abstractNum"))}
    targets = {
        num_id: value(e, w("abstractNumId")) or ""
        for e in root.iterchildren(w("num"))
        if (num_id := whole(e.get(w("numId")))) is not None
    }
    nums: Nums = {}
    levels: dict[str, tuple[Level, ...]] = {}
    for element in root.iterchildren(w("num")):
        num_id = whole(element.get(w("numId")))
        if num_id is None:
            continue
        abstract = _followed(targets[num_id], abstracts, targets, styles)
        if abstract not in levels:
            levels[abstract] = _levels(abstracts.get(abstract))
        nums[num_id] = _num(element, abstract, levels[abstract])
    return nums


def list_of(properties: etree._Element | None, style: Style, nums: Nums) -> tuple[int, int] | None:
    """The list and level a paragraph is numbered by, None for none.

    What the paragraph says goes before what its style says; list 0 turns numbering off (17.9.18).
    """
    direct = None if properties is None else properties.find(w("numPr"))
    own_list, own_level = whole(value(direct, w("numId"))), whole(value(direct, w("ilvl")))
    num_id = style.num_id if own_list is None else own_list
    num = None if num_id is None else nums.get(num_id)
    if num_id is None or num is None:
        return None
    if own_level is None:
        tied = num.level_of(style)
        inherited = style.num_level if own_list is None else None
        own_level = tied if tied is not None else inherited or 0
    return num_id, min(max(own_level, 0), LEVELS - 1)


def _followed(
    abstract: str, abstracts: dict[str, etree._Element], targets: dict[int, str], styles: Styles
) -> str:
    """Where `w:numStyleLink` leads: through a numbering style to the definition it stands for."""
    for _ in range(_LINK_HOPS):
        link = value(abstracts.get(abstract), w("numStyleLink"))
        style = styles.numbering.get(link or "")
        if style is None or style.num_id is None or style.num_id not in targets:
            break
        abstract = targets[style.num_id]
    return abstract


def _levels(abstract: etree._Element | None) -> tuple[Level, ...]:
    levels = [Level()] * LEVELS
    for element in () if abstract is None else abstract.iterchildren(w("lvl")):
        at = whole(element.get(w("ilvl")))
        if at is not None and 0 <= at < LEVELS:
            levels[at] = _level(element)
    return tuple(levels)


def _level(element: etree._Element) -> Level:
    return Level(
        format=_format(element),
        text=value(element, w("lvlText")) or "",
        start=whole(value(element, w("start"))) or 0,
        restart=whole(value(element, w("lvlRestart"))),
        legal=on(element.find(w("isLgl"))) or False,
        style=value(element, w("pStyle")) or "",
    )


def _format(element: etree._Element) -> str:
    """A custom format such as "001, 002, 003" stands in mc:AlternateContent before a plain one."""
    formats = list(element.iter(w("numFmt")))
    for found in formats:
        if found.get(w("format"), "").startswith("01,"):
            return "decimalZero"
    return formats[-1].get(VAL, "decimal") if formats else "decimal"


def _num(element: etree._Element, abstract: str, levels: tuple[Level, ...]) -> Num:
    own, starts = list(levels), {}
    for override in element.iterchildren(w("lvlOverride")):
        at = whole(override.get(w("ilvl")))
        if at is None or not 0 <= at < LEVELS:
            continue
        full = override.find(w("lvl"))
        if full is not None:
            style = own[at].style
            own[at] = _level(full)
            if not own[at].style and full.find(P_PR) is None:
                own[at] = replace(own[at], style=style)
        start = whole(value(override, w("startOverride")))
        if start is not None:
            starts[at] = start
    return Num(abstract, tuple(own), starts)
