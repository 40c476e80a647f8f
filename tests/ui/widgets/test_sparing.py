"""Work that many frames ask for, done only so often."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from playground.document.graph import Graph
from playground.frames.frame import Frame
from playground.ui.widgets.sparing import Sparing


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def sparing(qapp, done) -> Sparing:
    parent = QObject()
    made = Sparing(60, lambda: done.append("done"), parent)
    made.parent_kept = parent
    return made


def test_the_first_is_done_at_once_and_the_last_after_the_rest(sparing, done, qtbot) -> None:
    for _ in range(5):
        sparing.ask()
    assert len(done) == 1
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.wait(150)
    assert len(done) == 2


def test_a_moment_of_the_past_does_not_wait(sparing, done) -> None:
    for past in (None, 3, 4):
        sparing.ask_for(Frame(Graph(), past=past))
    assert len(done) == 3


def test_without_an_interval_each_is_done_at_once(qapp, done) -> None:
    parent = QObject()
    sparing = Sparing(0, lambda: done.append("done"), parent)
    for _ in range(5):
        sparing.ask()
    assert len(done) == 5
