"""Another theme reaches every widget, seen or not, and styles each only once."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from playground.ui.style import style_sheet
from playground.ui.theme import DARK, LIGHT, palette
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.styling import Styling

DEPTH = 6


class Told(QObject):
    """How often each widget heard that its style is another."""

    def __init__(self) -> None:
        super().__init__()
        self.times = Counter[QWidget]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


def nested(depth: int) -> QWidget:
    """A button in boxes in one another."""
    inner: QWidget = QPushButton("ok")
    for _ in range(depth):
        box = QWidget()
        QVBoxLayout(box).addWidget(inner)
        inner = box
    return inner


@pytest.fixture
def styled():
    """The application in light colours, as it was afterwards."""
    application = QApplication.instance()
    sheet, colours, font = application.styleSheet(), application.palette(), application.font()
    application.setPalette(palette(LIGHT))
    application.setStyleSheet(style_sheet(LIGHT))
    yield application
    application.setFont(font)
    application.setPalette(colours)
    application.setStyleSheet(sheet)


def ink(widget: QWidget) -> str:
    return widget.palette().color(QPalette.ColorRole.ButtonText).name()


def test_what_is_seen_is_styled_at_once_and_once_and_the_rest_soon(qtbot, styled) -> None:
    window, hidden = nested(DEPTH), nested(DEPTH)
    qtbot.addWidget(window)
    window.layout().addWidget(hidden)
    window.show()
    hidden.hide()
    seen_one, hidden_one = window.findChildren(QPushButton)[0], hidden.findChild(QPushButton)
    told = Told()
    styled.installEventFilter(told)
    Styling(window).show(DARK)
    styled.removeEventFilter(told)
    assert ink(seen_one) == DARK.ink
    assert {told.times[one] for one in (window, *window.findChildren(QWidget)) if one.isVisible()} == {1}
    assert told.times[hidden_one] == 0
    qtbot.waitUntil(lambda: ink(hidden_one) == DARK.ink)


def test_what_comes_later_and_other_letters_have_the_theme_too(qtbot, styled) -> None:
    window, label = nested(1), TextLabel("words", scale=0.8)
    qtbot.addWidget(window)
    window.layout().addWidget(label)
    window.show()
    large = styled.font()
    large.setPointSizeF(2 * large.pointSizeF())
    styled.setFont(large)
    Styling(window).show(DARK)
    late = QPushButton("late", window)
    late.show()
    assert ink(late) == DARK.ink
    assert label.font().pointSizeF() == pytest.approx(0.8 * large.pointSizeF(), abs=0.05)


def test_a_widget_that_goes_meanwhile_is_passed_over(qtbot, styled) -> None:
    window, hidden = nested(1), nested(1)
    qtbot.addWidget(window)
    window.layout().addWidget(hidden)
    window.show()
    hidden.hide()
    other = window.findChild(QPushButton)
    other.hide()
    styling = Styling(window)
    styling.show(DARK)
    hidden.deleteLater()
    qtbot.waitUntil(lambda: ink(other) == DARK.ink)
