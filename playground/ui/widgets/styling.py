"""Another theme for all widgets: those that are seen at once, the others in pieces, so that nothing is held."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from playground.ui.style import style_sheet
from playground.ui.theme import Theme, palette
from playground.ui.widgets.first_paint import busy
from playground.ui.widgets.fonts import follow_font

# For how long the window may be held by those that nobody sees.
SLICE = 0.02
POLISHED = Qt.WidgetAttribute.WA_WState_Polished


class Styling(QObject):
    """Gives the application a theme.

    Qt's own way, `setStyleSheet`, styles a widget once for each of those that it stands in, seen or not: 2 s for 2,500.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[QWidget] = []
        self._later: list[Callable[[Theme], object]] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    @busy()
    def show(self, theme: Theme, later: Iterable[Callable[[Theme], object]] = ()) -> None:
        """Palette, style sheet and letters, as the theme and the application's font have it.

        Each of those that come `later` hears of the theme in a turn of its own, in their order.
        """
        self._theme, self._later = theme, list(later)
        styled = put_on(style_sheet(theme), theme)
        for widget in styled:
            widget.setAttribute(POLISHED)
        seen = [one for one in styled if is_seen(one)]
        self._waiting = list(set(styled).difference(seen))
        for widget in seen:
            restyle(widget)
        self._turn.start()

    def _go_on(self) -> None:
        """Some more, first what is to hear of it, then those that are seen by now."""
        if self._later:
            self._later.pop(0)(self._theme)
            return
        until = time.perf_counter() + SLICE
        self._waiting = sorted(filter(isValid, self._waiting), key=QWidget.isVisible)
        while self._waiting and time.perf_counter() < until:
            widget = self._waiting.pop()
            # One may go with another's new style.
            if isValid(widget):
                restyle(widget)
        if not self._waiting:
            self._turn.stop()


def put_on(sheet: str, theme: Theme) -> list[QWidget]:
    """A style sheet of which Qt finds nothing to style by itself; gives the widgets that have been styled before."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    # Those that have never been asked for their size are styled as they come to be seen.
    styled = [one for one in QApplication.allWidgets() if one.testAttribute(POLISHED)]
    for widget in styled:
        widget.setAttribute(POLISHED, False)
    application.setPalette(palette(theme))
    if application.styleSheet():
        # What the style knows of widgets goes too.
        application.style().unpolish(application)
    application.setStyleSheet(sheet)
    application.style().polish(application)
    return styled


def is_seen(widget: QWidget) -> bool:
    """It is, or will be once its window is shown for the first time."""
    window = widget.window()
    return widget.isVisible() if window.isVisible() else isinstance(window, QMainWindow) and widget.isVisibleTo(window)


def restyle(widget: QWidget) -> None:
    """As the application's style sheet and font are now."""
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    follow_font(widget)
