"""The goals of a step: ticks that stay, and how far one is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from playground.lessons.expressions import Call, Comparison, Every, Expression, Fact, Some
from playground.lessons.lesson import Goal, Goals
from playground.ui.icons import paint_icon
from playground.ui.lessons.words import Words
from playground.ui.lessons.writing import Live, plain_text, prose
from playground.ui.texts.numbers import NOTHING
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import Line, TextLabel, heading

SIDE = 18


class Tick(QWidget):
    """Empty, or green with a tick; it can have the keys so that a screen reader finds it, and only facts change it."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._theme, self.done = name, theme, False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(SIDE + 4, SIDE + 4)
        self._say()

    def show_done(self, done: bool) -> None:
        if done != self.done:
            self.done = done
            self._say()
            self.update()

    def _say(self) -> None:
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.tr("Reached") if self.done else self.tr("Not reached yet"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2.5, 2.5, SIDE - 1, SIDE - 1)
        focused = self.hasFocus()
        edge = "accent" if focused else "good" if self.done else "edge"
        painter.setPen(QPen(self._theme.colour(edge), 2 if focused else 1.2))
        painter.setBrush(self._theme.colour("good") if self.done else self._theme.colour("field"))
        painter.drawRoundedRect(box, 5, 5)
        if self.done:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), self._theme.colour("panel"))
        painter.end()


class GoalRow(QWidget):
    """A goal: its tick, its words, and at the right the number that it is about, as it is now."""

    def __init__(self, goal: Goal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal, self._live = goal, _about(goal)
        self.tick = Tick(plain_text(goal.text), theme)
        self.words = Words(prose(goal.text), theme, tight=True)
        self.now = TextLabel(scale=SMALL, muted=True)
        self.now.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.now, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        self.words.show_facts(facts, formulas)
        text = self._live.text(facts) if self._live is not None else NOTHING
        self.now.setText(self.tr("now {number}").format(number=text) if text != NOTHING else "")

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, SIDE + 8))


def _about(goal: Goal) -> Live | None:
    """The number that is compared first."""
    found = _first(goal.condition.tree)
    live = Live("", found) if found is not None else None
    return live if live is not None and live.kind in ("number", "share") else None


def _first(tree: Expression) -> Expression | None:
    match tree:
        case Every(parts) | Some(parts):
            return next((found for part in parts if (found := _first(part)) is not None), None)
        case Comparison(_, values):
            return next((value for value in values if isinstance(value, Fact | Call)), None)
    return None


class GoalList(QWidget):
    """Goals under their heading, with how many of them are reached."""

    def __init__(self, goals: Goals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = [GoalRow(goal, theme) for goal in goals.goals]
        self.count = TextLabel(scale=SMALL, muted=True)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 6)
        head.addWidget(heading(self.tr("Goals")), 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(Line())
        self.show_ticks(())

    def show_ticks(self, ticked: Collection[int]) -> None:
        """The places of the goals in this list that have been reached."""
        for place, row in enumerate(self.rows):
            row.tick.show_done(place in ticked)
        done = sum(row.tick.done for row in self.rows)
        self.count.setText(self.tr("{done} of {all}").format(done=done, all=len(self.rows)))

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        for row in self.rows:
            row.show_facts(facts, formulas)
