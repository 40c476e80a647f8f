"""Numbers and pictures belong to the network on the canvas: of another one nothing is left, at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.document.edits import edits
from playground.document.examples import example
from playground.frames.frame import Frame
from playground.ui.assets import asset
from playground.ui.main_window import MainWindow
from playground.ui.panels.time_bar import TimeBar
from playground.ui.plots.activation.activation import ActivationPanel


@pytest.fixture(scope="module")
def learned() -> Callable[[MainWindow], Frame]:
    """What a network tells that has trained, of all that the window wants to know."""
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    sessions: dict[object, Session] = {}

    def look(window: MainWindow) -> Frame:
        document = window.editor.document
        session = sessions.setdefault(document, Session(document, Loops()))
        session.train(60)
        session.look(window.trainer.wanted)
        session.train(60)
        return session.look(window.trainer.wanted)

    return look


def show(window: MainWindow, document) -> None:
    window.editor.apply("Show", document)
    QTest.qWait(60)


def pixels(part: QWidget) -> NDArray[np.int16]:
    picture = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    return rows[:, : 4 * picture.width()].astype(np.int16)


def differing(one: dict[str, object], other: dict[str, object]) -> set[str]:
    """What looks otherwise, by more than the edge of a line between two pixels."""
    found = set()
    for part, seen in one.items():
        now = other[part]
        if isinstance(seen, np.ndarray) and isinstance(now, np.ndarray):
            if seen.shape != now.shape or np.abs(seen - now).max() > 8:
                found.add(part)
        elif seen != now:
            found.add(part)
    return found


def pictures(window: MainWindow) -> dict[str, object]:
    """What every view, the canvas, the numbers and the time bar look like; the activation's bars are counted."""
    QTest.qWait(0)
    parts = {name: dock.view for name, dock in window.docks.docks.items()}
    for view in parts.values():
        # Its dock gives it other room where it has more to show.
        view.resize(460, 300)
    parts |= {"canvas": window.canvas, "numbers": window.toolbar, "time": window.panels.of(TimeBar)}
    seen: dict[str, object] = {name: pixels(part) for name, part in parts.items()}
    return seen | {"activation": window.docks.of(ActivationPanel).table()}


def deleted(document):
    return edits.remove_nodes(document, document.graph.by_id)


CHANGES = {
    "other data": lambda document: edits.set_data(document, replace(document.data, name="spiral")),
    "noisier data": lambda document: edits.set_data(document, replace(document.data, noise=30.0)),
    "another seed": lambda document: replace(document, training=replace(document.training, seed=7)),
    "all deleted": deleted,
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_of_a_run_is_left_where_nothing_of_it_holds(window, learned, name: str) -> None:
    window.docks.open_all()
    before, changed = window.editor.document, CHANGES[name](window.editor.document)
    show(window, changed)
    blank = pictures(window)
    show(window, before)
    window.show_newest_frame(learned(window))
    QTest.qWait(60)
    seen = pictures(window)
    assert window.toolbar.epoch.number.text() != "–"
    window.editor.apply("Change", changed)
    assert differing(pictures(window), blank) == set()
    shown = {"canvas", "output", "curves", "weights", "outputs", "predictions", "numbers"}
    assert shown <= differing(seen, blank)


def test_another_project_begins_blank_and_without_the_runs_before(window, learned) -> None:
    frame = learned(window)
    window.show_newest_frame(frame)
    window.editor.open(example("spiral", asset("examples")))
    assert window.toolbar.epoch.number.text() == window.toolbar.train_loss.number.text() == "–"
    assert window.curves.table() is None
    assert window.curves.ghosts.kept == ()
    assert window.canvas.canvas.frame is None
    assert not any(item.shows_maps for item in window.canvas.canvas.nodes.values())


def test_an_edit_that_keeps_weights_keeps_what_is_seen(window, learned) -> None:
    window.show_newest_frame(learned(window))
    epoch = window.toolbar.epoch.number.text()
    document = window.editor.document
    window.editor.apply("Rate", edits.set_training(document, replace(document.training, learning_rate=0.3)))
    assert window.toolbar.epoch.number.text() == epoch
    assert window.canvas.canvas.frame is not None
