"""The docks around the canvas: how the live views and the panels beside it stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from playground.datasets.example import Example
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.docks.view_dock import ViewDock
from playground.ui.theme import Theme
from playground.ui.views import AREA, VIEWS
from playground.ui.widgets.fonts import letters
from playground.ui.widgets.live_view import LiveView
from playground.ui.widgets.screen_room import Scrolled

SIDEWAYS, UPRIGHT = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
LEFT_WIDE, LESSON_WIDE, RIGHT_WIDE, BOTTOM_HIGH, SIDE_HIGH = 212, 400, 373, 250, 330
# In a smaller window the canvas keeps the larger part of it, and the views below share one place.
RIGHT_SHARE, BOTTOM_SHARE, LESSON_SHARE, NARROW = 0.3, 0.34, 0.3125, 1150
# The part of the output in a presentation.
PRESENTED_SHARE = 0.36
# What is left to a view beside one that asks for room; how much of the height such a one gets at most.
LEAST_BESIDE, MOST_BELOW = 270, 0.45
Kind = TypeVar("Kind", bound=LiveView)


class Docks(QMainWindow):
    """The canvas in the middle, views and panels around it.

    `live_changed` tells that other views are seen, or want other things; `save_asked(view, ending)` that a person
    wants a view as a file. `said` is a word for the status bar, `example_chosen` tells of another Example,
    `view_chosen(name, value)` of another view setting of the document.
    """

    live_changed = Signal()
    save_asked = Signal(object, str)
    said = Signal(str)
    example_chosen = Signal(object)
    view_chosen = Signal(str, object)

    def __init__(self, canvas: QWidget, left: QWidget, side: QWidget, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Widget)
        self.setDockOptions(self.DockOption.AllowTabbedDocks | self.DockOption.AllowNestedDocks)
        self.setTabPosition(AREA.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCorner(Qt.Corner.BottomLeftCorner, AREA.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, AREA.RightDockWidgetArea)
        self.setCentralWidget(canvas)
        self.left, self.side = fixed("left", left), fixed("side", side)
        self.docks = {entry.name: ViewDock(entry.name, entry.kind, theme, self) for entry in VIEWS}
        for dock in self.docks.values():
            dock.live_changed.connect(self.live_changed)
            dock.save_asked.connect(lambda ending, dock=dock: self.save_asked.emit(dock.view, ending))
            dock.tell(self, partial(self._listen, dock))
        self._first, self._kept, self._wide_left = True, QByteArray(), False
        # While it is a presentation, how everything stood before it.
        self._presents, self._before = False, QByteArray()
        # While something needs the room of the views below, how everything stood; which of them wait for more.
        self._standing, self._asked = QByteArray(), dict[ViewDock, QSize]()
        self.reset()
        self._whole = self.saveState()

    def _listen(self, dock: ViewDock, view: LiveView) -> None:
        view.example_chosen.connect(self.example_chosen)
        view.view_chosen.connect(self.view_chosen)
        view.room_asked.connect(partial(self._give_room, dock))

    def dock_of(self, kind: type[LiveView]) -> ViewDock:
        """Where the view of that kind is, made or not."""
        return next(dock for dock in self.docks.values() if dock.kind is kind)

    def of(self, kind: type[Kind]) -> Kind:
        """The view of that kind, made now if it was never opened."""
        return cast("Kind", self.dock_of(kind).view)

    def once_made(self, kind: type[Kind], join: Callable[[Kind], object]) -> None:
        """Do this with the view of that kind, now or as soon as it is made."""
        self.dock_of(kind).tell(join, join)

    def reset(self) -> None:
        """Every view where it stands at first, in its first size."""
        self._asked.clear()
        for dock in self.docks.values():
            dock.leave_full_screen()
            dock.setFloating(False)
        self.addDockWidget(AREA.LeftDockWidgetArea, self.left)
        for entry in VIEWS:
            self.addDockWidget(entry.area, self.docks[entry.name], across(entry.area))
            self.docks[entry.name].setVisible(entry.is_open)
        for entry in VIEWS:
            # Behind a tab only once closed: a tab bar for one that closes later may stay on the screen.
            if entry.behind:
                self.tabifyDockWidget(self.docks[entry.behind], self.docks[entry.name])
        self.addDockWidget(AREA.RightDockWidgetArea, self.side)
        if not self._first:
            self._fit()

    def _fit(self) -> None:
        """Share the room that there is."""
        if self.width() < NARROW * letters():
            self._stack_below()
        self._size()

    def _size(self) -> None:
        right = min(RIGHT_WIDE, int(RIGHT_SHARE * self.width()))
        bottom = min(BOTTOM_HIGH, int(BOTTOM_SHARE * self.height()))
        self.resizeDocks([self.left, self.side], [self._left_wide(), right], SIDEWAYS)
        below = [entry for entry in VIEWS if entry.area == AREA.BottomDockWidgetArea and not entry.behind]
        beside = [entry for entry in VIEWS if entry.area == AREA.RightDockWidgetArea and not entry.behind]
        self.resizeDocks([self.docks[entry.name] for entry in below], [entry.share for entry in below], SIDEWAYS)
        self.resizeDocks([self.docks[below[0].name]], [bottom], UPRIGHT)
        heights = [*(entry.share for entry in beside), SIDE_HIGH]
        self.resizeDocks([*(self.docks[entry.name] for entry in beside), self.side], heights, UPRIGHT)

    def _left_wide(self) -> int:
        if not self._wide_left:
            return LEFT_WIDE
        return int(min(LESSON_WIDE * letters(), LESSON_SHARE * self.width()))

    def widen_left(self, wide: bool) -> None:
        """More room at the left, for text; there in a presentation too."""
        self._wide_left = wide
        if self._presents and not self._before.isEmpty():
            self.left.setVisible(wide)
        # Once what stands there has changed its least width.
        QTimer.singleShot(0, self, lambda: self.resizeDocks([self.left], [self._left_wide()], SIDEWAYS))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first or not self._kept.isEmpty():
            for part in (self.left, self.side):
                # It has been styled since it was made, so what it needs is to be asked anew.
                for inner in (*part.widget().findChildren(Scrolled), part.widget()):
                    inner.updateGeometry()
        # Before, the window had another size.
        if self._first:
            self._first = False
            self._fit()
        elif not self._kept.isEmpty():
            self.restoreState(self._kept)
            self._kept = QByteArray()
        if self._presents and self._before.isEmpty():
            self._make_room()

    def _stack_below(self) -> None:
        """The open views below the canvas behind each other's tabs, the first of them in front."""
        below = [self.docks[entry.name] for entry in VIEWS if entry.is_open and across(entry.area) == SIDEWAYS]
        self._stack(below, below[0])

    def _stack(self, docks: Sequence[ViewDock], front: ViewDock) -> None:
        for dock in docks[1:]:
            self.tabifyDockWidget(docks[0], dock)
        front.raise_()

    def _give_room(self, dock: ViewDock, asked: QSize) -> None:
        """A view below the canvas gets the size it needs: from those beside it, else the whole place, with tabs."""
        self._asked[dock] = asked
        # Once the window has laid out what has just come.
        QTimer.singleShot(0, dock, lambda: self._widen(dock))

    def _widen(self, dock: ViewDock) -> None:
        asked, below = self._asked.pop(dock, None), self._in(AREA.BottomDockWidgetArea)
        if asked is None or dock not in below:
            return
        beside = [other for other in below if other.y() == dock.y() and other.is_seen and other is not dock]
        if dock.width() + sum(other.width() for other in beside) < asked.width() + LEAST_BESIDE * letters():
            self._stack(below, dock)
        elif dock.width() < asked.width():
            self.resizeDocks([dock], [asked.width()], SIDEWAYS)
        high = asked.height() + dock.height() - dock.view.height()
        self.resizeDocks([dock], [max(dock.height(), min(high, int(MOST_BELOW * self.height())))], UPRIGHT)

    def _in(self, area: Qt.DockWidgetArea) -> list[ViewDock]:
        """The views that stand on a side of the canvas."""
        standing = (dock for dock in self.docks.values() if not (dock.isFloating() or dock.isHidden()))
        return [dock for dock in standing if self.dockWidgetArea(dock) == area]

    def present(self, on: bool) -> None:
        """For a room: the canvas and the views, without what networks are made by; or everything again as it was."""
        self._presents = on
        if on and self.isVisible():
            self._make_room()
        elif not on:
            # First everything takes its smaller letters.
            QTimer.singleShot(0, self, self._take_back_room)

    def _take_back_room(self) -> None:
        if not self._presents and not self._before.isEmpty():
            self.restoreState(self._before)
            self._before = QByteArray()

    def _make_room(self) -> None:
        self._before = self.saveState()
        self.left.setVisible(self._wide_left)
        self.side.hide()
        output = self.docks["output"]
        if self.width() < NARROW * letters():
            self._stack_below()
        self.resizeDocks([output], [int(PRESENTED_SHARE * self.width())], SIDEWAYS)

    def make_way(self, on: bool) -> None:
        """Close the views below the canvas for something that needs their room, in a narrow window what is left of it
        too, or where that is a lesson what is right of it; or everything again as it was."""
        if on and self._standing.isEmpty():
            self._standing = self.saveState()
            closed: list[QDockWidget] = [*self._in(AREA.BottomDockWidgetArea)]
            if self.width() < NARROW * letters():
                closed += [self.side, *self._in(AREA.RightDockWidgetArea)] if self._wide_left else [self.left]
            for dock in closed:
                dock.hide()
        elif not on and not self._standing.isEmpty():
            self.restoreState(self._standing)
            self._standing = QByteArray()

    def keep(self) -> bytes:
        """The layout, for the next start."""
        for dock in self.docks.values():
            dock.leave_full_screen()
        kept = next((state for state in (self._before, self._standing) if not state.isEmpty()), None)
        return bytes((self.saveState() if kept is None else kept).data())

    def restore(self, kept: bytes) -> None:
        """The layout of before; the first one where that cannot be understood."""
        if kept and self.restoreState(kept):
            self._first, self._kept = False, QByteArray(kept)
        elif kept:
            # What was understood in part leaves Qt's own layout half made, which only a whole one mends.
            self.restoreState(self._whole)
            self.reset()

    def toggles(self) -> list[QAction]:
        """For each view an action that opens and closes it."""
        return [dock.toggleViewAction() for dock in self.docks.values()]

    def share_keys(self, commands: Sequence[QAction]) -> None:
        """Their keys work in a view that floats or has the whole screen too, which is a window of its own."""
        for dock in self.docks.values():
            dock.addActions(commands)

    def enlarge(self) -> None:
        """The view that has the focus, or the pointer, over the whole screen; or back from there."""
        docks = sorted(self.docks.values(), key=lambda dock: (dock.in_full_screen, dock.has_focus, dock.underMouse()))
        if docks[-1].in_full_screen or docks[-1].has_focus or docks[-1].underMouse():
            docks[-1].toggle_full_screen()
        else:
            self.said.emit(self.tr("Click a view first, then F11 shows it over the whole screen."))

    def open_all(self) -> None:
        """Every view open and seen, none behind a tab: all that the window can be asked to draw at once."""
        for dock in self.docks.values():
            dock.show()
            dock.setFloating(bool(dock.isFloating() or self.tabifiedDockWidgets(dock)))

    # The doors of every part

    def _tell(self, what: str, telling: Callable[[LiveView], object]) -> None:
        for dock in self.docks.values():
            dock.tell(what, telling)

    def show_document(self, document: Document) -> None:
        self._tell("document", lambda view: view.show_document(document))

    def show_selection(self, node_ids: Sequence[str]) -> None:
        self._tell("selection", lambda view: view.show_selection(node_ids))

    def show_example(self, example: Example) -> None:
        self._tell("example", lambda view: view.show_example(example))

    def show_training(self, running: bool) -> None:
        self._tell("training", lambda view: view.show_training(running))

    def let_choose(self, on: bool) -> None:
        self._tell("choosing", lambda view: view.let_choose(on))

    def show_frame(self, frame: Frame) -> None:
        for dock in self.docks.values():
            dock.show_frame(frame)

    def forget(self) -> None:
        for dock in self.docks.values():
            dock.forget()

    def show_theme(self, theme: Theme) -> None:
        for dock in self.docks.values():
            dock.show_theme(theme)

    def wanted(self, wanted: Wanted) -> Wanted:
        """What others want, and with it what each view wants that is seen and not paused."""
        for dock in self.docks.values():
            if dock.is_live:
                wanted = dock.view.wanted(wanted)
        return wanted


def fixed(name: str, panel: QWidget) -> QDockWidget:
    """A dock without a title bar that stays where it is."""
    dock = QDockWidget()
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
    dock.setTitleBarWidget(QWidget())
    dock.setWidget(panel)
    return dock


def across(area: Qt.DockWidgetArea) -> Qt.Orientation:
    """How docks of this area stand: beside each other below, else below each other."""
    return SIDEWAYS if area == AREA.BottomDockWidgetArea else UPRIGHT
