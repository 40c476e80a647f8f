"""What the lines of a chart are: a stroke in its colour before each name, in as many rows as they need."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.charts.painted import Painted
from playground.ui.theme import Theme

STROKE, GAP, BETWEEN = 16, 5, 12


@dataclass(frozen=True, slots=True)
class Key:
    """One line: its colour (of the theme, or as #rrggbb), how it is drawn, and its name."""

    colour: str
    name: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine


class Keys(Painted):
    """Wraps where the width is not enough; hidden where there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: tuple[Key, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        self.show_theme(theme)

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        if keys != self.keys:
            self.keys = keys
            self.setAccessibleName(", ".join(key.name for key in keys))
            self.setVisible(bool(keys))
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        return int(self._places(width)[1]) + 2

    def sizeHint(self) -> QSize:
        width = max(self.width(), 150)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, int(QFontMetricsF(self.font()).height()) + 2)

    def _places(self, width: float) -> tuple[list[QRectF], float]:
        """Where each key stands, and how high all are."""
        metrics = QFontMetricsF(self.font())
        places, left, top = [], 0.0, 0.0
        for key in self.keys:
            wide = STROKE + GAP + metrics.horizontalAdvance(key.name) + 1
            if left and left + wide > width:
                left, top = 0.0, top + metrics.height() + 1
            places.append(QRectF(left, top, min(wide, width), metrics.height()))
            left += wide + BETWEEN
        return places, top + metrics.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        for key, place in zip(self.keys, self._places(self.width())[0], strict=True):
            middle = place.center().y()
            painter.setPen(QPen(self.theme.colour(key.colour), 2.2, key.style))
            painter.drawLine(QPointF(place.left(), middle), QPointF(place.left() + STROKE, middle))
            painter.setPen(self.theme.colour("ink"))
            room = place.adjusted(STROKE + GAP, 0, 2, 0)
            shown = metrics.elidedText(key.name, Qt.TextElideMode.ElideRight, room.width() + 1)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
