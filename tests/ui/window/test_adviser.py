"""The adviser's line in the window: what it says, shows and mends, by mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.advice.standstill import PATIENCE
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.frames.sizes import LayerSizes
from playground.ui.assets import asset
from playground.ui.panels.adviser import AdviserLine
from playground.ui.panels.layer import LayerPanel
from playground.ui.plots.weights.weights import WeightsPanel
from tests.made_curves import made_curves

LEFT = Qt.MouseButton.LeftButton
EPOCHS = np.arange(400)
FALLING = 0.9 * np.exp(-EPOCHS / 60) + 0.001
RISING = 0.09 + np.abs(EPOCHS - 271) * 1e-3
GOOD, FADED = LayerSizes(0.5, 0.1, 0.01, first=0.5), LayerSizes(0.5, 1e-9, 1e-10, first=0.5)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def line(window) -> AdviserLine:
    """The line, in a window whose frames come from the test alone."""
    window.tick.stop()
    found = window.panels.of(AdviserLine)
    found.clock = Clock()
    window.panels.show_status(Status("training"))
    return found


def tell(window, train=FALLING, validation=FALLING, seconds=1.0, count=1, **parts: object) -> None:
    """So many frames, a second between two."""
    document, line = window.editor.document, window.panels.of(AdviserLine)
    curves = made_curves(EPOCHS, train, validation, metrics=())
    made = Frame(document.graph, epoch=399, curves=curves, data=document.data, wanted=window.trainer.wanted)
    for _ in range(count):
        line.clock.now += seconds
        sizes = parts.get("sizes")
        window.show_newest_frame(replace(made, **{**parts, "sizes": dict(sizes) if sizes else {}}))


def tell_faded(window) -> None:
    sizes = dict.fromkeys(("dense_1", "dense_2"), FADED) | {"dense_3": GOOD}
    tell(window, np.ones(400), np.ones(400), count=PATIENCE, sizes=sizes)


def steps(window) -> list[str]:
    return [step.title for step in window.editor.history.steps[1:]]


def test_while_nothing_stands_out_it_says_so_and_is_as_high(window, line) -> None:
    high = line.height()
    tell(window)
    assert line.words.text() == "Nothing stands out."
    assert not line.more.isVisible()
    tell(window, validation=RISING)
    assert line.height() == high
    assert line.words.text() == "Validation parts from training since epoch 271."
    assert line.number.text() == "0.09 → 0.2"


def test_before_training_it_says_whether_all_is_well(window, line) -> None:
    window.panels.show_status(Status("loading"))
    assert line.words.text() == "Loading TensorFlow"
    window.panels.show_status(Status("ready"))
    assert line.words.text() == "Ready to learn. No problems found."
    window.editor.apply("Step", edits.set_layer(window.editor.document, "dense_1", Dense(4, "step")))
    assert "list of problems" in line.words.text()


def test_going_back_to_the_best_epoch_is_one_undo_step(window, line) -> None:
    tell(window, validation=RISING)
    QTest.mouseClick(line.fix, LEFT)
    assert (steps(window), window.trainer.told[-1]) == (["Go back to epoch 271"], "best 1")
    assert line.words.text() == "Nothing stands out."


def test_show_selects_explains_and_proves_and_takes_all_that_back(window, line) -> None:
    window.canvas.select(("dense_3",))
    tell_faded(window)
    assert line.words.text() == "The gradient does not reach the first 2 of 3 layers."
    QTest.mouseClick(line.more, LEFT)
    assert set(window.canvas.canvas.selected) == {"dense_1", "dense_2"}
    assert "it takes both" in window.panels.of(LayerPanel).reason.text()
    weights = window.docks.of(WeightsPanel)
    assert (weights.isVisible(), weights.switch.word) == (True, "Now")
    QTest.mouseClick(line.more, LEFT)
    assert set(window.canvas.canvas.selected) == {"dense_3"}
    assert not weights.isVisible()
    assert not window.panels.of(LayerPanel).reason.isVisible()


def test_one_line_stands_for_the_marks_on_the_cards(window, line) -> None:
    tell_faded(window)
    assert window.canvas.tools.marks == {}
    QTest.mouseClick(line.away, LEFT)
    assert set(window.canvas.tools.marks) == {"dense_1", "dense_2"}


def test_a_fix_that_takes_new_first_weights_begins_a_new_run(window, line) -> None:
    tell_faded(window)
    QTest.mouseClick(line.fix, LEFT)
    layers = window.editor.document.graph.by_id
    assert {layers[name].layer.applies for name in ("dense_1", "dense_2")} == {"leaky_relu"}
    assert (steps(window), window.trainer.told[-1]) == (["Use Leaky ReLU with He"], "reset")
    window.editor.undo()
    assert window.editor.document.graph.by_id["dense_1"].layer.applies == "tanh"


def test_what_was_sent_away_comes_again_with_another_project(window, line) -> None:
    tell(window, validation=RISING)
    QTest.mouseClick(line.away, LEFT)
    tell(window, validation=RISING, seconds=60)
    assert line.words.text() == "Nothing stands out."
    window.editor.open(example("sine", asset("examples")))
    tell(window, validation=RISING, seconds=60)
    assert line.finding is not None


def test_it_can_be_switched_off(window, line) -> None:
    tell(window, validation=RISING)
    window.advising.toggle.trigger()
    tell(window, validation=RISING, seconds=60)
    assert line.words.text() == "Adviser is off."
    window.close()
    assert not window.settings.adviser


def test_another_network_has_nothing_said_of_it(window, line) -> None:
    tell(window, validation=RISING)
    window.editor.apply("Seed", edits.set_data(window.editor.document, replace(window.editor.document.data, seed=9)))
    assert line.finding is None


def test_the_keys_go_there_and_back(window, line, qtbot) -> None:
    tell(window, validation=RISING)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_A)
    qtbot.waitUntil(line.more.hasFocus)
    QTest.keyClick(line.more, Qt.Key.Key_Tab)
    assert line.fix.hasFocus()
    QTest.keyClick(line.fix, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_A)
    QTest.keyClick(line.more, Qt.Key.Key_Return)
    assert line.more.isChecked()


@pytest.mark.parametrize(("width", "seen"), [(900, "npf"), (740, "pf"), (560, ""), (510, "")])
def test_what_has_no_room_goes_first_the_number_then_the_proof(window, line, width, seen, qtbot) -> None:
    tell(window, validation=RISING)
    line.setParent(None)
    qtbot.addWidget(line)
    line.resize(width, line.height())
    line.show()
    there = {"n": line.number.isVisible(), "p": line.proof.isVisible(), "f": bool(line.fix.text())}
    assert "".join(name for name, on in there.items() if on) == seen
    assert line.more.isVisible()
    assert line.fix.isVisible()
    assert line.fix.geometry().right() < line.away.geometry().left() <= width - line.away.width()
