"""The course page in the window: when it is seen, and what becomes of what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget

from playground.lessons.course import NUMBERS, Entry, entry_of, number_of, to_go_on
from playground.lessons.packing import ENDING as PACKED
from playground.lessons.packing import PackError, pack
from playground.lessons.progress import Progress, keep_progress, read_progress
from playground.lessons.shelf import shelf
from playground.ui.assets import asset
from playground.ui.lessons.course.page import CoursePage
from playground.ui.lessons.presenter import Presenter
from playground.ui.teaching.ahead import formulas_ahead, read_ahead
from playground.ui.teaching.handing_in import HandingIn
from playground.ui.teaching.library import OWN, Library
from playground.ui.teaching.loading import refused_text
from playground.ui.teaching.opened import PROGRESS
from playground.ui.theme import Theme
from playground.ui.widgets.first_paint import AfterFirstPaint
from playground.ui.widgets.places import Places

# After the window was painted: lessons are read ahead then.
SOON_MS = 700


class Course(QObject):
    """The places of the window, the page *Learn*, the presenter's notes, and packing a lesson."""

    def __init__(
        self,
        window: QMainWindow,
        pages: QStackedWidget,
        library: Library,
        theme: Theme,
        show_number: Callable[[int, int], None],
    ) -> None:
        """`show_number` hears the place of the open lesson in the course, 0 for none, and how many there are."""
        super().__init__(window)
        self._show_number = show_number
        teaching = library.teaching
        self._window, self._pages, self._teaching, self._library = window, pages, teaching, library
        self.handing_in, self._theme, self.language = HandingIn(teaching, library.say, window), theme, teaching.language
        self.page: CoursePage | None = None
        self.presenter: Presenter | None = None
        self.places = Places()
        self.places.chosen.connect(self.go_to)
        window.menuBar().setCornerWidget(self.places)
        pages.currentChanged.connect(lambda _: self._show_place())
        self._show_place()
        self.present_lesson = QAction(self.tr("Presenter's notes"), self)
        self.hand_in = QAction(self.tr("Hand in…"), self)
        self.pack_lesson = QAction(self.tr("Pack lesson…"), self)
        self.present_lesson.triggered.connect(lambda: self.present())
        self.hand_in.triggered.connect(lambda: self._hand_in_open())
        self.pack_lesson.triggered.connect(lambda: self.ask_and_pack())
        library.of_the_open = (self.present_lesson, self.hand_in, self.pack_lesson)
        teaching.panel.hand_in_asked.connect(self._hand_in_open)
        teaching.step_shown.connect(lambda *_: self._follow())
        teaching.visiting.network_asked.connect(lambda: pages.setCurrentIndex(0))
        teaching.closed.connect(self._close)
        self._allow()
        soon = QTimer(self, singleShot=True, interval=SOON_MS)
        soon.timeout.connect(lambda: read_ahead(*self._shelf))
        AfterFirstPaint(window, soon.start)

    # The page

    @property
    def is_shown(self) -> bool:
        return self.page is not None and self._pages.currentWidget() is self.page

    def go_to(self, place: str) -> None:
        """To one of the places; from the start page too."""
        if place == "learn":
            self.show()
        elif place == "network":
            self._pages.setCurrentIndex(0)
        self._show_place()

    def show(self) -> None:
        """The page in place of all but the menus and the status bar."""
        if self.page is None:
            self.page = self._made()
            self._pages.addWidget(self.page)
        self._fill()
        self._pages.setCurrentWidget(self.page)
        self.page.setFocus()

    def leave(self) -> None:
        if self.is_shown:
            self._pages.setCurrentIndex(0)

    def _show_place(self) -> None:
        page = self._pages.currentWidget()
        self.places.show_place((page.property("place") if page is not None else "") or "network")

    def _made(self) -> CoursePage:
        page = CoursePage(self._theme)
        page.setProperty("place", "learn")
        page.left.connect(self.leave)
        page.opened.connect(lambda entry, step: self._teaching.open(entry.path, step))
        page.again_asked.connect(self._begin_again)
        page.present_asked.connect(lambda entry: self._present(entry))
        page.hand_in_asked.connect(lambda entry: self.handing_in.ask(entry.lesson, self._kept(entry)))
        page.language_chosen.connect(self._speak)
        page.open_asked.connect(self._library.ask_and_open)
        page.new_asked.connect(self._library.ask_and_write)
        return page

    @property
    def _shelf(self) -> tuple[Path, Path, str]:
        return asset("lessons"), self._teaching.folder / OWN, self.language

    def entries(self) -> list[Entry]:
        """All lessons there are, with how far each is done."""
        kept = read_progress(self._teaching.folder / PROGRESS)
        known = shelf(*self._shelf)
        return [entry_of(one, kept.get(one.lesson.name)) for one in known]

    def go_on(self) -> None:
        """Open the lesson where one was last, or the first."""
        entry = to_go_on([entry for entry in self.entries() if entry.number])
        if entry is not None:
            self._teaching.open(entry.path, entry.step)

    def _fill(self) -> None:
        if self.page is not None:
            entries = self.entries()
            self.page.show_entries(entries, self.language)
            formulas_ahead(entries)

    def _speak(self, language: str) -> None:
        self.language = language
        self._fill()

    def _kept(self, entry: Entry) -> Progress:
        return read_progress(self._teaching.folder / PROGRESS).get(entry.lesson.name, Progress())

    def _begin_again(self, entry: Entry) -> None:
        try:
            keep_progress(self._teaching.folder / PROGRESS, entry.lesson.name, Progress())
        except OSError as error:
            self._teaching.complain_write(self._teaching.folder / PROGRESS, refused_text(error))
            return
        self._teaching.open(entry.path, 0)

    def _present(self, entry: Entry) -> None:
        if self._teaching.open(entry.path):
            self.present()

    # Of the open lesson

    def present(self) -> None:
        """The notes of its steps in a window of their own."""
        if self._teaching.lesson is None:
            return
        if self.presenter is None:
            self.presenter = Presenter(self._theme, self._window)
            self.presenter.step_asked.connect(self._teaching.go_to)
        self.presenter.show_step(self._teaching.lesson, self._teaching.number)
        self.presenter.show_beside()

    def _follow(self) -> None:
        self._allow()
        self._tell_place()
        if self.presenter is not None and self.presenter.isVisible() and self._teaching.lesson is not None:
            self.presenter.show_step(self._teaching.lesson, self._teaching.number)

    def _allow(self) -> None:
        for action in self._library.of_the_open:
            action.setEnabled(self._teaching.lesson is not None)

    def _tell_place(self) -> None:
        opened = self._teaching.opened
        bundled = opened is not None and opened.path.is_relative_to(asset("lessons"))
        number = number_of(opened.path.stem) if opened is not None and bundled else 0
        self._show_number(number, max(map(max, NUMBERS.values())))

    def _close(self) -> None:
        self._allow()
        self._tell_place()
        if self.presenter is not None:
            self.presenter.close()

    def _hand_in_open(self) -> None:
        opened = self._teaching.opened
        if opened is not None:
            self.handing_in.ask(opened.lesson, opened.progress)

    def ask_and_pack(self) -> None:
        """Write the open lesson and all that it names beside it into one file."""
        if self._teaching.opened is None:
            return
        path = self._teaching.opened.path
        kinds = self.tr("Packed lesson (*{ending})").format(ending=PACKED)
        start = str(Path.home() / f"{path.stem}{PACKED}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Pack lesson"), start, kinds)
        if not chosen:
            return
        packed = Path(chosen if chosen.endswith(PACKED) else chosen + PACKED)
        try:
            pack(path, packed)
        except (OSError, PackError) as error:
            self._teaching.complain_write(packed, refused_text(error))

    def take_over(self, other: Course) -> None:
        """What is seen in another window."""
        self.language = other.language
        if other.presenter is not None and other.presenter.isVisible():
            self.present()
        if other.is_shown:
            self.show()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.page, self.presenter):
            if part is not None:
                part.show_theme(theme)
