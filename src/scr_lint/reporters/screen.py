"""The page a terminal report is written on: wraps, indents, and colours only where asked."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from scr_lint.reporters.clean import one_line
from scr_lint.reporters.style import Style


def styled(text: str, look: str = "") -> Text:
    """`text` made safe, in a rich style; markup inside `text` stays text."""
    return Text(one_line(text), style=look, end="")


class Screen:
    """Collects lines no wider than the style's width, without trailing spaces."""

    def __init__(self, style: Style) -> None:
        self._width = style.width
        # An empty environment and no Windows console calls: the output rests on `style` alone.
        self._console = Console(
            file=StringIO(),
            width=self._width,
            force_terminal=style.color,
            color_system="standard" if style.color else None,
            no_color=not style.color,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )

    def put(self, text: Text, *, first: str = "", rest: str | None = None) -> None:
        """Write `text` wrapped, `first` before its first line and `rest` (or as wide) after."""
        lead, rest = first, " " * len(first) if rest is None else rest
        room = max(self._width - max(len(first), len(rest)), 8)
        for line in text.wrap(self._console, room, overflow="fold"):
            line.rstrip()
            self._write(Text(lead) + line)
            lead = rest

    def heading(self, words: str, *, rule: str = "─") -> None:
        """Write a heading with `rule` drawn from its end to the page's, where there is room."""
        text = styled(words, "bold")
        room = self._width - text.cell_len - 1
        if room > 0:
            self._write(Text.assemble(text, (f" {rule * room}", "dim")))
        else:
            self.put(text, first="", rest="  ")

    def blank(self) -> None:
        """Write an empty line."""
        self._write(Text())

    def verbatim(self, line: str) -> None:
        """Write a line as it is, however long: one-line forms are for other programs too."""
        self._write(Text(line))

    def _write(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, soft_wrap=True)

    def text(self) -> str:
        """All that was written."""
        written = self._console.file
        assert isinstance(written, StringIO)
        return written.getvalue()
