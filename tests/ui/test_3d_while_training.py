"""The 3D view in the real window, beside TensorFlow at work."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from playground.app import make_window, wait
from playground.document.examples import example
from playground.ui.assets import asset
from playground.ui.settings import Settings
from playground.ui.theme import LIGHT


@pytest.mark.gl
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="symbols of libraries clash on Linux only")
def test_a_surface_is_drawn_while_a_network_compiles_and_trains(qtbot) -> None:
    window = make_window(example("circle", asset("examples")), Settings(), LIGHT)
    qtbot.addWidget(window)
    window.show()
    trainer = window.trainer
    trainer.start()
    assert wait(lambda: trainer.status.state == "ready", 60)
    QTest.mouseClick(window.surface.switch.buttons["3D"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.toolbar.play, Qt.MouseButton.LeftButton)
    assert wait(lambda: trainer.compiling, 60)
    assert wait(lambda: not trainer.compiling, 60)
    frames: list[int] = []
    assert wait(lambda: frames.append(trainer.status.state == "training") or len(frames) > 20, 60)
    view = window.surface.pages.landscape
    assert view is not None
    assert view.isVisible()
    image = view.grabFramebuffer().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine())
    colours = rows[:, : 3 * image.width()].reshape(-1, 3)
    assert len(np.unique(colours, axis=0)) > 200
    window.close()
    assert trainer.close(60)
