"""The derivative of each loss of one sample by every output, by hand, with the bounds that Keras has; numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.document.graph import OUTPUT, Graph
from playground.document.layers.ends import Output
from playground.document.losses import LOSSES, Loss
from playground.frames.losses import LIMITS, entry_terms, sigmoid, softmax
from playground.frames.walk import HALF, Walk

Values = NDArray[np.float64]


def loss_of(graph: Graph) -> Loss:
    """The document's loss."""
    layer = graph.by_id[OUTPUT].layer
    assert isinstance(layer, Output)
    return LOSSES[layer.loss]


def loss_gradient(walk: Walk, graph: Graph) -> Values:
    """dL/do of the sample, (outputs,), by the loss's formula."""
    o, t = walk.stops[-1].value.astype(float).ravel(), walk.target.astype(float)
    if walk.question.loss == HALF:
        return o - t
    loss = loss_of(graph)
    if loss.keras in _OF_SHARES:
        return loss.weight * _OF_SHARES[loss.keras](o, t, loss.takes == "logits")
    return loss.weight * entry_terms(loss.keras, t, o)[1] / o.size


def _binary(o: Values, t: Values, logits: bool) -> Values:
    if logits:
        return (sigmoid(o) - t) / o.size
    kept, inside = _clipped(o)
    return np.where(inside, (kept - t) / (kept * (1 - kept)), 0.0) / o.size


def _categorical(o: Values, t: Values, logits: bool) -> Values:
    if logits:
        return softmax(o) * t.sum() - t
    # Keras divides by the sum of the outputs first.
    total = o.sum()
    kept, inside = _clipped(o / total)
    back = np.where(inside, -t / kept, 0.0)
    return (back - back @ (o / total)) / total


def _sparse(o: Values, t: Values, logits: bool) -> Values:
    one_hot = np.zeros(o.size)
    one_hot[int(t[0])] = 1
    if logits:
        return softmax(o) - one_hot
    # Keras takes the logarithm of the outputs as if they were logits: their softmax are their shares.
    kept, inside = _clipped(o)
    return np.where(inside, (kept / kept.sum() - one_hot) / kept, 0.0)


def _divergence(o: Values, t: Values, _: bool) -> Values:
    low = LIMITS[0]
    return np.where((o >= low) & (o <= 1), -np.clip(t, low, 1) / np.clip(o, low, 1), 0.0)


def _clipped(o: Values) -> tuple[Values, NDArray[np.bool_]]:
    """The outputs as Keras bounds them, and where it lets a gradient pass."""
    low, high = LIMITS
    return np.clip(o, low, high), (o >= low) & (o <= high)


# Of probabilities, or of logits that become such; the others are means over the outputs.
_OF_SHARES = {
    "BinaryCrossentropy": _binary,
    "CategoricalCrossentropy": _categorical,
    "SparseCategoricalCrossentropy": _sparse,
    "KLDivergence": _divergence,
}
