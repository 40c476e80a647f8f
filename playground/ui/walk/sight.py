"""What a walk shows in the room that it has, where that stands, and what is under a point of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from playground.document.document import Document
from playground.frames.arrays import Floats
from playground.frames.walk import Walk
from playground.tables.by_hand import Preparing
from playground.ui.theme import Theme
from playground.ui.walk.acts import Act, acts_of, seen_by
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.chips import chips_of
from playground.ui.walk.formula import Weight
from playground.ui.walk.layout import CLOSE, ROOMY, cards_of
from playground.ui.walk.lines import Line, lines_of
from playground.ui.walk.paint import Scene

# Below the first scale cards stand close, and below the second the network is scrolled at the third instead; how near
# a line the pointer has to be.
SMALL, SMALLEST, SCROLLED, REACH = 0.85, 0.62, 0.8, 5.0
# Between the network and what stands beside it, and how wide or high that leaves the network at least.
BESIDE, LEAST_WIDE, LEAST_HIGH, LEAST_STEPS = 16.0, 420.0, 200.0, 110.0


@dataclass(frozen=True)
class Shown:
    """What is walked, and where in it a person stands. maps: of neurons over the plane, as a frame has them; place:
    where on these the sample is, 0 to 1 from the left and from the top, None where that is not known. prepared: how its
    row was, where that is to be walked too."""

    walk: Walk
    hand: ByHand
    document: Document
    maps: Mapping[str, Floats]
    place: tuple[float, float] | None
    prepared: Preparing | None = None

    @property
    def acts(self) -> tuple[Act, ...]:
        return acts_of(self.walk, self.prepared)

    def has(self, weight: Weight) -> bool:
        """Whether there is such a weight, with a formula."""
        node, array, place = weight
        stop = self.walk.stop(node)
        arrays = stop.arrays if stop is not None and stop.delta is not None else ()
        return array < len(arrays) and all(0 <= at < size for at, size in zip(place, arrays[array].shape, strict=True))


@dataclass(frozen=True)
class Sight:
    """A scene, with its scale and where its corner stands, pixels; by how much it is wider than the room, and how much
    of that lies at the left."""

    scene: Scene
    shown: Shown
    scale: float
    shift: QPointF
    over: float
    moved: float

    def at(self, position: QPointF) -> QPointF:
        """A point of the widget, in the scene."""
        return (position - self.shift) / self.scale

    def line_at(self, position: QPointF) -> Line | None:
        """The weight's line under the pointer."""
        point = self.at(position)
        lines = reversed(self.scene.lines)
        return next((line for line in lines if line.weight and line.is_at(point, REACH)), None)

    def bias_at(self, position: QPointF) -> Weight | None:
        """The bias of the neuron under the pointer."""
        point = self.at(position)
        for card in self.scene.cards.values():
            for place, unit in enumerate(card.rows):
                if unit is not None and card.row_at(place).contains(point) and self.shown.has((card.node, 1, (unit,))):
                    return card.node, 1, (unit,)
        return None

    @property
    def weights(self) -> list[Weight]:
        """All that keys reach, in order."""
        cards = self.scene.cards.values()
        biases = [(card.node, 1, (row,)) for card in cards for row in card.rows if row is not None]
        lines = (line.weight for line in self.scene.lines if line.weight)
        return sorted([*lines, *filter(self.shown.has, biases)])


def sight_of(
    shown: Shown,
    at: int,
    weight: Weight | None,
    room: QRectF,
    letters: float,
    theme: Theme,
    moved: float | None = None,
) -> Sight:
    """The act of that number in the room, with a weight that is chosen; `letters` is their size, 1 the usual one.

    moved: how far it is scrolled; None follows the walk.
    """
    walk = shown.walk
    wide, high = room.width() / letters, room.height() / letters
    widths = ROOMY if wide >= SMALL * cards_of(walk, wide, high)[1] else CLOSE
    fit = min(1.0, wide / cards_of(walk, wide, high, widths)[1])
    fit = fit if fit >= SMALLEST else SCROLLED
    cards, total = cards_of(walk, wide / fit, high / fit, widths)
    scale, acts, lines = letters * fit, shown.acts, lines_of(walk, shown.hand, cards)
    chosen = next((line for line in lines if line.weight == weight), None) if weight else None
    bias = weight if weight is not None and weight[1] == 1 else None
    act, seen = acts[at], seen_by(acts, at)
    chips = chips_of(lines, cards, act, seen, chosen)
    scene = Scene(
        walk, shown.hand, shown.document, cards, lines, act, seen, chips, None, bias, theme, shown.maps, shown.place
    )
    over = max(0.0, total * scale - room.width())
    if moved is None:
        at_line = chosen.path.pointAtPercent(0.5).x() if chosen is not None else total / 2
        here = cards[act.node].where.center().x() if act.node in cards else at_line
        moved = here * scale - room.width() / 2
    moved = min(over, max(0.0, moved))
    return Sight(scene, shown, scale, QPointF(room.left() - moved, room.top()), over, moved)


def steps_beside(room: QRectF, wanted: QSizeF, at_left: bool) -> tuple[QRectF, QRectF]:
    """Where a table of that size stands, and the rest, which is the network's.

    It is at the left or the right of the network where that leaves it wide enough, else above it, lower and scrolling
    where it has to be for that; or else it has all of the room, and the rest is empty.
    """
    wide, high = min(wanted.width(), room.width()), min(wanted.height(), room.height())
    middle = QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)
    if room.width() - wide - BESIDE >= LEAST_WIDE:
        middle.moveLeft(room.left() if at_left else room.right() - wide)
        aside = wide + BESIDE
        return middle, room.adjusted(aside if at_left else 0, 0, 0 if at_left else -aside, 0)
    left = room.height() - BESIDE - LEAST_HIGH
    if left >= min(high, LEAST_STEPS):
        high = min(high, left)
        middle = QRectF(middle.left(), room.top(), wide, high)
        return middle, room.adjusted(0, high + BESIDE, 0, 0)
    return middle, QRectF()
