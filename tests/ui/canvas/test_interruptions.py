"""Every gesture, given up in the middle by Esc or by another window: nothing has changed, and all goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from playground.document.edits import groups
from playground.document.graph import Edge
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.widgets.drags import LAYER_MIME
from tests.ui.canvas.conftest import Hand

MIDDLE, NO_KEYS = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
FREE = QPointF(620, 330)


def arrow(view: CanvasView) -> QPointF:
    item = next(iter(view.canvas.notes.arrows.values()))
    return (item.start + item.end) / 2


def press_and_move(start: Callable[[CanvasView], object], end: Callable[[CanvasView], object] | None = None):
    def begin(view: CanvasView, hand: Hand) -> None:
        hand.press(start(view))
        hand.move(end(view) if end else FREE)

    return begin


def pan_with_the_middle_button(view: CanvasView, hand: Hand) -> None:
    place = hand.point(FREE)
    QTest.mousePress(view.viewport(), MIDDLE, NO_KEYS, place)
    QTest.mouseMove(view.viewport(), place * 0.8)


def pan_with_space(view: CanvasView, hand: Hand) -> None:
    QTest.keyPress(view, Qt.Key.Key_Space)
    press_and_move(lambda view: view.canvas.nodes["first"])(view, hand)


def carry_a_layer(view: CanvasView, hand: Hand) -> None:
    hand.carry(LAYER_MIME, "Dense", view.canvas.edges[Edge("data", "first")].middle)


def drag_the_overview(view: CanvasView, hand: Hand) -> None:
    view.zoom_to(3.0)
    QTest.qWait(120)
    QTest.mousePress(view.minimap, Qt.MouseButton.LeftButton, NO_KEYS, view.minimap.rect().center())


def by_keys(chosen: str, *keys: Qt.Key):
    def begin(view: CanvasView, hand: Hand) -> None:
        view.select((chosen,))
        for key in keys:
            hand.key(key)

    return begin


def rename(view: CanvasView, hand: Hand) -> None:
    by_keys("first", Qt.Key.Key_F2)(view, hand)
    QTest.keyClicks(view.name_edit, "other")


def add_quickly(view: CanvasView, hand: Hand) -> None:
    hand.key(Qt.Key.Key_Slash)
    QTest.keyClicks(view.quick_add.search, "dense")


def replug_by_keys(view: CanvasView, hand: Hand) -> None:
    view.canvas.select((), (Edge("second", "add"),))
    hand.key(Qt.Key.Key_R)


GESTURES = {
    "node": press_and_move(lambda view: view.canvas.nodes["first"]),
    "several": press_and_move(lambda view: view.canvas.nodes["second"]),
    "loose node onto a connection": press_and_move(
        lambda view: view.canvas.nodes["loose"], lambda view: view.canvas.edges[Edge("data", "first")]
    ),
    "frame": press_and_move(lambda view: view.canvas.frames.by_id["group_1"].title_place.center()),
    "rubber band": press_and_move(lambda view: QPointF(160, 60), lambda view: FREE),
    "connect from an output": press_and_move(
        lambda view: view.canvas.nodes["add"].output_port, lambda view: view.canvas.nodes["loose"]
    ),
    "connect from an input": press_and_move(
        lambda view: view.canvas.nodes["loose"].input_port, lambda view: view.canvas.nodes["first"]
    ),
    "replug at the target": press_and_move(lambda view: view.canvas.nodes["first"].input_port),
    "replug at the source": press_and_move(
        lambda view: view.canvas.edges[Edge("first", "third")].start + QPointF(20, 4)
    ),
    "palette": carry_a_layer,
    "overview": drag_the_overview,
    "pan with the middle button": pan_with_the_middle_button,
    "pan with space": pan_with_space,
    "quick add": add_quickly,
    "rename": rename,
    "connect by keys": by_keys("add", Qt.Key.Key_C),
    "replug by keys": replug_by_keys,
    "note": press_and_move(lambda view: view.canvas.notes.by_id["note_1"].body.topLeft() + QPointF(20, 8)),
    "width of a note": press_and_move(
        lambda view: view.canvas.notes.by_id["note_1"].body.topRight() + QPointF(0, 8), lambda view: FREE
    ),
    "new arrow": press_and_move(
        lambda view: view.canvas.notes.by_id["note_1"].handle, lambda view: view.canvas.nodes["loose"]
    ),
    "arrow": press_and_move(arrow),
    "arrow by keys": by_keys("note_1", Qt.Key.Key_C),
}


@pytest.fixture
def full(view: CanvasView, editor: Editor, noted: object) -> CanvasView:
    """The network with a note and an open group."""
    editor.open(groups.wrap(editor.document, ("second", "third"), "Pair")[0])
    view.zoom_to_fit()
    view.select(("second", "third"))
    return view


@pytest.fixture
def other(qtbot) -> QLineEdit:
    window = QLineEdit()
    qtbot.addWidget(window)
    return window


def writing(view: CanvasView) -> bool:
    return view.name_edit.isVisible()


def under_way(view: CanvasView) -> bool:
    if view.gesture is not None:
        return view.gesture.under_way
    return writing(view) or view.quick_add.isVisible() or view.minimap.grabbed or view.drops.carried


def give_up(view: CanvasView, way: str, other: QLineEdit, qtbot) -> None:
    if way == "escape":
        QTest.keyClick(view.focusWidget() or view, Qt.Key.Key_Escape)
        return
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not view.isActiveWindow())


@pytest.mark.parametrize("way", ["escape", "another window"])
@pytest.mark.parametrize("name", GESTURES)
def test_what_is_given_up_was_never_begun(full, editor, hand, other, qtbot, name, way):
    view, before, items = full, editor.document, len(full.canvas.items())
    GESTURES[name](view, hand)
    assert under_way(view)
    give_up(view, way, other, qtbot)
    assert editor.document is before
    assert view.gesture is None
    if way == "another window" and writing(view):
        # What is written waits for its writer.
        view.activateWindow()
        qtbot.waitUntil(view.name_edit.hasFocus)
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Escape)
    assert not writing(view)
    assert editor.shown is before
    assert len(view.canvas.items()) == items
    assert all(item.isVisible() for item in view.canvas.edges.values())
    assert view.viewport().cursor().shape() != Qt.CursorShape.CrossCursor
    # The button is let go of at last, and a drop comes too late.
    QTest.mouseRelease(view.viewport(), MIDDLE)
    QTest.mouseRelease(view.minimap, Qt.MouseButton.LeftButton)
    if name == "palette":
        hand.let_fall()
    elif hasattr(hand, "_place"):
        hand.release()
    assert editor.document is before
    go_on(view, editor, hand, qtbot)


def go_on(view: CanvasView, editor: Editor, hand: Hand, qtbot) -> None:
    """The canvas takes the next gesture as if nothing had been."""
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    view.select(())
    view.zoom_to_fit()
    steps = len(editor.history.steps)
    hand.drag(view.canvas.nodes["loose"], view.canvas.nodes["loose"].body.center() + QPointF(80, 60))
    assert len(editor.history.steps) == steps + 1
    assert editor.document.positions["loose"] != (180, 320)
