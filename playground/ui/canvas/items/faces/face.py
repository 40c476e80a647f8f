"""What a card has to show of pictures and sequences: one, filters beside their maps, bars. No Qt."""

from __future__ import annotations

from typing import Literal

from playground.datasets.dataset import class_names
from playground.document.checks.shapes import Flow
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.dense import Dense
from playground.document.layers.pictures import Conv2D
from playground.ui.texts.data import class_title

Face = Literal["", "picture", "filters", "maps", "kernels", "waves", "wave_kernels", "strip", "bars", "classes"]
"""picture: one. filters: a convolution's weights, each beside its map. maps: of each channel. kernels: of each neuron
its weights over the pixels. waves: a sequence, or each feature of one. wave_kernels: of each neuron its weights over
the steps. strip: all values in rows of four. bars: of each value. classes: the answer."""

MOST_ROWS, MOST_BARS, MOST_STRIP, STRIP_WIDTH = 8, 16, 1_024, 4


def face_of(node: Node, document: Document, flow: Flow) -> Face:
    """How the node's card looks where the data are pictures or sequences; "" for as elsewhere."""
    shape, facts = flow.shapes.get(node.id), document.data.facts
    if not facts.by_example or shape is None:
        return ""
    if node.id == OUTPUT:
        return "classes"
    if node.id == DATA or (facts.sequential and len(shape) == 2):
        return "waves" if facts.sequential else "picture"
    if len(shape) == 3:
        return _face_of_picture(node, document, flow)
    if len(shape) != 1:
        return ""
    if isinstance(node.layer, Dense) and _sees_pixels(node.id, document, flow):
        return "wave_kernels" if facts.sequential else "kernels"
    if shape[0] <= MOST_BARS:
        return "bars"
    return "strip" if shape[0] <= MOST_STRIP else ""


def _face_of_picture(node: Node, document: Document, flow: Flow) -> Face:
    shape = flow.shapes[node.id]
    if isinstance(node.layer, Conv2D):
        # Weights over several channels are no one picture.
        (source,) = document.graph.sources[node.id]
        return "filters" if flow.shapes[source][-1] == 1 else "maps"
    return "picture" if shape[-1] == 1 else "maps"


def _sees_pixels(name: str, document: Document, flow: Flow) -> bool:
    """Whether nothing stands before the node that learns or changes how many values there are."""
    pixels = len(document.data.input_names)
    while name != DATA:
        sources = document.graph.sources[name]
        if len(sources) != 1:
            return False
        (name,) = sources
        size = 1
        for length in flow.shapes[name]:
            size *= length
        if flow.parameters[name] or size != pixels:
            return False
    return True


def bar_names(node: Node, document: Document, flow: Flow) -> tuple[str, ...]:
    """What the bars of a node are of: classes, where it leads to the output; else they are numbered."""
    count, name = flow.shapes[node.id][0], node.id
    classes = tuple(map(class_title, class_names(document.data)))
    while name != OUTPUT and len(classes) == count:
        targets = document.graph.targets[name]
        if len(targets) != 1 or flow.shapes.get(targets[0]) != (count,) or flow.parameters[targets[0]]:
            return tuple(str(number + 1) for number in range(count))
        (name,) = targets
    return classes if name == OUTPUT else tuple(str(number + 1) for number in range(count))
