"""The scene shows exactly the document: an item for each node and each edge, kept while they stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QRectF, Signal

from playground.datasets.example import Example
from playground.document.checks.problems import Problem, problems_in_sight
from playground.document.checks.shapes import Flow, flow, folded_flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import edges_behind, exit_of, folded
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.ends import Folded
from playground.frames.frame import Frame
from playground.ui.canvas.items.card import Card, Content, content_of
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.faces.paint import Told
from playground.ui.canvas.items.group_card import group_content
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.neuron_card import measured_in_form
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.layout import arrange
from playground.ui.canvas.layout.around import in_the_way
from playground.ui.canvas.layout.box import Box, Place
from playground.ui.canvas.layout.crowd import Crowd
from playground.ui.canvas.layout.ends import Ends
from playground.ui.canvas.layout.first_sight import neurons_at_first
from playground.ui.canvas.scene.faced import show_data
from playground.ui.canvas.scene.item_scene import ItemScene
from playground.ui.canvas.scene.learned import show_learned
from playground.ui.canvas.scene.neurons import Neurons
from playground.ui.text import shape_text
from playground.ui.theme import Theme

# Problems that a connection brings: its line is drawn in the colour of problems.
BROUGHT = {"output_size", "not_flat", "shape_merge", "shape_concatenate", "shape_reshape", "loop"}
MOST_MEASURED = 1_000
MARGIN = 4_000.0
# In larger networks only connections whose ends move are led around cards.
MOST_LED_AROUND = 120


class CanvasScene(ItemScene):
    """Given documents, frames and themes."""

    # All items are those of the document, and in their places.
    arranged = Signal()

    def __init__(self, document: Document, fonts: Fonts, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(document, fonts, theme, parent)
        self.neurons = Neurons(self)
        self._flow = Flow({}, {}, {})
        self._problems: tuple[Problem, ...] = ()
        self._automatic: dict[str, Place] = {}
        self._known: dict[str, tuple[object, ...]] = {}
        self._measured: dict[Content, tuple[Fonts, Card]] = {}
        self._ends, self._crowd = Ends(), Crowd()
        # What has changed since things were last put in their places.
        self._resized: set[str] = set()
        self._rejoined: set[str] = set()
        self._unsettled: list[EdgeItem] = []
        # While a hand moves cards, which may be meant for a connection, none makes way for them.
        self.held = self._was_held = False
        self.frame: Frame | None = None
        # Pixels of the screen for one of the scene: how finely maps need to be drawn.
        self.detail = 1.0
        self.show_document(document)

    # What it shows

    def show_document(self, document: Document, anew: bool = False) -> None:
        """Make the items those of this document; `anew` measures all of them again, for other fonts or colours."""
        before, self.whole = self.whole, document
        same = (before.graph, before.data, before.training, before.groups, before.forms) == (
            document.graph, document.data, document.training, document.groups, document.forms
        )  # fmt: skip
        shown = self.document = folded(self.placed(document) if document.groups else document)
        if not same or anew or not self.nodes:
            self._flow, self._problems = folded_flow(document), problems_in_sight(document)
            self._show_nodes(shown)
            self._show_edges(shown)
            self.frames.show_groups(shown.groups, self.fonts, self.theme)
            self.problem_items.show_problems(self.drawn_problems(), document, self.fonts, self.theme, anew=anew)
        if before.view.discretize != document.view.discretize:
            self.show_frame_again(self.nodes)
        self.show_example(self.example)
        self._show_places(shown)
        if self.notes.show_document(shown, self._boxes, self.fonts, self.theme):
            self._grow(())
        self.arranged.emit()

    def drawn_problems(self) -> Iterator[Problem]:
        """The problems of nodes, those of hidden ones on the card of their group; a network to be begun has none."""
        if len(self.whole.graph.nodes) == 2 and not self.whole.graph.edges:
            return iter(())
        return (problem for problem in self._problems if problem.node in self.nodes)

    def show_zoom(self, zoom: float) -> None:
        """How large the view shows it."""
        self.problem_items.show_zoom(zoom, self.fonts)
        self.neurons.chips.show_zoom(zoom)
        if self.problem_items.changed and self.nodes:
            self.problem_items.place(self._boxes, self._crowd)

    def show_look(self, fonts: Fonts, theme: Theme) -> None:
        self.fonts, self.theme = fonts, theme
        self.show_document(self.whole, anew=True)

    def show_frame(self, frame: Frame | None, node_ids: Iterable[str]) -> None:
        """The frame's maps at these nodes, those on screen; a node that the frame does not know keeps what it has."""
        self.frame = frame
        if frame is not None:
            items = {self.pictured(name): self.nodes[name] for name in node_ids if name in self.nodes}
            show_learned(frame, items, self.whole, flow(self.whole), self.detail, self.example)
            self.neurons.show_frame(frame, set(node_ids))

    def show_example(self, example: Example | None) -> None:
        """The chosen example on the card of Data; the others follow with the frame that is asked for it."""
        self.example = example
        if example is not None and DATA in self.nodes:
            show_data(self.nodes[DATA], example, self.whole)

    def forget(self) -> None:
        """Blank maps and lines, on the screen or not."""
        self.frame = None
        for item in self.nodes.values():
            item.show_pictures(())
            item.show_told(Told())
        self.show_example(self.example)
        self.neurons.show_frame(None, self.nodes)

    def pictured(self, node_id: str) -> str:
        """The node whose maps a card shows: its own, or the one that gives a closed group's values."""
        return node_id if node_id in self.whole.graph.by_id else exit_of(self.whole, node_id)

    def show_frame_again(self, node_ids: Iterable[str]) -> None:
        """The newest frame at nodes that have just come on screen."""
        self.show_frame(self.frame, node_ids)

    def show_flow(self, offset: float | None, seen: QRectF) -> None:
        """How far the dashes on visible connections have moved; None for lines at rest, everywhere."""
        for item in self.edges.values():
            if offset is None or item.sceneBoundingRect().intersects(seen):
                item.show_flow(offset)

    def _show_nodes(self, document: Document) -> None:
        for node_id in self.nodes.keys() - document.graph.by_id.keys():
            self.removeItem(self.nodes.pop(node_id))
            self._stand(node_id, None)
            self._known.pop(node_id, None)
        if len(self._measured) > MOST_MEASURED:
            self._measured.clear()
        shapes, parameters, forms = self._flow.shapes, self._flow.parameters, document.forms
        groups, sources = self.whole.tree.by_id, self.whole.graph.sources
        for node in document.graph.nodes:
            # All that a card shows follows from these, so most need not be worded again.
            name = node.id
            # The names of its classes, and whether it is of pictures, change what all say.
            data = document.data if name == DATA else (document.data.origin, groups.get(name))
            count = len(sources.get(name, ()))
            shown = (node, shapes.get(name), parameters.get(name), count, data, forms.get(name), self.fonts, self.theme)
            if self._known.get(name) != shown or name not in self.nodes:
                self._known[name] = shown
                self._show_node(node, self._card(node))
        for number, name in enumerate(document.graph.trained[1:-1], 1):
            if name in self.nodes:
                self.nodes[name].show_number(str(number))

    def _show_node(self, node: Node, card: Card) -> None:
        if node.id in self.nodes:
            self.nodes[node.id].show_card(card, self.fonts, self.theme)
        else:
            self._add_node(node, card)
        self._resized.add(node.id)

    def _add_node(self, node: Node, card: Card) -> None:
        item = NodeItem(node.id, card, self.fonts, self.theme)
        item.has_input, item.has_output = node.layer.most_inputs > 0, node.id != OUTPUT
        self.nodes[node.id] = item
        self.addItem(item)

    def _card(self, node: Node) -> Card:
        content = self._content(node, self.whole, self._flow)
        known = self.nodes.get(node.id)
        if known is not None and known.card.content == content and known.fonts == self.fonts:
            return known.card
        # Many layers say the same, and measuring words is dear.
        if self._measured.get(content, (None,))[0] is not self.fonts:
            self._measured[content] = (self.fonts, measured_in_form(content, self.fonts))
        return self._measured[content][1]

    @staticmethod
    def _content(node: Node, document: Document, known: Flow) -> Content:
        if isinstance(node.layer, Folded):
            return group_content(node.id, document, known)
        return content_of(node, document, known)

    def _show_edges(self, document: Document) -> None:
        for edge in self.edges.keys() - set(document.graph.edges):
            self.removeItem(self.edges.pop(edge))
        self._rejoined |= self._ends.show_edges(document.graph.edges)
        live = set(document.graph.trained)
        drawn = tuple(self.drawn_problems())
        wrong = {problem.node for problem in drawn if problem.severity == "error" and problem.code in BROUGHT}
        looped = {problem.node for problem in drawn if problem.code == "loop"}
        shapes = flow(self.whole).shapes
        texts = {shape: shape_text(shape) for shape in set(shapes.values())}
        for edge in document.graph.edges:
            item = self.edges.get(edge)
            if item is None:
                item = self.edges[edge] = EdgeItem(edge, self.fonts, self.theme)
                self.addItem(item)
            known = edge.source in self.whole.graph.by_id
            source = edge.source if known else edges_behind(self.whole, edge)[0].source
            shape = shapes.get(source)
            bad = edge.target in wrong and (edge.target not in looped or edge.source in looped)
            joined = edge.source in live and edge.target in live
            if item.show_state(texts[shape] if shape is not None else "", joined, bad, self.fonts, self.theme):
                self._unsettled.append(item)

    # Where things stand

    def _show_places(self, document: Document) -> None:
        moved = set(self._resized)
        for node_id, place in self.places(document).items():
            box = self._boxes.get(node_id)
            if box is None or (box.x, box.y) != place:
                self.nodes[node_id].setPos(*place)
                moved.add(node_id)
        for node_id in moved:
            self._stand(node_id, self.nodes[node_id].box)
        let_go, self._was_held = self._was_held and not self.held, self.held
        if moved or self._rejoined or let_go:
            joined = self._rejoined & self._boxes.keys()
            ends = self._ends.places(moved | joined, self._boxes)
            if len(self.edges) <= MOST_LED_AROUND and not self.held:
                # A card that moves may come to stand on any of them.
                ends = {edge: (item.start, item.end) for edge, item in self.edges.items()} | ends
            for edge, (start, end) in ends.items():
                own = (self._boxes[edge.source], self._boxes[edge.target])
                around = None if self.held else in_the_way(start, end, own, self._crowd)
                self.edges[edge].show_ends(start, end, around)
        for item in self._unsettled:
            item.settle()
        if moved or self.frames.changed:
            self.frames.place(self._boxes, self.fonts)
        if moved or self.problem_items.changed:
            self.problem_items.place(self._boxes, self._crowd)
            self._grow(moved)
        self.neurons.show_places()
        self._resized, self._rejoined, self._unsettled = set(), set(), []

    def _stand(self, node_id: str, box: Box | None) -> None:
        """Where a card stands from now on; None for nowhere."""
        before = self._boxes.pop(node_id, None) if box is None else self._boxes.get(node_id)
        if before is not None:
            self._crowd.remove(before)
        if box is not None:
            self._boxes[node_id] = box
            self._crowd.add(box)

    def places(self, document: Document) -> dict[str, Place]:
        """Every node's place; one that the layout leaves out gets a free one, and keeps it."""
        known = document.positions
        missing = [node.id for node in document.graph.nodes if node.id not in known]
        if any(node_id not in self._automatic for node_id in missing):
            self._arrange(document, missing)
        return {node.id: known.get(node.id) or self._automatic[node.id] for node in document.graph.nodes}

    def _arrange(self, document: Document, missing: list[str]) -> None:
        sizes = self.sizes()
        found = arrange.columns(document.graph, sizes, self.neurons.opened)
        known = document.positions
        taken = [Box(*known[node_id], *sizes[node_id]) for node_id in known if node_id in sizes]
        for node_id in missing:
            place = arrange.free_place(found[node_id], sizes[node_id], taken) if taken else found[node_id]
            self._automatic[node_id] = place
            if known:
                taken.append(Box(*place, *sizes[node_id]))

    def settled(self, document: Document) -> Document:
        """A document that has just come, with every node's place; one without any opens as its size asks for."""
        self._automatic.clear()
        first = () if document.layout else neurons_at_first(document)
        if not first:
            return self.placed(document)
        opened = edits.set_form(self.placed(document), first, "neurons")
        sizes = {node.id: self.size_of(node, opened) for node in opened.graph.nodes}
        return edits.move(opened, arrange.columns(opened.graph, sizes, first))

    def placed(self, document: Document) -> Document:
        """The document with every node's place written down, so that an edit moves nothing else."""
        places = self.places(document)
        missing = {node_id: place for node_id, place in places.items() if node_id not in document.positions}
        return edits.move(document, missing) if missing else document

    def sizes(self) -> dict[str, arrange.Size]:
        return {node_id: (item.card.size.width(), item.card.size.height()) for node_id, item in self.nodes.items()}

    def size_of(self, node: Node, document: Document) -> arrange.Size:
        """How large the node would be in a document that is not shown yet."""
        size = measured_in_form(self._content(node, document, folded_flow(document)), self.fonts).size
        return size.width(), size.height()

    def _grow(self, moved: Iterable[str]) -> None:
        """Let the view reach as far as what has moved, and further."""
        rect = self.problem_items.rect().united(self.frames.rect()).united(self.notes.rect())
        for node_id in moved:
            rect = rect.united(self.nodes[node_id].sceneBoundingRect())
        rect = rect.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        if not self.sceneRect().contains(rect):
            self.setSceneRect(self.sceneRect().united(rect) if self.sceneRect().isValid() else rect)
