"""The panel of a lesson: its head and foot, and between them the step, which scrolls."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from threading import Thread

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.lessons.lesson import Fault, Lesson
from playground.ui.formulas import set_ahead
from playground.ui.lessons.head import SIDES, Foot, Head
from playground.ui.lessons.step import Done, StepColumn
from playground.ui.lessons.writing import static_formulas
from playground.ui.texts.lessons import placed_fault
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import Line, TextLabel
from playground.ui.widgets.plain import tip
from playground.ui.widgets.sparing import Sparing

MOST_FAULTS = 3
# Between two looks at the live numbers, so that eyes can follow and training has its time.
LIVE_MS = 100
# How much longer formulas with live numbers rest than it took to set them.
RESTS, SHORT = 8, 0.004


class LessonPanel(Panel):
    """Shows a lesson's step and what of it is done; decides nothing.

    `step_asked(number)` is a step to go to, `finished` the end of the last; the other signals are those of its parts.
    """

    step_asked = Signal(int)
    finished = Signal()
    hand_in_asked = Signal()
    language_chosen = Signal(str)
    row_asked = Signal(str)
    called = Signal(str)
    answered = Signal(int, str, bool)
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lesson: Lesson | None = None
        self.number, self._done = 0, Done()
        self._facts: Mapping[str, object] = {}
        self.setProperty("look", "panel")
        self.head, self.foot, self.step = Head(theme), Foot(), None  # type: tuple[Head, Foot, StepColumn | None]
        self.bar = TextLabel(wrap=True)
        self._bar = QFrame()
        self._bar.setProperty("look", "note")
        inside = QVBoxLayout(self._bar)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.bar)
        self.place = QScrollArea()
        self.place.setWidgetResizable(True)
        self.place.setFrameShape(QFrame.Shape.NoFrame)
        self.place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The arrow keys and Tab are for what is inside.
        self.place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._wire()
        self._live = Sparing(LIVE_MS, self._show_live, self)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._rested)
        self._left_out = False
        self.show_theme(theme)

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        noted = QVBoxLayout()
        noted.setContentsMargins(SIDES, 0, SIDES, 12)
        noted.addWidget(self._bar)
        around.addWidget(self.head)
        around.addLayout(noted)
        around.addWidget(Line())
        around.addWidget(self.place, 1)
        around.addWidget(Line())
        around.addWidget(self.foot)

    def _wire(self) -> None:
        self.head.language_chosen.connect(self.language_chosen)
        self.head.row_asked.connect(self.row_asked)
        self.head.dots.asked.connect(self.step_asked)
        self.foot.back_asked.connect(self.go_back)
        self.foot.next_asked.connect(self.go_on)
        self.foot.hand_in_asked.connect(self.hand_in_asked)
        for keys, do in (("Alt+Right", self.go_on), ("Alt+Left", self.go_back)):
            QShortcut(QKeySequence(keys), self, do)

    # What is shown

    def show_lesson(
        self, lesson: Lesson, faults: Sequence[Fault], languages: Sequence[str], alone: bool = False
    ) -> None:
        """Another lesson, or the same one as it was written anew; `alone`: there is none in the window's language. A
        step has to follow."""
        self.lesson = lesson
        self.head.show_lesson(lesson, languages)
        lines = [self.tr("This lesson is written in one language only.")] * alone + [
            placed_fault(fault) for fault in faults[:MOST_FAULTS]
        ]
        if len(faults) > MOST_FAULTS:
            lines.append(self.tr("and {count} more").format(count=len(faults) - MOST_FAULTS))
        self.bar.setText("\n".join(lines))
        self.bar.setToolTip(tip("\n".join(map(placed_fault, faults))))
        self._bar.setVisible(bool(lines))

    def leave(self) -> None:
        """There is no lesson any more, so that nothing of it is kept up."""
        self.lesson, self.step = None, None
        self._put(None)

    def _put(self, step: StepColumn | None) -> None:
        before = self.place.takeWidget()
        if step is not None:
            self.place.setWidget(step)
        if before is not None:
            before.deleteLater()

    def open_step(self, number: int, done: Done) -> None:
        """A step of the lesson, with what of it is done already."""
        assert self.lesson is not None
        same = number == self.number and self.step is not None
        place = self.place.verticalScrollBar().value() if same else 0
        self.number, self._done = number, done
        self.step = StepColumn(self.lesson, number, self._theme)
        self.step.called.connect(self.called)
        self.step.answered.connect(self._keep_answer)
        self.step.asked.connect(self.asked)
        self.step.show_facts(self._facts)
        self.step.show_done(done)
        self._put(self.step)
        self.place.verticalScrollBar().setValue(place)
        self.head.show_step(self.lesson, number)
        self.foot.show_step(number, len(self.lesson.steps))
        self.foot.show_reached(self.is_reached)
        # The formulas of the step that comes next, while nobody waits.
        Thread(target=set_ahead, args=(static_formulas(self.lesson, number + 1),), name="formulas", daemon=True).start()

    def _keep_answer(self, place: int, answer: str, right: bool) -> None:
        self._done = Done(self._done.ticks, {**self._done.answers, place: answer})
        self.answered.emit(place, answer, right)

    def show_ticks(self, ticks: Collection[int]) -> None:
        """The goals of this step that are reached."""
        self._done = Done(frozenset(ticks), self._done.answers)
        if self.step is not None:
            self.step.show_ticks(ticks)
            self.foot.show_reached(self.is_reached)

    @property
    def is_reached(self) -> bool:
        """Whether every goal of the step is ticked."""
        rows = [row for goals in (self.step.goals if self.step is not None else ()) for row in goals.rows]
        return all(row.tick.done for row in rows)

    def show_trouble(self, words: str) -> None:
        """What could not be done as the step came, as opening its network; "" for nothing."""
        if self.step is not None:
            self.step.show_missing(words)

    def show_facts(self, facts: Mapping[str, object]) -> None:
        """What the live numbers are made of; drawn only so often."""
        self._facts = facts
        self._live.ask()

    def _show_live(self) -> None:
        if self.step is None or not self.isVisible():
            return
        start, formulas = time.perf_counter(), not self._rest.isActive()
        self._left_out = not formulas
        self.step.show_facts(self._facts, formulas)
        took = time.perf_counter() - start
        if formulas and took > SHORT:
            # To set a formula takes its time, and training and hands shall have most of it.
            self._rest.start(int(1_000 * RESTS * took))

    def _rested(self) -> None:
        if self._left_out:
            self._live.ask()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.head.dots.show_theme(theme)
        self.bar.setStyleSheet(f"color: {theme.note_ink}")
        # In a turn of its own, as all else takes the theme in this one.
        QTimer.singleShot(0, self, self._open_again)

    def _open_again(self) -> None:
        if self.step is not None:
            self.open_step(self.number, self._done)

    # The way through it

    def go_on(self) -> None:
        """As by Next."""
        if self.lesson is not None:
            last = self.number == len(self.lesson.steps) - 1
            self.finished.emit() if last else self.step_asked.emit(self.number + 1)

    def go_back(self) -> None:
        if self.lesson is not None and self.number > 0:
            self.step_asked.emit(self.number - 1)
