"""Contours, the boundary, wrong points, other inputs, chosen neurons and the grid of the output view."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from sklearn.datasets import load_iris

from playground.datasets.dataset import load, sample
from playground.datasets.target import true_value
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.document.layers.shaping import Reshape
from playground.frames.wanted import Wanted
from playground.ui.plots.output.surface import SurfacePanel
from playground.ui.theme import LIGHT, NEGATIVE, POSITIVE


@pytest.fixture
def panel(qtbot: QtBot) -> SurfacePanel:
    panel = SurfacePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(370, 560)
    panel.show()
    return panel


def asked(panel: SurfacePanel) -> Wanted:
    return panel.wanted(Wanted(surface_side=0))


def darkness(panel: SurfacePanel, x: float, y: float) -> int:
    """How dark the darkest pixel is within two pixels of the inputs x, y: 0 for black."""
    at = panel.plane.to_pixels(np.array([[x, y]]))[0].astype(int)
    image = panel.plane.grab().toImage()
    near = range(-2, 3)
    return min(sum(image.pixelColor(at[0] + dx, at[1] + dy).toTuple()[:3]) for dx in near for dy in near)


def test_the_boundary_is_a_dark_line_where_the_decision_changes(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle", points=20))
    panel.show_frame(make_frame(surface=rising))
    assert darkness(panel, -5.5, 0) < 200 < darkness(panel, -5.5, 1.0)
    panel.options.boundary.trigger()
    assert darkness(panel, -5.5, 0) > 400


def test_contours_stand_at_their_values_and_the_legend_names_them(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle", points=20))
    panel.options.boundary.trigger()
    panel.show_frame(make_frame(surface=rising))
    lined, between = darkness(panel, -5.5, 3.0), darkness(panel, -5.5, 3.7)
    panel.options.contours.trigger()
    assert lined < between - 40
    assert darkness(panel, -5.5, 3.0) > lined + 40
    assert panel.legend.toolTip() == ""
    panel.options.contours.trigger()
    assert panel.legend.toolTip() == "Contour lines at −0.75, −0.50, −0.25, 0.25, 0.50, 0.75"
    assert panel.legend.marks == (-0.75, -0.5, -0.25, 0.25, 0.5, 0.75)


def test_regression_has_no_boundary_and_no_wrong_points(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("reg-plane", points=20))
    panel.show_frame(make_frame(surface=rising))
    assert panel.plane._border.isEmpty()
    assert not panel.plane._lines.isEmpty()
    assert not asked(panel).points


def test_wrong_points_are_ringed_and_counted(panel, make_document, make_frame, rising, qtbot: QtBot) -> None:
    document = make_document("gauss", points=100, train_share=60.0)
    panel.show_document(document)
    assert asked(panel).points
    data = load(document.data)
    predicted = data.labels[sample(data), np.newaxis].astype(np.float32)
    panel.show_frame(make_frame(surface=rising, predicted=predicted, data=document.data))
    assert panel.reading.text() == "All drawn points are in the right class."
    predicted[[3, 7, 80]] *= -1
    panel.show_frame(make_frame(surface=rising, predicted=predicted, data=document.data))
    assert panel.reading.text() == "2 of 60 train points wrong"
    np.testing.assert_array_equal(panel.plane._rings, data.points[[3, 7]])
    panel.test_points.setChecked(True)
    assert panel.reading.text() == "2 of 60 train points wrong\n1 of 40 test points wrong"
    np.testing.assert_array_equal(panel.plane._rings, data.points[[3, 7, 80]])
    panel.options.wrong.trigger()
    assert len(panel.plane._rings) == 0
    assert not asked(panel).points


def test_predictions_for_other_points_mark_none(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("gauss", points=100, noise=10.0))
    other = make_document("gauss", points=100).data
    panel.show_frame(make_frame(surface=rising, predicted=np.zeros((100, 1), np.float32), data=other))
    assert len(panel.plane._rings) == 0


def test_a_chosen_neuron_is_asked_for_and_drawn_in_full(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    heard: list[object] = []
    panel.wanted_changed.connect(lambda: heard.append(asked(panel).pinned))
    panel.source.layers.setCurrentText("Dense")
    panel.source.neurons.setCurrentIndex(2)
    assert heard == [("hidden", 0), ("hidden", 2)]
    maps = np.zeros((3, 8, 8), np.float32)
    fine = make_frame(surface=rising, neuron=-rising, maps={"hidden": maps})
    panel.show_frame(type(fine)(**{**_fields(fine), "wanted": Wanted(pinned=("hidden", 2))}))
    image = panel.plane.grab().toImage()
    x, y = panel.plane.to_pixels(np.array([[5.5, 5.9]]))[0].astype(int)
    assert image.pixelColor(x, y).red() > 200
    panel.plane.hovered.emit((0.0, 3.0))
    assert panel.reading.fields[2:] == (("neuron 3", "−0.50"),)
    panel.show_document(make_document("circle", layer=Dense(2)))
    assert panel.source.pinned == ("hidden", 0)


def _fields(frame: object) -> dict[str, object]:
    return {name: getattr(frame, name) for name in frame.__slots__}  # type: ignore[attr-defined]


def test_the_scale_of_a_neuron_holds_its_largest_value(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    panel.source.layers.setCurrentText("Circle")
    frame = make_frame(surface=rising, maps={DATA: np.stack([6 * rising[..., 0], rising[..., 0]])})
    panel.show_frame(frame)
    assert panel.legend.high == "+10"
    panel.source.neurons.setCurrentIndex(1)
    assert panel.legend.high == "+1"


def test_a_choice_that_is_no_more_goes_back_to_the_output(panel, make_document) -> None:
    panel.show_document(make_document("circle"))
    panel.source.layers.setCurrentText("Circle")
    assert asked(panel).pinned == (DATA, 0)
    panel.show_document(make_document("circle", features=()))
    assert asked(panel).pinned is None
    assert panel.source.neurons.isHidden()


def test_features_of_pictures_are_offered_as_their_mean(panel, make_document) -> None:
    panel.show_document(make_document("digits", layer=Reshape((4, 8, 2))))
    panel.source.layers.setCurrentText("Reshape")
    assert [panel.source.neurons.itemText(row) for row in range(panel.source.neurons.count())] == [
        "mean of feature 1",
        "mean of feature 2",
    ]


def test_other_inputs_have_a_slider_each(panel, make_document, qtbot: QtBot) -> None:
    document = make_document("iris")
    panel.show_document(document)
    data, rows, table = load(document.data), panel.held_rows.rows, load_iris().data
    width = (data.train_points[:, 1] * table[:, 1].std() + table[:, 1].mean()).mean()
    assert [parts[0].text() for parts in rows.values()] == ["sepal length", "sepal width"]
    assert all(parts[1].isVisible() for parts in rows.values())
    assert asked(panel).held == ()
    assert rows[1][2].text() == f"{width:.2f}\u00a0cm"
    with qtbot.waitSignal(panel.wanted_changed):
        rows[1][1].setFocus()
        qtbot.keyClick(rows[1][1], Qt.Key.Key_End)
    # The slider ends at 4.6 cm; the network is asked for what it sees of them.
    assert asked(panel).held == ((1, pytest.approx((4.6 - table[:, 1].mean()) / table[:, 1].std())),)
    assert rows[1][2].text() == "4.60\u00a0cm"
    panel.axes_row.up.setCurrentIndex(1)
    assert asked(panel).held == ()
    assert set(panel.held_rows.rows) == {0, 3}
    panel.axes_row.up.setCurrentIndex(3)
    assert [index for index, _ in asked(panel).held] == [1]
    qtbot.mouseClick(panel.held_rows.reset, Qt.MouseButton.LeftButton)
    assert asked(panel).held == ()
    panel.show_document(make_document("circle"))
    assert panel.held_rows.isHidden()


def test_of_many_other_inputs_a_few_are_offered_and_folded_away(panel, make_document, qtbot: QtBot) -> None:
    document = make_document("digits")
    panel.show_document(document)
    rows = panel.held_rows.rows
    assert len(rows) == 5
    assert not any(parts[1].isVisible() for parts in rows.values())
    qtbot.mouseClick(panel.held_rows.fold, Qt.MouseButton.LeftButton)
    assert all(parts[1].isVisible() for parts in rows.values())
    spread = load(document.data).train_points.std(axis=0)
    spread[list(panel.axes)] = 0
    assert set(rows) == set(np.argsort(-spread)[:5])


def test_a_finer_grid_is_asked_for(panel, make_document) -> None:
    panel.show_document(make_document("circle"))
    sides: dict[str, QAction] = {action.text(): action for action in panel.options.sides.actions()}
    assert list(sides) == ["25 × 25", "50 × 50", "100 × 100", "150 × 150", "200 × 200"]
    heard: list[int] = []
    panel.wanted_changed.connect(lambda: heard.append(asked(panel).surface_side))
    sides["200 × 200"].trigger()
    sides["25 × 25"].trigger()
    assert heard == [200, 25]


@pytest.mark.parametrize("side", [25, 200])
def test_every_grid_is_drawn(panel, make_document, make_frame, side: int) -> None:
    panel.show_document(make_document("circle", points=20))
    line = np.linspace(1, -1, side, dtype=np.float32)
    panel.show_frame(make_frame(surface=np.repeat(line[:, np.newaxis, np.newaxis], side, axis=1)))
    image = panel.plane.grab().toImage()
    for y, colour in ((5.9, POSITIVE), (-5.9, NEGATIVE)):
        place = panel.plane.to_pixels(np.array([[5.5, y]]))[0].astype(int)
        assert image.pixelColor(*place.tolist()).red() == pytest.approx(colour[0], abs=25)


def test_arrow_keys_read_the_plane(panel, make_document, make_frame, rising, qtbot: QtBot) -> None:
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=rising))
    panel.plane.setFocus()
    qtbot.keyClick(panel.plane, Qt.Key.Key_Up)
    qtbot.keyClick(panel.plane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panel.reading.fields[:3] == (("x₁", "1.20"), ("x₂", "0.24"), ("output", "0.04"))
    qtbot.keyClick(panel.plane, Qt.Key.Key_Escape)
    assert panel.reading.fields == ()


def test_the_true_value_is_told_where_it_is_known(panel, make_document, make_frame, rising) -> None:
    document = make_document("reg-plane", points=20)
    panel.show_document(document)
    panel.show_frame(make_frame(surface=rising))
    panel.plane.hovered.emit((2.0, 3.0))
    assert panel.reading.fields[2:] == (("output", "0.50"), ("true value", "0.50"))


def test_one_input_shows_the_rule_as_a_line(panel, make_document) -> None:
    document = make_document("sine", points=50)
    panel.show_document(document)
    x, y = panel.line.curves["truth"][0].getData()
    np.testing.assert_allclose(y, true_value(document.data, x[:, np.newaxis]))
    panel.options.target.trigger()
    panel.test_points.setChecked(True)
    assert len(panel.line.curves["truth"][0].getData()[0]) == 0


def test_digits_of_the_reading_keep_their_place(panel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=rising))
    edges = []
    for x in (1.11, -4.0):
        panel.plane.hovered.emit((x, 0.5))
        image = panel.reading.grab().toImage()
        half, row = image.width() // 2, image.height() // 4
        inked = [
            column
            for column in range(half)
            if any(image.pixelColor(column, y).lightness() < 120 for y in range(2 * row))
        ]
        edges.append(max(inked))
    assert abs(edges[0] - edges[1]) <= 1
