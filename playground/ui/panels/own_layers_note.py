"""What happened to a person's own layers, below the palette: one that was removed, files that cannot be used."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.document.files.own_layers import OwnLayer
from playground.ui.own_layers import OwnLayers
from playground.ui.text import error_text
from playground.ui.widgets.parts import TextLabel


class OwnLayersNote(QFrame):
    """Hidden while there is nothing to say; its links bring back what was removed, or send the words away."""

    def __init__(self, own_layers: OwnLayers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_layers = own_layers
        self._gone: OwnLayer | None = None
        self.setProperty("look", "note")
        self.words = TextLabel(wrap=True)
        self.words.setForegroundRole(self.foregroundRole())
        self.undo = QPushButton(self.tr("Bring it back"))
        self.away = QPushButton(self.tr("Close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(4)
        column.addWidget(self.words)
        row = QHBoxLayout()
        for button, run in ((self.undo, self._bring_back), (self.away, self.hide)):
            button.setProperty("look", "link")
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        self.hide()
        self._tell_troubles()

    def forget(self, name: str) -> None:
        """Keep the layer of this name no longer."""
        try:
            self._gone = self._own_layers.forget(name)
        except OSError as error:
            self._gone = None
            self._say(self.tr("“{name}” could not be removed: {reason}").format(name=name, reason=error_text(error)))
            return
        self._say(self.tr("“{name}” is no longer among your own layers.").format(name=name))

    def _bring_back(self) -> None:
        gone, self._gone = self._gone, None
        self.hide()
        if gone is not None:
            try:
                self._own_layers.keep(gone)
            except OSError as error:
                words = self.tr("“{name}” could not be kept: {reason}")
                self._say(words.format(name=gone.name, reason=error_text(error)))

    def _tell_troubles(self) -> None:
        lines = [
            self.tr("The own layer in {file} cannot be used: {reason}").format(file=name, reason=error_text(error))
            for name, error in self._own_layers.troubles
        ]
        if lines:
            more = len(lines) - 3
            self._say("\n".join([*lines[:3], *([self.tr("And {count} more.").format(count=more)] if more > 0 else [])]))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.undo.setVisible(self._gone is not None)
        self.show()
