"""What a screen reader is told of the canvas, by way of Qt's own interfaces."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, Edge
from playground.document.layers.dense import Dense
from playground.ui.canvas.speech import parts
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import LIGHT

NAME = QAccessible.Text.Name


def interface(view):
    return QAccessible.queryAccessibleInterface(view)


def told(view) -> list[str]:
    """The names of all parts, in order."""
    canvas = interface(view)
    return [canvas.child(index).text(NAME) for index in range(len(view.parts.keys))]


def of(view, key):
    return QAccessible.queryAccessibleInterface(view.parts.part(key))


def test_the_canvas_has_a_child_for_each_node_and_each_connection(view):
    canvas = interface(view)
    assert canvas.role() == QAccessible.Role.Canvas
    assert canvas.text(NAME) == view.accessibleName()
    assert len(view.parts.keys) == len(view.canvas.nodes) + len(view.canvas.edges)
    assert canvas.childCount() >= len(view.parts.keys)
    for index in range(canvas.childCount()):
        assert canvas.indexOfChild(canvas.child(index)) == index
    assert canvas.child(canvas.childCount()) is None


def test_names_say_what_a_layer_is_how_it_is_joined_and_what_is_wrong(view):
    names = told(view)
    first = next(name for name in names if name.startswith("Dense, 8 units · tanh, connected from"))
    assert "connected to" in first
    assert any("problem:" in name for name in names)
    assert any(name.startswith("connection from") and "to Dense, (2)" in name for name in names)


def test_the_widgets_on_the_canvas_are_still_reached(view):
    view.open_quick_add()
    canvas = interface(view)
    objects = [canvas.child(index).object() for index in range(canvas.childCount())]
    assert view.quick_add in objects


def test_a_layer_has_its_ports(view):
    ports = of(view, "first")
    assert [ports.child(index).text(NAME) for index in range(ports.childCount())] == [
        "input of Dense",
        "output of Dense",
    ]
    assert [of(view, name).childCount() for name in ("data", "output")] == [1, 1]
    assert ports.child(1).parent().object() is ports.object()
    assert ports.indexOfChild(ports.child(1)) == 1
    assert ports.parent().object() is view


def test_it_tells_what_is_selected_and_where_it_is(view):
    view.select(("second",))
    state = of(view, "second").state()
    assert state.selected
    assert state.focused
    assert not of(view, "first").state().selected
    middle = of(view, "second").rect().center()
    assert interface(view).childAt(middle.x(), middle.y()).object() is view.parts.part("second")
    assert interface(view).focusChild().object() is view.parts.part("second")


def test_what_is_at_a_point_is_a_layer_a_connection_or_nothing(view):
    edge = view.canvas.edges[Edge("first", "second")]
    for place, expected in (
        (view.canvas.nodes["third"].body.center(), "third"),
        (edge.middle, Edge("first", "second")),
        (edge.middle + QPointF(0, 500), None),
    ):
        found = view.parts.at(view.viewport().mapToGlobal(view.mapFromScene(place)))
        assert (found and found.key) == expected


def test_focus_follows_the_keys_from_part_to_part(view, hand, monkeypatch):
    heard = []
    monkeypatch.setattr(parts.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(parts.QAccessible, "updateAccessibility", lambda event: heard.append(event.object().key))
    view.select(("data",))
    hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    view.canvas.select((), (Edge("data", "first"),))
    view.select(("first", "second"))
    assert heard == ["data", "first", Edge("data", "first")]


def test_nothing_is_made_until_somebody_asks(view, hand):
    for _ in range(3):
        hand.key(Qt.Key.Key_PageDown)
    assert view.parts.made == 0
    told(view)
    assert view.parts.made == len(view.parts.keys)


def test_what_is_deleted_is_told_no_more(view, editor):
    told(view)
    kept = view.parts.part("loose")
    editor.apply("Delete", edits.remove_nodes(editor.document, ("loose",)))
    assert not QAccessible.queryAccessibleInterface(kept).isValid()
    assert "loose" not in view.parts.keys
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(told(view)) == len(view.canvas.nodes) + len(view.canvas.edges)


@pytest.mark.parametrize("round_", range(2))
def test_five_hundred_layers_are_told_and_let_go(qtbot, round_):
    document, last = Document(), DATA
    for number in range(500):
        document, last = edits.add_node(document, Dense(4), 200.0 * (number % 25), 120.0 * (number // 25), after=last)
    view = CanvasView(Editor(document), LIGHT)
    names = told(view)
    assert len(names) == 502 + 500
    assert all(names)
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
