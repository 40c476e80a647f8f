"""The same work in a new window, which speaks another language; training does not notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication

from playground.ui.editor import Editor
from playground.ui.main_window import MainWindow
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.settings import Settings
from playground.ui.texts.language import chosen_language, speak
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer
from playground.ui.widgets.choices import scroll_alike, take_over
from playground.ui.widgets.first_paint import busy
from playground.ui.widgets.styling import put_on

# Seconds that training leaves to the making of a window, which takes one where nothing else wants the machine.
LONGEST = 10.0


def made(editor: Editor, trainer: Trainer, settings: Settings, theme: Theme) -> MainWindow:
    """A window, styled once it is whole.

    With a sheet, every part that is put into another would be styled anew with all that is in it.
    """
    put_on("", theme)
    window = MainWindow(editor, trainer, settings, theme)
    window.styling.show(theme)
    return window


class Desk:
    """Where the one window stands, whichever it is by now."""

    def __init__(self, window: MainWindow, put: Callable[[MainWindow], object]) -> None:
        """`put` hears of each."""
        self._told = put
        self._put(window)

    def _put(self, window: MainWindow) -> None:
        self.window = window
        self._told(window)
        # Later, as the menu that was chosen from goes with its window.
        window.language_chosen.connect(self._speak, Qt.ConnectionType.QueuedConnection)

    def _speak(self, language: str) -> None:
        if language == self.window.settings.language:
            return
        if self.window.filming.maker.working:
            words = QCoreApplication.translate("App", "The language can be changed once the film is made.")
            self.window.status.say(words)
        else:
            with busy():
                self._put(reopened(self.window, language))


def reopened(old: MainWindow, language: str) -> MainWindow:
    """A window like the old one that speaks the language; the old one goes once the new one is seen."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    old.tick.stop()
    old.trainer.rest(LONGEST)
    old.editor.cancel()
    settings, looked = replace(old.keep(), language=language), _looked(old)
    # Large letters would be made large again.
    old.setUpdatesEnabled(False)
    old.presentation.setChecked(False)
    for signal in (old.editor.changed, old.editor.opened, old.editor.change_crossed):
        signal.disconnect()
    speak(application, chosen_language(language))
    new = made(old.editor, old.trainer, settings, old.theme)
    if not old.isMaximized() and not old.isFullScreen():
        new.setGeometry(old.geometry())
    _take_over(old, new)
    new.show()
    application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if old.trainer.last_frame is not None:
        # Again, as some views were turned to what they ask before they were seen.
        new.show_newest_frame(old.trainer.last_frame)
    # Places have their lengths only once all has been laid out.
    QTimer.singleShot(0, new, lambda: _let_go(old, new, looked))
    return new


def _take_over(old: MainWindow, new: MainWindow) -> None:
    """What the window holds beside document, run and settings."""
    new.files.take_over(old.files)
    new.curves.keep_runs(old.curves.ghosts)
    new.examples.choose(old.examples.chosen)
    new.canvas.select(old.canvas.canvas.selected)
    made = {name: dock for name, dock in old.docks.docks.items() if dock.is_made}
    if "landscape" in made and (landscape := old.docks.of(LossLandscapePanel).found) is not None:
        new.docks.of(LossLandscapePanel).show_landscape(landscape)
    if old.trainer.last_frame is not None:
        new.show_newest_frame(old.trainer.last_frame)
    for name, dock in made.items():
        # It may be closed by now.
        new.docks.docks[name].make()
        take_over(dock, new.docks.docks[name])
    new.teaching.take_over(old.teaching)
    new.laboratory.take_over(old.laboratory)
    new.experimenting.take_over(old.experimenting)
    new.course.take_over(old.course)
    new.walking.take_over(old.walking)
    if old.welcome.is_shown:
        new.welcome.show()


def _let_go(old: MainWindow, new: MainWindow, looked: tuple[float, QPointF] | None) -> None:
    scroll_alike(old.docks, new.docks)
    if looked is not None:
        new.canvas.zoom_to(looked[0])
        new.canvas.look_at(looked[1])
    old.hide()
    new.trainer.rest(0)
    with busy():
        # A thousand widgets take a moment to go.
        old.deleteLater()


def _looked(window: MainWindow) -> tuple[float, QPointF] | None:
    """The zoom of the canvas and what stands in its middle, where somebody has chosen them."""
    canvas = window.canvas
    return (canvas.zoom, canvas.mapToScene(canvas.viewport().rect().center())) if canvas.is_touched else None
