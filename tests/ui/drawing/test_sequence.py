"""The dialog of sequences: what it makes of its fields, and what it says where they make nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from playground.datasets.making.windows import SequenceData
from playground.datasets.sources import TABLES
from playground.ui.drawing.sequence import AskSequence
from playground.ui.theme import LIGHT


@pytest.fixture
def dialog(qtbot) -> AskSequence:
    made = AskSequence(SequenceData(), LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: AskSequence, kind: str) -> None:
    word = next(word for word, known in dialog.kinds.items() if known == kind)
    dialog.switch.buttons[word].click()


def ready(dialog: AskSequence) -> bool:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_each_kind_shows_its_fields_and_three_windows(dialog) -> None:
    for kind, shown in (("wave", 6), ("echo", 3), ("parity", 2)):
        choose(dialog, kind)
        assert ready(dialog)
        assert dialog.asked.kind == kind
        assert sum(row.isVisible() for row in dialog.rows) == shown
        assert len(dialog.traces.rows) == 3
    assert {words for _, _, words in dialog.traces.rows} <= {"odd", "even"}
    dialog.grab()


def test_a_wave_that_is_none_says_why(dialog) -> None:
    dialog.text.setText("z = x * y")
    assert not ready(dialog)
    assert dialog.told.text() == "A wave is y = f(x), with x alone on the right."


def test_a_column_of_a_table_makes_windows(dialog, qtbot) -> None:
    choose(dialog, "column")
    assert not ready(dialog)
    dialog.take_table(TABLES / "diabetes.csv")
    # It is read beside the window.
    assert not dialog.columns
    assert not dialog.table_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.names.count() > 0)
    dialog.names.setCurrentIndex(dialog.names.findText("bmi"))
    assert ready(dialog)
    assert dialog.title == "diabetes: bmi"
    assert dialog.told.text().startswith("426 windows of 16 values each.")
    dialog.take_table(TABLES)
    qtbot.waitUntil(dialog.table_button.isEnabled)
    assert not ready(dialog)
    assert "folder" in dialog.told.text()
