"""What stops or spoils a document, each with its one-click fix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from playground.document.checks.memory import free_bytes, needed_bytes
from playground.document.checks.shape_fixes import Fix as Fix
from playground.document.checks.shape_fixes import Values, shape_fixes
from playground.document.checks.shapes import Flow, flow
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import group_of
from playground.document.graph import DATA, OUTPUT, Edge, Node
from playground.document.layers.activations import Sigmoid, Softmax
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.document.layers.shaping import Flatten
from playground.document.losses import USUAL, Loss, taking


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a node ("" for the whole document). An error stops training, a warning spoils it.

    `member` is the node in a closed group that it is about, where `node` is the group's card.
    """

    code: str
    node: str
    severity: Literal["error", "warning"]
    values: Values = ()
    fixes: tuple[Fix, ...] = ()
    member: str = ""


def find_problems(document: Document) -> tuple[Problem, ...]:
    """All of them, errors first, each group in the order of the graph."""
    known = flow(document)
    found = [
        *_data_problems(document),
        *_connection_problems(document),
        *_shape_problems(document, known),
        *_output_problems(document, known),
        *_learning_problems(document, known),
        *_memory_problems(document, known),
    ]
    return tuple(sorted(found, key=lambda problem: problem.severity))


def problems_in_sight(document: Document) -> tuple[Problem, ...]:
    """All problems, those in a closed group at its card."""
    return tuple(_in_sight(document, found) for found in find_problems(document))


def _in_sight(document: Document, found: Problem) -> Problem:
    card = group_of(document, found.node)
    return replace(found, node=card, member=found.node) if card else found


def can_train(document: Document) -> bool:
    return not any(problem.severity == "error" for problem in find_problems(document))


def _data_problems(document: Document) -> Iterator[Problem]:
    if not document.data.input_names:
        fix = Fix("use_features", (), lambda d: edits.set_data(d, replace(d.data, features=("x1", "x2"))))
        yield Problem("no_features", DATA, "error", (), (fix,))


def _connection_problems(document: Document) -> Iterator[Problem]:
    graph = document.graph
    looped = set(graph.by_id) - set(graph.order)
    trained, fed, feeding = set(graph.trained), graph.downstream(DATA), graph.upstream(OUTPUT)
    for node in graph.nodes:
        got, needed = len(graph.sources[node.id]), node.layer.fewest_inputs
        severity: Literal["error", "warning"] = "error" if node.id in feeding else "warning"
        if node.id in looped:
            yield Problem("loop", node.id, "error")
        elif got < needed or got > node.layer.most_inputs:
            yield Problem("not_connected", node.id, severity, (("needed", needed), ("got", got)))
        elif node.id not in fed:
            yield Problem("unreachable", node.id, severity)
        elif node.id not in trained and not graph.targets[node.id]:
            yield Problem("dead_end", node.id, "warning")


def _shape_problems(document: Document, known: Flow) -> Iterator[Problem]:
    for node_id, error in known.errors.items():
        fixes = shape_fixes(document, node_id, error)
        yield Problem(f"shape_{error.code}", node_id, "error", (("shapes", error.shapes),), fixes)


def _output_problems(document: Document, known: Flow) -> Iterator[Problem]:
    loss, needed = loss_of(document), needed_outputs(document)
    if needed is None:
        task = document.data.facts.task
        yield Problem("loss_task", OUTPUT, "error", (("loss", loss.name), ("task", task)), (_set_loss(USUAL[task]),))
        return
    shape = known.shapes.get(OUTPUT)
    if shape is None:
        return
    if len(shape) > 1:
        fix = Fix("insert_flatten", (), lambda d: _insert_before_output(d, Flatten()))
        yield Problem("not_flat", OUTPUT, "error", (("shape", shape),), (fix,))
    elif shape[-1] != needed:
        fixes = _size_fixes(document, needed)
        yield Problem("output_size", OUTPUT, "error", (("needed", needed), ("got", shape[-1])), fixes)
    else:
        yield from _range_problems(document, loss)


def _size_fixes(document: Document, needed: int) -> tuple[Fix, ...]:
    values: Values = (("units", needed),)
    by_sign = document.data.facts.task == "binary" and needed == 1 and loss_of(document).takes == "values"
    activation = "tanh" if by_sign else "linear"
    insert = Fix("insert_dense", values, lambda d: _insert_before_output(d, Dense(needed, activation)))
    last = _last_node(document)
    if last is not None and isinstance(last.layer, Dense):
        layer = replace(last.layer, units=needed)
        return (Fix("set_units", values, lambda d: edits.set_layer(d, last.id, layer)), insert)
    return (insert,)


