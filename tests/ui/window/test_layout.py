"""Where the views stand: kept for the next start, put back, and made anew where it was broken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from playground.ui.main_window import MainWindow
from playground.ui.settings import Settings
from tests.ui.window.test_views import choose, dock_of, live


def places(window: MainWindow) -> dict[str, tuple[object, ...]]:
    return {
        name: (dock.isFloating(), dock.isVisible(), dock.isVisible() and dock.geometry().getRect())
        for name, dock in window.docks.docks.items()
    }


def test_the_layout_comes_back_at_the_next_start(open_window) -> None:
    first = open_window()
    dock_of(first, "curves").close()
    dock_of(first, "output").setFloating(True)
    dock_of(first, "output").setGeometry(50, 60, 410, 420)
    first.docks.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock_of(first, "activation"))
    live()
    before = places(first)
    first.close()
    second = open_window(settings=first.settings)
    live()
    assert places(second) == before
    assert second.trainer.wanted.selected


def test_a_view_over_the_whole_screen_is_docked_at_the_next_start(open_window) -> None:
    first = open_window()
    before = places(first)
    choose(dock_of(first, "output"), "Full screen")
    first.close()
    second = open_window(settings=first.settings)
    live()
    assert places(second) == before


@pytest.mark.parametrize("cut", [0, 7, 40, -9])
def test_a_broken_layout_becomes_the_first_one(open_window, cut: int) -> None:
    first = open_window()
    before = places(first)
    first.close()
    kept = first.settings.docks
    broken = b"no layout" if not cut else kept[:cut]
    second = open_window(settings=Settings(docks=broken))
    live()
    assert places(second) == before


def test_reset_puts_every_view_back(window) -> None:
    before = places(window)
    dock_of(window, "output").setFloating(True)
    dock_of(window, "curves").close()
    window.docks.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock_of(window, "activation"))
    live()
    window.docks.reset()
    live()
    assert places(window) == before
