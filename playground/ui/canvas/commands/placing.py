"""Where a layer that is added stands: free, behind another, or in a connection whose ends make way."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import exit_of, folded, join
from playground.document.files.checked import FileError
from playground.document.files.own_layers import OwnLayer, add_own_layer
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.history import Name
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer
from playground.document.layers.layers import LAYERS
from playground.ui.canvas.layout.arrange import columns, free_place, is_covered, make_room, snap, turns_back
from playground.ui.canvas.layout.box import Box, Place, Size
from playground.ui.canvas.layout.first_sight import MOST_UNITS, shows_neurons
from playground.ui.canvas.scene.scene import CanvasScene
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import error_text, layer_title, refusal_text
from playground.ui.texts.said import later

CHAIN_GAP = 48.0
# What has to move this far to make way stood in another row.
FAR = 400.0
Thing = Layer | OwnLayer
"""What a palette has to give."""


def thing_of(view: Stage, word: str) -> Thing | None:
    """What a palette's word means: a kind of layer, or a layer of one's own that can be added here."""
    if word in LAYERS:
        return LAYERS[word]()
    own = view.own_layers.words.get(word)
    if own is not None:
        try:
            add_own_layer(view.editor.document, own, 0.0, 0.0)
        except FileError as error:
            view.say(error_text(error), view.where())
            return None
    return own


def thing_title(what: Thing) -> str:
    """What a person calls it."""
    return what.name if isinstance(what, OwnLayer) else layer_title(what.kind)


def added(document: Document, what: Thing, x: float, y: float, after: str = "") -> tuple[Document, str]:
    """The document with a new node or closed group at (x, y), and its id."""
    if isinstance(what, OwnLayer):
        return add_own_layer(document, what, x, y, after)
    changed, node_id = edits.add_node(document, what, x, y, after)
    # A small layer stands as its neurons where all the others do.
    if isinstance(what, Dense) and what.units <= MOST_UNITS and shows_neurons(document):
        changed = edits.set_form(changed, (node_id,), "neurons")
    return changed, node_id


def place_around(at: QPointF, size: Size) -> Place:
    """The top left corner, on the grid, of a card held at its middle."""
    return snap(at.x() - size[0] / 2), snap(at.y() - size[1] / 2)


def size_of(canvas: CanvasScene, document: Document, what: Thing, after: str = "") -> Size:
    """How large its card will be."""
    changed, node_id = added(document, what, 0.0, 0.0, after)
    return canvas.size_of(folded(changed).graph.by_id[node_id], changed)


def apply_in_sight(view: Stage, name: Name, changed: Document) -> None:
    """Make a step. Where all of the network was in sight, it is so afterwards."""
    whole = view.seen().contains(view.canvas.content_rect())
    view.editor.apply(name, changed)
    if whole and not view.seen().contains(view.canvas.content_rect()):
        view.zoom_to_fit()


def place_behind(view: Stage, node_id: str) -> QPointF:
    """The middle of a card as large as this one's, at its right."""
    box = view.canvas.box_of(node_id)
    return QPointF(box.x + box.width + CHAIN_GAP + box.width / 2, box.y + box.height / 2)


def add_layer(view: Stage, what: Thing, at: QPointF, after: str, name: Name) -> None:
    """A layer around a point, or at the nearest place where it covers nothing."""
    canvas, document = view.canvas, view.canvas.placed(view.editor.document)
    size = size_of(canvas, document, what, after)
    place = free_place(place_around(at, size), size, canvas.boxes().values(), gap=8.0)
    changed, node_id = added(document, what, *place, after)
    frame = canvas.frames.at(QPointF(place[0] + size[0] / 2, place[1] + size[1] / 2))
    if frame is not None and not after:
        changed = join(changed, node_id, frame.group_id)
    apply_in_sight(view, name, changed)
    view.select((node_id,))


def place_layer(view: Stage, kind: str, at: QPoint | None) -> None:
    """A layer after the one selected: at a point of the view, else right of it or in the middle of the view."""
    selected, edges = view.canvas.selected_layers, view.canvas.selected_edges
    what = thing_of(view, kind)
    if what is None:
        return
    if len(edges) == 1 and not selected:
        middle, name = view.canvas.edges[edges[0]].middle, later("Text", "Insert layer")
        insert_layer(view, what, edges[0], middle, name)
        return
    after = selected[0] if len(selected) == 1 and selected[0] != OUTPUT else ""
    place = view.mapToScene(at) if at is not None else view.seen().center()
    if after and at is None:
        place = place_behind(view, after)
    add_layer(view, what, place, after, later("Text", "Add layer"))
    for node_id in view.canvas.selected_nodes:
        view.ensureVisible(view.canvas.nodes[node_id].body, 24, 24)


def insert_behind(view: Stage, kind: str) -> None:
    """A layer behind the one that is selected, or the group, in its way where one leads on."""
    selected = view.canvas.selected_layers
    what = thing_of(view, kind)
    if what is not None and len(selected) == 1:
        # Of an open group the canvas has the layers, of a closed one the card.
        before = selected[0] if selected[0] in view.canvas.nodes else exit_of(view.editor.document, selected[0])
        chain_layer(view, what, before, later("Text", "Insert layer"))


