"""Where the cards of a walk stand: a column for each step away from Data, rows for neurons; arithmetic only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from playground.document.graph import DATA, OUTPUT
from playground.frames.walk import Stop, Walk
from playground.ui.walk.acts import FOLDED_AWAY, folded_nodes, shown_nodes

# Pixels at the usual size of letters.
HEAD, FOOT, APART = 34.0, 8.0, 22.0
TALLEST, FLATTEST = 84.0, 22.0
# From this height on, a neuron shows the curve of its activation.
CURVED = 44.0
# So many neurons a layer are shown where there is room; of more than that only so many rows.
MOST_ROWS, FOLDED = 64, 11


@dataclass(frozen=True, slots=True)
class Widths:
    """Of a card with values, slopes and gradients, of one without slopes, and so on; `gap` is that between cards."""

    full: float
    plain: float
    sample: float
    loss: float
    folded: float
    gap: float


ROOMY = Widths(200, 148, 92, 104, 84, 88)
CLOSE = Widths(166, 132, 80, 102, 64, 56)


@dataclass(frozen=True, slots=True)
class Card:
    """A node's place. rows: the units it shows, in order, None where some are left out; () of a layer in a box."""

    node: str
    where: QRectF
    rows: tuple[int | None, ...]
    row_high: float

    def row_at(self, place: int) -> QRectF:
        """The room of a row."""
        top = self.where.top() + HEAD + place * self.row_high
        return QRectF(self.where.left(), top, self.where.width(), self.row_high)

    def port(self, unit: int | None, leaving: bool) -> QPointF:
        """Where a connection of this unit ends; of a unit that is not shown, or of none, in the middle."""
        x = self.where.right() if leaving else self.where.left()
        if unit is None or unit not in self.rows:
            return QPointF(x, self.where.center().y())
        return QPointF(x, self.row_at(self.rows.index(unit)).center().y())


def cards_of(walk: Walk, width: float, height: float, widths: Widths = ROOMY) -> tuple[Mapping[str, Card], float]:
    """Node id -> its card, the loss's under OUTPUT, in a room so high; and how wide all of them are."""
    stops = {stop.node: stop for stop in walk.stops}
    nodes = (DATA, *shown_nodes(walk))
    columns = _columns(walk, nodes)
    wide = [
        max(_width_of(stops[node], widths) if node in stops else widths.folded for node in column) for column in columns
    ]
    total = sum(wide) + widths.loss + widths.gap * len(columns)
    left = max(0.0, (width - total) / 2)
    cards: dict[str, Card] = {}
    for column, span in zip(columns, wide, strict=True):
        if column == [FOLDED_AWAY]:
            cards[FOLDED_AWAY] = Card(FOLDED_AWAY, QRectF(left, (height - HEAD) / 2, span, HEAD), (), 0)
        else:
            cards |= _stacked([stops[node] for node in column], left, span, height, widths)
        left += span + widths.gap
    high = HEAD + 3 * 26 + FOOT
    cards[OUTPUT] = Card(OUTPUT, QRectF(left, (height - high) / 2, widths.loss, high), (), 26)
    return cards, total


def is_row(stop: Stop) -> bool:
    """Whether it is shown neuron by neuron."""
    return stop.value.ndim == 1


def _width_of(stop: Stop, widths: Widths) -> float:
    """As what it shows needs: a slope between value and gradient, both, or the value alone."""
    return widths.full if stop.z is not None else widths.sample if stop.node == DATA else widths.plain


def _columns(walk: Walk, nodes: tuple[str, ...]) -> list[list[str]]:
    depth: dict[str, int] = {}
    for stop in walk.stops:
        depth[stop.node] = 1 + max((depth[source] for source in stop.sources), default=-1)
    folded = folded_nodes(walk)
    steps = sorted({depth[node] for node in nodes if node != FOLDED_AWAY})
    columns = [[node for node in nodes if depth.get(node) == step] for step in steps]
    if folded:
        # Behind the last column that is before all of them.
        first = min(depth[node] for node in folded)
        columns.insert(sum(step < first for step in steps), [FOLDED_AWAY])
    return columns


def _stacked(stops: list[Stop], left: float, wide: float, height: float, widths: Widths) -> dict[str, Card]:
    """Cards below each other in the middle of the height, each with as many rows as it has room for."""
    room = (height - APART * (len(stops) - 1)) / len(stops) - HEAD - FOOT
    most = max(3, int(room // FLATTEST))
    rows = [_rows(stop.value.size, most) if is_row(stop) else () for stop in stops]
    high = [min(TALLEST, max(FLATTEST, room / max(1, len(row)))) for row in rows]
    tall = [HEAD + FOOT + (len(row) * one if row else 56.0) for row, one in zip(rows, high, strict=True)]
    top = (height - sum(tall) - APART * (len(stops) - 1)) / 2
    found = {}
    for stop, row, one, whole in zip(stops, rows, high, tall, strict=True):
        own = _width_of(stop, widths)
        found[stop.node] = Card(stop.node, QRectF(left + (wide - own) / 2, top, own, whole), row, one)
        top += whole + APART
    return found


def _rows(count: int, most: int) -> tuple[int | None, ...]:
    """All units where there is room, else the first and the last of them."""
    if count <= min(most, MOST_ROWS):
        return tuple(range(count))
    most = min(most, FOLDED) if count > MOST_ROWS else most
    first = most // 2
    return (*range(first), None, *range(count - (most - first - 1), count))
