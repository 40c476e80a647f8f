"""Live views in their docks: floated, enlarged, paused and hidden."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton, QToolTip

from playground.frames.frame import Frame
from playground.ui.across.looking import MAP_SIDE
from playground.ui.docks.view_dock import ViewDock
from playground.ui.main_window import MainWindow
from playground.ui.theme import DARK
from playground.ui.views import VIEWS
from tests.made_curves import made_curves

LEFT, NONE, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.Key


def live(turns: int = 20) -> None:
    """Let the window lay itself out: docks do so from the event loop."""
    QTest.qWait(turns)


def dock_of(window: MainWindow, name: str) -> ViewDock:
    return window.docks.docks[name]


def frame_of(window: MainWindow, epoch: int) -> Frame:
    """A frame that answers all that is wanted, and differs from epoch to epoch."""
    losses = [np.linspace(0.9, 1 / epoch, 5).astype(np.float32) for _ in range(4)]
    document, wanted = window.editor.document, window.trainer.wanted
    frame = Frame(
        document.graph, epoch, 0, made_curves(np.arange(5) * epoch, *losses), data=document.data, wanted=wanted
    )
    side = wanted.surface_side
    surface = np.full((side, side, 1), np.sin(epoch), np.float32) if side else None
    flowing = np.random.default_rng(epoch).normal(0, 1, 200).astype(np.float32) if wanted.selected else None
    return replace(frame, surface=surface, flowing=flowing)


def show(window: MainWindow, epoch: int) -> Frame:
    window.trainer.frame = frame_of(window, epoch)
    frame = window.trainer.frame
    window._rest_until = 0.0
    window.show_newest()
    return frame


def choose(dock: ViewDock, words: str) -> None:
    """A person opens the view's menu and takes this entry."""
    dock.menu.aboutToShow.emit()
    (action,) = [action for action in dock.menu.actions() if action.text().split("\t")[0] == words]
    assert action.isEnabled()
    action.trigger()
    live()


def picture(dock: ViewDock) -> QImage:
    return dock.view.grab().toImage()


# Where views are


def test_no_button_moves_when_the_pointer_comes(window) -> None:
    for dock in (window.docks.docks[name] for name in ("output", "curves", "activation")):
        buttons = [button for button in dock.bar.findChildren(QToolButton) if button.isVisible()]
        before = [button.mapTo(window, QPoint(0, 0)) for button in buttons]
        dock.bar.show_near(True)
        QApplication.processEvents()
        assert dock.bar.info.isVisible()
        assert [button.mapTo(window, QPoint(0, 0)) for button in buttons] == before
        dock.bar.show_near(False)


def test_every_view_is_named_explained_and_has_its_buttons(window) -> None:
    assert [entry.name for entry in VIEWS] == list(window.docks.docks)
    for dock in window.docks.docks.values():
        words = dock.view.explanation()
        assert words.endswith(".")
        assert dock.view.title() == dock.windowTitle()
        assert dock.bar.info.accessibleDescription() == words
        for button in (dock.bar.info, dock.bar.pause, dock.bar.menu):
            assert button.accessibleName()
            assert button.toolTip()


def test_a_view_floats_from_its_menu_and_docks_again(window) -> None:
    for dock in window.docks.docks.values():
        if not dock.is_seen:
            continue
        before = dock.geometry()
        choose(dock, "Float")
        assert dock.isWindow()
        assert dock.is_live
        choose(dock, "Dock")
        assert not dock.isWindow()
        assert dock.geometry() == before


def test_a_double_click_on_the_title_floats_too(window) -> None:
    dock = dock_of(window, "curves")
    QTest.mouseDClick(dock.bar, LEFT, NONE, QPoint(4, 4))
    live()
    assert dock.isFloating()
    QTest.mouseDClick(dock.bar, LEFT, NONE, QPoint(4, 4))
    live()
    assert not dock.isFloating()


