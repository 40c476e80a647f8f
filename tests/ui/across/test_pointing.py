"""Every control that a lesson can name is found in a real window, and named back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from playground.document.edits import edits
from playground.document.edits.groups import set_closed, wrap
from playground.document.examples import example
from playground.document.graph import OUTPUT
from playground.document.layers.layers import PALETTE
from playground.document.limits import limits
from playground.document.settings import SGD, DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.ui.across.pointing import Pointing, Spot
from playground.ui.assets import asset
from playground.ui.panels.data import DataPanel
from playground.ui.panels.palette import PalettePanel
from playground.ui.panels.panels import PANELS
from playground.ui.views import VIEWS

# Settings that only a command line or a link has; the seed of a link stands in place of the seed.
ELSEWHERE = {"epochs", "generator", "seed_text", "name", "boundary"}
# Rows that are there only where another setting makes them mean something.
DEPENDENT = {"clip_at", "hold_zero", "least_gain", "restore_best", "watched"}
BUTTONS = ("play", "step", "reset", "undo", "redo", "light")
# Lines that are there only when they have something to say.
HIDDEN = ("notice", "adviser", "told", "unsaved", "changed")
MENUS = ("File", "Edit", "Arrange", "View", "Train", "Help")


OWN_WINDOW = {
    "test_what_is_not_there_is_none[lab:result]",
    "test_the_window_points_at_one_control_at_a_time_and_names_the_one_that_has_the_keys",
}


@pytest.fixture
def window(window_again):
    return window_again


def pointing(window) -> Pointing:
    return Pointing(window, window.canvas, window.panels.of(PalettePanel))


def shown(window, target: str) -> Spot | None:
    """Where it is once it was brought to be seen."""
    at = pointing(window)
    at.reveal(target)
    QTest.qWait(30)
    return at.find(target)


def on_window(window, spot: Spot) -> QRect:
    return QRect(spot.part.mapTo(window, spot.place.topLeft()), spot.place.size())


def close_all(window) -> None:
    for dock in window.findChildren(QDockWidget):
        dock.hide()
    QTest.qWait(0)


def settings_of(document) -> set[str]:
    data, training = set(limits(DataSettings)), set(limits(TrainingSettings))
    layers = {name for node in document.graph.nodes for name in limits(node.layer)}
    return (data | training | layers | set(limits(SGD)) | set(limits(Stopping))) - ELSEWHERE - DEPENDENT


def test_every_setting_is_found_with_all_docks_closed(window) -> None:
    names = [*sorted(settings_of(window.editor.document)), "dataset", "speed", "optimizer", "schedule"]
    lost = []
    for name in names:
        close_all(window)
        spot = shown(window, f"setting:{name}")
        if spot is None or not window.rect().contains(on_window(window, spot)):
            lost.append(name)
    assert not lost


def test_in_a_small_window_the_batch_that_the_bar_leaves_out_is_found_in_the_settings_of_training(open_window) -> None:
    window = open_window(size=(1024, 640))
    window.resize(900, 640)
    for name in ("batch_size", "noise", "units"):
        spot = shown(window, f"setting:{name}")
        assert spot is not None, name
        assert window.rect().contains(on_window(window, spot)), name


def test_every_view_panel_button_and_menu_is_found_with_all_docks_closed(window) -> None:
    panels = [entry.name for entry in PANELS if entry.name not in HIDDEN]
    targets = [
        *(f"view:{entry.name}" for entry in VIEWS), *(f"panel:{name}" for name in panels), "panel:canvas",
        *(f"button:{name}" for name in BUTTONS), *(f"menu:{name}" for name in MENUS),
    ]  # fmt: skip
    lost = []
    for target in targets:
        close_all(window)
        if (spot := shown(window, target)) is None or spot.place.isEmpty():
            lost.append(target)
    assert not lost


def test_every_layer_of_the_palette_is_found_though_another_is_searched_for(window) -> None:
    window.panels.of(PalettePanel).search.setText("dropout")
    assert not [kind for kind in PALETTE if shown(window, f"palette:{kind}") is None]


def test_a_layer_is_its_card_and_a_connection_lies_between_two_cards(window) -> None:
    graph = window.editor.document.graph
    cards = {name: on_window(window, shown(window, f"layer:{name}")) for name in graph.trained}
    first, second = graph.trained[1:3]
    line = on_window(window, shown(window, f"edge:{first}-{second}"))
    assert all(left.right() < right.left() for left, right in pairwise(cards.values()))
    assert cards[first].right() <= line.left() + 1
    assert line.right() <= cards[second].left() + 1


def test_a_layer_out_of_sight_is_brought_back(window) -> None:
    window.canvas.zoom_to(3.0)
    window.canvas.ensureVisible(window.canvas.canvas.body_of(OUTPUT))
    first = window.editor.document.graph.trained[1]
    spot = shown(window, f"layer:{first}")
    assert spot is not None
    assert window.canvas.viewport().rect().contains(spot.place)


def test_what_a_closed_group_hides_is_pointed_at_as_its_card(open_window) -> None:
    document = example("circle", asset("examples"))
    inside = document.graph.trained[1:3]
    grouped, group = wrap(document, inside)
    window = open_window(set_closed(grouped, group, True))
    assert shown(window, f"layer:{inside[0]}") == shown(window, f"layer:{group}") is not None


@pytest.mark.parametrize("target", [
    "layer:nobody", "edge:data-nobody", "edge:", "setting:nothing", "view:none", "palette:Nope", "menu:None",
    "panel:", "button:", "", ":", "lab:result", "setting:clip_at",
])  # fmt: skip
def test_what_is_not_there_is_none(window, target) -> None:
    assert not pointing(window).reveal(target)
    assert pointing(window).find(target) is None


def test_a_hidden_control_stays_hidden(open_window) -> None:
    document = example("circle", asset("examples"))
    window = open_window(edits.set_view(document, type(document.view)(hidden=("noise", "playButton"))))
    assert shown(window, "setting:noise") is None
    assert shown(window, "button:play") is None


def test_the_way_back_names_the_control_then_what_it_is_in(window) -> None:
    at = pointing(window)

    def names(target: str) -> tuple[str, ...]:
        spot = shown(window, target)
        place = spot.part.mapToGlobal(spot.place.center())
        return at.names_at(window.childAt(window.mapFromGlobal(place)), place)

    assert names("setting:noise")[:2] == ("setting:noise", "panel:data")
    assert names("setting:units")[:2] == ("setting:units", "panel:layer")
    assert names("button:reset")[0] == "button:reset"
    assert names("view:curves")[0] == "view:curves"
    assert names("palette:Dropout")[:2] == ("palette:Dropout", "panel:layers")
    first = window.editor.document.graph.trained[1]
    assert names(f"layer:{first}")[:2] == (f"layer:{first}", "palette:Dense")


def test_points_of_nothing_have_no_name(window) -> None:
    assert pointing(window).names_at(None, QPoint(0, 0)) == ()


def test_the_window_points_at_one_control_at_a_time_and_names_the_one_that_has_the_keys(window) -> None:
    guide, noise = window.guide, window.panels.of(DataPanel).rows["noise"]
    assert guide.point_at("setting:noise", "Turn it up.")
    assert guide.spotlight.target.contains(QRect(noise.mapTo(window, QPoint(0, 0)), noise.size()))
    assert not guide.point_at("layer:nobody")
    assert guide.spotlight.isHidden()
    noise.field.setFocus()
    assert guide.names_at_hand()[:2] == ("setting:noise", "panel:data")


def test_beside_a_lesson_the_step_stays_in_front_and_the_tab_is_ringed_until_it_is_pressed(window) -> None:
    side, noise = window.side, window.panels.of(DataPanel).rows["noise"]
    side.show_lesson(True)
    selected = window.canvas.canvas.selected
    for target, tab in (("setting:noise", 1), ("panel:data", 1), ("palette:Dropout", 2)):
        assert shown(window, target) == Spot(side.tabs, side.tabs.tabRect(tab)), target
    assert side.lesson.isVisible()
    assert window.canvas.canvas.selected == selected
    QTest.mouseClick(side.tabs, Qt.MouseButton.LeftButton, pos=side.tabs.tabRect(1).center())
    QTest.qWait(30)
    assert pointing(window).find("setting:noise").part is noise
    noise.hide()
    side.tabs.setCurrentIndex(0)
    assert shown(window, "setting:noise") is None
