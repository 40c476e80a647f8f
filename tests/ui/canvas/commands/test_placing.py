"""Where layers that are put in come to stand."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import members, set_closed, wrap
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings
from playground.ui.canvas.commands.placing import insert_behind
from playground.ui.canvas.layout.box import Box


def chain(*units: int, data: str = "circle") -> Document:
    """Dense layers in a row, in a document without layout."""
    bare = Document(data=DataSettings(data))
    names = [DATA, *(f"dense_{number}" for number in range(1, len(units) + 1)), OUTPUT]
    nodes = (*bare.graph.nodes, *(Node(name, Dense(size)) for name, size in zip(names[1:-1], units, strict=True)))
    return replace(bare, graph=Graph(nodes, tuple(Edge(*ends) for ends in itertools.pairwise(names))))


def assert_in_order(view) -> None:
    """Nothing covers another, and every connection leads to the right or to the next row."""
    boxes, graph = view.canvas.boxes(), view.editor.document.graph
    assert not [1 for a, b in itertools.combinations(boxes.values(), 2) if a.meets(b)]
    for edge in graph.edges:
        source, target = boxes[edge.source], boxes[edge.target]
        assert target.x >= source.x + source.width or target.y > source.y + source.height


@pytest.mark.parametrize("placed", [True, False])
@pytest.mark.parametrize("document", [chain(8, 8, 4), chain(*[8] * 20, 3), chain(4, 2, data="iris")])
def test_a_card_that_a_fix_brings_covers_none_and_its_wires_do_not_turn_back(view, editor, document, placed):
    editor.open(document)
    if placed:
        view.settle()
    fixes = [fix for problem in find_problems(editor.document) for fix in problem.fixes]
    fix = next(fix for fix in fixes if len(fix.apply(editor.document).graph.nodes) > len(document.graph.nodes))
    view.mend(fix)
    assert len(editor.document.graph.nodes) == len(document.graph.nodes) + 1
    assert_in_order(view)


@pytest.mark.parametrize("before", ["dense_3", "dense_8", "dense_12"])
def test_a_layer_put_into_a_row_of_a_deep_network_leaves_the_rows_in_order(view, editor, before):
    editor.open(chain(*[8] * 20, 1))
    view.settle()
    rows = {box.y for box in view.canvas.boxes().values()}
    assert len(rows) > 1
    view.select((before,))
    insert_behind(view, "Dropout")
    assert_in_order(view)
    rect = view.canvas.nodes_rect()
    assert rect.width() / rect.height() < 4


def test_a_layer_is_put_behind_an_open_group_that_is_selected(view, editor):
    grouped, group_id = wrap(chain(8, 8, 4), ("dense_1", "dense_2"))
    editor.open(set_closed(grouped, group_id, False))
    view.settle()
    view.select((group_id,))
    insert_behind(view, "Dropout")
    graph = editor.document.graph
    assert graph.targets["dense_2"] == ("dropout_1",)
    assert graph.targets["dropout_1"] == ("dense_3",)
    assert members(editor.document, group_id) == ("dense_1", "dense_2")


def test_a_larger_card_pushes_others_away(view, editor):
    document = edits.move(chain(1, 1), {DATA: (0, 0), "dense_1": (200, 0), "dense_2": (200, 120), OUTPUT: (500, 0)})
    editor.open(document)
    view.selection.grow(15, ("dense_1",))
    assert editor.document.graph.by_id["dense_1"].layer.units == 16
    assert not view.canvas.boxes()["dense_1"].meets(view.canvas.boxes()["dense_2"])


def behind(view, edge: Edge) -> list[str]:
    """The cards that this connection runs behind, but those at its ends."""
    path, boxes = view.canvas.edges[edge].path, view.canvas.boxes()
    points = [path.pointAtPercent(share / 100) for share in range(101)]
    others = {name: box for name, box in boxes.items() if name not in (edge.source, edge.target)}
    return [name for name, box in others.items() if any(box.meets(Box(at.x(), at.y(), 0, 0)) for at in points)]


def test_a_connection_goes_around_a_card_that_it_is_not_joined_to(view, editor):
    bare = chain(4, 4, 4)
    document = replace(bare, graph=replace(bare.graph, edges=(*bare.graph.edges[:1], Edge("dense_1", "dense_3"))))
    places = {DATA: (0, 0), "dense_1": (200, 0), "dense_2": (400, 300), "dense_3": (600, 0), OUTPUT: (900, 0)}
    editor.open(edits.move(document, places))
    edge = Edge("dense_1", "dense_3")
    straight = view.canvas.edges[edge].path
    assert behind(view, edge) == []
    # A card is put down between its ends.
    editor.apply("Move", edits.move(editor.document, {"dense_2": (400, 0)}))
    assert view.canvas.edges[edge].path != straight
    assert behind(view, edge) == []
    editor.undo()
    assert view.canvas.edges[edge].path == straight
