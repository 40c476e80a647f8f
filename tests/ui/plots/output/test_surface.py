"""The output over the plane, its points and its switches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from playground.datasets.dataset import load
from playground.datasets.example import example_of
from playground.frames.wanted import Wanted
from playground.ui.plots.output.surface import SurfacePanel
from playground.ui.theme import CLASS_COLOURS, DARK, LIGHT, NEGATIVE, POSITIVE, ZERO


@pytest.fixture
def panel(qtbot: QtBot) -> SurfacePanel:
    panel = SurfacePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(370, 480)
    panel.show()
    return panel


def colour_at(panel: SurfacePanel, x: float, y: float) -> QColor:
    """The pixel of the plane at the inputs x, y."""
    place = panel.plane.to_pixels(np.array([[x, y]]))[0]
    return panel.plane.grab().toImage().pixelColor(int(place[0]), int(place[1]))


def is_near(colour: QColor, rgb: tuple[int, int, int], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(colour.toTuple()[:3], rgb, strict=True))


def test_the_largest_second_input_is_at_the_top(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=rising))
    assert is_near(colour_at(panel, 5.5, 5.9), POSITIVE, 20)
    assert is_near(colour_at(panel, 5.5, -5.9), NEGATIVE, 20)
    assert panel.plane.to_pixels(np.array([[0.0, 6.0]]))[0, 1] < panel.plane.to_pixels(np.array([[0.0, -6.0]]))[0, 1]


def test_the_first_input_grows_to_the_right(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=np.ascontiguousarray(rising[::-1].transpose(1, 0, 2))))
    assert is_near(colour_at(panel, 5.9, 5.5), POSITIVE, 20)
    assert is_near(colour_at(panel, -5.9, 5.5), NEGATIVE, 20)


def test_points_are_drawn_before_any_training(panel: SurfacePanel, make_document) -> None:
    document = make_document("gauss")
    panel.show_document(document)
    data = load(document.data)
    # A dot is hidden where a later one lies over it: take points that stand alone.
    lonely = [
        index
        for index, point in enumerate(data.train_points)
        if np.sort(np.linalg.norm(data.train_points - point, axis=1))[1] > 0.35
    ]
    for index in lonely[:5]:
        assert is_near(colour_at(panel, *data.points[index]), POSITIVE if data.labels[index] > 0 else NEGATIVE)
    assert is_near(colour_at(panel, -5.0, 5.0), ZERO)


def test_test_points_come_when_ticked(panel: SurfacePanel, make_document, qtbot: QtBot) -> None:
    panel.show_document(make_document("circle", points=100, train_share=60.0))
    assert len(panel.plane._points) == 60
    qtbot.mouseClick(panel.test_points, Qt.MouseButton.LeftButton, pos=panel.test_points.rect().center() / 4)
    assert panel.test_points.isChecked()
    assert len(panel.plane._points) == 100
    assert panel.plane._tests.sum() == 40


def test_discretize_leaves_two_colours(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=rising))
    assert not is_near(colour_at(panel, -5.5, 1.0), POSITIVE)
    panel.discretize.setChecked(True)
    assert is_near(colour_at(panel, -5.5, 1.0), POSITIVE)
    assert is_near(colour_at(panel, -5.5, -1.0), NEGATIVE)


def test_the_value_under_the_pointer_is_told(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=rising))
    panel.plane.hovered.emit((1.2, -0.31))
    assert panel.reading.fields == (("x₁", "1.20"), ("x₂", "−0.31"), ("output", "−0.05"), ("class −1", "53 %"))
    panel.show_frame(make_frame(surface=-rising))
    assert panel.reading.fields[2:] == (("output", "0.05"), ("class +1", "53 %"))
    panel.plane.hovered.emit(None)
    assert panel.reading.fields == ()


def test_pixels_and_inputs_are_each_others_inverse(panel: SurfacePanel) -> None:
    x, y = panel.plane.to_pixels(np.array([[1.5, -2.25]]))[0]
    assert panel.plane.to_plane(QPointF(x, y)) == pytest.approx((1.5, -2.25))
    assert panel.plane.to_plane(QPointF(1, 1)) is None


def test_classes_have_their_colours_and_names(panel: SurfacePanel, make_document, make_frame) -> None:
    panel.show_document(make_document("iris"))
    surface = np.zeros((100, 100, 3), np.float32)
    surface[:50, :, 1], surface[50:, :, 2] = 1, 1
    panel.show_frame(make_frame(surface=surface))
    # In centimetres: petals, which tell the most, are 0.5 to 7.5 long and 0 to 2.6 wide.
    assert is_near(colour_at(panel, 7.4, 2.5), CLASS_COLOURS[1])
    assert is_near(colour_at(panel, 0.6, 0.1), CLASS_COLOURS[2])
    assert panel.legend.names == ("setosa", "versicolor", "virginica")
    panel.plane.hovered.emit((6.0, 2.0))
    assert panel.reading.fields[:2] == (("petal length", "6.00\u00a0cm"), ("petal width", "2.00\u00a0cm"))
    assert panel.reading.fields[2:] == (("class", "versicolor"), ("probability", "100 %"))


def test_regression_is_coloured_in_units_of_its_target(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    document = make_document("reg-plane", points=20)
    panel.show_document(document)
    limit = np.abs(load(document.data).labels).max()
    panel.show_frame(make_frame(surface=rising * limit))
    assert is_near(colour_at(panel, -3.0, 5.85), POSITIVE, 20)
    assert panel.legend.high == f"+{limit:.2g}"


def test_an_output_of_other_data_is_not_drawn(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("iris"))
    panel.show_frame(make_frame(surface=rising))
    assert is_near(colour_at(panel, 7.4, 2.5), ZERO)
    panel.show_document(make_document("circle"))
    assert is_near(colour_at(panel, 5.5, 5.5), ZERO)


def test_choosing_axes_is_told_once_and_showing_them_never(panel: SurfacePanel, make_document, qtbot: QtBot) -> None:
    heard: list[object] = []
    panel.wanted_changed.connect(lambda: heard.append(panel.wanted(Wanted()).axes))
    panel.show_document(make_document("iris"))
    assert panel.axes == (2, 3)
    assert panel.axes_row.isVisible()
    assert heard == []
    panel.axes_row.across.setCurrentIndex(1)
    panel.axes_row.up.setCurrentIndex(1)
    assert heard == [(1, 3), (3, 1)]
    panel.show_document(make_document("circle"))
    assert panel.axes == (0, 1)
    assert not panel.axes_row.isVisible()
    assert len(heard) == 2


def test_axes_fit_the_data_even_while_hidden(qtbot: QtBot, make_document) -> None:
    panel = SurfacePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_document(make_document("digits"))
    assert panel.axes[0] > 0
    panel.show_document(make_document("iris"))
    assert panel.axes == (2, 3)


def test_a_surface_is_wanted_beside_what_others_want(panel: SurfacePanel, make_document) -> None:
    panel.show_document(make_document("iris"))
    panel.axes_row.across.setCurrentIndex(0)
    others = Wanted(0, 16, ("hidden",), (0, 1), "hidden")
    assert panel.wanted(others) == Wanted(100, 16, ("hidden",), (0, 3), "hidden", points=True)


def test_a_frame_from_before_it_was_shown_is_drawn_then(qtbot: QtBot, make_document, make_frame, rising) -> None:
    panel = SurfacePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_document(make_document("circle"))
    panel.show_frame(make_frame(surface=rising))
    panel.resize(370, 480)
    panel.show()
    assert is_near(colour_at(panel, 5.5, 5.9), POSITIVE, 20)


def test_its_table_is_what_the_plane_shows(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    assert panel.table() is None
    panel.show_frame(make_frame(surface=rising))
    table = panel.table()
    assert table is not None
    assert table.columns == ("x₁", "x₂", "Output")
    assert len(table.rows) == 100 * 100
    assert table.rows[0][:2] == (-6.0, -6.0)
    # The surface is x2 / 6.
    np.testing.assert_allclose([row[2] for row in table.rows], [row[1] / 6 for row in table.rows], atol=1e-6)


def test_a_neurons_map_takes_the_place_of_the_output(panel: SurfacePanel, make_document, make_frame, rising) -> None:
    panel.show_document(make_document("circle"))
    maps = np.stack([rising[..., 0], -rising[..., 0]])[:, ::4, ::4]
    panel.show_frame(make_frame(surface=rising, maps={"hidden": maps}))
    panel.show_neuron("hidden", 1)
    assert is_near(colour_at(panel, 5.5, 5.9), NEGATIVE, 20)
    assert panel.heading.note.text() == "neuron 2"
    panel.show_neuron("", None)
    assert is_near(colour_at(panel, 5.5, 5.9), POSITIVE, 20)
    assert panel.heading.title.text() == "Output"


def test_one_input_is_a_curve_over_its_points(panel: SurfacePanel, make_document, make_frame) -> None:
    document = make_document("sine", points=50)
    panel.show_document(document)
    values = np.sin(np.linspace(-6, 6, 100)).astype(np.float32)
    panel.show_frame(make_frame(surface=values.reshape(1, 100, 1)))
    assert panel.line.isVisible()
    assert not panel.switch.isVisible()
    x, y = panel.line.curves["output"][0].getData()
    np.testing.assert_allclose(y, np.sin(x), atol=1e-6)
    np.testing.assert_allclose(panel.line._points[0], [load(document.data).points[0, 0], load(document.data).labels[0]])
    panel.line.grab()


def test_without_opengl_2d_stays_and_a_sentence_says_so(
    panel: SurfacePanel, make_document, make_frame, rising, qtbot: QtBot
) -> None:
    if QGuiApplication.platformName() != "offscreen":
        pytest.skip("this screen may have OpenGL")
    panel.show_document(make_document("circle"))
    qtbot.mouseClick(panel.switch.buttons["3D"], Qt.MouseButton.LeftButton)
    panel.show_frame(make_frame(surface=rising))
    assert panel.switch.word == "2D"
    assert "OpenGL" in panel.reading.text()
    assert panel.plane.isVisible()


def test_the_theme_changes_live(panel: SurfacePanel, make_document) -> None:
    panel.show_document(make_document("circle"))
    panel.show_theme(DARK)
    assert panel.grab().toImage().pixelColor(2, 2) == DARK.colour("panel")


@pytest.mark.parametrize("name", ["circle", "iris", "digits", "sinc", "sine"])
def test_nothing_is_clipped_at_any_size(panel: SurfacePanel, make_document, name: str) -> None:
    panel.show_document(make_document(name))
    for width, height in ((300, 360), (370, 480), (500, 900)):
        panel.resize(width, height)
        panel.grab()
        for widget in (panel.legend, panel.reading, panel.test_points, panel.pages.currentWidget()):
            place = widget.rect().translated(widget.mapTo(panel, widget.rect().topLeft()))
            assert panel.rect().contains(place), (widget, width, height)


def test_an_example_of_data_that_are_gone_has_no_ring(panel: SurfacePanel, make_document) -> None:
    large, small = make_document("circle"), make_document("xor")
    small = replace(small, data=replace(small.data, points=40))
    panel.let_choose(True)
    panel.show_document(large)
    panel.show_example(example_of(load(large.data), 350))
    assert panel.plane._mark is not None
    # The window tells of other data first, and then of their example.
    panel.show_document(small)
    assert panel.plane._mark is None
    panel.show_example(example_of(load(small.data), 3))
    assert panel.plane._mark is not None
