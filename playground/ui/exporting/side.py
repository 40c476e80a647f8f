"""The kind of file that is looked at: what it is for and cannot hold, what it gave, and how it is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.frames.formats import Format
from playground.frames.proof import Proof
from playground.ui.exporting.said import again, purpose
from playground.ui.texts.exports.sentences import FORMS, export_title
from playground.ui.texts.numbers import power_text, size_text
from playground.ui.texts.said import said
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel, heading

WIDE = 340


class SidePanel(QScrollArea):
    """Made of words and lines of code alone, which `show_format` changes.

    `deleted`, `kept`: what is to become of a file that failed its check; `asked_which`: which kind is for what.
    """

    deleted, kept, asked_which = Signal(), Signal(), Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDE)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title, self.words = heading(""), TextLabel("", muted=True, wrap=True)
        self.proof, self.forms = TextLabel("", wrap=True), FormsTable()
        self.lost_heading = TextLabel(self.tr("What it cannot hold of this network"), bold=True)
        self.lost = TextLabel("", wrap=True)
        for label in (self.lost_heading, self.lost):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.colour("note_ink"))
            label.setPalette(palette)
        self._again = TextLabel(self.tr("Open it again"), muted=True)
        self.code, self.copy = self._code(), QPushButton(self.tr("Copy"))
        self.copy.setProperty("look", "link")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.code.toPlainText()))
        self.keep = self._button(self.tr("Keep the file"), "outlined", self.kept)
        self.delete = self._button(self.tr("Delete it"), "outlined", self.deleted)
        self.which = self._button(self.tr("Which format for what?"), "link", self.asked_which)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        parts = (self.title, self.words, self.proof, self.forms, self.lost_heading, self.lost, self._again, self.code)
        for part in parts:
            column.addWidget(part)
        column.insertLayout(parts.index(self.forms) + 1, self._row(self.keep, self.delete))
        column.addLayout(self._row(self.copy, self.which))
        column.addStretch()
        self.setWidget(inside)

    def _button(self, words: str, look: str, pressed: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("look", look)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _row(self, *buttons: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        return row

    def _code(self) -> QPlainTextEdit:
        code = QPlainTextEdit()
        code.setReadOnly(True)
        code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        code.setProperty("look", "code")
        code.setAccessibleName(self.tr("Open it again"))
        return code

    def show_format(
        self, row: Format, path: Path, said_of_it: str, lost: str, proofs: Mapping[str, Proof], asks: bool = False
    ) -> None:
        """`said_of_it`: how far it is; `lost`: what it cannot hold, a line each; proofs: by the formats' names.

        asks: whether to ask what becomes of the file.
        """
        for button in (self.keep, self.delete):
            button.setVisible(asks)
        self.title.setText(export_title(row))
        self.words.setText(purpose(row))
        self.proof.setText(said_of_it if row.name not in FORMS or row.name not in proofs else "")
        self.forms.setVisible(row.name in FORMS)
        self.forms.fill(proofs)
        self.lost.setText(lost)
        lines = again(row, path)
        self.code.setPlainText(lines)
        self.code.setFixedHeight((lines.count("\n") + 2) * self.code.fontMetrics().lineSpacing() + 24)
        self.proof.setVisible(bool(self.proof.text()))
        for label in (self.lost_heading, self.lost):
            label.setVisible(bool(lost))
        for part in (self._again, self.code, self.copy):
            part.setVisible(bool(lines))


class FormsTable(QWidget):
    """The forms of one kind of file side by side: size, largest difference, accuracy; a dash until it is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Form"), self.tr("Size"), self.tr("Difference"), self.tr("Accuracy"))
        for column, words in enumerate(heads):
            grid.addWidget(TextLabel(words, scale=SMALL, muted=True), 0, column, self._side(column))
        self.cells: dict[str, list[TextLabel]] = {}
        for place, name in enumerate(FORMS):
            title = TextLabel(said(FORMS, name), wrap=True)
            self.cells[name] = [title, *(TextLabel("–") for _ in heads[1:])]
            for column, cell in enumerate(self.cells[name]):
                grid.addWidget(cell, 1 + place, column, self._side(column))

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag(0)) | Qt.AlignmentFlag.AlignVCenter

    def fill(self, proofs: Mapping[str, Proof]) -> None:
        """What is known so far, by the formats' names."""
        whole = proofs.get("tflite")
        for name, (title, size, difference, accuracy) in self.cells.items():
            proof = proofs.get(name)
            words = said(FORMS, name)
            if proof is None:
                values = ("–", "–", "–")
            else:
                away = "–" if proof.difference is None else power_text(proof.difference)
                right = "–" if proof.accuracy is None else f"{proof.accuracy:.1%}"
                values = (size_text(proof.size), away, right)
                if whole is not None and proof is not whole and proof.size >= whole.size:
                    words = self.tr("{form}: nothing gained, no smaller than float32").format(form=words)
            title.setText(words)
            for cell, value in zip((size, difference, accuracy), values, strict=True):
                cell.setText(value)
