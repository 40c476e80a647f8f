"""Another theme for all widgets: those that are seen at once, the others in pieces, so that nothing is held."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from playground.ui.style import style_sheet
from playground.ui.theme import Theme, palette
from playground.ui.widgets.fonts import follow_font

# For how long the window may be held by those that nobody sees.
SLICE = 0.02


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

    def show(self, theme: Theme, later: Iterable[Callable[[Theme], object]] = ()) -> None:
        """Palette, style sheet and letters, as the theme and the application's font have it.

        Each of those that come `later` hears of the theme in a turn of its own, in their order.
        """
        self._theme, self._later = theme, list(later)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette(theme))
        if application.styleSheet():
            # What the style knows of widgets goes, so that Qt finds none to style by itself.
            application.style().unpolish(application)
        application.setStyleSheet(style_sheet(theme))
        application.style().polish(application)
        # Those that have never been seen are styled as they are.
        styled = [one for one in QApplication.allWidgets() if one.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)]
        self._waiting = [one for one in styled if not one.isVisible()]
        for widget in styled:
            if widget.isVisible():
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


def restyle(widget: QWidget) -> None:
    """As the application's style sheet and font are now."""
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    follow_font(widget)
