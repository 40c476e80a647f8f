"""Folding, unfolding and opening cards: what becomes of the places around them, and the commands for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import folded
from playground.document.layers.dense import Dense
from playground.ui.canvas.layout.box import Box, Place, Size
from playground.ui.canvas.stage.stage import Stage
from playground.ui.texts.layers import instead_text
from playground.ui.texts.said import later

# Cards that one has grown over move until so much is between them; many lines need more across.
GAP, LINES_GAP = 24.0, 88.0


def after_resizing(
    boxes: Mapping[str, Box], sizes: Mapping[str, Size], held: Literal["middle", "top"] = "middle"
) -> dict[str, Place]:
    """New places once some cards have other sizes: they stay where they are `held`, and those in their way give way.

    Cards in the way go where they stood before, aside or up or down, and hand the push on.
    """
    found = dict(boxes)
    for name, (width, height) in sizes.items():
        box = boxes[name]
        x, y = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2 * (held == "middle")
        found[name] = Box(round(x, 2), round(y, 2), width, height)
    pushing, turns = list(sizes), 4 * len(boxes)
    while pushing and turns:
        pusher, turns = pushing.pop(0), turns - 1
        own = found[pusher]
        for name, box in found.items():
            if name != pusher and box.meets(own, GAP - 1) and not boxes[name].meets(boxes[pusher], GAP - 1):
                found[name] = _beside(box, own, boxes[name], boxes[pusher])
                pushing.append(name)
    return {name: (box.x, box.y) for name, box in found.items() if (box.x, box.y) != (boxes[name].x, boxes[name].y)}


def _beside(box: Box, own: Box, before: Box, own_before: Box) -> Box:
    """The box out of the way of `own`, on the side of it where it stood before, when the two did not meet."""
    if before.y < own_before.y + own_before.height and own_before.y < before.y + before.height:
        x = own.x + own.width + GAP if before.x > own_before.x else own.x - GAP - box.width
        return Box(round(x, 2), box.y, box.width, box.height)
    below = before.y + before.height / 2 >= own_before.y + own_before.height / 2
    y = own.y + own.height + GAP if below else own.y - GAP - box.height
    return Box(box.x, round(y, 2), box.width, box.height)


def widened(
    boxes: Mapping[str, Box], opened: Collection[str], sources: Mapping[str, Collection[str]]
) -> dict[str, Box]:
    """Cards moved right, and all that stands right of them, where the lines into an opened one had no room."""
    found = dict(boxes)
    for name in sorted(opened, key=lambda name: boxes[name].x):
        for source in sources.get(name, ()):
            if source not in found or boxes[source].x >= boxes[name].x:
                continue
            missing = LINES_GAP - (found[name].x - found[source].x - found[source].width)
            if missing > 0:
                edge = found[name].x
                found.update({
                    other: Box(box.x + missing, box.y, box.width, box.height)
                    for other, box in found.items() if box.x >= edge - 1
                })  # fmt: skip
    return found


def with_sizes(view: Stage, document: Document, node_ids: Collection[str]) -> Document:
    """The document whose cards have other sizes than those on the screen: their upper edge stays, others give way."""
    shown, placed = folded(document).graph.by_id, view.canvas.placed(document)
    sizes = {name: view.canvas.size_of(shown[name], document) for name in node_ids if name in shown}
    return edits.move(placed, after_resizing(view.canvas.boxes(), sizes, held="top"))


NAMES = {
    "card": later("Text", "Expand layers"),
    "folded": later("Text", "Collapse layers"),
    "neurons": later("Text", "Show neurons"),
}


class Forms(QObject):
    """The commands on the forms of one canvas; each is one undo step."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view = view

    def collapse(self) -> None:
        """The selected cards to one line each."""
        self.set(self._view.canvas.selected_nodes, "folded")

    def expand(self) -> None:
        """The selected cards as plain cards; where none is selected, all."""
        self.set(self._view.canvas.selected_nodes or tuple(self._view.canvas.nodes), "card")

    def show_neurons(self) -> None:
        """The selected layers opened to their neurons; where none is selected, all that can be."""
        self.set(self._view.canvas.selected_nodes or tuple(self._view.canvas.nodes), "neurons")

    def cycle(self, node_id: str) -> None:
        """Card, neurons, folded, and around; those that have no neurons say what they have, and fold and unfold."""
        content = self._view.canvas.nodes[node_id].card.content
        ways = ("card", "neurons", "folded") if content.opens else ("card", "folded")
        self.set((node_id,), ways[(ways.index(content.form) + 1) % len(ways)])
        layer = self._view.canvas.document.graph.by_id[node_id].layer
        if not isinstance(layer, Dense):
            self._view.say(instead_text(layer.kind), self._view.where())

    def set(self, node_ids: Collection[str], form: str) -> None:
        """These cards in this form, as one step."""
        canvas, nodes = self._view.canvas, self._view.canvas.nodes
        if not node_ids:
            self._view.say(self.tr("Select a layer first."), self._view.where())
            return
        chosen = [name for name in node_ids if name in nodes and name in self._document.graph.by_id]
        if form == "neurons":
            chosen = [name for name in chosen if nodes[name].card.content.opens]
            if not chosen:
                kinds = {self._document.graph.by_id[name].layer.kind for name in node_ids if name in nodes}
                words = self.tr("Only dense layers and small data have neurons to show.")
                self._view.say(instead_text(kinds.pop()) if len(kinds) == 1 else words, self._view.where())
                return
        document = self._resized(edits.set_form(canvas.placed(self._document), chosen, form), chosen, form)
        self._view.editor.apply(NAMES[form], document)

    @property
    def _document(self) -> Document:
        return self._view.editor.document

    def _resized(self, document: Document, chosen: Collection[str], form: str) -> Document:
        canvas = self._view.canvas
        changed = [name for name in chosen if document.forms.get(name) != self._document.forms.get(name)]
        sizes = {name: canvas.size_of(document.graph.by_id[name], document) for name in changed}
        boxes = canvas.boxes()
        places = after_resizing(boxes, sizes)
        if form == "neurons":
            grown = {name: _box(boxes[name], places.get(name), sizes.get(name)) for name in boxes}
            wide = widened(grown, changed, document.graph.sources)
            places = {name: (b.x, b.y) for name, b in wide.items() if (b.x, b.y) != (boxes[name].x, boxes[name].y)}
        return edits.move(document, places)


def _box(box: Box, place: Place | None, size: Size | None) -> Box:
    return Box(*(place or (box.x, box.y)), *(size or (box.width, box.height)))


def form_commands(forms: Forms) -> list[tuple[str, str, Callable[[], object]] | None]:
    """What the Arrange menu has for forms."""
    translate = QCoreApplication.translate
    return [
        None,
        (translate("Forms", "Collapse"), "", forms.collapse),
        (translate("Forms", "Expand"), "", forms.expand),
        (translate("Forms", "Show neurons"), "", forms.show_neurons),
    ]
