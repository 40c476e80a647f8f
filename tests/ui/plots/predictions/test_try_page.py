"""An input of one's own: drawn, slid, typed; and what is shown of the answer and the layers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from sklearn.datasets import load_iris

from playground.datasets.dataset import load
from playground.datasets.sources import TABLES
from playground.document.graph import DATA, OUTPUT
from playground.document.settings import DataSettings
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.tables.choices import first_choices
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.ui.plots.predictions.ink import covered, drawn, painted
from playground.ui.plots.predictions.try_page import TryPage
from playground.ui.theme import LIGHT

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, KEYS = Qt.KeyboardModifier.NoModifier, Qt.Key


@pytest.fixture
def page_of(qtbot, make_document):
    def show(name: str, size: tuple[int, int] = (260, 420)) -> TryPage:
        document = make_document(name)
        page = TryPage(LIGHT)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show_document(document, load(document.data))
        page.show()
        QTest.qWait(0)
        return page

    return show


def cell(page: TryPage, row: int, column: int) -> QPoint:
    square = page.picture.square()
    side = square.width() / 8
    return QPointF(square.left() + (column + 0.5) * side, square.top() + (row + 0.5) * side).toPoint()


def drag(widget, button, *places: QPoint) -> None:
    QTest.mousePress(widget, button, NONE, places[0])
    for place in places[1:]:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, button, NONE, places[-1])


# Drawing a digit


def test_a_stroke_of_the_mouse_leaves_soft_ink_without_gaps(page_of, qtbot) -> None:
    page = page_of("digits")
    QTest.mouseClick(page.clear, LEFT)
    assert not any(page.tried)
    with qtbot.waitSignal(page.changed):
        drag(page.picture, LEFT, cell(page, 1, 3), cell(page, 6, 3))
    ink = np.array(page.tried).reshape(8, 8)
    assert (ink[1:7, 3] > 0.95).all()
    assert (ink[2:6, 2] > 0).all()
    assert (ink[2:6, 2] < 0.9).all()
    assert not ink[:, 6:].any()
    assert ink.max() <= 1


def test_the_right_button_and_the_eraser_take_ink_away(page_of) -> None:
    page = page_of("digits")
    page.picture.show_values(np.ones(64))
    drag(page.picture, RIGHT, cell(page, 4, 1), cell(page, 4, 6))
    ink = np.array(page.tried).reshape(8, 8)
    assert (ink[4, 1:7] < 0.05).all()
    assert (ink[0] == 1).all()
    QTest.mouseClick(page.eraser, LEFT)
    drag(page.picture, LEFT, cell(page, 0, 0))
    assert np.array(page.tried)[0] < 0.05


def test_escape_takes_the_stroke_back(page_of) -> None:
    page = page_of("digits")
    before = page.tried
    QTest.mousePress(page.picture, LEFT, NONE, cell(page, 7, 0))
    assert page.tried != before
    QTest.keyClick(page.picture, KEYS.Key_Escape)
    assert page.tried == before
    QTest.mouseMove(page.picture, cell(page, 5, 5))
    QTest.mouseRelease(page.picture, LEFT, NONE, cell(page, 5, 5))
    assert page.tried == before


def test_keys_draw_too(page_of) -> None:
    page = page_of("digits")
    QTest.mouseClick(page.clear, LEFT)
    page.picture.setFocus()
    for key in (KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Space, KEYS.Key_Up, KEYS.Key_Space):
        QTest.keyClick(page.picture, key)
    assert np.flatnonzero(page.tried).tolist() == [2, 10]
    assert "Row 1, column 3: 100 % ink" in page.picture.accessibleDescription()
    QTest.keyClick(page.picture, KEYS.Key_Delete)
    assert np.flatnonzero(page.tried).tolist() == [10]


def test_strokes_cover_what_lies_near_their_way() -> None:
    cover = covered((8, 8), (0.5, 4.5), (7.5, 4.5))
    np.testing.assert_array_equal(cover[4], 1)
    assert not cover[:3].any()
    twice = painted(painted(np.zeros((8, 8)), (0.5, 4.5), (7.5, 4.5)), (0.5, 4.5), (7.5, 4.5))
    np.testing.assert_array_equal(twice, cover)


# Waves


def test_a_wave_is_drawn_with_the_mouse(page_of) -> None:
    page = page_of("waves")
    plot = page.trace.plot()
    low, high = plot.bottomLeft(), plot.topRight()
    drag(page.trace, LEFT, low.toPoint() + QPoint(1, -1), high.toPoint() + QPoint(-1, 1))
    values = np.array(page.tried)
    assert len(values) == 32
    np.testing.assert_allclose(values, np.linspace(-1.5, 1.5, 32), atol=0.1)
    QTest.mouseClick(page.clear, LEFT)
    assert not any(page.tried)


def test_a_wave_is_drawn_with_the_keys(page_of) -> None:
    page = page_of("waves")
    QTest.mouseClick(page.clear, LEFT)
    page.trace.setFocus()
    for key in (KEYS.Key_Right, KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Right, KEYS.Key_Down):
        QTest.keyClick(page.trace, key)
    assert page.tried[:4] == pytest.approx((0, 0.2, -0.1, 0))


def test_a_fast_pointer_leaves_a_straight_line() -> None:
    np.testing.assert_allclose(drawn(np.zeros(5), (3, 1.5), (0, 0)), [0, 0.5, 1, 1.5, 0])
    np.testing.assert_allclose(drawn(np.zeros(3), (1.1, 5), (0.9, 2)), [0, 2, 0])


# Numbers


def test_a_slider_and_a_number_move_each_other(page_of, qtbot) -> None:
    page = page_of("iris")
    _, slider, number = page.rows.rows[2]
    with qtbot.waitSignal(page.changed):
        slider.setFocus()
        QTest.keyClick(slider, KEYS.Key_End)
    # Seen and written in centimetres; the network gets its own numbers.
    length = load_iris().data[:, 2]
    assert page.tried[2] == pytest.approx((7.5 - length.mean()) / length.std())
    assert (number.value, number.text()) == (7.5, "7.5 cm")
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "2.25")
    QTest.keyClick(number, KEYS.Key_Return)
    assert page.tried[2] == pytest.approx((2.25 - length.mean()) / length.std())
    assert slider.value() == slider.maximum() // 4
    others = load(page._dataset.settings).test_points[0][[0, 1, 3]]
    np.testing.assert_array_equal(np.array(page.tried)[[0, 1, 3]], others)


def test_it_begins_with_a_validation_row_and_goes_to_the_next(page_of) -> None:
    page = page_of("circle")
    points = load(page._dataset.settings).test_points
    assert page.tried == tuple(points[0].tolist())
    QTest.mouseClick(page.next, LEFT)
    assert page.tried == tuple(points[1].tolist())


# What is shown


def frame_of(page: TryPage, **tried: np.ndarray) -> Frame:
    made = {node: np.asarray(values, np.float32) for node, values in tried.items()}
    return Frame(page.document.graph, data=page._dataset.settings, wanted=Wanted(tried=page.tried), tried=made)


@pytest.fixture
def framed(page_of, make_document):
    def show(name: str, **tried) -> TryPage:
        page = page_of(name)
        page.document = make_document(name)
        page.show_frame(frame_of(page, **tried))
        return page

    return show


def test_classes_have_their_probabilities(framed) -> None:
    page = framed("iris", **{DATA: [1, 2, 3, 4], "hidden": [0.5, -0.5, 2], OUTPUT: [0.1, 0.7, 0.2]})
    assert dict(page.bars.answer()) == pytest.approx({"setosa": 0.1, "versicolor": 0.7, "virginica": 0.2})
    assert "versicolor 70.0 %" in page.bars.accessibleName()
    assert [strip.title for strip in page.strips.strips] == ["Iris flowers, scaled", "Dense"]
    assert [strip.limit for strip in page.strips.strips] == [5, 2]


def test_two_classes_share_what_the_output_leans_to(framed) -> None:
    page = framed("circle", **{DATA: [1, 2], OUTPUT: [-0.5]})
    assert page.bars.answer() == (("−1", 0.75), ("+1", 0.25))


def test_a_value_stands_beside_the_true_one(framed) -> None:
    page = framed("sine", **{DATA: [1], OUTPUT: [0.25]})
    assert page.bars.values == (0.25,)
    assert page.bars.truth == pytest.approx(np.sin(page.tried[0]))


def test_pointing_at_a_cell_reads_its_value(framed) -> None:
    page = framed("iris", **{DATA: [1, -2, 3, 4], "hidden": [0.5, -0.5, 2], OUTPUT: [0.1, 0.7, 0.2]})
    strips = page.strips
    where = strips._cell(strips.strips[0], strips._title_high(), 1)
    assert strips.read(where.center()) == "Iris flowers, scaled, sepal width: −2.0000"
    assert strips.read(QPointF(-5, -5)) == ""


def test_a_digit_is_shown_as_the_picture_that_it_is(framed) -> None:
    page = framed("digits", **{DATA: np.arange(64) / 64, "hidden": np.zeros((3, 2, 4)), OUTPUT: np.full(10, 0.1)})
    assert [strip.values.shape for strip in page.strips.strips] == [(1, 8, 8), (3, 2, 4)]
    assert page.strips.read(page.strips._cell(page.strips.strips[0], page.strips._title_high(), 0).center())


def test_a_network_that_broke_says_no_number(framed) -> None:
    page = framed("iris", **{DATA: [1, 2, 3, 4], OUTPUT: [np.nan] * 3})
    assert page.bars.answer() == ()
    assert not page.grab().isNull()


def test_in_a_narrow_dock_a_long_name_is_cut_and_its_number_is_not(qtbot) -> None:
    table = open_table(TABLES / "wine.csv")
    own = prepare(table, first_choices(table.columns), "wine").own
    dataset = load(DataSettings(own=own))
    page = TryPage(LIGHT)
    qtbot.addWidget(page)
    page.resize(240, 300)
    page.rows.show_data(dataset)
    page.rows.show()
    page.show()
    QTest.qWait(50)
    for _, _, number in page.rows.rows.values():
        if number.isVisible():
            right = number.mapTo(page, QPoint(number.width(), 0)).x()
            assert right <= page.viewport().width()
