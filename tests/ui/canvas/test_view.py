"""What the canvas shows of documents, frames and themes, and what it tells of itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import Edge
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings
from playground.ui.canvas.items.lettering import width
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import DARK, LIGHT, NEGATIVE, POSITIVE

NO_BUTTON, NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def wheel(view, at: QPoint, turned: int) -> None:
    place = QPointF(at)
    whole = QPointF(view.viewport().mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, whole, QPoint(), QPoint(0, turned), NO_BUTTON, NO_KEYS, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def test_items_that_stay_are_kept(view, editor):
    node, edge = view.canvas.nodes["first"], view.canvas.edges[Edge("first", "second")]
    editor.apply("Remove", edits.remove_nodes(editor.document, ["third"]))
    assert view.canvas.nodes["first"] is node
    assert view.canvas.edges[Edge("first", "second")] is edge
    assert set(view.canvas.nodes) == set(editor.document.graph.by_id)
    assert set(view.canvas.edges) == set(editor.document.graph.edges)


def test_showing_a_document_tells_nothing(view, editor, qtbot):
    view.select(("first",))
    with qtbot.assertNotEmitted(view.selected):
        view.show_document(editor.document)
        view.show_document(edits.move(editor.document, {"first": (200.0, 90.0)}))
    assert view.selected_nodes() == ("first",)


def test_a_node_says_its_settings_its_weights_and_its_shape(view):
    content = view.canvas.nodes["first"].card.content
    assert (content.title, content.summary, content.footer) == ("Dense", "8 units · tanh", "24 weights")
    assert view.canvas.edges[Edge("first", "second")].label == "(8)"
    assert view.canvas.nodes["data"].card.content.footer == "500 points"


def test_of_many_neurons_sixteen_are_shown_and_the_rest_counted(view, editor):
    editor.apply("Set", edits.set_layer(editor.document, "first", Dense(64)))
    card = view.canvas.nodes["first"].card
    assert len(card.maps) == 16
    assert card.remark == "+48"


def test_what_is_wrong_shows_at_its_node_and_its_connection(view, editor):
    editor.apply("Connect", edits.connect(editor.document, "add", "output"))
    assert [problem.code for problem in view.canvas.problem_items.by_node["output"].problems] == ["output_size"]
    assert view.canvas.edges[Edge("add", "output")].wrong
    assert not view.canvas.edges[Edge("data", "first")].wrong


def test_notes_cover_no_card(view, editor):
    boxes = view.canvas.boxes()
    for note in view.canvas.problem_items.by_node.values():
        rect = note.sceneBoundingRect().adjusted(2, 2, -2, -2)
        assert not any(item.body.intersects(rect) for item in view.canvas.nodes.values()), boxes


def test_a_frame_gives_every_neuron_its_picture(view, frame):
    view.show_frame(frame)
    pictures = view.canvas.nodes["first"].pictures
    assert len(pictures) == 8
    assert pictures[0].pixelColor(0, 0).getRgb()[:3] == NEGATIVE
    assert pictures[0].pixelColor(31, 0).getRgb()[:3] == POSITIVE
    assert len(view.canvas.nodes["output"].pictures) == 1


def test_pictures_outlive_their_arrays(view, frame):
    view.show_frame(frame)
    for array in frame.maps.values():
        array[:] = 0
    assert view.canvas.nodes["first"].pictures[0].pixelColor(0, 0).getRgb()[:3] == NEGATIVE


def test_a_frame_of_another_network_shows_only_what_is_there(view, editor, frame):
    editor.apply("Remove", edits.remove_nodes(editor.document, ["third"]))
    view.place_layer("Dense")
    view.show_frame(frame)
    assert "third" not in view.canvas.nodes
    assert view.canvas.nodes["dense_1"].pictures == ()


def test_frames_of_other_forms_and_bad_numbers_are_drawn(view, frame):
    maps = {"first": np.full((3, 1, 32), np.nan, np.float32), "data": np.zeros((2, 8, 8), np.float32)}
    classes = np.random.default_rng(1).dirichlet(np.ones(12), (20, 20)).astype(np.float32)
    for surface in (classes, np.full((1, 40, 1), np.inf, np.float32), None):
        view.show_frame(replace(frame, maps=maps, surface=surface))
        view.grab()
    assert len(view.canvas.nodes["first"].pictures) == 3


def test_a_node_off_screen_is_not_probed_and_catches_up(view, editor, frame, qtbot):
    # Somebody has chosen a view, which is kept.
    view.zoom_to(view.zoom)
    editor.apply("Move", edits.move(editor.document, {"loose": (6_000.0, 0.0)}))
    assert "loose" not in view.visible_nodes()
    view.show_frame(frame)
    assert view.canvas.nodes["loose"].pictures == ()
    with qtbot.waitSignal(view.looked_at_changed):
        view.ensureVisible(view.canvas.nodes["loose"])
    assert "loose" in view.visible_nodes()
    assert view.canvas.nodes["loose"].pictures != ()


def test_the_neuron_under_the_pointer_is_told(view, hand, qtbot):
    item = view.canvas.nodes["first"]
    with qtbot.waitSignal(view.hovered_neuron) as told:
        hand.hover(item.pos() + item.card.maps[5].center())
    assert told.args == [("first", 5)]
    with qtbot.waitSignal(view.hovered_neuron) as told:
        hand.hover(QPointF(600, 360))
    assert told.args == [None]


def test_the_wheel_zooms_around_the_pointer_within_limits(view):
    at = QPoint(420, 300)
    held = view.mapToScene(at)
    wheel(view, at, 240)
    assert view.zoom > 1
    assert (view.mapToScene(at) - held).manhattanLength() < 3
    for _ in range(40):
        wheel(view, at, 480)
    assert view.zoom == 4.0
    for _ in range(40):
        wheel(view, at, -480)
    assert view.zoom == 0.2


def test_zoom_to_fit_shows_everything(view):
    view.zoom_to(4.0)
    assert len(view.visible_nodes()) < 7
    view.zoom_to_fit()
    assert len(view.visible_nodes()) == 7


def test_it_is_drawn_at_every_zoom_in_both_themes_while_training(view, frame):
    view.show_frame(frame)
    view.show_training(True)
    for theme in (DARK, LIGHT):
        view.show_theme(theme)
        for zoom in (0.2, 0.3, 1.0, 4.0):
            view.zoom_to(zoom)
            assert not view.grab().isNull()
    view.show_training(False)


def test_dashes_move_only_while_training(view, qtbot, frame):
    edge = view.canvas.edges[Edge("data", "first")]
    assert edge.offset is None
    view.show_training(True)
    before = edge.offset
    view.show_frame(replace(frame, batch=1))
    qtbot.waitUntil(lambda: edge.offset != before)
    view.show_training(False)
    assert edge.offset is None


def test_nodes_without_a_place_get_one_each(qtbot, editor):
    view = CanvasView(Editor(Document(editor.document.graph)), LIGHT)
    qtbot.addWidget(view)
    boxes = list(view.canvas.boxes().values())
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_moving_one_node_leaves_those_without_a_place_where_they_are(qtbot, editor):
    editor = Editor(Document(editor.document.graph))
    view = CanvasView(editor, LIGHT)
    qtbot.addWidget(view)
    editor.changed.connect(view.show_document)
    before = {name: item.pos() for name, item in view.canvas.nodes.items()}
    view.select(("loose",))
    view.selection.nudge(8, 0)
    editor.undo()
    view.select(("loose",))
    view.selection.nudge(8, 0)
    after = {name: item.pos() for name, item in view.canvas.nodes.items()}
    assert {name for name in after if after[name] != before[name]} == {"loose"}


def test_a_long_name_is_cut_on_the_card_and_whole_in_the_tool_tip(view, editor):
    name = "A hidden layer that has been given a very long name indeed"
    editor.apply("Rename", edits.rename(editor.document, "first", name))
    item = view.canvas.nodes["first"]
    assert item.card.title.endswith("…")
    assert name in item.toolTip()
    assert item.box.width < 260


def test_chinese_stays_inside_the_card(view, editor):
    editor.apply("Rename", edits.rename(editor.document, "first", "全连接层" * 2))
    item = view.canvas.nodes["first"]
    assert item.card.title_at.x() + width(item.card.title, item.fonts.title) <= item.box.width


@pytest.mark.parametrize("letters", [1.25, 1.5, 2.0])
def test_larger_letters_make_larger_cards_and_keep_their_gaps(view, letters):
    def on_screen() -> tuple[float, float]:
        """The height of a card, and what is between it and the next one."""
        first, second = view.canvas.nodes["first"].box, view.canvas.nodes["second"].box
        return first.height * view.zoom, (second.x - first.x - first.width) * view.zoom

    view.full_size()
    before = on_screen()
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * letters)
    view.setFont(font)
    after = on_screen()
    assert after[0] == pytest.approx(letters * before[0], rel=0.08)
    assert after[1] >= 0.85 * before[1]
    assert view.canvas.fonts.steady(view.zoom) == 1.0


def test_data_without_a_plane_is_shown(view, editor):
    editor.apply("Data", edits.set_data(editor.document, DataSettings("waves")))
    card = view.canvas.nodes["data"].card
    # The chosen sequence, as a wave.
    assert len(card.maps) == 1
    assert card.content.summary == "500 sequences"


def test_what_is_said_of_a_node_stays_inside_until_a_view_is_chosen(view, editor):
    view.zoom_to_fit()
    editor.apply("Move", edits.move(editor.document, {"loose": (0.0, 900.0)}))
    notes = view.canvas.problem_items.by_node
    assert "loose" in notes
    assert all(view.seen().contains(note.sceneBoundingRect()) for note in notes.values())
    view.zoom_to(1.0)
    chosen = view.zoom
    editor.apply("Move", edits.move(editor.document, {"output": (6000, 0)}))
    assert view.zoom == chosen


def test_words_of_problems_keep_their_size_on_the_screen_where_the_canvas_is_enlarged(view):
    note = next(iter(view.canvas.problem_items.by_node.values()))
    sizes = []
    for zoom in (1.0, 1.5):
        view.zoom_to(zoom)
        sizes.append(note.sceneBoundingRect().width() * zoom)
    assert abs(sizes[0] - sizes[1]) < 0.5
