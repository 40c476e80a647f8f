"""The landscape: its light and, where there is OpenGL, its pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from playground.ui.plots.output.surface import SurfacePanel
from playground.ui.plots.surfaces.relief import MOST, lit, picked
from playground.ui.theme import LIGHT


def test_rows_are_picked_evenly_with_both_ends() -> None:
    kept = picked(100)
    assert len(kept) == MOST
    assert (kept[0], kept[-1]) == (0, 99)
    assert set(np.diff(kept)) <= {1, 2}
    assert list(picked(32)) == list(range(32))


def test_a_slope_that_faces_the_light_is_brighter() -> None:
    rgb = np.full((20, 20, 3), 128, np.uint8)
    across = np.repeat(np.linspace(-0.4, 0.4, 20)[:, np.newaxis], 20, axis=1)
    towards, flat, away = (lit(heights, rgb)[:, 0].mean() for heights in (across, 0 * across, -across))
    assert towards > flat > away
    assert lit(across, rgb).shape == (400, 4)


@pytest.fixture
def panel(qtbot: QtBot, make_document, make_frame, rising) -> SurfacePanel:
    panel = SurfacePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(370, 480)
    panel.show_document(make_document("circle"))
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.mouseClick(panel.switch.buttons["3D"], Qt.MouseButton.LeftButton)
    panel.show_frame(make_frame(surface=rising))
    qtbot.wait(120)
    return panel


def pixels(panel: SurfacePanel) -> np.ndarray:
    """What the 3D view shows, shape (height, width, 3), red first."""
    assert panel.pages.landscape is not None
    image = panel.pages.landscape.grabFramebuffer().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


@pytest.mark.gl
def test_the_landscape_has_many_colours(panel: SurfacePanel) -> None:
    assert panel.pages.landscape is not None
    assert panel.pages.landscape.isVisible()
    image = pixels(panel)
    assert len(np.unique(image.reshape(-1, 3), axis=0)) > 200
    blue = (image[..., 2].astype(int) - image[..., 0] > 60).sum()
    orange = (image[..., 0].astype(int) - image[..., 2] > 60).sum()
    assert min(blue, orange) > 500


@pytest.mark.gl
def test_the_large_end_of_the_second_input_lies_at_the_back(panel: SurfacePanel) -> None:
    image = pixels(panel).astype(int)
    rows = np.arange(len(image))[:, np.newaxis]
    blue, orange = image[..., 2] - image[..., 0] > 60, image[..., 0] - image[..., 2] > 60
    assert (rows * blue).sum() / blue.sum() < (rows * orange).sum() / orange.sum()


@pytest.mark.gl
def test_it_turns_under_the_mouse(panel: SurfacePanel, qtbot: QtBot) -> None:
    view, before = panel.pages.landscape, pixels(panel)
    assert view is not None
    azimuth, middle = view.opts["azimuth"], view.rect().center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(view, middle + middle / 4)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + middle / 4)
    assert view.opts["azimuth"] != azimuth
    assert (pixels(panel) != before).any()


@pytest.mark.gl
def test_new_values_reuse_the_surface(panel: SurfacePanel, make_frame, rising, qtbot: QtBot) -> None:
    view, before = panel.pages.landscape, pixels(panel)
    assert view is not None
    items = list(view.items)
    for scale in (0.5, -1.0):
        panel.show_frame(make_frame(surface=scale * rising))
        qtbot.wait(80)
    assert view.items == items
    assert (pixels(panel) != before).any()


@pytest.mark.gl
def test_the_switch_leads_back_to_colour(panel: SurfacePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.switch.buttons["2D"], Qt.MouseButton.LeftButton)
    assert panel.plane.isVisible()
    assert panel.pages.landscape is not None
    assert not panel.pages.landscape.isVisible()


def near(image: np.ndarray, colour: tuple[int, int, int], within: int) -> np.ndarray:
    """Which pixels have about this colour."""
    return (np.abs(image.astype(int) - colour) <= within).all(axis=-1)


@pytest.mark.gl
def test_axes_have_numbers_and_names_that_follow_the_eye(panel: SurfacePanel) -> None:
    view = panel.pages.landscape
    assert view is not None
    view._axes.face((1.0, -1.0))
    front = {said: place for numbers, name in _labels(panel) for place, said in (*numbers, name)}
    assert {"x₁", "x₂", "Output", "−5", "0", "5", "−1.0", "1.0"} <= set(front)
    assert front["x₁"][1] == -1
    view._axes.face((-1.0, 1.0))
    behind = {said: place for numbers, name in _labels(panel) for place, said in (*numbers, name)}
    assert behind["x₁"][1] == 1
    assert behind["x₂"][0] == -1


def _labels(panel: SurfacePanel) -> list:
    from PySide6.QtGui import QMatrix4x4

    assert panel.pages.landscape is not None
    return panel.pages.landscape._axes.labels(QMatrix4x4())


@pytest.mark.gl
def test_words_are_drawn_in_ink_beside_the_box(panel: SurfacePanel, qtbot: QtBot) -> None:
    assert panel.pages.landscape is not None
    before = near(pixels(panel), (29, 35, 48), 40).sum()
    panel.pages.landscape._axes.setVisible(False)
    qtbot.wait(60)
    assert near(pixels(panel), (29, 35, 48), 40).sum() < before - 20


@pytest.mark.gl
def test_points_stand_on_the_surface_with_a_light_edge(panel: SurfacePanel, qtbot: QtBot) -> None:
    view, before = panel.pages.landscape, pixels(panel)
    assert view is not None
    for item in (view._dots, view._edges, view._stalks):
        item.setVisible(False)
    view.update()
    qtbot.wait(60)
    assert (pixels(panel) != before).any(axis=-1).sum() > 1500


@pytest.mark.gl
def test_keys_turn_zoom_and_go_home(panel: SurfacePanel, qtbot: QtBot) -> None:
    view = panel.pages.landscape
    assert view is not None
    home = {name: view.opts[name] for name in ("azimuth", "elevation", "distance")}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus):
        qtbot.keyClick(view, key)
    assert all(view.opts[name] != value for name, value in home.items())
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.opts["elevation"] >= 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert {name: view.opts[name] for name in home} == home


@pytest.mark.gl
def test_the_true_surface_is_a_ghost_where_it_is_known(
    panel: SurfacePanel, make_document, make_frame, rising, qtbot: QtBot
) -> None:
    view = panel.pages.landscape
    assert view is not None
    assert not view._ghost.visible()
    panel.show_document(make_document("sinc", points=40))
    panel.show_frame(make_frame(surface=0 * rising))
    qtbot.wait(120)
    assert view._ghost.visible()
    with_ghost = pixels(panel)
    panel.options.target.trigger()
    qtbot.wait(120)
    assert not view._ghost.visible()
    assert (pixels(panel) != with_ghost).any(axis=-1).sum() > 2000


@pytest.mark.gl
def test_several_classes_stand_as_high_as_they_are_likely(
    panel: SurfacePanel, make_document, make_frame, qtbot: QtBot
) -> None:
    panel.show_document(make_document("iris"))
    surface = np.zeros((100, 100, 3), np.float32)
    surface[:, :50, 0], surface[:, 50:, 2] = 1, 1
    panel.show_frame(make_frame(surface=surface))
    qtbot.wait(120)
    assert panel.pages.landscape is not None
    assert panel.pages.landscape._axes.names == ("petal length (cm)", "petal width (cm)", "probability")
    image = pixels(panel)
    green = (image[..., 1].astype(int) - image[..., 0] > 60).sum()
    blue = (image[..., 2].astype(int) - image[..., 1] > 40).sum()
    assert min(green, blue) > 500
