"""What an empty network offers: to connect Data and Output, or to put a layer between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from playground.document.document import Document
from playground.ui.canvas.stage.stage import Stage
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel

AWAY = 20


class FirstSteps(QFrame):
    """Seen in the middle below, while there is nothing but Data and Output and nothing joins them."""

    connect_asked = Signal()
    layer_asked = Signal()

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("first_steps")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(TextLabel(self.tr("Build a way from Data to Output:"), muted=True))
        self.connecting, self.adding = QPushButton(self.tr("Connect")), QPushButton(self.tr("Add a layer"))
        self.adding.setDefault(True)
        for button, asked in ((self.connecting, self.connect_asked), (self.adding, self.layer_asked)):
            button.clicked.connect(asked)
            row.addWidget(button)
        self.show_theme(view.theme)
        self.hide()

    def show_document(self, document: Document) -> None:
        self.setVisible(len(document.graph.nodes) == 2 and not document.graph.edges)
        self.show_place()

    def show_place(self) -> None:
        self.adjustSize()
        room = self._view.rect()
        self.move((room.width() - self.width()) // 2, room.bottom() - self.height() - AWAY)

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"#first_steps {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 10px; }}"
        )
