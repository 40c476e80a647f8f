"""What a frame says of each node, as pictures on its card."""

from __future__ import annotations

from collections.abc import Mapping

from playground.datasets.example import Example
from playground.document.checks.shapes import Flow, shows_example
from playground.document.document import Document
from playground.document.graph import DATA
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.canvas.items.card import MOST_MAPS
from playground.ui.canvas.items.maps import map_pictures, scaled, surface_picture
from playground.ui.canvas.items.mosaic import FROM_AFAR, mosaics
from playground.ui.canvas.items.node_item import MAPS_FROM, NodeItem
from playground.ui.canvas.scene.faced import show_face


def show_learned(
    frame: Frame,
    items: Mapping[str, NodeItem],
    document: Document,
    flow: Flow,
    detail: float,
    example: Example | None = None,
) -> None:
    """The frame's maps on these cards, as finely as `detail`, pixels of the screen for one of the scene, asks for.

    A node that the frame does not know keeps what it has.
    """
    if detail < MAPS_FROM:
        return
    discretize = document.view.discretize
    standing = {name: item for name, item in items.items() if _still_stands(frame, name, document)}
    for name in [name for name, item in standing.items() if item.card.content.face]:
        show_face(frame, name, standing.pop(name), document, example)
    maps = {name: _shown(frame.maps[name], name, document, flow) for name in standing if name in frame.maps}
    if detail < FROM_AFAR:
        standing = _show_mosaics(maps, standing, discretize, detail)
    for name, item in standing.items():
        if item.card.content.surface and frame.surface is not None:
            item.show_pictures((surface_picture(frame.surface, discretize),))
        elif name in maps and not item.card.content.surface and item.card.maps:
            item.show_pictures(map_pictures(maps[name], MOST_MAPS, discretize))


def _shown(maps: Floats, name: str, document: Document, flow: Flow) -> Floats:
    """The maps that a card has room for; what is not bound to -1 to +1 is shown for its form.

    A picture's channels and the raw inputs of a table are compared with each other, so that one held near its mean
    is grey; features of the plane and a sequence's are not.
    """
    shape, first = flow.shapes.get(name, ()), maps[:MOST_MAPS]
    if not (name == DATA or shows_example(document, shape)):
        return first
    facts = document.data.facts
    return scaled(first, together=facts.pictured or len(shape) == 3 or (len(shape) == 1 and not facts.planar))


def _show_mosaics(
    maps: Mapping[str, Floats], items: Mapping[str, NodeItem], discretize: bool, detail: float
) -> dict[str, NodeItem]:
    """Small maps on the cards that have many; gives the others, which show one surface."""
    contents = {name: item.card.content for name, item in items.items() if name in maps}
    many = [name for name, content in contents.items() if not content.surface and content.form == "card"]
    if many:
        tiled = {name: maps[name] for name in many if items[name].card.maps}
        ground = items[many[0]].surface()
        for name, mosaic in mosaics(tiled, discretize, detail, ground).items():
            items[name].show_mosaic(mosaic)
    return {name: item for name, item in items.items() if name not in many}


def _still_stands(frame: Frame, node_id: str, document: Document) -> bool:
    """Whether the frame's node is the document's: an edited layer has not learned what the old one had."""
    trained, drawn = frame.graph.by_id.get(node_id), document.graph.by_id.get(node_id)
    return trained is not None and drawn is not None and trained.layer == drawn.layer
