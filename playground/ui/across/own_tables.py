"""Tables of a person's own, out of a file or the clipboard, into the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from playground.datasets.sources import TABLES
from playground.document.checks.fitting import fitted
from playground.document.edits import edits
from playground.tables.choices import Recipe, read_recipe
from playground.tables.opening import ENDINGS
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.files import Files
from playground.ui.editor import Editor
from playground.ui.panels.data import DataPanel
from playground.ui.tables.dialog import OpenTable, ask_table
from playground.ui.tables.rows_at_hand import loaded, with_rows
from playground.ui.texts.data import BUNDLED
from playground.ui.texts.said import later, said
from playground.ui.theme import Theme
from playground.ui.widgets.first_paint import busy


class OwnTables(QObject):
    """What is opened becomes the document's data in one step, with an end of the network that suits it."""

    endings = ENDINGS

    def __init__(
        self,
        files: Files,
        panel: DataPanel,
        editor: Editor,
        canvas: CanvasView,
        theme: Callable[[], Theme],
        chinese: bool,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        files.table_asked.connect(self.open)
        panel.change_asked.connect(self.change)
        panel.with_room = self.with_room = canvas.with_room
        files.with_rows = with_rows
        self._editor, self._window = editor, window
        self._theme, self._chinese = theme, chinese

    @property
    def commands(self) -> tuple[Callable[[], None], ...]:
        """What the menu does: open one, paste one, change the one that is open."""
        return (self.ask, self.paste, self.change)

    @property
    def examples(self) -> list[tuple[str, str, Callable[[], None]]]:
        """Commands that open a bundled table."""
        return [(said(BUNDLED, name), "", partial(self.open, TABLES / f"{name}.csv")) for name in BUNDLED]

    def ask(self) -> None:
        """A file that a person chooses."""
        path = ask_table(self._window)
        if path:
            self.open(path)

    def paste(self) -> None:
        """What a spreadsheet has put on the clipboard."""
        self.open(QApplication.clipboard().text())

    def change(self) -> None:
        """The table that is open, as it was read and with what was chosen; another file where there is none."""
        own = self._editor.document.data.own
        recipe = read_recipe(own.recipe) if own else None
        if recipe is None or not recipe.path:
            self.ask()
        else:
            self.open(Path(recipe.path), recipe)

    def open(self, source: Path | str, recipe: Recipe | None = None) -> None:
        """Show how it is read; the document changes once a person says Open."""
        data = self._editor.document.data
        dialog = OpenTable(source, data, self._theme(), self._chinese, self._window, recipe)
        if dialog.exec() == QDialog.DialogCode.Accepted and (own := dialog.data) is not None:
            present = self._editor.document.data.own
            if present is not None and present.absent and present.digest == own.digest:
                # What a project has named is here now; all else of it stays as it is.
                data = replace(self._editor.document.data, own=replace(present, absent=False))
                self._editor.apply(later("Text", "Open table"), edits.set_data(self._editor.document, data))
                return
            changed = fitted(edits.choose_own(self._editor.document, own, dialog.train_share, dialog.shuffle_seed))
            loaded(changed.data)
            with busy():
                self._editor.apply(later("Text", "Open table"), self.with_room(changed))
        dialog.deleteLater()
