"""The dock that holds a live view: its quiet title bar, its menu, its pause, its full screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QToolButton,
    QToolTip,
    QWidget,
)

from playground.frames.frame import Frame
from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.live_view import LiveView
from playground.ui.widgets.parts import keep_place, tool_button
from playground.ui.widgets.plain import PlainLabel, tip
from playground.ui.widgets.sparing import Sparing

SAID_FOR = 15_000
FEATURES = QDockWidget.DockWidgetFeature


class TitleBar(QWidget):
    """The view's own heading, then: what it shows, pause, menu."""

    def __init__(self, dock: ViewDock, view: LiveView, theme: Theme) -> None:
        super().__init__(dock)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dock, self.heading = dock, view.heading
        self.mark = PlainLabel(self.tr("Paused"), self)
        self.mark.hide()
        self.info = tool_button(icon("info", theme, "muted"), self.tr("What this shows"), side=15)
        self.info.setToolTip(tip(view.explanation()))
        self.info.setAccessibleDescription(view.explanation())
        self.info.clicked.connect(self.explain)
        self.pause = tool_button(icon("pause", theme, "muted"), "", side=15)
        self.pause.clicked.connect(dock.toggle_pause)
        words = self.tr("Menu of {view}").format(view=view.title())
        self.menu = tool_button(icon("more", theme, "muted"), words, side=15)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setMenu(dock.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 2)
        self._margins = 12 + 6
        row.setSpacing(0)
        row.addWidget(self.heading, 1)
        row.addWidget(self.mark)
        for button in (self.info, self.pause, self.menu):
            button.setProperty("look", "quiet")
            row.addWidget(button)
        self.heading.show()
        self._near = False
        self.show_near(False)

    def show_near(self, near: bool) -> None:
        """All buttons while the pointer or the focus is in the view; else the menu, which has all of them.

        Their place is kept, so that nothing moves; where there is none they stay away.
        """
        self._near = near
        buttons, has_room = (self.info, self.pause), self.width() >= self._wide
        keep_place(*buttons, keep=has_room)
        for button in buttons:
            button.setVisible(near and has_room)

    @property
    def _wide(self) -> int:
        """How wide it is with all buttons."""
        parts = (self.heading, self.info, self.pause, self.menu)
        return sum(part.sizeHint().width() for part in parts) + self._margins

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_near(self._near)

    def explain(self) -> None:
        place = self.menu.mapToGlobal(QPoint(0, self.menu.height()))
        QToolTip.showText(place, tip(self.info.toolTip()), self, self.rect(), SAID_FOR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # So that F11 finds the view that was clicked. The dock is moved by what its bar leaves to it.
        self.menu.setFocus(Qt.FocusReason.MouseFocusReason)
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._dock.toggle_floating()

    def show_paused(self, paused: bool, theme: Theme) -> None:
        self.mark.setVisible(paused)
        words = self.tr("Go on showing what is new") if paused else self.tr("Pause this view")
        self.pause.setIcon(icon("play" if paused else "pause", theme, "accent" if paused else "muted"))
        self.pause.setToolTip(tip(words))
        self.pause.setAccessibleName(words)

    def show_theme(self, theme: Theme) -> None:
        self.info.setIcon(icon("info", theme, "muted"))
        self.menu.setIcon(icon("more", theme, "muted"))
        self.mark.setFont(scaled_font(SMALLER))
        self.mark.setStyleSheet(
            f"color: {theme.muted}; border: 1px solid {theme.line}; border-radius: 5px; padding: 0 5px; margin: 0 3px;"
        )


class ViewDock(QDockWidget):
    """Its `objectName` is the view's name. Gives frames to its view while that is seen and not paused.

    `live_changed` tells that it came to be seen, went, was paused or went on; `save_asked(ending)` is a person's wish.
    """

    live_changed = Signal()
    save_asked = Signal(str)

    def __init__(self, name: str, view: LiveView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(view.title(), parent)
        self.setObjectName(name)
        self.setFeatures(FEATURES.DockWidgetClosable | FEATURES.DockWidgetMovable | FEATURES.DockWidgetFloatable)
        self.view, self.theme = view, theme
        view.setObjectName(f"view:{name}")
        self.paused, self.is_seen = False, False
        self._newest: Frame | None = None
        self._showing = Sparing(view.rest, self._show_newest, self)
        self._floated_before: QRect | None = None
        self._sizes: dict[QDockWidget, QSize] = {}
        self.menu = QMenu(view.title(), self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.bar = TitleBar(self, view, theme)
        self.setTitleBarWidget(self.bar)
        # Hidden behind a tab the view keeps its room, so that nothing jumps.
        keep_place(view)
        self.setWidget(view)
        self.leave_key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self.leave_key.setEnabled(False)
        self.leave_key.activated.connect(self.leave_full_screen)
        self.visibilityChanged.connect(self._show_seen)
        QApplication.instance().focusChanged.connect(self._show_near)  # type: ignore[union-attr]
        self.topLevelChanged.connect(self._show_floating)
        view.wanted_changed.connect(self.live_changed)
        self.fill_menu()
        self.show_theme(theme)

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
        self.view.forget()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.view.show_theme(theme)
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
        self.view.setVisible(seen or not self.isVisible())
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
