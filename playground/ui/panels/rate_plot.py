"""The learning rate over the epochs to come, drawn before they run."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.document.document import Document
from playground.document.schedules import OnPlateau, Schedule
from playground.document.settings import TrainingSettings
from playground.frames.frame import Frame
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.number_box import field_text

MOST_POINTS = 300


def planned_epochs(training: TrainingSettings, epoch: int = 0) -> int:
    """How many epochs to draw: to the end that is set, else as far as the shape shows; never less than have run."""
    return max(training.stopping.until_epochs or training.schedule.span or training.epochs, epoch, 1)


def planned_shares(schedule: Schedule, epochs: int) -> list[tuple[float, float]]:
    """(epoch, share of the set rate) from 0 to `epochs`, at most a few hundred.

    On plateau it is the fastest that it may fall: whenever patience ends, as if no loss ever got better.
    """
    apart = max(1, epochs // MOST_POINTS)
    found = []
    for epoch in range(0, epochs + 1, apart):
        share = schedule.share(epoch)
        if isinstance(schedule, OnPlateau):
            share = max(schedule.factor ** (epoch // schedule.patience), schedule.lowest)
        found.append((float(epoch), share))
    return found


class RatePlot(QWidget):
    """A small curve of the planned rates, with the present epoch marked. Its axes are labelled at their ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._training, self._epoch, self._rate = theme, TrainingSettings(), 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Learning rate over the epochs"))

    def sizeHint(self) -> QSize:
        return QSize(200, 6 * self.fontMetrics().height())

    def show_document(self, document: Document) -> None:
        self._training = document.training
        self.update()

    def show_frame(self, frame: Frame) -> None:
        if (frame.epoch, frame.learning_rate) != (self._epoch, self._rate):
            self._epoch, self._rate = frame.epoch, frame.learning_rate
            if self.isVisible():
                self.update()

    def forget(self) -> None:
        self._epoch, self._rate = 0, 0.0
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled_font(SMALL))
        metrics = painter.fontMetrics()
        top = field_text(self._training.learning_rate)
        left = max(metrics.horizontalAdvance(top), metrics.horizontalAdvance("0.00")) + 8
        area = QRectF(left, 6, self.width() - left - 8, self.height() - 12 - metrics.height())
        self._draw_axes(painter, area, top)
        self._draw_rates(painter, area)
        self._draw_present(painter, area)

    def _draw_axes(self, painter: QPainter, area: QRectF, top: str) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topLeft(), area.topRight())
        painter.setPen(self._theme.colour("muted"))
        height = painter.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for words, y in ((top, area.top()), ("0", area.bottom())):
            painter.drawText(QRectF(0, y - height / 2, area.left() - 6, height), right, words)
        below = QRectF(area.left(), area.bottom() + 4, area.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.tr("epoch"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{self._epochs:,}")

    @property
    def _epochs(self) -> int:
        return planned_epochs(self._training, self._epoch)

    def _point(self, area: QRectF, epoch: float, share: float) -> QPointF:
        return QPointF(area.left() + area.width() * epoch / self._epochs, area.bottom() - area.height() * share)

    def _draw_rates(self, painter: QPainter, area: QRectF) -> None:
        schedule = self._training.schedule
        points, before = QPolygonF(), None
        for epoch, share in planned_shares(schedule, self._epochs):
            if before is not None and before - share > 0.02:
                # A drop is upright, not a slope between two epochs.
                points.append(self._point(area, epoch, before))
            points.append(self._point(area, epoch, share))
            before = share
        maybe = isinstance(schedule, OnPlateau)
        line = Qt.PenStyle.DashLine if maybe else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.colour("muted" if maybe else "accent"), 2, line))
        painter.drawPolyline(points)

    def _draw_present(self, painter: QPainter, area: QRectF) -> None:
        if not self._epoch:
            return
        set_rate = self._training.learning_rate
        share = min(self._rate / set_rate, 1.0) if set_rate else 1.0
        here = self._point(area, self._epoch, share)
        painter.setPen(QPen(self._theme.colour("muted", 120), 1))
        painter.drawLine(QPointF(here.x(), area.top()), QPointF(here.x(), area.bottom()))
        painter.setPen(QPen(QColor(self._theme.panel), 1.5))
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(here, 4, 4)
