"""The chosen example: the same in every view, kept while the data stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.datasets.dataset import load
from playground.document.edits import edits
from playground.document.examples import example
from playground.ui.assets import asset
from tests.ui.plots.predictions.test_panel import noisy_shares, predict


@pytest.fixture
def digits(open_window):
    window = open_window(example("digits", asset("examples")))
    dock = window.docks.docks["predictions"]
    dock.show()
    dock.raise_()
    QTest.qWait(20)
    return window


def test_an_example_chosen_in_one_view_is_that_of_all_and_of_the_frames(digits) -> None:
    panel, document = digits.docks.docks["predictions"].view, digits.editor.document
    panel.choose_page("worst")
    predict(panel, document, noisy_shares(document))
    row = int(panel.worst.found.rows[2])
    place = panel.worst.visualItemRect(panel.worst.item(2)).center()
    QTest.mouseClick(panel.worst.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    values = tuple(load(document.data).points[row].tolist())
    assert digits.examples.chosen.row == panel.worst.chosen == row
    assert digits.trainer.wanted.example == panel.try_page.tried == values
    QTest.mouseClick(panel.try_page.clear, Qt.MouseButton.LeftButton)
    assert digits.examples.chosen.row is None
    assert panel.worst.chosen is None
    assert digits.trainer.wanted.example == (0.0,) * 64


def test_it_stays_over_edits_and_undo_and_goes_with_the_data(digits) -> None:
    first = load(digits.editor.document.data)
    digits.docks.example_chosen.emit(digits.examples.chosen.__class__(tuple(first.points[7].tolist()), 7))
    digits.editor.apply("Seed", edits.set_training(digits.editor.document, replace(
        digits.editor.document.training, seed=9)))  # fmt: skip
    digits.editor.undo()
    assert digits.examples.chosen.row == 7
    data = replace(digits.editor.document.data, seed=4)
    digits.editor.apply("Data", edits.set_data(digits.editor.document, data))
    made = load(data)
    assert digits.examples.chosen.row == made.train_count
    assert digits.trainer.wanted.example == tuple(made.test_points[0].tolist())
