"""Whose random numbers make the data, and where they start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.limits import limits
from playground.document.settings import DataSettings
from playground.ui.editor import Editor
from playground.ui.panels.form import SettingsForm, with_setting
from playground.ui.text import changing
from playground.ui.theme import Theme

SHOWN = ("generator", "seed", "seed_text")
# The data panel holds all else.
ELSEWHERE = tuple(name for name in limits(DataSettings) if name not in SHOWN)


class DrawsForm(SettingsForm):
    """The generator and its seed: a number for numpy's, a text for seedrandom's. Each edit is one undo step."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, ELSEWHERE, parent=parent)
        self._editor = editor
        self.moved.connect(lambda name, value: editor.preview(self._with(name, value)))
        self.changed.connect(lambda name, value: editor.apply(changing(name), self._with(name, value)))
        self.cancelled.connect(editor.cancel)

    def _with(self, name: str, value: object) -> Document:
        document = self._editor.document
        data = with_setting(document.data, name, value)
        if data.generator == "seedrandom" and not data.seed_text:
            # A link cannot leave its seed empty.
            data = replace(data, seed_text=str(data.seed))
        return edits.set_data(document, data)

    def show_document(self, document: Document) -> None:
        self.show_value(document.data)
        generator, seed = self.rows["generator"], self.rows["seed"]
        if self._column.indexOf(generator) > 0:
            # Which seed it is follows from the generator.
            self._column.insertWidget(0, generator)
            self.setTabOrder(generator.field, seed.field)
        text = document.data.generator == "seedrandom"
        seed.setVisible(not text)
        self.rows["seed_text"].setVisible(text)
