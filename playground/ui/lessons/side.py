"""The place at the left: Data and Layers below each other, or, with a lesson, each of the three behind a tab.

Beside the lab the lesson stands alone: there is one lesson panel, which goes from one place to the other.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from playground.ui.icons import icon
from playground.ui.lessons.panel import LessonPanel
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, tool_button


class Side(QWidget):
    """`column` holds the panels of data and layers. `close_asked` is the cross beside the tabs."""

    close_asked = Signal()

    def __init__(self, theme: Theme, column: QWidget, data: QWidget, layers: QWidget) -> None:
        super().__init__()
        self.lesson, self._panels = LessonPanel(theme), (data, layers)
        self.setProperty("look", "panel")
        self.tabs = QTabBar()
        self.tabs.setProperty("look", "places")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for title in (self.tr("Lesson"), self.tr("Data"), self.tr("Layers")):
            self.tabs.addTab(title)
        self.tabs.setAccessibleName(self.tr("Lesson, data and layers"))
        self.tabs.currentChanged.connect(self._show_tab)
        self.close_lesson = tool_button(icon("close", theme, "muted"), self.tr("Close lesson"))
        self.close_lesson.clicked.connect(self.close_asked)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.close_lesson)
        self._line = Line()
        self._column = column
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self._head, self._line):
            whole.addWidget(part)
        # No stack: what is not shown needs no room.
        whole.addWidget(column, 1)
        whole.addWidget(self.lesson, 1)
        self._lent = False
        self.show_lesson(False)

    @property
    def has_lesson(self) -> bool:
        return not self._head.isHidden()

    def show_lesson(self, on: bool) -> None:
        """With the lesson in front, or as it is without one."""
        self._head.setVisible(on)
        self._line.setVisible(on)
        self.tabs.setCurrentIndex(0)
        self._show_tab(0)

    def _show_tab(self, number: int) -> None:
        alone = self.has_lesson
        in_front = alone and number == 0
        self.lesson.setVisible(alone and (in_front or self._lent))
        self._column.setVisible(not in_front)
        for place, panel in enumerate(self._panels, 1):
            panel.setVisible(not alone or place == number or number == 0)

    def lend(self) -> LessonPanel:
        """The lesson, to be put elsewhere."""
        self._lent = True
        return self.lesson

    def take_back(self) -> None:
        """The lesson stands here again."""
        if self._lent:
            self._lent = False
            whole = self.layout()
            assert whole is not None
            whole.addWidget(self.lesson)
            self._show_tab(self.tabs.currentIndex())

    def bring(self, part: QWidget) -> None:
        """The tab that this part of it is on. The step that one reads is not taken away: see `tab_to`."""
        if self.has_lesson and (self._lent or self.lesson.isAncestorOf(part)):
            self.tabs.setCurrentIndex(self._tab_of(part))

    def tab_to(self, part: QWidget) -> QRect:
        """Where in `tabs` one presses to see this part; empty where it is seen, hidden, or elsewhere."""
        number = self._tab_of(part)
        behind = self.has_lesson and number > 0 and number != self.tabs.currentIndex()
        panel = self._panels[number - 1]
        there = behind and (part is panel or part.isVisibleTo(panel))
        return self.tabs.tabRect(number) if there else QRect()

    def _tab_of(self, part: QWidget) -> int:
        found = (n for n, panel in enumerate(self._panels, 1) if panel is part or panel.isAncestorOf(part))
        return next(found, 0)

    def show_theme(self, theme: Theme) -> None:
        self.lesson.show_theme(theme)
        self.close_lesson.setIcon(icon("close", theme, "muted"))
