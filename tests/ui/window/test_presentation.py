"""Presentation: everything large for a room, what is not to be shown away, and everything again as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from playground.ui.theme import DARK
from playground.ui.widgets.parts import TextLabel

KEYS = Qt.Key


def live(milliseconds: int = 50) -> None:
    QTest.qWait(milliseconds)


def test_presentation_makes_everything_large_and_is_remembered(open_window, qtbot) -> None:
    first = open_window()
    plain = QApplication.font().pointSizeF()
    try:
        first.presentation.trigger()
        assert QApplication.font().pointSizeF() == 1.5 * plain
        labels = [label for label in first.findChildren(TextLabel) if label.text() == "Layers"]
        # It is hidden in a presentation, so it takes its turn after what is seen.
        qtbot.waitUntil(lambda: labels[0].font().pointSizeF() == 1.5 * plain)
        first.show_theme(DARK)
        qtbot.waitUntil(lambda: labels[0].font().pointSizeF() == 1.5 * plain)
        first.presentation.trigger()
        qtbot.waitUntil(lambda: labels[0].font().pointSizeF() == plain)
        first.presentation.trigger()
        first.close()
        assert first.settings.presentation
    finally:
        first.presentation.setChecked(False)
    assert QApplication.font().pointSizeF() == plain
    second = open_window(settings=first.settings)
    assert QApplication.font().pointSizeF() == 1.5 * plain
    second.presentation.trigger()
    assert QApplication.font().pointSizeF() == plain


def test_a_presentation_makes_room_and_escape_leaves_it_as_all_was(window, qtbot) -> None:
    docks = window.docks
    before = {name: dock.size() for name, dock in docks.docks.items() if dock.is_seen}
    try:
        window.presentation.trigger()
        live(50)
        assert not docks.left.isVisible()
        assert not docks.side.isVisible()
        seen = docks.docks["output"].view
        assert seen.width() >= 0.3 * window.width()
        assert seen.height() >= seen.minimumSizeHint().height()
        window.canvas.setFocus()
        window.activateWindow()
        QTest.keyClick(window.canvas, KEYS.Key_Escape)
        live(50)
        assert not window.presentation.isChecked()
    finally:
        window.presentation.setChecked(False)
    live(50)
    assert docks.left.isVisible()
    after = {name: dock.size() for name, dock in docks.docks.items() if dock.is_seen}
    assert after.keys() == before.keys()
    for name, size in after.items():
        assert (size.width(), size.height()) == pytest.approx((before[name].width(), before[name].height()), abs=16)


def test_escape_in_a_field_is_the_fields_own(window) -> None:
    field = QLineEdit(window.canvas)
    pressed = list[int]()
    field.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    try:
        window.presentation.trigger()
        field.show()
        window.activateWindow()
        field.setFocus()
        live(50)
        for _ in range(2):
            QTest.keyClick(field, KEYS.Key_Escape)
        assert pressed == [KEYS.Key_Escape] * 2
        assert window.presentation.isChecked()
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, KEYS.Key_Escape)
        assert not window.presentation.isChecked()
    finally:
        window.presentation.setChecked(False)
        field.deleteLater()
