"""The one colour language as a bar, from -1 to +1."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.theme import SIGNED_COLOURS

THICKNESS = 9


class ColourLegend(QWidget):
    """Orange over grey to blue, with the values at its ends."""

    def __init__(self, low: str = "−1", high: str = "+1", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ends(self, low: str, high: str) -> None:
        """Other words at the ends, such as the target's range."""
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, max(self.fontMetrics().height(), THICKNESS))

    def minimumSizeHint(self) -> QSize:
        measure = self.fontMetrics()
        words = measure.horizontalAdvance(self._low) + measure.horizontalAdvance(self._high)
        return QSize(words + 56, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        measure = self.fontMetrics()
        left = measure.horizontalAdvance(self._low) + 8
        right = measure.horizontalAdvance(self._high) + 8
        painter.setPen(self.palette().placeholderText().color())
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), centre | Qt.AlignmentFlag.AlignLeft, self._low)
        painter.drawText(self.rect(), centre | Qt.AlignmentFlag.AlignRight, self._high)
        bar = QRectF(left, (self.height() - THICKNESS) / 2, self.width() - left - right, THICKNESS)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for at in (0.0, 0.5, 1.0):
            gradient.setColorAt(at, QColor(*map(int, SIGNED_COLOURS[round(at * 255)])))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, THICKNESS / 2, THICKNESS / 2)
