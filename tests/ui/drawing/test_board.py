"""Drawing data in the window, by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.datasets.making.drawn import drawing_of
from playground.document.checks.problems import find_problems

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def board(window):
    window.making.draw()
    return window.making.board


def stroke(board, *places, button=LEFT):
    def pixel(place):
        x, y = board.plane.to_pixels(np.array([place]))[0]
        return QPoint(round(x), round(y))

    QTest.mousePress(board.plane, button, pos=pixel(places[0]))
    for place in places[1:]:
        QTest.mouseMove(board.plane, pixel(place))
    QTest.mouseRelease(board.plane, button, pos=pixel(places[-1]))


def present(window):
    return drawing_of(window.editor.document.data.own)


def test_each_stroke_is_a_step_and_the_network_plays(window, board):
    before = window.editor.document
    stroke(board, (-3, 0), (0, 0))
    assert window.editor.document is before, "one class is nothing to learn"
    QTest.keyClick(board.plane, Qt.Key.Key_2)
    stroke(board, (-3, 3), (0, 3))
    assert set(present(window).kinds) == {0, 1}
    assert window.trainer.told[-1] == "play"
    first = present(window)
    QTest.keyClick(board.plane, Qt.Key.Key_S)
    stroke(board, (3, 3), (4, 4))
    assert len(present(window).points) > len(first.points)
    board.undo.click()
    np.testing.assert_array_equal(present(window).points, first.points)
    np.testing.assert_array_equal(board.drawing.points, first.points)
    board.undo.click()
    assert window.editor.document == before
    alone = board.drawing
    assert set(alone.kinds) == {0}, "the first class waits again"
    QTest.keyClick(board.plane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    np.testing.assert_array_equal(board.drawing.points, first.points)
    for left in (len(alone.points), 0):
        QTest.keyClick(board.plane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(board.drawing.points) == left
    assert window.editor.document == before


def test_a_third_class_suits_the_output_and_the_right_button_erases(window, board):
    stroke(board, (-3, 0), (0, 0))
    board.tools.choose_class(1)
    stroke(board, (-3, 3), (0, 3))
    board.tools.more.click()
    stroke(board, (2, -4), (4, -4))
    data = window.editor.document.data
    assert (data.facts.task, data.facts.outputs) == ("classes", 3)
    assert not find_problems(window.editor.document)
    stroke(board, (1, -4), (5, -4), button=RIGHT)
    assert set(present(window).kinds) == {0, 1}


def test_a_curve_is_a_regression_of_x(window, board):
    board.mode.buttons["Curve"].click()
    stroke(board, *[(x, 3 * np.sin(x)) for x in np.linspace(-5, 5, 40)])
    facts = window.editor.document.data.facts
    assert (facts.task, facts.inputs) == ("regression", ("x",))
    assert not find_problems(window.editor.document)
    drawn = present(window).points
    np.testing.assert_allclose(drawn[:, 1], 3 * np.sin(drawn[:, 0]), atol=0.15)


def test_keys_paint_and_escape_takes_a_stroke_back(window, board):
    board.plane.setFocus()
    QTest.keyClick(board.plane, Qt.Key.Key_Right)
    QTest.keyClick(board.plane, Qt.Key.Key_Space)
    assert len(board.drawing.points) == 1
    QTest.mousePress(board.plane, LEFT, pos=board.plane.square().center().toPoint())
    QTest.keyClick(board.plane, Qt.Key.Key_Escape)
    QTest.mouseRelease(board.plane, LEFT, pos=board.plane.square().center().toPoint())
    assert len(board.drawing.points) == 1
    assert board.isVisible()


def test_it_starts_from_the_points_that_are_there(window, board):
    board.start.click()
    assert len(present(window).points) == window.editor.document.data.rows == 500
    board.clear.click()
    assert not len(board.drawing.points)
    board.undo.click()
    assert len(board.drawing.points) == 500
