"""Copying, pasting, duplicating, deleting and arranging what is selected."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.ui.canvas.commands.selection import arrange_commands

CONTROL = Qt.KeyboardModifier.ControlModifier


def clipboard(text=None):
    if text is not None:
        QApplication.clipboard().setText(text)
    return QApplication.clipboard().text()


def test_copied_layers_are_readable_text(view):
    view.select(("first", "second", "data"))
    view.selection.copy()
    assert [node["kind"] for node in json.loads(clipboard())["graph"]["nodes"]] == ["Data", "Output", "Dense", "Dense"]


def test_pasted_layers_are_selected_and_stand_together(view, editor, joined):
    view.select(("first", "second"))
    view.selection.copy()
    view.selection.paste()
    assert view.selected_nodes() == ("dense_1", "dense_2")
    assert ("dense_1", "dense_2") in joined()
    old, new = editor.history.steps[0].document.positions, editor.document.positions
    assert new["dense_2"][0] - new["dense_1"][0] == old["second"][0] - old["first"][0]
    assert editor.history.undo_name == "Paste layers"
    editor.undo()
    assert "dense_1" not in view.canvas.nodes


def test_a_second_paste_does_not_cover_the_first(view, editor):
    view.select(("first",))
    view.selection.copy()
    view.selection.paste()
    view.selection.paste()
    assert len(set(editor.document.positions.values())) == len(editor.document.positions)


def test_cut_takes_the_layers_away_as_one_step(view, editor):
    view.select(("second", "third"))
    view.selection.cut()
    assert not {"second", "third"} & set(view.canvas.nodes)
    assert editor.history.undo_name == "Cut layers"
    assert len(editor.history.steps) == 2
    view.selection.paste()
    assert {"dense_1", "dense_2"} <= set(view.canvas.nodes)


@pytest.mark.parametrize("text", ["hello", "", '{"format": "playground", "version": 1}', "{" * 50_000])
def test_nonsense_on_the_clipboard_is_refused_in_words(view, editor, text):
    clipboard(text)
    view.selection.paste()
    assert len(editor.history.steps) == 1
    assert view.label.isVisible()
    assert view.label.text()


def test_nothing_selected_leaves_the_clipboard(view):
    clipboard("mine")
    view.select(())
    view.selection.copy()
    view.selection.cut()
    view.selection.duplicate()
    assert clipboard() == "mine"


def test_duplicate_stands_aside_and_leaves_the_clipboard(view, editor):
    clipboard("mine")
    view.select(("first",))
    view.selection.duplicate()
    assert editor.document.positions["dense_1"] == (204, 104)
    assert editor.history.undo_name == "Duplicate layers"
    assert clipboard() == "mine"


def test_after_delete_the_gap_can_be_joined(view, hand, editor, joined, qtbot):
    view.select(("second",))
    hand.key(Qt.Key.Key_Delete)
    assert ("first", "add") not in joined()
    assert view.selection.offer.isVisible()
    QTest.mouseClick(view.selection.offer, Qt.MouseButton.LeftButton)
    assert ("first", "add") in joined()
    assert not view.selection.offer.isVisible()
    assert len(editor.history.steps) == 2
    assert editor.history.undo_name == "Delete and join the gap"
    editor.undo()
    assert {("first", "second"), ("second", "add")} <= joined()


def test_enter_joins_the_gap(view, hand, joined):
    view.select(("second",))
    hand.key(Qt.Key.Key_Delete)
    hand.key(Qt.Key.Key_Return)
    assert ("first", "add") in joined()


def test_where_there_is_no_gap_nothing_is_offered(view, hand, editor):
    view.select(("loose",))
    hand.key(Qt.Key.Key_Delete)
    assert not view.selection.offer.isVisible()


def test_another_edit_withdraws_the_offer(view, hand, editor):
    view.select(("second",))
    hand.key(Qt.Key.Key_Delete)
    editor.apply("Add", edits.add_node(editor.document, Dense(), 0, 900)[0])
    assert not view.selection.offer.isVisible()
    hand.key(Qt.Key.Key_Return)
    assert editor.history.undo_name == "Add"


def test_aligned_layers_are_one_step(view, editor):
    view.select(("second", "third", "loose"))
    view.selection.align("left")
    assert {editor.document.positions[name][0] for name in ("second", "third", "loose")} == {180}
    assert len(editor.history.steps) == 2


def test_an_arranged_graph_does_not_jump(view, editor):
    view.selection.arrange()
    once = editor.document
    assert once.positions["data"] == (0, 80)
    view.selection.arrange()
    assert editor.document is once
    assert editor.history.undo_name == "Arrange layers"


def test_each_command_of_the_menu_is_at_most_one_step(view, editor):
    for _, _, run in filter(None, arrange_commands(view.selection)):
        view.select(("second", "third", "loose"))
        steps = len(editor.history.steps)
        run()
        assert len(editor.history.steps) - steps in (0, 1)
