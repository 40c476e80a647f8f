"""The layer panel of a selected group: its name, colour, layers and commands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits, groups
from playground.ui.editor import Editor
from playground.ui.panels.layer import LayerPanel
from playground.ui.theme import LIGHT
from tests.ui.canvas.conftest import network

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(shown) -> LayerPanel:
    document, group_id = groups.wrap(network(), ("second", "third"), "Encoder")
    editor = Editor(document)
    made = LayerPanel(editor, LIGHT)
    made.editor, made.asked = editor, []
    editor.changed.connect(made.show_document)
    made.group.asked.connect(made.asked.append)
    made.show_selection((group_id,))
    return shown(made, 360)


def test_it_names_what_the_group_holds(panel: LayerPanel) -> None:
    assert panel.name.text() == "Encoder"
    assert panel.facts.text() == "2 layers · 144 parameters"
    assert panel.group.layers.count() == 2
    assert not panel.form.isVisible()
    assert not panel.training.isVisible()


def test_a_colour_is_one_step(panel: LayerPanel) -> None:
    QTest.mouseClick(panel.group.colours["rose"], LEFT)
    assert panel.editor.document.groups[0].colour == "rose"
    assert panel.editor.history.undo_name == "Colour group"
    assert [name for name, button in panel.group.colours.items() if button.isChecked()] == ["rose"]
    panel.editor.undo()
    assert panel.group.colours["blue"].isChecked()


def test_the_group_is_renamed_in_the_title(panel: LayerPanel) -> None:
    panel.name.selectAll()
    QTest.keyClicks(panel.name, "Decoder")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.editor.document.groups[0].name == "Decoder"
    assert panel.editor.history.undo_name == "Rename group"


def test_buttons_ask_for_the_commands(panel: LayerPanel) -> None:
    for button in (panel.group.open, panel.group.ungroup, panel.group.keep):
        QTest.mouseClick(button, LEFT)
    group = panel.editor.document.groups[0]
    panel.editor.apply("Close", groups.set_closed(panel.editor.document, group.id, True))
    assert panel.group.open.text() == "Open"
    QTest.mouseClick(panel.group.open, LEFT)
    assert panel.asked == ["close", "ungroup", "keep", "enter"]


def test_a_group_beside_a_layer_shows_the_layers_of_both(panel: LayerPanel) -> None:
    panel.show_selection((panel.editor.document.groups[0].id, "first"))
    assert panel.title.text() == "3 layers selected"
    assert not panel.group.isVisible()


def test_ungrouped_it_shows_the_training_again(panel: LayerPanel) -> None:
    panel.editor.apply("Ungroup", groups.ungroup(panel.editor.document, panel.editor.document.groups[0].id))
    assert panel.training.isVisible()
    assert not panel.group.isVisible()


def test_a_long_name_inside_leaves_every_button_in_sight(panel: LayerPanel) -> None:
    document = edits.rename(panel.editor.document, "second", "A name for a layer that is longer than the panel " * 2)
    panel.editor.apply("Rename layer", document)
    for part in (panel.group.ungroup, panel.group.keep, *panel.group.colours.values()):
        assert part.mapTo(panel, part.rect().topRight()).x() < panel.width()
