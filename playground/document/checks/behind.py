"""What made the values that the loss sees, and whether Keras looks behind it.

Keras's cross-entropies take the values before a softmax or a sigmoid where the very array that it made comes to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from playground.document.graph import OUTPUT, Node
from playground.document.keras_call import Made
from playground.document.layers.activations import Linear
from playground.document.layers.augmenting import Augmenting
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.losses import Loss

# They hand on the array itself; those of the second row do so only where nothing trains.
HANDING_ON = (Linear, ActivityRegularization)
CHANGING_IN_TRAINING = (Dropout, GaussianNoise, Augmenting)
PROBABILITIES = ("softmax", "sigmoid")


class Last(NamedTuple):
    """The last node before Output that changes values, the function it applies, and whether training hides it."""

    node: Node
    applies: str
    hidden: bool


def last_of(nodes: Mapping[str, Node], sources: Mapping[str, Sequence[str]]) -> Last | None:
    """What made the values that come to Output; None where no node or more than one leads to it."""
    here, hidden, seen = OUTPUT, False, {OUTPUT}
    while len(sources[here]) == 1 and sources[here][0] not in seen:
        here = sources[here][0]
        seen.add(here)
        layer = nodes[here].layer
        if not isinstance(layer, HANDING_ON + CHANGING_IN_TRAINING):
            return Last(nodes[here], layer.applies, hidden)
        hidden = hidden or isinstance(layer, CHANGING_IN_TRAINING)
    return None


def suits(loss: Loss, applies: str) -> bool:
    """Whether the loss, worked out of the values before this function, is that of the values behind it."""
    wanted = "sigmoid" if loss.tells_by_one_value else "softmax"
    return loss.looks_behind and loss.takes == "probabilities" and applies == wanted


def loss_of_outputs(loss: Loss) -> Made:
    """What makes in Keras the loss that judges outputs apart from where they came from, without the weight."""
    return loss.keras_call.but(dtype="float64")


def judged_apart(loss: Loss, last: Last | None) -> bool:
    """Whether Keras's evaluate gives another loss than that of the outputs."""
    return last is not None and last.applies in PROBABILITIES and loss.looks_behind and not suits(loss, last.applies)


def trains_behind(loss: Loss, last: Last | None) -> bool:
    """Whether Keras trains on other values than those that come out, and means another loss by it."""
    return judged_apart(loss, last) and last is not None and not last.hidden
