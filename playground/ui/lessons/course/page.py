"""The course page: the lessons in the order of the curriculum, what is done, and where to go on."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.lessons.course import (
    NUMBERS,
    Entry,
    for_row,
    found,
    learned_rows,
    minutes_left,
    open_needs,
    step_of,
    to_go_on,
)
from playground.ui.lessons.course.card import LessonCard
from playground.ui.lessons.course.group import Group
from playground.ui.lessons.course.head import CourseHead
from playground.ui.lessons.course.own import OwnLessons
from playground.ui.texts.learning.curriculum import ROWS, row_text
from playground.ui.texts.learning.times import ago_text, left_text
from playground.ui.texts.lessons import placed_fault
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, TextLabel

MARGIN, SCROLL_BAR = 40, 11


class CoursePage(QFrame):
    """Asks only: signals carry the Entry. `opened` has the step too, counted from 0."""

    opened = Signal(object, int)
    again_asked = Signal(object)
    present_asked = Signal(object)
    hand_in_asked = Signal(object)
    language_chosen = Signal(str)
    open_asked = Signal()
    new_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entries: tuple[Entry, ...] = ()
        self.setProperty("look", "page")
        self.head, self.own = CourseHead(theme), OwnLessons(theme)
        self.groups = {name: Group(name, theme) for name in (*NUMBERS, "own")}
        self.cards: dict[str, LessonCard] = {}
        self.nothing = TextLabel(muted=True, wrap=True)
        inside, column, whole = QWidget(), QVBoxLayout(), QVBoxLayout(self)
        inside.setLayout(column)
        column.setContentsMargins(*_margins(False))
        column.setSpacing(20)
        for part in (self.nothing, *self.groups.values()):
            column.addWidget(part)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        # The scroll bar stands in the right margin.
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, last: column.setContentsMargins(*_margins(last > 0)))
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.head, Line(), self.area):
            whole.addWidget(widget)
        self._wire()

    def _wire(self) -> None:
        self.head.search.textChanged.connect(lambda _: self._arrange())
        self.head.search.returnPressed.connect(self._open_first)
        self.head.languages.chosen.connect(self.language_chosen)
        self.head.go_on.asked.connect(self._go_on)
        self.own.open_asked.connect(self.open_asked)
        self.own.new_asked.connect(self.new_asked)
        for group in self.groups.values():
            group.rows.asked.connect(self._open_row)

    # What it shows

    def show_entries(self, entries: Sequence[Entry], language: str) -> None:
        """The lessons there are, those of the course in its order, in one language."""
        self.entries = tuple(entries)
        self.head.languages.show_language(language)
        learned, current = learned_rows(entries), to_go_on(self._course)
        for key in self.cards.keys() - {entry.key for entry in entries}:
            self.cards.pop(key).deleteLater()
        for entry in entries:
            if entry.key not in self.cards:
                self.cards[entry.key] = self._card(entry.key)
            self.cards[entry.key].show_entry(entry, learned, entry is current, self._says(entry))
        for group in self.groups.values():
            for row, chip in group.rows.chips.items():
                shows = for_row(entries, row)
                later = self.tr("{what} It comes later.").format(what=row_text(row))
                chip.show_state(row in learned, shows is not None, row_text(row) if shows else later)
        self._show_head(current)
        self._arrange()

    @property
    def _course(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.number]

    def _card(self, key: str) -> LessonCard:
        card = LessonCard(self._theme)
        for asked, tells in (
            (card.again_asked, self.again_asked),
            (card.present_asked, self.present_asked),
            (card.hand_in_asked, self.hand_in_asked),
        ):
            asked.connect(lambda tells=tells: tells.emit(self._entry(key)))
        card.walked.connect(lambda right, down: self._walk(card, right, down))
        card.clicked.connect(lambda: self.opened.emit(self._entry(key), self._entry(key).step))
        return card

    def _entry(self, key: str) -> Entry:
        return next(entry for entry in self.entries if entry.key == key)

    def _says(self, entry: Entry) -> str:
        """What it is about, what it builds on that is not done, and how far one is."""
        says = [entry.lesson.summary, *map(placed_fault, entry.faults[:1])]
        needs = [(row, for_row(self.entries, row)) for row in open_needs(entry, self.entries)]
        says += [
            self.tr("It builds on {row}, {title}, which is still to come.").format(row=row, title=other.lesson.title)
            for row, other in needs
            if other is not None
        ]
        if entry.done:
            says.append(self.tr("Done."))
        elif entry.begun:
            says.append(self._step(entry))
        return "\n".join(filter(None, says))

    def _step(self, entry: Entry) -> str:
        place, count = min(entry.step + 1, len(entry.lesson.steps)), len(entry.lesson.steps)
        words = self.tr("Step {place} of {count} · {title}")
        return words.format(place=place, count=count, title=entry.step_title)

    def _show_head(self, current: Entry | None) -> None:
        course = self._course
        done = sum(entry.done for entry in course)
        words = self.tr("{count} lessons, each with your hands on a real network or tensor.")
        self.head.line.setText(words.format(count=len(course)))
        self.head.bar.show_share(done / len(course) if course else 0.0)
        count = self.tr("{done} of {count}").format(done=done, count=len(course))
        left = left_text(minutes_left(course))
        self.head.count.setText(f"{count} · {left}" if left else count)
        self.head.go_on.setVisible(current is not None)
        if current is not None:
            begun = self.tr("Where you were, {when}").format(when=ago_text(time.time() - current.seen))
            again = self.tr("Next") if done else self.tr("Begin with")
            step = self._step(current) if current.begun else current.lesson.summary
            self.head.go_on.show_entry(current, begun if current.begun else again, step, self._theme)

    def _arrange(self) -> None:
        """Cards of what is searched for, in their groups; without a search all of them."""
        words = self.head.search.text()
        shown = found(self.entries, words, {row: row_text(row) for row in ROWS})
        for card in (*self.cards.values(), self.own):
            card.hide()
        for name, group in self.groups.items():
            entries = [entry for entry in shown if entry.number in NUMBERS.get(name, (0,))]
            cards: list[QWidget] = [self.cards[entry.key] for entry in entries]
            if name == "C" and not words:
                cards.append(self.own)
            group.setVisible(bool(cards))
            group.show_cards(cards)
        self.nothing.setVisible(bool(words) and not shown)
        if self._course:
            example = self._course[0]
            row = next(iter(example.lesson.rows), "")
            hint = self.tr("Nothing here; {row} is {title}.").format(row=row, title=example.lesson.title)
            self.nothing.setText(hint)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.head, self.own):
            part.show_theme(theme)
        for group in self.groups.values():
            group.show_theme(theme)
        for card in self.cards.values():
            card.show_theme(theme)
        self._show_head(to_go_on(self._course))

    # What is asked of it

    def _go_on(self) -> None:
        entry = to_go_on(self._course)
        if entry is not None:
            self.opened.emit(entry, entry.step)

    def _open_row(self, row: str) -> None:
        entry = for_row(self.entries, row)
        if entry is not None:
            self.opened.emit(entry, step_of(entry.lesson, row))

    def _open_first(self) -> None:
        cards = self._in_sight()
        if self.head.search.text() and cards:
            cards[0].click()

    def _in_sight(self) -> list[LessonCard]:
        cards = [card for group in self.groups.values() for card in group.cards]
        return [card for card in cards if isinstance(card, LessonCard) and card.isVisibleTo(self)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.head.search.text():
            self.head.search.clear()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Down and self.head.search.hasFocus():
            self._go_to(self._in_sight()[:1])
        else:
            super().keyPressEvent(event)

    def _walk(self, here: LessonCard, right: int, down: int) -> None:
        """To the nearest card in that direction, over the edges of the groups too."""
        places = {card: card.mapToGlobal(QPoint(0, 0)) for card in self._in_sight()}
        at = places[here]
        there = [
            card for card, place in places.items()
            if ((place.x() - at.x()) * right > 0 and place.y() == at.y()) or (place.y() - at.y()) * down > 0
        ]  # fmt: skip
        self._go_to(sorted(there, key=lambda card: (abs(places[card].y() - at.y()), abs(places[card].x() - at.x()))))

    def _go_to(self, cards: Sequence[LessonCard]) -> None:
        for card in cards[:1]:
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(card, 0, MARGIN)


def _margins(scrolls: bool) -> tuple[int, int, int, int]:
    return MARGIN, 14, MARGIN - (SCROLL_BAR if scrolls else 0), 24
