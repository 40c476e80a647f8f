"""What a frame and the chosen example say on the cards of pictures and sequences."""

from __future__ import annotations

import numpy as np

from playground.datasets.dataset import class_names
from playground.datasets.example import Example
from playground.document.document import Document
from playground.document.graph import DATA
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.canvas.items.faces.face import MOST_ROWS, STRIP_WIDTH
from playground.ui.canvas.items.faces.paint import Told
from playground.ui.canvas.items.maps import map_pictures, scaled, wave_pictures
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.texts.data import class_title
from playground.ui.texts.examples import answer_text, caption_text


def show_data(item: NodeItem, example: Example, document: Document) -> None:
    """The chosen example on the card of Data, whatever is learned."""
    facts = document.data.facts
    if not item.card.content.face or len(example.values) != len(facts.inputs):
        return
    values = np.array(example.values)
    if facts.sequential:
        item.show_pictures(wave_pictures(values[np.newaxis] / max(map(abs, facts.span)), 1))
    else:
        side = round(len(values) ** 0.5)
        item.show_pictures(map_pictures(values.reshape(1, side, side), 1))
    item.show_told(Told(caption=caption_text(facts, example.row, _class(example, document))))


def show_face(frame: Frame, name: str, item: NodeItem, document: Document, example: Example | None) -> None:
    """What the node makes of the example that the frame was asked for."""
    content, maps = item.card.content, frame.maps.get(name)
    if name == DATA or maps is None:
        return
    match content.face:
        case "classes":
            if example is not None and frame.wanted.example == example.values:
                item.show_told(_answer(maps.ravel(), example, document))
        case "bars":
            item.show_told(Told(maps.ravel()))
        case "strip":
            item.show_pictures(map_pictures(scaled(_strip(maps), together=True), 1))
        case "waves":
            item.show_pictures(wave_pictures(scaled(maps, together=False)[:, 0], MOST_ROWS))
        case "wave_kernels":
            if frame.weights.get(name):
                item.show_pictures(wave_pictures(_to_one(frame.weights[name][0].T), MOST_ROWS))
        case "kernels" | "filters":
            kernels = kernel_pictures(frame.weights.get(name, ()), round(len(document.data.facts.inputs) ** 0.5))
            if kernels is not None:
                shown = map_pictures(scaled(kernels, together=True)[:MOST_ROWS], MOST_ROWS)
                made = map_pictures(scaled(maps, together=True), MOST_ROWS) if content.face == "filters" else []
                pairs = [part for pair in zip(shown, made, strict=True) for part in pair] if made else shown
                item.show_pictures(pairs)
        case _:
            item.show_pictures(map_pictures(scaled(maps, together=True), MOST_ROWS))


def kernel_pictures(arrays: tuple[Floats, ...], side: int) -> Floats | None:
    """The weights of each filter over one channel, or of each neuron over the pixels, as pictures (units, height,
    width)."""
    if not arrays:
        return None
    kernel = arrays[0]
    if kernel.ndim == 4:
        return kernel[:, :, 0].transpose(2, 0, 1)
    return kernel.T.reshape(-1, side, side) if kernel.ndim == 2 and len(kernel) == side * side else None


def _to_one(kernels: Floats) -> Floats:
    """Weights of which the largest is 1."""
    return scaled(kernels[:, np.newaxis], together=True)[:, 0]


def _strip(maps: Floats) -> Floats:
    """Values (values, 1, 1) in rows of four, (1, rows, 4); places without a value are 0."""
    values = maps.ravel()
    return np.pad(values, (0, -len(values) % STRIP_WIDTH)).reshape(1, -1, STRIP_WIDTH)


def _answer(shares: Floats, example: Example, document: Document) -> Told:
    guessed, true = _title(int(shares.argmax()), document), _class(example, document)
    right = int(example.labels[0]) if example.labels else None
    return Told(shares, right, answer_text(guessed, true), is_wrong=true not in ("", guessed))


def _class(example: Example, document: Document) -> str:
    return _title(int(example.labels[0]), document) if example.labels else ""


def _title(label: int, document: Document) -> str:
    return class_title(class_names(document.data)[label])
