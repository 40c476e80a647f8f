"""The list of undo steps, and the names in the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.ui.editor import Editor
from playground.ui.panels.history import HistoryPanel
from playground.ui.theme import DARK, LIGHT


@pytest.fixture
def editor():
    made = Editor(Document())
    for number in range(3):
        made.apply(f"Add layer {number}", edits.add_node(made.document, Dense(), number * 200, 0)[0])
    return made


@pytest.fixture
def panel(qtbot, editor):
    made = HistoryPanel(editor, LIGHT)
    qtbot.addWidget(made)
    made.step_asked.connect(editor.go_to)
    editor.changed.connect(made.show_document)
    made.resize(300, 300)
    made.show()
    return made


def click(panel, row):
    place = panel.list.visualRect(panel.steps.index(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def bold(panel):
    rows = range(panel.steps.rowCount())
    return [row for row in rows if panel.steps.index(row).data(Qt.ItemDataRole.FontRole)]


def test_every_step_is_named_and_the_present_one_marked(panel):
    names = [panel.steps.index(row).data() for row in range(panel.steps.rowCount())]
    assert names == ["As it was opened", "Add layer 0", "Add layer 1", "Add layer 2"]
    assert bold(panel) == [3]


def test_a_click_jumps_there_and_back(panel, editor):
    newest = editor.document
    click(panel, 1)
    assert len(editor.document.graph.nodes) == 3
    assert bold(panel) == [1]
    click(panel, 3)
    assert editor.document is newest


def test_enter_jumps_too(panel, editor):
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.steps.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert editor.history.present == 0


def test_the_menu_entries_name_the_step(panel, editor):
    assert panel.undo.text() == "Undo: Add layer 2"
    assert not panel.redo.isEnabled()
    panel.undo.trigger()
    assert panel.undo.text() == "Undo: Add layer 1"
    assert panel.redo.text() == "Redo: Add layer 2"
    panel.redo.trigger()
    assert editor.history.present == 3


def test_undone_steps_are_muted_in_each_theme(panel, editor):
    editor.undo()
    panel.show_theme(DARK)
    assert panel.steps.index(3).data(Qt.ItemDataRole.ForegroundRole) == DARK.colour("muted")


def test_a_jump_during_a_preview_drops_the_preview(panel, editor):
    editor.preview(edits.add_node(editor.document, Dense(), 0, 900)[0])
    editor.go_to(3)
    assert editor.shown is editor.document


def test_the_step_in_place_is_no_news(editor, qtbot):
    with qtbot.assertNotEmitted(editor.changed):
        editor.go_to(editor.history.present)
