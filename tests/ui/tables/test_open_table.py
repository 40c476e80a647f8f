"""Opening a table in the window: by mouse and keys, with what does not fit, and what is then learned from."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.datasets.dataset import load
from playground.datasets.sources import TABLES
from playground.document.checks.problems import find_problems
from playground.document.settings import DataSettings
from playground.tables import opening
from playground.ui.panels.data import DataPanel
from playground.ui.tables.column_menu import column_menu
from playground.ui.tables.dialog import OpenTable
from playground.ui.tables.rows import shown_rows
from playground.ui.theme import DARK, LIGHT
from playground.ui.widgets.thumbnail import Thumbnail
from tests.tables.books import rows_of, write_xlsx

LEFT = Qt.MouseButton.LeftButton
ROWS = [f"{20 + n};{n * n % 7},5;{'ab'[n % 2]}" for n in range(40)]


def text(*more: str) -> str:
    return "\n".join(["size;weight;kind", *ROWS, *more]) + "\n"


@pytest.fixture
def opened(qtbot, tmp_path):
    """A dialog on a file with that text, once it is read."""

    def open_(content: str, name: str = "birds.csv") -> OpenTable:
        path = tmp_path / name
        path.write_text(content)
        dialog = OpenTable(path, DataSettings(train_share=70.0), LIGHT, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.message.text() not in ("", "Reading…") or bool(dialog.sheet.viewport().size()))
        qtbot.waitUntil(lambda: dialog.middle.currentWidget() is dialog.sheet or dialog.message.text() != "Reading…")
        return dialog

    return open_


def test_a_plain_table_is_ready_to_be_opened(opened) -> None:
    dialog = opened(text())
    assert dialog.guesses.boxes["separator"].currentData() == ";"
    assert dialog.guesses.boxes["decimal"].currentData() == ","
    assert "2 inputs → kind (2 classes) · 40 rows" in dialog.foot.numbers.text()
    assert "right for 50.0 %" in dialog.foot.guess.text()
    QTest.mouseClick(dialog.foot.open_button, LEFT)
    assert dialog.result() == OpenTable.DialogCode.Accepted
    own = dialog.data
    assert own
    assert (own.title, own.classes, own.rows, dialog.train_share) == ("birds", ("a", "b"), 40, 70.0)


def test_nothing_can_be_opened_before_it_is_read(qtbot, tmp_path) -> None:
    path = tmp_path / "birds.csv"
    path.write_text(text())
    dialog = OpenTable(path, DataSettings(), LIGHT, False)
    qtbot.addWidget(dialog)
    assert not dialog.foot.open_button.isEnabled()
    qtbot.waitUntil(dialog.foot.open_button.isEnabled)
    # Read in another way, what was made before is no longer what would be opened.
    dialog._ask(path, dialog._table.reading)
    assert not dialog.foot.open_button.isEnabled()
    assert dialog.data is None
    qtbot.waitUntil(dialog.foot.open_button.isEnabled)


def test_a_fault_waits_until_a_person_has_said_what_becomes_of_it(opened) -> None:
    dialog = opened(text("33;4500 g;a", *ROWS))
    assert not dialog.foot.open_button.isEnabled()
    assert dialog.foot.numbers.text().startswith("Places that wait for you: 1.")
    QTest.keyClick(dialog.sheet, Qt.Key.Key_N)
    (strip,) = dialog.sheet.findChildren(type(next(iter(dialog.sheet._strips.values()))))
    assert strip.accessibleName() == "Line 42, weight: “4500 g” has a unit; the other numbers have none."
    QTest.mouseClick(strip.buttons["number"], LEFT)
    assert "1 corrected" in dialog.foot.numbers.text()
    assert dialog.foot.open_button.isEnabled()


def test_keys_choose_what_a_column_is_for(opened) -> None:
    dialog = opened(text())
    sheet = dialog.sheet
    QTest.keyClick(sheet, Qt.Key.Key_T)
    assert sheet.accessibleDescription() == "size, Target"
    assert "1 inputs → size" in dialog.foot.numbers.text()
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_L)
    assert dialog.foot.numbers.text() == "Choose at least one column as Input."


def test_a_column_splits_by_words_that_can_be_corrected(opened) -> None:
    parts = [f"{row};{('train', 'test', 'val', '')[at % 4]}" for at, row in enumerate(ROWS)]
    dialog = opened("\n".join(["size;weight;kind;part", *parts]) + "\n")
    split = dialog.splitting
    assert (split.how.currentData(), split.column.currentData(), split.share.isVisible()) == ("column", "part", False)
    assert split.told.text().startswith("Validation: test, val — 20 rows")
    assert "30 rows · 10 dropped" in dialog.foot.numbers.text()
    split.unsplit.setCurrentIndex(1)
    split.unsplit.activated.emit(1)
    assert "20 rows to train, 20 to validate" in split.told.text()
    split.words.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert split.told.text().startswith("Validation: val — 10 rows")
    own = dialog.data
    assert own
    assert (own.split, own.train_rows, own.rows) == ("column", 30, 40)
    split.words.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.foot.numbers.text().startswith("No row would validate")
    assert not dialog.foot.open_button.isEnabled()
    # Without that column the rows are split as they would have been.
    dialog.sheet.current = 3
    QTest.keyClick(dialog.sheet, Qt.Key.Key_L)
    assert (split.how.currentData(), split.share.isVisible(), split.words.isVisible()) == ("each_class", True, False)
    QTest.keyClick(dialog.sheet, Qt.Key.Key_S)
    assert split.told.text().startswith("Validation: test, val — 20 rows")
    split.how.setCurrentIndex(split.how.findData("last"))
    split.how.activated.emit(0)
    assert (dialog.data.split, dialog.data.train_rows) == ("last", 0)
    split.how.setCurrentIndex(split.how.findData("column"))
    split.how.activated.emit(0)
    assert split.column.currentData() == "part"


def test_a_wrong_guess_is_corrected_and_the_choices_stay(opened, qtbot) -> None:
    dialog = opened("a,b,y\n1,2,x\n3,4,z\n5,6,x\n7,8,z\n", "small.csv")
    QTest.keyClick(dialog.sheet, Qt.Key.Key_L)
    box = dialog.guesses.boxes["header"]
    box.setCurrentIndex(box.findData(0))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog._chosen_names[:1] == ("column_1",))
    box.setCurrentIndex(box.findData(1))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog._chosen_names == ("a", "b", "y"))


def test_a_word_of_ones_own_may_mean_missing(opened, qtbot) -> None:
    dialog = opened(text("33;nil;a"))
    assert not dialog.foot.open_button.isEnabled()
    QTest.keyClicks(dialog.guesses.own, "nil")
    QTest.keyClick(dialog.guesses.own, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.foot.open_button.isEnabled)
    assert "1 dropped" in dialog.foot.numbers.text()


@pytest.mark.parametrize(
    ("content", "words"),
    [("", "The file is empty."), ("a,b\n", "There are column names, but no rows below them."), ('{"a": 1}', "JSON")],
)
def test_what_is_no_table_is_said_in_its_place(opened, content, words) -> None:
    dialog = opened(content)
    assert words in dialog.message.text()
    assert not dialog.foot.open_button.isEnabled()


def test_a_file_that_is_gone_is_said(qtbot, tmp_path) -> None:
    dialog = OpenTable(tmp_path / "gone.csv", DataSettings(), DARK, False)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.message.text().startswith("The file cannot be read: No such file"))


def test_faults_far_down_are_on_the_screen_with_their_neighbours(opened) -> None:
    dialog = opened(text(*ROWS * 20, "1;x;a", *ROWS * 20))
    table = dialog._table
    shown = shown_rows(table.grid, [fault for column in table.columns for fault in column.faults])
    places = [(each.kind, table.grid.lines[each.place] if each.kind == "row" else each.count) for each in shown]
    assert places[8:14] == [("gap", 831), ("row", 841), ("row", 842), ("fault", 1), ("row", 843), ("gap", 796)]


def learn_from(window, path: Path) -> None:
    """Open the table and take what is guessed of it."""

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OpenTable) and dialog.foot.open_button.isEnabled():
            dialog.foot.open_button.click()
        else:
            QTimer.singleShot(20, accept)

    QTimer.singleShot(20, accept)
    window.making.tables.open(path)


def test_the_window_learns_from_a_dropped_table_and_undo_takes_it_back(window, qtbot, tmp_path) -> None:
    path = Path(tmp_path / "birds.csv")
    path.write_text(text())
    before = window.editor.document
    learn_from(window, path)
    document = window.editor.document
    assert document.data.facts.inputs == ("size", "weight")
    assert find_problems(document) == ()
    assert window.panels.of(DataPanel).chosen_name.text() == "birds"
    boxes = window.canvas.canvas.boxes()
    right = boxes["data"].x + boxes["data"].width
    assert all(boxes[name].x > right for name in document.graph.targets["data"])
    window.editor.undo()
    assert window.editor.document == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("penguins", ("palmerpenguins", "CC0")), ("wine", ("Aeberhard", "CC BY 4.0")),
        ("breast_cancer", ("Wolberg", "CC BY 4.0")), ("diabetes", ("Efron", "none is named")),
        ("iris", ("Fisher", "CC BY 4.0")),
    ],
)  # fmt: skip
def test_a_table_that_comes_along_says_whose_it_is(qtbot, name: str, words: tuple[str, ...]) -> None:
    dialog = OpenTable(TABLES / f"{name}.csv", DataSettings(), LIGHT, False)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.remarks.text()))
    assert all(word in dialog.remarks.toolTip() for word in words)
    assert all(word in Thumbnail("iris").toolTip() for word in ("Fisher", "CC BY 4.0"))


def test_a_large_table_is_shown_and_opened_as_a_small_one_is(opened, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(opening, "LARGE", 1)
    dialog = opened(text())
    qtbot.waitUntil(dialog.foot.open_button.isEnabled)
    assert "2 inputs → kind (2 classes) · 40 rows" in dialog.foot.numbers.text()
    assert not isinstance(dialog._table.grid.rows, tuple)


def test_an_encoding_that_is_a_guess_shows_words_and_can_be_chosen(qtbot, tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("şehir,ağaç\nİzmir,1\nMuğla,2\n".encode("cp1254"))
    dialog = OpenTable(path, DataSettings(), LIGHT, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.middle.currentWidget() is dialog.sheet)
    box, told = dialog.guesses.boxes["encoding"], dialog.guesses._told["encoding"]
    assert "þehir" in told.text()
    assert "is a guess" in dialog.remarks.text()
    box.setCurrentIndex(box.findText("CP1254, Turkish"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.data is not None and "ağaç" in told.text())
    assert "is a guess" not in dialog.remarks.text()


def test_another_sheet_of_a_workbook_can_be_chosen(qtbot, tmp_path) -> None:
    rows = [[n, n * n % 7, "ab"[n % 2]] for n in range(12)]
    more = [[3 * n, n * n % 7] for n in range(12)]
    sheets = {"first": rows_of(["x", "y", "k"], *rows), "second": rows_of(["p", "q"], *more)}
    write_xlsx(tmp_path / "t.xlsx", sheets)
    dialog = OpenTable(tmp_path / "t.xlsx", DataSettings(), LIGHT, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.middle.currentWidget() is dialog.sheet)
    boxes = dialog.guesses.boxes
    assert [name for name, box in boxes.items() if box.isVisible()] == ["sheet", "header"]
    boxes["sheet"].setCurrentIndex(1)
    boxes["sheet"].activated.emit(1)
    qtbot.waitUntil(lambda: dialog.data is not None and dialog.data.target == "q")
    assert [column.name for column in dialog.data.columns] == ["p"]


def test_a_file_at_which_the_reader_itself_fails_is_not_waited_for(qtbot, tmp_path, monkeypatch) -> None:
    def fail(*given: object) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr("playground.ui.tables.reader.open_table", fail)
    heard: list[object] = []
    monkeypatch.setattr("threading.excepthook", heard.append)
    (tmp_path / "t.csv").write_text(text())
    dialog = OpenTable(tmp_path / "t.csv", DataSettings(), LIGHT, False)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "cannot be read" in dialog.message.text())
    qtbot.waitUntil(lambda: len(heard) == 1)


def test_no_layer_covers_the_next_where_a_wide_table_makes_it_grow(window, tmp_path) -> None:
    path = Path(tmp_path / "wide.csv")
    rows = [[*[f"{(n * k) % 11 / 7:.2f}" for k in range(1, 31)], "abcdefghijkl"[n % 12]] for n in range(240)]
    path.write_text("\n".join(map(",".join, [[f"column_{k}" for k in range(1, 31)] + ["kind"], *rows])))
    learn_from(window, path)
    boxes = list(window.canvas.canvas.boxes().values())
    assert not [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)]


def test_the_dialog_counts_rows_as_they_will_be_split(opened) -> None:
    # Of 21 and 21 rows, 10 of each train by half: 20, not 21.
    dialog = opened("\n".join(["size,kind", *[f"{n * n % 37},{'ab'[n % 2]}" for n in range(42)]]))
    dialog.splitting.share.set_value(50.0)
    dialog._show_prepared(dialog._prepared)
    data = replace(DataSettings(own=dialog.data), train_share=50.0)
    assert (load(data).train_count, load(data).test_count) == (20, 22)
    assert "20 rows to train, 22 to validate" in dialog.splitting.told.text()


def test_one_more_number_can_be_a_target_by_key_and_by_the_menu(opened) -> None:
    dialog = opened(text())
    sheet = dialog.sheet
    sheet.set_role(1, "target")
    QApplication.processEvents()
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    QTest.keyClick(sheet, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert dialog._choices.targets == ("size", "weight")
    assert dialog.foot.numbers.text() == "Choose at least one column as Input."
    # A class is learned alone, so it cannot be added, and takes the place of the others.
    menu = column_menu(sheet, dialog._table, dialog._choices, 2, sheet.changed.emit)
    target, also, *_ = menu.actions()
    assert (target.text(), also.text(), also.isEnabled()) == ("Target", "Also a target", False)
    target.trigger()
    assert dialog._choices.targets == ("kind",)
