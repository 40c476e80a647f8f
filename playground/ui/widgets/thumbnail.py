"""A data set as a small picture that can be chosen."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from playground.datasets.preview import preview
from playground.document.settings import DataSettings
from playground.ui.icons import paint_icon
from playground.ui.text import data_help, data_title
from playground.ui.texts.exports.card import bundled_source
from playground.ui.theme import signed_rgb, strengths_rgb
from playground.ui.widgets.plain import tip

PIXELS = 96
ROUNDING = 6


def picture(values: NDArray[np.floating]) -> QImage:
    """What `datasets.preview.preview` gives, in the one colour language: values, or how strongly classes are seen."""
    return rgb_picture(signed_rgb(values) if values.ndim == 2 else strengths_rgb(values))


@lru_cache(maxsize=64)
def data_picture(data: DataSettings) -> QImage:
    """What a bundled data set looks like."""
    return picture(preview(data, PIXELS))


def rgb_picture(rgb: NDArray[np.uint8]) -> QImage:
    """Colours, (height, width, 3), as an image with its own copy of them."""
    colours = np.ascontiguousarray(rgb)
    height, width, _ = colours.shape
    return QImage(colours.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class Tile(QAbstractButton):
    """A small square that can be chosen, ringed where it is. `walked(down, right)` by the arrow keys."""

    walked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Fixed would have its panel ask for the height of its hint, however narrow it is.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paint_inside(self, painter: QPainter, inner: QRectF) -> None:
        """What is seen in the ring, clipped to its rounded square."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(46, 46)

    def minimumSizeHint(self) -> QSize:
        return QSize(30, 30)

    def heightForWidth(self, width: int) -> int:
        return min(width, 64)

    def nextCheckState(self) -> None:
        """The document says which one is chosen, not the click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        if event.key() in ways:
            self.walked.emit(*ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self.width(), self.height())
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        inner = square.adjusted(3, 3, -3, -3) if self.isChecked() else square
        path = QPainterPath()
        path.addRoundedRect(inner, ROUNDING - 1, ROUNDING - 1)
        painter.setClipPath(path)
        self.paint_inside(painter, inner)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._ring(painter, square, inner)

    def _ring(self, painter: QPainter, square: QRectF, inner: QRectF) -> None:
        colours = self.palette()
        if self.isChecked():
            painter.setPen(QPen(colours.highlight().color(), 2))
            painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), ROUNDING + 1, ROUNDING + 1)
        elif self.underMouse():
            painter.setPen(QPen(colours.placeholderText().color(), 1.5))
            painter.drawRoundedRect(square.adjusted(0.75, 0.75, -0.75, -0.75), ROUNDING, ROUNDING)
        if self.hasFocus():
            painter.setPen(QPen(colours.text().color(), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(inner.adjusted(2, 2, -2, -2), ROUNDING - 2, ROUNDING - 2)


class Thumbnail(Tile):
    """The picture of a data set."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._image = name, QImage()
        words = filter(None, (data_help(name), bundled_source(name)))
        self.setToolTip(tip("\n".join(words), title=data_title(name)))
        self.setAccessibleName(data_title(name))
        self.setAccessibleDescription(data_help(name))

    def show_picture(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paint_inside(self, painter: QPainter, inner: QRectF) -> None:
        painter.drawImage(inner, self._image)


class MakerTile(Tile):
    """An icon that asks for data of one's own."""

    def __init__(self, icon: str, title: str, help: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setToolTip(tip(help, title=title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(help)

    def paint_inside(self, painter: QPainter, inner: QRectF) -> None:
        colours = self.palette()
        painter.fillRect(inner, colours.alternateBase())
        side = inner.width() / 4
        paint_icon(painter, self._icon, inner.adjusted(side, side, -side, -side), colours.text().color())
