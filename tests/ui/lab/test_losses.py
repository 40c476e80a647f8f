"""The losses lab as hands use it: bars and points are dragged, and the numbers follow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.frames.losses import LossAnswer, by_hand
from playground.lab.losses import LOSS_EXAMPLES, LOSS_KINDS, LossQuestion, code_of, program_of
from playground.ui.lab.losses.columns import Place
from playground.ui.lab.losses.lengths import pieces
from playground.ui.lab.losses.page import LossesLab
from playground.ui.lab.losses.scale import scale_of
from playground.ui.lab.losses.side import TryButton
from playground.ui.lab.losses.work import (
    balanced,
    begin,
    is_spread,
    with_prediction,
    with_reading,
    with_spread,
    with_target,
)
from playground.ui.theme import DARK, LIGHT

SPREAD = begin("categorical_crossentropy")


@pytest.mark.parametrize(
    ("row", "entry", "share", "made"),
    [
        ((0.25, 0.25, 0.5), 2, 0.2, (0.4, 0.4, 0.2)),
        ((0.25, 0.25, 0.5), 2, 1.7, (0.0, 0.0, 1.0)),
        ((0.0, 0.0, 1.0), 2, 0.4, (0.3, 0.3, 0.4)),
        ((0.2, 0.8), 0, -1, (0.0, 1.0)),
        ((0.1, 0.2, 0.7), 0, 0.4, (0.4, 0.1333, 0.4667)),
    ],
)
def test_the_other_shares_give_way_in_proportion(row, entry, share, made):
    assert balanced(row, entry, share) == pytest.approx(made)
    assert sum(balanced(row, entry, share)) == pytest.approx(1, abs=1e-12)


def test_predictions_are_told_as_logits_and_back():
    logits = with_reading(SPREAD, "logits")
    assert by_hand(logits).value == pytest.approx(by_hand(SPREAD).value, abs=1e-4)
    assert with_reading(logits, "forgotten").predictions == logits.predictions
    assert with_reading(logits, "probabilities") == SPREAD
    bits = with_reading(begin("binary_crossentropy"), "probabilities")
    assert bits.predictions[0][1:3] == (0.6248, 0.9498)


def test_targets_are_what_their_loss_knows():
    one = with_spread(SPREAD, False)
    assert one.targets == ((1.0, 0.0, 0.0),)
    assert with_target(one, 0, 2, 0.3).targets == ((0.0, 0.0, 1.0),)
    assert with_target(SPREAD, 0, 0, 0.7).targets[0] == pytest.approx((0.7, 0.15, 0.15))
    assert is_spread(with_spread(one, True))
    hinge = begin("hinge")
    assert with_target(hinge, 0, 0, 0.4).targets == ((1.0, 1.0, 1.0),)
    zeros = replace(hinge, targets=((0.0, 1.0, 1.0),))
    assert with_target(zeros, 0, 1, 0.2).targets == ((0.0, 0.0, 1.0),)
    assert with_target(begin("binary_crossentropy"), 0, 0, 0.9).targets[0][0] == 1
    assert with_target(begin("huber"), 0, 1, -1.5).targets == ((0.0, -1.5),)
    assert with_prediction(begin("huber"), 0, 1, -1.5).predictions == ((0.5, -1.5),)


def test_the_pieces_are_as_long_as_the_whole():
    samples = LOSS_EXAMPLES["categorical_crossentropy"][3].question
    for question in (SPREAD, samples):
        hand, made = by_hand(question), pieces(question, by_hand(question))
        assert sum(piece.length for piece in made) == pytest.approx(hand.value)
        assert made[0].start == 0
        assert made[-1].start + made[-1].length == pytest.approx(hand.entropy + hand.divergence)


@pytest.mark.parametrize("loss", LOSS_KINDS)
def test_every_scale_holds_its_numbers_with_room_to_drag(loss):
    for example in LOSS_EXAMPLES[loss]:
        scale = replace(scale_of(example.question), bottom=200.0, top=0.0)
        for value in (number for row in example.question.predictions for number in row):
            assert scale.value(scale.y(value)) == pytest.approx(value)


@pytest.fixture
def page(qtbot):
    page = LossesLab(LIGHT)
    qtbot.addWidget(page)
    page.questions = []
    page.asked.connect(page.questions.append)
    page.resize(1440, 850)
    page.show()
    QTest.qWait(0)
    return page


def answer_to(question: LossQuestion, value: float) -> LossAnswer:
    hand = by_hand(question)
    return LossAnswer(question, value, hand.samples, hand.gradient)


def spot(page, place, value=None) -> QPoint:
    """Where a number's handle stands, or would with another value."""
    columns, question = page.columns, page.question
    rows = question.targets if place.is_target else question.predictions
    value = rows[place.sample][place.entry] if value is None else value
    beside = 0 if question.reading == "values" else columns.lanes.wide * (-0.17 if place.is_target else 0.17)
    x = columns.lanes.middle(place.sample, place.entry) + beside
    return QPoint(round(x), round(columns.scale.y(value)))


