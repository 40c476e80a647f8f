"""The time of the run in the window: going back in it, the questions before a film, and the film being made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from playground.frames.reply import Failure, Reply
from playground.ui.dialogs.film import FilmDialog, FilmProgress, ask_film_path
from playground.ui.docks.docks import Docks
from playground.ui.film import FilmMaker, film_steps
from playground.ui.panels.time_bar import MEGABYTE, TimeBar
from playground.ui.trainer import Trainer
from playground.ui.widgets.pictures import picture_of

WINDOW = ""


class Filming(QObject):
    """Answers the wishes of the time bar. `replied` carries how a film went, as an export's reply."""

    replied = Signal(object)

    def __init__(self, trainer: Trainer, docks: Docks, bar: TimeBar, window: QWidget, megabytes: int) -> None:
        super().__init__(window)
        self._trainer, self._docks, self._window = trainer, docks, window
        self.bar = bar
        self.maker = FilmMaker(trainer.show_past, self)
        self.bar.past_asked.connect(trainer.show_past)
        self.bar.film_asked.connect(self.ask)
        self.maker.finished.connect(self._tell)
        self.bar.bound_chosen.connect(self._bound)
        self._bound(megabytes)

    def _bound(self, megabytes: int) -> None:
        self.megabytes = megabytes
        self._trainer.set_film_bound(megabytes * MEGABYTE)

    def ask(self) -> None:
        """Ask what to film and where to; then film it."""
        seen = {dock.view.title(): dock for dock in self._docks.docks.values() if dock.is_seen}
        titles = {WINDOW: self.tr("The whole window"), **{title: title for title in seen}}
        dialog = FilmDialog(titles, self._window)
        if not dialog.exec():
            return
        name, seconds, ending = dialog.chosen
        path = ask_film_path(ending, self.tr("Save the run as a film"), self._window)
        if path is not None:
            self.film(self._window if name == WINDOW else seen[name].view, seconds, path)

    def film(self, shown: QWidget, seconds: float, path: Path) -> None:
        """Film that widget while the run passes once more."""
        self.path = path
        progress = FilmProgress(self.maker, self._window)
        progress.show()
        self.maker.start(lambda: picture_of(shown), film_steps(self.bar.steps, seconds), path)

    @property
    def writing(self) -> tuple[Path, ...]:
        """The film that is being made."""
        return (self.path,) if self.maker.working else ()

    def _tell(self, outcome: Path | Exception | None) -> None:
        if isinstance(outcome, Exception):
            self.replied.emit(Reply(self.path, Failure.of(outcome)))
        elif outcome is not None:
            self.replied.emit(Reply(outcome))
