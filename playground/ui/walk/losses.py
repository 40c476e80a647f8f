"""Each loss of one sample by hand: its terms, and its derivative by every output; numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.document.graph import OUTPUT, Graph
from playground.document.layers.ends import Output
from playground.document.losses import LOSSES, Loss
from playground.frames.walk import HALF, Walk

Values = NDArray[np.float64]
# Keras keeps probabilities so far from 0 and 1 before it takes a logarithm.
EPSILON = float(np.float32(1e-7))
HIGHEST = float(np.float32(1) - np.float32(1e-7))


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
    return loss.weight * _GRADIENTS[loss.keras](o, t, loss.takes == "logits")


def _mean_squared(o: Values, t: Values, _: bool) -> Values:
    return 2 * (o - t) / o.size


def _mean_absolute(o: Values, t: Values, _: bool) -> Values:
    return np.sign(o - t) / o.size


def _huber(o: Values, t: Values, _: bool) -> Values:
    return np.clip(o - t, -1, 1) / o.size


def _hinge(o: Values, t: Values, _: bool) -> Values:
    return np.where(1 - t * o > 0, -t, 0.0) / o.size


def _binary(o: Values, t: Values, logits: bool) -> Values:
    if logits:
        return (0.5 * (1 + np.tanh(o / 2)) - t) / o.size
    kept, inside = _clipped(o)
    return np.where(inside, (kept - t) / (kept * (1 - kept)), 0.0) / o.size


def _categorical(o: Values, t: Values, logits: bool) -> Values:
    if logits:
        return _softmax(o) * t.sum() - t
    # Keras divides by the sum of the outputs first.
    total = o.sum()
    kept, inside = _clipped(o / total)
    back = np.where(inside, -t / kept, 0.0)
    return (back - back @ (o / total)) / total


def _sparse(o: Values, t: Values, logits: bool) -> Values:
    one_hot = np.zeros(o.size)
    one_hot[int(t[0])] = 1
    if logits:
        return _softmax(o) - one_hot
    # Keras takes the logarithm of the outputs as if they were logits: their softmax are their shares.
    kept, inside = _clipped(o)
    return np.where(inside, (kept / kept.sum() - one_hot) / kept, 0.0)


def _divergence(o: Values, t: Values, _: bool) -> Values:
    kept = np.clip(o, EPSILON, 1)
    return np.where((o >= EPSILON) & (o <= 1), -np.clip(t, EPSILON, 1) / kept, 0.0)


def _clipped(o: Values) -> tuple[Values, NDArray[np.bool_]]:
    """The outputs as Keras bounds them, and where it lets a gradient pass."""
    return np.clip(o, EPSILON, HIGHEST), (o >= EPSILON) & (o <= HIGHEST)


def _softmax(o: Values) -> Values:
    powers = np.exp(o - o.max())
    shares: Values = powers / powers.sum()
    return shares


_GRADIENTS = {
    "MeanSquaredError": _mean_squared,
    "MeanAbsoluteError": _mean_absolute,
    "Huber": _huber,
    "Hinge": _hinge,
    "BinaryCrossentropy": _binary,
    "CategoricalCrossentropy": _categorical,
    "SparseCategoricalCrossentropy": _sparse,
    "KLDivergence": _divergence,
}
