"""The real application: the real trainer behind the window, starting, and leaving at any moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from close_many import MOMENTS, close_once
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from playground.app import chosen_theme, make_window, wait
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import Edge
from playground.document.layers.dense import Dense
from playground.picturing import Asked, picture
from playground.projects.project import Project
from playground.ui.assets import asset
from playground.ui.canvas.items.single_weight import KERNEL, Weight
from playground.ui.main_window import MainWindow
from playground.ui.panels.time_bar import TimeBar
from playground.ui.settings import Settings
from playground.ui.theme import DARK, LIGHT

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
LONG = 60.0


@pytest.fixture(scope="module")
def lasting(qapp) -> Iterator[MainWindow]:
    """One window with the real trainer, for all tests of this file: TensorFlow takes seconds to load."""
    window = make_window(example("circle", asset("examples")), Settings(), LIGHT)
    window.show()
    window.trainer.start()
    assert wait(lambda: window.trainer.status.state == "ready", LONG), window.trainer.status
    yield window
    window.editor.mark_saved()
    window.close()
    assert window.trainer.close(LONG)
    window.deleteLater()


@pytest.fixture
def window(lasting) -> MainWindow:
    """That window with the circle, at epoch 0, at rest."""
    lasting.trainer.pause()
    lasting.editor.open(example("circle", asset("examples")))
    lasting.select_first()
    lasting.trainer.reset()
    assert wait(lambda: shown_epoch(lasting) == 0 and lasting.trainer.status.state == "ready", LONG)
    return lasting


def shown_epoch(window: MainWindow) -> int:
    text = window.toolbar.epoch.number.text().replace(",", "")
    return int(text) if text.isdecimal() else -1


def click(widget: QWidget, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(widget, LEFT, keys)


def test_play_trains_until_pause(window) -> None:
    click(window.toolbar.play)
    assert wait(lambda: shown_epoch(window) >= 20, LONG)
    assert window.toolbar.play.toolTip() == "Pause"
    loss = float(window.toolbar.train_loss.number.text())
    assert loss < 0.5
    click(window.toolbar.play)
    assert wait(lambda: window.trainer.status.state == "paused", LONG)
    wait(lambda: False, 0.1)
    stopped = shown_epoch(window)
    wait(lambda: False, 0.2)
    assert shown_epoch(window) == stopped


def test_steps_go_a_batch_or_an_epoch_and_reset_goes_back(window) -> None:
    first = window.toolbar.train_loss.number.text()
    click(window.toolbar.step)
    assert wait(lambda: window.trainer.status.state == "paused", LONG)
    assert shown_epoch(window) == 0
    click(window.toolbar.step, SHIFT)
    assert wait(lambda: shown_epoch(window) == 1, LONG)
    assert window.toolbar.train_loss.number.text() != first
    click(window.toolbar.reset)
    assert wait(lambda: shown_epoch(window) == 0, LONG)
    assert wait(lambda: window.toolbar.train_loss.number.text() == first, LONG)


def test_what_the_network_learned_is_seen(window) -> None:
    before = window.surface.plane.grab().toImage()
    window.trainer.train_epochs(150)
    assert wait(lambda: shown_epoch(window) == 150, LONG)
    wait(lambda: False, 0.1)
    assert window.surface.plane.grab().toImage() != before
    assert float(window.toolbar.metrics[0].number.text().split()[0]) > 95


def test_lines_are_those_of_the_weights_shown_while_nothing_trains(window) -> None:
    click(window.toolbar.step, SHIFT)
    assert wait(lambda: shown_epoch(window) == 1 and window.trainer.status.state == "paused", LONG)
    scene, bar = window.canvas.canvas, window.panels.of(TimeBar)
    lines, corner = scene.edges[Edge("data", "dense_1")], (0, 0)
    assert wait(lambda: bar.slider.maximum() > 0, LONG)

    learned = lines.weights.copy()
    window.canvas.weight_edit.typed.emit(Weight("dense_1", KERNEL, corner), -4.0)
    assert wait(lambda: lines.weights[corner] == -4.0, LONG)
    window.editor.undo()
    assert wait(lambda: np.array_equal(lines.weights, learned), LONG)
    bar.slider.setValue(0)
    assert wait(lambda: bar.past == 0 and not np.array_equal(lines.weights, learned), LONG)
    # Opened in the past, a layer shows the past.
    past = lines.weights.copy()
    document = window.editor.document
    window.editor.apply("Close", edits.set_form(document, ("dense_1",), "card"))
    assert lines.lines is None
    window.editor.undo()
    assert np.array_equal(lines.weights, past)
    bar.slider.setValue(bar.slider.maximum())
    assert wait(lambda: np.array_equal(lines.weights, learned), LONG)


def test_the_network_can_be_rebuilt_while_it_trains(window) -> None:
    click(window.toolbar.play)
    assert wait(lambda: shown_epoch(window) >= 5, LONG)
    document = window.editor.document
    window.editor.apply("Change units", edits.set_layer(document, "dense_1", Dense(7, "relu")))
    reached = shown_epoch(window)
    frames: list[int] = []
    assert wait(lambda: shown_epoch(window) > reached + 5, LONG)
    frames.append(window.layer.facts.text().count("(7)"))
    assert frames == [1]
    window.editor.undo()
    click(window.toolbar.play)
    assert wait(lambda: window.trainer.status.state == "paused", LONG)


def test_a_run_that_diverges_is_explained_and_goes_on_with_a_lower_rate(window) -> None:
    document = edits.set_layer(window.editor.document, "dense_1", Dense(4, "linear"))
    document = edits.set_layer(document, "dense_2", Dense(4, "linear"))
    document = edits.set_layer(document, "dense_3", Dense(1, "linear"))
    window.editor.apply("Linear", document)
    field = window.toolbar.rate.lineEdit()
    field.selectAll()
    QTest.keyClicks(field, "10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    click(window.toolbar.play)
    assert wait(lambda: window.notice.isVisible(), LONG)
    assert "smaller learning rate" in window.notice.words.text()
    click(window.notice.lower_rate)
    assert window.editor.document.training.learning_rate == 1.0
    assert not window.notice.isVisible()
    window.editor.undo()
    assert window.editor.document.training.learning_rate == 10.0


def test_other_data_goes_on_with_other_inputs(window) -> None:
    window.files.open_example("iris")
    assert wait(lambda: window.trainer.status.state in ("ready", "paused"), LONG)
    window.trainer.train_epochs(30)
    assert wait(lambda: shown_epoch(window) == 30, LONG)
    assert window.surface.axes_row.isVisible()


def test_a_picture_shows_the_trained_network_in_its_size(engine_in_a_thread, qapp, tmp_path) -> None:
    before = QApplication.palette(), qapp.styleSheet()
    out = tmp_path / "window.png"
    asked = Asked(120, size=(1100, 700))
    assert picture(Project(example("circle", asset("examples"))), Path("circle"), out, asked) == ""
    QApplication.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    image = QWidget().grab().toImage()
    assert image.load(str(out))
    assert image.size().toTuple() == (1100, 700)
    names = [image.pixelColor(x, y).name() for x in range(0, 1100, 4) for y in range(0, 700, 4)]
    near = {"orange": 0, "blue": 0}
    for name, count in zip(*np.unique(names, return_counts=True), strict=True):
        red, green, blue = (int(name[at : at + 2], 16) for at in (1, 3, 5))
        near["orange"] += int(count) * (abs(red - 0xF5) + abs(green - 0x93) + abs(blue - 0x22) < 30)
        near["blue"] += int(count) * (abs(red - 0x08) + abs(green - 0x77) + abs(blue - 0xBD) < 30)
    assert near["orange"] > 500
    assert near["blue"] > 150


# Mistakes


def test_the_theme_is_the_one_of_its_name() -> None:
    assert (chosen_theme("dark"), chosen_theme("light")) == (DARK, LIGHT)
    assert chosen_theme("system") in (DARK, LIGHT)


# Processes of their own


def test_the_window_is_painted_before_tensorflow_is_imported() -> None:
    code = """
