"""Documents of the past keep only themselves, and are as they were when asked again."""

from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA
from playground.document.history import History
from playground.document.layers.dense import Dense


def test_a_document_of_the_past_forgets_what_follows_and_finds_it_again():
    first, node_id = edits.add_node(Document(), Dense(8), 0, 0, DATA)
    order, shapes, places = first.graph.order, flow(first).shapes, first.positions
    history = History(first).add("Edit", edits.set_layer(first, node_id, Dense(4)))
    assert "order" not in vars(first.graph)
    assert "positions" not in vars(first)
    back = history.undo().document
    assert back is first
    assert (back.graph.order, flow(back).shapes, back.positions) == (order, shapes, places)


def test_a_moved_layer_leaves_the_graph_as_it_is_known():
    first, node_id = edits.add_node(Document(), Dense(8), 0, 0, DATA)
    order = first.graph.order
    moved = History(first).add("Move", edits.move(first, {node_id: (8, 8)})).document
    assert moved.graph.order is order


def test_another_layer_in_its_place_keeps_how_all_are_joined():
    first, node_id = edits.add_node(Document(), Dense(8), 0, 0, DATA)
    order, shapes = first.graph.order, flow(first).shapes
    changed = edits.set_layer(first, node_id, Dense(4))
    assert changed.graph.order is order
    assert changed.graph.by_id[node_id].layer == Dense(4)
    assert flow(changed).shapes != shapes
