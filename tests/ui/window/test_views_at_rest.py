"""Views that rest between frames, and places that two views share."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from playground.frames.wanted import Wanted
from tests.ui.window.test_views import dock_of, show


def test_a_view_that_rests_between_frames_shows_the_newest_in_the_end(window) -> None:
    dock = dock_of(window, "curves")
    show(window, 3)
    newest = [show(window, epoch) for epoch in (4, 5, 6)][-1]

    def drawn() -> list[float]:
        return list(window.curves.loss.chart.curves["train"][0].getData()[0])

    assert drawn() != list(newest.curves.epochs)
    QTest.qWait(3 * dock.view.rest)
    assert drawn() == list(newest.curves.epochs)


def test_moments_of_the_past_are_shown_at_once(window) -> None:
    for epoch in (3, 2, 1):
        frame = replace(show(window, epoch), past=epoch, past_row={"train_loss": 0.1, "validation_loss": 0.1})
        window.docks.show_frame(frame)
        assert window.curves._frame is frame


def test_a_picture_of_a_past_moment_is_whole_at_once(window) -> None:
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    window.docks.open_all()
    QTest.qWait(50)
    wanted = window.docks.wanted(Wanted(0, 8, ("dense_1",)))
    session = Session(window.editor.document, Loops())
    session.train(60 * session.plain.steps_per_epoch)

    def pictures() -> dict[str, QImage]:
        return {name: dock.view.grab().toImage() for name, dock in window.docks.docks.items()}

    # The first one finds its room.
    window.show_newest_frame(session.look(wanted))
    QTest.qWait(300)
    moments = [session.look_back(wanted, step) for step in (1_000, 500, 0)]
    for moment in moments:
        window.show_newest_frame(moment)
    before = pictures()
    QTest.qWait(300)
    after = pictures()
    assert [name for name in before if before[name] != after[name]] == []


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 640)])
def test_tabs_stand_only_where_two_views_share_a_place(open_window, size) -> None:
    window = open_window(size=size)

    def tabs() -> list[QTabBar]:
        QTest.qWait(50)
        # Qt keeps those that are not needed outside of the window.
        bars = window.docks.findChildren(QTabBar)
        return [bar for bar in bars if bar.isVisible() and bar.geometry().intersects(window.docks.rect())]

    # In a small window the views below share one place from the start.
    first = [2] if size[0] < 1150 else []
    assert [bar.count() for bar in tabs()] == first
    landscape = window.docks.docks["landscape"]
    landscape.toggleViewAction().trigger()
    assert [bar.count() for bar in tabs()] == [2, *first]
    assert landscape.is_seen
    landscape.toggleViewAction().trigger()
    assert [bar.count() for bar in tabs()] == first
