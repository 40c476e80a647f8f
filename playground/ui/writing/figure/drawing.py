"""The figure of a network: where each layer stands, and what joins them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from playground.document.document import Document
from playground.document.graph import OUTPUT, Graph
from playground.document.layers.dense import Dense
from playground.ui.canvas.layout.arrange import columns
from playground.ui.canvas.layout.box import Place, Size
from playground.ui.text import data_title
from playground.ui.writing.figure.marks import Figure, Part, Path, bounds, moved
from playground.ui.writing.figure.routes import Routes, Stood, lines_between
from playground.ui.writing.figure.shapes import Drawn, drawn, enclosed

# About what fits across a page in letters that can be read.
PAGE = (1_000.0, 700.0)
MARGIN = 10.0
NEARER, BETWEEN_ROWS = 32.0, 46.0
# Widths that are tried, so that rows are about as long as each other.
SHARES, MOST_TRIED = (1.0, 0.9, 0.8, 0.7, 1.2, 1.4, 1.7, 2.5, 9.0), 150


def figure(document: Document) -> Figure:
    """What is trained, from left to right; a deep network goes on in next rows."""
    live = set(document.graph.trained)
    graph = Graph(
        tuple(node for node in document.graph.nodes if node.id in live),
        tuple(edge for edge in document.graph.edges if {edge.source, edge.target} <= live),
    )
    shapes = {node.id: drawn(document, node) for node in graph.nodes}
    stood = _standing(graph, shapes)
    lined = set(_lined(graph, shapes, stood))
    among = {name for pair in lined for name in pair}
    for name in shapes.keys() - among:
        shapes[name] = enclosed(shapes[name])
        stood[name] = replace(stood[name], half=shapes[name].half)
    # What joins lies below what is joined.
    parts = [Part("", tuple(_joins(graph, shapes, stood, lined)))]
    for name in graph.trained:
        place = stood[name]
        parts.append(Part(name, tuple(moved(mark, place.x, place.y) for mark in shapes[name].marks)))
    left, top, right, bottom = bounds(mark for part in parts for mark in part.marks)
    x, y = MARGIN - left, MARGIN - top
    parts = [Part(part.id, tuple(moved(mark, x, y) for mark in part.marks)) for part in parts]
    return Figure(right + x + MARGIN, bottom + y + MARGIN, data_title(document.data.origin), tuple(parts))


def _standing(graph: Graph, shapes: dict[str, Drawn]) -> dict[str, Stood]:
    """As the canvas arranges; the room that a node takes lies evenly around its shape, so that shapes stand level."""
    # The canvas keeps more room between columns than letters below them need.
    sizes = {
        name: (_even(max(2 * each.labels[0] - NEARER, 16.0)), _even(2 * each.labels[1]))
        for name, each in shapes.items()
    }
    shares = SHARES if len(graph.nodes) <= MOST_TRIED else SHARES[:1]
    tried = [_placed(columns(graph, sizes, (), (share * PAGE[0], PAGE[1])), sizes, shapes) for share in shares]
    return max(tried, key=_score)


def _placed(places: dict[str, Place], sizes: dict[str, Size], shapes: dict[str, Drawn]) -> dict[str, Stood]:
    """Where they stand, with no more room between rows than lines need."""
    middles = {name: (x + sizes[name][0] / 2, y + sizes[name][1] / 2) for name, (x, y) in places.items()}
    rows = sorted((y - shapes[name].half[1], y + shapes[name].labels[1], name) for name, (_, y) in middles.items())
    found, end, up = dict[str, Stood](), rows[0][1], 0.0
    for top, bottom, name in rows:
        up += max(top - end - BETWEEN_ROWS, 0.0)
        end = max(end, bottom)
        x, y = middles[name]
        found[name] = Stood(x, y - up, shapes[name].half, shapes[name].labels)
    return found


def _score(stood: dict[str, Stood]) -> float:
    """How large it can be on a page, less where a last row holds next to nothing."""
    wide = max(each.x + each.labels[0] for each in stood.values())
    high = max(each.y + each.labels[1] for each in stood.values()) - min(
        each.y - each.half[1] for each in stood.values()
    )
    filled = stood[OUTPUT].x / max(each.x for each in stood.values())
    return min(PAGE[0] / wide, PAGE[1] / high, 1.0) * (0.7 + 0.3 * filled)


def _even(size: float) -> float:
    """So that half of it is on the grid, and middles are level."""
    return ceil(size / 16) * 16.0


def _lined(graph: Graph, shapes: dict[str, Drawn], stood: dict[str, Stood]) -> Iterator[tuple[str, str]]:
    """Pairs of layers beside each other whose neurons are joined by a line for each weight."""
    for edge in graph.edges:
        one, other = stood[edge.source], stood[edge.target]
        neurons = shapes[edge.source].neurons and shapes[edge.target].neurons
        dense = isinstance(graph.by_id[edge.target].layer, Dense)
        if neurons and dense and one.x < other.x and abs(one.y - other.y) < 1:
            yield edge.source, edge.target


def _joins(
    graph: Graph, shapes: dict[str, Drawn], stood: dict[str, Stood], lined: set[tuple[str, str]]
) -> Iterator[Path]:
    routes = Routes(stood)
    for name in graph.trained:
        for source in graph.sources[name]:
            if (source, name) in lined:
                yield from lines_between(stood[source], shapes[source].neurons, stood[name], shapes[name].neurons)
            else:
                yield routes.between(source, name)
