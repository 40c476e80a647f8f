"""The derivative of each loss of one sample by every output, by hand, with the bounds that Keras has; numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.document.graph import OUTPUT, Graph
from playground.document.layers.ends import Output
from playground.document.losses import LOSSES, Loss
from playground.frames.losses import LIMITS, entry_terms, share_slopes
from playground.frames.walk import HALF, Walk

Values = NDArray[np.float64]
# Of probabilities, or of logits that become such; the others are means over the outputs.
OF_SHARES = ("BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy", "KLDivergence")


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
    if loss.keras not in OF_SHARES:
        return loss.weight * entry_terms(loss.keras, t, o)[1] / o.size
    if loss.keras == "SparseCategoricalCrossentropy":
        t = np.eye(o.size)[int(t[0])]
    (slopes,) = share_slopes(loss.keras, t[np.newaxis], o[np.newaxis], loss.takes == "logits", LIMITS)
    return loss.weight * slopes / (o.size if loss.keras == "BinaryCrossentropy" else 1)
