"""The worst examples beside a page, and of which cell of the matrix they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from playground.ui.plots.predictions.worst_list import WorstList
from playground.ui.theme import Theme
from playground.ui.widgets.plain import PlainLabel


class WorstSide(QWidget):
    """The list below its title, and a chip for the chosen cell: `all_asked` where a person sends it away."""

    all_asked = Signal()

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.list = PlainLabel(title), WorstList(theme)
        self.filter = QPushButton(self)
        self.filter.setProperty("look", "chip")
        self.filter.setToolTip(self.tr("Show the worst of all rows again."))
        self.filter.clicked.connect(self.all_asked)
        self.filter.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.filter):
            column.addWidget(part)
        column.addWidget(self.list, 1)

    def show_cell(self, true: str, guessed: str) -> None:
        """Those of one class that are taken for another."""
        self.filter.setText(self.tr("true {true}, predicted {guessed}  ×").format(true=true, guessed=guessed))

    def show_theme(self, theme: Theme) -> None:
        self.list.show_theme(theme)
        self.title.setStyleSheet(f"color: {theme.muted}")
