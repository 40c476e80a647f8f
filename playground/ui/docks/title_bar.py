"""The quiet title bar of a live view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QToolTip, QWidget

from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.live_view import LiveView
from playground.ui.widgets.parts import keep_place, tool_button
from playground.ui.widgets.plain import PlainLabel, tip

SAID_FOR = 15_000


class TitleBar(QWidget):
    """The view's own heading, what it shows, pause, menu. `pause_asked` and `float_asked` are a person's wishes."""

    pause_asked = Signal()
    float_asked = Signal()

    def __init__(self, view: LiveView, menu: QMenu, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = view.heading
        self.mark = PlainLabel(self.tr("Paused"), self)
        self.mark.hide()
        self.info = tool_button(icon("info", theme, "muted"), self.tr("What this shows"), side=15)
        self.info.setToolTip(tip(view.explanation()))
        self.info.setAccessibleDescription(view.explanation())
        self.info.clicked.connect(self.explain)
        self.pause = tool_button(icon("pause", theme, "muted"), "", side=15)
        self.pause.clicked.connect(self.pause_asked)
        words = self.tr("Menu of {view}").format(view=view.title())
        self.menu = tool_button(icon("more", theme, "muted"), words, side=15)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setMenu(menu)
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
        self.float_asked.emit()

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
