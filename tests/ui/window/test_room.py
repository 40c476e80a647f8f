"""Every word, button, box and tab of the window has the room it needs, at any size of window and letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)

from playground.document.examples import example
from playground.ui.assets import asset
from playground.ui.main_window import MainWindow
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.parts import CutLabel

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QSlider)
KINDS = (QLabel, QAbstractButton, QComboBox, QLineEdit)
# The last is what is left of 1440 x 900 at 150 %.
SIZES = ((1024, 640), (1280, 720), (1440, 900), (1920, 1080), (960, 600))


def needed(part: QWidget) -> tuple[int, int]:
    """The width and height that what it says needs; 0 where it makes do with any."""
    metrics = part.fontMetrics()
    # These end in … where they must.
    if isinstance(part, Note | CutLabel) or (isinstance(part, QLabel) and not part.text()):
        return 0, 0
    if isinstance(part, QLabel):
        hint = part.sizeHint()
        return (0, part.heightForWidth(part.width())) if part.wordWrap() else (hint.width(), hint.height())
    if isinstance(part, QAbstractButton) and not part.text():
        return part.iconSize().width(), part.iconSize().height()
    words = part.currentText() if isinstance(part, QComboBox) else part.text()
    return metrics.horizontalAdvance(words.replace("&", "")), metrics.height()


def told(part: QWidget) -> str:
    words = part.currentText() if isinstance(part, QComboBox) else getattr(part, "text", str)()
    return f"{type(part).__name__} {words!r} ({part.accessibleName()})"


def scrolls(part: QWidget, window: QWidget) -> bool:
    while part is not window:
        part = part.parentWidget()
        if isinstance(part.parentWidget(), QAbstractScrollArea):
            return True
    return False


def faults(window: MainWindow) -> Iterator[str]:
    """What has too little room, lies outside of what holds it, or on something else."""
    found = (part for part in window.findChildren(QWidget) if isinstance(part, KINDS) and part.isVisibleTo(window))
    # The arrows of a tab bar are Qt's own.
    parts = [part for part in found if not isinstance(part.parentWidget(), QTabBar)]
    for part in parts:
        (wide, high), size = needed(part), part.size()
        if wide > size.width() + 1 or high > size.height() + 1:
            yield f"{told(part)} needs {wide} x {high}, has {size.width()} x {size.height()}"
        place = QRect(part.mapTo(window, QPoint(0, 0)), size)
        if not scrolls(part, window) and not window.rect().contains(place):
            yield f"{told(part)} is outside of the window"
    for parent in {part.parentWidget() for part in parts}:
        kids = [kid for kid in parent.children() if isinstance(kid, QWidget) and kid.isVisibleTo(window)]
        for one, other in combinations(kids, 2):
            both = one.geometry().intersected(other.geometry())
            if isinstance(one, KINDS) and isinstance(other, KINDS) and both.width() > 1 and both.height() > 1:
                yield f"{told(one)} lies on {told(other)}"


@pytest.mark.parametrize("letters", [1.0, 1.25, 1.5])
def test_everything_has_room(open_window, letters: float) -> None:
    font = QApplication.font()
    plain = font.pointSizeF()
    found: dict[tuple[int, int], list[str]] = {}
    try:
        font.setPointSizeF(letters * plain)
        QApplication.setFont(font)
        window = open_window()
        window.show_theme(window.theme)
        for size in SIZES[: 4 if letters == 1.5 else None]:
            window.resize(*size)
            window.docks.reset()
            for _ in range(30):
                # Docks lay themselves out bit by bit.
                QTest.qWait(40)
                found[size] = sorted(set(faults(window)))
                if not found[size]:
                    break
    finally:
        font.setPointSizeF(plain)
        QApplication.setFont(font)
    assert {size: wrong for size, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", ["circle", "digits", "waves"])
def test_every_control_has_a_name_and_what_has_no_words_a_tooltip(open_window, name: str) -> None:
    window = open_window(example(name, asset("examples")))
    window.docks.open_all()
    QTest.qWait(80)
    bare = []
    for part in window.findChildren(QWidget):
        # Parts of a box, a field, a tab bar are Qt's own.
        own = part.objectName().startswith("qt_") or isinstance(part.parentWidget(), (*CONTROLS, QTabBar))
        if not isinstance(part, CONTROLS) or own:
            continue
        words = part.text() if isinstance(part, QAbstractButton) else ""
        waits = not part.isVisibleTo(window) and not words and not part.accessibleName()
        if not waits and not ((words or part.accessibleName()) and (words or part.toolTip())):
            bare.append(f"{told(part)} in {type(part.parentWidget()).__name__}, tooltip {part.toolTip()!r}")
    assert bare == []


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720)])
def test_every_view_that_is_open_is_reached_by_its_tab(open_window, size: tuple[int, int]) -> None:
    window = open_window(size=size)
    for dock in window.docks.docks.values():
        dock.show()
    QTest.qWait(80)
    for bar in [bar for bar in window.docks.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1]:
        titles = [bar.tabText(place) for place in range(bar.count())]
        reached, scrolls = set[str](), [part for part in bar.findChildren(QToolButton) if part.isVisible()]
        for arrow in scrolls or [None]:
            for _ in titles:
                for place in range(bar.count()):
                    middle = bar.tabRect(place).center()
                    if bar.rect().contains(middle) and bar.childAt(middle) is None:
                        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)
                        reached.add(bar.tabText(bar.currentIndex()))
                if arrow is not None:
                    QTest.mouseClick(arrow, Qt.MouseButton.LeftButton)
        assert reached == set(titles)
        assert bar.focusPolicy() & Qt.FocusPolicy.TabFocus
        bar.setCurrentIndex(0)
        bar.setFocus()
        seen = [bar.tabText(bar.currentIndex())]
        for _ in titles[1:]:
            QTest.keyClick(bar, Qt.Key.Key_Right)
            seen.append(bar.tabText(bar.currentIndex()))
        assert seen == titles
