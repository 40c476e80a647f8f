"""The canvas within the window: its menus, its keys, its way to the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
    window.palette_panel.search.setText("tanh")
    window.palette_panel.search.setFocus()
    window.palette_panel.search.selectAll()
    key(window, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "tanh"


def test_enter_leads_to_the_first_setting_and_f6_back(window):
    window.canvas.select(("dense_1",))
    window.canvas.setFocus()
    key(window, Qt.Key.Key_Return)
    assert window.layer.isAncestorOf(QApplication.focusWidget())
    key(window, Qt.Key.Key_F6)
    assert window.canvas.hasFocus()


def test_a_question_mark_opens_the_sheet_of_every_shortcut(window, told):
    window.canvas.setFocus()
    # A real keyboard also gives the key as it is without Shift.
    key(window, Qt.Key.Key_Question)
    (sheet,) = told
    for word in ("Ctrl+D", "Duplicate", "Arrange automatically", "Walk along connections", "Play or pause"):
        assert word in sheet
