"""A few pictures of each class, as the network will see them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.ui.pictures.reading import Bytes
from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.examples.inputs import paint_picture
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

SIDE, GAP, NAMES = 48, 6, 120
# As many classes and as many pictures of each are shown.
MOST_CLASSES, MOST_EACH = 6, 9

Row = tuple[str, str, Sequence[Bytes]]


class Sheet(Painted):
    """Rows of (class, how many pictures, some of them)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.show_theme(theme)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{name}: {count}" for name, count, _ in self.rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NAMES + MOST_EACH * (SIDE + GAP), max(len(self.rows), 3) * (SIDE + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(NAMES + 4 * (SIDE + GAP), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, (name, count, pictures) in enumerate(self.rows):
            top = place * (SIDE + GAP)
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAMES - 8)
            painter.setPen(self.theme.colour("ink"))
            half = SIDE // 2
            painter.drawText(QRectF(0, top, NAMES - 8, half), Qt.AlignmentFlag.AlignBottom, words)
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(0, top + half, NAMES - 8, half), Qt.AlignmentFlag.AlignTop, count)
            for at, pixels in enumerate(pictures):
                where = QRectF(NAMES + at * (SIDE + GAP), top, SIDE, SIDE)
                if where.right() <= self.width():
                    paint_picture(painter, where, pixels / np.float32(255))


class Strip(Painted):
    """One picture of each class, with its name below; nothing as long as none is there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: tuple[Bytes, ...] = ()
        self.names: tuple[str, ...] = ()
        self.setVisible(False)
        self.show_theme(theme)

    def show_pictures(self, pictures: Sequence[Bytes], names: Sequence[str]) -> None:
        self.pictures, self.names = tuple(pictures), tuple(names)
        self.setAccessibleDescription(", ".join(names))
        self.setVisible(True)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(10 * (36 + GAP), 36 + 8 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self.theme.colour("muted"))
        step = min(self.width() / max(len(self.pictures), 1), 72.0)
        for at, (pixels, name) in enumerate(zip(self.pictures, self.names, strict=True)):
            paint_picture(painter, QRectF(at * step, 0, 36, 36), pixels / np.float32(255))
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(step) - 4)
            painter.drawText(QRectF(at * step, 40, step, self.height() - 40), words)
