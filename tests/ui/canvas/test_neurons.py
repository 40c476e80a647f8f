"""Cards that fold and open: neurons, weights as lines or as a picture, and typing a number into one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from playground.document import edits, file
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.layers import Dense, Tanh
from playground.frames import Frame
from playground.ui.canvas.forms import form_commands
from playground.ui.canvas.neuron_card import toggles
from playground.ui.canvas.single_weight import Weight, stepped, weight_title
from playground.ui.canvas.weight_lines import weight_colours, widths
from playground.ui.theme import LIGHT, NEGATIVE, POSITIVE

CONTROL = Qt.KeyboardModifier.ControlModifier


def learned_by(document, seed=0) -> Frame:
    """Weights for each Dense layer, drawn from U(-1, 1) but for a few that are told apart by eye."""
    random, weights = np.random.default_rng(seed), {}
    maps = {}
    for node in document.graph.nodes:
        if isinstance(node.layer, Dense):
            sources = document.graph.sources[node.id]
            before = document.graph.by_id[sources[0]].layer if sources else None
            inputs = 2 if sources == (DATA,) else getattr(before, "units", 8)
            kernel = random.uniform(-1, 1, (inputs, node.layer.units)).astype(np.float32)
            weights[node.id] = (kernel, random.uniform(-1, 1, node.layer.units).astype(np.float32))
            maps[node.id] = np.zeros((min(64, node.layer.units), 8, 8), np.float32)
    maps[DATA] = np.zeros((2, 8, 8), np.float32)
    return Frame(document.graph, maps=maps, weights=weights)


@pytest.fixture
def frame(editor) -> Frame:
    return learned_by(editor.document)


@pytest.fixture
def opened(view, editor, frame):
    """`first` opened to its 8 neurons, with weights."""
    view.select(("first",))
    view.forms.show_neurons()
    view.show_frame(frame)
    return view.canvas.nodes["first"]


def on_line(view, edge, line) -> QPointF:
    """A point of the scene on this weight's line, where few others are near."""
    return view.canvas.edges[edge].lines.paths[line[0]][line[1]].pointAtPercent(0.5)


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
    assert "Only dense layers" in view.label.text()
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
