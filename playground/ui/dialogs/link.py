"""Pasting a link of TensorFlow Playground, with a look at what it will open."""

from __future__ import annotations

import random

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.files.link import LinkError, Remark, is_link, read_link
from playground.ui.text import link_error_text, link_summary, remarks_text
from playground.ui.widgets.parts import TextLabel

LINES, MOST_REMARKS, WIDTH = 5, 5, 560
EXAMPLE = "https://playground.tensorflow.org/#activation=tanh&dataset=circle&networkShape=4,2&seed=0.1"


class LinkDialog(QDialog):
    """Asks for a link, or the part of one from # on; what the clipboard holds stands there already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.remarks: tuple[Remark, ...] = ()
        # One for as long as the dialog is open, so that the words below do not dance.
        self._seed = f"{random.random():.5f}"
        self.setWindowTitle(self.tr("Open link"))
        self._build()
        clipboard = QApplication.clipboard().text().strip()
        if is_link(clipboard):
            self.field.setPlainText(clipboard)
            self.field.selectAll()
        self._read()

    def _build(self) -> None:
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setTabChangesFocus(True)
        self.field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + 16)
        self.field.setAccessibleName(self.tr("Link"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._read)
        self.summary = TextLabel(wrap=True, bold=True)
        self.details = TextLabel(muted=True, wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self.open_button = buttons.button(QDialogButtonBox.StandardButton.Open)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("Paste a link of TensorFlow Playground, or its part from # on.")))
        for part in (self.field, self.summary, self.details):
            column.addWidget(part)
        column.addStretch()
        column.addSpacing(4)
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH)

    def _read(self) -> None:
        """Say what the text would open, or why it would not."""
        text = self.field.toPlainText().strip()
        self.document, self.remarks = None, ()
        try:
            self.document, self.remarks = read_link(text, self._seed)
        except LinkError as error:
            self.summary.setText(link_error_text(error.code) if text else "")
            self.details.setText("")
        else:
            self.summary.setText(link_summary(self.document))
            self.details.setText(remarks_text(self.remarks, MOST_REMARKS))
        self.open_button.setEnabled(self.document is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A link has no lines, so Return opens it.
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.type() == QEvent.Type.KeyPress and self.open_button.isEnabled():
                self.accept()
            return True
        return super().eventFilter(watched, event)