def test_f11_shows_the_clicked_view_over_the_whole_screen_and_escape_leaves(window) -> None:
    dock = dock_of(window, "activation")
    before = dock.geometry()
    QTest.mouseClick(dock.bar, LEFT, NONE, QPoint(4, 4))
    QTest.keyClick(window.focusWidget(), KEYS.Key_F11)
    live()
    assert dock.isFullScreen()
    assert dock.geometry() == dock.screen().geometry()
    assert dock.is_live
    QTest.keyClick(dock, KEYS.Key_Escape)
    live()
    assert not dock.isFullScreen()
    assert not dock.isFloating()
    assert dock.geometry() == before


def test_f11_leaves_the_whole_screen_too(window) -> None:
    dock = dock_of(window, "output")
    choose(dock, "Float")
    choose(dock, "Full screen")
    assert dock.isFullScreen()
    QTest.keyClick(dock, KEYS.Key_F11)
    live()
    assert not dock.isFullScreen()
    assert dock.isFloating()


def test_the_keys_of_the_menus_work_in_a_view_over_the_whole_screen(window) -> None:
    dock = dock_of(window, "output")
    choose(dock, "Full screen")
    dock.activateWindow()
    live()
    window.trainer.told.clear()
    QTest.keyClick(dock, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dock, KEYS.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.trainer.told == ["play", "reset"]
    QTest.keyClick(dock, KEYS.Key_Escape)
    live()
    QTest.keyClick(window.canvas, KEYS.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.trainer.told == ["play", "reset", "reset"]


def test_f11_without_a_view_says_what_to_do(window) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEYS.Key_F11)
    assert "Click a view first" in window.status._said


def test_the_explanation_comes_with_the_i(window) -> None:
    dock = dock_of(window, "output")
    dock.bar.menu.setFocus()
    QTest.mouseClick(dock.bar.info, LEFT)
    live()
    assert QToolTip.isVisible()
    assert "input plane" in QToolTip.text()
    QToolTip.hideText()


# Pause


def test_a_paused_view_keeps_its_picture_and_then_shows_the_newest(window) -> None:
    for dock in window.docks.docks.values():
        if not dock.is_seen:
            continue
        show(window, 3)
        QTest.qWait(2 * dock.view.rest)
        dock.bar.menu.setFocus()
        QTest.mouseClick(dock.bar.pause, LEFT)
        assert dock.bar.mark.isVisible()
        before = picture(dock)
        for epoch in (4, 5):
            show(window, epoch)
        assert picture(dock) == before
        QTest.mouseClick(dock.bar.pause, LEFT)
        assert not dock.bar.mark.isVisible()
        show(window, 5)
        QTest.qWait(2 * dock.view.rest)
        assert picture(dock) != before, dock.objectName()


def test_a_view_that_wants_nothing_of_its_own_shows_the_newest_at_once(window) -> None:
    dock = dock_of(window, "curves")
    show(window, 3)
    choose(dock, "Pause")
    newest = show(window, 7)
    choose(dock, "Go on")
    assert list(window.curves.loss.chart.curves["train"][0].getData()[0]) == list(newest.curves.epochs)


# Hidden views


@pytest.fixture
def heard(window, monkeypatch) -> list[str]:
    """The names of the views that were given a frame or asked what they want."""
    names: list[str] = []
    for name, dock in window.docks.docks.items():
        shown, wanted = dock.view.show_frame, dock.view.wanted
        monkeypatch.setattr(dock.view, "show_frame", lambda frame, n=name, f=shown: names.append(n) or f(frame))
        monkeypatch.setattr(dock.view, "wanted", lambda value, n=name, f=wanted: names.append(n) or f(value))
    return names


@pytest.mark.parametrize("way", ["closed", "behind a tab", "paused"])
def test_what_nobody_sees_gets_nothing_and_is_asked_nothing(window, heard, way: str) -> None:
    dock = dock_of(window, "activation")
    assert window.trainer.wanted.selected == "dense_1"
    match way:
        case "closed":
            choose(dock, "Close")
        case "paused":
            choose(dock, "Pause")
        case _:
            window.docks.tabifyDockWidget(dock, dock_of(window, "curves"))
            dock_of(window, "curves").raise_()
            live()
    assert window.trainer.wanted.selected == ""
    heard.clear()
    show(window, 9)
    window.canvas.select(("dense_2",))
    assert "activation" not in heard
    assert "output" in heard
    assert (way == "paused") == dock.view.isVisible()
    if way == "behind a tab":
        dock.raise_()
    elif way == "closed":
        dock.toggleViewAction().trigger()
    else:
        choose(dock, "Go on")
    live()
    assert window.trainer.wanted.selected == "dense_2"
    show(window, 10)
    assert "activation" in heard
    assert dock.view.isVisible()


def test_of_a_hidden_surface_only_what_its_card_shows_is_asked_for(window, qtbot) -> None:
    assert window.trainer.wanted.surface_side == 100
    dock_of(window, "output").close()
    assert window.trainer.wanted.surface_side == MAP_SIDE
    window.canvas.scale(4, 4)
    window.canvas.look_at(window.canvas.canvas.nodes["data"].pos())
    qtbot.waitUntil(lambda: window.trainer.wanted.surface_side == 0)


@pytest.mark.parametrize("leave", [ViewDock.close, ViewDock.toggle_pause])
def test_the_output_card_goes_on_learning_without_the_output_view(window, leave) -> None:
    leave(dock_of(window, "output"))
    live()
    card = window.canvas.canvas.nodes["output"]
    show(window, 3)
    before = list(card.pictures)
    show(window, 5)
    assert list(card.pictures) != before


def test_a_view_opened_from_the_menu_comes_to_the_front(window) -> None:
    dock, other = dock_of(window, "activation"), dock_of(window, "curves")
    window.docks.tabifyDockWidget(dock, other)
    dock.close()
    live()
    (toggle,) = [action for action in window.docks.toggles() if action.text() == "Activation"]
    assert not toggle.isChecked()
    toggle.trigger()
    live()
    assert dock.is_seen
    assert not other.is_seen


def test_every_view_can_be_open_and_seen_at_once(window) -> None:
    window.docks.tabifyDockWidget(dock_of(window, "curves"), dock_of(window, "activation"))
    dock_of(window, "output").close()
    live()
    window.docks.open_all()
    live()
    assert all(dock.is_live for dock in window.docks.docks.values())
    assert window.docks.wanted(window.trainer.wanted) == window.trainer.wanted


# How they look


def test_switching_the_theme_reaches_every_title_bar(window) -> None:
    window.show_theme(DARK)
    live()
    for dock in window.docks.docks.values():
        if dock.is_seen:
            assert dock.bar.grab().toImage().pixelColor(2, 2).name() == DARK.panel


def test_names_of_views_on_tabs_are_whole_however_many_share_a_place(window) -> None:
    window.show_theme(DARK)
    for name in ("outputs", "weights", "predictions", "rivals"):
        window.docks.docks[name].toggleViewAction().trigger()
    live(50)
    (bar,) = [bar for bar in window.docks.findChildren(QTabBar) if bar.count() == 5]
    for place in range(bar.count()):
        assert bar.tabRect(place).width() > bar.fontMetrics().horizontalAdvance(bar.tabText(place))
    assert bar.tabRect(bar.currentIndex()).right() <= bar.width()
    left, right = bar.findChildren(QToolButton)
    assert not right.isEnabled()
    while left.isEnabled():
        QTest.mouseClick(left, LEFT)
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(0).center())
    live()
    assert window.docks.docks["activation"].is_seen


@pytest.mark.parametrize(("wide", "lesson", "closed"), [
    (1440, True, set()), (1024, False, {"left"}), (1024, True, {"output", "side"}),
])  # fmt: skip
def test_what_needs_room_has_it_beside_a_lesson_in_a_narrow_window_too(open_window, wide, lesson, closed) -> None:
    docks = open_window(size=(wide, 640)).docks
    docks.widen_left(lesson)
    parts = {"left": docks.left, "side": docks.side, "output": docks.docks["output"]}
    before = {name for name, part in parts.items() if part.isVisible()}
    docks.make_way(True)
    assert {name for name, part in parts.items() if not part.isVisible()} == closed
    docks.make_way(False)
    assert {name for name, part in parts.items() if part.isVisible()} == before
