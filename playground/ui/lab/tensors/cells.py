"""A value as it stands in a cell: its colour, its words, and how a cell is painted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen

from playground.frames.lab import LabTensor
from playground.ui.lab.tensors.sheet import REST, WITH_NUMBERS, Places
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme, signed_rgb

ROUND = 6
# From this luminance on, digits are black.
BRIGHT = 0.18
# How much of its colour a copy keeps, and a cell that is not taken; how much smaller a cell is than its place.
COPY, PALE, BETWEEN = 0.45, 0.22, 3
# So much smaller long words become before they are cut.
SMALLEST_WORDS = 0.6
# Of so many words at most cells are as wide as the longest one needs: so many letters as wide as high.
MOST_WORDS, LETTERS, WIDEST = 64, 5.5, 3.2


def paint_pale(painter: QPainter, cell: QRectF, colour: QColor, words: str, theme: Theme) -> None:
    """A cell that is not taken: little of its colour, its words still to read."""
    pale = QColor(colour)
    pale.setAlphaF(PALE)
    painter.setPen(Qt.PenStyle.NoPen)
    # Lines behind it are not seen through it.
    for colour in (theme.colour("window"), pale):
        painter.setBrush(colour)
        painter.drawRoundedRect(cell, ROUND, ROUND)
    _write(painter, cell, theme.colour("muted"), words)


def paint_cell(painter: QPainter, cell: QRectF, colour: QColor, words: str) -> None:
    """A cell of its own; without words where it is small."""
    large = cell.width() >= WITH_NUMBERS - BETWEEN
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(cell, *(ROUND, ROUND) if large else (0, 0))
    if large:
        _write(painter, cell, QColor("black" if is_bright(colour) else "white"), words)


def paint_copy(painter: QPainter, cell: QRectF, colour: QColor, words: str, theme: Theme) -> None:
    """A cell that takes no memory, or is still to come: dashed, and pale."""
    pale = QColor(colour)
    pale.setAlphaF(COPY * colour.alphaF() * (0.5 if theme.dark else 1))
    painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
    # What lies behind it is not seen through it.
    painter.setBrush(theme.colour("window"))
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    painter.setBrush(pale)
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    _write(painter, cell, theme.colour("ink" if theme.dark else "muted"), words)


def hatch(painter: QPainter, cell: QRectF, colour: QColor) -> None:
    """What comes from nowhere, or is missing."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def _write(painter: QPainter, cell: QRectF, colour: QColor, words: str) -> None:
    painter.setPen(colour)
    font, wide = painter.font(), painter.fontMetrics().horizontalAdvance(words)
    if wide > cell.width() - 2:
        smaller = QFont(font)
        smaller.setPointSizeF(font.pointSizeF() * max(SMALLEST_WORDS, (cell.width() - 4) / wide))
        painter.setFont(smaller)
        words = fitting(words, lambda one: painter.fontMetrics().horizontalAdvance(one) <= cell.width() - 2)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(cell.width()) - 2)
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, words)
    painter.setFont(font)


def fitting(words: str, fits: Callable[[str], bool]) -> str:
    """A number in fewer digits where all have no room, nothing where none fits; a text stays."""
    try:
        number = float(words.replace("−", "-"))
    except ValueError:
        return words
    shorter = [words, *(number_text(number, digits) for digits in (2, 1))] if "." in words else [words]
    return next((one for one in shorter if fits(one)), "")


def largest_of(tensor: LabTensor | None) -> float:
    """The largest absolute value; 0 of what is no number."""
    if tensor is None or tensor.values is None or tensor.values.dtype.kind not in "iufb":
        return 0.0
    numbers = np.abs(tensor.values.astype(np.float64).ravel())
    return float(numbers[np.isfinite(numbers)].max(initial=0.0))


def aspect_of(tensor: LabTensor | None) -> float:
    """How much wider than high its cells are: words need more room than numbers."""
    if tensor is None or tensor.values is None or tensor.dtype != "string" or tensor.values.size > MOST_WORDS:
        return 1.0
    longest = max((len(exact_text(word)) for word in tensor.values.ravel().tolist()), default=0)
    return min(WIDEST, max(1.0, longest / LETTERS))


def cell_colours(tensor: LabTensor | None, largest: float) -> NDArray[np.uint8]:
    """Of each cell its colour, where `largest` is the largest number that is shown: (cells, 3)."""
    if tensor is None or tensor.values is None:
        return np.zeros((0, 3), np.uint8)
    if tensor.values.dtype.kind not in "iufb":
        return signed_rgb(np.zeros(tensor.values.size))
    numbers = tensor.values.astype(np.float64).ravel()
    scaled = np.clip(numbers, -largest, largest) / largest if largest else np.zeros(numbers.size)
    return signed_rgb(0.85 * np.nan_to_num(scaled))


def page_pictures(
    colours: NDArray[np.uint8], places: Places, reached: int | None, pale: frozenset[int], page: tuple[int, int]
) -> list[QImage]:
    """Each page of `page` rows and columns as a picture, a pixel for each cell: clear where it is still to come."""
    shown, (rows, columns) = places.ravel(), page
    empty = shown == REST
    if reached is not None:
        empty |= shown >= reached
    pixels = np.full((len(shown), 4), 255, np.uint8)
    pixels[:, :3] = colours[np.where(empty, 0, shown)]
    pixels[np.isin(shown, list(pale)), 3] = round(255 * PALE)
    pixels[empty] = 0
    kind = QImage.Format.Format_RGBA8888
    # A copy, as the numbers' memory goes before the picture does.
    return [
        QImage(one.tobytes(), columns, rows, 4 * columns, kind).copy() for one in pixels.reshape(-1, rows, columns, 4)
    ]


def is_bright(colour: QColor) -> bool:
    """Whether black digits have more contrast on it than white ones."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] > BRIGHT


def cell_text(value: object) -> str:
    """A value as it stands in a cell: three figures, a tick, a word."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, int):
        return str(value).replace("-", "−") if abs(value) < 100_000 else number_text(float(value))
    if isinstance(value, float):
        return (
            number_text(value)
            if np.isfinite(value)
            else str(value).replace("-", "−").replace("inf", "∞").replace("nan", "NaN")
        )
    return exact_text(value)


def exact_text(value: object) -> str:
    """All that a value says."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
