"""Asks which data a new network is to learn from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from playground.document.settings import DATASETS, DataSettings
from playground.ui.text import data_title
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.thumbnail import Thumbnail, data_picture

COLUMNS, SIDE = 5, 76


class NewData(QDialog):
    """A picture of each data set; a click chooses it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New network"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(TextLabel(self.tr("Which data is it to learn from?"), bold=True))
        grid = QGridLayout()
        grid.setSpacing(10)
        self.thumbnails: dict[str, Thumbnail] = {}
        for place, name in enumerate(DATASETS):
            grid.addLayout(self._entry(name, place), *divmod(place, COLUMNS))
        column.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _entry(self, name: str, place: int) -> QVBoxLayout:
        thumbnail = Thumbnail(name)
        thumbnail.show_picture(data_picture(DataSettings(name)))
        thumbnail.setFixedSize(SIDE, SIDE)
        thumbnail.clicked.connect(lambda: self._choose(name))
        thumbnail.walked.connect(lambda down, right: self._walk(place + right + down * COLUMNS))
        self.thumbnails[name] = thumbnail
        entry = QVBoxLayout()
        entry.setSpacing(3)
        entry.addWidget(thumbnail)
        entry.addWidget(TextLabel(data_title(name), scale=SMALL, muted=True))
        return entry

    def _walk(self, place: int) -> None:
        names = list(self.thumbnails)
        if 0 <= place < len(names):
            self.thumbnails[names[place]].setFocus()

    def _choose(self, name: str) -> None:
        self.accept()
        self.chosen.emit(name)
