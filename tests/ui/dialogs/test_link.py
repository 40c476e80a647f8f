"""Pasting a link: what the dialog says while one types, and what it opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document.files.link import LONGEST
from playground.ui.dialogs.link import MOST_REMARKS, LinkDialog

LINK = "https://playground.tensorflow.org/#activation=relu&dataset=xor&networkShape=5,3&seed=0.7&batchSize=20"


@pytest.fixture
def open_dialog(qtbot):
    """Shows the dialog; the clipboard holds this text."""

    def show(clipboard: str = "") -> LinkDialog:
        QApplication.clipboard().setText(clipboard)
        dialog = LinkDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    yield show
    QApplication.clipboard().clear()


def test_a_link_on_the_clipboard_stands_there_already(open_dialog) -> None:
    dialog = open_dialog(f"  {LINK}\n")
    assert dialog.field.toPlainText() == LINK
    assert dialog.summary.text() == "Exclusive or · 2 → 5 → 3 → 1 · relu · batch 20 · rate 0.03 · seed 0.7"
    assert dialog.details.text() == ""
    assert dialog.open_button.isEnabled()


@pytest.mark.parametrize("text", ["", "a shopping list", "https://example.org/"])
def test_anything_else_on_the_clipboard_stays_there(open_dialog, text) -> None:
    dialog = open_dialog(text)
    assert dialog.field.toPlainText() == ""
    assert dialog.summary.text() == ""
    assert not dialog.open_button.isEnabled()


def test_the_part_from_the_hash_on_is_enough_and_return_opens_it(open_dialog) -> None:
    dialog = open_dialog()
    QTest.keyClicks(dialog.field, "#networkShape=3&seed=abc")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == LinkDialog.DialogCode.Accepted
    assert dialog.document is not None
    assert dialog.document.data.seed_text == "abc"
    assert dialog.field.toPlainText() == "#networkShape=3&seed=abc"


def test_return_does_not_open_what_is_no_link(open_dialog) -> None:
    dialog = open_dialog()
    QTest.keyClicks(dialog.field, "hello")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "no #" in dialog.summary.text()
    assert not dialog.open_button.isEnabled()


def test_nonsense_is_named_while_it_is_typed(open_dialog) -> None:
    dialog = open_dialog("#seed=1&networkShape=4,-2&colour=red")
    assert dialog.details.text().splitlines() == [
        "networkShape=4,-2 was not understood; 4,2 is used instead",
        "colour is no setting of TensorFlow Playground; it is passed over",
    ]
    assert [remark.key for remark in dialog.remarks] == ["networkShape", "colour"]


def test_much_nonsense_is_counted(open_dialog) -> None:
    dialog = open_dialog("#seed=1&" + "a&" * 40)
    lines = dialog.details.text().splitlines()
    assert (len(lines), lines[-1]) == (MOST_REMARKS + 1, f"and {40 - MOST_REMARKS} more")


def test_the_drawn_seed_stays_while_one_types(open_dialog) -> None:
    dialog = open_dialog("#batchSize=1")
    first = dialog.document.data.seed_text
    QTest.keyClick(dialog.field, Qt.Key.Key_End)
    dialog.field.setPlainText("#batchSize=12")
    assert dialog.document.data.seed_text == first
    assert f"There is no seed; one was drawn: {first}" in dialog.details.text()


def test_a_book_on_the_clipboard_is_refused(open_dialog) -> None:
    dialog = open_dialog("#" + "x" * LONGEST)
    assert dialog.summary.text() == "This is longer than 20,000 letters, and no link"
    assert not dialog.open_button.isEnabled()


def test_escape_opens_nothing(open_dialog) -> None:
    dialog = open_dialog(LINK)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.result() == LinkDialog.DialogCode.Rejected
