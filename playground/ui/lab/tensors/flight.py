"""The one animation of the lab: cells of a result come from the places of their sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from playground.ui.lab.tensors.cells import paint_cell
from playground.ui.widgets.fonts import scaled_font

LASTS_MS = 300


@dataclass(frozen=True, slots=True)
class Flown:
    """A cell on its way."""

    start: QRectF
    end: QRectF
    colour: QColor
    words: str


class Flight(QWidget):
    """Above the tensors; lets the mouse through, and is gone once all have come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._flown: list[Flown] = []
        self._then: Callable[[], None] = lambda: None
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setDuration(LASTS_MS)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(lambda _: self.update())
        self._run.finished.connect(self.stop)
        self.hide()

    @property
    def may_move(self) -> bool:
        """False where the system wants no motion, and where nobody sees it."""
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        parent = self.parentWidget()
        return not still and parent is not None and parent.isVisible()

    def fly(self, flown: list[Flown], then: Callable[[], None]) -> None:
        """Let cells fly, and do something once they have come."""
        self.stop()
        self._flown, self._then = flown, then
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self._run.start()

    def stop(self) -> None:
        """All have come."""
        self._run.stop()
        self.hide()
        self._flown, then, self._then = [], self._then, lambda: None
        then()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, share = QPainter(self), float(self._run.currentValue() or 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self._flown:
            painter.setFont(scaled_font(min(1.3, one.end.height() / 36), fixed_digits=True))
            x = one.start.x() + share * (one.end.x() - one.start.x())
            y = one.start.y() + share * (one.end.y() - one.start.y())
            paint_cell(painter, QRectF(x, y, one.end.width(), one.end.height()), one.colour, one.words)
