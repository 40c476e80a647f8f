"""Single pictures with their predictions: which are seen, in which order, and how one is chosen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.datasets.dataset import load, sample
from playground.datasets.example import Example, example_of
from playground.datasets.making.windows import SequenceData, sequence_data
from playground.document.graph import OUTPUT
from playground.document.settings import DataSettings
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.plots.output.output import OutputPanel
from playground.ui.texts.numbers import decimals_text
from playground.ui.theme import LIGHT
from tests.ui.plots.predictions.test_panel import noisy_shares

LEFT, NONE, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.Key


class Shown:
    """A view of digits that chooses what it asks for, as the window has it do."""

    def __init__(self, qtbot, document) -> None:
        self.document, self.data = document, load(document.data)
        self.panel = OutputPanel(LIGHT)
        qtbot.addWidget(self.panel)
        self.panel.example_chosen.connect(self.panel.show_example)
        self.panel.resize(373, 520)
        self.panel.show_document(document)
        self.panel.show_example(example_of(self.data))
        self.panel.show()
        self.page, self.tiles = self.panel.samples, self.panel.samples.tiles
        self.output = noisy_shares(document)

    def predict(self, seed: int = 1) -> None:
        self.output = noisy_shares(self.document, seed)
        self.panel.show_frame(
            Frame(self.document.graph, data=self.document.data, predicted=self.output.astype(np.float32))
        )
        self.panel._showing.do()

    @property
    def wrong(self) -> np.ndarray:
        return self.output.argmax(axis=1) != self.data.labels


@pytest.fixture
def shown(qtbot, make_document) -> Shown:
    return Shown(qtbot, make_document("digits"))


def test_sequences_are_tiles_with_a_line_and_the_plane_is_only_if_asked(qtbot, make_document) -> None:
    shown = Shown(qtbot, make_document("waves"))
    shown.predict()
    assert shown.panel.page is shown.page
    row = int(shown.tiles.rows[1])
    # The line stands where the values are: high where they are high.
    where, values = shown.tiles.tile(1), shown.data.points[row]
    picture, ink = shown.tiles.grab().toImage(), LIGHT.colour("accent")
    room = where.adjusted(6, 6, -6, -6)
    blue = np.zeros((round(where.height()), round(where.width())), bool)
    for y, x in np.ndindex(*blue.shape):
        colour = picture.pixelColor(int(where.left()) + x, int(where.top()) + y)
        blue[y, x] = abs(colour.red() - ink.red()) + abs(colour.blue() - ink.blue()) < 90
    for step in (0, 8, 16, 24, 31):
        x = room.left() - where.left() + step / 31 * room.width()
        y = room.bottom() - where.top() - (values[step] + 1.5) / 3 * room.height()
        assert blue[max(round(y) - 4, 0) : round(y) + 5, max(round(x) - 2, 0) : round(x) + 3].any(), step
    assert shown.tiles.spoken(row).startswith(f"Sequence {row + 1}, a ")
    click = [button for word, button in shown.panel.tabs.buttons.items() if word == "Plane"]
    QTest.mouseClick(click[0], LEFT)
    assert shown.panel.page is shown.panel.surface


def test_each_tile_says_what_is_read_and_how_surely(shown) -> None:
    shown.predict()
    tests = np.arange(shown.data.train_count, len(shown.data.points))
    np.testing.assert_array_equal(shown.tiles.rows, tests)
    for row in tests[:40]:
        best = shown.output[row].argmax()
        share = f"{100 * np.float32(shown.output[row, best]):.0f} %"
        assert shown.tiles.words(row) == (str(best), share, best != shown.data.labels[row])
    assert shown.page.count.text() == f"{shown.wrong[tests].sum()} of {len(tests)} wrong"
    shown.page.parts.setCurrentIndex(2)
    assert shown.page.count.text().startswith(f"{shown.wrong.sum()} of 1,797")


@pytest.mark.parametrize("order", [1, 2])
def test_an_order_is_kept_while_it_trains_and_made_anew_after(shown, order, monkeypatch) -> None:
    def known() -> np.ndarray:
        tests = np.arange(shown.data.train_count, len(shown.data.points))
        keys = ~shown.wrong if order == 1 else shown.output.max(axis=1).astype(np.float32)
        return tests[np.argsort(keys[tests], kind="stable")]

    shown.predict()
    shown.tiles.turn(1)
    shown.page.orders.setCurrentIndex(order)
    assert shown.tiles.first == 0
    before = known()
    np.testing.assert_array_equal(shown.tiles.rows, before)
    shown.panel.show_training(True)
    shown.predict(seed=2)
    np.testing.assert_array_equal(shown.tiles.rows, before)
    # A pause sorts them, but not under the pointer.
    monkeypatch.setattr(shown.tiles, "underMouse", lambda: True)
    shown.panel.show_training(False)
    np.testing.assert_array_equal(shown.tiles.rows, before)
    monkeypatch.setattr(shown.tiles, "underMouse", lambda: False)
    shown.page._sort_unseen()
    np.testing.assert_array_equal(shown.tiles.rows, known())
    assert not np.array_equal(before, known())


def test_a_click_and_the_arrow_keys_choose(shown, qtbot) -> None:
    shown.predict()
    tiles, first = shown.tiles, shown.data.train_count
    QTest.mouseClick(tiles, LEFT, NONE, tiles.tile(tiles.first + 2).center().toPoint())
    assert tiles.chosen == first + 2
    assert shown.page.detail.bars.right == shown.data.labels[first + 2]
    np.testing.assert_allclose(shown.page.detail.bars.shares, shown.output[first + 2], atol=1e-6)
    QTest.keyClick(tiles, KEYS.Key_Down)
    assert tiles.chosen == first + 2 + tiles.columns
    for _ in range(tiles.on_page):
        QTest.keyClick(tiles, KEYS.Key_Right)
    assert tiles.first == tiles.on_page
    assert tiles.first <= tiles.chosen - first < tiles.last


def test_the_next_wrong_one_is_chosen_over_pages_and_from_the_beginning_again(shown) -> None:
    shown.predict()
    tests = np.arange(shown.data.train_count, len(shown.data.points))
    wrong = tests[shown.wrong[tests]]
    found = []
    for _ in range(len(wrong) + 1):
        QTest.keyClick(shown.tiles, KEYS.Key_N)
        found.append(shown.tiles.chosen)
    assert found == [*wrong.tolist(), wrong[0]]


def test_the_plane_is_asked_for_only_where_a_person_does(shown, make_document) -> None:
    asked = shown.panel.wanted(Wanted(0))
    assert (asked.surface_side, asked.points, asked.tried) == (0, True, None)
    QTest.mouseClick(shown.panel.tabs.buttons["Plane"], LEFT)
    assert shown.panel.wanted(Wanted(0)).surface_side > 0
    assert shown.panel.surface.isVisible()
    shown.panel.show_document(make_document("circle"))
    assert not shown.panel.tabs.isVisibleTo(shown.panel)
    assert shown.panel.surface.isVisible()


def test_a_drawn_example_is_answered_by_what_was_tried(shown) -> None:
    own = Example((0.5,) * 64)
    shown.panel.show_example(own)
    wanted = shown.panel.wanted(Wanted(0))
    assert wanted.tried == own.values
    answer = np.full(10, 0.1, np.float32)
    shown.panel.show_frame(Frame(shown.document.graph, data=shown.document.data, wanted=wanted, tried={OUTPUT: answer}))
    shown.panel._showing.do()
    np.testing.assert_array_equal(shown.page.detail.bars.shares, answer)
    assert shown.page.detail.bars.right is None


def test_sequences_whose_next_value_is_learned_tell_values(qtbot, make_document) -> None:
    own = sequence_data(SequenceData(examples=60, steps=12), "wave", ("even", "odd"))
    document = replace(make_document("waves"), data=DataSettings(own=own))
    panel, dataset = OutputPanel(LIGHT), load(document.data)
    qtbot.addWidget(panel)
    panel.show_document(document)
    panel.show()
    rows, answers = sample(dataset), dataset.labels[sample(dataset), np.newaxis].astype(np.float32)
    panel.show_frame(Frame(document.graph, data=document.data, predicted=answers))
    panel._showing.do()
    row = int(rows[3])
    panel.show_example(example_of(dataset, row))
    value = decimals_text(dataset.labels[row], 2)
    assert panel.samples.tiles.words(row) == (value, "", False)
    assert panel.samples.tiles.spoken(row).endswith(value)
    assert panel.samples.count.text() == ""
    panel.grab()
