"""The search field for layers on the canvas: what opens it, what it finds, and where what it adds stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.ui.canvas.layout.box import Box
from playground.ui.canvas.overlays.quick_add import matching
from playground.ui.theme import DARK
from tests.ui.canvas.keys.test_keyboard import CONTROL, EMPTY, LEFT, type_in


def test_a_space_bar_that_panned_or_was_held_asks_for_no_layer(view, hand):
    QTest.keyPress(view, Qt.Key.Key_Space)
    hand.drag(EMPTY, EMPTY + QPointF(40, 20))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert not view.quick_add.isVisible()
    QTest.keyPress(view, Qt.Key.Key_Space)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        again = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(view, again)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert not view.quick_add.isVisible()


@pytest.mark.parametrize("key", ["slash", "space", "control space", "double click"])
def test_quick_add_opens_types_and_adds(view, hand, editor, joined, key):
    view.select(("loose",))
    match key:
        case "slash":
            hand.key(Qt.Key.Key_Slash)
        case "space":
            hand.key(Qt.Key.Key_Space)
        case "control space":
            hand.key(Qt.Key.Key_Space, CONTROL)
        case _:
            QTest.mouseDClick(view.viewport(), LEFT, pos=hand.point(EMPTY))
    assert view.quick_add.search.hasFocus()
    type_in(view.quick_add.search, "dropo", Qt.Key.Key_Return)
    assert ("loose", "dropout_1") in joined()
    assert len(editor.history.steps) == 2
    assert view.selected_nodes() == ("dropout_1",)
    assert view.hasFocus()


@pytest.mark.parametrize("where", [EMPTY, QPointF(40, 500)])
def test_the_space_bar_puts_a_layer_behind_the_selected_one_wherever_the_pointer_is(view, hand, joined, where):
    hand.hover(where)
    view.select(("second",))
    hand.key(Qt.Key.Key_Space)
    type_in(view.quick_add.search, "dropo", Qt.Key.Key_Return)
    assert {("second", "dropout_1"), ("dropout_1", "add")} <= joined()
    assert ("second", "add") not in joined()
    boxes = view.canvas.boxes()
    assert boxes["second"].x < boxes["dropout_1"].x < boxes["add"].x


@pytest.mark.parametrize("leaves", [True, False])
def test_a_connection_let_go_where_nothing_is_asks_for_the_layer_at_its_end(view, hand, editor, joined, leaves):
    node = view.canvas.nodes["loose"]
    hand.drag(node.output_port if leaves else node.input_port, EMPTY)
    assert view.quick_add.search.hasFocus()
    type_in(view.quick_add.search, "dropo", Qt.Key.Key_Return)
    assert (("loose", "dropout_1") if leaves else ("dropout_1", "loose")) in joined()
    assert len(editor.history.steps) == 2
    assert view.canvas.boxes()["dropout_1"].meets(Box(EMPTY.x(), EMPTY.y(), 1, 1))


def test_layers_added_one_after_another_by_the_keys_stand_in_a_row(view, hand, monkeypatch):
    hand.hover(EMPTY)
    rests = view.mapFromScene(EMPTY)
    # The test's own events move no pointer, which rests wherever other tests have left it.
    monkeypatch.setattr(view, "where", lambda: rests)
    view.select(("loose",))
    for _ in range(3):
        hand.key(Qt.Key.Key_Space)
        type_in(view.quick_add.search, "dense", Qt.Key.Key_Return)
        # What Qt sends where something above a resting pointer closes.
        hand.hover(view.mapToScene(rests))
    boxes = view.canvas.boxes()
    first, second, third = (boxes[f"dense_{number}"] for number in (1, 2, 3))
    assert first.x + first.width < second.x < second.x + second.width < third.x
    assert second.y == third.y == first.y


def test_a_layer_that_the_keys_walked_to_is_followed_at_its_right(view, hand):
    hand.hover(EMPTY)
    while view.selected_nodes() != ("loose",):
        hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Space)
    type_in(view.quick_add.search, "dense", Qt.Key.Key_Return)
    boxes = view.canvas.boxes()
    assert boxes["dense_1"].x > boxes["loose"].x + boxes["loose"].width
    middles = [boxes[name].y + boxes[name].height / 2 for name in ("dense_1", "loose")]
    assert middles[0] == pytest.approx(middles[1], abs=8)


def test_a_double_click_keeps_the_selection_that_the_layer_joins(view, hand, joined):
    view.select(("add",))
    point = hand.point(EMPTY)
    QTest.mouseClick(view.viewport(), LEFT, pos=point)
    QTest.mouseDClick(view.viewport(), LEFT, pos=point)
    type_in(view.quick_add.search, "dense", Qt.Key.Key_Return)
    assert ("add", "dense_1") in joined()


def test_escape_closes_quick_add(view, hand, editor):
    hand.key(Qt.Key.Key_Slash)
    type_in(view.quick_add.search, "dense", Qt.Key.Key_Escape)
    assert not view.quick_add.isVisible()
    assert view.hasFocus()
    assert len(editor.history.steps) == 1


def test_nothing_found_adds_nothing(view, hand, editor):
    hand.key(Qt.Key.Key_Slash)
    type_in(view.quick_add.search, "xyzzy", Qt.Key.Key_Return)
    assert len(editor.history.steps) == 1
    assert view.quick_add.isVisible()
    assert view.quick_add.found.item(0).text() == "No layer is called that."
    QTest.mouseClick(view.quick_add.found.viewport(), LEFT, pos=QPoint(20, 10))
    assert view.quick_add.isVisible()


def test_a_name_that_begins_so_comes_first():
    assert matching("re")[0] in ("ReLU", "Reshape")
    assert matching("dense")[0] == "Dense"
    assert matching("no such layer") == []


def test_the_search_field_stays_inside_and_follows_the_theme(view, hand):
    view.open_quick_add(view.rect().bottomRight())
    assert view.rect().contains(view.quick_add.geometry())
    view.show_theme(DARK)
    assert DARK.panel in view.quick_add.styleSheet()
