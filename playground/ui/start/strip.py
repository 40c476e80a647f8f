"""The strip at the top of the start page, one place for one thing: the four steps, later the last document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from playground.ui.icons import icon
from playground.ui.texts.start import STEPS, step_line, step_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel, tool_button
from playground.ui.widgets.plain import PlainLabel

HIGH = 88


class Strip(QFrame):
    """`start_asked` begins the tour, `go_on_asked` goes on with the last document, `dismissed` sends the tour away."""

    start_asked = Signal()
    go_on_asked = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("strip")
        self.setFixedHeight(HIGH)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        self._pages = QStackedWidget()
        row.addWidget(self._pages, 1)
        self.button = QPushButton()
        self.button.setDefault(True)
        self.button.setMinimumSize(96, 34)
        self.button.clicked.connect(self._ask)
        self.close_tour = tool_button(icon("close", theme), self.tr("Do not show these steps again"))
        self.close_tour.clicked.connect(self.dismissed)
        row.addWidget(self.button)
        row.addWidget(self.close_tour)
        self._pages.addWidget(self._steps())
        self._pages.addWidget(self._last())
        self.show_theme(theme)

    def _steps(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_two(self.tr("New here?"), self.tr("Four steps, two minutes.")), 3)
        self._numbers: list[QLabel] = []
        for number, name in enumerate(STEPS, 1):
            circle = PlainLabel(str(number))
            circle.setFixedSize(30, 30)
            circle.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._numbers.append(circle)
            row.addWidget(circle)
            row.addWidget(_two(step_title(name), step_line(name)), 2)
        return made

    def _ask(self) -> None:
        asked = self.start_asked if self._pages.currentIndex() == 0 else self.go_on_asked
        asked.emit()

    def _last(self) -> QWidget:
        self._title, self._line = TextLabel(bold=True), TextLabel(scale=SMALL, muted=True)
        return _stacked(self._title, self._line)

    def show_steps(self) -> None:
        self._pages.setCurrentIndex(0)
        self.button.setText(self.tr("Start"))
        self.close_tour.show()

    def show_last(self, title: str, path: Path | None) -> None:
        """The document that is open, or that was last: its name, and its folder."""
        self._pages.setCurrentIndex(1)
        self._title.setText(title)
        self._line.setText(str(path.parent) if path is not None else self.tr("The network that is open."))
        self.button.setText(self.tr("Go on"))
        self.close_tour.hide()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(
            f"#strip {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 10px; }}"
        )
        for circle in self._numbers:
            circle.setStyleSheet(f"color: {theme.accent}; border: 1px solid {theme.accent}; border-radius: 15px;")
        self.close_tour.setIcon(icon("close", theme))


def _two(title: str, line: str) -> QWidget:
    return _stacked(TextLabel(title, bold=True), TextLabel(line, scale=SMALL, muted=True))


def _stacked(title: QWidget, line: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addStretch()
    column.addWidget(title)
    column.addWidget(line)
    column.addStretch()
    return made
