"""The data panel, driven by pointer and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits
from playground.document.files.link import read_link
from playground.document.settings import DATASETS
from playground.tables.choices import first_choices, recipe_text
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare
from playground.ui.panels.data import COLUMNS, MAKERS, DataPanel
from playground.ui.theme import LIGHT
from playground.ui.writing.card.data import data_section


@pytest.fixture
def panel(editor, shown) -> DataPanel:
    made = DataPanel(editor, LIGHT)
    editor.changed.connect(made.show_document)
    return shown(made, 213)


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_choosing_data_is_one_step_and_brings_its_number_of_points(panel, editor, steps) -> None:
    click(panel.thumbnails["reg-plane"])
    assert editor.document.data.name == "reg-plane"
    assert editor.document.data.points == 1200
    assert steps(editor) == ["Choose data"]
    assert panel.thumbnails["reg-plane"].isChecked()
    assert not panel.thumbnails["circle"].isChecked()
    assert panel.chosen_name.text() == "Plane"


def test_choosing_the_chosen_data_changes_nothing(panel, editor, steps) -> None:
    click(panel.thumbnails["circle"])
    assert panel.thumbnails["circle"].isChecked()
    assert steps(editor) == []


def test_keys_walk_over_the_pictures_and_enter_chooses(panel, editor, steps) -> None:
    names = list(DATASETS)
    panel.thumbnails[names[0]].setFocus()
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Down)
    assert panel.thumbnails[names[1 + COLUMNS]].hasFocus()
    assert steps(editor) == []
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert editor.document.data.name == names[1 + COLUMNS]


def test_ways_to_own_data_are_tiles_behind_the_others_and_show_what_is_there(panel, editor, qtbot) -> None:
    last = list(panel.thumbnails.values())[-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Right)
    assert panel.makers["drawn"].hasFocus()
    for kind, (_, name, asked) in MAKERS.items():
        tile = panel.makers[kind]
        assert tile.accessibleName()
        assert tile.objectName() == f"button:{name}"
        with qtbot.waitSignal(getattr(panel, f"{asked}_asked"), timeout=1000):
            click(tile)
        assert not tile.isChecked()
    table = pasted_table("a,b,kind\n1,2,x\n2,3,y\n3,5,x\n4,4,y\n")
    own = prepare(table, first_choices(table.columns), "t").own
    editor.apply(lambda: "", edits.choose_own(editor.document, own, 50.0, 1))
    assert [kind for kind, tile in panel.makers.items() if tile.isChecked()] == ["table"]


def test_data_that_is_not_made_has_neither_noise_nor_points(panel) -> None:
    click(panel.thumbnails["iris"])
    assert not panel.rows["noise"].isVisible()
    assert not panel.rows["points"].isVisible()
    assert panel.rows["train_share"].isVisible()
    assert not panel.features.isVisible()
    click(panel.thumbnails["circle"])
    assert panel.rows["noise"].isVisible()
    assert panel.features.isVisible()


def test_dragging_the_noise_previews_and_its_release_is_one_step(panel, editor, steps) -> None:
    field = panel.rows["noise"].field
    middle = field.rect().center()
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(field, middle + QPoint(6, 0))
    QTest.mouseMove(field, middle + QPoint(13, 0))
    assert editor.shown.data.noise == 10
    assert editor.document.data.noise == 0
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=middle + QPoint(13, 0))
    assert editor.document.data.noise == 10
    assert steps(editor) == ["Change noise"]


def test_escape_in_a_drag_brings_the_old_value_back(panel, editor, steps) -> None:
    field = panel.rows["points"].field
    field.setFocus()
    QTest.keyPress(field, Qt.Key.Key_Up)
    assert editor.shown.data.points == 600
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert editor.shown.data.points == 500
    assert field.text() == "500"
    assert steps(editor) == []


def test_features_keep_their_order_and_one_always_stays(panel, editor, steps) -> None:
    click(panel.chips["sin_x1"])
    click(panel.chips["x1_squared"])
    assert editor.document.data.features == ("x1", "x2", "x1_squared", "sin_x1")
    for name in ("x1", "x1_squared", "sin_x1", "x2"):
        click(panel.chips[name])
    assert editor.document.data.features == ("x2",)
    assert panel.chips["x2"].isChecked()
    assert set(steps(editor)) == {"Choose features"}


def test_a_typed_boundary_is_a_step_and_its_picture_follows(panel, editor, steps) -> None:
    assert not panel.boundary.isVisible()
    click(panel.thumbnails["boundary"])
    assert panel.boundary.isVisible()
    before = panel.thumbnails["boundary"].grab().toImage()
    field = panel.boundary.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "x / 2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.document.data.boundary == "x / 2"
    assert steps(editor) == ["Choose data", "Change boundary"]
    assert panel.thumbnails["boundary"].grab().toImage() != before


def test_a_wrong_boundary_is_explained_below_it_and_changes_nothing(panel, editor, steps) -> None:
    click(panel.thumbnails["boundary"])
    field = panel.boundary.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "sin(x")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.message.text(), field.message.isVisible()) == ("sin(x", "Expected ) at 6.", True)
    assert editor.document.data.boundary == "3 * sin(x)"
    click(panel.thumbnails["circle"])
    click(panel.thumbnails["boundary"])
    assert (field.text(), field.message.isVisible()) == ("3 * sin(x)", False)


def test_showing_a_document_tells_nobody(panel, editor, steps) -> None:
    panel.show_document(editor.document)
    editor.undo()
    assert steps(editor) == []


def test_the_names_of_its_numbers_are_whole_however_narrow_it_is(panel) -> None:
    panel.setFixedWidth(140)
    panel.adjustSize()
    panel.show()
    labels = [row.label for row in panel.rows.values() if row.isVisible()]
    assert any(label.heightForWidth(label.width()) > label.sizeHint().height() for label in labels)
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_an_input_that_a_lesson_hides_is_not_offered(panel, editor) -> None:
    document, _ = read_link("#xTimesY_hide=true&sinX_hide=true&xSquared=true&seed=1")
    editor.open(document)
    panel.show_document(document)
    assert [name for name, chip in panel.chips.items() if chip.isVisible()] == [
        "x1", "x2", "x1_squared", "x2_squared", "sin_x2",
    ]  # fmt: skip
    panel.show_document(replace(document, view=replace(document.view, hidden=())))
    assert all(chip.isVisible() for chip in panel.chips.values())


def test_a_table_of_ones_own_is_told_and_can_be_changed(panel, editor, qtbot) -> None:
    assert not panel.own.isVisible()
    table = pasted_table("a,b,kind\n" + "\n".join(f"{at},{at * at % 7},{'xy'[at % 2]}" for at in range(20)))
    own = prepare(table, first_choices(table.columns), "mine").own
    editor.apply(str, edits.choose_own(editor.document, own, 70.0, 1))
    assert panel.own.isVisible()
    told = panel.own_facts.text()
    assert "20 rows: 14 to train, 6 to validate, with the same share of each class" in told
    assert "1 inputs: b" in told or "2 inputs: a, b" in told
    assert "Target: kind (x, y)" in told
    with qtbot.waitSignal(panel.change_asked):
        click(panel.change_button)


def test_where_a_column_splits_no_share_is_asked_for(panel, editor) -> None:
    rows = [f"{at},{at * at % 7},{'xy'[at % 2]},{('train', 'test')[at % 4 == 0]}" for at in range(20)]
    table = pasted_table("\n".join(["a,b,kind,part", *rows]))
    choices = first_choices(table.columns)
    made = prepare(table, choices, "mine")
    recipe = recipe_text("", "", table.reading, choices.settled(made.sides))
    editor.apply(str, edits.choose_own(editor.document, replace(made.own, recipe=recipe), 70.0, 1))
    told = "20 rows: 15 to train, 5 to validate, as the column “part” says (test)"
    assert told in panel.own_facts.text()
    assert not panel.rows["train_share"].isVisible()
    assert panel.rows["seed"].isVisible()
    assert "these words of it validate: test" in data_section(editor.document.data)
