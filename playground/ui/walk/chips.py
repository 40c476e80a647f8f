"""The numbers on a walk's connections: which there are, and where each stands so that it covers no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.document.graph import OUTPUT
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.walk.acts import Act, Seen
from playground.ui.walk.layout import Card
from playground.ui.walk.lines import Line
from playground.ui.walk.pens import CENTRE, SMALL, font, signed_colour, signed_text

HIGH, BESIDE, APART = 18.0, 14.0, 2.0
# Where on its way a number may stand, the first that is free.
PLACES = tuple(0.5 + side * step / 20 for step in range(9) for side in ((1, -1) if step else (1,)))


@dataclass(frozen=True, slots=True)
class Chip:
    """A number on its line. own: it is the weight itself, not what comes back."""

    line: Line
    value: float
    where: QRectF
    own: bool = False

    def paint(self, painter: QPainter, theme: Theme, marked: bool = False) -> None:
        painter.setFont(font(SMALL, True))
        painter.setPen(QPen(theme.colour("accent" if marked else "line"), 1.5 if marked else 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(self.where, 6, 6)
        painter.setPen(theme.colour("ink") if self.own else signed_colour(self.value, theme))
        painter.drawText(self.where, CENTRE, number_text(self.value) if self.own else signed_text(self.value))


@dataclass(frozen=True, slots=True)
class Chips:
    """All that have room; left_out: how many have none."""

    shown: tuple[Chip, ...]
    left_out: int


def has_come(line: Line, seen: Seen) -> bool:
    """Whether the gradient has come back along it."""
    return line.node in seen.gradients or (line.node == OUTPUT and seen.loss)


def carried(line: Line, seen: Seen) -> float:
    """What it shows: its part of the source's gradient, at the end that of its weight."""
    if seen.weights:
        return line.gradient
    return line.back if line.back is not None else 0.0


def chips_of(lines: Iterable[Line], cards: Mapping[str, Card], act: Act, seen: Seen, chosen: Line | None) -> Chips:
    """The numbers of an act: the chosen line's first, then in the order of lines, so that none moves as they change."""
    taken = [card.where for card in cards.values()]
    shown: list[Chip] = []
    left_out = 0
    for line in sorted(lines, key=lambda line: (line is not chosen, *_order(line))):
        here = act.kind == "weights" or line.source == act.node
        if line.weight is None or not (line is chosen or (here and has_come(line, seen))):
            continue
        chip = _free(line, carried(line, seen), line is chosen, taken)
        if chip is None:
            left_out += 1
        else:
            shown.append(chip)
            taken.append(chip.where)
    return Chips(tuple(shown), left_out)


def pointed_chip(line: Line, seen: Seen) -> Chip:
    """That of the line under the pointer, whatever it covers: its gradient, or before that has come its weight."""
    come = has_come(line, seen)
    value = carried(line, seen) if come else line.value
    return Chip(line, value, next(_places(line, _wide(value, not come))), not come)


def _order(line: Line) -> tuple[str, int, tuple[int, ...]]:
    return line.weight or ("", 0, ())


def _free(line: Line, value: float, own: bool, taken: list[QRectF]) -> Chip | None:
    value = line.value if own else value
    for where in _places(line, _wide(value, own)):
        room = where.adjusted(-APART, -APART, APART, APART)
        if own or not any(room.intersects(other) for other in taken):
            return Chip(line, value, where, own)
    return None


def _places(line: Line, wide: float) -> Iterator[QRectF]:
    """Rooms of a number on the line, between its ends where it is long enough."""
    start, end = line.path.pointAtPercent(0).x(), line.path.pointAtPercent(1).x()
    for place in PLACES:
        at: QPointF = line.path.pointAtPercent(place)
        left = min(max(at.x() - wide / 2, start + APART + 1), max(start + APART + 1, end - wide - APART - 1))
        yield QRectF(left, at.y() - HIGH / 2, wide, HIGH)


def _wide(value: float, own: bool) -> float:
    text = number_text(value) if own else signed_text(value)
    return QFontMetricsF(font(SMALL, True)).horizontalAdvance(text) + BESIDE
