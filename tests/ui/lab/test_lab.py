"""The lab's view on real answers: what it asks, shows, and lights up."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from playground.lab.code import code_of
from playground.lab.matching import read_code
from playground.ui.lab.lab import Lab
from playground.ui.theme import LIGHT


@pytest.fixture
def lab(qtbot):
    """Answered at once by the engine's own lab."""
    from playground.engine.lab.running import Lab as Engine

    engine, view = Engine(), Lab(LIGHT)
    view.asked.connect(lambda question: view.show_answer(engine.answer(question)))
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.ask()
    view.show()
    return view


def field(lab, name):
    return lab.board.inputs[name]


def test_a_cell_is_typed_and_the_result_follows(lab, qtbot):
    grid = field(lab, "y").grid
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(2).center().toPoint())
    qtbot.keyClicks(grid, "7")
    qtbot.keyClicks(grid._field, "5")
    qtbot.keyClick(grid._field, Qt.Key.Key_Return)
    assert lab._answer.results[0].values.tolist() == [[11, 21, 76], [12, 22, 77]]
    lab.undo()
    assert lab._answer.results[0].values.tolist() == [[11, 21, 31], [12, 22, 32]]


def test_what_cannot_be_read_leaves_the_answer_and_says_why(lab):
    before = lab._answer
    lab._type_cell("y", 0, "ten")
    assert lab._answer is before
    assert lab._note.text() == "This is no number and no list."


def test_pointing_at_a_result_rings_its_sources_and_the_other_way_round(lab, qtbot):
    grid = lab.board.results[0].grid
    qtbot.mouseMove(grid, QPoint(1, 1))
    qtbot.mouseMove(grid, grid.cell(5).center().toPoint())
    assert (field(lab, "x").grid._ringed, field(lab, "y").grid._ringed) == ({1}, {2})
    assert lab.side.sources._sum.text() == "= 2 + 30"
    lab.board._point_input("x", 0)
    assert grid._ringed == {0, 1, 2}
    lab.board.walk(1)
    assert lab.side.sources._place.text() == "result[0, 0]"


def test_an_error_shows_its_axes_and_is_mended_by_one_press(lab, qtbot):
    lab.show_chain(read_code("tf.concat([tf.zeros([4, 35, 8]), tf.zeros([6, 30, 8])], axis=0)"))
    assert [row.clashes for row in lab.shapes._rows] == [(1,), (1,)]
    assert lab.board.results == []
    buttons = {button.text(): button for button in lab.card.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Fill b with zeros to 35"], Qt.MouseButton.LeftButton)
    assert lab._answer.results[0].shape == (10, 35, 8)
    assert lab.card.isHidden()


def test_a_surprise_is_marked_in_its_cells(lab):
    lab.show_chain(read_code("tf.cast([1, 300], tf.uint8)"))
    assert lab.board.results[0].grid._amber == {1}
    assert "300 does not fit into uint8" in lab.card._words.text()


def test_a_search_finds_by_title_sentence_and_code(lab):
    for words, name in (("hadamard", "hadamard"), ("scatter_nd", "scatter_nd"), ("shares up", "softmax")):
        lab.operations.search.setText(words)
        assert not lab.operations._items[name].isHidden()
        assert lab.operations._items["zeros"].isHidden()


def test_the_result_is_used_as_input(lab):
    lab.strip.followed.emit("reduce_sum")
    assert code_of(lab._work.call) == "tf.reduce_sum(step1, axis=0)"
    assert lab._answer.results[0].values.tolist() == [23, 43, 63]
    lab.strip.looked.emit(0)
    assert lab._answer.results[0].shape == (2, 3)
