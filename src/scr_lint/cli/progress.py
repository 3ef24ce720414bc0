"""A progress bar on standard error, gone when the run is over."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class Bar:
    """How many drafts of how many are checked; used as a context manager."""

    def __init__(self, drafts: int) -> None:
        self._progress = Progress(
            TextColumn("Checking drafts"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=drafts)

    def advance(self) -> None:
        """One draft more is done; shows the bar again where it was hidden."""
        self._progress.start()
        self._progress.advance(self._task)

    def hide(self) -> None:
        """Take the bar off the screen until the next draft is done, so that a report can be written."""
        self._progress.stop()

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()
