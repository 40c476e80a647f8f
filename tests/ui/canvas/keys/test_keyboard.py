"""Everything that the mouse can do on the canvas, by the keys alone; and the search field for layers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from playground.document.edits import edits
from playground.document.graph import Edge

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
EMPTY = QPointF(600, 360)


def type_in(widget, text: str, last: Qt.Key | None = None) -> None:
    QTest.keyClicks(widget, text)
    if last is not None:
        QTest.keyClick(widget, last)


# Walking


def test_an_arrow_chooses_the_first_layer_where_none_is(view, hand):
    hand.key(Qt.Key.Key_Right)
    assert view.selected_nodes() == ("data",)


def test_alt_and_arrows_walk_along_connections(view, hand):
    view.select(("data",))
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        hand.key(key, ALT)
        seen += view.selected_nodes()
    fork = seen[1]
    assert fork in ("second", "third")
    assert seen == ["first", fork, "add", seen[3], "first"]


def test_alt_up_and_down_go_between_layers_side_by_side(view, hand):
    view.select(("second",))
    hand.key(Qt.Key.Key_Down, ALT)
    assert view.selected_nodes() == ("third",)
    hand.key(Qt.Key.Key_Up, ALT)
    assert view.selected_nodes() == ("second",)


def test_page_down_reaches_every_layer(view, hand):
    seen = set()
    for _ in view.canvas.nodes:
        hand.key(Qt.Key.Key_PageDown)
        seen.update(view.selected_nodes())
    assert seen == set(view.canvas.nodes)
    last = view.selected_nodes()
    hand.key(Qt.Key.Key_PageUp)
    hand.key(Qt.Key.Key_PageDown)
    assert view.selected_nodes() == last


def test_enter_and_a_double_click_ask_for_the_settings(view, hand, qtbot):
    view.select(("second",))
    with qtbot.waitSignal(view.edit_asked) as asked:
        hand.key(Qt.Key.Key_Return)
    assert asked.args == ["second"]
    with qtbot.waitSignal(view.edit_asked) as asked:
        QTest.mouseDClick(view.viewport(), LEFT, pos=hand.point(view.canvas.nodes["first"]))
    assert asked.args == ["first"]


# Connecting


def test_c_arrows_and_enter_connect(view, hand, editor, joined):
    view.select(("add",))
    hand.key(Qt.Key.Key_C)
    assert view.label.isVisible()
    for _ in range(6):
        if view.gesture._chosen == "output":
            break
        hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    assert ("add", "output") in joined()
    assert editor.history.undo_name == "Connect layers"
    assert view.gesture is None
    assert not view.label.isVisible()


def test_typing_chooses_the_target(view, hand, joined):
    view.select(("loose",))
    hand.key(Qt.Key.Key_C)
    type_in(view, "outp", Qt.Key.Key_Return)
    assert ("loose", "output") in joined()


def test_escape_gives_a_connection_up(view, hand, editor):
    items = len(view.scene().items())
    view.select(("add",))
    hand.key(Qt.Key.Key_C)
    hand.key(Qt.Key.Key_Escape)
    assert view.gesture is None
    assert len(view.scene().items()) == items
    assert len(editor.history.steps) == 1
    assert view.selected_nodes() == ("add",)


def test_from_output_nothing_can_be_connected_and_it_is_said(view, hand):
    view.select(("output",))
    hand.key(Qt.Key.Key_C)
    assert view.gesture is None
    assert view.label.isVisible()


# Connections


def chosen(view) -> str | Edge:
    """The one layer or connection that is selected."""
    (thing,) = (*view.selected_nodes(), *view.canvas.selected_edges)
    return thing


def test_full_stop_and_comma_reach_every_layer_and_every_connection(view):
    seen = []
    for _ in range(len(view.canvas.nodes) + len(view.canvas.edges)):
        QTest.keyClicks(view, ".")
        seen.append(chosen(view))
    assert set(seen) == {*view.canvas.nodes, *view.canvas.edges}
    assert seen[:3] == ["data", Edge("data", "first"), seen[2]]
    QTest.keyClicks(view, ",")
    assert chosen(view) == seen[-2]
    QTest.keyClicks(view, "..")
    assert chosen(view) == seen[0]


def test_alt_and_arrows_go_on_from_a_connection(view, hand):
    view.canvas.select((), (Edge("first", "second"),))
    hand.key(Qt.Key.Key_Down, ALT)
    assert chosen(view) == Edge("first", "third")
    hand.key(Qt.Key.Key_Right, ALT)
    assert chosen(view) == "third"
    view.canvas.select((), (Edge("third", "add"),))
    hand.key(Qt.Key.Key_Up, ALT)
    assert chosen(view) == Edge("second", "add")
    hand.key(Qt.Key.Key_Left, ALT)
    assert chosen(view) == "second"


def test_a_selected_connection_is_described(view):
    view.canvas.select((), (Edge("data", "first"),))
    words = view.accessibleDescription()
    assert words.startswith("connection from")
    assert words.endswith("to Dense, (2)")


def test_delete_takes_the_selected_connection_away(view, hand, editor):
    view.canvas.select((), (Edge("data", "first"),))
    hand.key(Qt.Key.Key_Delete)
    assert Edge("data", "first") not in editor.document.graph.edges
    assert editor.history.undo_name == "Remove connection"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_R])
def test_a_connection_is_led_to_another_layer(view, hand, editor, joined, key):
    view.canvas.select((), (Edge("data", "first"),))
    hand.key(key)
    type_in(view, "outp", Qt.Key.Key_Return)
    assert ("data", "output") in joined()
    assert ("data", "first") not in joined()
    assert (editor.history.undo_name, len(editor.history.steps)) == ("Reconnect layers", 2)
    assert chosen(view) == Edge("data", "output")


def test_the_first_choice_is_another_layer_than_before(view, hand):
    view.canvas.select((), (Edge("data", "first"),))
    hand.key(Qt.Key.Key_R)
    assert view.gesture._chosen != "first"
    assert "first" in view.gesture.choices


def test_escape_leaves_the_connection_where_it_was(view, hand, editor):
    view.canvas.select((), (Edge("data", "first"),))
    hand.key(Qt.Key.Key_R)
    hand.key(Qt.Key.Key_Escape)
    assert len(editor.history.steps) == 1
    assert view.canvas.edges[Edge("data", "first")].isVisible()
    assert chosen(view) == Edge("data", "first")


def test_a_layer_added_by_name_goes_into_the_selected_connection(view, hand, editor, joined):
    view.canvas.select((), (Edge("data", "first"),))
    hand.key(Qt.Key.Key_Slash)
    type_in(view.quick_add.search, "dropo", Qt.Key.Key_Return)
    assert {("data", "dropout_1"), ("dropout_1", "first")} <= joined()
    assert ("data", "first") not in joined()
    assert len(editor.history.steps) == 2
    assert chosen(view) == "dropout_1"


# Renaming


def test_f2_renames_in_place(view, hand, editor):
    view.select(("first",))
    hand.key(Qt.Key.Key_F2)
    assert view.name_edit.hasFocus()
    type_in(view.name_edit, "hidden 1", Qt.Key.Key_Return)
    assert editor.document.graph.by_id["first"].name == "hidden 1"
    assert len(editor.history.steps) == 2
    assert view.hasFocus()


def test_escape_keeps_the_name(view, hand, editor):
    view.select(("first",))
    hand.key(Qt.Key.Key_F2)
    type_in(view.name_edit, "hidden 1", Qt.Key.Key_Escape)
    assert len(editor.history.steps) == 1
    assert not view.name_edit.isVisible()


# What a screen reader says


def test_the_selected_layer_is_described(view, editor):
    editor.apply("Rename", edits.rename(editor.document, "first", "hidden 1"))
    view.select(("first",))
    words = view.accessibleDescription()
    assert "Dense hidden 1" in words
    assert "8 units" in words
    assert "connected from" in words
    view.select(("output",))
    assert "problem:" in view.accessibleDescription()


def test_the_description_follows_an_edit(view, editor):
    view.select(("loose",))
    assert "not connected" in view.accessibleDescription()
    editor.apply("Connect", edits.connect(editor.document, "data", "loose"))
    assert "not connected" not in view.accessibleDescription()


@pytest.fixture
def beside(view, qtbot):
    """Another part of the window that takes the keys."""
    room = QWidget()
    column, field = QVBoxLayout(room), QLineEdit()
    column.addWidget(view)
    column.addWidget(field)
    qtbot.addWidget(room)
    room.show()
    room.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    yield field
    view.setParent(None)


def test_tab_walks_through_layers_and_connections_and_then_leaves(view, hand, beside):
    seen: list[str | Edge] = []
    for _ in range(7 + 5):
        hand.key(Qt.Key.Key_Tab)
        assert view.hasFocus()
        seen.append(chosen(view))
    assert {*seen} == {*view.canvas.nodes, *view.canvas.edges}
    assert seen[0] == "data"
    hand.key(Qt.Key.Key_Backtab)
    assert chosen(view) == seen[-2]
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Tab)
    assert chosen(view) == seen[-1]
    assert not view.hasFocus()


def test_tab_with_control_leaves_at_once(view, hand, beside):
    view.select(("data",))
    hand.key(Qt.Key.Key_Tab, CONTROL)
    assert view.selected_nodes() == ("data",)
    assert not view.hasFocus()


def test_tab_back_from_the_first_leaves_too(view, hand, beside):
    view.select(("data",))
    hand.key(Qt.Key.Key_Backtab)
    assert view.selected_nodes() == ("data",)
    assert not view.hasFocus()


def test_tab_chooses_the_target_of_a_connection(view, hand):
    view.select(("loose",))
    hand.key(Qt.Key.Key_C)
    first = view.gesture._chosen
    hand.key(Qt.Key.Key_Tab)
    assert view.gesture._chosen != first
    hand.key(Qt.Key.Key_Backtab)
    assert view.gesture._chosen == first
