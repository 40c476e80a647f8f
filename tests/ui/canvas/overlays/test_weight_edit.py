"""Single weights: told of under the pointer, typed by a click or by the keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits
from playground.document.edits.groups import set_closed, wrap
from playground.document.graph import DATA, Edge
from playground.document.layers.activations import PReLU
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.regularization import Dropout
from playground.document.layers.sequences import LSTM, Embedding
from playground.frames.frame import Frame
from playground.ui.canvas.items.single_weight import Weight, stepped, weight_title
from tests.ui.canvas.conftest import learned_by, on_line

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(editor) -> Frame:
    return learned_by(editor.document)


# What the pointer is over


def test_hovering_a_line_tells_its_number_and_follows_the_frames(view, hand, editor, opened, frame):
    hand.hover(on_line(view, Edge(DATA, "first"), (1, 7)))
    table = view._hover.weights.table
    assert view._hover.weights.isVisible()
    assert table.title == "x₂ → Dense, neuron 8"
    assert table.values[0, 0] == frame.weights["first"][0][1, 7]
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    later = learned_by(editor.document, seed=3)
    view.show_frame(later)
    assert view._hover.weights.table.values[0, 0] == later.weights["first"][0][1, 7]


def test_hovering_a_bias_mark_tells_the_bias(view, hand, opened, frame):
    hand.hover(opened.pos() + opened.card.biases[2].center())
    assert view._hover.weights.table.title == "Bias of Dense, neuron 3"
    assert view._hover.weights.table.values[0, 0] == frame.weights["first"][1][2]


def test_hovering_an_opened_neuron_shows_it_large(view, hand, opened, qtbot):
    with qtbot.waitSignal(view.hovered_neuron) as told:
        hand.hover(opened.pos() + opened.card.maps[5].center())
    assert told.args == [("first", 5)]
    assert view._hover.weights.table.title == "Dense, neuron 6"


def test_hovering_beside_the_lines_finds_no_weight(view, opened):
    assert view.canvas.neurons.weight_at(opened.pos() + QPointF(30, 10)) is None
    assert view.canvas.edge_at(QPointF(view.canvas.nodes[DATA].body.right() + 4, opened.body.top() + 4)) is None


@pytest.fixture
def large(view, editor):
    """data -> 300 units, opened to a picture."""
    editor.apply("", edits.set_layer(editor.document, "loose", Dense(300)))
    editor.apply("", edits.connect(editor.document, "second", "loose"))
    view.select(("loose",))
    view.forms.show_neurons()
    frame = learned_by(editor.document)
    view.show_frame(frame)
    return frame


def test_a_cell_of_the_picture_is_the_weight_that_is_told(view, hand, large):
    item = view.canvas.nodes["loose"]
    view.zoom_to_fit()
    area = item.card.kernel
    for across, down in ((0.02, 0.1), (0.5, 0.55), (0.97, 0.9)):
        at = QPointF(area.x() + across * area.width(), area.y() + down * area.height())
        hand.hover(item.pos() + at)
        here = view.mapToScene(view.mapFromScene(item.pos() + at)) - item.pos()
        column = int((here.x() - area.x()) / area.width() * 300)
        row = int((here.y() - area.y()) / area.height() * 8)
        assert view._hover.weights.table.values[0, 0] == large.weights["loose"][0][row, column]
    assert item.weights.limit == max(np.abs(array).max() for array in large.weights["loose"])


def test_the_picture_has_the_colours_of_the_kernel(view, large):
    item = view.canvas.nodes["loose"]
    kernel, limit = large.weights["loose"][0], item.weights.limit
    picture = item.weights.kernel
    assert picture.size().toTuple() == (300, 8)
    at = np.unravel_index(kernel.argmax(), kernel.shape)
    colour = picture.pixelColor(int(at[1]), int(at[0]))
    assert colour.blue() > colour.red()
    assert kernel.max() <= limit


# Typing


def type_number(view, text: str, last=Qt.Key.Key_Return) -> None:
    QTest.keyClicks(view.weight_edit.field, text)
    QTest.keyClick(view.weight_edit.field, last)


def test_a_click_on_a_line_opens_a_field_whose_number_goes_to_the_network(view, hand, opened, editor, qtbot):
    document = editor.document
    hand.click(on_line(view, Edge(DATA, "first"), (1, 7)))
    assert view.weight_edit.isVisible()
    with qtbot.waitSignal(view.weight_edit.typed) as told:
        type_number(view, "-0,75")
    assert told.args == [Weight("first", 0, (1, 7)), -0.75]
    assert not view.weight_edit.isVisible()
    assert view.hasFocus()
    assert editor.document == document


@pytest.mark.parametrize("last", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_esc_and_an_untouched_field_leave_the_weight(view, hand, opened, qtbot, last):
    hand.click(opened.pos() + opened.card.biases[0].center())
    assert view.weight_edit.weight == Weight("first", 1, (0,))
    with qtbot.assertNotEmitted(view.weight_edit.typed):
        type_number(view, "3" if last is Qt.Key.Key_Escape else "", last)
    assert not view.weight_edit.isVisible()


@pytest.mark.parametrize("text", ["nan", "inf", "1e39", "", "much"])
def test_what_is_no_number_stays_marked(view, opened, qtbot, text):
    view.weight_edit.open(Weight("first", 0, (0, 0)), QPoint(10, 10))
    with qtbot.assertNotEmitted(view.weight_edit.typed):
        QTest.keyClick(view.weight_edit.field, Qt.Key.Key_Delete)
        type_number(view, text)
    assert view.weight_edit.isVisible()
    assert view.weight_edit.field.property("wrong")


def test_the_field_follows_the_frames_until_something_is_typed(view, editor, opened):
    view.weight_edit.open(Weight("first", 0, (0, 0)), QPoint(10, 10))
    later = learned_by(editor.document, seed=5)
    view.show_frame(later)
    shown = float(view.weight_edit.field.text().replace("−", "-"))
    assert shown == pytest.approx(float(later.weights["first"][0][0, 0]), rel=1e-5)
    QTest.keyClicks(view.weight_edit.field, "7")
    view.show_frame(learned_by(editor.document, seed=6))
    assert view.weight_edit.field.text() == "7"


def test_w_and_the_arrow_keys_reach_every_weight(view, hand, opened, frame, qtbot):
    view.select(("first",))
    hand.key(Qt.Key.Key_W)
    seen = set()
    for _ in range(8):
        for _ in range(3):
            seen.add(view.weight_edit.weight)
            QTest.keyClick(view.weight_edit.field, Qt.Key.Key_Down)
        QTest.keyClick(view.weight_edit.field, Qt.Key.Key_PageDown)
    assert seen == {Weight("first", 0, (row, unit)) for row in (0, 1) for unit in range(8)} | {
        Weight("first", 1, (unit,)) for unit in range(8)
    }
    QTest.keyClick(view.weight_edit.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.weight_edit.typed) as told:
        type_number(view, "2")
    assert told.args == [Weight("first", 1, (0,)), 2.0]


def test_w_works_on_closed_cards_and_tells_where_there_are_no_weights(view, hand, editor, frame):
    view.select(("second",))
    hand.key(Qt.Key.Key_W)
    assert not view.weight_edit.isVisible()
    assert "no weights yet" in view.label.text()
    view.show_frame(frame)
    hand.key(Qt.Key.Key_W)
    assert view.weight_edit.title.text() == "Dense, neuron 1 → Dense, neuron 1"
    editor.apply("", edits.remove_nodes(editor.document, ("second",)))
    assert not view.weight_edit.isVisible()


def test_a_drag_that_begins_on_a_weight_of_a_card_moves_the_card(view, hand, editor, large):
    item = view.canvas.nodes["loose"]
    start, at = editor.document.positions["loose"], item.pos() + item.card.kernel.center()
    hand.drag(at, at + QPointF(-48, -80))
    assert editor.document.positions["loose"] != start
    assert not view.weight_edit.isVisible()


def test_walking_goes_around_with_and_without_biases():
    first = Weight("n", 0, (0, 0))
    assert stepped(first, 0, -1, (2, 3), has_bias=True) == Weight("n", 1, (0,))
    assert stepped(first, 0, -1, (2, 3), has_bias=False) == Weight("n", 0, (1, 0))
    assert stepped(first, -1, 0, (2, 3), has_bias=True) == Weight("n", 0, (0, 2))


def test_titles_name_both_ends(editor):
    document = edits.rename(editor.document, "first", "hidden")
    assert weight_title(document, Weight("first", 0, (0, 1)), 2) == "x₁ → hidden, neuron 2"
    assert weight_title(document, Weight("second", 0, (3, 1)), 8) == "hidden, neuron 4 → Dense, neuron 2"
    behind_add = edits.connect(document, "add", "loose")
    assert weight_title(behind_add, Weight("loose", 0, (3, 0)), 8) == "Add, value 4 → Dense, neuron 1"


@pytest.mark.parametrize(
    ("layer", "words"),
    [(Conv2D(), "filters instead of neurons"), (LSTM(), "gates"), (BatchNormalization(), "a scale and an offset"),
     (PReLU(), "a learned slope"), (Embedding(), "a row of numbers"), (Dropout(), "no weights")],
    ids=lambda value: getattr(value, "kind", ""),
)  # fmt: skip
@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_E])
def test_a_layer_without_a_dense_kernel_says_what_it_has_instead(view, hand, editor, key, layer, words):
    document, name = edits.add_node(editor.document, layer, 600, 600)
    editor.apply("Add", document)
    view.select((name,))
    hand.key(key)
    assert words in view.label.text()
    assert not view.weight_edit.isVisible()


@pytest.mark.parametrize(("closed", "told"), [(True, "holds other layers"), (False, "Only a layer has")])
@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_E])
def test_a_group_is_told_to_have_no_weights_of_its_own(view, editor, key, closed, told):
    grouped, group = wrap(editor.document, ("second", "third"))
    editor.apply("Group", set_closed(grouped, group, closed))
    view.select((group,))
    QTest.keyClick(view, key)
    assert told in view.label.text()
