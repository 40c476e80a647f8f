"""What comes to Output, against what its loss compares: how many values, and between which bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from playground.document.checks.behind import Last, last_of, suits, trains_behind
from playground.document.checks.problem import Fix, Problem, Values
from playground.document.checks.shapes import Flow
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import OUTPUT, Edge, Node
from playground.document.layers.activations import ELU, Sigmoid, Softmax, Tanh
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.document.layers.shaping import Flatten
from playground.document.losses import USUAL, Loss, taking

# What the values of a function never lie below, where there is such a bound.
LOWEST = {
    "step": 0.0, "sigmoid": 0.0, "softmax": 0.0, "relu": 0.0, "softplus": 0.0, "gelu": -0.17, "silu": -0.28,
    "tanh": -1.0, "elu": -1.0, "selu": -1.76,
}  # fmt: skip
# What they never lie above.
HIGHEST = {"step": 1.0, "sigmoid": 1.0, "softmax": 1.0, "tanh": 1.0}
LAYERS_OF: dict[str, Layer] = {"sigmoid": Sigmoid(), "softmax": Softmax(), "tanh": Tanh()}


def output_problems(document: Document, known: Flow) -> Iterator[Problem]:
    """Those at Output."""
    loss, needed = loss_of(document), needed_outputs(document)
    if needed is None:
        task = document.data.facts.task
        fix = _set_loss(_suiting_loss(document))
        yield Problem("loss_task", OUTPUT, "error", (("loss", loss.name), ("task", task)), (fix,))
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
        yield from _range_problems(document, loss, last_of(document.graph.by_id, document.graph.sources))


def _suiting_loss(document: Document) -> str:
    """A loss for the task that suits what the last layer applies; the usual one where none does."""
    usual = USUAL[document.data.facts.task]
    last = last_of(document.graph.by_id, document.graph.sources)
    for name in (usual, "sparse_categorical_crossentropy", "mean_squared_error"):
        changed = edits.set_layer(document, OUTPUT, Output(name))
        if needed_outputs(changed) is not None and not any(_range_problems(changed, loss_of(changed), last)):
            return name
    return usual


def _size_fixes(document: Document, needed: int) -> tuple[Fix, ...]:
    values: Values = (("units", needed),)
    by_sign = document.data.facts.task == "binary" and needed == 1 and loss_of(document).takes == "values"
    activation = "tanh" if by_sign else "linear"
    insert = Fix("insert_dense", values, lambda d: _insert_before_output(d, Dense(needed, activation)))
    sources = document.graph.sources[OUTPUT]
    last = document.graph.by_id[sources[0]] if sources else None
    if last is not None and isinstance(last.layer, Dense):
        layer = replace(last.layer, units=needed)
        return (Fix("set_units", values, lambda d: edits.set_layer(d, last.id, layer)), insert)
    return (insert,)


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


def usual_activation(document: Document) -> str:
    """What the last layer applies so that its values can be all that the loss wants."""
    loss = loss_of(document)
    if loss.takes == "probabilities":
        return "sigmoid" if needed_outputs(document) == 1 else "softmax"
    signed = loss.targets == "signed" or document.data.facts.task == "binary"
    return "tanh" if loss.takes == "values" and signed else "linear"


def activation_fix(node: Node, activation: str) -> Fix:
    """The node's function is another; a layer that is nothing but a function becomes another, or goes."""
    values = (("activation", activation),)
    if node.layer.has_activation:
        layer = replace(node.layer, **{"activation": activation})
        return Fix("set_activation", values, lambda d: edits.set_layer(d, node.id, layer))
    if activation in LAYERS_OF:
        return Fix("set_activation", values, lambda d: edits.set_layer(d, node.id, LAYERS_OF[activation]))
    return removal(node)


def removal(node: Node) -> Fix:
    """Without it, and what it stood between joined."""
    values = (("kind", node.layer.kind),)
    return Fix("remove_layer", values, lambda d: edits.remove_nodes(d, (node.id,), heal=True))


