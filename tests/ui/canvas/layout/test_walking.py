"""From node to node by the keys, without Qt."""

from __future__ import annotations

import pytest

from playground.document.graph import Edge, Graph, Node
from playground.document.layers.ends import Data, Output
from playground.document.layers.merging import Add
from playground.ui.canvas.layout.box import Box
from playground.ui.canvas.layout.walking import from_edge, step, step_through, walk

PAIRS = (("data", "a"), ("data", "b"), ("data", "c"), ("a", "d"), ("b", "d"), ("d", "output"))
GRAPH = Graph(
    (Node("data", Data()), Node("output", Output()), *(Node(name, Add()) for name in "abcd")),
    tuple(Edge(*pair) for pair in PAIRS),
)

BOXES = {
    "data": Box(0, 100, 100, 100),  # its middle: (50, 150)
    "a": Box(200, 0, 120, 60),  # (260, 30)
    "b": Box(200, 120, 40, 80),  # (220, 160)
    "c": Box(200, 300, 200, 20),  # (300, 310)
    "d": Box(400, 40, 100, 100),  # (450, 90)
    "output": Box(600, 300, 100, 100),  # (650, 350)
}


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        ("data", "right", "b"),  # of those it feeds the one nearest in height
        ("d", "left", "a"),  # 60 above d's middle, b 70 below
        ("a", "down", "b"),
        ("b", "down", "c"),
        ("c", "up", "b"),
        ("c", "right", "output"),  # joined with nothing there: the nearest, and aside counts three times
        ("output", "right", "output"),
        ("data", "left", "data"),
    ],
)
def test_the_keys_walk_along_connections_and_else_to_the_nearest(here: str, way: str, there: str) -> None:
    assert walk(GRAPH, BOXES, here, way) == there


def test_the_middle_of_a_card_counts_whatever_its_size() -> None:
    # By their tops the tall one would be nearer; by their middles, 20 and 75 against 50, the flat one is.
    boxes = {"data": Box(0, 0, 99, 100), "a": Box(200, -40, 9, 120), "b": Box(200, 70, 9, 10), "c": Box(200, 900, 9, 9)}
    assert walk(GRAPH, {**BOXES, **boxes}, "data", "right") == "b"
    # Right above its middle, though the other is nearer to its left edge.
    lone = Graph((Node("wide", Add()), Node("above", Add()), Node("aside", Add())))
    boxes = {"wide": Box(0, 100, 400, 40), "above": Box(190, 0, 20, 20), "aside": Box(123, 0, 20, 20)}
    assert walk(lone, boxes, "wide", "up") == "above"


def test_page_keys_go_through_the_order_of_the_graph_and_around() -> None:
    names = [*GRAPH.order, *(node.id for node in GRAPH.nodes if node.id not in GRAPH.order), "note"]
    for before, after in zip(names, [*names[1:], names[0]], strict=True):
        assert step(GRAPH, before, True, ["note"]) == after
        assert step(GRAPH, after, False, ["note"]) == before
    assert (step(GRAPH, "", True), step(GRAPH, "", False)) == (GRAPH.order[0], names[-2])


def test_through_connections_each_node_is_followed_by_those_that_leave_it() -> None:
    walked: list[str | Edge] = ["data"]
    while len(walked) < len(GRAPH.nodes) + len(GRAPH.edges):
        walked.append(step_through(GRAPH, walked[-1], True))
    assert walked[:4] == ["data", Edge("data", "a"), Edge("data", "b"), Edge("data", "c")]
    assert walked.index(Edge("a", "d")) == walked.index("a") + 1
    assert set(walked) == {*GRAPH.edges, *(node.id for node in GRAPH.nodes)}
    assert step_through(GRAPH, walked[-1], True) == "data"
    assert step_through(GRAPH, "data", False) == walked[-1]
    assert (step_through(GRAPH, "", True), step_through(GRAPH, "", False)) == ("data", walked[-1])


def test_from_a_connection_to_its_ends_and_to_those_beside_it() -> None:
    edge = Edge("data", "a")
    assert (from_edge(GRAPH, edge, "left"), from_edge(GRAPH, edge, "right")) == ("data", "a")
    assert (from_edge(GRAPH, edge, "down"), from_edge(GRAPH, edge, "up")) == (Edge("data", "b"), Edge("data", "c"))
    # Alone out of its node: those that reach the same one.
    assert from_edge(GRAPH, Edge("a", "d"), "down") == Edge("b", "d")
    assert from_edge(GRAPH, Edge("d", "output"), "up") == Edge("d", "output")
