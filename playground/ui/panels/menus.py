"""The menu bar: every command with its words and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from playground.document import examples
from playground.ui.text import example_title

Command = tuple[str, str | QKeySequence.StandardKey, Callable[[], object]] | None
"""Words, keys ("" for none) and what it does; None draws a line."""


def add_menu(bar: QMenuBar, title: str, commands: Iterable[Command]) -> QMenu:
    """A menu with these commands."""
    menu = bar.addMenu(title)
    fill_menu(menu, commands)
    return menu


def fill_menu(menu: QMenu, commands: Iterable[Command]) -> list[QAction]:
    """Append commands to a menu; gives their actions."""
    actions = []
    for command in commands:
        if command is None:
            menu.addSeparator()
            continue
        words, keys, run = command
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, run=run: run())
        actions.append(action)
    return actions


def menu_keys(bar: QMenuBar) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each menu's title with its commands that have keys, as (keys, words): what the sheet of shortcuts shows."""
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (
            menu.title().replace("&", ""),
            [(action.shortcut().toString(native), action.text()) for action in menu.actions() if action.shortcut()],
        )
        for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    ]


def example_commands(open_example: Callable[[str], object]) -> list[Command]:
    """One for each bundled example."""
    return [(example_title(name), "", partial(open_example, name)) for name in examples.names()]


def export_commands(export: Callable[[str, str], object]) -> list[Command]:
    """One for each kind of file; `export` takes the words and the ending."""
    kinds = (
        (QCoreApplication.translate("Menus", "Keras network (.keras)…"), ".keras"),
        (QCoreApplication.translate("Menus", "Weights (.weights.h5)…"), ".weights.h5"),
        (QCoreApplication.translate("Menus", "SavedModel folder…"), ""),
        (QCoreApplication.translate("Menus", "Python script (.py)…"), ".py"),
        (QCoreApplication.translate("Menus", "History of the run (.csv)…"), ".csv"),
        (QCoreApplication.translate("Menus", "Picture of the window (.png)…"), ".png"),
    )
    return [(words, "", partial(export, words, ending)) for words, ending in kinds]
