"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from playground.ui.dialogs.shortcuts import ShortcutSheet, canvas_keys
from playground.ui.menus import menu_keys


def test_the_sheet_lists_each_command_that_has_keys_and_no_other(open_window) -> None:
    menus = dict(menu_keys(open_window().menuBar()))
    assert list(menus) == ["File", "Edit", "Arrange", "View", "Train", "Help"]
    assert ("Ctrl+D", "Duplicate") in menus["Edit"]
    assert ("Ctrl+G", "Group") in menus["Arrange"]
    assert all(keys and words for rows in menus.values() for keys, words in rows)


def test_the_sheet_fits_a_screen_and_each_line_is_one_line(qtbot, open_window) -> None:
    menus = menu_keys(open_window().menuBar())
    sheet = ShortcutSheet(menus)
    qtbot.addWidget(sheet)
    sheet.show()
    room = sheet.screen().availableSize()
    assert sheet.width() <= room.width()
    assert sheet.height() <= room.height()
    # Headings are larger, and have room above.
    rows = max(len(canvas_keys()), sum(map(len, dict(menus).values())) // 2 + len(menus))
    assert sheet.words.sizeHint().height() < 1.6 * rows * sheet.fontMetrics().lineSpacing()
    assert sheet.findChild(QScrollArea).widget() is sheet.words
