"""A picture of the window with nobody at it: `playground picture`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from playground.app import chosen_theme, make_hidden_application, make_window, open_dropped, show_project, wait
from playground.document.files.file import ENDING
from playground.document.files.saving import write_beside
from playground.projects.project import Project
from playground.ui.dialogs.dropped import LESSONS
from playground.ui.exporting.dialog import ExportDialog
from playground.ui.main_window import MainWindow
from playground.ui.panels.time_bar import TimeBar
from playground.ui.settings import Settings, read_settings
from playground.ui.text import explanation
from playground.ui.views import VIEWS
from playground.ui.widgets.pictures import picture_of, png_of
from playground.ui.widgets.places import PLACES

# Until what was opened has been answered and drawn; without anything more, until the last frame is.
SETTLES_MS, AT_ONCE_MS, AN_HOUR = 4_000, 400, 3_600
PROVEN = ("keras", "onnx", "page")


@dataclass(frozen=True, slots=True)
class Asked:
    """epochs: trained before it is taken. theme: "light" or "dark". size: of the window, in pixels.

    parts: of PARTS, opened in this order. moment: an epoch that the window has gone back to, None for the present.
    dropped: a lesson or a table that is opened in the window. step: of the lesson, from 1.
    """

    epochs: int = 0
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    parts: tuple[str, ...] = ()
    moment: int | None = None
    dropped: Path | None = None
    step: int = 1


def _view(name: str, window: MainWindow) -> None:
    dock = window.docks.docks[name]
    dock.show()
    dock.raise_()


def _place(name: str, window: MainWindow) -> None:
    window.course.places.chosen.emit(name)


def _walk_to_the_end(window: MainWindow) -> None:
    view = window.walking.view
    window.walking.open()
    wait(lambda: view.walk is not None, 20)
    view.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier))


def _prove(window: MainWindow) -> None:
    """The dialog of exports with three files written, and each loaded back."""
    with TemporaryDirectory(prefix="playground-") as folder:
        window.files.show_path(Path(folder, window.files.title + ENDING))
        QTimer.singleShot(AT_ONCE_MS, window, lambda: _write_three(window))
        window.exporting.export_several()


def _write_three(window: MainWindow) -> None:
    dialog = next(_in_front(window))
    assert isinstance(dialog, ExportDialog)
    for name in PROVEN:
        dialog.cards[name].tick.setChecked(True)
    # Where they really are is gone with the picture.
    dialog.show_folder(Path("~"))
    dialog.export_button.click()
    dialog.cards[PROVEN[0]].setFocus()


# Views come before the training, so that they have seen it. A landscape is of the weights as it is opened.
OPENED_FIRST: Mapping[str, Callable[[MainWindow], object]] = {
    entry.name: partial(_view, entry.name) for entry in VIEWS if entry.name != "landscape"
}
OPENED_LAST: Mapping[str, Callable[[MainWindow], object]] = {
    "landscape": partial(_view, "landscape"),
    **{name: partial(_place, name) for name, *_ in PLACES},
    "start": lambda window: window.welcome.show(),
    "walk": _walk_to_the_end,
    "draw": lambda window: window.making.draw(),
    "rates": lambda window: window.finding.open(),
    "export": lambda window: window.exporting.export_several(),
    "proof": _prove,
}
PARTS = (*OPENED_FIRST, *OPENED_LAST)


def picture(project: Project, path: Path, out: Path, asked: Asked, expected: str | None = None) -> str:
    """Write a PNG of the real window with that project. Returns "" or why training stopped, in words.

    Raises ChangedError where another file is at `out` than expected, or OSError.
    """
    application = make_hidden_application()
    # Nobody watches, so it need not start gently.
    settings = Settings(pace="flat_out", language=read_settings().language)
    window = make_window(project.document, settings, chosen_theme(asked.theme))
    show_project(window, project, path)
    # Nobody is there to close a box.
    window.files.unsaved_training.blockSignals(True)
    if project.training is not None:
        window.trainer.begin(project.document, project.training)
    window.resize(*asked.size)
    window.show()
    # Qt lays out anew what is opened before that, and leaves the left as wide as it was first.
    application.processEvents()
    for name in asked.parts:
        OPENED_FIRST.get(name, _nothing)(window)
    if asked.dropped is not None and asked.dropped.suffix.lower() in LESSONS:
        open_dropped(window, asked.dropped)
        window.teaching.go_to(asked.step - 1)
    _train(window, asked.epochs)
    _go_back(window, asked.moment)
    drawn = png_of(_taken(window, asked))
    stopped = explanation(window.trainer.status)
    window.editor.mark_saved()
    window.close()
    window.trainer.close(30)
    application.processEvents()
    write_beside(out, drawn, expected)
    return stopped


def _nothing(window: MainWindow) -> None:
    pass


def _train(window: MainWindow, epochs: int) -> None:
    trainer = window.trainer
    trainer.start()
    wait(lambda: trainer.status.state not in ("loading", "building"), 120)
    before = trainer.status
    if epochs and before.state in ("ready", "paused"):
        trainer.train_epochs(epochs)
        ended = ("paused", "diverged", "failed")
        wait(lambda: trainer.status is not before and trainer.status.state in ended, AN_HOUR)


def _go_back(window: MainWindow, epoch: int | None) -> None:
    """To the kept moment that is nearest to the epoch."""
    if epoch is None:
        return
    bar = window.panels.of(TimeBar)
    wait(lambda: len(bar.steps) > 1, 10)
    bar.go_to(epoch)
    wait(lambda: bar.past is not None, 10)


def _taken(window: MainWindow, asked: Asked) -> QPixmap:
    """With what is opened last. A dialog may run a loop of its own until it is closed: the picture is taken in it."""
    taken: list[QPixmap] = []

    def take() -> None:
        look.stop()
        taken.append(_composed(window))
        for dialog in _in_front(window):
            dialog.close()

    settles = SETTLES_MS if asked.parts or asked.dropped else AT_ONCE_MS
    begun, look = time.monotonic(), QTimer(window, interval=AT_ONCE_MS // 4)
    look.timeout.connect(
        lambda: take() if time.monotonic() - begun > settles / 1_000 and not _is_busy(window) else None
    )
    look.start()
    if asked.dropped is not None and window.teaching.lesson is None:
        open_dropped(window, asked.dropped)
    for name in asked.parts:
        OPENED_LAST.get(name, _nothing)(window)
    wait(lambda: bool(taken), AN_HOUR)
    return taken[0]


def _is_busy(window: QWidget) -> bool:
    """Whether a dialog shows that it is at work."""
    return any(bar.isVisible() for dialog in _in_front(window) for bar in dialog.findChildren(QProgressBar))


def _in_front(window: QWidget) -> Iterator[QWidget]:
    return (other for other in QApplication.topLevelWidgets() if isinstance(other, QDialog) and other.isVisible())


def _composed(window: MainWindow) -> QPixmap:
    """The window with its dialogs, each with a line around it, as window managers draw one."""
    whole = picture_of(window)
    painter = QPainter(whole)
    for dialog in _in_front(window):
        place = dialog.geometry()
        place.moveCenter(window.rect().center())
        painter.fillRect(window.rect(), QColor(0, 0, 0, 60))
        painter.drawPixmap(place.topLeft(), picture_of(dialog))
        painter.setPen(window.theme.colour("edge"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return whole
