"""Which loss suits which task, and how many values it wants to see."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.graph import OUTPUT
from playground.document.layers.ends import Output
from playground.document.settings import Facts

ONE_VALUE = {
    "mean_squared_error", "half_squared_error", "mean_absolute_error", "huber", "hinge",
    "binary_crossentropy", "binary_crossentropy_logits",
}  # fmt: skip
REGRESSION = {"mean_squared_error", "half_squared_error", "mean_absolute_error", "huber"}


def loss_of(document: Document) -> str:
    """The loss that the Output node holds."""
    layer = document.graph.by_id[OUTPUT].layer
    assert isinstance(layer, Output)
    return layer.loss


def wanted_outputs(loss: str, facts: Facts) -> int | None:
    """How many values the loss compares for this data; None where it cannot be used with it.

    Two classes are told by the sign or probability of one value, or by two probabilities.
    """
    if facts.task == "regression":
        return facts.outputs if loss in REGRESSION else None
    if facts.task == "binary":
        return 1 if loss in ONE_VALUE else 2
    return None if loss.startswith("binary") else facts.outputs


def needed_outputs(document: Document) -> int | None:
    """How many values Output needs; None where its loss does not suit the data."""
    return wanted_outputs(loss_of(document), document.data.facts)


def from_logits(loss: str) -> bool:
    return loss.endswith("_logits")


def wants_probabilities(loss: str) -> bool:
    return loss == "kl_divergence" or loss.endswith("crossentropy")
