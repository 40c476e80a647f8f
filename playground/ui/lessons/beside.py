"""The lesson at the left of another place than the network, with a name and a cross as the tabs there have."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from playground.ui.icons import icon
from playground.ui.lessons.side import Side
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, heading, tool_button

LESSON_WIDE, LESSON_SHARE = 400, 0.3125


class Beside(QSplitter):
    """A place of the window, `side`'s lesson at its left while one is open and this place is seen."""

    def __init__(self, part: QWidget, side: Side, theme: Theme) -> None:
        super().__init__()
        self._side, self._first = side, True
        self._place = QWidget()
        self._place.setProperty("look", "panel")
        self._close = tool_button(icon("close", theme, "muted"), self.tr("Close lesson"))
        self._close.clicked.connect(side.close_asked)
        head, self._column = QHBoxLayout(), QVBoxLayout(self._place)
        head.setContentsMargins(16, 4, 8, 4)
        head.addWidget(heading(self.tr("Lesson")), 1)
        head.addWidget(self._close)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(Line())
        self._place.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(self._place)
        self.addWidget(part)
        self.setStretchFactor(1, 1)

    def follow(self, seen: bool) -> None:
        """Whether this place is seen; the lesson comes with a person."""
        here = seen and self._side.has_lesson
        if here and self._place.isHidden():
            self._column.addWidget(self._side.lend(), 1)
            self._side.lesson.show()
        elif not here:
            self._side.take_back()
        self._place.setVisible(here)
        if here and self._first:
            self._first = False
            wide = int(min(LESSON_WIDE, LESSON_SHARE * self.width()))
            self.setSizes([wide, self.width() - wide])

    def show_theme(self, theme: Theme) -> None:
        self._close.setIcon(icon("close", theme, "muted"))
