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
from playground.ui.trainer import Trainer


def epoch(trainer: Trainer) -> float:
    """Of the frame that was seen last; -1 where there is none."""
    return -1 if trainer.last_frame is None else trainer.last_frame.epoch


@pytest.mark.gl
@pytest.mark.timeout(600)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="symbols of libraries clash on Linux only")
def test_a_surface_is_drawn_while_a_network_compiles_and_trains(qtbot) -> None:
    window = make_window(example("circle", asset("examples")), Settings(), LIGHT)
    qtbot.addWidget(window)
    window.show()
    trainer = window.trainer
    trainer.start()
    # On a fresh machine this is the first to read TensorFlow's files, beside the checks.
    assert wait(lambda: trainer.status.state == "ready", 240), trainer.status
    QTest.mouseClick(window.surface.switch.buttons["3D"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.toolbar.play, Qt.MouseButton.LeftButton)
    # Compiling may begin and end between two looks.
    assert wait(lambda: epoch(trainer) > 2 and not trainer.compiling, 60), trainer.status
    compiled_at = epoch(trainer)
    assert wait(lambda: epoch(trainer) > compiled_at + 20, 60), trainer.status
    view = window.surface.pages.landscape
    assert view is not None
    assert view.isVisible()
    image = view.grabFramebuffer().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine())
    colours = rows[:, : 3 * image.width()].reshape(-1, 3)
    assert len(np.unique(colours, axis=0)) > 200
    window.close()
    assert trainer.close(60)
