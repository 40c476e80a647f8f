"""Windows that fit the screen they open on, and parts that scroll where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget


def room_for(window: QWidget) -> QRect:
    """Where the window's inside may stand on its screen: what is free there, without the title and the borders."""
    free, frame, inside = window.screen().availableGeometry(), window.frameGeometry(), window.geometry()
    if frame != inside or window.isVisible():
        left, top = inside.left() - frame.left(), inside.top() - frame.top()
        return free.adjusted(left, top, inside.right() - frame.right(), inside.bottom() - frame.bottom())
    # Before it is shown nobody knows how high its title will be.
    return free.adjusted(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight), 0, 0)


def size_on_screen(window: QWidget, wanted: QSize, least: QSize) -> None:
    """Give it the size that is wanted, and a least one, or as much of both as its screen has."""
    room = room_for(window).size()
    window.setMinimumSize(least.boundedTo(room))
    window.resize(wanted.boundedTo(room))


def fit_on_screen(window: QWidget) -> None:
    """Move and shrink a window that is shown, so that all of it is seen."""
    room, inside = room_for(window), window.geometry()
    filled = window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
    if filled or room.contains(inside):
        return
    window.setMinimumSize(window.minimumSize().boundedTo(room.size()))
    size = inside.size().boundedTo(room.size())
    left = min(max(inside.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(inside.top(), room.top()), room.bottom() + 1 - size.height())
    window.setGeometry(QRect(left, top, size.width(), size.height()))


class Scrolled(QScrollArea):
    """A part as large as the room, and no smaller than it can be: then it scrolls, downwards or both ways."""

    def __init__(self, part: QWidget, across: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._across = part, across
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # The arrow keys and Tab are for what is inside.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not across:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(part)

    def sizeHint(self) -> QSize:
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        if self._across:
            return QSize(0, 0)
        return QSize(self._part.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
