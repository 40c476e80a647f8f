"""Notes are written in place: taken, given up, or left for a while."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from playground.document.edits import notes
from playground.ui.canvas.commands.selection import arrange_commands
from tests.ui.canvas.conftest import note, steps

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FREE = QPointF(700, 360)


def test_n_writes_a_new_note_as_one_step(view, hand, editor):
    hand.key(Qt.Key.Key_N)
    assert view.note_edit.hasFocus()
    QTest.keyClicks(view.note_edit, "first line")
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return)
    view.note_edit.insertPlainText("二")
    assert editor.document.notes == ()
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return, CONTROL)
    assert note(editor).text == "first line\n二"
    assert steps(editor) == ["Add note"]
    assert view.canvas.selected == ("note_1",)
    assert view.hasFocus()
    editor.undo()
    assert not view.canvas.notes.by_id


@pytest.mark.parametrize("key", [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, CONTROL)])
def test_a_new_note_without_words_was_never_there(view, hand, editor, key):
    before = editor.document
    hand.key(Qt.Key.Key_N)
    QTest.keyClicks(view.note_edit, "  ")
    QTest.keyClick(view.note_edit, *key)
    assert editor.document is before
    assert editor.shown is before
    assert not view.canvas.notes.by_id
    assert not view.note_edit.isVisible()


def test_a_new_note_covers_no_card(view, editor):
    view.note_edit.open_new(view.canvas.nodes["first"].body.center())
    (new,) = view.canvas.notes.by_id.values()
    assert not any(item.body.intersects(new.body) for item in view.canvas.nodes.values())
    QTest.keyClick(view.note_edit, Qt.Key.Key_Escape)


def test_the_menu_and_the_quick_add_write_notes(view, hand, editor):
    (add,) = [run for words, _, run in filter(None, arrange_commands(view.selection)) if words == "Add note"]
    add()
    QTest.keyClicks(view.note_edit, "one")
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return, CONTROL)
    view.open_quick_add(QPoint(700, 500))
    QTest.keyClicks(view.quick_add.search, "note")
    QTest.keyClick(view.quick_add.search, Qt.Key.Key_Return)
    QTest.keyClicks(view.note_edit, "two")
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return, CONTROL)
    assert [written.text for written in editor.document.notes] == ["one", "two"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_note_is_written_anew_by_the_keys(view, hand, editor, noted, key):
    view.select(("note_1",))
    hand.key(key)
    assert view.note_edit.toPlainText() == "Look here"
    QTest.keyClicks(view.note_edit, "!")
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return, CONTROL)
    assert note(editor).text == "Look here!"
    assert steps(editor) == ["Write note"]


def test_a_double_click_writes_and_a_click_elsewhere_keeps(view, hand, editor, noted):
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=hand.point(noted.body.center() - QPointF(0, 8)))
    QTest.keyClicks(view.note_edit, ", please")
    hand.click(FREE)
    assert note(editor).text == "Look here, please"
    assert not view.note_edit.isVisible()


def test_escape_loses_nothing_that_was_typed(view, editor, noted):
    view.note_edit.open("note_1")
    QTest.keyClicks(view.note_edit, "???")
    QTest.keyClick(view.note_edit, Qt.Key.Key_Escape)
    assert note(editor).text == "Look here???"
    assert steps(editor) == ["Write note"]
    assert view.hasFocus()
    editor.undo()
    assert note(editor).text == "Look here"


def test_a_note_emptied_is_deleted(view, editor, noted):
    view.note_edit.open("note_1")
    view.note_edit.setPlainText(" \n ")
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return, CONTROL)
    assert editor.document.notes == ()
    assert steps(editor) == ["Delete note"]


def test_undo_of_the_note_that_is_written_ends_the_writing(view, editor, noted):
    editor.apply("Add note", notes.add_note(editor.document, 0, 400, "second")[0])
    view.note_edit.open("note_2")
    editor.undo()
    assert not view.note_edit.isVisible()
    assert editor.shown is editor.document


def test_the_keys_of_the_menus_are_not_for_who_writes(open_window):
    window = open_window()
    window.canvas.note_edit.open_new(QPointF(0, 300))
    QTest.keyClicks(window.canvas.note_edit, "a?b/c")
    QTest.keyClick(window.canvas.note_edit, Qt.Key.Key_Return, CONTROL)
    assert [written.text for written in window.editor.document.notes] == ["a?b/c"]
    assert window.trainer.told == []


def test_a_command_by_its_keys_has_the_text_as_it_is_written(open_window):
    window = open_window()
    window.canvas.note_edit.open_new(QPointF(0, 300))
    QTest.keyClicks(window.canvas.note_edit, "kept")
    QTest.keyClick(window.canvas.note_edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(window.canvas.note_edit, Qt.Key.Key_C, CONTROL)
    assert window.editor.document.notes == ()
    QTest.keyClick(window.canvas.note_edit, Qt.Key.Key_R, CONTROL)
    assert [written.text for written in window.editor.document.notes] == ["kept"]
    assert window.trainer.told == ["reset"]
    assert QApplication.clipboard().text() == "kept"


def test_a_pause_in_another_window_keeps_the_field_open(view, editor, noted, qtbot):
    view.note_edit.open("note_1")
    QTest.keyClicks(view.note_edit, "!")
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not view.isActiveWindow())
    assert note(editor).text == "Look here"
    assert view.note_edit.isVisible()
    view.activateWindow()
    qtbot.waitUntil(view.note_edit.hasFocus)
    QTest.keyClick(view.note_edit, Qt.Key.Key_Return, CONTROL)
    assert note(editor).text == "Look here!"
