"""Makes the application: settings, editor, trainer and the main window."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, cast

from PySide6.QtCore import QEventLoop, QLoggingCategory, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.files.link import Remark
from playground.imports.found import Imported
from playground.projects.project import Project
from playground.reopening import Desk, made
from playground.ui.dialogs.dropped import Dropped
from playground.ui.dialogs.report import Mistakes
from playground.ui.editor import Editor
from playground.ui.fonts import add_chinese_font
from playground.ui.icons import app_icon
from playground.ui.keeping.keeping import Keeping
from playground.ui.logs import keep_window_log
from playground.ui.main_window import MainWindow
from playground.ui.settings import Settings, name_program, read_settings
from playground.ui.texts.language import chosen_language, speak
from playground.ui.theme import DARK, LIGHT, Theme, palette
from playground.ui.trainer import Trainer
from playground.ui.widgets.painting import keep_errors_inside
from playground.ui.widgets.screen_room import fit_on_screen


def make_application() -> QApplication:
    """The one QApplication, named, styled and translated."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if existing is not None:
        # The command line's, which has no windows.
        existing.shutdown()
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Every 3D view shares pyqtgraph's shaders.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(sys.argv[:1])
    keep_errors_inside()
    name_program()
    application.setStyle("Fusion")
    application.setWindowIcon(app_icon())
    add_chinese_font(application)
    speak(application, chosen_language(read_settings().language))
    return application


def make_hidden_application() -> QApplication:
    """One that draws where nobody sees it."""
    if not isinstance(QApplication.instance(), QApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # Without a screen, Qt warns of each hint for a window manager that is not there.
        QLoggingCategory.setFilterRules("default.warning=false")
    return make_application()


def chosen_theme(name: str) -> Theme:
    """The theme of that name; the system's for "system"."""
    if name == "system":
        name = "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return DARK if name == "dark" else LIGHT


def make_window(document: Document, settings: Settings, theme: Theme, trainer: Trainer | None = None) -> MainWindow:
    """The main window, with a trainer that has not started unless one is given."""
    make_application().setPalette(palette(theme))
    return made(Editor(document), trainer or Trainer(document), settings, theme)


def open_window(
    project: Project,
    path: Path | None,
    trainer: Trainer,
    remarks: tuple[Remark, ...] | None = None,
    stranger: tuple[Path, Imported] | None = None,
    dropped: Path | None = None,
) -> int:
    """Show the window until it is closed; gives the exit code. `remarks` come with a document from a link.

    `stranger` is a network of somebody else's file, which comes in place of the document; `dropped` is opened in the
    window, as what is dropped on it: a lesson, a table, a folder of pictures. The trainer is of the project's document
    and has its training, and may have started.
    """
    application = make_application()
    keep_window_log()
    Mistakes(application).watch()
    keeping = Keeping(application)
    settings = keeping.settings
    window = make_window(project.document, settings, chosen_theme(settings.theme), trainer)
    show_project(window, project, path)
    if remarks is not None:
        window.files.show_link(remarks)
    if stranger is not None:
        window.files.importing.arrived.emit(*stranger)
    elif path is None and remarks is None:
        window.teaching.come_back()
        if settings.welcome and dropped is None:
            window.welcome.show()
    desk = Desk(window, keeping.attach)
    window.show()
    # Its title bar is known once the screen has it.
    QTimer.singleShot(0, window, lambda: _seen(window, dropped))
    keeping.begin()
    trainer.start()
    code = application.exec()
    trainer.close(keeping.end(desk.window, code))
    return _leave(code) if code else code


def show_project(window: MainWindow, project: Project, path: Path | None) -> None:
    """The document that the window was made with came from there, with what it has learned and its many runs."""
    window.files.show_path(path, project.training)
    window.experimenting.take(project.experiment)


def _leave(code: int) -> NoReturn:
    """Nobody has closed the window, so it is to be gone at once: taking a thousand widgets apart may take a second."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _seen(window: MainWindow, dropped: Path | None) -> None:
    """What is wrong with a file is said in front of the window."""
    fit_on_screen(window)
    if dropped is not None:
        open_dropped(window, dropped)


def open_dropped(window: MainWindow, path: Path) -> None:
    """As if it was dropped on the window."""
    cast(Dropped, window.findChild(Dropped)).open(path)


def wait(done: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until `done`, at most that long; whether it came to be."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            return False
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
    return True
