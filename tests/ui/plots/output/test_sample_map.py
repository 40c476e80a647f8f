"""The map of all samples: where points stand, when it is asked for, and how one is chosen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits
from playground.document.graph import DATA
from playground.frames.projection import Projection
from tests.ui.plots.output.test_samples import Shown

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def mapped(qtbot, make_document):
    shown = Shown(qtbot, make_document("digits"))
    shown.asked = []
    shown.panel.projection_asked.connect(shown.asked.append)
    QTest.mouseClick(shown.panel.tabs.buttons["Map"], LEFT)
    return shown


def answer(shown: Shown, node: str = DATA, seed: int = 1) -> Projection:
    rows = np.arange(len(shown.data.points))
    points = np.random.default_rng(seed).normal(size=(len(rows), 2)).astype(np.float32)
    found = Projection(node, 3, rows, points, 0.25, shown.document.data)
    shown.panel.show_projection(found)
    return found


def test_each_point_stands_where_its_sample_does_and_a_click_chooses_it(mapped) -> None:
    found, page = answer(mapped), mapped.panel.map_page
    places = page.map.pixels()
    # The first direction goes to the right, the second one up.
    assert np.corrcoef(places[:, 0], found.points[:, 0])[0, 1] == pytest.approx(1)
    assert np.corrcoef(places[:, 1], found.points[:, 1])[0, 1] == pytest.approx(-1)
    row = int(found.points[:, 0].argmax())
    QTest.mouseClick(page.map, LEFT, NONE, QPointF(*places[row].tolist()).toPoint())
    assert mapped.tiles.chosen == page.map.chosen == row
    assert page.map.spoken(row) == f"Picture {row + 1:,}, a {int(mapped.data.labels[row])}"


def test_it_is_asked_for_when_seen_chosen_and_after_a_pause(mapped) -> None:
    page = mapped.panel.map_page
    assert mapped.asked == [DATA]
    mapped.panel.show_training(True)
    mapped.panel.show_training(False)
    # The inputs stay what they are.
    assert mapped.asked == [DATA]
    page.layers.setCurrentIndex(1)
    mapped.panel.show_training(True)
    mapped.panel.show_training(False)
    assert mapped.asked == [DATA, "hidden", "hidden"]
    QTest.mouseClick(mapped.panel.tabs.buttons["Samples"], LEFT)
    mapped.panel.show_training(False)
    assert mapped.asked == [DATA, "hidden", "hidden"]
    QTest.mouseClick(mapped.panel.tabs.buttons["Map"], LEFT)
    assert mapped.asked == [DATA, "hidden", "hidden", "hidden"]


def test_an_old_answer_and_a_layer_that_is_gone_are_passed_over(mapped) -> None:
    page = mapped.panel.map_page
    page.layers.setCurrentIndex(1)
    answer(mapped, DATA)
    assert page.map.projection is None
    answer(mapped, "hidden")
    assert page.map.projection is not None
    mapped.panel.show_document(edits.remove_nodes(mapped.document, ["hidden"]))
    assert page.node == DATA
    mapped.panel.forget()
    assert page.map.projection is None
    mapped.asked.clear()
    mapped.predict()
    assert mapped.asked == [DATA]