def join_layer(view: Stage, kind: str, at: QPoint, node_id: str, behind: bool) -> None:
    """A layer around a point of the view, joined to a node: `behind` it or before it.

    Without a node it is the first one, between Data and Output.
    """
    what = thing_of(view, kind)
    name, middle = later("Text", "Add layer"), view.mapToScene(at)
    if what is not None and not node_id:
        _begin_with(view, what, name)
    if what is None or node_id not in view.canvas.nodes:
        return
    if behind:
        add_layer(view, what, middle, node_id, name)
        return
    canvas, document = view.canvas, view.canvas.placed(view.editor.document)
    size = size_of(canvas, document, what)
    place = free_place(place_around(middle, size), size, canvas.boxes().values(), gap=8.0)
    changed, new = added(document, what, *place)
    apply_in_sight(view, name, edits.connect(changed, new, node_id))
    view.select((new,))


def _begin_with(view: Stage, what: Thing, name: Name) -> None:
    changed, node_id = added(view.canvas.placed(view.editor.document), what, 0.0, 0.0, DATA)
    changed = edits.connect(changed, node_id, OUTPUT)
    shown = folded(changed)
    sizes = {node.id: view.canvas.size_of(node, changed) for node in shown.graph.nodes}
    opened = [place for place, form in changed.forms.items() if form == "neurons"]
    apply_in_sight(view, name, edits.move(changed, columns(shown.graph, sizes, opened)))
    view.fit_untouched()
    view.select((node_id,))


def connect_ends(view: Stage) -> None:
    """Data to Output, with nothing between them."""
    document = view.canvas.placed(view.editor.document)
    name = later("Text", "Connect layers")
    view.editor.apply(name, edits.connect(document, DATA, OUTPUT))
    view.fit_untouched()


def insert_layer(view: Stage, what: Thing, edge: Edge, at: QPointF, name: Name) -> None:
    """A layer in the middle of a connection; what follows makes way."""
    canvas, document = view.canvas, view.canvas.placed(view.editor.document)
    place = place_around(at, size_of(canvas, document, what, edge.source))
    changed, node_id = added(document, what, *place)
    if code := edits.between_refusal(changed, node_id, edge):
        view.say(refusal_text(code), view.mapFromScene(at))
    changed = edits.put_between(changed, node_id, edge)
    apply_in_sight(view, name, in_order(view, with_room(canvas, changed, node_id, edge.source), node_id))
    view.select((node_id,))


def chain_layer(view: Stage, what: Thing, before: str, name: Name) -> None:
    """A layer behind another: into the one connection that leaves it, else at the end of a new one."""
    targets, at = view.canvas.document.graph.targets[before], place_behind(view, before)
    if len(targets) == 1:
        insert_layer(view, what, Edge(before, targets[0]), at, name)
    else:
        add_layer(view, what, at, before, name)


def feed_layer(view: Stage, what: Thing, after: str, name: Name) -> None:
    """A layer before another: into the connection that reaches it, else at the start of a new one."""
    canvas = view.canvas
    sources, box = canvas.document.graph.sources[after], canvas.nodes[after].box
    if sources:
        insert_layer(view, what, Edge(sources[0], after), canvas.edges[Edge(sources[0], after)].middle, name)
        return
    document = canvas.placed(view.editor.document)
    width, height = size_of(canvas, document, what)
    at = QPointF(box.x - CHAIN_GAP - width / 2, box.y + box.height / 2)
    place = free_place(place_around(at, (width, height)), (width, height), canvas.boxes().values(), gap=8.0)
    changed, node_id = added(document, what, *place)
    apply_in_sight(view, name, edits.connect(changed, node_id, after))
    view.select((node_id,))


def with_room(canvas: CanvasScene, document: Document, node_id: str, source: str) -> Document:
    """The document with a node just put in standing clear of the one before it and the ones behind it."""
    node = folded(document).graph.by_id[node_id]
    size, boxes = canvas.size_of(node, document), canvas.boxes()
    x, y = folded(document).positions[node_id]
    before = boxes[source]
    if Box(x, y, *size).meets(before, 32.0):
        x = snap(before.x + before.width + 40.0)
    here = Box(x, y, *size)
    shown = folded(document).graph
    boxes = {**{name: box for name, box in boxes.items() if name in shown.by_id}, node_id: here}
    placed = edits.move(document, {node_id: (x, y)})
    return edits.move(placed, make_room(shown, boxes, node_id))


def in_order(view: Stage, document: Document, node_id: str) -> Document:
    """The document as it is, or arranged anew where a node just put in covers another, or would turn back."""
    canvas, shown = view.canvas, folded(document)
    size = canvas.size_of(shown.graph.by_id[node_id], document)
    sizes = {**canvas.sizes(), node_id: size}
    sizes = {name: sizes[name] for name in shown.graph.by_id if name in sizes}
    boxes = {name: Box(*shown.positions[name], *sizes[name]) for name in sizes if name in shown.positions}
    pushed = max((boxes[name].x - box.x for name, box in canvas.boxes().items() if name in boxes), default=0.0)
    if pushed < FAR and not is_covered(boxes) and not turns_back(shown.graph, boxes, node_id):
        return document
    opened = [name for name, form in document.forms.items() if form == "neurons"]
    return edits.move(document, columns(shown.graph, sizes, opened, view.room))


def between(canvas: CanvasScene, document: Document, node_id: str) -> Document:
    """The document with a node just put in standing level between what it joins, with room at both sides."""
    graph, boxes = folded(document).graph, canvas.boxes()
    beside = [boxes[name] for name in (*graph.sources[node_id], *graph.targets[node_id]) if name in boxes]
    if not graph.sources[node_id] or not beside:
        return document
    level = sum(box.y + box.height / 2 for box in beside) / len(beside)
    height = canvas.size_of(graph.by_id[node_id], document)[1]
    placed = edits.move(document, {node_id: (document.positions[node_id][0], snap(level - height / 2))})
    return with_room(canvas, placed, node_id, graph.sources[node_id][0])
