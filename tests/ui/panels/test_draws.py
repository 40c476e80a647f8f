"""Whose random numbers make the data, the text seed, and the settings that only links bring."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings
from playground.ui.panels.data import DataPanel
from playground.ui.panels.layer import LayerPanel
from playground.ui.panels.status import StatusPanel
from playground.ui.theme import DARK, LIGHT


@pytest.fixture
def layer(editor, shown) -> LayerPanel:
    panel = LayerPanel(editor, LIGHT)
    editor.changed.connect(panel.show_document)
    return shown(panel, 340)


@pytest.fixture
def data(editor, shown) -> DataPanel:
    panel = DataPanel(editor, LIGHT)
    editor.changed.connect(panel.show_document)
    return shown(panel, 220)


def seeded(editor, text: str) -> None:
    """Make the editor's data those of a link with this seed."""
    changed = replace(editor.document.data, generator="seedrandom", seed_text=text)
    editor.apply("Seed", edits.set_data(editor.document, changed))


def rows(form) -> list[str]:
    return [name for name, row in form.rows.items() if row.isVisible()]


def test_the_data_node_shows_generator_and_the_seed_that_goes_with_it(layer, editor) -> None:
    assert not layer.draws.isVisible()
    layer.show_selection((DATA,))
    QTest.qWait(0)
    assert sorted(rows(layer.draws)) == ["generator", "seed"]
    assert layer.draws.rows["generator"].y() < layer.draws.rows["seed"].y()
    seeded(editor, "0.1")
    assert sorted(rows(layer.draws)) == ["generator", "seed_text"]
    assert layer.draws.rows["seed_text"].label.text() == "Seed of the link"
    layer.show_theme(DARK)
    QTest.qWait(0)
    assert sorted(rows(layer.draws)) == ["generator", "seed_text"]
    layer.show_selection(("dense_1",))
    assert not layer.draws.isVisible()


def test_choosing_seedrandom_starts_with_the_seed_that_was_there(layer, editor, steps) -> None:
    layer.show_selection((DATA,))
    layer.draws.rows["generator"].field.setFocus()
    QTest.keyClick(layer.draws.rows["generator"].field, Qt.Key.Key_Down)
    layer.draws.changed.emit("generator", "seedrandom")
    assert editor.document.data == replace(DataSettings(), generator="seedrandom", seed_text="1")
    assert steps(editor)[-1] == "Change random numbers"


def test_the_seed_of_the_data_is_a_text_where_it_comes_from_a_link(data, editor, steps) -> None:
    assert data.rows["seed"].isVisible()
    place = data.rows["seed"].geometry()
    seeded(editor, "0.04884")
    assert not data.rows["seed"].isVisible()
    QTest.qWait(0)
    assert data.rows["seed_text"].geometry() == place
    field = data.rows["seed_text"].field
    assert field.text() == "0.04884"
    field.selectAll()
    QTest.keyClicks(field, "hello")
    assert steps(editor) == ["Seed"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.document.data.seed_text == "hello"
    assert steps(editor) == ["Seed", "Change seed"]
    editor.undo()
    assert field.text() == "0.04884"


def test_what_cannot_be_printed_is_left_out_of_a_seed(data, editor) -> None:
    seeded(editor, "1")
    field = data.rows["seed_text"].field
    field.setText("a\u200bb\tc \u0007")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.document.data.seed_text == "abc"


def test_a_seed_longer_than_a_link_takes_is_cut(data, editor) -> None:
    seeded(editor, "1")
    field = data.rows["seed_text"].field
    QTest.keyClicks(field, "9" * 80)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(editor.document.data.seed_text) == 64


def test_numbers_stand_side_by_side_whichever_are_hidden(data, editor) -> None:
    hidden = replace(editor.document.view, hidden=("percTrainData", "noise"))
    editor.apply("Hide", edits.set_view(editor.document, hidden))
    QTest.qWait(0)
    seed, points = data.rows["seed"], data.rows["points"]
    assert seed.y() == points.y()
    assert (seed.x(), seed.width()) < (points.x(), points.width() + 2)
    editor.undo()
    QTest.qWait(0)
    assert data.rows["train_share"].y() == seed.y() < data.rows["noise"].y() == points.y()


def test_the_status_names_the_seed_of_the_link(editor, shown) -> None:
    status = shown(StatusPanel(LIGHT), 900, 30)
    seeded(editor, "0.1")
    status.show_document(editor.document)
    assert status.data.text() == "Circle · seed 0.1"
    seeded(editor, "x" * 64)
    status.show_document(editor.document)
    assert len(status.data.text()) < 40


@pytest.mark.parametrize(
    ("changes", "seen"), [({}, False), ({"l1": 0.01}, True), ({"hold_zero": True}, True), ({"l2": 0.01}, False)]
)
def test_holding_at_zero_is_offered_where_there_is_something_to_hold(layer, editor, changes, seen) -> None:
    editor.apply("Layer", edits.set_layer(editor.document, "dense_1", Dense(8, **changes)))
    layer.show_selection(("dense_1",))
    assert layer.form.rows["hold_zero"].isVisible() == seen
    layer.show_theme(DARK)
    assert layer.form.rows["hold_zero"].isVisible() == seen


def test_the_order_of_rows_is_among_the_settings_of_training(layer) -> None:
    layer.show_selection(())
    shown = rows(layer.training.settings)
    assert {"order", "part_batches"} <= set(shown)
