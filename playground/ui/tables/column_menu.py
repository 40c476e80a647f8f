"""What a column of a table can be: what it is for, and which kind its values are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from playground.tables.choices import ROLES, TARGET, Choices
from playground.tables.columns import CATEGORY, NUMBER, Column
from playground.tables.opening import Table
from playground.ui.tables.said import KINDS
from playground.ui.tables.said import ROLES as ROLE_WORDS
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

ALSO = QT_TRANSLATE_NOOP("Text", "Also a target")


def can_be_added(table: Table, choices: Choices, place: int) -> bool:
    """Whether a column can be one more target: several must all be numbers."""
    targets = [each for each in table.columns if each.name in choices.targets]
    added = table.columns[place]
    kinds = {_kind(each, choices) for each in (*targets, added)}
    return bool(targets) and added not in targets and kinds == {NUMBER}


def column_menu(
    parent: QWidget, table: Table, choices: Choices, place: int, choose: Callable[[Choices], object]
) -> QMenu:
    """The menu of that column, which goes once it is closed; other choices are given to `choose`."""
    column, menu = table.columns[place], QMenu(parent)

    def offer(words: str, is_chosen: bool, chosen: Choices) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda: choose(chosen))

    for role in ROLES:
        offer(said(ROLE_WORDS, role), choices.of(column.name).role == role, choices.with_role(column.name, role))
        if role == TARGET:
            also = menu.addAction(say(ALSO), lambda: choose(choices.with_target(column.name)))
            also.setEnabled(can_be_added(table, choices, place))
    menu.addSeparator()
    for kind in (NUMBER, CATEGORY):
        offer(said(KINDS, kind), _kind(column, choices) == kind, choices.with_kind(column.name, kind))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _kind(column: Column, choices: Choices) -> str:
    return choices.of(column.name).kind or column.kind
