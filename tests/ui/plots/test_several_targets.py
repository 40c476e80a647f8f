"""What views show of several targets: the one that the document looks at, and how another is chosen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.datasets.dataset import load, looked_at
from playground.document.document import Document
from playground.document.settings import ViewSettings
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.tables.choices import first_choices
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare
from playground.ui.plots.examples.output_bars import OutputBars
from playground.ui.plots.output.surface import SurfacePanel
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.plots.rows.panel import RowsPanel
from playground.ui.theme import LIGHT

ROWS = np.random.default_rng(1).normal(size=(30, 4)) * (1, 1, 20, 300) + (0, 0, 100, 9000)
TEXT = "\n".join(("a,b,price,power", *(f"{a:.3f},{b:.3f},{c:.2f} €,{d:.1f} W" for a, b, c, d in ROWS)))
POWER = ROWS[:, 3].round(1)


@pytest.fixture
def document(make_document) -> Document:
    table = pasted_table(TEXT)
    own = prepare(table, first_choices(table.columns, ["price", "power"]), "t").own
    return make_document(own=own)


def looking(document: Document, target: int) -> Document:
    return replace(document, view=ViewSettings(shown_target=target))


def shown(qtbot, kind):
    panel = kind(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(800, 500)
    panel.heading.setParent(panel)
    panel.heading.show()
    panel.show()
    return panel


def frame(document: Document, output: np.ndarray, target: int) -> Frame:
    wanted = Wanted(target=target, points=True)
    return Frame(document.graph, data=document.data, wanted=wanted, predicted=output.astype(np.float32)[:, None])


def test_the_output_view_lists_them_where_it_says_output(qtbot, document: Document) -> None:
    panel = shown(qtbot, SurfacePanel)
    panel.show_document(document)
    layers = panel.source.layers
    assert [layers.itemText(at) for at in range(3)] == ["price (€)", "power (W)", "t"]
    assert (layers.currentIndex(), panel.source.pinned) == (0, None)
    with qtbot.waitSignal(panel.view_chosen) as chosen:
        layers.setCurrentIndex(1)
    assert chosen.args == ["shown_target", 1]
    panel.show_document(looking(document, 1))
    assert panel.source.name == "power (W)"
    assert panel.foot.legend.accessibleName() or panel.pages.rows.size
    layers.setCurrentIndex(2)
    assert panel.source.pinned == ("data", 0)
    # Back at the one that is looked at, nothing else is asked for.
    with qtbot.assertNotEmitted(panel.view_chosen):
        layers.setCurrentIndex(1)


def test_predictions_are_told_in_the_unit_of_the_one(qtbot, document: Document) -> None:
    panel = shown(qtbot, PredictionsPanel)
    panel.show_document(looking(document, 1))
    assert (panel.target.currentText(), panel.target.count(), panel.target.isVisible()) == ("power", 2, True)
    labels = looked_at(looking(document, 1)).labels
    panel.show_frame(frame(document, labels + 0.5, 1))
    panel.switch.show_word("Both")
    panel._look_again()
    fields = dict(panel.headline.fields)
    # Half a deviation each.
    assert fields["MAE"] == f"{POWER.std() / 2:.1f}\u00a0W"
    # Of the other target nothing is told of these answers.
    panel.show_document(document)
    panel.show_frame(frame(document, labels, 1))
    panel._look_again()
    assert panel.found is None
    with qtbot.waitSignal(panel.view_chosen) as chosen:
        panel.target.setFocus()
        QTest.keyClick(panel.target, Qt.Key.Key_Down)
    assert chosen.args == ["shown_target", 1]
    # What is tried is answered for all.
    panel.choose_page("try")
    assert not panel.target.isVisible()


def test_the_table_has_the_one_first_and_the_others_after(qtbot, document: Document) -> None:
    panel = shown(qtbot, RowsPanel)
    panel.show_document(looking(document, 1))
    assert [each.name for each in panel.content.columns] == ["power", "price", "a", "b"]
    assert sorted(panel.content.columns[0].values.round(1)) == sorted(POWER)
    panel.show_frame(frame(document, looked_at(looking(document, 1)).labels, 1))
    panel._show_predictions()
    assert [each.name for each in panel.content.columns] == ["power", "predicted", "off by", "price", "a", "b"]
    np.testing.assert_allclose(panel.content.columns[2].values, 0, atol=0.01)


def test_an_input_of_ones_own_is_answered_for_each(qtbot, document: Document) -> None:
    bars = OutputBars(LIGHT)
    qtbot.addWidget(bars)
    bars.show_answer(np.array([0.0, 1.0], np.float32), document.data)
    price, power = load(document.data).settings.own.targets
    assert bars.told == (f"{price.middle:.4g}\u00a0€", f"{power.middle + power.size:.4g}\u00a0W")
    assert bars.spoken().startswith("Output: price ")
    assert [name for name, _ in bars.answer()] == ["price", "power"]
    bars.show_answer(None, document.data)
    assert (bars.told, bars.answer()) == (("–", "–"), ())


def test_of_one_target_there_is_no_choice(qtbot, make_document) -> None:
    panel = shown(qtbot, PredictionsPanel)
    panel.show_document(make_document("sine"))
    assert not panel.target.isVisible()
