"""The mark of the adviser's line, and the small picture that proves what it says."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.advice.finding import Evidence
from playground.ui.theme import Theme

MARK, EVIDENCE = 22, (68, 22)


class Sign(QWidget):
    """A quiet dot, or the mark of something that stands out."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(MARK, MARK)
        self.theme: Theme | None = None
        self.speaks = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0.5, 0.5, MARK - 1, MARK - 1)
        if not self.speaks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("muted", 150))
            painter.drawEllipse(place.center(), 3, 3)
            return
        painter.setPen(QPen(self.theme.colour("note_line"), 1.0))
        painter.setBrush(self.theme.colour("note"))
        painter.drawEllipse(place)
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(self.theme.colour("note_ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "!")


class EvidenceView(QWidget):
    """The proof, as a small picture without axes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(*EVIDENCE)
        self.theme: Theme | None = None
        self.evidence = Evidence()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, evidence = self.theme, self.evidence
        if theme is None:
            return
        painter = QPainter(self)
        wide, high = self.width() - 2, self.height() - 2
        step = wide / max(len(evidence.bars), 1)
        for at, size in enumerate(evidence.bars):
            colour = theme.colour("validation" if at < evidence.faint else "train")
            tall = max(size * high, 1.0)
            painter.fillRect(QRectF(1 + at * step, 1 + high - tall, max(step - 0.7, 0.7), tall), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if evidence.marked is not None:
            painter.setPen(QPen(theme.colour("muted"), 1.0, Qt.PenStyle.DotLine))
            x = 1 + evidence.marked * wide
            painter.drawLine(QPointF(x, 1), QPointF(x, 1 + high))
        for side, values in evidence.lines:
            painter.setPen(QPen(theme.colour(side), 1.4))
            apart = wide / max(len(values) - 1, 1)
            painter.drawPolyline(
                QPolygonF([QPointF(1 + at * apart, 1 + (1 - value) * high) for at, value in enumerate(values)])
            )
