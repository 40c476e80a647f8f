"""The table of keys: each of its rows, pressed, does what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest

from playground.document.graph import Edge
from playground.ui.canvas.gestures.key_connecting import KeyConnectGesture, KeyReplugGesture
from playground.ui.canvas.keys.table import KEYS, Key, is_pressed
from playground.ui.canvas.view import CanvasView
from tests.ui.canvas.conftest import learned_by, steps

NONE, CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
EDGE = Edge("second", "add")


def choose(*names: str) -> Callable[[CanvasView], object]:
    return lambda view: view.select(names)


def choose_edge(view: CanvasView) -> None:
    view.canvas.select((), (EDGE,))


def offer_to_join(view: CanvasView) -> None:
    view.select(("first",))
    view.selection.delete()
    assert view.offer.isVisible()


def learn(view: CanvasView) -> None:
    view.select(("first",))
    view.show_frame(learned_by(view.editor.document))


def did(name: str) -> Callable[[CanvasView], bool]:
    return lambda view: steps(view.editor)[-1:] == [name]


def another(view: CanvasView) -> bool:
    """Whether the keys chose something else than what was chosen before."""
    return bool(view.canvas.selected or view.canvas.selected_edges) and view.selected_nodes() != view.chosen_before


def choose_with_room(view: CanvasView) -> None:
    """Of the two that stand side by side the one from which these keys lead to something."""
    view.select(("third" if view.press == "Alt+Up" else "second",))


# What each row says -> what is there before, and what is to be seen after.
SEEN: dict[str, tuple[Callable[[CanvasView], object], Callable[[CanvasView], bool]]] = {
    "Add a layer by its name, behind the selected one or into the selected connection": (
        choose_edge, lambda view: view.quick_add.isVisible(),
    ),
    "Add a note": (choose(), lambda view: view.note_edit.isVisible()),
    "Go to what the adviser says; Esc comes back": (choose(), lambda view: view.asked == ["adviser"]),
    "Walk along connections; ← and → are the lesson’s while it is in front": (choose_with_room, another),
    "Every layer and note in turn": (choose("second"), another),
    "Every layer and every connection in turn": (choose("second"), another),
    "Leave the canvas": (choose("second"), lambda view: view.selected_nodes() == ("second",)),
    "Take what is offered, such as to join a gap": (offer_to_join, did("Delete and join the gap")),
    "Lead the selected connection to another layer": (
        choose_edge, lambda view: isinstance(view.gesture, KeyReplugGesture),
    ),
    "Move what is selected": (choose("second"), did("Move layers")),
    "Edit the selected layer, or go into the group": (choose("second"), lambda view: view.asked == ["second"]),
    "Rename it in place": (choose("second"), lambda view: view.name_edit.isVisible()),
    "Connect from it; arrows or a name choose the target": (
        choose("loose"), lambda view: isinstance(view.gesture, KeyConnectGesture),
    ),
    "Show its neurons, then collapse it, then expand it": (
        choose("first"), lambda view: view.editor.document.layout != view.before.layout,
    ),
    "Type numbers into its weights": (learn, lambda view: view.weight_edit.isVisible()),
    "One neuron more or less in the selected layers": (
        choose("second"), lambda view: view.editor.document.graph.by_id["second"].layer.units in (7, 9),
    ),
    "Delete what is selected": (choose("second"), did("Delete layers")),
    "Delete and join the gap": (
        choose("first"), lambda view: Edge("data", "second") in view.editor.document.graph.edges,
    ),
    "Pan; the wheel zooms": (choose(), lambda view: view.quick_add.isVisible()),
    "Zoom in and out": (choose(), lambda view: view.zoom != view.zoom_before),
    "Give up what is under way; select nothing": (choose("second"), lambda view: not view.canvas.selected),
}  # fmt: skip
PRESSES = [(key, press) for key in KEYS for press in key.presses]


def press_on(view: CanvasView, press: str) -> None:
    if len(press) == 1 and not press.isalpha():
        QTest.keyClicks(view, press)
    else:
        combination = QKeySequence(press)[0]
        QTest.keyClick(view, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize(("key", "press"), PRESSES, ids=[f"{press}-{key.words}" for key, press in PRESSES])
def test_each_row_does_what_it_says(view, key: Key, press: str) -> None:
    prepare, is_seen = SEEN[key.words]
    view.press, view.asked = press, []
    view.edit_asked.connect(view.asked.append)
    view.adviser_asked.connect(lambda: view.asked.append("adviser"))
    prepare(view)
    view.before, view.zoom_before, view.chosen_before = view.editor.document, view.zoom, view.selected_nodes()
    press_on(view, press)
    assert is_seen(view)


def test_each_row_is_tried() -> None:
    assert {key.words for key in KEYS if key.presses} == set(SEEN)


NAMES = {
    "Return": "Enter", "Del": "Delete", "Backspace": "Delete", "PgUp": "Page Up", "PgDown": "Page Down",
    "Left": "rrows", "Right": "rrows", "Up": "rrows", "Down": "rrows", "Backtab": "Tab", "=": "+",
}  # fmt: skip


@pytest.mark.parametrize(("key", "press"), PRESSES, ids=[f"{press}-{key.words}" for key, press in PRESSES])
def test_each_row_names_its_keys(key: Key, press: str) -> None:
    held, _, name = press.rpartition("+") if len(press) > 1 and not press.endswith("+") else ("", "", press)
    if press == "Ctrl++":
        held, name = "Ctrl", "+"
    # The search field opens by a tap of the space bar and by more keys than need be told.
    if press not in ("Ctrl+Space", "Ctrl+/"):
        assert held in key.written
    assert NAMES.get(name, name) in key.written


def event(key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("press", "pressed", "fits"),
    [
        ("Del", event(Qt.Key.Key_Delete), True),
        ("Del", event(Qt.Key.Key_Delete, CONTROL), False),
        ("Ctrl+Del", event(Qt.Key.Key_Delete), False),
        ("Ctrl+Del", event(Qt.Key.Key_Delete, CONTROL), True),
        ("Alt+Left", event(Qt.Key.Key_Left), False),
        ("Alt+Left", event(Qt.Key.Key_Left, ALT), True),
        ("Left", event(Qt.Key.Key_Left, SHIFT), True),
        ("N", event(Qt.Key.Key_N, SHIFT, "N"), True),
        # On a German keyboard / is Shift+7.
        ("/", event(Qt.Key.Key_7, SHIFT, "/"), True),
        ("/", event(Qt.Key.Key_Slash, SHIFT, "?"), False),
        ("Ctrl++", event(Qt.Key.Key_Plus, CONTROL), True),
        ("+", event(Qt.Key.Key_Plus, CONTROL, "+"), False),
    ],
)
def test_keys_are_told_apart(press: str, pressed: QKeyEvent, fits: bool) -> None:
    assert is_pressed(press, pressed) is fits
