"""The dock that holds a live view: its menu, its pause, its full screen; and when the view is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import pairwise
from typing import Any, cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QWidget

from playground.frames.frame import Frame
from playground.ui.docks.title_bar import TitleBar
from playground.ui.theme import Theme
from playground.ui.widgets.first_paint import busy
from playground.ui.widgets.live_view import LiveView
from playground.ui.widgets.parts import keep_place, parts_of
from playground.ui.widgets.plain import tip
from playground.ui.widgets.sparing import Sparing

FEATURES = QDockWidget.DockWidgetFeature
# Says something to the view that it is given.
Telling = Callable[[Any], object]


class ViewDock(QDockWidget):
    """Its `objectName` is the view's name. Gives frames to its view while that is seen and not paused.

    The view is made once it is opened or asked for, and is told then what it has missed. `live_changed` tells that it
    came to be seen, went, was paused or went on; `save_asked(ending)` is a person's wish.
    """

    live_changed = Signal()
    save_asked = Signal(str)

    def __init__(self, name: str, kind: type[LiveView], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(kind.title(), parent)
        self.setObjectName(name)
        self.setFeatures(FEATURES.DockWidgetClosable | FEATURES.DockWidgetMovable | FEATURES.DockWidgetFloatable)
        self.kind, self.theme = kind, theme
        self._view: LiveView | None = None
        self._missed = dict[Hashable, Telling]()
        self.paused, self.is_seen = False, False
        self._newest: Frame | None = None
        self._showing = Sparing(kind.rest, self._show_newest, self)
        self._floated_before: QRect | None = None
        self._sizes: dict[QDockWidget, QSize] = {}
        self.leave_key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self.leave_key.setEnabled(False)
        self.leave_key.activated.connect(self.leave_full_screen)
        self.visibilityChanged.connect(self._show_seen)
        self.topLevelChanged.connect(self._show_floating)
        # Opened by its command, it comes before the others behind whose tabs it stands.
        self.toggleViewAction().triggered.connect(lambda opened: self.raise_() if opened else None)

    @property
    def is_made(self) -> bool:
        return self._view is not None

    @property
    def view(self) -> LiveView:
        return self.make()

    def tell(self, what: Hashable, telling: Telling) -> None:
        """Tell the view now, or as soon as it is made: of each `what` the newest, in the order of the first ones."""
        if self._view is None:
            self._missed[what] = telling
        else:
            telling(self._view)

    def make(self) -> LiveView:
        """Its view, made and told what it has missed if it was never opened."""
        if self._view is None:
            self._view = self.kind(self.theme)
            self._surround(self._view)
        return self._view

    def _surround(self, view: LiveView) -> None:
        view.setObjectName(f"view:{self.objectName()}")
        view.wanted_changed.connect(self.live_changed)
        self.menu = QMenu(view.title(), self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.bar = TitleBar(view, self.menu, self.theme, self)
        self.bar.pause_asked.connect(self.toggle_pause)
        self.bar.float_asked.connect(self.toggle_floating)
        self.setTitleBarWidget(self.bar)
        # Hidden behind a tab the view keeps its room, so that nothing jumps.
        keep_place(view)
        self.setWidget(view)
        self._keep_its_turn()
        QApplication.instance().focusChanged.connect(self._show_near)  # type: ignore[union-attr]
        for telling in self._missed.values():
            telling(view)
        self._missed.clear()
        self.fill_menu()
        self.show_theme(self.theme)

    def _keep_its_turn(self) -> None:
        """Tab comes to what is in it after what is before it, as if it had been made with the window."""
        inside: list[QWidget] = [self.bar]
        # Not as far as the window: what has been asked for the next one, Python keeps, and that would be a circle.
        for _ in range(sum(part.window() is self.window() for part in parts_of(self)) - 1):
            inside.append(cast("QWidget", inside[-1].nextInFocusChain()))
        taking = (part for part in inside if part.focusPolicy() != Qt.FocusPolicy.NoFocus)
        turns = [self, *filter(self.isAncestorOf, taking)]
        # Of what takes no focus, Qt does not let the order be changed.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for before, after in pairwise(turns):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setVisible(self, visible: bool) -> None:
        # Before the window gives it its place, as that has the size of the view.
        if visible and not self.is_made:
            with busy():
                self.make()
        super().setVisible(visible)

    @property
    def is_live(self) -> bool:
        """Whether its view is given frames, and asked what it wants."""
        return self.is_seen and not self.paused

    @property
    def in_full_screen(self) -> bool:
        return self._floated_before is not None

    @property
    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_frame(self, frame: Frame) -> None:
        """Keeps the newest frame, and shows it now or when the view is seen again."""
        self._newest = frame
        if self.is_live:
            self._showing.ask_for(frame)

    def _show_newest(self) -> None:
        if self.is_live and self._newest is not None:
            self.view.show_frame(self._newest)

    def forget(self) -> None:
        """Blank at once, seen or not, paused or not."""
        self._newest = None
        if self._view is not None:
            self._view.forget()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self._view is None:
            return
        self._view.show_theme(theme)
        self.bar.show_theme(theme)
        self.bar.show_paused(self.paused, theme)
        self._show_floating()

    def toggle_pause(self) -> None:
        self.paused = not self.paused
        self.bar.show_paused(self.paused, self.theme)
        self._come_alive()

    def toggle_floating(self) -> None:
        self.leave_full_screen()
        if self.isFloating():
            self._dock()
        else:
            self._undock()

    def toggle_full_screen(self) -> None:
        if self.in_full_screen:
            self.leave_full_screen()
            return
        self._floated_before = self.geometry() if self.isFloating() else QRect()
        self._undock()
        # A tool window, as Qt makes of a floating dock, may be refused the whole screen.
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.leave_key.setEnabled(True)
        # Where there is no window manager nobody else does.
        self.setGeometry(self.screen().geometry())
        self.showFullScreen()
        self.activateWindow()
        self.bar.menu.setFocus()

    def leave_full_screen(self) -> None:
        if self._floated_before is None:
            return
        floated, self._floated_before = self._floated_before, None
        self.leave_key.setEnabled(False)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self._dock()
        if not floated.isNull():
            self.setFloating(True)
            self.setGeometry(floated)
        self.show()
        # Keys go on where they went before.
        self.window().activateWindow()

    def _undock(self) -> None:
        if not self.isFloating():
            self._sizes = {dock: dock.size() for dock in self._docked()}
        self.setFloating(True)

    def _dock(self) -> None:
        """Back to where it was, in its size: Qt forgets that where the others of its tab are closed."""
        self.setFloating(False)
        window = self.parent()
        sizes = {dock: self._sizes[dock] for dock in self._docked() if dock in self._sizes}
        if self in sizes and isinstance(window, QMainWindow):
            window.resizeDocks(list(sizes), [size.width() for size in sizes.values()], Qt.Orientation.Horizontal)
            window.resizeDocks(list(sizes), [size.height() for size in sizes.values()], Qt.Orientation.Vertical)

    def _docked(self) -> list[QDockWidget]:
        """Every dock around the same canvas that is seen there, this one among them."""
        window = self.parent()
        docks = window.findChildren(QDockWidget) if window else []
        return [dock for dock in docks if not dock.isFloating() and not dock.visibleRegion().isEmpty()]

    def fill_menu(self) -> None:
        """The menu as things are now: the view's own commands first."""
        self.menu.clear()
        self.menu.addActions(self.view.actions())
        self.menu.addSeparator()
        self._add(self.tr("What this shows"), self.bar.explain)
        whole, floating = self.in_full_screen, self.isFloating() and not self.in_full_screen
        self._add(self.tr("Dock") if floating else self.tr("Float"), self.toggle_floating)
        screen = self._add(self.tr("Leave full screen") if whole else self.tr("Full screen"), self.toggle_full_screen)
        # Told, not bound: the window's own menu has the key.
        screen.setText(screen.text() + ("\tEsc" if whole else "\tF11"))
        self._add(self.tr("Go on") if self.paused else self.tr("Pause"), self.toggle_pause)
        self.menu.addSeparator()
        self._add(self.tr("Save picture as PNG…"), lambda: self.save_asked.emit(".png"))
        why_not = self.view.why_no_svg()
        lines = self._add(self.tr("Save picture as SVG…"), lambda: self.save_asked.emit(".svg"), why_not)
        lines.setText(self.tr("Save picture as SVG… (not of 3D)") if why_not else lines.text())
        empty = "" if self.view.table() else self.tr("There are no numbers yet.")
        self._add(self.tr("Save numbers as CSV…"), lambda: self.save_asked.emit(".csv"), empty)
        self.menu.addSeparator()
        self._add(self.tr("Close"), self.close)

    def _add(self, words: str, run: object, why_not: str = "") -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(lambda: run())  # type: ignore[operator]
        action.setEnabled(not why_not)
        action.setToolTip(tip(why_not or words))
        return action

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_near()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_near()

    def _show_near(self) -> None:
        self.bar.show_near(self.underMouse() or self.has_focus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.bar.menu.setFocus(Qt.FocusReason.MouseFocusReason)

    def closeEvent(self, event: QEvent) -> None:
        self.leave_full_screen()
        super().closeEvent(event)  # type: ignore[arg-type]

    def _show_seen(self, seen: bool) -> None:
        # Of a dock that floats off from behind a tab, Qt says that it is still hidden.
        seen = self.is_seen = seen or (self.isFloating() and self.isVisible())
        # Behind another tab Qt calls a dock visible; hidden itself, it hides its view, and while it does so a change
        # would upset the layout.
        if self._view is not None:
            self._view.setVisible(seen or not self.isVisible())
            self._come_alive()

    def _come_alive(self) -> None:
        """The newest frame at once, if it holds all that the view wants; else it comes in a moment."""
        frame = self._newest
        if self.is_live and frame is not None and self.view.wanted(frame.wanted) == frame.wanted:
            self.view.show_frame(frame)
        self.live_changed.emit()

    def _show_floating(self) -> None:
        edge = 1 if self.isFloating() and not self.in_full_screen else 0
        self.setContentsMargins(edge, edge, edge, edge)
