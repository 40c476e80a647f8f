"""Which loss a document has, and how many values it wants to see."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.graph import OUTPUT
from playground.document.layers.ends import Output
from playground.document.losses import LOSSES, Loss
from playground.document.settings import Facts


def loss_of(document: Document) -> Loss:
    """The loss that the Output node holds."""
    layer = document.graph.by_id[OUTPUT].layer
    assert isinstance(layer, Output)
    return LOSSES[layer.loss]


def wanted_outputs(loss: Loss, facts: Facts) -> int | None:
    """How many values the loss compares for this data; None where it cannot be used with it.

    Two classes are told by the sign or probability of one value, or by two probabilities.
    """
    if facts.task not in loss.tasks:
        return None
    return 1 if facts.task == "binary" and loss.tells_by_one_value else facts.outputs


def needed_outputs(document: Document) -> int | None:
    """How many values Output needs; None where its loss does not suit the data."""
    return wanted_outputs(loss_of(document), document.data.facts)
