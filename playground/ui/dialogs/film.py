"""Saving the run as a film: which view, how long, where to; then how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFileDialog, QProgressDialog, QVBoxLayout, QWidget

from playground.ui.film import FilmMaker
from playground.ui.film_file import ENDINGS
from playground.ui.widgets.parts import FormRow, TextLabel

SECONDS = (5, 10, 20, 30, 60)
WIDTH = 360


class FilmDialog(QDialog):
    """Asks what the film shows and how long it lasts."""

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the run as a film"))
        self.view, self.length, self.kind = QComboBox(), QComboBox(), QComboBox()
        for name, title in titles.items():
            self.view.addItem(title, name)
        for seconds in SECONDS:
            self.length.addItem(self.tr("{seconds} s").format(seconds=seconds), seconds)
        self.length.setCurrentIndex(1)
        self.kind.addItem(self.tr("MP4 video"), ".mp4")
        self.kind.addItem(self.tr("GIF, for slides and pages"), ".gif")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(TextLabel(self.tr("Every kept moment of the run is shown once more and filmed."), wrap=True))
        column.addWidget(FormRow(self.tr("View"), self.view, self.tr("What is seen in the film")))
        column.addWidget(FormRow(self.tr("Length"), self.length, self.tr("How long the whole run takes in the film")))
        column.addWidget(FormRow(self.tr("Format"), self.kind, self.tr("MP4 is smaller, GIF plays everywhere")))
        column.addSpacing(4)
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH)

    @property
    def chosen(self) -> tuple[str, int, str]:
        """The view's name, the seconds, the ending."""
        return self.view.currentData(), self.length.currentData(), self.kind.currentData()


def ask_film_path(ending: str, title: str, parent: QWidget) -> Path | None:
    """Where to write the film; None where the question was left. Another ending than both kinds gets the chosen one."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, f"film{ending}", f"*{ending}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in ENDINGS else path.with_name(path.name + ending)


class FilmProgress(QProgressDialog):
    """How far the film is; Cancel or Esc stops it and leaves no file."""

    def __init__(self, maker: FilmMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the run as a film"))
        self.setLabelText(self.tr("Filming the run…"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(0)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.canceled.connect(maker.cancel)
        maker.progressed.connect(self._show)
        maker.finished.connect(self.deleteLater)

    def _show(self, taken: int, count: int) -> None:
        self.setMaximum(count)
        self.setValue(taken)
