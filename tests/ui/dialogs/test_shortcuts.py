"""The sheet of keys."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea

from playground.ui.canvas.keys.table import KEYS, key_rows
from playground.ui.dialogs.shortcuts import ShortcutSheet
from playground.ui.menus import menu_keys


def test_the_sheet_lists_each_command_that_has_keys_and_no_other(open_window) -> None:
    menus = dict(menu_keys(open_window().menuBar()))
    assert list(menus) == ["File", "Edit", "Arrange", "Data", "View", "Train", "Lesson", "Help"]
    assert ("Ctrl+D", "Duplicate") in menus["Edit"]
    assert ("Ctrl+G", "Group") in menus["Arrange"]
    assert all(keys and words for rows in menus.values() for keys, words in rows)


def test_the_sheet_prints_each_row_of_the_canvas(qtbot) -> None:
    sheet = ShortcutSheet((), key_rows())
    qtbot.addWidget(sheet)
    assert len(key_rows()) == len(KEYS)
    for keys, words in key_rows():
        assert f"<b>{escape(keys)}</b>" in sheet.words.text()
        assert escape(words) in sheet.words.text()


def test_no_key_of_the_canvas_is_one_of_a_menu(open_window) -> None:
    actions = open_window().findChildren(QAction)
    in_menus = {shortcut.toString() for action in actions for shortcut in action.shortcuts()}
    assert {"Ctrl+A", "Ctrl+0", "F6", "Ctrl+Shift+R"} <= in_menus
    assert [press for key in KEYS for press in key.presses if QKeySequence(press).toString() in in_menus] == []


def test_the_sheet_fits_a_screen_and_each_line_is_one_line(qtbot, open_window) -> None:
    menus = menu_keys(open_window().menuBar())
    sheet = ShortcutSheet(menus, key_rows())
    qtbot.addWidget(sheet)
    sheet.show()
    room = sheet.screen().availableSize()
    assert sheet.width() <= room.width()
    assert sheet.height() <= room.height()
    # Headings are larger, and have room above.
    rows = max(len(key_rows()), sum(map(len, dict(menus).values())) // 2 + len(menus))
    assert sheet.words.sizeHint().height() < 1.6 * rows * sheet.fontMetrics().lineSpacing()
    assert sheet.findChild(QScrollArea).widget() is sheet.words
