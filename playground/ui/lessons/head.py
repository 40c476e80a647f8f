"""Above and below the step, and never moving: what lesson it is, how far one is, and the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from playground.lessons.lesson import Lesson
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel, keep_place
from playground.ui.widgets.plain import tip

SIDES = 24
TITLE = 1.42
# Room that must be left beside the minutes: a row that is just filled could not become narrower.
SLACK = 40
DOT, PILL, BETWEEN = 10, 26, 8
# The languages of lessons, each named in itself.
LANGUAGES = {"en": "EN", "zh_CN": "中文"}


class Dots(QWidget):
    """A dot for each step: filled once it was seen, a pill for the present one, a ring for what is to come."""

    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._titles, self._step = theme, (), 0  # type: tuple[Theme, Sequence[str], int]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_step(self, titles: Sequence[str], step: int) -> None:
        self._titles, self._step = titles, step
        self.updateGeometry()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(PILL + max(0, len(self._titles) - 1) * (DOT + BETWEEN), DOT + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(PILL + max(0, len(self._titles) - 1) * (DOT // 2 + 2), DOT + 6)

    def _places(self) -> list[QRectF]:
        """Where each dot is; closer together where there are many."""
        count = len(self._titles)
        room = max(1.0, self.width() - PILL) / max(1, count - 1)
        step = min(DOT + BETWEEN, room)
        side, x, found = min(DOT, step - 2), 0.0, []
        for number in range(count):
            wide = PILL if number == self._step else side
            found.append(QRectF(x, (self.height() - side) / 2, wide, side))
            x += wide + step - side
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._places()):
            coming = number > self._step
            painter.setPen(QPen(self._theme.colour("edge"), 1.2) if coming else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if coming else self._theme.colour("accent"))
            inside = place.adjusted(0.6, 0.6, -0.6, -0.6) if coming else place
            painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        painter.end()

    def _at(self, point: QPointF) -> int | None:
        around = BETWEEN / 2
        found = (
            number
            for number, place in enumerate(self._places())
            if place.adjusted(-around, -9, around, 9).contains(point)
        )
        return next(found, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (number := self._at(event.position())) is not None:
            self.asked.emit(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (number := self._at(QPointF(event.pos()))) is not None:
            QToolTip.showText(event.globalPos(), tip(f"{number + 1}  {self._titles[number]}"), self)
            return True
        return super().event(event)


class LanguageSwitch(QFrame):
    """Two words side by side, one of which is on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "switch")
        self._group, self.buttons = QButtonGroup(self), {}  # type: tuple[QButtonGroup, dict[str, QPushButton]]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name, words in LANGUAGES.items():
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setToolTip(self.tr("The language of the lesson alone"))
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button)

    def show_language(self, name: str, there: Sequence[str]) -> None:
        """The one it is in, and those that it can be had in."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)
            button.setEnabled(other in there)


class Head(QWidget):
    """Title, rows of the curriculum, minutes, language; the steps."""

    language_chosen = Signal(str)
    row_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(scale=TITLE, bold=True, wrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.place = TextLabel(scale=SMALL, muted=True)
        self.dots, self.language = Dots(theme), LanguageSwitch()
        self.language.chosen.connect(self.language_chosen)
        self.chips = QWidget()
        self._chips = QHBoxLayout(self.chips)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(6)
        self._chips.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._shown: list[QWidget] = []
        self._minutes: TextLabel | None = None
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.setSpacing(8)
        self._second.setSpacing(8)
        self._first.addWidget(self.title, 1)
        self._first.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        self._second.addWidget(self.dots, 1)
        self._second.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDES, 14, SIDES, 16)
        column.setSpacing(10)
        column.addLayout(self._first)
        column.addLayout(self._second)

    def show_lesson(self, lesson: Lesson, languages: Sequence[str]) -> None:
        self.title.setText(lesson.title)
        self.language.show_language(lesson.language, languages)
        self._shown, self._minutes = [], None
        while (item := self._chips.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for row in lesson.rows:
            chip = QPushButton(row)
            chip.setProperty("look", "row chip")
            chip.setToolTip(self.tr("A row of the curriculum: what else shows it"))
            chip.clicked.connect(lambda _=False, row=row: self.row_asked.emit(row))
            self._chips.addWidget(chip)
            self._shown.append(chip)
        if lesson.minutes is not None:
            self._minutes = minutes = TextLabel(
                self.tr("{minutes} min").format(minutes=lesson.minutes), scale=SMALL, muted=True
            )
            minutes.setProperty("look", "chip")
            minutes.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._chips.addWidget(minutes)
            self._shown.append(minutes)
        self._chips.addStretch()
        self._place_chips()

    def show_step(self, lesson: Lesson, step: int) -> None:
        words = self.tr("Step {step} of {all}").format(step=step + 1, all=len(lesson.steps))
        self.place.setText(words)
        self.dots.show_step([step.title for step in lesson.steps], step)
        self.dots.setAccessibleName(words)
        self._place_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chips()

    def _place_chips(self) -> None:
        """Behind the title where there is room, else at the right of the steps' row."""
        words = self.title.fontMetrics().horizontalAdvance(self.title.text())
        room, chips = self.width() - 2 * SIDES, sum(chip.sizeHint().width() + 6 for chip in self._shown)
        beside = words + chips + self.language.sizeHint().width() + 4 * 8 < room
        # The minutes go first: what must be there lets the panel be narrow.
        needed = self.dots.minimumSizeHint().width() + chips + self.place.sizeHint().width() + 4 * 8
        if self._minutes is not None:
            self._minutes.setVisible(beside or needed + SLACK < room)
        target = self._first if beside else self._second
        other = self._second if beside else self._first
        if target.indexOf(self.chips) < 0:
            other.removeWidget(self.chips)
            target.insertWidget(1, self.chips, 0)
        self.title.setSizePolicy(
            QSizePolicy.Policy.Maximum if beside else QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self.title.setWordWrap(not beside)


class Foot(QWidget):
    """Back, Skip and Next, which is quiet until all is reached; at the last step Finish, and Hand in beside it."""

    back_asked = Signal()
    next_asked = Signal()
    hand_in_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(self.tr("Back"))
        self.skip = QPushButton(self.tr("Skip"))
        self.hand_in = QPushButton(self.tr("Hand in…"))
        self.next = QPushButton()
        for button, look in ((self.back, "outlined"), (self.skip, "flat"), (self.hand_in, "flat")):
            button.setProperty("look", look)
        self.back.setToolTip(self.tr("The step before (Alt+←)"))
        self.skip.setToolTip(self.tr("Go on without the goals"))
        self.hand_in.setToolTip(self.tr("Write what you have done in this lesson into a file for your teacher"))
        self.back.clicked.connect(self.back_asked)
        self.skip.clicked.connect(self.next_asked)
        self.next.clicked.connect(self.next_asked)
        self.hand_in.clicked.connect(self.hand_in_asked)
        self.next.setMinimumWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDES, 12, SIDES, 12)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        for button in (self.skip, self.hand_in, self.next):
            row.addWidget(button)
        keep_place(self.back)

    def show_step(self, step: int, steps: int) -> None:
        last = step == steps - 1
        self.back.setVisible(step > 0)
        self.hand_in.setVisible(last)
        self.next.setText(self.tr("Finish") if last else self.tr("Next"))
        self.next.setToolTip(self.tr("The end of the lesson") if last else self.tr("The next step (Alt+→)"))

    def show_reached(self, all_of_them: bool) -> None:
        """Whether the way on needs no skipping."""
        look = "primary" if all_of_them else "outlined"
        self.skip.setVisible(not all_of_them)
        if self.next.property("look") != look:
            self.next.setProperty("look", look)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)
