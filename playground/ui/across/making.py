"""Data of a person's own, opened, painted or typed, into the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from playground.datasets.making.drawn import Drawing, data_of
from playground.datasets.making.typed import TypedData, typed_data, typing_of
from playground.datasets.making.windows import SequenceData, sequence_data, sequence_of
from playground.document.checks.fitting import fitted
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.own_data import OwnData
from playground.frames.frame import Frame
from playground.ui.across.changes import Changes
from playground.ui.across.own_pictures import OwnPictures
from playground.ui.across.own_tables import OwnTables
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.files import Files
from playground.ui.drawing.board import Board
from playground.ui.drawing.function import TypeFunction
from playground.ui.drawing.sequence import AskSequence
from playground.ui.drawing.tools import class_name
from playground.ui.editor import Editor
from playground.ui.panels.data import DataPanel
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer


class Making(QObject):
    """Each stroke is one step of the editor, and the network learns on from it; what it has learned stays."""

    def __init__(
        self,
        run: tuple[Editor, Changes, Trainer],
        files: Files,
        canvas: CanvasView,
        panel: DataPanel,
        theme: Theme,
        chinese: bool,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        editor, changes, _ = run
        self.tables = OwnTables(files, panel, editor, canvas, lambda: self._theme, chinese, window)
        self.pictures = OwnPictures(editor, self.tables.with_room, lambda: self._theme, window)
        self._editor, self._theme, self._play, self._window = editor, theme, changes.play, window
        panel.table_asked.connect(self.tables.ask)
        panel.pictures_asked.connect(self.pictures.ask)
        panel.known_asked.connect(self.pictures.ask_known)
        panel.draw_asked.connect(self.draw)
        panel.function_asked.connect(self.type)
        panel.sequence_asked.connect(self.ask_sequence)
        # Made when it is first wanted.
        self.board: Board | None = None

    @property
    def commands(self) -> tuple[Callable[[], None], ...]:
        """What the menu does."""
        return (
            *self.tables.commands,
            self.draw,
            self.type,
            self.ask_sequence,
            self.pictures.ask,
            self.pictures.ask_known,
        )

    @property
    def openers(self) -> dict[tuple[str, ...], Callable[[Path], object]]:
        """What opens files of which endings."""
        return {self.tables.endings: self.tables.open, self.pictures.endings: self.pictures.open}

    def draw(self) -> None:
        """The board comes up, beside the window's own views."""
        if self.board is None:
            self.board = Board(self._theme, self._window)
            self.board.painted.connect(self._take)
            self.board.undo_asked.connect(self._editor.undo)
            self.board.redo_asked.connect(self._editor.redo)
        self.board.show_document(self._editor.shown)
        self.board.show()
        self.board.raise_()

    def type(self) -> None:
        """A function is asked for, with the present one in its place."""
        present = typing_of(self._editor.document.data.own) or TypedData()
        dialog = TypeFunction(present, self._theme, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            typed = dialog.typed
            own = typed_data(typed, " ".join(typed.text.split()), (class_name(1), class_name(0)))
            self._editor.apply(later("Text", "Type a function"), fitted(self._with(own)))
        dialog.deleteLater()

    def ask_sequence(self) -> None:
        """Sequences are asked for, with the present ones in their place."""
        present = sequence_of(self._editor.document.data.own) or SequenceData()
        dialog = AskSequence(present, self._theme, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            names = (self.tr("even"), self.tr("odd"))
            column = dialog.column
            told = (None, "") if column is None else (column.values, column.unit)
            own = sequence_data(dialog.asked, dialog.title, names, *told)
            self._editor.apply(later("Text", "Make sequences"), self.tables.with_room(fitted(self._with(own))))
        dialog.deleteLater()

    def _take(self, drawing: Drawing) -> None:
        own = data_of(drawing, QCoreApplication.translate("Making", "Drawn"), class_name)
        self._editor.apply(later("Text", "Draw points"), fitted(self._with(own)))
        self._play()

    def _with(self, own: OwnData) -> Document:
        """The document with these data: as it was but for them, where they are a drawing with another stroke."""
        document, before = self._editor.document, self._editor.document.data.own
        if before is not None and before.maker == own.maker and before.task == own.task:
            return edits.set_data(document, replace(document.data, own=own))
        share = document.data.train_share
        return edits.choose_own(document, own, share if before is None else max(share, 50.0), document.data.seed)

    # As every part

    def show_document(self, document: Document) -> None:
        if self.board is not None:
            self.board.show_document(document)

    def show_frame(self, frame: Frame) -> None:
        if self.board is not None:
            self.board.show_frame(frame)

    def forget(self) -> None:
        if self.board is not None:
            self.board.forget()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.board is not None:
            self.board.show_theme(theme)
