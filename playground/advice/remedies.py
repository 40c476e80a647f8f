"""What mends what stands out in a run: each an edit of the document that was tried by training."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playground.advice.finding import Remedy
from playground.document.checks.problem import Fix
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.growing import grow
from playground.document.graph import OUTPUT, Node
from playground.document.layers.activations import LeakyReLU, ReLU, Sigmoid, Tanh
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.losses import taking

# A learning rate that suits most networks, by the optimizer.
USUAL = {"SGD": 0.03, "Adagrad": 0.03, "Adadelta": 1.0, "Lion": 0.0003}
USUAL_OTHERWISE = 0.003
# Neurons from which on a layer is not what holds a small network back.
ENOUGH = 4


def usual_rate(document: Document) -> float:
    return USUAL.get(type(document.training.optimizer).__name__, USUAL_OTHERWISE)


def is_far_too_high(document: Document) -> bool:
    """Whether the rate is so far above the usual one that it is to blame for most that can go wrong."""
    return document.training.learning_rate > 10 * usual_rate(document)


def lower_rate(document: Document) -> Remedy | None:
    """A tenth of the rate, or the usual one where that is lower still; None where it is not above that.

    Smaller steps alone lead nowhere from where too large ones have thrown the weights, so it takes a new run.
    """
    rate, usual = document.training.learning_rate, usual_rate(document)
    lower = float(f"{min(usual, rate / 10):.2g}")
    if not 0 < lower < rate:
        return None
    return Remedy(_set_rate(lower), anew=True)


def usual_rate_again(document: Document) -> Remedy | None:
    """The usual rate, where the present one is so much smaller that little can move."""
    usual = usual_rate(document)
    return Remedy(_set_rate(usual)) if 0 <= document.training.learning_rate < usual / 10 else None


def _set_rate(rate: float) -> Fix:
    def apply(document: Document) -> Document:
        return edits.set_training(document, replace(document.training, learning_rate=rate))

    return Fix("set_rate", (("rate", rate),), apply)


def leaky_with_he(document: Document) -> Remedy | None:
    """Leaky ReLU in every hidden layer, with first weights by He; both are needed, and a new run for the weights."""
    hidden = hidden_nodes(document)
    if not any(_leakier(node) != node.layer for node in hidden):
        return None

    def apply(document: Document) -> Document:
        return _with_layers(document, ((node.id, _leakier(node)) for node in hidden_nodes(document)))

    return Remedy(Fix("use_leaky_he", (), apply), anew=True)


def _leakier(node: Node) -> object:
    layer = node.layer
    if isinstance(layer, Sigmoid | Tanh | ReLU):
        return LeakyReLU()
    if not isinstance(layer, Dense) and not (layer.has_activation and hasattr(layer, "kernel_initializer")):
        return layer
    # A linear layer is bent by what comes after it.
    activation = "linear" if layer.applies == "linear" else "leaky_relu"
    return replace(layer, **{"activation": activation, "kernel_initializer": "he_uniform"})


def leaky_in(document: Document, node_id: str) -> Remedy:
    """Leaky ReLU in this layer, or in the ReLU behind it: what is dead gets a slope, and weights stay."""
    graph = document.graph
    node = graph.by_id[node_id]
    behind = [graph.by_id[target] for target in graph.targets[node_id] if isinstance(graph.by_id[target].layer, ReLU)]
    changed = node if node.layer.applies == "relu" or not behind else behind[0]
    layer = replace(changed.layer, **{"activation": "leaky_relu"}) if changed.layer.has_activation else LeakyReLU()
    return Remedy(Fix("use_leaky", (), lambda d: edits.set_layer(d, changed.id, layer)))


def unbound_output(document: Document, node_id: str) -> Remedy | None:
    """A linear output, judged by its logits where there are classes: however wrong it is, something pulls at it."""
    node = document.graph.by_id[node_id]
    classes = document.data.facts.task != "regression"
    if not node.layer.has_activation:
        return None
    loss = loss_of(document)
    name = "binary_crossentropy_logits" if needed_outputs(document) == 1 else "sparse_categorical_crossentropy_logits"
    logits = taking(loss, "logits")
    name = logits.name if logits is not None else name
    layer = replace(node.layer, **{"activation": "linear"})

    def apply(document: Document) -> Document:
        document = edits.set_layer(document, node_id, layer)
        return edits.set_layer(document, OUTPUT, Output(name)) if classes else document

    return Remedy(Fix("unbound_output" if classes else "linear_output", (), apply))


def more_neurons(document: Document) -> Remedy | None:
    """The first hidden layer that has next to no neurons with a few of them."""
    sizes = [(node.id, node.layer.units) for node in hidden_nodes(document) if isinstance(node.layer, Dense)]
    name, units = next(((name, units) for name, units in sizes if units < ENOUGH), ("", 0))
    values = (("node", name), ("units", ENOUGH))
    return Remedy(Fix("grow", values, lambda d: grow(d, (name,), ENOUGH - units))) if name else None


def hidden_nodes(document: Document) -> list[Node]:
    """The trained nodes but the ends and the last with weights, which is the output's."""
    graph = document.graph
    nodes = [graph.by_id[name] for name in graph.trained[1:-1]]
    weighted = [at for at, node in enumerate(nodes) if node.layer.weight_names]
    return nodes[: weighted[-1]] if weighted else []


def _with_layers(document: Document, layers: Iterable[tuple[str, object]]) -> Document:
    for node_id, layer in layers:
        document = edits.set_layer(document, node_id, layer)  # type: ignore[arg-type]
    return document