def _last_node(document: Document) -> Node | None:
    sources = document.graph.sources[OUTPUT]
    return document.graph.by_id[sources[0]] if sources else None


def _insert_before_output(document: Document, layer: Layer) -> Document:
    source = document.graph.sources[OUTPUT][0]
    positions = document.positions
    (x1, y1), (x2, y2) = positions.get(source, (0.0, 0.0)), positions.get(OUTPUT, (320.0, 0.0))
    changed, _ = edits.insert_node(document, layer, Edge(source, OUTPUT), (x1 + x2) / 2, (y1 + y2) / 2)
    # Three nodes need room for three: Output makes way where it stood close.
    return edits.move(changed, {OUTPUT: (max(x2, x1 + 360), y2)}) if positions else changed


def _set_loss(loss: str) -> Fix:
    def apply(document: Document) -> Document:
        return edits.set_layer(document, OUTPUT, Output(loss))

    return Fix("set_loss", (("loss", loss),), apply)


def _range_problems(document: Document, loss: Loss) -> Iterator[Problem]:
    last = _last_node(document)
    if last is None:
        return
    activation = last.layer.applies
    one_value = needed_outputs(document) == 1
    wanted: Layer = Sigmoid() if one_value else Softmax()
    bounded = {"sigmoid"} if one_value else {"softmax"}
    if loss.takes == "probabilities" and activation not in bounded:
        insert = Fix("insert_activation", (("kind", wanted.kind),), lambda d: _insert_before_output(d, wanted))
        unbounded = taking(loss, "logits")
        fixes = (insert,) if unbounded is None else (_set_loss(unbounded.name), insert)
        yield Problem("wants_probabilities", OUTPUT, "warning", (("loss", loss.name),), fixes)
    elif loss.takes == "logits" and activation in bounded:
        remove = Fix(f"remove_{activation}", (), lambda d: _without_bounds(d, bounded))
        bounding = taking(loss, "probabilities")
        others = () if bounding is None else (_set_loss(bounding.name),)
        yield Problem("double_softmax", OUTPUT, "warning", (), (remove, *others))


def _without_bounds(document: Document, bounded: set[str]) -> Document:
    """Without the functions right before Output that turn values into probabilities."""
    while (last := _last_node(document)) is not None and last.layer.applies in bounded:
        if last.layer.has_activation:
            document = edits.set_layer(document, last.id, replace(last.layer, **{"activation": "linear"}))
        elif document.graph.targets[last.id] == (OUTPUT,):
            document = edits.remove_nodes(document, (last.id,), heal=True)
        else:
            # Others still take its values, so Output goes around it.
            document = edits.connect(document, document.graph.sources[last.id][0], OUTPUT)
    return document


def _memory_problems(document: Document, known: Flow) -> Iterator[Problem]:
    needed = needed_bytes(document, known)
    # Asking the system costs more than the sum, so only a network that could matter asks.
    if needed > 1 << 30 and needed > (free := free_bytes()) * 0.8:
        values = (("needed_gib", round(needed / 2**30, 1)), ("free_gib", round(free / 2**30, 1)))
        yield Problem("too_large", OUTPUT, "error", values)


def _learning_problems(document: Document, known: Flow) -> Iterator[Problem]:
    graph = document.graph
    nodes = [graph.by_id[node_id] for node_id in graph.trained]
    if OUTPUT in known.shapes and not any(known.parameters.get(node.id) for node in nodes):
        yield Problem("no_weights", OUTPUT, "warning")
    for node in nodes:
        if node.layer.ends_in_step:
            yield Problem("step_activation", node.id, "warning", (), (_use_sigmoid(node),))
        elif isinstance(node.layer, Softmax):
            if any(graph.by_id[source].layer.applies == "softmax" for source in graph.sources[node.id]):
                yield Problem("second_softmax", node.id, "warning", (), (_removal(node),))
        elif node.layer.needs_whole_numbers and any(map(known.parameters.get, graph.upstream(node.id) - {node.id})):
            yield Problem("whole_numbers", node.id, "warning")


def _use_sigmoid(node: Node) -> Fix:
    """A slope in place of a step, which has none."""
    layer = replace(node.layer, **{"activation": "sigmoid"}) if node.layer.has_activation else Sigmoid()
    return Fix("use_sigmoid", (), lambda d: edits.set_layer(d, node.id, layer))


def _removal(node: Node) -> Fix:
    """Without it, and what it stood between joined."""
    return Fix("remove_softmax", (), lambda d: edits.remove_nodes(d, (node.id,), heal=True))
