"""The undo steps as a list: a click goes there. Also the two menu entries that name what they would do."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.history import History
from playground.ui.editor import Editor
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import heading

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


def undo_text(history: History) -> str:
    """What undoing would take back."""
    edit = history.undo_name
    translate = QCoreApplication.translate
    return translate("History", "Undo: {edit}").format(edit=edit) if edit else translate("History", "Undo")


def redo_text(history: History) -> str:
    """What would be done again."""
    edit = history.redo_name
    translate = QCoreApplication.translate
    return translate("History", "Redo: {edit}").format(edit=edit) if edit else translate("History", "Redo")


class Steps(QAbstractListModel):
    """The list behind the view: thousands of steps cost nothing until they are seen."""

    def __init__(self, history: History, theme: Theme) -> None:
        super().__init__()
        self._history, self._theme = history, theme

    def show_history(self, history: History, theme: Theme) -> None:
        self.beginResetModel()
        self._history, self._theme = history, theme
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._history.steps)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row, present = index.row(), self._history.present
        match role:
            case Role.DisplayRole:
                return self._history.steps[row].title or self.tr("As it was opened")
            case Role.ForegroundRole if row > present:
                return self._theme.colour("muted")
            case Role.ForegroundRole if row == present:
                return self._theme.colour("accent")
            case Role.FontRole if row == present:
                font = QFont()
                font.setBold(True)
                return font
            case Role.AccessibleDescriptionRole:
                if row == present:
                    return self.tr("the present step")
                return self.tr("undone") if row > present else self.tr("done")
        return None


class HistoryPanel(Panel):
    """Every step that can be undone or done again, the present one marked. `step_asked(index)` on a choice."""

    step_asked = Signal(int)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self._shown: History | None = None
        self.setProperty("look", "panel")
        self.undo, self.redo = QAction(self), QAction(self)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.redo.setShortcut(QKeySequence(QKeySequence.StandardKey.Redo))
        self.undo.triggered.connect(lambda: editor.undo())
        self.redo.triggered.connect(lambda: editor.redo())
        self.steps = Steps(editor.history, theme)
        self.list = QListView()
        self.list.setModel(self.steps)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.clicked.connect(lambda index: self.step_asked.emit(index.row()))
        self.list.activated.connect(lambda index: self.step_asked.emit(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 4)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("History")))
        column.addWidget(self.list, 1)
        self.show_document(editor.document)

    def show_document(self, document: Document) -> None:
        history = self._editor.history
        if history is self._shown:
            return
        self._shown = history
        self.undo.setEnabled(history.undo_name is not None)
        self.redo.setEnabled(history.redo_name is not None)
        self.undo.setText(undo_text(history))
        self.redo.setText(redo_text(history))
        self._show_steps()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show_steps()

    def _show_steps(self) -> None:
        history = self._editor.history
        self.steps.show_history(history, self._theme)
        present = self.steps.index(history.present)
        self.list.selectionModel().setCurrentIndex(present, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.scrollTo(present, QAbstractItemView.ScrollHint.EnsureVisible)
