"""The shape after each node, the parameters in it, and which connections can be made."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from playground.document.document import Document
from playground.document.edits.folding import would_loop
from playground.document.edits.groups import entry_of, exit_of, folded, members
from playground.document.graph import DATA, OUTPUT, Edge, Graph
from playground.document.layers.layer import Shape, ShapeError


def has_no_plane(shape: Shape) -> bool:
    """Whether a node of this shape shows one example's pictures or traces, not values over the input plane."""
    return len(shape) in (2, 3)


def shows_example(document: Document, shape: Shape) -> bool:
    """Whether a node shows what it makes of the chosen example: over two pixels there is nothing to see."""
    return document.data.facts.by_example or has_no_plane(shape)


def shown_units(shape: Shape) -> int:
    """How many maps a node of this shape has to show: one for each channel, feature or value."""
    return shape[-1] if has_no_plane(shape) else prod(shape)


@dataclass(frozen=True, slots=True)
class Flow:
    """What is known of each node, by id: its output shape, its parameter count, or why it has neither."""

    shapes: dict[str, Shape]
    parameters: dict[str, int]
    errors: dict[str, ShapeError]


def flow(document: Document) -> Flow:
    """Follow shapes from Data on; nodes with too few inputs, on a loop, or behind an error have none."""
    graph, data_shape = document.graph, (len(document.data.input_names),)
    # Every view asks; what was worked out stays with the graph, as its order does.
    known = vars(graph).get("flow")
    if known is None or known[0] != data_shape:
        known = vars(graph)["flow"] = (data_shape, _flow(graph, data_shape))
    flow: Flow = known[1]
    return flow


def _flow(graph: Graph, data_shape: Shape) -> Flow:
    found = Flow({}, {}, {})
    for node_id in graph.order:
        layer = graph.by_id[node_id].layer
        sources = graph.sources[node_id]
        if node_id == DATA:
            found.shapes[DATA] = data_shape
            found.parameters[DATA] = 0
        elif layer.fewest_inputs <= len(sources) <= layer.most_inputs and all(s in found.shapes for s in sources):
            shapes = tuple(found.shapes[source] for source in sources)
            try:
                found.shapes[node_id] = layer.output_shape(shapes)
                found.parameters[node_id] = layer.parameters(shapes)
            except ShapeError as error:
                found.errors[node_id] = error
    return found


def folded_flow(document: Document) -> Flow:
    """What is known of each node in sight: a closed group has its exit's shape and the parameters of its members.

    An error of a member is the group's, the first in the order of the graph.
    """
    shown, known = folded(document), flow(document)
    if shown is document:
        return known
    found = Flow({}, {}, {})
    for node in shown.graph.nodes:
        inside = members(document, node.id)
        shape = known.shapes.get(exit_of(document, node.id))
        if shape is not None:
            found.shapes[node.id] = shape
        if any(member in known.parameters for member in inside):
            found.parameters[node.id] = sum(known.parameters.get(member, 0) for member in inside)
        error = next((error for member, error in known.errors.items() if member in inside), None)
        if error is not None:
            found.errors[node.id] = error
    return found


def refusal(document: Document, source: str, target: str) -> str:
    """Why an edge from source to target, nodes or groups, cannot be made, as a code; "" where it can."""
    if source == target:
        return "same_node"
    graph, source, target = document.graph, exit_of(document, source), entry_of(document, target)
    if source == target:
        return "same_node"
    if target == DATA:
        return "into_data"
    if source == OUTPUT:
        return "from_output"
    if Edge(source, target) in graph.edges:
        return "already"
    if graph.would_loop(source, target):
        return "loop"
    if would_loop(document, source, target):
        return "group_loop"
    return _misfit(document, source, target)


def clash(document: Document, source: str, target: str) -> tuple[Shape, Shape] | None:
    """The shape that target has already and the one that comes from source, where these are why it cannot be made."""
    if refusal(document, source, target) != "shapes":
        return None
    shapes, known = flow(document).shapes, document.graph.sources[entry_of(document, target)]
    coming = shapes[exit_of(document, source)]
    there = [shapes[node_id] for node_id in known if node_id in shapes]
    return next((shape for shape in there if shape != coming), there[0]), coming


def _misfit(document: Document, source: str, target: str) -> str:
    layer = document.graph.by_id[target].layer
    sources = document.graph.sources[target]
    if len(sources) >= layer.most_inputs:
        return "full"
    shapes = flow(document).shapes
    coming = [shapes[node_id] for node_id in (*sources, source) if node_id in shapes]
    # A merge still short of inputs refuses too: two shapes that differ stay different.
    if len(coming) < 2:
        return ""
    try:
        layer.output_shape(coming)
    except ShapeError:
        return "shapes"
    return ""
