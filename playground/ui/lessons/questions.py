"""Questions: answers to choose, a number, or one's own words. A wrong answer explains itself; there are no marks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from playground.lessons.lesson import Choice, Question
from playground.ui.icons import icon
from playground.ui.lessons.words import Words
from playground.ui.lessons.writing import plain_text, prose
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel, heading

LINES, FIELD = 3, 96
# What the keyboards of others write in a number.
SAME = str.maketrans(
    {"，": ".", ",": ".", "。": ".", "−": "-", "－": "-", "．": ".", "＋": "+"}
    | dict(zip("０１２３４５６７８９", "0123456789", strict=True))
)


def mark(part: QWidget, name: str) -> None:
    """Outline it: "right", "wrong", or "" for neither."""
    part.setProperty("mark", name)
    part.style().unpolish(part)
    part.style().polish(part)


def read_answer(text: str) -> float | None:
    """The number that was typed, as 0.2, 0,2 or 20 %; None where it is none."""
    text = text.strip().translate(SAME).replace("％", "%")
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return None


class Explanation(QWidget):
    """A word on how the answer was, and the reason."""

    def __init__(self, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._folder = theme, folder
        self.verdict = TextLabel(bold=True)
        self._picture = TextLabel()
        self._picture.setFixedWidth(16)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self.verdict, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        self.reason: Words | None = None
        self.hide()

    def say(self, verdict: str, right: bool | None, reason: str) -> None:
        """`right` is None where nobody can say so."""
        if self.reason is not None:
            self._column.removeWidget(self.reason)
            self.reason.hide()
            self.reason.deleteLater()
            self.reason = None
        colour = {True: "good", False: "validation", None: "muted"}[right]
        self.verdict.setText(verdict)
        self.verdict.setStyleSheet(f"color: {self._theme.colour(colour).name()}")
        self._picture.setVisible(right is True)
        self._picture.setPixmap(icon("check", self._theme, "good").pixmap(14, 14))
        self._head.setVisible(bool(verdict))
        if reason:
            self.reason = Words(prose(reason), self._theme, self._folder)
            self._column.addWidget(self.reason)
        self.setVisible(bool(verdict or reason))


class QuestionBox(QWidget):
    """`answered(answer, right)`: what was chosen or typed, as a text by which it is shown again, and whether it is
    right; one in own words always is."""

    answered = Signal(str, bool)

    def __init__(
        self, question: Question, order: str, theme: Theme, folder: Path = Path(), parent: QWidget | None = None
    ) -> None:
        """Choices stand in an order that `order` tells: the same one each time."""
        super().__init__(parent)
        self.question, self._theme, self._folder = question, theme, folder
        self.words = Words(prose(question.text), theme, folder)
        self.explanation = Explanation(theme, folder)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(heading(self.tr("Question")))
        self.column.addWidget(self.words)
        self._live = [self.words]
        self._make(order)
        self.column.addWidget(self.explanation)

    def _make(self, order: str) -> None:
        raise NotImplementedError

    def show_answer(self, answer: str) -> None:
        """As it was answered before; tells of nothing."""
        raise NotImplementedError

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        for words in self._live:
            words.show_facts(facts, formulas)

    def _say_right(self, reason: str) -> None:
        self.explanation.say(self.tr("Right"), True, reason)

    def _say_wrong(self, reason: str) -> None:
        self.explanation.say(self.tr("Not quite"), False, reason)


class ChoiceRow(QFrame):
    """An answer to choose, by its button or its words."""

    def __init__(self, choice: Choice, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setProperty("look", "choice")
        self.button = QRadioButton()
        self.button.setAccessibleName(plain_text(choice.text))
        self.words = Words(prose(choice.text), theme, folder, tight=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.click()


class ChoiceQuestion(QuestionBox):
    """Several answers, shuffled; each says at once why it is right or not."""

    def _make(self, order: str) -> None:
        choices = list(self.question.choices)
        Random(order).shuffle(choices)
        self.rows = [ChoiceRow(choice, self._theme, self._folder) for choice in choices]
        self._group = QButtonGroup(self)
        rows = QVBoxLayout()
        rows.setSpacing(4)
        for row in self.rows:
            self._live.append(row.words)
            self._group.addButton(row.button)
            rows.addWidget(row)
            row.button.clicked.connect(lambda _=False, row=row: self._choose(row))
        self.column.addLayout(rows)

    def _choose(self, row: ChoiceRow) -> None:
        self._show(row)
        self.answered.emit(str(self.question.choices.index(row.choice)), row.choice.right)

    def _show(self, chosen: ChoiceRow) -> None:
        for row in self.rows:
            mark(row, ("right" if row.choice.right else "wrong") if row is chosen else "")
        say = self._say_right if chosen.choice.right else self._say_wrong
        say(chosen.choice.why)

    def show_answer(self, answer: str) -> None:
        for row in self.rows:
            if answer == str(self.question.choices.index(row.choice)):
                row.button.setChecked(True)
                self._show(row)


class NumberQuestion(QuestionBox):
    """A number within a tolerance; any number of tries, Enter checks."""

    def _make(self, order: str) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("a number"))
        self.field.setAccessibleName(plain_text(self.question.text))
        self.field.setFixedWidth(FIELD)
        self.field.returnPressed.connect(self._check)
        self.field.textEdited.connect(lambda _: mark(self.field, ""))
        self.check = QPushButton(self.tr("Check"))
        self.check.setProperty("look", "outlined")
        self.check.clicked.connect(self._check)
        self.tries = TextLabel(self.tr("as many tries as you like"), scale=SMALL, muted=True, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self.check)
        row.addWidget(self.tries, 1)
        row.addStretch()
        self.column.addLayout(row)

    def _check(self) -> None:
        if self.field.text().strip():
            right = self._show()
            self.answered.emit(self.field.text().strip(), right)

    def _show(self) -> bool:
        number, answer = read_answer(self.field.text()), self.question.answer
        right = number is not None and answer is not None and abs(number - answer) <= self.question.tolerance + 1e-9
        mark(self.field, "right" if right else "wrong")
        self.tries.setVisible(not right)
        if right:
            self._say_right(self.question.why)
        elif number is None:
            self._say_wrong(self.tr("This is not a number."))
        else:
            self._say_wrong(self.tr("Look again, and try another number."))
        return right

    def show_answer(self, answer: str) -> None:
        self.field.setText(answer)
        self._show()


class OwnWords(QuestionBox):
    """A sentence of one's own, kept for the teacher; afterwards what one might have written."""

    def _make(self, order: str) -> None:
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(self.tr("In your own words"))
        self.field.setAccessibleName(plain_text(self.question.text))
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + 20)
        self.done = QPushButton(self.tr("Compare") if self.question.why else self.tr("Done"))
        self.done.setProperty("look", "outlined")
        self.done.clicked.connect(self._finish)
        self.column.addWidget(self.field)
        self.column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)

    def _finish(self) -> None:
        if text := self.field.toPlainText().strip():
            self._show()
            self.answered.emit(text, True)

    def _show(self) -> None:
        mark(self.field, "right")
        self.explanation.say(self.tr("One might have written") if self.question.why else "", None, self.question.why)

    def show_answer(self, answer: str) -> None:
        self.field.setPlainText(answer)
        self._show()


def question_box(question: Question, order: str, theme: Theme, folder: Path) -> QuestionBox:
    """The kind of box that the question needs."""
    kind = ChoiceQuestion if question.choices else OwnWords if question.answer is None else NumberQuestion
    return kind(question, order, theme, folder)