import sys
from PySide6.QtCore import QTimer
from playground import app
from playground.document.document import Document
from playground.projects.project import Project
from playground.ui.trainer import Trainer

def start(trainer):
    window = next(found for found in app.QApplication.topLevelWidgets() if isinstance(found, app.MainWindow))
    assert window.isVisible()
    names = ("tensorflow", "keras", "playground.engine", "pandas", "sklearn.datasets")
    print(window.grab().width() > 700, [name for name in names if name in sys.modules], flush=True)
    QTimer.singleShot(0, app.QApplication.quit)

Trainer.start = start
document = Document()
sys.exit(app.open_window(Project(document), None, Trainer(document)))
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (result.stdout, result.returncode) == ("True []\n", 0), result.stderr


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_the_window_fits_its_screen_with_the_status_bar_in_sight(tmp_path, scale: str) -> None:
    code = """
from PySide6.QtCore import QTimer
from playground import app
from playground.document.document import Document
from playground.projects.project import Project
from playground.ui.trainer import Trainer

def start(trainer):
    QTimer.singleShot(300, look)

def look():
    window = next(found for found in app.QApplication.topLevelWidgets() if isinstance(found, app.MainWindow))
    bar = window.status
    seen = window.rect().contains(bar.mapTo(window, bar.rect().bottomRight())) and not bar.visibleRegion().isEmpty()
    print(window.screen().availableGeometry().contains(window.frameGeometry()), seen, flush=True)
    app.QApplication.quit()

Trainer.start = start
app.open_window(Project(Document()), None, Trainer(Document()))
"""
    one = {"name": "one", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [one]}))
    places = {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path}/screens.json", "QT_SCALE_FACTOR": scale}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env={**os.environ, **places}
    )
    assert result.stdout == "True True\n", result.stderr


@pytest.mark.parametrize("moment", [moment for moment in MOMENTS if moment not in ("shown", "ready")])
def test_it_leaves_cleanly_when_closed_while(moment: str) -> None:
    left = close_once(moment, 0.05)
    assert left.code == 0, left.errors
    assert "Traceback" not in left.errors
