"""Closing the window while files are still being written: they are finished first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from playground.ui.widgets.plain import PlainBox

LOOK_MS = 50


class Finishing(PlainBox):
    """Stands until nothing is written any more, then calls `leave`; so does its button, without waiting.

    Esc sends it away, and the window stays.
    """

    def __init__(self, names: Callable[[], Sequence[str]], leave: Callable[[], object], window: QWidget) -> None:
        super().__init__(window)
        self._names, self._leave, self._window = names, leave, window
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.without = self.addButton(self.tr("Leave without it"), QMessageBox.ButtonRole.DestructiveRole)
        self.stay = self.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(self.stay)
        self.without.clicked.connect(self._end)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()
        self.finished.connect(self._clock.stop)
        self._look()

    def _look(self) -> None:
        names = self._names()
        if names:
            self.setText(self.tr("Finishing {file}…").format(file=", ".join(names)))
        else:
            self._end()
            self.close()

    def _end(self) -> None:
        self._clock.stop()
        # After this box is gone: a window cannot close behind one.
        QTimer.singleShot(0, self._window, self._leave)
