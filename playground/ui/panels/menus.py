"""The menu bar: every command with its words and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

Command = tuple[str, str | QKeySequence.StandardKey, Callable[[], object]] | None
"""Words, keys ("" for none) and what it does; None draws a line."""


def add_menu(bar: QMenuBar, title: str, commands: Iterable[Command]) -> QMenu:
    """A menu with these commands."""
    menu = bar.addMenu(title)
    fill_menu(menu, commands)
    return menu


def fill_menu(menu: QMenu, commands: Iterable[Command]) -> None:
    """Append commands to a menu."""
    for command in commands:
        if command is None:
            menu.addSeparator()
            continue
        words, keys, run = command
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, run=run: run())
