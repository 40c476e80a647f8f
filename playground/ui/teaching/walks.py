"""The walk that a block of a lesson opens."""

from __future__ import annotations

import numpy as np

from playground.datasets.dataset import load
from playground.datasets.example import Example, example_of
from playground.document.document import Document
from playground.frames.walk import HALF
from playground.lessons.actions import ActionError, Opening, read_walk
from playground.lessons.lesson import Walk
from playground.ui.across.walking import Walking
from playground.ui.walk.formula import Weight


def open_walk(part: Walk, document: Document, walking: Walking) -> None:
    """Begin it as the block says; what does not suit the network or the data is passed over."""
    try:
        asked = read_walk(part.settings)
    except ActionError:
        # The lesson's bar says so.
        asked = Opening()
    walking.open(HALF if asked.half else "", _weight(asked, document), _example(asked, document))


def _example(asked: Opening, document: Document) -> Example | None:
    dataset = load(document.data)
    if asked.row is not None:
        return example_of(dataset, min(asked.row, len(dataset.points)) - 1)
    if len(asked.inputs) != dataset.points.shape[1]:
        return None
    nearest = int(np.argmin(np.abs(dataset.points - np.array(asked.inputs)).sum(axis=1)))
    labels = tuple(dataset.targets[nearest].tolist()) if asked.target is None else (asked.target,)
    return Example(asked.inputs, None, labels)


def _weight(asked: Opening, document: Document) -> Weight | None:
    if asked.weight is None:
        return None
    name, array, place = asked.weight
    node = next((node for node in document.graph.nodes if name in (node.id, node.name)), None)
    if node is None or array not in node.layer.weight_names:
        return None
    return node.id, node.layer.weight_names.index(array), place
