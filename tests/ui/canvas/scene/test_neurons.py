"""Cards that fold and open: their forms, and weights as lines or as a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from playground.document.edits import edits
from playground.document.files import file
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.layers.activations import Tanh
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.ui.canvas.commands.forms import after_resizing, form_commands
from playground.ui.canvas.items.neuron_card import toggles
from playground.ui.canvas.items.weight_lines import weight_colours, widths
from playground.ui.canvas.layout.box import Box
from playground.ui.theme import LIGHT, NEGATIVE, POSITIVE
from tests.ui.canvas.conftest import learned_by, on_line

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(editor) -> Frame:
    return learned_by(editor.document)


def steps(editor) -> int:
    return len(editor.history.steps)


# Forms


def test_e_shows_neurons_then_collapses_then_expands_one_step_each(view, hand, editor):
    view.select(("first",))
    first, before = editor.document, steps(editor)
    seen = []
    for _ in range(3):
        hand.key(Qt.Key.Key_E)
        seen.append(editor.document.forms.get("first", "card"))
    assert seen == ["neurons", "folded", "card"]
    assert steps(editor) == before + 3
    for _ in range(3):
        editor.undo()
    assert editor.document == first


def test_what_has_no_neurons_only_folds(view, hand, editor):
    for name in ("add", OUTPUT):
        view.select((name,))
        hand.key(Qt.Key.Key_E)
        assert editor.document.forms == {name: "folded"}
        hand.key(Qt.Key.Key_E)
        assert editor.document.forms == {}


def test_a_folded_card_is_one_line_about_the_same_middle(view, hand, editor):
    body = view.canvas.nodes["first"].body
    view.select(("first",))
    view.forms.collapse()
    folded = view.canvas.nodes["first"].body
    assert folded.height() < body.height() / 2
    assert (folded.center() - body.center()).manhattanLength() < 1
    assert not view.canvas.nodes["first"].card.maps
    edge = view.canvas.edges[Edge("first", "second")]
    assert folded.top() < edge.start.y() < folded.bottom()


@pytest.mark.parametrize(("number", "form"), [(0, "folded"), (1, "neurons")])
def test_the_icons_on_a_card_fold_and_open_it_and_back(view, hand, editor, number, form):
    def click(number):
        item = view.canvas.nodes["first"]
        hand.hover(item)
        hand.click(item.pos() + toggles(item.card, item.fonts)[number][1].center())

    click(number)
    assert editor.document.forms == {"first": form}
    click(number)
    assert editor.document.forms == {}


def test_a_press_on_an_icon_that_is_let_go_elsewhere_does_nothing(view, hand, editor):
    item, before = view.canvas.nodes["first"], editor.document
    hand.press(item.pos() + toggles(item.card, item.fonts)[0][1].center())
    hand.move(QPointF(600, 400))
    hand.release()
    assert editor.document == before


def test_the_menu_opens_all_that_can_be_where_nothing_is_selected(view, editor):
    view.select(())
    commands = {command[0]: command[2] for command in form_commands(view.forms) if command}
    commands["Show neurons"]()
    assert set(editor.document.forms) == {"data", "first", "second", "third", "loose"}
    commands["Expand"]()
    assert editor.document.forms == {}
    view.select(("first", "add"))
    commands["Collapse"]()
    assert editor.document.forms == {"first": "folded", "add": "folded"}


def test_what_cannot_be_is_told(view, editor):
    before = editor.document
    view.select(("add",))
    view.forms.show_neurons()
    assert view.label.text() == "Add has no weights: nothing in it is learned."
    view.select(())
    view.forms.collapse()
    assert "Select a layer first" in view.label.text()
    assert editor.document == before


def test_cards_that_one_grows_over_give_way(view, editor):
    view.select(())
    view.forms.show_neurons()
    boxes = view.canvas.boxes()
    for name, box in boxes.items():
        assert not any(box.meets(other) for far, other in boxes.items() if far != name), name


def test_a_card_gives_way_to_the_side_where_it_stood():
    boxes = {"one": Box(0, 0, 100, 100), "right": Box(130, 20, 100, 60), "below": Box(10, 130, 80, 80)}
    places = after_resizing(boxes, {"one": (200, 260)})
    assert places["one"] == (-50, -80)
    assert places["right"] == (174, 20)
    assert places["below"] == (10, 204)


def test_forms_are_kept_by_moves_files_copies_and_undo(view, hand, editor, opened):
    title = opened.pos() + QPointF(30, 10)
    hand.drag(title, title + QPointF(-40, 80))
    assert editor.document.forms == {"first": "neurons"}
    assert file.loads(file.dumps(editor.document)) == editor.document
    view.select(("first",))
    view.selection.duplicate()
    assert sorted(editor.document.forms.values()) == ["neurons", "neurons"]


# Lines


def test_an_opened_layer_has_a_line_for_each_weight_from_value_to_neuron(view, frame, opened):
    edge = view.canvas.edges[Edge(DATA, "first")]
    assert edge.lines.size == (2, 8)
    np.testing.assert_array_equal(edge.weights, frame.weights["first"][0])
    for end, place in zip(edge.lines.ends, opened.card.maps, strict=True):
        assert end == opened.pos() + QPointF(place.left(), place.center().y())
    source = view.canvas.nodes[DATA].body
    assert all(start.x() == source.right() for start in edge.lines.starts)
    np.testing.assert_array_equal(opened.weights.biases, frame.weights["first"][1])


def test_lines_leave_an_opened_source_at_its_neurons(view, editor, opened):
    view.select(("second",))
    view.forms.show_neurons()
    opened = view.canvas.nodes["first"]
    lines = view.canvas.edges[Edge("first", "second")].lines
    assert lines.size == (8, 8)
    for start, place in zip(lines.starts, opened.card.maps, strict=True):
        assert start == opened.pos() + QPointF(place.right(), place.center().y())
    assert view.canvas.edges[Edge("first", "third")].lines is None


def test_values_of_an_opened_layer_come_together_at_a_closed_ones_connection(view, editor, opened):
    edge = view.canvas.edges[Edge("first", "second")]
    bounds = edge.boundingRect()
    assert all(
        bounds.contains(opened.pos() + place.center() + QPointF(place.width() / 2, 0)) for place in opened.card.maps
    )
    editor.apply("", edits.set_form(editor.document, ("first",), "card"))
    assert edge.boundingRect().height() < bounds.height()


@pytest.mark.parametrize("form", ["card", "folded"])
def test_behind_another_layer_lines_fan_out_of_its_card(view, editor, form):
    document, between = edits.insert_node(editor.document, Tanh(), Edge("first", "second"), 300, 400)
    editor.apply("", edits.set_form(edits.set_form(document, ("second",), "neurons"), (between,), form))
    lines = view.canvas.edges[Edge(between, "second")].lines
    source = view.canvas.nodes[between].body
    assert lines.size == (8, 8)
    assert len({start.y() for start in lines.starts}) == 8
    assert all(source.top() < start.y() < source.bottom() for start in lines.starts)


def test_lines_go_once_the_layer_is_closed_and_follow_it_when_it_moves(view, hand, editor, opened):
    edge = view.canvas.edges[Edge(DATA, "first")]
    before = edge.lines.ends
    editor.apply("", edits.move(editor.document, {"first": (300.0, 300.0)}))
    assert edge.lines.ends[0] - before[0] == edge.lines.ends[7] - before[7] != QPointF()
    editor.apply("", edits.set_form(editor.document, ("first",), "card"))
    assert edge.lines is None
    assert edge.label


def test_size_and_sign_are_drawn_as_tensorflow_playground_does():
    np.testing.assert_allclose(widths(np.array([0.0, 1.0, -2.5, 5.0, 80.0, np.nan])), [1, 2.8, 5.5, 10, 10, 1])
    colours = weight_colours(LIGHT)
    assert colours[0].getRgb()[:3] == NEGATIVE
    assert colours[255].getRgb()[:3] == POSITIVE


def test_the_lines_on_screen_have_the_colours_of_their_signs(view, editor, opened, frame):
    kernel = np.zeros((2, 8), np.float32)
    kernel[0, 0], kernel[1, 7] = 5.0, -5.0
    view.show_frame(replace(frame, weights={"first": (kernel, np.zeros(8, np.float32))}))
    view.zoom_to(2.0)
    view.centerOn(on_line(view, Edge(DATA, "first"), (0, 4)))
    picture = view.viewport().grab().toImage()
    for line, colour in (((0, 0), POSITIVE), ((1, 7), NEGATIVE)):
        at = view.mapFromScene(on_line(view, Edge(DATA, "first"), line))
        assert picture.pixelColor(at).getRgb()[:3] == colour


def test_lines_that_come_while_nothing_trains_show_the_newest_weights_at_once(view, editor, frame):
    view.show_frame(frame)
    edge, kernel, biases = Edge("first", "second"), *frame.weights["second"]

    def shows_them() -> bool:
        item = view.canvas.nodes["second"].weights
        lines = view.canvas.edges[edge].weights
        return item is not None and np.array_equal(item.biases, biases) and np.array_equal(lines, kernel)

    view.select(("second",))
    view.forms.show_neurons()
    assert shows_them()
    view.forms.collapse()
    assert view.canvas.edges[edge].lines is None
    editor.undo()
    assert shows_them()
    # A connection that comes back, and one that a group has hidden.
    editor.apply("Disconnect", edits.disconnect(editor.document, edge))
    editor.undo()
    assert shows_them()
    view.select(("second", "third"))
    view.grouping.group()
    for _ in range(2):
        editor.undo()
        editor.redo()
    editor.undo()
    assert shows_them()
    view.forget()
    editor.redo()
    editor.undo()
    assert view.canvas.edges[edge].weights is None


def test_an_edited_layer_shows_no_numbers_of_before(view, editor, opened):
    editor.apply("", edits.set_layer(editor.document, "first", Dense(5)))
    edge = view.canvas.edges[Edge(DATA, "first")]
    assert edge.lines.size == (2, 5)
    assert edge.weights is None
    assert view.canvas.nodes["first"].weights is None


def test_a_layer_grown_too_large_becomes_a_picture_and_back(view, editor, opened):
    editor.apply("", edits.set_layer(editor.document, "first", Dense(40)))
    edge, item = view.canvas.edges[Edge(DATA, "first")], view.canvas.nodes["first"]
    assert edge.lines is None
    assert not item.card.kernel.isEmpty()
    editor.undo()
    assert edge.lines.size == (2, 8)


def test_a_picture_of_the_scene_leaves_nothing_old_in_the_window(view, opened, editor, frame):
    view.show_frame(frame)
    before = view.grab().toImage()
    turned = {name: tuple(-array for array in arrays) for name, arrays in frame.weights.items()}
    view.show_frame(replace(frame, weights=turned))
    view.canvas.picture(1_200)
    shown = view.grab().toImage()
    for item in view.canvas.nodes.values():
        item.update()
    assert shown != before
    assert shown == view.grab().toImage()
