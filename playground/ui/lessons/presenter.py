"""A window for whoever presents, on another screen: the notes of the step, and what comes next, in large letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.lessons.lesson import Goals, Lesson, Note
from playground.ui.lessons.blocks import CodeBlock, FormulaBlock
from playground.ui.lessons.words import Words
from playground.ui.lessons.writing import Display, Listing, Prose, pieces, plain_text
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, TextLabel

LARGE, TITLE, SIDES, WIDE, HIGH = 1.7, 2.2, 36, 900, 640
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)


class Presenter(QFrame):
    """Shows the step that the window shows, and turns it: `step_asked(number)`, from 0."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme, self._lesson, self._number = theme, None, 0  # type: Theme, Lesson | None, int
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place, self.title = TextLabel(scale=LARGE, muted=True), TextLabel(scale=TITLE, bold=True, wrap=True)
        self.next, self.area = TextLabel(scale=LARGE, muted=True, wrap=True), QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back, self.forward = QPushButton(self.tr("Back")), QPushButton(self.tr("Next step"))
        self.back.clicked.connect(lambda: self.step_asked.emit(self._number - 1))
        self.forward.clicked.connect(lambda: self.step_asked.emit(self._number + 1))
        self.notes: list[str] = []
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(SIDES, 24, SIDES, 20)
        column.setSpacing(12)
        foot.addWidget(self.next, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        for widget in (self.place, self.title, self.area, Line()):
            column.addWidget(widget, 1 if widget is self.area else 0)
        column.addLayout(foot)
        self.resize(WIDE, HIGH)

    def show_beside(self) -> None:
        """On another screen than the window's, where there is one."""
        parent = self.parentWidget()
        here = parent.screen() if parent is not None else None
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        if others:
            room = others[0].availableGeometry()
            self.setGeometry(room.adjusted(room.width() // 12, room.height() // 12, 0, 0) & room)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_step(self, lesson: Lesson, number: int) -> None:
        """The notes of this step, and what its goals and the next step are called."""
        self._lesson, self._number = lesson, number
        step, last = lesson.steps[number], len(lesson.steps) - 1
        self.setWindowTitle(self.tr("Notes: {title}").format(title=plain_text(lesson.title)))
        self.place.setText(self.tr("Step {place} of {count}").format(place=number + 1, count=last + 1))
        self.title.setText(plain_text(step.title))
        self.notes = [part.markdown for part in step.parts if isinstance(part, Note)]
        goals = [goal.text for part in step.parts if isinstance(part, Goals) for goal in part.goals]
        told = self.notes or [self.tr("No notes for this step.")]
        self._fill([*told, *(f"- {goal}" for goal in goals)])
        following = plain_text(lesson.steps[number + 1].title) if number < last else self.tr("the end")
        self.next.setText(self.tr("Then: {title}").format(title=following))
        self.back.setEnabled(number > 0)
        self.forward.setEnabled(number < last)

    def _fill(self, texts: list[str]) -> None:
        assert self._lesson is not None
        inside, folder = QWidget(), self._lesson.folder
        inside.setProperty("look", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for piece in (piece for text in texts for piece in pieces(text)):
            match piece:
                case Prose():
                    column.addWidget(Words(piece, self._theme, folder, scale=LARGE))
                case Display(tex):
                    column.addWidget(FormulaBlock(tex, self._theme))
                case Listing(text):
                    column.addWidget(CodeBlock(text, self._theme, python=False))
        column.addStretch()
        self.area.setWidget(inside)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._lesson is not None:
            self.show_step(self._lesson, self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As what one holds in the hand while one presents sends them."""
        key = Qt.Key(event.key())
        if key in FORWARD and self.forward.isEnabled():
            self.forward.click()
        elif key in BACKWARD and self.back.isEnabled():
            self.back.click()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
