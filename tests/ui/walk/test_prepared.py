"""Preprocessing in a walk: its calculations as Python works them out, and its switch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.document.examples import example
from playground.frames.wanted import Wanted
from playground.tables.by_hand import Number, Preparing, Scale, Word
from playground.ui.assets import asset
from playground.ui.theme import LIGHT
from playground.ui.walk.prepared import answer_rows, input_rows
from playground.ui.walk.sight import LEAST_HIGH, steps_beside
from playground.ui.walk.view import WalkView
from tests.ui.walk.test_sight import shown


def worked_out(text: str) -> float:
    return float(eval(text.replace("−", "-").replace("·", "*").replace(",", "")))


SCALES = (
    Scale("mass", 4201.754, 800.781, "g"), Scale("year", 2007.3512, 0.81812),
    Scale("low", -1.23456, 0.0123456, "", "standard", 4),
    Scale("salary", 206_855.81, 115_393.4), Scale("share", 0.0, 255.0), Scale("kept", 0.0, 1.0, "", "none", 2),
    Scale("large", 3.2e14, 7.7e13), Scale("small", 2.5e-7, 1.25e-7), Scale("smallest", 32.1, 27.5, "mm", "minmax", 1),
)  # fmt: skip


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.column)
@pytest.mark.parametrize("seen", [-1.2345, 0.00123, 2.5])
def test_what_is_written_comes_out_as_what_the_network_sees_and_as_its_answer(scale: Scale, seen: float) -> None:
    own = round(scale.own(seen), scale.decimals) if scale.size > 1 else scale.own(seen)
    (row,) = input_rows(Preparing((Number(scale, own),), ()), "as it is")
    what, table, calculation, sees = row.texts
    assert what == scale.column
    exact = (own - scale.middle) / scale.size
    if scale.changes:
        assert worked_out(calculation) == pytest.approx(exact, abs=3e-4)
    else:
        assert calculation == "as it is"
    assert worked_out(sees) == pytest.approx(exact, rel=6e-3, abs=1e-9)
    assert table.endswith(scale.unit)
    for *_, calculation, answer in (each.texts for each in answer_rows(scale, seen, 0.5, ("o", "t", "o − t"))):
        written = worked_out(answer.removesuffix(scale.unit).strip())
        assert worked_out(calculation) == pytest.approx(written, abs=1e-3 * scale.size)


def test_a_word_is_1_for_its_own_input_and_0_for_the_others() -> None:
    inputs = tuple(Word("island", word, "Dream") for word in ("Biscoe", "Dream"))
    rows = [row.texts for row in input_rows(Preparing((*inputs, Word("sex", "male", "")), ()), "")]
    assert rows == [
        ("island", "Dream", "Dream ≠ Biscoe", "0"),
        ("island", "Dream", "Dream = Dream", "1"),
        ("sex", "–", "– ≠ male", "0"),
    ]


def test_the_switch_takes_both_acts_away_and_stays_as_it_was_put(qtbot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 480)
    ground.show()
    view, walk = WalkView(ground, LIGHT), shown("circle")
    inputs = tuple(Number(Scale(name, 4.0, 2.0), 5.0) for name in ("length", "width"))
    prepared = replace(walk, prepared=Preparing(inputs, (Scale("mass", 100.0, 10.0, "g"),)))
    view.begin()
    view.show_walk(walk)
    assert not view.bar.preparing.isVisible()
    view.show_walk(prepared)
    assert [act.kind for act in view.shown.acts][:2] == ["row", "sample"]
    assert view.steps.isVisible()
    assert view.steps.steps.rows[0].texts == ("length", "5", "(5 − 4) / 2", "0.5")
    answer = next(at for at, act in enumerate(view.shown.acts) if act.kind == "answer")
    assert view.shown.acts[answer + 1].kind == "loss"
    view.go_to(answer)
    own = 100 + 10 * float(walk.walk.stops[-1].value[0])
    assert view.steps.steps.rows[0].texts[3] == f"{own:.2f}\u00a0g"
    assert view.steps.steps.rows[1].texts[3] == "110\u00a0g"
    QTest.keyClick(view, Qt.Key.Key_P)
    assert view.shown.acts[view.at].kind == "loss"
    assert not view.steps.isVisible()
    view.begin()
    view.show_walk(prepared)
    assert view.shown.acts[view.at].kind == "sample"
    QTest.mouseClick(view.bar.preparing, Qt.MouseButton.LeftButton)
    assert view.shown.acts[view.at].kind == "row"
    assert view.steps.isVisible()


@pytest.mark.parametrize(("room", "place"), [
    (QRectF(16, 40, 1100, 400), "left"), (QRectF(16, 40, 660, 400), "above"), (QRectF(16, 40, 660, 250), "alone"),
])  # fmt: skip
@pytest.mark.parametrize("high", [120, 240, 900])
def test_steps_leave_the_network_room_or_take_all_of_it(room: QRectF, place: str, high: float) -> None:
    card, rest = steps_beside(room, QSizeF(500, high), True)
    assert rest.isEmpty() or rest.height() >= LEAST_HIGH
    assert room.contains(card)
    assert not card.intersects(rest)
    assert rest.isEmpty() == (place == "alone")
    assert (card.right() < rest.left()) == (place == "left")
    assert (card.bottom() < rest.top()) == (place == "above")


def test_a_table_begins_with_its_own_numbers(window) -> None:
    from sklearn.datasets import load_iris

    from playground.engine.loops import Loops
    from playground.engine.session import Session

    document = example("iris", asset("examples"))
    window.editor.apply("Other data", document)
    window.walking.open()
    window.walking.show_frame(Session(document, Loops()).look(Wanted(0, 0, walk=window.walking.question)))
    view, known = window.walking.view, load_iris().data
    assert view.bar.preparing.isVisible()
    table = view.steps.steps.rows
    own = [float(row.texts[1].removesuffix("\u00a0cm")) for row in table]
    assert own in known.round(1).tolist()
    assert [row.seen for row in table] == pytest.approx((own - known.mean(0)) / known.std(0), abs=1e-6)
    assert [row.seen for row in table] == pytest.approx(view.walk.stops[0].value, abs=1e-6)
    assert view.steps.horizontalScrollBar().maximum() == view.steps.verticalScrollBar().maximum() == 0
