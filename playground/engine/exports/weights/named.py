"""A network's arrays by name, in the order that every file of weights has them."""

from __future__ import annotations

from playground.engine.session import Session
from playground.frames.arrays import Floats


def named_weights(session: Session) -> dict[str, Floats]:
    """ "dense_1/kernel" -> its numbers, float32: layers as they are computed, each one's arrays in Keras's order.

    A layer is named by its id, which no two share, an array as Keras calls it.
    """
    arrays = session.weights_by_node()
    # Behind its weights a layer may keep the state of its random numbers.
    return {
        f"{node.id}/{name}": values
        for node, _ in session.spec.nodes
        for name, values in zip(node.layer.weight_names, arrays.get(node.id, ()), strict=False)
    }
