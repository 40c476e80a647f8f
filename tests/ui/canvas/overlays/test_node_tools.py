"""Minus and plus at a card, and marks of layers that do not learn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.advice.standstill import PATIENCE, Standstill, stands_still
from playground.document.edits import edits
from playground.document.edits.growing import freeze
from playground.document.layers.dense import Dense
from playground.frames.sizes import LayerSizes
from playground.ui.canvas.items.mark_item import Mark
from playground.ui.theme import DARK

CONTROL = Qt.KeyboardModifier.ControlModifier


def units(editor, name="first") -> int:
    return editor.document.graph.by_id[name].layer.units


def shown(view) -> set[str]:
    """The nodes at which minus and plus stand."""
    return {item.node_id for item in view.tools.buttons if item.isVisible()}


def button(view, name: str, by: int) -> QPointF:
    return next(item.middle(by) for item in view.tools.buttons if item.node_id == name)


# Minus and plus


def test_they_show_under_the_pointer_and_at_the_selected_layer(view, hand):
    assert shown(view) == set()
    hand.hover(view.canvas.nodes["first"])
    assert shown(view) == {"first"}
    view.select(("third",))
    assert shown(view) == {"first", "third"}
    hand.hover(QPointF(600, 360))
    assert shown(view) == {"third"}
    hand.hover(view.canvas.nodes["add"])
    assert shown(view) == {"third"}


def test_minus_and_plus_stand_apart_by_as_much_as_is_seen_at_any_size_of_letters(view, hand):
    hand.hover(view.canvas.nodes["first"])
    (item,) = (item for item in view.tools.buttons if item.node_id == "first")
    assert item.middle(1).x() - item.middle(-1).x() == pytest.approx(item.width / 2)
    item._unit = 2.0
    assert item.middle(1).x() - item.middle(-1).x() == pytest.approx(item.width / 2)


def test_they_stay_while_the_pointer_is_over_them_outside_the_card(view, hand):
    hand.hover(view.canvas.nodes["first"])
    at = QPointF(button(view, "first", 1).x(), view.canvas.nodes["first"].body.top() - 4)
    hand.hover(at)
    assert shown(view) == {"first"}
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize(("by", "expected"), [(1, 9), (-1, 7)])
def test_a_click_is_one_neuron_and_one_undo_step(view, hand, editor, by, expected):
    hand.hover(view.canvas.nodes["first"])
    hand.click(button(view, "first", by))
    assert units(editor) == expected
    assert len(editor.history.steps) == 2
    assert editor.history.undo_name == "Change units"
    assert view.selected_nodes() == ()


def test_two_quick_clicks_are_two_neurons(view, hand, editor):
    hand.hover(view.canvas.nodes["first"])
    point = hand.point(button(view, "first", 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert units(editor) == 10


def test_letting_go_elsewhere_changes_nothing(view, hand, editor):
    hand.hover(view.canvas.nodes["first"])
    hand.drag(button(view, "first", 1), QPointF(600, 360))
    assert len(editor.history.steps) == 1


def test_at_the_limit_a_click_says_why_nothing_happens(view, hand, editor):
    hand.hover(view.canvas.nodes["loose"])
    hand.hover(button(view, "loose", -1))
    item = next(item for item in view.tools.buttons if item.node_id == "loose")
    assert "must stay" in item.toolTip()
    hand.click(button(view, "loose", -1))
    assert units(editor, "loose") == 1
    assert view.label.isVisible()


def test_plus_and_minus_keys_change_every_selected_layer_at_once(view, editor):
    view.select(("first", "third", "add"))
    QTest.keyClicks(view, "+")
    assert (units(editor), units(editor, "third")) == (9, 9)
    assert len(editor.history.steps) == 2
    QTest.keyClicks(view, "--")
    assert (units(editor), units(editor, "third")) == (7, 7)


@pytest.mark.parametrize("key", [Qt.Key.Key_Equal, Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_with_control_they_zoom_as_ever(view, hand, editor, key):
    view.select(("first",))
    before = view.zoom
    hand.key(key, CONTROL)
    assert view.zoom != before
    assert units(editor) == 8


def test_they_follow_a_layer_that_moves_and_go_with_it(view, editor):
    view.select(("first",))
    before = button(view, "first", 1)
    editor.apply("Move", edits.move(editor.document, {"first": (180, 200)}))
    assert button(view, "first", 1) - before == QPointF(0, 120)
    editor.apply("Delete", edits.remove_nodes(editor.document, ("first",)))
    assert shown(view) == set()


# Frozen


def test_a_frozen_layer_bears_a_mark_and_says_so(view, editor):
    editor.apply("Freeze", freeze(editor.document, ("first",)))
    assert view.tools.mark("first") is Mark.FROZEN
    assert "Frozen" in view.tools.marks["first"].toolTip()
    view.select(("first",))
    assert "frozen" in view.accessibleDescription()
    view.show_theme(DARK)
    assert view.tools.mark("first") is Mark.FROZEN
    editor.undo()
    assert view.tools.mark("first") is None


def test_freezing_several_layers_is_one_step_each_way(view, editor):
    view.select(("first", "second", "add"))
    view.selection.freeze()
    assert set(view.tools.marks) == {"first", "second"}
    assert editor.history.undo_name == "Freeze layers"
    view.selection.freeze()
    assert editor.history.undo_name == "Unfreeze layers"
    assert (len(editor.history.steps), view.tools.marks) == (3, {})


def test_what_has_no_weights_is_not_frozen_but_told(view, editor):
    view.select(("add",))
    view.selection.freeze()
    assert len(editor.history.steps) == 1
    assert view.label.isVisible()


# Standing still


def sized(frame, **gradients: float):
    return replace(frame, sizes={name: LayerSizes(0.5, value, 0.03 * value) for name, value in gradients.items()})


def test_a_layer_without_a_gradient_is_marked_after_a_while(view, frame):
    view.select(("first",))
    for _ in range(PATIENCE):
        assert view.tools.mark("first") is None
        view.show_frame(sized(frame, first=1e-9, third=0.1))
    assert (view.tools.mark("first"), view.tools.mark("third")) == (Mark.FADED, None)
    assert "gradient fades" in view.accessibleDescription()
    view.show_frame(sized(frame, first=0.01, third=0.1))
    assert view.tools.mark("first") is None


def test_frames_between_two_measures_count_once(view, frame):
    held = sized(frame, first=0.0)
    for _ in range(3 * PATIENCE):
        view.show_frame(held)
    assert view.tools.mark("first") is None


def test_a_layer_that_was_edited_has_not_stood_still(view, editor, frame):
    editor.apply("Change", edits.set_layer(editor.document, "first", Dense(5)))
    for _ in range(PATIENCE):
        view.show_frame(sized(frame, first=0.0))
    assert view.tools.mark("first") is None


def test_frozen_wins_over_a_gradient_near_zero(view, editor, frame):
    editor.apply("Freeze", freeze(editor.document, ("first",)))
    frame = replace(frame, graph=editor.document.graph)
    for _ in range(PATIENCE):
        view.show_frame(sized(frame, first=0.0))
    assert view.tools.mark("first") is Mark.FROZEN


def test_steps_that_are_lost_in_the_weights_are_a_standstill():
    assert stands_still(LayerSizes(1.0, 0.01, 1e-9))
    assert stands_still(LayerSizes(1.0, 1e-8, 0.001))
    assert not stands_still(LayerSizes(1.0, 0.01, 1e-4))
    assert not stands_still(LayerSizes(0.0, 0.01, 1e-4))


def test_one_healthy_look_begins_the_count_again():
    judge = Standstill()
    bad, good = LayerSizes(1.0, 0.0, 0.0), LayerSizes(1.0, 0.1, 0.01)
    for found in [*[bad] * (PATIENCE - 1), good, *[bad] * (PATIENCE - 1)]:
        assert judge.show({"a": found}) == frozenset()
    assert judge.show({"a": bad}) == {"a"}


def test_a_card_of_one_line_bears_no_buttons_over_its_title(view, hand):
    view.select(("first",))
    assert shown(view) == {"first"}
    view.forms.collapse()
    hand.hover(view.canvas.nodes["first"])
    assert shown(view) == set()
    view.forms.expand()
    assert shown(view) == {"first"}


# The end


def test_the_scene_goes_after_its_view(view):
    """Python lets go of objects in any order; one that goes first scrolls its view, whose marks seek cards."""
    assert view.canvas.parent() is view
