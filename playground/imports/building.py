"""What was found in a file as a document: its layers on the canvas, and data whose shape fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import prod

from playground.document.checks.behind import last_of
from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node, clean_name
from playground.document.layers.activations import Step
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.document.layers.pictures import Conv2D
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.settings import DATASETS, FEATURES, DataSettings
from playground.document.words import Words, words
from playground.imports.absorbing import absorbed
from playground.imports.found import DATA_PART, Array, Found, Imported, Part

# The losses that suit what the last layer applies, the likeliest first.
LOSSES = {
    "softmax": ("sparse_categorical_crossentropy", "mean_squared_error"),
    "sigmoid": ("binary_crossentropy", "mean_squared_error"),
    "tanh": ("mean_squared_error",),
}
OTHER_LOSSES = ("mean_squared_error", "sparse_categorical_crossentropy_logits", "binary_crossentropy_logits")


def imported(found: Found) -> Imported:
    """The document, with its weights by node id."""
    found = absorbed(found, _own_step)
    graph, weights = _graph(found)
    last = last_of(graph.by_id, graph.sources)
    losses = LOSSES.get(last.applies if last is not None else "", OTHER_LOSSES)
    return _on_data(Document(graph), prod(found.shape), losses, weights, found.remarks)


def on_data(
    document: Document, inputs: int, weights: dict[str, tuple[Array, ...]], remarks: Sequence[Words] = ()
) -> Imported:
    """A whole document with its weights, on its own data where they are as many inputs, or on some that fit."""
    if len(document.data.input_names) == inputs and can_train(document):
        return Imported(document, weights, tuple(remarks))
    loss = document.graph.by_id[OUTPUT].layer
    assert isinstance(loss, Output)
    return _on_data(document, inputs, (loss.loss,), weights, remarks)


def _on_data(
    document: Document,
    inputs: int,
    losses: Sequence[str],
    weights: dict[str, tuple[Array, ...]],
    remarks: Sequence[Words],
) -> Imported:
    document, fits = _with_data(document, inputs, losses)
    told = words("No data set here has {count} inputs and answers for these outputs.", count=inputs)
    return Imported(document, weights, (*remarks, *([] if fits else [told])))


def _own_step(before: Layer, layer: Layer) -> Layer | None:
    """A step behind weighted sums without a function is that layer's own."""
    if isinstance(layer, Step) and isinstance(before, Dense | Conv2D) and before.activation == "linear":
        return replace(before, activation="step")
    return None


def _graph(found: Found) -> tuple[Graph, dict[str, tuple[Array, ...]]]:
    first = [part.layer for part in found.parts if DATA_PART in part.sources]
    # The data come in one row; whatever flattens or arranges them anew takes them so.
    shaped = len(found.shape) > 1 and not all(isinstance(layer, Flatten | Reshape) for layer in first)
    nodes, edges, ids = [Node(DATA, Graph().by_id[DATA].layer)], [], {DATA_PART: DATA}
    graph = Graph()
    weights: dict[str, tuple[Array, ...]] = {}
    if shaped:
        node_id = edits.new_id(graph, Reshape())
        nodes.append(Node(node_id, Reshape(found.shape)))
        edges.append(Edge(DATA, node_id))
        ids[DATA_PART] = node_id
    taken = {node.id for node in nodes}
    for at, part in enumerate(found.parts):
        node_id = edits.new_id(graph, part.layer, taken)
        taken.add(node_id)
        nodes.append(Node(node_id, part.layer, _name(part, node_id)))
        edges += [Edge(ids[source], node_id) for source in part.sources]
        ids[at] = node_id
        if part.arrays:
            weights[node_id] = part.arrays
    nodes.append(Node(OUTPUT, Output()))
    edges.append(Edge(ids[len(found.parts) - 1], OUTPUT))
    return Graph(tuple(nodes), tuple(edges)), weights


def _name(part: Part, node_id: str) -> str:
    """What the layer was called, where that says more than its kind and a number do."""
    name = clean_name("".join(letter for letter in part.name if letter.isprintable()))
    plain = "".join(letter for letter in name.lower() if letter.isalpha())
    return "" if plain in (part.layer.kind.lower().replace("2d", "d"), "") or name == node_id else name


def _with_data(document: Document, inputs: int, losses: Sequence[str]) -> tuple[Document, bool]:
    """The document with the first data set, and loss, that it can train on; and whether there is one."""
    # Those of as many columns first, then features of the plane.
    for name, facts in sorted(DATASETS.items(), key=lambda known: len(known[1].inputs) != inputs):
        if not (facts.planar and inputs <= len(FEATURES)) and len(facts.inputs) != inputs:
            continue
        data = replace(edits.choose_data(document, name).data)
        if facts.planar:
            data = replace(data, features=FEATURES[:inputs])
        for loss in losses:
            tried = edits.set_layer(replace(document, data=data), OUTPUT, Output(loss))
            if can_train(tried):
                return tried, True
    return _nearest(edits.set_layer(document, OUTPUT, Output(losses[0])), inputs), False


def _nearest(document: Document, inputs: int) -> Document:
    """Data of as many inputs whatever they answer, so that the shapes are those of the file where that can be."""
    for name, facts in DATASETS.items():
        if len(facts.inputs) == inputs:
            return edits.choose_data(document, name)
    if inputs <= len(FEATURES):
        return replace(document, data=DataSettings(features=FEATURES[:inputs]))
    return document