def drag(page, place, value):
    start, end = spot(page, place), spot(page, place, value)
    QTest.mousePress(page.columns, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.columns, (start + end) / 2)
    QTest.mouseMove(page.columns, end)
    QTest.mouseRelease(page.columns, Qt.MouseButton.LeftButton, pos=end)


def test_a_dragged_bar_moves_all_numbers_and_undo_takes_it_back_at_once(page):
    before = page.question
    drag(page, Place(0, 2, False), 0.8)
    (row,) = page.question.predictions
    assert row[2] == pytest.approx(0.8, abs=0.011)
    assert row[0] == row[1] == pytest.approx((1 - row[2]) / 2)
    assert page.questions[-1] == page.question
    hand = by_hand(page.question)
    assert page.side.figures["hand"][1].text() == f"{hand.value:.7f}"
    assert f"{row[2]}" in page._code.text()
    page.undo()
    assert page.question == before


def test_points_are_dragged_each_by_itself(page):
    page.take(begin("mean_absolute_error"))
    drag(page, Place(0, 1, False), 2)
    assert page.question.predictions[0] == pytest.approx((0.5, 2), abs=0.03)
    drag(page, Place(0, 0, True), 1.5)
    assert page.question.targets[0] == pytest.approx((1.5, 1), abs=0.03)


def test_keys_walk_over_the_bars_and_turn_them(page):
    page.columns.setFocus()
    QTest.keyClick(page.columns, Qt.Key.Key_Right)
    QTest.keyClick(page.columns, Qt.Key.Key_Up)
    assert page.question.predictions[0][1] == pytest.approx(0.26)
    QTest.keyClick(page.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert page.question.predictions[0][1] == pytest.approx(0.36)
    QTest.keyClick(page.columns, Qt.Key.Key_Space)
    QTest.keyClick(page.columns, Qt.Key.Key_Down)
    assert page.question.targets[0][1] == pytest.approx(0.24)
    assert "0.24" in page.columns.accessibleName()


def test_kerass_value_stands_beside_and_is_told_equal_or_why_not(page):
    keras = page.side.figures["keras"]
    assert keras[1].text() == "…"
    page.show_answer(answer_to(begin("hinge"), 7.0))
    assert keras[1].text() == "…"
    page.show_answer(answer_to(page.question, 1.2130075693))
    assert (keras[1].text(), keras[2].text()) == ("1.2130076", "equal")
    page.show_answer(answer_to(page.question, 1.3))
    assert keras[2].text() == "not equal"
    certain = next(one.question for one in LOSS_EXAMPLES["categorical_crossentropy"] if one.name == "certain")
    page.take(certain)
    page.show_answer(answer_to(certain, 16.118095398))
    assert page.side.figures["hand"][1].text() == "∞"
    assert keras[2].text() == "cut off"
    assert "16.118095" in page.side._why.text()
    assert "15.942385" in page.side._why.text()


def test_a_forgotten_from_logits_is_amber_and_wrong(page):
    page.take(begin("binary_crossentropy"))
    QTest.qWait(0)
    buttons = [button for button in page.side.findChildren(TryButton) if button.property("look") == "amber"]
    (amber,) = [button for button in buttons if not button.isHidden()]
    assert "4.1539" in amber.accessibleName()
    QTest.mouseClick(amber, Qt.MouseButton.LeftButton)
    page.show_answer(answer_to(page.question, 4.1539325714))
    assert page.side._hero.text() == "4.1539"
    assert page.side.figures["hand"][1].text().startswith("0.86545")
    assert page.side.figures["keras"][2].text() == "wrong"
    QTest.mouseClick(page.reading.buttons["logits"], Qt.MouseButton.LeftButton)
    assert page.side._hero.text() == "0.8655"
    assert "from_logits=True" in page._code.text()


def test_nats_and_bits(page):
    QTest.mouseClick(page.unit.buttons["bits"], Qt.MouseButton.LeftButton)
    assert (page.side._hero.text(), page.side._other.text()) == ("1.7500", "1.2130 nats")
    assert page.side.figures["entropy"][1].text() == "1.5000"
    assert page.side.figures["kl"][2].text() == "0.1733 nats"


def test_softmax_as_layer_and_as_function_stand_side_by_side(page):
    logits = next(one.question for one in LOSS_EXAMPLES["categorical_crossentropy"] if one.name == "logits")
    page.take(logits)
    both = np.array([[0.6590011, 0.2424330, 0.0985659]])
    page.show_answer(replace(answer_to(logits, 0.4170299), softmax=(both, both)))
    for name in ("layer", "function"):
        assert page.side.figures[name][1].text() == "0.659 0.242 0.099"
    assert page.side.figures["function"][0].text() == "= softmax function"


def test_code_and_script_are_copied(page):
    page._copy.click()
    assert QApplication.clipboard().text() == code_of(SPREAD)
    page._script.click()
    assert QApplication.clipboard().text() == program_of(SPREAD)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_loss_can_be_seen_small_and_in_bits(page, theme):
    page.resize(1024, 590)
    page.show_theme(theme)
    page.unit.buttons["bits"].click()
    for rows in LOSS_EXAMPLES.values():
        for example in rows:
            page.take(example.question)
            assert not page.grab().isNull()
