"""Fields of a form under the wheel, which is the panel's to scroll until a field has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.document.layers.layer import ACTIVATIONS
from playground.ui.panels.form import WordBox
from playground.ui.theme import LIGHT


@pytest.fixture
def box(qtbot, shown):
    """A box of words at its second one, with no focus."""
    made = shown(WordBox(ACTIVATIONS, LIGHT), 120, 30)
    made.setCurrentIndex(1)
    made.clearFocus()
    return made


def turned(box) -> bool:
    """Whether a notch of the wheel downwards was taken by the box, and not left to the panel around it."""
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    return event.isAccepted()


def test_a_wheel_that_passes_over_a_choice_scrolls_the_panel_and_changes_nothing(box):
    assert not turned(box)
    assert box.currentIndex() == 1


def test_the_wheel_turns_a_choice_that_has_the_focus(box):
    box.setFocus()
    assert turned(box)
    assert box.currentIndex() == 2
