"""The lessons that there are, as a menu, by the control that they explain, and new ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from playground.lab.operations.table import OPERATIONS
from playground.lessons.lesson import Lab, Part, Point
from playground.lessons.packing import ENDING as PACKED
from playground.lessons.shelf import ENDING, Shelved, shelf
from playground.lessons.writing import new_lesson
from playground.ui.assets import asset
from playground.ui.teaching.loading import refused_text
from playground.ui.teaching.teaching import Teaching

OWN = "lessons"
# What the pages of the lab are called after what they show: an operation, or a row of the curriculum.
OF_THE_LAB = ("operation:", "row:")


class Library(QObject):
    """`names_at_hand` says what the control that has the keys is called, `say` puts a word into the status bar."""

    def __init__(
        self,
        teaching: Teaching,
        names_at_hand: Callable[[], Sequence[str]],
        say: Callable[[str], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.teaching, self._names_at_hand, self.say, self._window = teaching, names_at_hand, say, window
        self.open_lesson = QAction(self.tr("Open lesson…"), self)
        self.open_lesson.triggered.connect(lambda: self.ask_and_open())
        self.new_lesson = QAction(self.tr("New lesson from this network…"), self)
        self.new_lesson.triggered.connect(lambda: self.ask_and_write())
        self.close_lesson = QAction(self.tr("Close lesson"), self)
        self.close_lesson.triggered.connect(teaching.close)
        # What else can be done with the open lesson.
        self.of_the_open: Sequence[QAction] = ()
        self.explain = QAction(self.tr("Explain this control"), self)
        self.explain.setShortcut(QKeySequence("F1"))
        self.explain.triggered.connect(lambda: self.explain_control())

    def lessons(self) -> tuple[Shelved, ...]:
        """All of them, in the window's language where they are written in it."""
        own = self.teaching.folder / OWN
        return shelf(asset("lessons"), own, self.teaching.language)

    def fill(self, menu: QMenu) -> None:
        """Make it the menu *Lesson*, with the lessons that are there whenever it opens."""
        menu.aboutToShow.connect(lambda: self._fill(menu, self.lessons()))
        self._fill(menu, ())

    def _fill(self, menu: QMenu, known: Sequence[Shelved]) -> None:
        menu.clear()
        for title, inside in self._parted(known):
            below = menu.addMenu(title)
            for one in inside:
                below.addAction(_numbered(one)).triggered.connect(partial(self.teaching.open, one.path))
        if known:
            menu.addSeparator()
        menu.addActions([self.open_lesson, self.explain])
        menu.addSeparator()
        menu.addActions([*self.of_the_open, self.close_lesson])
        self.close_lesson.setEnabled(self.teaching.lesson is not None)

    def _parted(self, known: Sequence[Shelved]) -> list[tuple[str, list[Shelved]]]:
        """By the part of the curriculum that they begin in; one's own apart."""
        titles = {"A": self.tr("Tensors"), "B": self.tr("Networks"), "C": self.tr("Keras"), "": self.tr("My lessons")}
        parts: dict[str, list[Shelved]] = {letter: [] for letter in titles}
        for one in known:
            letter = "" if one.own else "".join(one.lesson.rows[:1])[:1]
            parts.get(letter, parts[""]).append(one)
        return [(titles[letter], inside) for letter, inside in parts.items() if inside]

    # Files

    def ask_and_open(self) -> None:
        """Open a lesson's file that a person chooses."""
        kinds = self.tr("Lessons (*{text} *{packed})").format(text=ENDING, packed=PACKED)
        own = self.teaching.folder / OWN
        start = str(own) if own.is_dir() else ""
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open lesson"), start, kinds)
        if chosen:
            self.teaching.open(Path(chosen))

    def ask_and_write(self) -> None:
        """Write a first lesson with the present network as its first step, and open it."""
        own = self.teaching.folder / OWN
        with suppress(OSError):
            # Where even this cannot be, a person chooses another place.
            own.mkdir(parents=True, exist_ok=True)
        kinds = self.tr("Lessons (*{text})").format(text=ENDING)
        start = str(own / (self.tr("My lesson") + ENDING))
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("New lesson from this network"), start, kinds)
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(ENDING) else chosen + ENDING)
        template = asset(f"lessons/new/{self.teaching.language}{ENDING}")
        try:
            new_lesson(path, path.stem, self.teaching.document, template)
        except OSError as error:
            self.teaching.complain_write(path, refused_text(error))
            return
        self.teaching.open(path)

    # Which explains what

    def explain_control(self) -> None:
        """Open the step that explains the control at hand."""
        # An operation of the lab says more than the part of the lab it is shown in.
        names = sorted(self._names_at_hand(), key=lambda name: not name.startswith(OF_THE_LAB))
        found = next((place for name in names if (place := self.explaining(name)) is not None), None)
        if found is None:
            self.say(self.tr("No lesson explains this control yet."))
        else:
            self.teaching.open(*found)

    def explaining(self, target: str) -> tuple[Path, int] | None:
        """The lesson and the step that point at it, or use it in the lab; the open lesson's go before all others'."""
        kind, _, name = target.partition(":")
        open_now = self.teaching.opened.path if self.teaching.opened is not None else None
        known = sorted(self.lessons(), key=lambda one: one.path != open_now)
        for one in known:
            for number, step in enumerate(one.lesson.steps):
                if any(_explains(part, target) for part in step.parts):
                    return one.path, number
        row = OPERATIONS[name].row if kind == "operation" and name in OPERATIONS else name if kind == "row" else ""
        found = (one for one in known if row in one.lesson.rows)
        return next(((one.path, dict(one.lesson.row_steps).get(row, 1) - 1) for one in found), None)


def _explains(part: Part, target: str) -> bool:
    """Whether a part of a step points at a control, or opens the lab at an operation."""
    if isinstance(part, Lab):
        return f"operation:{dict(part.settings).get('operation')}" == target
    return isinstance(part, Point) and part.target == target


def _numbered(one: Shelved) -> str:
    """Its title, with its number where it has one."""
    number = one.lesson.name.partition("-")[0]
    return f"{int(number)}  {one.lesson.title}" if number.isdecimal() and not one.own else one.lesson.title
