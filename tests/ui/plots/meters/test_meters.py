"""A metric by hand in the window: what is typed goes to the engine, what it says stands there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.frames.frame import Frame
from playground.frames.meters import (
    METERS,
    MOST_NUMBERS,
    LiveReading,
    MeterAnswer,
    MeterQuestion,
    Reading,
    ResetState,
    Update,
    code_of,
)
from playground.frames.wanted import Wanted
from playground.ui.plots.meters.meters import MetersPanel
from playground.ui.plots.meters.typed import NumbersError, read_numbers
from playground.ui.theme import LIGHT


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2", 2.0),
        (" −2.5 ", -2.5),
        ("4, 6", (4.0, 6.0)),
        ("4 6", (4.0, 6.0)),
        ("４，6", (4.0, 6.0)),
        ("[4, 6]", (4.0, 6.0)),
        ("[[.7, .3], [1., 0]]", ((0.7, 0.3), (1.0, 0.0))),
        ("1e-3,", (0.001,)),
        ("true", 1.0),
    ],
)
def test_numbers_are_read_as_people_write_them(text, numbers):
    assert read_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"), ("much", "no_numbers"), ("[1, 2", "no_numbers"), ("[]", "no_numbers"), ("nan", "no_numbers"),
        ("1e999", "no_numbers"), ("[[[[1]]]]", "no_numbers"), ('["1"]', "no_numbers"), ("[" * 5000, "no_numbers"),
        ("[[1, 2], [3]]", "uneven"), ("[1, [2]]", "uneven"), ("1 " * (MOST_NUMBERS + 1), "too_many"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_said_to_be_none(text, code):
    with pytest.raises(NumbersError) as told:
        read_numbers(text)
    assert told.value.code == code


@pytest.mark.parametrize("meter", METERS.values(), ids=lambda meter: meter.name)
def test_what_stands_in_the_fields_at_first_is_understood(meter):
    assert all(read_numbers(text) is not None for text in meter.start)


@pytest.fixture
def panel(qtbot):
    panel = MetersPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.questions = []
    panel.asked.connect(panel.questions.append)
    panel.resize(620, 320)
    panel.show()
    return panel


def said(question, *results) -> MeterAnswer:
    total = np.float32(7)
    return MeterAnswer(question, tuple(Reading(result, (("mean/total", total),)) for result in results))


def typed(panel, *texts) -> None:
    for field, text in zip(panel.fields, texts, strict=False):
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(panel.fields[len(texts) - 1], Qt.Key.Key_Return)


def test_enter_updates_and_reset_is_a_step_of_the_program(panel):
    assert panel.questions == [MeterQuestion("Mean")]
    typed(panel, "4, 6")
    QTest.mouseClick(panel.update_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    given = Update(((4.0, 6.0),))
    assert panel.questions[-1] == MeterQuestion("Mean", (given, given, ResetState()))
    assert panel.code.toPlainText().splitlines()[2:] == [
        "meter = keras.metrics.Mean()",
        *("meter.update_state([4, 6])", "print(meter.result())") * 2,
        "meter.reset_state()",
    ]
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == code_of(panel.questions[-1])


def test_only_the_answer_to_the_newest_question_is_shown(panel):
    old = panel.question
    typed(panel, "4, 6")
    panel.show_answer(said(old, 0.0))
    assert panel.by_hand.result.text() == "–"
    panel.show_answer(said(panel.question, 0.0, 0.6666667))
    assert panel.by_hand.result.text() == "0.6666667"
    total = panel.by_hand.boxes[0]
    assert (total.name.text(), total.value.text(), total.isVisible()) == ("mean/total", "7", True)
    assert not panel.by_hand.boxes[1].isVisible()
    assert panel.table().rows == ((0, 0.0, 7.0), (1, pytest.approx(0.6666667), 7.0))


def test_a_step_that_keras_refuses_is_taken_back_with_its_reason(panel):
    panel.kind.setCurrentText("Accuracy")
    panel.kind.activated.emit(panel.kind.currentIndex())
    assert [field.isVisible() for field in panel.fields] == [True, True]
    typed(panel, "1, 2", "1, 2, 3")
    panel.show_answer(replace(said(panel.question, 0.0), sizes=(2, 3)))
    assert panel.trouble.text() == "2 labels and 3 predictions: there must be as many of both."
    assert panel.question == MeterQuestion("Accuracy")
    assert panel.by_hand.result.text() == "0"
    typed(panel, "much", "1")
    assert panel.fields[0].property("wrong")
    assert "no numbers" in panel.trouble.text()
    assert panel.question.steps == ()


def test_the_running_networks_reading_is_shown_with_its_place_in_the_epoch(panel, qtbot):
    with qtbot.waitSignal(panel.wanted_changed):
        panel.kind.setCurrentText("Sum")
        panel.kind.activated.emit(panel.kind.currentIndex())
    wanted = panel.wanted(Wanted())
    assert (wanted.meter, wanted.batches) == ("Sum", True)
    live = LiveReading("Sum", 3, 12, 25, Reading(0.84, (("sum/total", np.float32(0.84)),)))
    frame = Frame(None, wanted=wanted, meter=live)  # type: ignore[arg-type]
    panel.show_frame(replace(frame, wanted=replace(wanted, meter="Mean")))
    assert panel.live.result.text() == "–"
    panel.show_frame(frame)
    assert (panel.live.result.text(), panel.live.note.text()) == ("0.84", "epoch 3, after 12 of 25 batches")
    panel.forget()
    assert panel.live.result.text() == "–"
