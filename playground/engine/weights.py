"""A training state's values by node: which belong to whom, and one of them changed by hand."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf

from playground.datasets.first_weights import playground_weights
from playground.document.document import Document
from playground.engine.build import Front, Structure, build_keras, compile_keras
from playground.engine.train import Loop, State
from playground.frames.arrays import Floats

LARGEST = float(np.finfo(np.float32).max)


def first_network(document: Document, spec: Structure, front: Front | None = None) -> keras.Model:
    """A compiled network of its own with the first weights of the document's seed."""
    network, _, layers = build_keras(spec, document.training.seed, front)
    drawn = [layers[node.id].kernel for node, _ in spec.nodes if node.layer.draws_with_data]
    shapes = [(int(kernel.shape[0]), int(kernel.shape[1])) for kernel in drawn]
    if drawn:
        for kernel, values in zip(drawn, playground_weights(document.data, shapes), strict=True):
            kernel.assign(values)
    compile_keras(network, spec, document.training.learning_rate)
    return network


def first_state(document: Document, loop: Loop) -> State:
    """The state before any training."""
    network = first_network(document, loop.spec)
    values = [variable.value for variable in (*network.variables, *network.optimizer.variables)]
    # What the loop adds to Keras's own variables starts at 1: every weight is alive.
    added = [tf.ones(variable.shape) for variable in loop.variables[len(values) :]]
    return [tf.identity(value) for value in (*values, *added)]


def places(loop: Loop) -> list[tuple[str, int]]:
    """For each of the network's variables, its node and its place among that node's own."""
    owners = {
        id(variable): (node, index)
        for node, layer in loop.layers.items()
        for index, variable in enumerate(layer.variables)
    }
    return [owners[id(variable)] for variable in loop.network.variables]


def by_node(state: State, loop: Loop) -> dict[str, tuple[Floats, ...]]:
    """Node id -> its arrays in Keras's order, read-only views."""
    found: dict[str, list[Floats]] = {}
    for (node, _), value in zip(places(loop), state, strict=False):
        found.setdefault(node, []).append(value.numpy())
    return {node: tuple(values) for node, values in found.items()}


def with_kept(state: State, loop: Loop, kept: dict[str, tuple[Floats, ...]]) -> State:
    """The state with what was kept of another network, by node, wherever the shapes still fit."""
    state = [*state]
    for at, (node, index) in enumerate(places(loop)):
        values = kept.get(node, ())
        if index < len(values) and values[index].shape == state[at].shape:
            state[at] = tf.constant(values[index])
    return state


def with_weight(state: State, loop: Loop, owner: tuple[str, int], place: tuple[int, ...], value: float) -> State | None:
    """The state with one number changed in the array (node id, index in Keras's order).

    None where there is no such place, or the value is no finite float32.
    """
    known = places(loop)
    if owner not in known or not abs(value) <= LARGEST:
        return None
    at = known.index(owner)
    array = state[at].numpy().copy()
    if len(place) != array.ndim or not all(0 <= step < size for step, size in zip(place, array.shape, strict=True)):
        return None
    array[place] = value
    changed = [*state]
    changed[at] = tf.constant(array)
    _revive(changed, loop, owner, place)
    return changed


def _revive(state: State, loop: Loop, owner: tuple[str, int], place: tuple[int, ...]) -> None:
    """A weight that the penalty holds at 0 is free again once a person gives it a value."""
    node_id, array_index = owner
    at = loop.alive_at(node_id)
    if array_index == 0 and at is not None:
        alive = state[at].numpy().copy()
        alive[place] = 1.0
        state[at] = tf.constant(alive)


def variables(spec: Structure) -> tuple[object, ...]:
    """What decides the state's shape: specs equal in this can hand their whole state on."""
    return (spec.but_rows, spec.inputs)
