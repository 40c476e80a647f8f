"""Drawing, moving and removing connections with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication

from playground.document.edits import edits
from playground.document.graph import Edge
from playground.document.layers.dense import Dense
from playground.ui.canvas.items.node_item import Call

EMPTY = QPointF(600, 360)


def test_a_drag_from_a_port_to_a_node_connects_them_as_one_step(view, hand, editor, joined):
    hand.drag(view.canvas.nodes["add"].output_port, view.canvas.nodes["output"])
    assert ("add", "output") in joined()
    assert editor.history.undo_name == "Connect layers"
    editor.undo()
    assert ("add", "output") not in joined()
    assert Edge("add", "output") not in view.canvas.edges


def test_a_drag_from_an_input_to_a_node_connects_backwards(view, hand, joined):
    hand.drag(view.canvas.nodes["output"].input_port, view.canvas.nodes["add"])
    assert ("add", "output") in joined()


def test_the_second_connection_to_a_single_input_takes_the_place_of_the_first(view, hand, editor, joined):
    hand.drag(view.canvas.nodes["data"].output_port, view.canvas.nodes["second"])
    assert ("data", "second") in joined()
    assert ("first", "second") not in joined()
    assert len(editor.history.steps) == 2


def test_one_node_branches_to_several_and_a_merge_takes_several(view, hand, joined):
    hand.drag(view.canvas.nodes["first"].output_port, view.canvas.nodes["add"])
    assert {("first", "add"), ("second", "add"), ("third", "add")} <= joined()


def test_a_loop_is_refused_while_dragging_and_says_why(view, hand, editor, joined):
    before = joined()
    hand.press(view.canvas.nodes["add"].output_port)
    hand.move(view.canvas.nodes["first"])
    assert view.canvas.nodes["first"].call is Call.REFUSED
    assert view.canvas.nodes["output"].call is Call.WELCOME
    assert view.label.isVisible()
    assert view.label.text() == "That would close a loop."
    hand.release()
    assert joined() == before
    assert len(editor.history.steps) == 1
    assert view.canvas.nodes["first"].call is Call.QUIET


def test_a_refused_card_shakes_its_head_and_comes_to_rest(view, hand, qtbot):
    item = view.canvas.nodes["first"]
    hand.drag(view.canvas.nodes["add"].output_port, item)
    qtbot.waitUntil(lambda: not item.transform().isIdentity())
    qtbot.waitUntil(lambda: item.transform().isIdentity())


def test_shapes_that_do_not_fit_are_refused(view, hand, editor, joined):
    wide = edits.set_layer(editor.document, "loose", Dense(3))
    editor.apply("Connect", edits.connect(wide, "first", "loose"))
    hand.drag(view.canvas.nodes["loose"].output_port, view.canvas.nodes["add"])
    assert ("loose", "add") not in joined()
    assert view.label.text() == "Shapes (8) and (3) do not fit together in Add."


def test_escape_in_the_middle_leaves_everything_as_it_was(view, hand, editor, joined):
    before = joined()
    hand.press(view.canvas.nodes["add"].output_port)
    hand.move(view.canvas.nodes["output"])
    assert view.canvas.nodes["output"].call is Call.CHOSEN
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert joined() == before
    assert len(editor.history.steps) == 1
    assert all(item.call is Call.QUIET for item in view.canvas.nodes.values())


def test_losing_focus_cancels(view, hand, joined):
    before = joined()
    hand.press(view.canvas.nodes["add"].output_port)
    hand.move(view.canvas.nodes["output"])
    view.clearFocus()
    hand.release()
    assert joined() == before


def test_a_connection_let_go_over_nothing_is_not_made(view, hand, editor):
    hand.drag(view.canvas.nodes["add"].output_port, EMPTY)
    assert len(editor.history.steps) == 1


def test_a_click_on_a_port_does_nothing(view, hand, editor):
    hand.click(view.canvas.nodes["add"].output_port)
    assert len(editor.history.steps) == 1


def test_an_end_dragged_to_another_node_is_plugged_in_there(view, hand, editor, joined):
    item = view.canvas.edges[Edge("second", "add")]
    hand.drag(item.path.pointAtPercent(0.9), view.canvas.nodes["output"])
    assert ("second", "output") in joined()
    assert ("second", "add") not in joined()
    assert editor.history.undo_name == "Reconnect layers"


def test_the_start_of_a_connection_is_plugged_in_elsewhere_too(view, hand, joined):
    item = view.canvas.edges[Edge("second", "add")]
    hand.drag(item.path.pointAtPercent(0.12), view.canvas.nodes["first"])
    assert ("first", "add") in joined()
    assert ("second", "add") not in joined()


def test_an_end_dropped_over_nothing_removes_the_connection(view, hand, editor, joined):
    item = view.canvas.edges[Edge("second", "add")]
    hand.drag(item.path.pointAtPercent(0.9), EMPTY)
    assert ("second", "add") not in joined()
    assert editor.history.undo_name == "Remove connection"
    editor.undo()
    assert view.canvas.edges[Edge("second", "add")].isVisible()


def test_an_end_dropped_where_it_was_changes_nothing(view, hand, editor):
    item = view.canvas.edges[Edge("second", "add")]
    hand.drag(item.path.pointAtPercent(0.9), view.canvas.nodes["add"])
    assert len(editor.history.steps) == 1
    assert item.isVisible()


def test_an_end_that_is_refused_stays_where_it_was(view, hand, editor):
    item = view.canvas.edges[Edge("second", "add")]
    hand.drag(item.path.pointAtPercent(0.9), view.canvas.nodes["data"])
    assert len(editor.history.steps) == 1
    assert item.isVisible()


def test_escape_puts_a_dragged_end_back(view, hand, editor):
    item = view.canvas.edges[Edge("second", "add")]
    hand.press(item.path.pointAtPercent(0.9))
    hand.move(EMPTY)
    assert not item.isVisible()
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert item.isVisible()
    assert len(editor.history.steps) == 1


def test_the_input_of_a_full_node_gives_out_its_connection(view, hand, joined):
    hand.drag(view.canvas.nodes["second"].input_port, view.canvas.nodes["output"])
    assert ("first", "output") in joined()
    assert ("first", "second") not in joined()


def test_a_connection_is_selected_by_a_click_and_deleted(view, hand, editor, joined):
    hand.click(view.canvas.edges[Edge("second", "add")])
    assert view.canvas.selected_edges == (Edge("second", "add"),)
    hand.key(Qt.Key.Key_Delete)
    assert ("second", "add") not in joined()
    assert editor.history.undo_name == "Remove connection"


def test_undo_in_the_middle_of_a_gesture_ends_it(view, hand, editor, joined):
    hand.drag(view.canvas.nodes["add"].output_port, view.canvas.nodes["output"])
    hand.press(view.canvas.nodes["data"].output_port)
    hand.move(view.canvas.nodes["loose"])
    editor.undo()
    hand.release()
    assert ("data", "loose") not in joined()


def test_hiding_the_canvas_cancels(view, hand, joined):
    before = joined()
    hand.press(view.canvas.nodes["add"].output_port)
    hand.move(view.canvas.nodes["output"])
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    view.hide()
    view.show()
    hand.release()
    assert joined() == before
