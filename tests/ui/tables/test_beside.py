"""Work on a large table beside the window."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from playground.datasets.dataset import load
from playground.datasets.packing import packed
from playground.document.own_data import OwnColumn, OwnData
from playground.document.settings import DataSettings
from playground.tables.blocks import Step, StoppedError
from playground.tables.opening import MANY_CELLS
from playground.ui.tables.beside import beside
from playground.ui.tables.rows_at_hand import loaded


def test_the_window_lives_while_a_thread_works(qtbot) -> None:
    turns, told = [], threading.Event()
    QTimer.singleShot(0, lambda: (turns.append(threading.current_thread()), told.set()))

    def work(step: Step) -> threading.Thread:
        # Ends only once the window's loop has turned.
        assert told.wait(20)
        step(0.5)
        return threading.current_thread()

    assert beside("…", work, None) is not threading.current_thread()
    assert turns == [threading.current_thread()]


def test_what_the_work_raises_arrives_and_it_can_be_cancelled(qtbot) -> None:
    def fails(step: Step) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        beside("…", fails, None)

    def endless(step: Step) -> None:
        while True:
            step(0.1)

    def cancel() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QProgressDialog) and each.isVisible():
                each.findChild(QPushButton).click()

    QTimer.singleShot(50, cancel)
    with pytest.raises(StoppedError):
        beside("…", endless, None, stoppable=True)


@pytest.mark.parametrize(("rows", "lives"), [(MANY_CELLS // 9, True), (20, False)])
def test_many_rows_that_stand_in_the_document_are_split_while_the_window_lives(qtbot, rows: int, lives: bool) -> None:
    points = np.random.default_rng(rows).normal(size=(rows, 9))
    values, digest = packed(points, np.where(points[:, 0] > 0, 1, -1))
    columns = tuple(OwnColumn(f"x{place}") for place in range(9))
    own = OwnData(columns, ("no", "yes"), "Many", "binary", "y", rows, digest, values=values)
    data = DataSettings(own=own)
    turns = list[bool]()
    QTimer.singleShot(0, lambda: turns.append(True))
    loaded(data)
    assert bool(turns) == lives
    found = load(data)
    assert sum(found.counts) == rows