def _range_problems(document: Document, loss: Loss, last: Last | None) -> Iterator[Problem]:
    if last is None:
        return
    natural = "sigmoid" if needed_outputs(document) == 1 else "softmax"
    usual = activation_fix(last.node, usual_activation(document))
    if loss.takes == "logits" and last.applies == natural:
        remove = Fix(f"remove_{natural}", (), lambda d: _without(d, natural))
        bounding = taking(loss, "probabilities")
        others = () if bounding is None else (_set_loss(bounding.name),)
        code = "double_softmax_hidden" if last.hidden or not loss.looks_behind else "double_softmax"
        yield Problem(code, OUTPUT, "warning", (), (remove, *others))
    elif trains_behind(loss, last):
        code = "loss_behind_one" if natural == "sigmoid" and last.applies == "softmax" else "loss_behind"
        yield Problem(code, OUTPUT, "warning", (("function", last.applies),), (usual,))
    elif loss.takes == "probabilities" and last.applies != natural and not suits(loss, last.applies):
        yield Problem("wants_probabilities", OUTPUT, "warning", (("loss", loss.name),), _bounding(loss, last, natural))
    elif natural == "sigmoid" and last.applies == "softmax":
        # A softmax over one value, which is told where it stands.
        return
    elif _is_out_of_reach(document, loss, last):
        code = "out_of_reach" if loss.takes == "values" else "wants_logits"
        fixes = (usual, *_for_probabilities(loss, last, natural))
        yield Problem(code, OUTPUT, "warning", (("function", last.applies), ("low", _lowest(last))), fixes)
    elif last.applies in HIGHEST and _is_standardised(document):
        values = (("function", last.applies), ("high", HIGHEST[last.applies]))
        yield Problem("out_of_reach_above", OUTPUT, "warning", values, (usual,))


def _bounding(loss: Loss, last: Last, natural: str) -> tuple[Fix, ...]:
    """Clicks that make probabilities of what comes, or let the loss do so. Values with bounds make no good logits."""
    if last.applies in LOWEST:
        return (activation_fix(last.node, natural),)
    wanted = LAYERS_OF[natural]
    insert = Fix("insert_activation", (("kind", wanted.kind),), lambda d: _insert_before_output(d, wanted))
    unbounded = taking(loss, "logits")
    return (insert,) if unbounded is None else (_set_loss(unbounded.name), insert)


def _for_probabilities(loss: Loss, last: Last, natural: str) -> tuple[Fix, ...]:
    """A sigmoid for two classes is right for another loss."""
    suited = loss.takes == "values" and loss.tells_by_one_value and last.applies == natural == "sigmoid"
    return (_set_loss("binary_crossentropy"),) if suited else ()


def _lowest(last: Last) -> float:
    """What the last values never lie below."""
    layer = last.node.layer
    return -layer.alpha if isinstance(layer, ELU) else LOWEST.get(last.applies, -inf)


def _is_out_of_reach(document: Document, loss: Loss, last: Last) -> bool:
    """Whether there are targets, or logits, that the last function cannot give."""
    low = _lowest(last)
    if loss.takes == "logits":
        # One tells two classes by its sign. Of several the distance counts, but a ReLU at 0 learns no more.
        return low > -1.0 if needed_outputs(document) == 1 else last.applies == "relu"
    classes_at_0 = document.data.facts.task == "classes" and loss.targets != "signed"
    return loss.takes == "values" and low > (0.0 if classes_at_0 else -1.0)


def _is_standardised(document: Document) -> bool:
    """Whether values are learned in units of their deviation, of which some lie farther than one from the mean."""
    own = document.data.own
    return own is not None and own.task == "regression" and any(target.scaled for target in own.targets)


def _without(document: Document, function: str) -> Document:
    """Without the functions before Output that turn values into probabilities, also behind what only hands them on."""
    while (last := last_of(document.graph.by_id, document.graph.sources)) is not None and last.applies == function:
        node, sources = last.node, document.graph.sources
        if node.layer.has_activation:
            document = edits.set_layer(document, node.id, replace(node.layer, **{"activation": "linear"}))
        elif len(document.graph.targets[node.id]) == 1:
            document = edits.remove_nodes(document, (node.id,), heal=True)
        else:
            # Others still take its values, so what comes behind takes those before it.
            behind = next(n for n in document.graph.targets[node.id] if OUTPUT in document.graph.downstream(n))
            document = edits.connect(document, sources[node.id][0], behind)
    return document
