"""The neuron level of a scene: lines into opened layers, what frames say of their weights, and what is pointed at."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF

from playground.document.graph import Edge
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.canvas.items.card import COLUMNS, MOST_MAPS
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.neuron_card import cell_at
from playground.ui.canvas.items.neuron_paint import bias_at, bias_number_at, shown_of
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.single_weight import BIAS, KERNEL, Weight, weights_of
from playground.ui.canvas.items.weight_chips import turned
from playground.ui.canvas.scene.chips import Chips
from playground.ui.canvas.scene.item_scene import ItemScene

FAN_STEP = 6.0


class Neurons:
    """Knows which nodes of the scene are opened; where none is, it costs nothing."""

    def __init__(self, scene: ItemScene) -> None:
        self._scene = scene
        self._lined: set[Edge] = set()
        self._tailed: set[Edge] = set()
        self._pointed: Weight | None = None
        self._frame: Frame | None = None
        # The one in somebody's hand, with the number that it has there.
        self._turned: tuple[Weight, float] | None = None
        self.chips = Chips(scene)

    @property
    def opened(self) -> list[str]:
        """Ids of the layers that show their neurons or a picture of their weights, without Data."""
        forms, nodes = self._scene.document.forms, self._scene.nodes
        asked = (name for name, form in forms.items() if form == "neurons" and name in nodes)
        return [name for name in asked if nodes[name].card.content.form == "neurons" and nodes[name].has_input]

    # What it is told

    def show_places(self) -> None:
        """Lines from where the sources stand to where the neurons do."""
        scene, lined = self._scene, set()
        for name in self.opened:
            item = scene.nodes[name]
            sources = scene.document.graph.sources[name]
            edge = Edge(sources[0], name) if len(sources) == 1 else None
            if edge is None or item.card.column.isEmpty() or not item.card.content.inputs or scene.edges[edge].wrong:
                continue
            lined.add(edge)
            starts = starts_at(scene.nodes[edge.source], item.card.content.inputs, scene.edges[edge].start)
            ends = [item.pos() + QPointF(place.x(), place.center().y()) for place in item.card.maps]
            scene.edges[edge].show_lines(starts, ends)
        for edge in self._lined - lined:
            if edge in scene.edges:
                scene.edges[edge].show_lines((), ())
        self._lined = lined
        self._show_tails()
        self.chips.show_places(lined)
        self._fill()

    def _show_tails(self) -> None:
        """From an opened column to where its plain connections start."""
        scene, tailed = self._scene, set()
        for name, form in scene.document.forms.items():
            item = scene.nodes.get(name) if form == "neurons" else None
            if item is None or item.card.column.isEmpty():
                continue
            tails = [item.pos() + QPointF(place.right(), place.center().y()) for place in item.card.maps]
            for target in scene.document.graph.targets[name]:
                edge = Edge(name, target)
                if edge not in self._lined:
                    tailed.add(edge)
                    scene.edges[edge].show_tails(tails)
        for edge in self._tailed - tailed:
            if edge in scene.edges:
                scene.edges[edge].show_tails(())
        self._tailed = tailed

    def show_frame(self, frame: Frame | None, node_ids: Collection[str]) -> None:
        """The frame's weights at these nodes, those on screen, and on lines that lead to or from them."""
        self._frame = frame
        for name in self.opened:
            edges = self._lines_into(name)
            if name in node_ids or any(edge.source in node_ids for edge in edges):
                self._show_weights(name, edges, self._known(name))

    def _fill(self) -> None:
        """What has just come, as when a layer is opened while nothing trains, shows the newest weights at once."""
        for name in self.opened if self._frame is not None else ():
            edges = self._lines_into(name)
            blank = self._scene.nodes[name].weights is None
            if blank or any(self._scene.edges[edge].weights is None for edge in edges):
                found = self._known(name)
                if found is not None:
                    self._show_weights(name, edges, found)

    def _lines_into(self, name: str) -> list[Edge]:
        return [edge for edge in self._lined if edge.target == name]

    def _known(self, name: str) -> tuple[Floats, Floats | None] | None:
        """The newest weights of an opened layer; None where they are not those of the layer that is drawn."""
        content = self._scene.nodes[name].card.content
        found = weights_of(self._frame, self._scene.whole, name) if self._frame is not None else None
        if found is None or found[0].shape != (content.inputs, content.units):
            return None
        if self._turned is not None and self._turned[0].node == name:
            (weight, value), (kernel, bias) = self._turned, found
            kernel = turned(kernel, weight.place, value) if weight.array == KERNEL else kernel
            bias = turned(bias, weight.place, value) if weight.array == BIAS and bias is not None else bias
            return kernel, bias
        return found

    def show_turned(self, weight: Weight, value: float | None) -> None:
        """A weight in somebody's hand has this number, whatever frames say; None for theirs again."""
        self._turned = None if value is None else (weight, value)
        if weight.node in self._scene.nodes and weight.node in self.opened:
            self._show_weights(weight.node, self._lines_into(weight.node), self._known(weight.node))

    @property
    def writes_values(self) -> bool:
        """Whether it is written beside neurons what they give."""
        return any(item.card.values for item in self._scene.nodes.values())

    def _values(self, name: str) -> Floats | None:
        """What this layer gives for the chosen example, (units,)."""
        frame, example = self._frame, self._scene.example
        known = frame is not None and example is not None and frame.wanted.tried == example.values
        return frame.tried.get(name) if known and frame is not None else None

    def _show_weights(self, name: str, edges: list[Edge], found: tuple[Floats, Floats | None] | None) -> None:
        node = self._scene.nodes[name]
        node.show_weights(shown_of(node.card, *found, self._values(name)) if found else None)
        for edge in edges:
            self._scene.edges[edge].show_weights(found[0] if found else None)
            self.chips.show_values(edge, found[0] if found else None)

    def show_pointed(self, weight: Weight | None, neuron: tuple[str, int] | None = None) -> None:
        """Bring out the line of this weight, and those into this neuron."""
        self._pointed = weight
        self.chips.show_pointed(weight)
        for edge in self._lined:
            item = self._scene.edges.get(edge)
            if item is not None:
                here = weight is not None and weight.node == edge.target and weight.array == KERNEL
                ringed = (weight.place[0], weight.place[1]) if weight is not None and here else None
                unit = neuron[1] if neuron is not None and neuron[0] == edge.target else None
                item.show_pointed(ringed, unit)

    # What it is asked

    def weight_at(self, at: QPointF) -> Weight | None:
        """The weight whose chip, line, cell or mark stands at this point of the scene."""
        if (chosen := self.chips.at(at)) is not None:
            return chosen
        node = self._scene.node_at(at)
        if node is not None:
            found = self._on_card(node, at)
            # Through an opened column the lines are seen that end in it or leave from it.
            if found is not None or node.unit_at(at) is not None or not _sees_through(node, at):
                return found
        return self._on_lines(at, self._lined)

    def number_at(self, at: QPointF) -> Weight | None:
        """The weight whose number is written at this point of the scene, where a hand can turn it."""
        if (chosen := self.chips.at(at)) is not None:
            return chosen
        node = self._scene.node_at(at)
        unit = None if node is None else bias_number_at(node.card, at - node.pos())
        return None if node is None or unit is None or node.weights is None else Weight(node.node_id, BIAS, (unit,))

    def _on_card(self, node: NodeItem, at: QPointF) -> Weight | None:
        local = at - node.pos()
        unit = bias_at(node.card, local)
        if unit is not None:
            return Weight(node.node_id, BIAS, (unit,))
        cell = cell_at(node.card, local)
        return None if cell is None else Weight(node.node_id, *cell)

    def _on_lines(self, at: QPointF, edges: Iterable[Edge]) -> Weight | None:
        near: list[tuple[float, Weight]] = []
        for edge in edges:
            item: EdgeItem = self._scene.edges[edge]
            line = item.line_at(at) if item.isVisible() else None
            if line is not None:
                near.append((item.distance(at), Weight(edge.target, KERNEL, line)))
        return min(near, key=lambda found: found[0], default=(0.0, None))[1]

    def place_of(self, weight: Weight) -> QPointF:
        """A point of the scene where the weight is seen: on its line, in its cell, its mark, else its node."""
        node = self._scene.nodes[weight.node]
        card = node.card
        if not card.kernel.isEmpty():
            area = card.bias_row if weight.array == BIAS else card.kernel
            across = (weight.unit + 0.5) / card.content.units
            down = 0.5 if weight.array == BIAS else (weight.place[0] + 0.5) / card.content.inputs
            return node.pos() + QPointF(area.x() + across * area.width(), area.y() + down * area.height())
        if weight.array == BIAS and weight.unit < len(card.biases):
            return node.pos() + card.biases[weight.unit].center()
        if (chip := self.chips.place_of(weight)) is not None:
            return chip.center()
        for edge in self._lined:
            lines = self._scene.edges[edge].lines
            if edge.target == weight.node and weight.array == KERNEL and lines is not None:
                return lines.paths[weight.place[0]][weight.place[1]].pointAtPercent(0.5)
        return node.body.center()


def _sees_through(node: NodeItem, at: QPointF) -> bool:
    return node.card.column.contains(at - node.pos())


def starts_at(source: NodeItem, count: int, port: QPointF) -> list[QPointF]:
    """Where the lines of so many values leave a card: at its neurons, level with its maps, or fanned at its port."""
    card, right = source.card, source.body.right()
    if card.content.form == "neurons" and len(card.maps) == count:
        return [source.pos() + QPointF(place.right(), place.center().y()) for place in card.maps]
    if card.content.form == "card" and not card.content.surface and len(card.maps) == count <= MOST_MAPS:
        # Maps stand in rows: lines of one row leave one below the other.
        step = min(COLUMNS, count) + 1
        return [
            QPointF(right, source.y() + place.y() + (number % COLUMNS + 1) / step * place.height())
            for number, place in enumerate(card.maps)
        ]
    step_down = min(FAN_STEP, (card.size.height() - 12) / max(count, 1))
    return [QPointF(right, port.y() + (number - (count - 1) / 2) * step_down) for number in range(count)]
