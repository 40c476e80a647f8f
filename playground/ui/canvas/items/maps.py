"""From the arrays of a frame to pictures that Qt draws fast."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from playground.ui.theme import NEGATIVE, POSITIVE, ZERO, class_rgb, signed_rgb

# Pixels of a sequence's picture, and of its line.
WAVE_SIZE, WAVE_LINE = (192, 96), 4.0


def picture(rgb: NDArray[np.uint8]) -> QImage:
    """An 8-bit RGB array, (height, width, 3), as an image that holds its own copy in the format drawn fastest."""
    height, width, _ = rgb.shape
    rgb = np.ascontiguousarray(rgb)
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def map_pictures(maps: NDArray[np.floating], most: int, discretize: bool = False) -> list[QImage]:
    """Neurons' maps, (units, height, width), from -1 to +1, as at most `most` pictures; `discretize` shows signs."""
    return [picture(rgb) for rgb in signed_rgb(signs(maps[:most]) if discretize else maps[:most])]


def wave_pictures(waves: NDArray[np.floating], most: int) -> list[QImage]:
    """Sequences, (units, length), from -1 to +1 as lines: blue above 0, orange below it; at most `most`."""
    return [_wave_picture(wave) for wave in np.clip(np.nan_to_num(waves[:most]), -1, 1)]


def _wave_picture(wave: NDArray[np.floating]) -> QImage:
    image = QImage(*WAVE_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(*ZERO))
    wide, middle = WAVE_SIZE[0], WAVE_SIZE[1] / 2
    room = middle - 3 * WAVE_LINE
    x = np.linspace(2 * WAVE_LINE, wide - 2 * WAVE_LINE, max(len(wave), 2))
    line = QPolygonF([QPointF(*at) for at in zip(x.tolist(), (middle - room * wave).tolist(), strict=False)])
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(*ZERO).darker(112), WAVE_LINE / 2))
        painter.drawLine(QPointF(0, middle), QPointF(wide, middle))
        for top, colour in ((0.0, POSITIVE), (middle, NEGATIVE)):
            painter.setClipRect(QRectF(0, top, wide, middle))
            painter.setPen(QPen(QColor(*colour), WAVE_LINE, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(line)
    return image


def scaled(maps: NDArray[np.floating], together: bool) -> NDArray[np.floating]:
    """Maps (units, height, width) whose largest magnitude is 1, of all `together` or of each: shown for their form."""
    with np.errstate(invalid="ignore"):
        largest = np.abs(np.nan_to_num(maps)).max(axis=None if together else (1, 2), keepdims=True, initial=0)
    return maps / np.where(largest > 0, largest, 1)


def surface_picture(surface: NDArray[np.floating], discretize: bool = False) -> QImage:
    """The output over the plane, (height, width, 1) signed or (height, width, classes) probabilities.

    `discretize` shows the sign or the winner alone.
    """
    # Finer grids are for the output view: a card has some 100 pixels.
    finer = max(surface.shape[0] // 100, 1)
    surface = surface[::finer, ::finer]
    if surface.shape[-1] == 1:
        return picture(signed_rgb(signs(surface[..., 0]) if discretize else surface[..., 0]))
    if discretize:
        surface = np.eye(surface.shape[-1])[np.nan_to_num(surface).argmax(axis=-1)]
    return picture(class_rgb(surface))


def signs(values: NDArray[np.floating]) -> NDArray[np.floating]:
    """-1 below 0, else +1; what is no number stays none."""
    return np.where(np.isnan(values), values, np.where(values >= 0, 1.0, -1.0))
