"""Layers and data sets that come from the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from playground.document.graph import Edge
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.ui.canvas.items.node_item import Call
from playground.ui.widgets.drags import DATA_MIME, FEATURE_MIME, LAYER_MIME

EMPTY = QPointF(600, 400)


def test_a_layer_dropped_on_the_canvas_stands_where_it_fell(view, hand, editor):
    hand.carry(LAYER_MIME, "Dense", EMPTY)
    hand.let_fall()
    assert isinstance(editor.document.graph.by_id["dense_1"].layer, Dense)
    assert view.canvas.nodes["dense_1"].body.contains(EMPTY)
    assert view.selected_nodes() == ("dense_1",)
    assert editor.history.undo_name == "Add layer"
    assert len(editor.history.steps) == 2


def test_a_layer_dropped_on_a_connection_goes_into_it(view, hand, editor, joined):
    edge = view.canvas.edges[Edge("data", "first")]
    hand.carry(LAYER_MIME, "ReLU", edge.middle)
    assert edge.lit
    hand.let_fall()
    assert {("data", "re_lu_1"), ("re_lu_1", "first")} <= joined()
    assert ("data", "first") not in joined()
    assert isinstance(editor.document.graph.by_id["re_lu_1"].layer, ReLU)
    assert len(editor.history.steps) == 2
    editor.undo()
    assert ("data", "first") in joined()


def test_what_follows_an_inserted_layer_makes_way(view, hand):
    hand.carry(LAYER_MIME, "Dense", view.canvas.edges[Edge("data", "first")].middle)
    hand.let_fall()
    boxes = view.canvas.boxes()
    new = boxes["dense_1"]
    assert not any(new.meets(boxes[name]) for name in ("data", "first", "second", "third", "add"))


def test_a_drag_that_leaves_leaves_nothing(view, hand, editor):
    edge = view.canvas.edges[Edge("data", "first")]
    things = len(view.scene().items())
    hand.carry(LAYER_MIME, "Dense", edge.middle)
    assert len(view.scene().items()) == things + 1
    hand.key(Qt.Key.Key_Escape)
    assert len(view.scene().items()) == things
    assert not edge.lit
    hand.let_fall()
    assert len(editor.history.steps) == 1


def test_a_data_set_dropped_on_the_canvas_becomes_the_data(view, hand, editor):
    hand.carry(DATA_MIME, "reg-plane", EMPTY)
    hand.let_fall()
    data = editor.document.data
    assert (data.name, data.points, data.features) == ("reg-plane", 1200, ("x1", "x2"))
    assert editor.history.undo_name == "Choose data"


@pytest.mark.parametrize("name", ["iris", "digits"])
def test_what_stands_behind_data_moves_aside_for_the_names_of_its_inputs(view, hand, editor, name: str):
    before = view.canvas.boxes()
    hand.carry(DATA_MIME, name, EMPTY)
    hand.let_fall()
    boxes = view.canvas.boxes()
    assert boxes["first"].x >= boxes["data"].x + boxes["data"].width + 40
    assert boxes["third"].x - boxes["first"].x == before["third"].x - before["first"].x
    editor.undo()
    assert view.canvas.boxes() == before


def test_what_is_no_layer_is_not_taken(view, hand, editor):
    for mime, word in (("text/plain", "Dense"), (LAYER_MIME, "Output"), (LAYER_MIME, "\0"), (DATA_MIME, "Dense")):
        hand.carry(mime, word, EMPTY)
        hand.let_fall()
    assert len(editor.history.steps) == 1


def test_a_placed_layer_follows_the_selection(view, hand, editor, joined):
    view.select(("add",))
    view.place_layer("Dense")
    assert ("add", "dense_1") in joined()
    assert len(editor.history.steps) == 2
    view.place_layer("Tanh")
    assert ("dense_1", "tanh_1") in joined()
    assert {"dense_1", "tanh_1"} <= set(view.visible_nodes())


def test_a_placed_layer_without_a_selection_stands_alone_in_view(view, editor, joined):
    before = joined()
    view.place_layer("Dense")
    assert joined() == before
    assert "dense_1" in view.visible_nodes()


def test_placed_layers_cover_nothing(view, editor):
    for _ in range(5):
        view.select(())
        view.place_layer("Dense")
    boxes = list(view.canvas.boxes().values())
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_nothing_is_placed_after_output(view, joined):
    view.select(("output",))
    view.place_layer("Dense")
    assert not any(source == "output" for source, _ in joined())


def test_a_dropped_feature_joins_the_others(view, editor, hand) -> None:
    hand.carry(FEATURE_MIME, "x1_squared", EMPTY)
    hand.let_fall()
    assert editor.document.data.features == ("x1", "x2", "x1_squared")
    editor.undo()
    assert editor.document.data.features == ("x1", "x2")


def test_a_layer_dropped_on_the_left_side_feeds(view, hand, editor, joined):
    body = view.canvas.nodes["second"].body
    hand.carry(LAYER_MIME, "Tanh", QPointF(body.left() + 4, body.top() + 14))
    assert view.canvas.nodes["second"].call is Call.CHOSEN
    hand.let_fall()
    assert {("first", "tanh_1"), ("tanh_1", "second")} <= joined()
    assert ("first", "second") not in joined()
    assert len(editor.history.steps) == 2


def test_a_layer_dropped_on_the_left_side_of_one_without_inputs_is_connected_to_it(view, hand, editor, joined):
    body = view.canvas.nodes["loose"].body
    hand.carry(LAYER_MIME, "Tanh", QPointF(body.left() + 4, body.top() + 14))
    hand.let_fall()
    assert ("tanh_1", "loose") in joined()
    boxes = view.canvas.boxes()
    assert boxes["tanh_1"].x + boxes["tanh_1"].width < boxes["loose"].x
    assert len(editor.history.steps) == 2


def test_what_makes_way_stays_in_sight(view, hand):
    view.zoom_to_fit()
    width = view.canvas.content_rect().width()
    for follows in ("first", "dense_1", "dense_2"):
        hand.carry(LAYER_MIME, "Dense", view.canvas.edges[Edge("data", follows)].middle)
        hand.let_fall()
        assert view.seen().contains(view.canvas.content_rect())
    assert view.canvas.content_rect().width() > width + 100


def test_a_view_of_a_part_stays_where_it_is(view, hand):
    view.zoom_to(2.0)
    before = view.zoom
    hand.carry(LAYER_MIME, "Dense", view.seen().center())
    hand.let_fall()
    assert view.zoom == before


def test_a_layer_dropped_on_the_right_side_follows(view, hand, editor, joined):
    body = view.canvas.nodes["data"].body
    hand.carry(LAYER_MIME, "Tanh", QPointF(body.right() - 4, body.top() + 14))
    hand.let_fall()
    assert {("data", "tanh_1"), ("tanh_1", "first")} <= joined()
    assert Edge("data", "first") not in editor.document.graph.edges
    assert len(editor.history.steps) == 2


def test_a_layer_dropped_on_the_right_side_of_a_fork_branches(view, hand, joined):
    body = view.canvas.nodes["first"].body
    hand.carry(LAYER_MIME, "Tanh", QPointF(body.right() - 4, body.top() + 14))
    hand.let_fall()
    assert {("first", "tanh_1"), ("first", "second"), ("first", "third")} <= joined()
