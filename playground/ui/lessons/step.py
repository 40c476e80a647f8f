"""One step of a lesson, as a column of widgets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.lessons.lesson import Code, Goals, Hint, Lab, Lesson, Load, Part, Question, Text, Walk
from playground.ui.icons import icon
from playground.ui.lessons.blocks import CodeBlock, FormulaBlock
from playground.ui.lessons.goals import GoalList
from playground.ui.lessons.questions import QuestionBox, question_box
from playground.ui.lessons.words import Words
from playground.ui.lessons.writing import Display, Listing, Prose, pieces, plain_text, prose
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel

SIDES, BETWEEN, STEP_TITLE = 24, 16, 1.22
Live = Words | FormulaBlock | CodeBlock | GoalList | QuestionBox


@dataclass(frozen=True, slots=True)
class Done:
    """What of a step is done: places of the goals that are reached, counted through all its lists, and the answers
    to its questions, by their places."""

    ticks: frozenset[int] = frozenset()
    answers: Mapping[int, str] = field(default_factory=dict)


def live_pieces(markdown: str, theme: Theme, folder: Path) -> list[Words | FormulaBlock | CodeBlock]:
    """A text as widgets, one below the other."""
    made: list[Words | FormulaBlock | CodeBlock] = []
    for piece in pieces(markdown):
        match piece:
            case Prose():
                made.append(Words(piece, theme, folder))
            case Display(tex):
                made.append(FormulaBlock(tex, theme))
            case Listing(text):
                made.append(CodeBlock(text, theme, python=False))
    return made


class Fold(QWidget):
    """A title that opens what is below it."""

    def __init__(self, title: str, inside: list[Words | FormulaBlock | CodeBlock], theme: Theme) -> None:
        super().__init__()
        self._theme, self.inside = theme, QWidget()
        self.button = QPushButton(plain_text(title) or self.tr("Hint"))
        self.button.setCheckable(True)
        self.button.setProperty("look", "link")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._fold)
        below = QVBoxLayout(self.inside)
        below.setContentsMargins(20, 2, 0, 0)
        below.setSpacing(8)
        for part in inside:
            below.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self.inside)
        self._fold(False)

    def _fold(self, opened: bool) -> None:
        self.inside.setVisible(opened)
        self.button.setIcon(icon("chevron-down" if opened else "chevron-right", self._theme, "accent"))


class StepColumn(QWidget):
    """`called(address)` is a command in the text; `answered(place, answer, right)` of the question at that place;
    `asked(part)` of a part that opens something: its network again, the lab, the walk back."""

    called = Signal(str)
    answered = Signal(int, str, bool)
    asked = Signal(object)

    def __init__(self, lesson: Lesson, number: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lesson, self._theme = lesson, theme
        self.live: list[Live] = []
        self.goals: list[GoalList] = []
        self.questions: list[QuestionBox] = []
        self.folds: list[Fold] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDES, 20, SIDES, 24)
        self._column.setSpacing(BETWEEN)
        step = lesson.steps[number]
        self._put(Words(prose(step.title), theme, lesson.folder, scale=STEP_TITLE, bold=True, tight=True))
        for part in step.parts:
            self._add(part)
        self.missing = TextLabel(scale=SMALL, muted=True, wrap=True)
        self.missing.hide()
        self._column.addWidget(self.missing)
        self._column.addStretch(1)
        self.setProperty("look", "panel")

    def _put(self, part: Live) -> None:
        self.live.append(part)
        self._column.addWidget(part)
        if isinstance(part, Words):
            part.called.connect(self.called)

    def _add(self, part: Part) -> None:
        theme, folder = self._theme, self._lesson.folder
        match part:
            case Text(_, markdown):
                for piece in live_pieces(markdown, theme, folder):
                    self._put(piece)
            case Goals():
                self.goals.append(GoalList(part, theme))
                self._put(self.goals[-1])
            case Question():
                self._add_question(part)
            case Code(_, text):
                self._put(CodeBlock(text, theme))
            case Hint(_, title, markdown):
                inside = live_pieces(markdown, theme, folder)
                self.live += inside
                self.folds.append(Fold(title, inside, theme))
                self._column.addWidget(self.folds[-1])
            case Load():
                self._add_link(self.tr("Begin with this network again"), "reset", part)
            case Lab():
                self._add_link(self.tr("Open this in the lab"), "open", part)
            case Walk():
                self._add_link(self.tr("Walk back through the network"), "step", part)

    def _add_question(self, question: Question) -> None:
        place = len(self.questions)
        box = question_box(question, f"{self._lesson.name} {place}", self._theme, self._lesson.folder)
        box.answered.connect(lambda answer, right, place=place: self.answered.emit(place, answer, right))
        self.questions.append(box)
        self._put(box)

    def _add_link(self, words: str, picture: str, part: Part) -> None:
        button = QPushButton(icon(picture, self._theme, "accent"), words)
        button.setProperty("look", "link")
        button.clicked.connect(lambda: self.asked.emit(part))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    # What is so now

    def show_done(self, done: Done) -> None:
        """Ticks and answers of before."""
        self.show_ticks(done.ticks)
        for place, answer in done.answers.items():
            if place < len(self.questions):
                self.questions[place].show_answer(answer)

    def show_ticks(self, ticks: Collection[int]) -> None:
        first = 0
        for goals in self.goals:
            goals.show_ticks([tick - first for tick in ticks])
            first += len(goals.rows)

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        for part in self.live:
            part.show_facts(facts, formulas)

    def show_missing(self, words: str) -> None:
        """A word on what is pointed at and not there; "" for none."""
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
