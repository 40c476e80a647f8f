"""The chips on the lines of weights: which connections have them, where, and what they say."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF

from playground.document.graph import Edge
from playground.frames.arrays import Floats
from playground.ui.canvas.items.single_weight import KERNEL, Weight
from playground.ui.canvas.items.weight_chips import CHIPS_FROM, ChipItem, chip_places, chip_size, symbol
from playground.ui.canvas.scene.item_scene import ItemScene


class Chips:
    """An item for each connection whose lines are few and have room for their numbers."""

    def __init__(self, scene: ItemScene) -> None:
        self._scene = scene
        self._items: dict[Edge, ChipItem] = {}
        self._readable = True

    def show_places(self, lined: Collection[Edge]) -> None:
        """On these connections, as far as there is room; over no card and not over each other."""
        taken = [node.body for node in self._scene.nodes.values()]
        found = {edge: places for edge in sorted(lined, key=repr) if (places := self._places(edge, taken))}
        for edge in self._items.keys() - found.keys():
            self._scene.removeItem(self._items.pop(edge))
        for edge, places in found.items():
            if edge not in self._items:
                self._items[edge] = ChipItem(self._scene.fonts, self._scene.theme)
                self._scene.addItem(self._items[edge])
                self._items[edge].setVisible(self._readable)
                self._items[edge].show_values(self._scene.edges[edge].weights)
            lines = self._scene.edges[edge].lines
            inputs, units = size = lines.size if lines is not None else (0, 0)
            layer = next(iter(self._scene.nodes[edge.target].card.content.subscripts), "")
            names = tuple(symbol(*size, (row, unit), layer) for row in range(inputs) for unit in range(units))
            self._items[edge].show_places(places, names, units, self._scene.fonts, self._scene.theme)

    def show_zoom(self, zoom: float) -> None:
        """How large the view shows the scene: far away there are none."""
        readable = zoom >= CHIPS_FROM
        if readable != self._readable:
            self._readable = readable
            for item in self._items.values():
                item.setVisible(readable)

    def _places(self, edge: Edge, taken: list[QRectF]) -> tuple[QRectF, ...]:
        lines = self._scene.edges[edge].lines
        if lines is None:
            return ()
        left, right = self._scene.nodes[edge.source].body.right(), self._scene.nodes[edge.target].body.left()
        places = chip_places(lines, chip_size(self._scene.fonts), QRectF(left, 0, right - left, 0), taken)
        taken.extend(places)
        return places

    def show_values(self, edge: Edge, values: Floats | None) -> None:
        """The weights of this connection's lines, (inputs, units)."""
        if edge in self._items:
            self._items[edge].show_values(values)

    def show_pointed(self, weight: Weight | None) -> None:
        """Bring out the chip of this weight."""
        for edge, item in self._items.items():
            here = weight is not None and weight.array == KERNEL and weight.node == edge.target
            item.show_pointed((weight.place[0], weight.place[1]) if weight is not None and here else None)

    def at(self, at: QPointF) -> Weight | None:
        """The weight whose chip stands at this point of the scene."""
        for edge, item in self._items.items():
            if (line := item.line_at(at)) is not None:
                return Weight(edge.target, KERNEL, line)
        return None

    def item_of(self, edge: Edge) -> ChipItem | None:
        return self._items.get(edge)

    def place_of(self, weight: Weight) -> QRectF | None:
        """Where the weight's chip stands in the scene; None where it has none."""
        for edge, item in self._items.items():
            if edge.target == weight.node and weight.array == KERNEL:
                row, unit = weight.place
                return item.places[row * item.columns + unit]
        return None
