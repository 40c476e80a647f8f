"""The start page and the tour: when they are seen, and what becomes of what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from playground.document import examples
from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.frames.run import Status
from playground.lessons.course import to_go_on
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.files import Files
from playground.ui.editor import Editor
from playground.ui.menus import RecentMenu
from playground.ui.start.coach import Coach
from playground.ui.start.new_data import NewData
from playground.ui.start.page import StartPage
from playground.ui.teaching.course import Course
from playground.ui.texts.start import LINK, STEPS
from playground.ui.theme import Theme
from playground.ui.widgets.first_paint import busy

FOLLOW_MS = 200
Spot = Callable[[], tuple[QWidget, QRect]]
"""A part of the window, and a place in it."""


def spots(data: Mapping[str, QWidget], play: QWidget, canvas: CanvasView) -> dict[str, Spot]:
    """Where each step of the tour points, by the pictures of the data sets, the button and the canvas."""

    def first_layer() -> QRect:
        name = next(iter(canvas.editor.document.graph.trained[1:-1]), DATA)
        return canvas.mapFromScene(canvas.canvas.body_of(name)).boundingRect().intersected(canvas.rect())

    return {
        "data": lambda: (data["circle"], data["circle"].rect()),
        "play": lambda: (play, play.rect()),
        "neuron": lambda: (canvas, first_layer()),
        "spiral": lambda: (data["spiral"], data["spiral"].rect()),
    }


class Welcome(QObject):
    """`targets` say where each step of the tour points: a part of the window, and a place in it."""

    gone = Signal()

    def __init__(
        self,
        window: QMainWindow,
        pages: QStackedWidget,
        editor: Editor,
        files: Files,
        recent: RecentMenu,
        targets: Mapping[str, Spot],
        course: Course,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._files, self._recent, self._targets = window, pages, files, recent, targets
        self._course, self._theme = course, theme
        self.at_start, self.tour_done = True, False
        self.page: StartPage | None = None
        self.coach: Coach | None = None
        self.step = ""
        self._before: Document | None = None
        # What the bubble points at moves with the canvas and the window.
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._place)
        editor.changed.connect(self.show_document)
        files.opened.connect(self.leave)
        files.data_asked.connect(self.ask_data)

    # The page

    @busy()
    def show(self) -> None:
        """The page in place of all but the status bar."""
        if self.page is None:
            self.page = self._made()
            self._pages.addWidget(self.page)
        self.page.at_start.setChecked(self.at_start)
        self._show_files()
        self._show_course()
        self._pages.setCurrentWidget(self.page)
        self._place()

    def _made(self) -> StartPage:
        page = StartPage(examples.names(), self._theme)
        page.setProperty("place", "start")
        page.left.connect(self.leave)
        page.empty_asked.connect(self._files.new)
        page.open_asked.connect(self._files.ask_and_open)
        page.recent.chosen.connect(lambda path: self._files.open(Path(path)))
        page.recent.forgotten.connect(self._forget)
        page.grid.chosen.connect(lambda name: self._files.ask_link() if name == LINK else self._open(name))
        page.learn.go_on_asked.connect(self._course.go_on)
        page.learn.all_asked.connect(self._course.show)
        page.strip.start_asked.connect(self.begin_tour)
        page.strip.go_on_asked.connect(self._go_on)
        page.strip.dismissed.connect(self.end_tour)
        page.shown_at_start.connect(lambda on: setattr(self, "at_start", on))
        return page

    @property
    def is_shown(self) -> bool:
        return self.page is not None and self._pages.currentWidget() is self.page

    def leave(self) -> None:
        if self.is_shown:
            self._pages.setCurrentIndex(0)
            self.gone.emit()

    def _open(self, name: str) -> None:
        self._files.open_example(name)

    def _forget(self, path: str) -> None:
        self._recent.keep(*(kept for kept in self._recent.paths if kept != path))
        self._show_files()

    def _last(self) -> Path | None:
        return next((path for kept in self._recent.paths if (path := Path(kept)).is_file()), None)

    def _show_files(self) -> None:
        if self.page is None:
            return
        self.page.recent.show_paths(self._recent.paths)
        self.page.recent.load()
        if self.tour_done:
            path = self._files.path or self._last()
            self.page.strip.show_last(path.stem if path else self._files.title, path)
        else:
            self.page.strip.show_steps()

    def _show_course(self) -> None:
        assert self.page is not None
        lessons = [entry for entry in self._course.entries() if entry.number]
        current = to_go_on(lessons)
        title, begun = (current.lesson.title, current.begun) if current is not None else ("", False)
        self.page.learn.show_course(sum(entry.done for entry in lessons), len(lessons), title, begun)

    def _go_on(self) -> None:
        """The document that is open, where it has a file; else the one that was last."""
        last = self._last()
        if self._files.path is None and last is not None:
            self._files.open(last)
        else:
            self.leave()

    def ask_data(self) -> None:
        """A new network: Data and Output, with the data that is chosen."""
        dialog = NewData(self._window)
        dialog.chosen.connect(self._files.begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # The tour

    def begin_tour(self) -> None:
        """The circle, and the first bubble."""
        self._files.open_example("circle")
        if not self.is_shown:
            self.coach = self.coach or self._made_coach()
            self._go_to(STEPS[0])

    def _made_coach(self) -> Coach:
        coach = Coach(self._theme, self._window)
        coach.next_asked.connect(self._next)
        coach.skipped.connect(self.end_tour)
        return coach

    def end_tour(self) -> None:
        """For good; Help > Welcome has the page still."""
        self.step, self.tour_done = "", True
        self._follow.stop()
        if self.coach is not None:
            self.coach.hide()
        self._show_files()

    def _go_to(self, name: str) -> None:
        assert self.coach is not None
        self.step, self._before = name, self._files.document
        self.coach.show_step(name)
        self._follow.start()
        self._place()

    def _next(self) -> None:
        place = STEPS.index(self.step) + 1
        self._go_to(STEPS[place]) if place < len(STEPS) else self.end_tour()

    def _place(self) -> None:
        if self.coach is None or not self.step:
            return
        part, place = self._targets[self.step]()
        if self.is_shown or not part.isVisible():
            self.coach.hide()
        else:
            self.coach.point_at(QRect(part.mapTo(self._window, place.topLeft()), place.size()))

    def show_document(self, document: Document) -> None:
        """A step that was done by hand is followed by the next."""
        before = self._before
        if self.step == "neuron" and before is not None and _neurons(document) > _neurons(before):
            self._next()
        elif self.step == "spiral" and document.data.name == "spiral":
            self.end_tour()

    def show_status(self, status: Status) -> None:
        if status.state == "training":
            # Who presses Play by its keys wants to see it.
            self.leave()
            if self.step == "play":
                self._next()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.page, self.coach):
            if part is not None:
                part.show_theme(theme)


def _neurons(document: Document) -> int:
    return sum(node.layer.units for node in document.graph.nodes if isinstance(node.layer, Dense))
