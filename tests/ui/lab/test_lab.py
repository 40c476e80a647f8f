"""The lab's view on real answers: what it asks, shows, and lights up."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

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


def test_tab_goes_on_to_the_next_cell_while_one_types(lab, qtbot):
    grid = field(lab, "y").grid
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(0).center().toPoint())
    for digits, key in (("5", Qt.Key.Key_Tab), ("6", Qt.Key.Key_Tab), ("7", Qt.Key.Key_Return)):
        qtbot.keyClicks(grid, digits)
        qtbot.keyClick(grid._field, key)
    assert lab._answer.results[0].values.tolist() == [[6, 7, 8], [7, 8, 9]]


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
    qtbot.mouseClick(buttons["Fill b with zeros to 35 → [10, 35, 8]"], Qt.MouseButton.LeftButton)
    assert lab._answer.results[0].shape == (10, 35, 8)
    assert lab.card.isHidden()


def test_a_surprise_is_marked_in_its_cells(lab):
    lab.show_chain(read_code("tf.cast([1, 300], tf.uint8)"))
    assert lab.board.results[0].grid.marked.amber == {1}
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


def test_the_result_is_walked_by_keys_and_fills_cell_by_cell(lab, qtbot):
    lab.show_chain(read_code("tf.matmul([[1, 0], [0, 1]], [[5, 6], [7, 8]])"))
    grid = lab.board.results[0].grid
    qtbot.waitUntil(lambda: not lab.board.flight.isVisible())
    grid.setFocus()
    for _ in range(3):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert lab.side.sources._sum.text() == "= 0·5 + 1·7"
    qtbot.waitUntil(lambda: grid._reached == 3)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: grid._reached is None)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: grid._reached == 1)
    qtbot.mouseMove(grid, grid.cell(3).center().toPoint())
    assert grid._reached is None
    lab.side.sources._clock.setInterval(1)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert grid._reached is not None
    qtbot.waitUntil(lambda: grid._reached is None and not lab.side.sources._play.isChecked())
    assert lab.board._cell == (0, 3)


def test_rows_meet_columns_in_the_corner_of_a_product(lab):
    lab.show_chain(read_code("tf.matmul([[1, 2, 3]], [[5, 6]], transpose_a=True)"))
    board = lab.board
    a, b, result = board.inputs["a"], board.inputs["b"], board.results[0]
    # The first matrix stands turned: its second number begins the second row.
    assert board.box(a, 1).top() == board.box(result, 2).top()
    assert board.box(b, 1).left() == board.box(result, 1).left()
    lab.show_chain(read_code("tf.matmul([[1, 2, 3]], [[5, 6]])"))
    assert not board.is_corner


def test_copies_stand_where_broadcasting_reads_them_and_are_their_source(lab, qtbot):
    grid = field(lab, "x").grid
    assert grid._places.tolist() == [[0, 0, 0], [1, 1, 1]]
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._box(5).center().toPoint())
    assert grid._at == 1
    lab.board.point(0, 5)
    assert (grid._copy, field(lab, "y").grid._copy) == (5, 5)


def test_cells_from_no_input_are_told_apart(lab):
    lab.show_chain(read_code("tf.pad([[1, 2]], [[0, 1], [1, 0]])"))
    assert lab.board.results[0].grid.marked.fresh == {0, 3, 4, 5}


def test_an_input_is_added_and_numbers_are_others(lab, qtbot):
    lab.show_chain(read_code("tf.concat([[[1, 2]], [[3, 4]]], axis=0)"))
    buttons = {button.text(): button for button in lab.form.buttons.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Add c"], Qt.MouseButton.LeftButton)
    assert lab._answer.results[0].values.tolist() == [[1, 2], [3, 4], [3, 4]]
    before = lab._answer.results[0]
    buttons = {button.text(): button for button in lab.form.buttons.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Other numbers"], Qt.MouseButton.LeftButton)
    after = lab._answer.results[0]
    assert (after.shape, after.dtype) == (before.shape, before.dtype)
    assert after.values.tolist() != before.values.tolist()


def test_an_axis_is_made_longer_by_one(lab, qtbot):
    longer = next(one for one in lab.form.findChildren(QToolButton) if "of y longer" in one.toolTip())
    qtbot.waitUntil(lambda: longer.height() > 9)
    qtbot.mouseClick(longer, Qt.MouseButton.LeftButton)
    assert lab._answer.results[0].shape == (2, 4)


def test_with_less_room_the_list_folds_and_the_column_becomes_a_line(lab, qtbot):
    lab.resize(1060, 700)
    assert (lab.operations.isVisible(), lab.side.isVisible()) == (False, True)
    qtbot.mouseClick(lab.strip.open_list, Qt.MouseButton.LeftButton)
    assert lab.operations.isVisible()
    lab.operations.chosen.emit("square")
    assert not lab.operations.isVisible()
    lab.resize(1000, 640)
    assert not lab.side.isVisible()
    lab.board.point(0, 0)
    assert lab.side.sources.isVisible()
    assert float(lab.side.sources._number.text()) == lab._answer.results[0].values.flat[0]
    lab.resize(1300, 800)
    assert lab.operations.isVisible()
    assert lab.side.isAncestorOf(lab.side.sources)


@pytest.mark.parametrize(
    ("code", "before", "after", "lost"),
    [
        ("tf.cast(123456789, tf.int16)", "00000111010110111100110100010101", "1100110100010101", range(16)),
        ("tf.cast(3.14159274, tf.float16)", "01000000010010010000111111011011", "0100001001001000", range(19, 32)),
        ("tf.cast(70000., tf.float16)", "01000111100010001011100000000000", "0111110000000000", ()),
        ("tf.cast([7], tf.float32)", "00000000000000000000000000000111", "01000000111000000000000000000000", ()),
        ("tf.saturate_cast(123456789, tf.int16)", "00000111010110111100110100010101", "0111111111111111", ()),
    ],
)
def test_the_bits_of_another_kind_and_those_that_are_lost(lab, code, before, after, lost):
    lab.show_chain(read_code(code))
    assert [row.digits for _, row in lab.bits.rows] == [before, after]
    assert [sorted(row.lost) for _, row in lab.bits.rows] == [list(lost), []]
    assert lab.bits.isVisible()
    lab.show_chain(read_code("tf.square(3)"))
    assert not lab.bits.isVisible()


@pytest.mark.parametrize(
    ("code", "thread"),
    [
        ("tf.reshape([[0, 1, 2], [3, 4, 5]], [3, 2])", (0, 1, 2, 3, 4, 5)),
        ("tf.transpose([[0, 1, 2], [3, 4, 5]])", (0, 2, 4, 1, 3, 5)),
        ("tf.square([[0, 1], [2, 3]])", ()),
    ],
)
def test_the_thread_of_storage_goes_on_when_reshaping_and_crosses_when_transposing(lab, code, thread):
    lab.show_chain(read_code(code))
    assert lab.board.results[0].grid.marked.thread == thread


def test_the_lab_never_asks_for_more_than_a_small_window_has(lab):
    lab.show_chain(read_code("tf.where([[True, False]], tf.ones([1, 2]), tf.zeros([1, 2]))"))
    assert lab.minimumSizeHint().width() <= 700


def test_a_list_of_whole_numbers_is_a_shape_where_shapes_are_typed_and_cells_where_it_is_pasted(lab, qtbot):
    lab.show_chain(read_code("tf.square([4., 5.])"))
    line = lab.form._shapes["x"]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "[2, 3]")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert lab._answer.results[0].shape == (2, 3)
    assert "[2, 3]" in lab._note.text()
    QGuiApplication.clipboard().setText("[2, 3]")
    # Those of the call before go with the next event.
    [one for one in lab.form.buttons.findChildren(QPushButton) if "Paste" in one.text()][-1].click()
    assert lab._answer.results[0].values.tolist() == [4, 9]
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    grid = field(lab, "x").grid
    grid.setFocus()
    qtbot.keySequence(grid, QKeySequence(QKeySequence.StandardKey.Paste))
    assert lab._answer.results[0].values.tolist() == [[1, 4], [9, 16]]
    before = lab._answer
    QGuiApplication.clipboard().setText("no list")
    qtbot.keySequence(grid, QKeySequence(QKeySequence.StandardKey.Paste))
    assert lab._answer is before


def test_a_long_shape_is_seen_whole(lab):
    lab.show_chain(read_code("tf.zeros([4, 32, 32, 3])[:, 0:28:2, 0:28:2, :]"))
    line = lab.form._shapes["x"]
    assert line.text() == "[4, 32, 32, 3]"
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width() - 16


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [("0.301", 5, "0.301"), ("0.301", 4, "0.3"), ("−0.0788", 6, "−0.079"), ("0.301", 2, ""), ("12345", 4, ""),
     ("tensor", 3, "tensor"), ("NaN", 2, "")],
)  # fmt: skip
def test_a_number_has_fewer_digits_or_none_where_there_is_no_room(words, room, shown):
    from playground.ui.lab.tensors.cells import fitting

    assert fitting(words, lambda one: len(one) <= room) == shown


def test_what_stands_below_the_tensors_follows_them_at_once(lab):
    board = lab.board
    bottom = max(board._grid_box(field).bottom() for field in board._fields)
    assert lab.shapes.mapTo(lab, QPoint(0, 0)).y() - board.mapTo(lab, QPoint(0, bottom)).y() < 80


def test_handles_on_the_axes_change_the_slice_in_one_step_of_undo(lab, qtbot):
    lab.show_chain(read_code("tf.reshape(tf.range(24), [2, 3, 4])[:, 0:3:2, ::-1]"))
    cuts = lab.cuts
    assert (cuts.isVisible(), cuts.accessibleName()) == (True, "axis 0: :; axis 1: 0:3:2; axis 2: ::-1")
    assert field(lab, "x").grid.marked.pale == {4, 5, 6, 7, 16, 17, 18, 19}
    before = code_of(lab._work.call)
    start = cuts._grip(0, "first").toPoint()
    qtbot.mousePress(cuts, Qt.MouseButton.LeftButton, pos=start)
    for across in (10, 20, 28):
        qtbot.mouseMove(cuts, start + QPoint(across, 0))
    qtbot.mouseRelease(cuts, Qt.MouseButton.LeftButton, pos=start + QPoint(28, 0))
    assert code_of(lab._work.call).endswith("[1:, 0:3:2, ::-1]")
    assert lab._answer.results[0].shape == (1, 2, 4)
    lab.undo()
    assert code_of(lab._work.call) == before
    qtbot.keyClick(cuts, Qt.Key.Key_Down)
    qtbot.keyClick(cuts, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert code_of(lab._work.call).endswith("[:, 0:3:1, ::-1]") or code_of(lab._work.call).endswith("[:, :, ::-1]")
    lab.show_chain(read_code("tf.square(3)"))
    assert not cuts.isVisible()


@pytest.mark.parametrize(
    ("code", "name", "pale"),
    [
        ("tf.gather([[10, 11], [20, 21], [30, 31]], [2, 0], axis=0)", "params", {2, 3}),
        ("tf.boolean_mask([1, 2, 3], [True, False, True])", "tensor", {1}),
        ("tf.where([True, False], [1, 2], [3, 4])", "y", {0}),
        ("tf.reshape([1, 2], [2, 1])", "tensor", set()),
    ],
)
def test_cells_that_are_not_taken_are_pale(lab, code, name, pale):
    lab.show_chain(read_code(code))
    assert field(lab, name).grid.marked.pale == pale


@pytest.mark.parametrize(
    ("code", "cell", "rows"),
    [
        ("tf.matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])", 2, [(("3", "5"), "15"), (("4", "7"), "28")]),
        ("tf.constant([[1], [2]]) + [10, 20]", 3, [(("2",), ""), (("20",), "")]),
        ("tf.pad([1, 2], [[1, 0]])", 0, []),
        ("tf.reduce_sum(tf.range(20))", 0, [((str(n),), "") for n in (0, 1, 2, 3)] + [None, (("19",), "")]),
    ],
)
def test_the_terms_of_a_number_are_cells_in_the_colours_of_the_board(lab, code, cell, rows):
    lab.show_chain(read_code(code))
    lab.board.point(0, cell)
    shown = lab.side.sources.terms.rows
    assert [row and (tuple(words for words, _ in row.cells), row.product) for row in shown] == rows
    sources = lab.board.sources(0, cell)
    if rows and len(sources) < 9:
        expected = {lab.board.inputs[name].grid.colour(place).name() for name, place in sources}
        assert {colour.name() for row in shown for _, colour in row.cells} == expected


def test_what_fills_up_rows_of_words_is_marked(lab):
    lab.show_chain(read_code('tf.strings.split(["a b c", "d"])'))
    assert lab.board.results[0].grid.marked.amber == {4, 5}
    assert "ragged" in lab.card._words.text()


def test_a_cell_at_rest_tells_its_value_and_its_place_along_each_axis(lab):
    lab.show_chain(read_code("tf.reshape(tf.range(24), [2, 3, 4])[:, 0:3:2]"))
    assert field(lab, "x").grid.told(23) == "23\naxis 0: 1 · axis 1: 2 · axis 2: 3"
