"""The commands for rivals in the real window, by menu, view and keys; each can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from playground.document.edits import edits, rivals
from playground.document.edits.rivals import PRESENT
from playground.ui.plots.rivals.rivals import RivalsPanel

OWN_WINDOW = {
    "test_a_key_adds_one",
}


@pytest.fixture
def window(window_again):
    return window_again


def train_menu(window):
    return next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&Train")


def command(window, words):
    return next(action for action in train_menu(window).actions() if action.text() == words)


def with_relu(window):
    """The present network with another activation, as from the layer panel."""
    document, node = window.editor.document, window.editor.document.graph.trained[1]
    layer = document.graph.by_id[node].layer
    changed = edits.set_layer(document, node, replace(layer, activation="relu"))
    window.editor.apply("Change activation", changed)
    return changed


@pytest.fixture
def compared(window):
    """The window with a rival of tanh beside relu."""
    command(window, "Add a rival").trigger()
    with_relu(window)
    return window


def test_the_menu_adds_a_rival_and_opens_the_view(window):
    before = window.editor.document
    assert not window.docks.docks["rivals"].isVisible()
    command(window, "Add a rival").trigger()
    assert [rival.graph for rival in window.editor.document.rivals] == [before.graph]
    assert window.docks.docks["rivals"].is_seen
    assert "change something" in window.status.state.text()
    assert window.trainer.document.rivals == window.editor.document.rivals
    assert window.trainer.wanted.rivals
    window.editor.undo()
    assert window.editor.document == before
    assert not window.trainer.wanted.rivals


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_the_view_gets_the_room_that_its_columns_need(open_window, qtbot, size):
    window = open_window(size=size)
    view, dock = window.docks.of(RivalsPanel), window.docks.docks["rivals"]
    window.show_theme(window.theme)
    window.docks.reset()
    qtbot.wait(80)
    for count in (2, 3):
        command(window, "Add a rival").trigger()
        # All that is below the canvas where that is less.
        needed = count * 120 + 240
        qtbot.waitUntil(lambda needed=needed: view.width() >= min(needed, window.canvas.width() - 2))
        qtbot.waitUntil(lambda count=count: min(column.width() for column in view.columns[:count]) >= 96)
        assert dock.is_seen
        assert view.board.isVisible()
        # The chart stands beside the columns.
        assert view.chart.isVisible() or view.width() < needed
    # Asked once: where a person puts it afterwards, it stays.
    window.docks.reset()
    window.docks.docks["rivals"].show()
    window.docks.docks["rivals"].raise_()
    qtbot.wait(80)
    assert dock.is_seen
    assert window.docks.docks["curves"].is_seen


def test_a_key_adds_one(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.editor.document.rivals) == 1


def test_the_view_adds_one(window, qtbot):
    window.docks.docks["rivals"].show()
    window.docks.docks["rivals"].raise_()
    view = window.docks.of(RivalsPanel)
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert len(window.editor.document.rivals) == 1
    assert view.columns[1].isVisible()


def test_there_is_no_third(window):
    adding = command(window, "Add a rival")
    adding.trigger()
    adding.trigger()
    assert not adding.isEnabled()
    window.rivalry.add()
    assert len(window.editor.document.rivals) == 2


def test_editing_one_puts_it_on_the_canvas(compared):
    window, relu = compared, compared.editor.document
    node = relu.graph.trained[1]
    tanh = relu.rivals[0].graph.by_id[node].layer
    command(window, "Edit “tanh”").trigger()
    assert window.editor.document.graph.by_id[node].layer == tanh
    assert window.editor.document.rivals[0].graph == relu.graph
    assert window.editor.history.undo_name == "Edit a rival"
    command(window, "Edit “relu”").trigger()
    assert window.editor.document == relu


def test_removing_one_can_be_undone(compared):
    before = compared.editor.document
    command(compared, "Remove “tanh”").trigger()
    assert compared.editor.document.rivals == ()
    assert not [action for action in train_menu(compared).actions() if "Remove" in action.text() and action.isVisible()]
    compared.editor.undo()
    assert compared.editor.document == before


def test_a_name_is_given_in_the_view(compared, qtbot):
    view = compared.docks.of(RivalsPanel)
    for column, name in zip(view.columns, ("Sharp & new", "Smooth"), strict=False):
        qtbot.mouseDClick(column.name, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(column.name, name)
        qtbot.keyClick(column.name, Qt.Key.Key_Return)
    document = compared.editor.document
    assert (document.name, document.rivals[0].name) == ("Sharp & new", "Smooth")
    assert view.chart.legend.titles == () or view.chart.legend.titles == ("Sharp & new", "Smooth")
    command(compared, "Edit “Smooth”").trigger()
    assert compared.editor.document.name == "Smooth"
    assert command(compared, "Edit “Sharp && new”").isVisible()
    assert rivals.rename_rival(document, PRESENT, "").name == ""


def test_a_blank_name_is_the_automatic_one(compared, qtbot):
    view = compared.docks.of(RivalsPanel)
    name = view.columns[1].name
    compared.rivalry.rename("rival_1", "Smooth")
    qtbot.mouseDClick(name, Qt.MouseButton.LeftButton)
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert compared.editor.document.rivals[0].name == ""
