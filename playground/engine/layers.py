"""Document layers as Keras layers, each seeded by the document's seed and its node's id."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter
from typing import Any

import keras

from playground.document.formula.formula import CALLED, Expression, evaluate, folded
from playground.document.graph import Node
from playground.document.keras_call import DrawnWithData, Made, Typed
from playground.document.seeds import part_seed

_OPERATIONS = {name: getattr(keras.ops, name) for name in CALLED if name != "step"}


def apply_node(node: Node, inputs: Sequence[Any], seed: int) -> tuple[Any, keras.Layer | None]:
    """Put the node's layer behind `inputs` (KerasTensors): what comes out, and the Keras layer that holds weights."""
    x = evaluated(node.layer.fed(inputs))
    made = keras_layer(node, x, seed)
    out = x if made is None else made(x, **node.layer.called_with)
    return (step(out) if node.layer.ends_in_step else out), made


def keras_layer(node: Node, x: Any, seed: int) -> keras.Layer | None:
    """The Keras layer for a node that takes x (KerasTensor); None for one that needs none."""
    match node.layer.keras_call(partial(part_seed, seed, node.id)):
        case Made() as call:
            layer: keras.Layer = evaluated(call.but(name=node.id))
            return layer
        case Typed(formula):
            return _typed(node.id, formula, x.shape[1:])
    return None


def evaluated(value: object) -> Any:
    """What a call of Keras gives, also within a list; any other value as it is."""
    match value:
        case Made():
            function = attrgetter(value.path)(keras)
            named = {name: evaluated(argument) for name, argument in value.named}
            return function(*map(evaluated, value.given), **named)
        case DrawnWithData():
            # Drawn once the whole network stands; see first_network.
            return keras.initializers.Zeros()
        case list():
            return list(map(evaluated, value))
    return value


def _typed(name: str, formula: Expression, shape: Sequence[int]) -> keras.Model:
    """The formula as a network of its own, in which the names that Keras gives to operations meet no node's."""
    x = keras.Input(shape)
    return keras.Model(x, evaluate(folded(formula), x, {**_OPERATIONS, "step": step}), name=name)


def step(x: Any) -> Any:
    """1 where x > 0, else 0, with derivative 0; made of operations that a .keras file keeps without custom objects."""
    return keras.ops.relu(keras.ops.sign(x))
