"""A part of the course: its name and what it is about, its rows of the curriculum, and its lessons in a grid."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.lessons.course import rows_of
from playground.ui.lessons.course.card import HIGH, NARROWEST
from playground.ui.lessons.course.row_chips import RowChips
from playground.ui.texts.learning.curriculum import group_line, group_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, letters
from playground.ui.widgets.parts import CutLabel, TextLabel

ACROSS, DOWN, HEAD_GAP = 12, 10, 10


class Group(QWidget):
    """Cards are given to it, and stand in as many columns as there is room for."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = TextLabel(group_title(name), scale=1.3, bold=True, parent=self)
        self.line = CutLabel(group_line(name), scale=SMALL, muted=True, parent=self)
        self.rows = RowChips(() if name == "own" else rows_of(name), theme, self)
        self.cards: list[QWidget] = []

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """These, in this order; a tab goes through them in it."""
        self.cards = list(cards)
        for card in cards:
            card.setParent(self)
            card.show()
        for before, after in pairwise(cards):
            QWidget.setTabOrder(before, after)
        self._place()

    def show_theme(self, theme: Theme) -> None:
        self.rows.show_theme(theme)
        self._place()

    @property
    def columns(self) -> int:
        return max(1, int((self.width() + ACROSS) // (NARROWEST * letters() + ACROSS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self.width():
            return
        self.title.adjustSize()
        title = self.title.sizeHint()
        chips = self.rows.width_of_all()
        beside = title.width() + 12 + self.line.sizeHint().width() + 24 + chips <= self.width()
        y = title.height()
        if beside:
            self.rows.setGeometry(self.width() - chips, 2, chips, self.rows.place(chips))
        elif self.rows.chips:
            high = self.rows.place(self.width())
            self.rows.setGeometry(0, y + 4, self.width(), high)
            y += 4 + high
        left = title.width() + 12
        room = self.width() - left - (chips + 24 if beside else 0)
        self.line.setGeometry(left, 1, max(0, room), title.height())
        self.line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._place_cards(y + HEAD_GAP)

    def _place_cards(self, top: int) -> None:
        columns, high = self.columns, round(HIGH * letters())
        step = (self.width() + ACROSS) / columns
        for at, card in enumerate(self.cards):
            row, column = divmod(at, columns)
            left, right = round(column * step), round((column + 1) * step) - ACROSS
            card.setGeometry(left, top + row * (high + DOWN), right - left, high)
        rows = -(-len(self.cards) // columns)
        self.setFixedHeight(top + max(0, rows * (high + DOWN) - DOWN))
