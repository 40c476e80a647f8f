"""Why a run stopped, and the button that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.document.edits import edits
from playground.document.files.link import Remark
from playground.frames.run import ENGINE_GONE, Status
from playground.ui.panels.notices.notice import MOST_REMARKS, Notice
from playground.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
DIVERGED = Status("diverged", "diverged", (("epoch", 6), ("loss", float("inf"))))
FAILED = Status("failed", "engine", (("error", "MemoryError: no room"),))


@pytest.fixture
def notice(editor, shown) -> Iterator[Notice]:
    window = QWidget()
    notice = Notice(editor, LIGHT)
    QVBoxLayout(window).addWidget(notice)
    editor.changed.connect(notice.show_document)
    shown(window, 900, 120)
    yield notice
    window.hide()


@pytest.mark.parametrize("state", ["loading", "building", "unfinished", "ready", "training", "paused"])
def test_a_run_that_goes_well_needs_no_words(notice, state) -> None:
    notice.show_status(DIVERGED)
    notice.show_status(Status(state))
    assert not notice.isVisible()


def test_a_diverged_run_is_explained(notice) -> None:
    notice.show_status(DIVERGED)
    assert notice.isVisible()
    assert "epoch 6" in notice.words.text()
    assert "weights are those of epoch 5" in notice.words.text()
    assert "smaller learning rate" in notice.words.text()
    assert notice.lower_rate.isVisible()


def test_a_formula_without_a_value_is_named_and_no_other_rate_is_offered(notice) -> None:
    notice.show_status(replace(DIVERGED, values=(*DIVERGED.values, ("formula", "sqrt(x)"))))
    assert "In epoch 6 the formula sqrt(x) had no value or no slope" in notice.words.text()
    assert "weights are those of epoch 5" in notice.words.text()
    assert "rate" not in notice.words.text()
    assert not notice.lower_rate.isVisible()


def test_a_failed_run_says_why_and_offers_no_other_rate(notice) -> None:
    notice.show_status(FAILED)
    assert "MemoryError: no room" in notice.words.text()
    assert not notice.lower_rate.isVisible()


def test_lowering_the_rate_is_one_undo_step(notice, editor, steps) -> None:
    notice.show_status(DIVERGED)
    assert notice.lower_rate.text() == "Lower the learning rate to 0.003"
    QTest.mouseClick(notice.lower_rate, LEFT)
    assert editor.document.training.learning_rate == 0.003
    assert steps(editor) == ["Lower the learning rate"]
    assert not notice.isVisible()
    editor.undo()
    assert editor.document.training.learning_rate == 0.03


def test_the_button_follows_the_rate(notice, editor) -> None:
    notice.show_status(DIVERGED)
    editor.apply("Rate", edits.set_training(editor.document, replace(editor.document.training, learning_rate=7.5)))
    assert notice.lower_rate.text() == "Lower the learning rate to 0.75"


def test_the_smallest_rate_stays_in_bounds_and_is_not_offered(notice, editor) -> None:
    editor.apply("Rate", edits.set_training(editor.document, replace(editor.document.training, learning_rate=1e-6)))
    notice.show_status(DIVERGED)
    assert not notice.lower_rate.isVisible()


def test_it_can_be_sent_away_and_comes_when_the_run_breaks_again(notice) -> None:
    notice.show_status(DIVERGED)
    QTest.mouseClick(notice.away, LEFT)
    assert not notice.isVisible()
    # An equal status may follow at once: training in between can be shorter than a tick of the window.
    notice.show_status(replace(DIVERGED))
    assert notice.isVisible()


def test_the_keyboard_reaches_both_buttons(notice, qtbot) -> None:
    notice.show_status(DIVERGED)
    notice.lower_rate.setFocus()
    qtbot.waitUntil(notice.lower_rate.hasFocus)
    QTest.keyClick(notice.lower_rate, Qt.Key.Key_Tab)
    assert notice.away.hasFocus()


def test_long_words_wrap_within_the_window(notice) -> None:
    long = replace(FAILED, values=(("error", "ValueError: " + "shapes do not fit " * 40),))
    notice.show_status(long)
    assert notice.minimumSizeHint().width() <= 900
    QTest.qWait(0)
    assert notice.words.heightForWidth(notice.words.width()) <= notice.words.height() + 1


def test_colours_follow_the_theme(notice) -> None:
    notice.show_theme(DARK)
    assert DARK.note_ink in notice.words.styleSheet()


def test_what_is_said_of_a_link_joins_what_is_said_of_the_run(notice) -> None:
    notice.show_remarks((Remark("unknown_key", "sofa", "1"),))
    notice.show_status(DIVERGED)
    first, *others = notice.words.text().splitlines()
    assert "epoch 6" in first
    assert others == ["Opened from a link:", "sofa is no setting of TensorFlow Playground; it is passed over"]
    notice.show_status(Status("ready"))
    assert notice.words.text().splitlines() == others
    notice.show_remarks(())
    assert not notice.isVisible()


def test_many_remarks_are_counted(notice) -> None:
    notice.show_obstacles([Remark("layer", value="Dropout")] * (MOST_REMARKS + 1))
    lines = notice.words.text().splitlines()
    assert (len(lines), lines[-1]) == (MOST_REMARKS + 2, "and 1 more")


def test_a_lost_engine_can_be_started_again(notice, qtbot) -> None:
    notice.show_status(Status("failed", ENGINE_GONE))
    assert notice.words.text() == "The training engine stopped. Your network is safe; Play starts the engine again."
    with qtbot.waitSignal(notice.go_on_asked):
        QTest.mouseClick(notice.go_on, LEFT)
    notice.show_status(FAILED)
    assert not notice.go_on.isVisible()


def test_an_engine_that_does_not_answer_can_be_given_up(notice, qtbot) -> None:
    notice.show_status(Status("training"))
    notice.show_engine(True, 0)
    assert notice.isVisible()
    with qtbot.waitSignal(notice.stop_asked):
        QTest.mouseClick(notice.stop_now, LEFT)
    notice.show_engine(False, 0)
    assert not notice.isVisible()


def test_an_engine_that_went_on_by_itself_is_told_until_it_is_sent_away(notice) -> None:
    notice.show_engine(False, 1)
    for state in ("loading", "building", "training"):
        notice.show_status(Status(state))
        assert "Another one goes on" in notice.words.text()
    notice.away.click()
    notice.show_engine(False, 1)
    assert not notice.isVisible()
    notice.show_engine(False, 2)
    assert notice.isVisible()
