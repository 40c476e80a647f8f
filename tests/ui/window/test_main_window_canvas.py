"""The canvas within the window: its menus, its keys, its way to the settings."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document.edits import edits
from playground.document.files.link import PAGE
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.ui.canvas.items.single_weight import Weight
from playground.ui.dialogs.shortcuts import ShortcutSheet
from playground.ui.panels.palette import PalettePanel
from tests.ui.canvas.conftest import learned_by

CONTROL = Qt.KeyboardModifier.ControlModifier


def key(window, which: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, which, keys)


def test_layers_are_copied_from_one_window_to_another(open_window):
    first, second = open_window(), open_window()
    first.canvas.select(("dense_1",))
    first.canvas.selection.copy()
    second.activateWindow()
    second.canvas.setFocus()
    key(second, Qt.Key.Key_V, CONTROL)
    new = second.canvas.selected_nodes()
    assert [second.editor.document.graph.by_id[name].layer for name in new] == [
        first.editor.document.graph.by_id["dense_1"].layer
    ]


def test_control_d_duplicates(window):
    window.canvas.select(("dense_1",))
    key(window, Qt.Key.Key_D, CONTROL)
    assert window.editor.history.undo_name == "Duplicate layers"


def test_copying_in_a_field_copies_its_words(window):
    window.canvas.select(("dense_1",))
    search = window.panels.of(PalettePanel).search
    search.setText("tanh")
    search.setFocus()
    search.selectAll()
    key(window, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "tanh"


def test_enter_leads_to_the_first_setting_and_f6_back(window):
    window.canvas.select(("dense_1",))
    window.canvas.setFocus()
    key(window, Qt.Key.Key_Return)
    assert window.layer.isAncestorOf(QApplication.focusWidget())
    key(window, Qt.Key.Key_F6)
    assert window.canvas.hasFocus()


SMALL = PAGE + "#dataset=xor&networkShape=5,3&seed=0.7"


def test_a_small_dense_network_opens_at_its_neurons_and_as_large_as_it_fits(window):
    window.files.open_link(SMALL)
    canvas, view = window.canvas.canvas, window.canvas
    assert {name for name, item in canvas.nodes.items() if not item.card.column.isEmpty()} == {
        "data", "dense_1", "dense_2", "dense_3",
    }  # fmt: skip
    assert 1.0 < view.zoom <= 1.6
    assert view.seen().contains(canvas.content_rect())
    assert not window.editor.unsaved
    assert window.editor.history.undo_name is None
    boxes = list(canvas.boxes().values())
    assert not [1 for a, b in itertools.combinations(boxes, 2) if a.meets(b)]
    window.canvas.place_layer("Dense")
    assert not canvas.nodes[view.selected_nodes()[0]].card.column.isEmpty()


def test_a_large_network_opens_as_cards(window):
    window.files.open_example("digits")
    assert all(item.card.content.form == "card" for item in window.canvas.canvas.nodes.values())


def test_the_canvas_refits_until_a_view_is_chosen_and_after_fit_again(window):
    view = window.canvas
    fitted = view.zoom
    view.select(("dense_1",))
    window.resize(1200, 700)
    QTest.qWait(20)
    assert view.zoom < fitted
    assert view.seen().contains(view.canvas.content_rect())
    view.zoom_in()
    chosen = view.zoom
    window.resize(1440, 900)
    QTest.qWait(20)
    assert view.zoom == chosen
    view.selection.arrange()
    assert view.zoom == chosen
    view.zoom_to_fit()
    assert abs(view.zoom - fitted) < 0.05


def test_a_question_mark_opens_the_sheet_of_every_shortcut(window):
    window.canvas.setFocus()
    # A real keyboard also gives the key as it is without Shift.
    key(window, Qt.Key.Key_Question)
    sheet = window.findChild(ShortcutSheet)
    assert sheet.isVisible()
    for word in ("Ctrl+D", "Duplicate", "Arrange automatically", "Walk along connections", "Play or pause"):
        assert word in sheet.words.text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_number_typed_into_a_weight_goes_to_the_trainer_and_not_into_the_document(window):
    document = window.editor.document
    (name, *_) = document.graph.trained[1:-1]
    units = document.graph.by_id[name].layer.units
    kernel = np.zeros((2, units), np.float32)
    window.canvas.show_frame(Frame(document.graph, weights={name: (kernel, kernel[0])}))
    window.canvas.select((name,))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_W)
    QTest.keyClick(window.canvas.weight_edit.field, Qt.Key.Key_Down)
    QTest.keyClicks(window.canvas.weight_edit.field, "0.25")
    QTest.keyClick(window.canvas.weight_edit.field, Qt.Key.Key_Return)
    assert window.trainer.weights_set == [(name, 0, (1, 0), 0.25, 1)]
    assert window.editor.document is document
    assert not window.editor.unsaved
    window.editor.undo()
    assert window.trainer.told[-1] == "take back 1"


def test_control_a_selects_everything_and_control_0_shows_it(window):
    window.canvas.zoom_to(4.0)
    key(window, Qt.Key.Key_A, CONTROL)
    assert set(window.canvas.selected_nodes()) == set(window.editor.document.graph.by_id)
    assert len(window.canvas.visible_nodes()) < len(window.editor.document.graph.nodes)
    key(window, Qt.Key.Key_0, CONTROL)
    assert len(window.canvas.visible_nodes()) == len(window.editor.document.graph.nodes)


def test_control_g_groups_and_the_panel_shows_the_group(window):
    window.canvas.select(("dense_1",))
    key(window, Qt.Key.Key_G, CONTROL)
    assert window.editor.history.undo_name == "Group layers"
    assert window.layer.group.isVisible()
    QTest.mouseClick(window.layer.group.open, Qt.MouseButton.LeftButton)
    assert window.editor.history.undo_name == "Close group"
    # The engine knows of no groups: it is asked for the maps of the layer inside.
    assert "dense_1" in window.trainer.wanted.nodes
    window.canvas.setFocus()
    key(window, Qt.Key.Key_G, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not window.editor.document.groups


def test_a_weight_turned_by_hand_is_one_step_and_given_back_it_is_none(window):
    turn, weight = window.canvas.weight_edit.turn, Weight("dense_1", 0, (0, 1))
    window.show_newest_frame(learned_by(window.editor.document))
    assert turn.take(weight)
    start = turn.value
    turn.turn(10)
    turn.turn(-40)
    assert window.editor.history.undo_name is None
    turn.keep()
    assert window.editor.history.undo_name == "Turn a weight"
    told = [(value, change, again) for *_, value, change, again in window.trainer.weights_set]
    assert told == [(pytest.approx(start + 0.01), 1, False), (pytest.approx(start - 0.03), 0, True)]
    window.editor.undo()
    assert window.trainer.told == ["take back 1"]
    turn.take(weight)
    turn.turn(5)
    turn.give_back()
    assert window.trainer.told == ["take back 1", "take back 2"]
    assert window.editor.history.undo_name is None


def test_where_values_are_written_the_chosen_example_is_asked_for(window):
    assert window.trainer.wanted.tried is None
    window.editor.apply("", edits.set_layer(window.editor.document, "dense_1", Dense(2)))
    assert window.trainer.wanted.tried == window.examples.chosen.values
