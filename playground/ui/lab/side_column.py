"""The lab's right column: where a number comes from, the usual mistakes, and other calls worth a look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from playground.lab.operation import Operation
from playground.ui.lab.laying import CodeButton, empty
from playground.ui.lab.source_panel import SourcePanel
from playground.ui.widgets.parts import Line, heading


class SideColumn(QScrollArea):
    """`tried` tells a whole call as code."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources, self._tries = SourcePanel(), QVBoxLayout()
        inside = QWidget(self)
        inside.setProperty("look", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.sources)
        column.addWidget(Line())
        column.addLayout(self._tries)
        column.addStretch(1)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def show_operation(self, operation: Operation) -> None:
        """What is tried with it."""
        empty(self._tries)
        for title, codes in (
            (self.tr("Break it"), operation.mistakes),
            (self.tr("Also in the course"), operation.course),
        ):
            if codes:
                self._tries.addWidget(heading(title))
            for code in codes:
                button = CodeButton(code, self)
                button.clicked.connect(lambda _=False, text=code: self.tried.emit(text))
                self._tries.addWidget(button)
