"""The loss landscape in 3D, on a screen with OpenGL; and the words where there is none."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from playground.frames.landscape import Landscape, Survey
from playground.ui.plots.loss_landscape import loss_landscape
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.theme import LIGHT
from playground.ui.widgets.pictures import picture_of

PLACES = np.linspace(-1, 1, 31).astype(np.float32)
BOWL = (0.01 + PLACES[np.newaxis] ** 2 + PLACES[:, np.newaxis] ** 2).astype(np.float32)
PATH = np.array([[-0.8, 0.6], [-0.3, 0.2], [0, 0]], np.float32)
FOUND = Landscape(Survey(side=31), 50, PLACES, PLACES, BOWL, PATH, np.array([0, 20, 50]))


def shown(qtbot):
    panel = LossLandscapePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 480)
    panel.show()
    panel.button.click()
    panel.show_landscape(FOUND)
    qtbot.mouseClick(panel.switch.buttons["3D"], Qt.MouseButton.LeftButton)
    qtbot.wait(120)
    return panel


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


@pytest.mark.gl
def test_hills_and_the_valley_are_drawn_with_the_path(qtbot) -> None:
    panel = shown(qtbot)
    image = pixels(panel.surface.grabFramebuffer())
    bright = (image[..., 0] - image[..., 2] > 60).sum()
    dark = ((image.sum(axis=-1) < 260) & (image[..., 2] > image[..., 0])).sum()
    assert min(bright, dark) > 300
    assert panel.why_no_svg()


@pytest.mark.gl
def test_a_picture_of_it_has_the_numbers_on_its_axes(qtbot) -> None:
    panel = shown(qtbot)
    whole, own = pixels(picture_of(panel).toImage()), pixels(panel.surface.grabFramebuffer())
    corner = panel.surface.mapTo(panel, panel.surface.rect().topLeft())
    part = whole[corner.y() : corner.y() + own.shape[0], corner.x() : corner.x() + own.shape[1]]
    np.testing.assert_allclose(part, own, atol=2)


def test_without_opengl_it_says_so_and_stays_flat(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(loss_landscape, "has_opengl", lambda: False)
    panel = shown(qtbot)
    assert "OpenGL" in panel.words.text()
    assert panel.switch.word == "2D"
    assert panel.map.isVisible()
