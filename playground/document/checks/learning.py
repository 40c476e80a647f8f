"""Layers through which nothing can be learned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from playground.document.checks.behind import last_of, trains_behind
from playground.document.checks.outputs import activation_fix, removal, usual_activation
from playground.document.checks.problem import Fix, Problem
from playground.document.checks.shapes import Flow
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import OUTPUT, Node
from playground.document.layers.activations import Sigmoid, Softmax
from playground.document.layers.normalization import BatchNormalization, LayerNormalization, UnitNormalization

USUAL_BATCH = 10


def learning_problems(document: Document, known: Flow) -> Iterator[Problem]:
    """Those of the network that trains."""
    graph = document.graph
    nodes = [graph.by_id[node_id] for node_id in graph.trained]
    if OUTPUT in known.shapes and not any(known.parameters.get(node.id) for node in nodes):
        yield Problem("no_weights", OUTPUT, "warning")
    for node in nodes:
        if node.layer.ends_in_step:
            yield Problem("step_activation", node.id, "warning", (), (_use_sigmoid(node),))
        elif known.shapes.get(node.id, ())[-1:] == (1,) and (code := _of_one_value(document, node)):
            yield Problem(code, node.id, "warning", (), (_for_one_value(document, node),))
        elif isinstance(node.layer, Softmax):
            if any(graph.by_id[source].layer.applies == "softmax" for source in graph.sources[node.id]):
                yield Problem("second_softmax", node.id, "warning", (), (_remove_softmax(node),))
        elif node.layer.needs_whole_numbers and any(map(known.parameters.get, graph.upstream(node.id) - {node.id})):
            yield Problem("whole_numbers", node.id, "warning")
        elif _is_alone(document, known, node):
            yield Problem("batch_of_one", node.id, "warning", (), (_set_batch(USUAL_BATCH), removal(node)))


def _use_sigmoid(node: Node) -> Fix:
    """A slope in place of a step, which has none."""
    layer = replace(node.layer, **{"activation": "sigmoid"}) if node.layer.has_activation else Sigmoid()
    return Fix("use_sigmoid", (), lambda d: edits.set_layer(d, node.id, layer))


def _remove_softmax(node: Node) -> Fix:
    return replace(removal(node), code="remove_softmax", values=())


def _of_one_value(document: Document, node: Node) -> str:
    """The problem of what compares values with one another and gets one; "" for all else."""
    if node.layer.applies == "softmax":
        last = last_of(document.graph.by_id, document.graph.sources)
        told_at_output = last is not None and last.node.id == node.id and trains_behind(loss_of(document), last)
        return "" if told_at_output else "softmax_of_one"
    if isinstance(node.layer, UnitNormalization):
        return "unit_of_one"
    return "layer_of_one" if isinstance(node.layer, LayerNormalization) else ""


def _for_one_value(document: Document, node: Node) -> Fix:
    """Another function where it makes the output or belongs to a layer; else it goes."""
    last = last_of(document.graph.by_id, document.graph.sources)
    if last is not None and last.node.id == node.id and node.layer.applies:
        return activation_fix(node, usual_activation(document))
    return activation_fix(node, "tanh") if node.layer.has_activation else removal(node)


def _is_alone(document: Document, known: Flow, node: Node) -> bool:
    """Whether it normalizes each value by nothing but that value."""
    norm = node.layer
    if not isinstance(norm, BatchNormalization) or not norm.trainable or document.training.batch_size > 1:
        return False
    return len(known.shapes.get(node.id, ())) == 1


def _set_batch(size: int) -> Fix:
    def apply(document: Document) -> Document:
        return edits.set_training(document, replace(document.training, batch_size=size))

    return Fix("set_batch", (("size", size),), apply)
