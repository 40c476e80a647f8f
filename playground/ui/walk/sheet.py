"""A table that lies in a walk's room: rows of words and numbers that look alike, with all other keys the walk's own."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font


class Sheet(QTableView):
    """One that is shown in a theme."""

    def __init__(self, name: str, model: QAbstractTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        # Names of a few rows tell how wide all are.
        self.horizontalHeader().setResizeContentsPrecision(40)
        self.horizontalHeader().setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # All but going from row to row is the walk's own.
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in keys:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def show_theme(self, theme: Theme) -> None:
        name = self.objectName()
        self.setFont(scaled_font(SMALLER, fixed_digits=True))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setFont(scaled_font(SMALLER))
        self.setStyleSheet(
            f"#{name} {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 8px;"
            f" selection-background-color: {theme.hover};"
            f" selection-color: {theme.ink}; }}"
            f"#{name} QHeaderView::section {{ background: {theme.panel}; color: {theme.muted}; border: none;"
            f" padding: 3px 6px; border-bottom: 1px solid {theme.line}; }}"
        )


def side_of(column: int) -> Qt.AlignmentFlag:
    """Names at the left, numbers at the right."""
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
