"""The lab's right column: where a number comes from, the usual mistakes, and other calls worth a look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from playground.lab.operation import Operation
from playground.ui.lab.laying import CodeButton, empty
from playground.ui.lab.source_panel import SourcePanel
from playground.ui.texts.lab.operations import operation_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, heading


class SideColumn(QScrollArea):
    """`tried` tells a whole call as code, `gone_to` one as a value."""

    tried = Signal(str)
    gone_to = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources, self._tries = SourcePanel(theme), QVBoxLayout()
        self.menu = QMenu(self)
        inside = QWidget(self)
        inside.setProperty("look", "panel")
        column = self._column = QVBoxLayout(inside)
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

    def give(self, line: QBoxLayout | None) -> None:
        """In a narrow lab its first part stands in a line elsewhere, the calls in `menu`; None takes it back."""
        self.setVisible(line is None)
        self.sources.show_in_line(line is not None)
        if line is None:
            self._column.insertWidget(0, self.sources)
        else:
            line.insertWidget(0, self.sources, 1)
        self.sources.show()

    def show_operation(self, operation: Operation) -> None:
        """What is tried with it."""
        empty(self._tries)
        self.menu.clear()
        for title, codes in (
            (self.tr("Break it"), operation.mistakes),
            (self.tr("Also in the course"), operation.course),
        ):
            if codes:
                self._tries.addWidget(heading(title))
                self.menu.addSection(title)
            for code in codes:
                button = CodeButton(code, self)
                button.clicked.connect(lambda _=False, text=code: self.tried.emit(text))
                self._tries.addWidget(button)
                self.menu.addAction(code).triggered.connect(lambda _=False, text=code: self.tried.emit(text))
        if operation.way:
            self._tries.addWidget(heading(self.tr("One after another")))
            self.menu.addSection(self.tr("One after another"))
        for number, call in enumerate(operation.way, start=1):
            said = ", ".join(f"{name}={value}" for name, value in call.parameters)
            title = f"{number}  {operation_title(call.operation)}" + (f" · {said}" if said else "")
            button = CodeButton(title, self)
            button.clicked.connect(lambda _=False, to=call: self.gone_to.emit(to))
            self._tries.addWidget(button)
            self.menu.addAction(title).triggered.connect(lambda _=False, to=call: self.gone_to.emit(to))
