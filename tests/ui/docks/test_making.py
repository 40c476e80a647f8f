"""Views are made when they are first opened, and nobody can tell."""

from __future__ import annotations

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from playground.datasets.dataset import load
from playground.datasets.example import example_of
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.layers.dense import Dense
from playground.ui.assets import asset
from playground.ui.main_window import MainWindow
from playground.ui.panels.palette import PalettePanel
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.plots.rivals.rivals import RivalsPanel
from playground.ui.theme import DARK
from playground.ui.views import VIEWS
from tests.ui.window.test_forgetting import differing, learned, pixels

__all__ = ["learned"]
CLOSED = [entry.name for entry in VIEWS if not entry.is_open]
REST = 150


def made(window: MainWindow) -> list[str]:
    return [name for name, dock in window.docks.docks.items() if dock.is_made]


def with_turns(window: MainWindow) -> list[QWidget]:
    """What the Tab key goes through, from the first dock to the last."""
    found, part = list[QWidget](), window.nextInFocusChain()
    while part is not window:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is window:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def test_a_window_makes_the_views_that_are_open(window) -> None:
    QTest.qWait(50)
    assert made(window) == [entry.name for entry in VIEWS if entry.is_open]
    # Frames, documents and themes do not make them either.
    window.editor.apply("Add", edits.add_node(window.editor.document, Dense(4), 0.0, 0.0, "dense_1")[0])
    window.show_theme(DARK)
    window.walking.open()
    window.walking.leave()
    QTest.qWait(50)
    assert not set(made(window)) & set(CLOSED)
    titles = {action.text(): action for action in window.docks.toggles()}
    titles["Table"].trigger()
    # It may take a moment where there are many rows.
    assert QApplication.overrideCursor().shape() is Qt.CursorShape.WaitCursor
    assert [name for name in made(window) if name in CLOSED] == ["rows"]


def test_a_view_that_is_made_late_shows_what_one_shows_that_was_there(open_window, learned) -> None:
    early, late = open_window(), open_window()
    for dock in early.docks.docks.values():
        dock.make()
    assert not set(made(late)) & set(CLOSED)
    frame = None
    for window in (early, late):
        window.editor.open(example("iris", asset("examples")))
        window.editor.apply("Rename", edits.rename(window.editor.document, "dense_1", "First"))
        window.canvas.select(("dense_1",))
        window.examples.choose(example_of(load(window.editor.document.data), 7))
    seen = []
    for window in (early, late):
        window.docks.open_all()
        QTest.qWait(REST)
        frame = frame or learned(window)
        window.show_newest_frame(frame)
        QTest.qWait(3 * REST)
        for dock in window.docks.docks.values():
            dock.view.resize(460, 300)
        seen.append({name: pixels(dock.view) for name, dock in window.docks.docks.items()})
        seen[-1] |= {f"numbers of {name}": dock.view.table() for name, dock in window.docks.docks.items()}
    assert differing(*seen) == set()


def test_what_a_late_view_asks_for_is_done(window) -> None:
    window.docks.dock_of(RivalsPanel).show()
    window.docks.of(RivalsPanel).button.click()
    assert len(window.editor.document.rivals) == 1
    window.walking.open()
    window.docks.dock_of(PredictionsPanel).show()
    view = window.docks.of(PredictionsPanel)
    QTest.qWait(50)
    view.worst.row_chosen.emit(5)
    assert window.examples.chosen.row == 5
    assert view.page != "try"


@pytest.mark.parametrize("order", [CLOSED, CLOSED[::-1]])
def test_tab_comes_to_a_late_view_in_its_turn(open_window, order: list[str]) -> None:
    """Docks come in the order of the table, whichever was opened first."""
    window = open_window()
    for name in order:
        window.docks.docks[name].make()
    docks = {dock: name for name, dock in window.docks.docks.items()}
    turns = with_turns(window)
    found = [name for part in turns for dock, name in docks.items() if dock.isAncestorOf(part)]
    assert list(dict.fromkeys(found)) == [entry.name for entry in VIEWS]
    # Those of one dock stand together: its title first, then what is in it.
    assert [name for name, _ in groupby(found)] == [entry.name for entry in VIEWS]
    last = max(place for place, part in enumerate(turns) if window.docks.docks["meters"].isAncestorOf(part))
    palette = window.panels.of(PalettePanel)
    assert last < next(place for place, part in enumerate(turns) if palette.isAncestorOf(part))
