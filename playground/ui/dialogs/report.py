"""Telling of a mistake of ours: one calm box, and a report to copy that names nothing of a person's work."""

from __future__ import annotations

import os
import platform
import sys
import threading
import traceback
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from playground import __version__
from playground.logbook import LOG, last_errors, let_go, skeleton
from playground.terminal import clean
from playground.ui.logs import logs_folder
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.plain import PlainBox

LIBRARIES = ("PySide6-Essentials", "tensorflow", "keras", "numpy")


def report_text(error: BaseException | None = None) -> str:
    """Version, system and this error, or the last that was logged: in English, for those who mend it."""
    last = "\n".join(skeleton(error)) if error is not None else last_errors(logs_folder())
    lines = (
        f"Playground {__version__}",
        f"System: {platform.platform()}, {platform.machine()}, {os.cpu_count()} cores",
        f"Python {platform.python_version()}, Qt {qVersion()} ({QGuiApplication.platformName()})",
        ", ".join(f"{name} {_version(name)}" for name in LIBRARIES),
        "",
        f"Last error:\n{last}" if last else "Last error: none",
    )
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not there"


class ReportDialog(QDialog):
    """The report, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report a problem"))
        words = self.tr(
            "Copy this into your report and write what you did before. Nothing is sent by itself. Your data and the "
            "names of your layers are not in it."
        )
        self.text = QPlainTextEdit(report_text(), readOnly=True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Report"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self.buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.copy.clicked.connect(lambda: self.copy.setText(self.tr("Copied")))
        self.buttons.rejected.connect(self.reject)
        self.where = TextLabel(self.tr("The log is in {folder}").format(folder=logs_folder()), muted=True, wrap=True)
        column = QVBoxLayout(self)
        for part in (TextLabel(words, wrap=True), self.text, self.where, self.buttons):
            column.addWidget(part)
        self.resize(640, 420)


def show_report(window: QWidget) -> None:
    """Open the report until somebody closes it."""
    dialog = ReportDialog(window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class MistakeBox(PlainBox):
    """Says that something went wrong, and that the work goes on."""

    def __init__(self, error: BaseException, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Something went wrong in the Playground."), PlainBox.Icon.Warning)
        self.setInformativeText(self.tr(
            "Your network and what it has learned are still here. Where something seems wrong now, save it and start "
            "again."
        ))  # fmt: skip
        self.setDetailedText(details)
        self.copy = self.addButton(self.tr("Copy report"), PlainBox.ButtonRole.ActionRole)
        self.go_on = self.addButton(self.tr("Go on"), PlainBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.go_on)
        self.setEscapeButton(self.go_on)
        report = report_text(error)
        # A box closes with each of its buttons, but for one that it does not hear.
        self.copy.clicked.disconnect()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.copy.clicked.connect(lambda: self.copy.setText(self.tr("Copied")))


class Mistakes(QObject):
    """Hears of each error that nobody expected, in any thread, and tells of each place in the code once."""

    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._box: MistakeBox | None = None
        # When the window has time: not in a thread, and not while something is painted.
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Be told of what nobody catches."""
        sys.excepthook, threading.excepthook = self.hear, self._hear_thread

    def hear(self, kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        LOG.error("nobody expected this", exc_info=error)
        if sys.stderr is not None:
            sys.stderr.write(_details(error))
        self._heard.emit(error)
        let_go(error)

    def _hear_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not issubclass(told.exc_type, SystemExit):
            self.hear(told.exc_type, told.exc_value, told.exc_traceback)

    def _tell(self, error: BaseException) -> None:
        # One that comes with each tick of a clock is told once; while a box stands there is no second.
        place = "\n".join(skeleton(error))
        if self._box is not None or place in self._told:
            return
        self._told.add(place)
        # Without a parent the box would go with this function's last line.
        shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isWindow())
        parent = QApplication.activeModalWidget() or next(shown, None)
        self._box = MistakeBox(error, _details(error), parent)
        self._box.destroyed.connect(self._forget)
        self._box.open()

    def _forget(self) -> None:
        self._box = None


def _details(error: BaseException) -> str:
    return clean("".join(traceback.format_exception(error)), kept="\n")
