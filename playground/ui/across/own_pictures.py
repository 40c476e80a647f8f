"""Pictures, out of a folder of class folders or of a known set, into the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from playground.document.checks.fitting import fitted
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.own_data import OwnData
from playground.ui.dialogs.dropped import FOLDER
from playground.ui.editor import Editor
from playground.ui.pictures.dialog import OpenPictures, ask_pictures
from playground.ui.pictures.finding import ENDINGS
from playground.ui.pictures.galleries import KnownPictures
from playground.ui.texts.said import later
from playground.ui.theme import Theme


class OwnPictures(QObject):
    """What is opened becomes the document's data in one step, with an end of the network that suits it."""

    endings = (FOLDER, *ENDINGS)

    def __init__(
        self,
        editor: Editor,
        with_room: Callable[[Document], Document],
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._editor, self._with_room, self._theme, self._window = editor, with_room, theme, window

    def ask(self) -> None:
        """A folder that a person chooses."""
        folder = ask_pictures(self._window, self.tr("A folder with a folder for each class"))
        if folder:
            self.open(folder)

    def open(self, place: Path) -> None:
        """Show how it is read; the document changes once a person says Open."""
        dialog = OpenPictures(place, self._editor.document.data, self._theme(), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and (own := dialog.data) is not None:
            changed = fitted(edits.choose_own(self._editor.document, own, dialog.train_share, dialog.shuffle_seed))
            self._editor.apply(later("Text", "Open pictures"), self._with_room(changed))
        dialog.deleteLater()

    def ask_known(self) -> None:
        """One of the known sets, which is fetched where it is not there."""
        present = self._editor.document.data.own
        dialog = KnownPictures(present, self._theme(), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and (own := dialog.data) is not None:
            self._editor.apply(later("Text", "Choose pictures"), self._with(own, dialog.train_share))
        dialog.deleteLater()

    def _with(self, own: OwnData, train_share: float) -> Document:
        document = self._editor.document
        present = document.data.own
        if present is not None and present.absent and present.digest == own.digest:
            # What a project has named is here now; all else of it stays as it is.
            return edits.set_data(document, replace(document.data, own=replace(present, absent=False)))
        return self._with_room(fitted(edits.choose_own(document, own, train_share, document.data.seed)))
