"""How far a command is."""

from __future__ import annotations

from collections.abc import Callable


class progress:
    """A progress bar on a terminal, nothing elsewhere. Gives a function that takes how much of `whole` is done."""

    def __init__(self, words: str, whole: float) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True)
        counts = [MofNCompleteColumn()] if whole > 1 else []
        columns = (TextColumn(words), BarColumn(), *counts, TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, disable=not console.is_terminal)
        self._task = self._bar.add_task("", total=whole)

    def __enter__(self) -> Callable[[float], None]:
        self._bar.start()
        return lambda done: self._bar.update(self._task, completed=done)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
