"""How each kind of layer is drawn: neurons where they are few, maps as stacked squares, sequences as cells, boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log2

from playground.document.checks.shapes import flow
from playground.document.code.layer_code import readable
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Shape
from playground.document.layers.sequences import Recurrent
from playground.ui.text import feature_title, layer_title, node_summary, node_title, shape_text
from playground.ui.writing.figure.marks import (
    NAMES,
    PALE,
    SIGNS,
    WORDS,
    Circle,
    Mark,
    Path,
    Rect,
    Text,
    cut,
    text_width,
)

MOST_NEURONS = 10
RADIUS, PITCH, EDGE = 9.0, 24.0, 5.0
# The widest that what is written below a shape may be.
ROOM = 126.0
LINE = 13.0
SIGNS_OF = {"Add": "+", "Subtract": "−", "Multiply": "×", "Average": "μ", "Maximum": "max", "Concatenate": "‖"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node's marks around (0, 0), the middle of its shape; half its width and height; how far its labels reach.

    neurons: the heights of their middles where these are drawn.
    """

    marks: tuple[Mark, ...]
    half: tuple[float, float]
    labels: tuple[float, float]
    neurons: tuple[float, ...] = ()


def drawn(document: Document, node: Node) -> Drawn:
    """The shape of what comes out of the node, with its name, settings and shape below it."""
    shape = flow(document).shapes.get(node.id, ())
    if node.id == OUTPUT:
        return Drawn((Text(0, 5, "ŷ", SIGNS),), (8.0, 9.0), (8.0, 9.0))
    named = readable(node_title(node, document)) or layer_title(node.layer.kind)
    title, neurons = cut(named, ROOM, NAMES), _neurons(document, node, shape)
    lines = [(title, True), (_summary(document, node, shape), False), ("×".join(map(str, shape)), False)]
    if neurons:
        marks: list[Mark] = [Circle(0, height, RADIUS) for height in neurons]
        half = RADIUS, neurons[-1] + RADIUS
        marks += _named_inputs(document, neurons) if node.id == DATA else []
    elif node.layer.family == "merge":
        sign = SIGNS_OF[node.layer.kind]
        size = SIGNS if len(sign) == 1 else WORDS
        marks, half = [Circle(0, 0, 14), Text(0, 0.35 * size, sign, size)], (14.0, 14.0)
    elif isinstance(node.layer, Recurrent):
        marks, half = list(_recurrent()), (26.0, 20.0)
    elif isinstance(node.layer, Dense) or node.id == DATA or len(shape) > 1:
        marks, half = _values(shape)
    else:
        # What only changes values has its name inside.
        wide = max(text_width(title, NAMES) / 2 + 8, 24.0)
        marks, half = [Rect(-wide, -14, 2 * wide, 28, 6), Text(0, 4, title, NAMES, bold=True)], (wide, 14.0)
        lines = lines[1:]
    labels = list(_labels([(cut(text, ROOM), bold) for text, bold in lines if text], half[1]))
    widest = max((text_width(label.text, label.size) / 2 for label in labels), default=0.0)
    return Drawn((*marks, *labels), half, (max(widest, half[0]), half[1] + LINE * len(labels) + 6), neurons)


def _summary(document: Document, node: Node, shape: Shape) -> str:
    """The settings in a line; nothing that the shape says as well, and nothing of what a figure can do without."""
    if node.id == DATA or node.layer.family in ("merge", "normalization"):
        return ""
    summary = readable(node_summary(node, document))
    return "" if summary == shape_text(shape) else summary


def enclosed(one: Drawn) -> Drawn:
    """Neurons that no lines of weights join are one thing, with a line around them."""
    if len(one.neurons) < 2:
        return one
    half = one.half[0] + EDGE, one.half[1] + EDGE
    around = Rect(-half[0], -half[1], 2 * half[0], 2 * half[1], half[0])
    return replace(one, marks=(around, *one.marks), half=half)


def _labels(lines: list[tuple[str, bool]], below: float) -> Iterator[Text]:
    for place, (text, bold) in enumerate(lines):
        last = place == len(lines) - 1 and not bold
        size, ink = NAMES if bold else WORDS, PALE if last else "#000000"
        yield Text(0, below + 15 + LINE * place, text, size, bold=bold, ink=ink)


def _neurons(document: Document, node: Node, shape: Shape) -> tuple[float, ...]:
    """The heights of a layer's neurons, where they are few enough to be drawn."""
    drawable = node.id == DATA or isinstance(node.layer, Dense)
    if not drawable or len(shape) != 1 or shape[0] > MOST_NEURONS:
        return ()
    return tuple(PITCH * (place - (shape[0] - 1) / 2) for place in range(shape[0]))


def _named_inputs(document: Document, heights: tuple[float, ...]) -> list[Mark]:
    names = (cut(readable(feature_title(name)), ROOM) for name in document.data.input_names)
    return [Text(-RADIUS - 11, y + 3.5, name, side="end") for y, name in zip(heights, names, strict=True)]


def _values(shape: Shape) -> tuple[list[Mark], tuple[float, float]]:
    if len(shape) == 3:
        return _maps(*shape)
    if len(shape) == 2:
        return _cells(*shape)
    # A thin bar, taller where there are more values.
    high = min(24 + 12 * log2(1 + max(shape, default=1)), 170) / 2
    return [Rect(-9, -high, 18, 2 * high)], (9.0, high)


def _maps(height: int, width: int, channels: int) -> tuple[list[Mark], tuple[float, float]]:
    """Maps behind each other, up to five of them, larger where they have more pixels."""
    count, step = min(channels, 5), 5.0
    longest = max(height, width, 1)
    side = min(16 + 12 * log2(longest), 110)
    wide, high = side * width / longest, side * height / longest
    all_wide, all_high = wide + step * (count - 1), high + step * (count - 1)
    marks: list[Mark] = [
        # The last one is in front, below and to the left.
        Rect(all_wide / 2 - wide - step * place, -all_high / 2 + step * place, wide, high)
        for place in range(count)
    ]
    return marks, (all_wide / 2, all_high / 2)


def _cells(steps: int, features: int) -> tuple[list[Mark], tuple[float, float]]:
    """A cell for each step, six of many with dots before the last."""
    high = min(12 + 10 * log2(1 + features), 80) / 2
    shown = steps if steps <= 6 else 6
    wide, left = 13.0, -13.0 * shown / 2
    marks: list[Mark] = [
        Rect(left + wide * place, -high, wide, 2 * high) for place in range(shown) if steps <= 6 or place != 4
    ]
    if steps > 6:
        marks.append(Text(left + wide * 4.5, 3, "…"))
    return marks, (-left, high)


def _recurrent() -> Iterator[Mark]:
    """A box whose state comes back to it."""
    yield Rect(-26, -20, 52, 40, 6)
    yield Path((14, -20), (((18, -42), (-18, -42), (-14, -20)),), down=True)
    for place in (-12, 0, 12):
        yield Circle(place, 0, 4.5)
