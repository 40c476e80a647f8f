"""Where nodes stand."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QPointF

from playground.document.graph import Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.layers.merging import Add
from playground.ui.canvas.items.edge_curve import curve
from playground.ui.canvas.layout.arrange import GRID, columns, free_place, make_room, snap
from playground.ui.canvas.layout.box import Box


def graph(*pairs: tuple[str, str]) -> Graph:
    names = dict.fromkeys(name for pair in pairs for name in pair if name not in ("data", "output"))
    nodes = (Node("data", Data()), Node("output", Output()), *(Node(name, Add()) for name in names))
    return Graph(nodes, tuple(Edge(*pair) for pair in pairs))


BRANCHED = graph(("data", "a"), ("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "output"))


def boxes(of: Graph, sizes: dict[str, tuple[float, float]]) -> dict[str, Box]:
    return {name: Box(*place, *sizes[name]) for name, place in columns(of, sizes).items()}


def test_every_node_stands_right_of_its_sources() -> None:
    sizes = {node.id: (120.0, 100.0) for node in BRANCHED.nodes}
    placed = boxes(BRANCHED, sizes)
    assert all(placed[e.source].x + placed[e.source].width < placed[e.target].x for e in BRANCHED.edges)


def test_the_same_graph_gives_the_same_places() -> None:
    assert columns(BRANCHED, {}) == columns(BRANCHED, {})


def test_two_branches_stand_around_the_line_they_leave() -> None:
    placed = columns(BRANCHED, {})
    assert placed["b"][1] < placed["a"][1] < placed["c"][1]
    assert placed["a"][1] == placed["d"][1]


def test_a_connection_that_passes_a_column_goes_by_its_node() -> None:
    skipping = graph(("data", "a"), ("a", "b"), ("a", "d"), ("b", "d"), ("d", "output"))
    placed = columns(skipping, {})
    assert placed["b"][1] != placed["a"][1]


def chain(count: int) -> Graph:
    names = ["data", *(f"layer_{number}" for number in range(count)), "output"]
    return graph(*itertools.pairwise(names))


def zoom(placed: dict[str, Box]) -> float:
    """How large all of them are seen on a canvas of 850 x 490 pixels."""
    wide = max(box.x + box.width for box in placed.values()) - min(box.x for box in placed.values())
    high = max(box.y + box.height for box in placed.values()) - min(box.y for box in placed.values())
    return min(850 / wide, 490 / high)


def test_a_deep_network_goes_on_in_rows_that_are_read_from_left_to_right() -> None:
    deep = chain(30)
    placed = boxes(deep, {node.id: (100.0, 96.0) for node in deep.nodes})
    rows = [list(row) for _, row in itertools.groupby(deep.order, key=lambda name: placed[name].y)]
    assert len(rows) > 2
    assert all(placed[a].x + 100 < placed[b].x for row in rows for a, b in itertools.pairwise(row))
    assert [placed[row[0]].x for row in rows] == [0.0] * len(rows)
    # In one row it would be seen at 0.15.
    assert zoom(placed) > 0.4


def test_the_way_to_the_next_row_keeps_clear_of_every_card(qapp) -> None:
    deep = chain(30)
    placed = boxes(deep, {node.id: (100.0, 96.0) for node in deep.nodes})
    for edge in deep.edges:
        source, target = placed[edge.source], placed[edge.target]
        start = QPointF(source.x + source.width, source.y + source.height / 2)
        path = curve(start, QPointF(target.x, target.y + target.height / 2))
        points = [path.pointAtPercent(share / 200) for share in range(3, 198)]
        assert not [name for name, box in placed.items() for at in points if Box(at.x(), at.y(), 0, 0).meets(box, -2)]


def test_a_row_ends_only_where_one_connection_goes_on() -> None:
    pairs = itertools.pairwise(["data", *(f"n{number}" for number in range(14)), "output"])
    branched = graph(*pairs, ("n3", "n9"))
    placed = boxes(branched, {node.id: (100.0, 96.0) for node in branched.nodes})
    inside = {placed[f"n{number}"].x for number in range(3, 10)}
    assert len(inside) == 7
    assert placed["n9"].x - placed["n3"].x > 600


def test_a_loop_gets_places_too() -> None:
    assert set(columns(graph(("a", "b"), ("b", "a")), {})) == {"data", "output", "a", "b"}


def test_output_alone_stands_right_of_data() -> None:
    placed = columns(Graph(), {})
    assert placed["output"][0] > placed["data"][0]


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.integers(0, 11), some.integers(0, 11)), max_size=30, unique=True), some.data())
def test_no_two_nodes_overlap(pairs: list[tuple[int, int]], draw: some.DataObject) -> None:
    names = ["data", *"abcdefghij", "output"]
    drawn = graph(*((names[a], names[b]) for a, b in pairs if a != b and b != 0 and a != 11))
    sizes = {
        node.id: (draw.draw(some.integers(60, 300)) * 1.0, draw.draw(some.integers(40, 400)) * 1.0)
        for node in drawn.nodes
    }
    for one, other in itertools.combinations(boxes(drawn, sizes).values(), 2):
        assert not one.meets(other)


def test_a_free_place_is_clear_of_what_is_there() -> None:
    there = Box(0, 0, 120, 120)
    x, y = free_place((10, 10), (120, 120), [there], gap=8)
    assert not Box(x, y, 120, 120).meets(there, 8)
    assert (x % GRID, y % GRID) == (0, 0)


def test_a_free_place_is_the_wanted_one_where_nothing_is() -> None:
    assert free_place((80, 40), (120, 120), []) == (80, 40)


def test_a_crowd_still_leaves_a_free_place() -> None:
    crowd = [Box(-5_000, -5_000, 10_000, 10_000)]
    assert not Box(*free_place((0, 0), (100, 100), crowd), 100, 100).meets(crowd[0])


def test_room_is_made_by_moving_what_follows() -> None:
    chain = graph(("data", "a"), ("a", "b"), ("b", "output"))
    there = {name: Box(x, 0, 100, 100) for name, x in (("data", 0), ("a", 150), ("b", 200), ("output", 350))}
    moved = make_room(chain, there, "a", gap=40)
    assert moved == {"b": (296, 0), "output": (446, 0)}


def test_no_room_is_made_where_there_is_enough() -> None:
    chain = graph(("data", "a"), ("a", "output"))
    there = {name: Box(x, 0, 100, 100) for name, x in (("data", 0), ("a", 200), ("output", 400))}
    assert make_room(chain, there, "a") == {}


def test_snapping_goes_to_the_nearest_line() -> None:
    assert [snap(value) for value in (3.9, 4.1, -11.0)] == [0, 8, -8]


def test_dense_is_placed_as_any_layer() -> None:
    alone = Graph((Node("data", Data()), Node("output", Output()), Node("d", Dense())))
    assert set(columns(alone, {})) == {"data", "output", "d"}
