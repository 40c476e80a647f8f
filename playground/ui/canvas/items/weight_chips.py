"""A chip with its symbol and its number on each line of a small layer, to be turned by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.frames.arrays import Floats
from playground.ui.canvas.items.card import subscript
from playground.ui.canvas.items.lettering import LEAST_STEADY, Fonts, paint_line, width
from playground.ui.canvas.items.weight_lines import WeightLines
from playground.ui.canvas.items.weights import weight_text
from playground.ui.texts.numbers import with_minus
from playground.ui.theme import Theme

# More lines than this between two layers are not written on.
MOST_CHIPS = 12
SIZE = QSizeF(74, 28)
BETWEEN, PAD, ROUNDING = 4.0, 8.0, 7.0
# Below this scale of the canvas a number on a line cannot be read.
CHIPS_FROM = 0.6
# Where along a line a chip may stand, the middle first.
SHARES = tuple(0.5 + side * step / 20 for step in range(9) for side in ((1, -1) if step else (1,)))
MOST_TRIED = 1_500
LARGEST_PLAIN = 999.995


def number_on_chip(value: float) -> str:
    """Two digits after the point, so that nothing jumps while it is turned; what is large is short."""
    return with_minus(f"{value:.2f}") if abs(value) < LARGEST_PLAIN else weight_text(value)


def symbol(inputs: int, units: int, line: tuple[int, int], layer: str) -> str:
    """How a weight is called in formulas: w₁₂ from the first input to the second unit; of a single one `layer` counts.

    The subscript leaves out what there is only one of.
    """
    row, unit = line
    parts = (str(row + 1) if inputs > 1 else "", str(unit + 1) if units > 1 else "")
    return "w" + (subscript("".join(parts)) if any(parts) else layer)


def chip_size(fonts: Fonts) -> QSizeF:
    """As large as its words ask for, in the scene."""
    words = width("w₁₂", symbol_font(fonts)) + width("−0.00", number_font(fonts)) + 6 * fonts.unit
    return QSizeF(max(SIZE.width() * fonts.unit, words + 2 * PAD * fonts.unit), SIZE.height() * fonts.unit)


def chip_places(lines: WeightLines, size: QSizeF, room: QRectF, taken: Iterable[QRectF]) -> tuple[QRectF, ...]:
    """Where the chips of these lines stand in the scene, row by row: () where not all of them find room.

    room: between the two cards. taken: what else stands there.
    """
    inputs, units = lines.size
    if inputs * units > MOST_CHIPS or room.width() < size.width():
        return ()
    standing = [rect.adjusted(-BETWEEN, -BETWEEN, BETWEEN, BETWEEN) for rect in taken]
    choices = [_choices(path, size, room, standing) for row in lines.paths for path in row]
    return tuple(_apart(choices, [], [MOST_TRIED]) or ())


def _choices(path: QPainterPath, size: QSizeF, room: QRectF, standing: Sequence[QRectF]) -> list[QRectF]:
    """Where on its line a chip can stand, the middle first."""
    found = []
    for share in SHARES:
        place = QRectF(QPointF(), size)
        place.moveCenter(path.pointAtPercent(share))
        inside = place.left() >= room.left() and place.right() <= room.right()
        if inside and not any(place.intersects(other) for other in standing):
            found.append(place)
    return found


def _apart(choices: Sequence[Sequence[QRectF]], chosen: list[QRectF], left: list[int]) -> list[QRectF] | None:
    """One place of each, none over another; None where there is no such choice, or it takes too many tries."""
    if len(chosen) == len(choices):
        return chosen
    for place in choices[len(chosen)]:
        left[0] -= 1
        if left[0] < 0:
            return None
        wide = place.adjusted(-BETWEEN, -BETWEEN, BETWEEN, BETWEEN)
        if not any(wide.intersects(other) for other in chosen):
            found = _apart(choices, [*chosen, place], left)
            if found is not None:
                return found
    return None


class ChipItem(QGraphicsItem):
    """The chips on the lines of one connection; told what they show."""

    def __init__(self, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self._fonts, self._theme = fonts, theme
        self._places: tuple[QRectF, ...] = ()
        self._symbols: tuple[str, ...] = ()
        self._values: Floats | None = None
        self._pointed: tuple[int, int] | None = None
        self.columns = 1
        # Above the lines and below the cards.
        self.setZValue(1.5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_places(
        self, places: tuple[QRectF, ...], symbols: tuple[str, ...], columns: int, fonts: Fonts, theme: Theme
    ) -> None:
        """Where they stand in the scene, row by row with so many columns, and how they are called."""
        state = (places, symbols, columns, fonts, theme)
        if state != (self._places, self._symbols, self.columns, self._fonts, self._theme):
            self.prepareGeometryChange()
            self._places, self._symbols, self.columns, self._fonts, self._theme = state
            self.update()

    def show_values(self, values: Floats | None) -> None:
        """The numbers, (inputs, units); None while they are not known."""
        self._values = values
        self.update()

    def show_pointed(self, line: tuple[int, int] | None) -> None:
        """The one under the pointer, or in the hand."""
        if line != self._pointed:
            self._pointed = line
            self.update()

    @property
    def places(self) -> tuple[QRectF, ...]:
        return self._places

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Symbol and number of each."""
        values = [] if self._values is None else self._values.ravel().tolist()
        return tuple((name, number_on_chip(value)) for name, value in zip(self._symbols, values, strict=False))

    def line_at(self, at: QPointF) -> tuple[int, int] | None:
        """The line, (input, unit), whose chip stands at this point of the scene."""
        if not self.isVisible() or self._values is None:
            return None
        found = (number for number, place in enumerate(self._places) if place.contains(at))
        number = next(found, None)
        return None if number is None else (number // self.columns, number % self.columns)

    def boundingRect(self) -> QRectF:
        bounds = QRectF()
        for place in self._places:
            bounds = bounds.united(place)
        return bounds.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        # Presses are asked for by `line_at`.
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = None if self._pointed is None else self._pointed[0] * self.columns + self._pointed[1]
        by = self._fonts.steady(scale, LEAST_STEADY)
        for number, (place, (name, value)) in enumerate(zip(self._places, self.texts, strict=False)):
            self._paint_chip(painter, place, name, value, by, number == pointed)

    def _paint_chip(self, painter: QPainter, place: QRectF, name: str, value: str, by: float, pointed: bool) -> None:
        theme, rounding, pad = self._theme, ROUNDING * self._fonts.unit, PAD * self._fonts.unit
        painter.setBrush(theme.colour("hover" if theme.dark else "panel"))
        painter.setPen(QPen(theme.colour("accent" if pointed else "line"), 1.5 if pointed else 1.0))
        painter.drawRoundedRect(place, rounding, rounding)
        room = place.adjusted(pad, 0, -pad, 0)
        # Both are made smaller together, where letters that keep their size on the screen would meet.
        wide = width(name, symbol_font(self._fonts)) + width(value, number_font(self._fonts)) + pad / 2
        by = max(by, wide / room.width())
        painter.setPen(theme.colour("accent" if pointed else "muted"))
        paint_line(painter, name, symbol_font(self._fonts), room, by)
        painter.setPen(theme.colour("ink"))
        paint_line(painter, value, number_font(self._fonts), room, by, right=True)


def symbol_font(fonts: Fonts) -> QFont:
    """Of the names of weights, as formulas have them."""
    font = QFont(fonts.body)
    font.setItalic(True)
    return font


def number_font(fonts: Fonts, bold: bool = True) -> QFont:
    """Of weights' numbers: all digits are as wide."""
    font = QFont(fonts.title if bold else fonts.body)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def turned(values: Floats, place: tuple[int, ...], value: float) -> Floats:
    """The weights with another number at this place."""
    found = np.array(values, np.float32)
    if all(step < size for step, size in zip(place, found.shape, strict=True)):
        found[place] = value
    return found
