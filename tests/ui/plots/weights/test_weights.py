"""Weights and gradients: three pages, in the numbers of numpy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.pictures import Conv2D
from playground.document.layers.shaping import Flatten, Reshape
from playground.frames.frame import Frame
from playground.frames.sizes import LayerSizes, SizeHistory
from playground.frames.wanted import Wanted
from playground.ui.plots.weights.size_chart import logarithms, measured
from playground.ui.plots.weights.weight_grid import WeightGrid, cell_of
from playground.ui.plots.weights.weights import REST, WeightsPanel
from playground.ui.theme import DARK, LIGHT

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
NODES = ("dense_1", "conv2d_1", "dense_2")


@pytest.fixture
def document() -> Document:
    document, last = Document(), DATA
    for layer in (Dense(9), Reshape((3, 3, 1)), Conv2D(2, 2), Flatten(), Dense(1)):
        document, last = edits.add_node(document, layer, 0, 0, after=last)
    return edits.connect(document, last, OUTPUT)


@pytest.fixture
def frame(document: Document) -> Frame:
    draw = np.random.default_rng(0)
    shapes = {"dense_1": ((2, 9), (9,)), "conv2d_1": ((2, 2, 1, 2), (2,)), "dense_2": ((8, 1), (1,))}
    weights = {
        node: tuple(draw.normal(size=shape).astype(np.float32) for shape in arrays) for node, arrays in shapes.items()
    }
    sizes = {node: LayerSizes(0.5, 10.0 ** -(3 + at), 10.0 ** -(4 + at)) for at, node in enumerate(NODES)}
    values = draw.uniform(0.01, 1, (6, 3, 3)).astype(np.float32)
    history = SizeHistory(NODES, np.array([1, 5, 9, 20, 40, 80]), values)
    asked = Wanted(sizes=True)
    return Frame(document.graph, epoch=80, wanted=asked, weights=weights, sizes=sizes, size_history=history)


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> WeightsPanel:
    panel = WeightsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 320)
    panel.show_document(document)
    panel.show()
    return panel


def turn_to(panel: WeightsPanel, word: str) -> None:
    QTest.mouseClick(panel.switch.buttons[word], LEFT)


def test_a_histogram_of_each_layer_with_weights(panel: WeightsPanel, frame: Frame) -> None:
    assert panel.nothing.isVisible()
    panel.show_frame(frame)
    assert [cell.name for cell in panel.grid.cells] == ["Dense 1", "Convolution", "Dense 2"]
    for cell in panel.grid.cells:
        kernel = frame.weights[cell.node][0]
        expected, _ = np.histogram(kernel, len(cell.counts), (-cell.limit, cell.limit))
        assert cell.counts.tolist() == expected.tolist()
        assert cell.counts.sum() == kernel.size
        assert cell.rms == pytest.approx(float(np.sqrt(np.mean(kernel**2))), rel=1e-5)
    table = panel.table()
    assert sum(row[3] for row in table.rows) == 18 + 8 + 8


def test_a_click_on_a_layer_shows_its_matrix_and_the_value_under_the_pointer(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    QTest.mouseClick(panel.grid, LEFT, NONE, panel.grid.place(0).center().toPoint())
    assert panel.matrix.isVisible()
    matrix = panel.matrix.matrix
    whole, strip = matrix.rects()
    kernel, bias = frame.weights["dense_1"]
    x = int(whole.left() + 4.5 / 9 * whole.width())
    QTest.mouseMove(matrix, QPoint(x, int(whole.top() + 0.75 * whole.height())))
    assert panel.matrix.words.text() == f"input 2 → unit 5: {kernel[1, 4]:.3g}".replace("-", "−")
    QTest.mouseMove(matrix, QPoint(x, int(strip.center().y())))
    assert panel.matrix.words.text() == f"bias of unit 5: {bias[4]:.3g}".replace("-", "−")
    rows = panel.table().rows
    assert len(rows) == 18 + 9
    assert [row[1:] for row in (rows[0], rows[13])] == [("1 1", float(kernel[0, 0])), ("2 5", float(kernel[1, 4]))]
    assert rows[18 + 4] == ("bias", "5", float(bias[4]))


def test_the_histograms_ask_for_the_height_of_their_rows(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    one_below_the_other = panel.grid.heightForWidth(100)
    side_by_side = panel.grid.heightForWidth(10_000)
    two_in_a_row = min(
        panel.grid.heightForWidth(width)
        for width in range(100, 10_000, 20)
        if panel.grid.heightForWidth(width) > side_by_side
    )
    assert 0 < side_by_side == pytest.approx(one_below_the_other / 3, abs=1)
    assert two_in_a_row == pytest.approx(2 * side_by_side, abs=1)


def test_the_picture_has_the_colours_of_the_weights(panel: WeightsPanel, frame: Frame) -> None:
    kernel = np.linspace(-1, 1, 18, dtype=np.float32).reshape(2, 9)
    panel.show_frame(replace(frame, weights={**frame.weights, "dense_1": (kernel, np.zeros(9, np.float32))}))
    panel._open("dense_1")
    matrix = panel.matrix.matrix
    whole, _ = matrix.rects()
    shown = matrix.grab().toImage()
    low, high = (
        shown.pixelColor(int(whole.left()) + 3, int(whole.top()) + 3),
        shown.pixelColor(int(whole.right()) - 3, int(whole.bottom()) - 3),
    )
    assert low.red() > 200 > low.blue()
    assert high.blue() > 150 > high.red()


def test_keys_lead_from_layer_to_layer_into_one_and_back(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    panel.grid.setFocus()
    QTest.keyClick(panel.grid, Qt.Key.Key_Right)
    QTest.keyClick(panel.grid, Qt.Key.Key_Return)
    matrix = panel.matrix.matrix
    assert panel.matrix.name.text() == "Convolution"
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    value = f"{frame.weights['conv2d_1'][0][1, 0, 0, 0]:.3g}".replace("-", "−")
    assert matrix.accessibleDescription() == f"input 1 → filter 1, row 2, column 1: {value}"
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    assert panel.scrolled_grid.isVisible()


def test_over_time_draws_a_line_for_each_layer_in_powers_of_ten(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    turn_to(panel, "Over time")
    history = frame.size_history
    for index, measure in enumerate(("gradient", "update", "ratio")):
        panel.over_time.measure.setCurrentIndex(index)
        expected = (
            history.values[..., 2] / history.values[..., 0] if measure == "ratio" else history.values[..., index + 1]
        )
        for line in range(3):
            x, y = panel.over_time.chart.curves[str(line)][0].getData()
            np.testing.assert_allclose(x, history.epochs)
            np.testing.assert_allclose(10**y, expected[:, line], rtol=1e-5)
        np.testing.assert_allclose([row[1:] for row in panel.table().rows], expected, rtol=1e-5)
    assert [key.name for key in panel.over_time.keys.keys] == ["Dense 1", "Convolution", "Dense 2"]
    assert len({key.colour for key in panel.over_time.keys.keys}) == 3


def test_the_crosshair_tells_every_layers_size(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    turn_to(panel, "Over time")
    readout = panel.over_time._readout(19.0)
    assert readout.title == "Epoch 20"
    texts = [f"{value:.3g}" for value in frame.size_history.values[3, :, 1]]
    assert [line.text for line in readout.lines] == texts


def test_a_past_moment_has_a_line(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(replace(frame, past=50, epoch=20))
    turn_to(panel, "Over time")
    assert panel.over_time.chart.moment == (20.0, "epoch 20")
    panel.show_frame(frame)
    QTest.qWait(REST + 60)
    assert panel.over_time.chart.moment is None


def test_now_shows_three_bars_a_layer_and_the_ratio(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    turn_to(panel, "Now")
    assert [bars.ratio for bars in panel.bars.layers] == pytest.approx([2e-4, 2e-5, 2e-6])
    assert panel.bars.accessibleDescription().startswith("Dense 1: weight 0.5, gradient 0.001, update 0.0001")
    assert panel.table().rows[1] == pytest.approx(("Convolution", 0.5, 1e-4, 1e-5, 2e-5))
    turn_to(panel, "Weights")
    assert panel.scrolled_grid.isVisible()


def test_of_an_earlier_moment_now_is_what_was_measured_nearest_to_it(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(replace(frame, past=100, epoch=19, sizes={}))
    turn_to(panel, "Now")
    expected = frame.size_history.values[3, 1].tolist()
    assert panel.table().rows[1][1:4] == pytest.approx(expected)


def test_before_training_the_pages_say_what_to_do(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(replace(frame, sizes={}, size_history=SizeHistory((), np.zeros(0, int), np.zeros((0, 0, 3)))))
    for word in ("Over time", "Now"):
        turn_to(panel, word)
        assert panel.nothing.isVisible()
        assert "Train a little" in panel.nothing.text()
        assert panel.table() is None


def test_frames_are_drawn_eight_times_a_second_and_the_last_always(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    before = panel.grid.cells
    changed = replace(
        frame, weights={**frame.weights, "dense_2": (np.ones((8, 1), np.float32), np.zeros(1, np.float32))}
    )
    panel.show_frame(changed)
    assert panel.grid.cells is before
    QTest.qWait(REST + 60)
    assert panel.grid.cells[2].rms == 1


def test_a_layer_that_was_edited_is_left_out(panel: WeightsPanel, frame: Frame, document: Document) -> None:
    panel.show_frame(frame)
    panel._open("dense_1")
    panel.show_document(edits.set_layer(document, "dense_1", Dense(16)))
    assert panel.scrolled_grid.isVisible()
    assert [cell.name for cell in panel.grid.cells] == ["Convolution", "Dense"]


def test_sizes_of_zero_leave_gaps() -> None:
    values = np.array([[[0.0, 1.0, 1.0], [2.0, 0.0, 1.0]]], np.float32)
    history = SizeHistory(("a", "b"), np.array([1]), values)
    assert np.isnan(measured(history, "ratio")[0, 0])
    assert np.isnan(logarithms(measured(history, "gradient"))[0, 1])


@pytest.mark.parametrize("size", [(275, 210), (160, 120), (900, 700)])
def test_every_page_is_drawn_in_any_size_and_theme(panel: WeightsPanel, frame: Frame, size: tuple[int, int]) -> None:
    panel.resize(*size)
    panel.show_frame(frame)
    for word in panel.words:
        turn_to(panel, word)
        panel.show_theme(LIGHT)
        light = panel.grab().toImage()
        panel.show_theme(DARK)
        assert panel.grab().toImage() != light


def test_it_wants_the_sizes(panel: WeightsPanel) -> None:
    assert panel.wanted(Wanted(outputs=True)) == Wanted(outputs=True, sizes=True)


def test_a_narrow_layer_of_the_grid_keeps_its_size_whole(qtbot: QtBot) -> None:
    grid = WeightGrid(LIGHT)
    qtbot.addWidget(grid)
    cell = cell_of("dense_1", "Dense 1", np.full((64, 64), 0.18, np.float32))
    assert grid.words(cell, 400) == "weights: 4,096 · rms 0.18"
    assert grid.words(cell, 105) == "rms 0.18"
