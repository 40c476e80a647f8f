"""Selecting, moving, deleting, mending and looking around."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits, groups
from playground.document.graph import Edge

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
EMPTY = QPointF(600, 360)


def test_a_click_selects_and_tells(view, hand, qtbot):
    with qtbot.waitSignal(view.selected) as told:
        hand.click(view.canvas.nodes["first"])
    assert told.args == [("first",)]
    assert view.selected_nodes() == ("first",)


def test_shift_adds_and_takes_away(view, hand):
    hand.click(view.canvas.nodes["first"])
    hand.click(view.canvas.nodes["second"], SHIFT)
    assert view.selected_nodes() == ("first", "second")
    hand.click(view.canvas.nodes["first"], SHIFT)
    assert view.selected_nodes() == ("second",)


def test_a_click_beside_everything_selects_nothing(view, hand):
    hand.click(view.canvas.nodes["first"])
    hand.click(EMPTY)
    assert view.selected_nodes() == ()


def test_a_rubber_band_selects_what_it_touches(view, hand):
    hand.drag(QPointF(360, -20), QPointF(520, 300))
    assert view.selected_nodes() == ("second", "third")


def test_escape_takes_a_rubber_band_back(view, hand):
    hand.click(view.canvas.nodes["first"])
    items = len(view.scene().items())
    hand.press(QPointF(360, -20))
    hand.move(QPointF(520, 300))
    assert view.selected_nodes() == ("second", "third")
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert view.selected_nodes() == ("first",)
    assert len(view.scene().items()) == items


def test_select_all_takes_nodes_and_connections(view):
    view.selection.all()
    assert len(view.selected_nodes()) == 7
    assert len(view.canvas.selected_edges) == 5


def test_a_node_is_moved_on_the_grid_as_one_step(view, hand, editor):
    start = view.canvas.nodes["loose"]
    hand.drag(start, start.body.topLeft() + QPointF(start.body.width() / 2 + 101, 14 + 43))
    x, y = editor.document.positions["loose"]
    assert (x, y) == (280, 360)
    assert editor.history.undo_name == "Move layers"
    assert len(editor.history.steps) == 2
    editor.undo()
    assert (view.canvas.nodes["loose"].x(), view.canvas.nodes["loose"].y()) == (180, 320)


def test_the_whole_selection_moves_together(view, hand, editor):
    view.select(("second", "third"))
    hand.drag(view.canvas.nodes["second"], view.canvas.nodes["second"].body.topLeft() + QPointF(47, 62))
    before, after = editor.history.steps[0].document.positions, editor.document.positions
    moved = {name: (after[name][0] - before[name][0], after[name][1] - before[name][1]) for name in before}
    assert moved["second"] == moved["third"] != (0, 0)
    assert moved["first"] == (0, 0)


def test_escape_puts_a_moved_node_back(view, hand, editor):
    item = view.canvas.nodes["loose"]
    hand.press(item)
    hand.move(EMPTY)
    assert item.x() != 180
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert (item.x(), item.y()) == (180, 320)
    assert len(editor.history.steps) == 1


def test_a_press_without_a_move_is_no_step(view, hand, editor):
    hand.click(view.canvas.nodes["first"])
    assert len(editor.history.steps) == 1


def test_a_loose_node_let_go_on_a_connection_goes_into_it(view, hand, editor, joined):
    edge = view.canvas.edges[Edge("data", "first")]
    hand.press(view.canvas.nodes["loose"])
    hand.move(edge)
    assert edge.lit
    hand.release()
    assert {("data", "loose"), ("loose", "first")} <= joined()
    assert ("data", "first") not in joined()
    assert editor.history.undo_name == "Insert layer"
    assert len(editor.history.steps) == 2


def test_a_group_let_go_where_it_would_lie_too_deep_says_so_and_stays_loose(view, hand, editor, joined):
    document, name = groups.wrap(editor.document, ("first", "second"))
    for _ in range(15):
        document, name = groups.wrap(document, (name,))
    document, loose = groups.wrap(document, ("loose",))
    editor.apply("Group", groups.set_closed(document, loose, True))
    before = joined()
    hand.press(view.canvas.nodes[loose])
    hand.move(view.canvas.edges[Edge("first", "second")])
    hand.release()
    assert joined() == before
    assert view.label.isVisible()
    assert view.label.text() == "At most 16 groups lie in one another."
    assert editor.history.undo_name == "Move layers"


def test_arrow_keys_move_the_selection(view, hand, editor):
    view.select(("loose",))
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Down)
    assert editor.document.positions["loose"] == (188, 328)


def test_delete_takes_nodes_and_their_connections(view, hand, editor, joined, qtbot):
    view.select(("second", "third"))
    with qtbot.waitSignal(view.selected) as told:
        hand.key(Qt.Key.Key_Backspace)
    assert told.args == [()]
    assert joined() == {("data", "first")}
    assert editor.history.undo_name == "Delete layers"
    editor.undo()
    assert len(view.canvas.nodes) == 7
    assert len(joined()) == 5


def test_delete_with_control_heals_the_gap(view, hand, joined):
    view.select(("second",))
    hand.key(Qt.Key.Key_Delete, CONTROL)
    assert ("first", "add") in joined()


def test_data_and_output_stay_and_it_is_said(view, hand, editor):
    view.select(("data", "output"))
    hand.key(Qt.Key.Key_Delete)
    assert len(editor.history.steps) == 1
    assert view.label.text() == "Data and Output always stay."
    assert view.label.isVisible()


def test_delete_all_leaves_data_and_output(view, hand, editor):
    view.selection.all()
    hand.key(Qt.Key.Key_Delete)
    assert set(view.canvas.nodes) == {"data", "output"}
    assert editor.document.graph.edges == ()


def test_a_click_on_a_fix_mends_the_problem_as_one_step(view, hand, editor):
    editor.apply("Connect", edits.connect(editor.document, "add", "output"))
    note = view.canvas.problem_items.by_node["output"]
    fix = note.problems[0].fixes[0]
    steps = len(editor.history.steps)
    hand.hover(note.place_of(fix))
    hand.click(note.place_of(fix))
    assert len(editor.history.steps) == steps + 1
    assert "output" not in view.canvas.problem_items.by_node
    new = view.canvas.nodes["dense_1"].box
    assert not any(new.meets(box) for name, box in view.canvas.boxes().items() if name != "dense_1")
    editor.undo()
    assert "output" in view.canvas.problem_items.by_node


def test_a_press_on_a_fix_that_is_let_go_elsewhere_does_nothing(view, hand, editor):
    editor.apply("Connect", edits.connect(editor.document, "add", "output"))
    note = view.canvas.problem_items.by_node["output"]
    steps = len(editor.history.steps)
    hand.drag(note.place_of(note.problems[0].fixes[0]), EMPTY)
    assert len(editor.history.steps) == steps


def test_the_middle_button_pans(view):
    middle, before = Qt.MouseButton.MiddleButton, view.mapFromScene(0, 0)
    view.zoom_to(1.0)
    before = view.mapFromScene(0, 0)
    QTest.mousePress(view.viewport(), middle, pos=QPoint(300, 300))
    QTest.mouseMove(view.viewport(), QPoint(340, 330))
    QTest.mouseRelease(view.viewport(), middle, pos=QPoint(340, 330))
    assert view.mapFromScene(0, 0) - before == QPoint(40, 30)


def test_space_and_a_drag_pan_and_select_nothing(view, hand):
    before = view.mapFromScene(0, 0)
    QTest.keyPress(view, Qt.Key.Key_Space)
    hand.drag(view.canvas.nodes["first"], EMPTY)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.mapFromScene(0, 0) != before
    assert view.selected_nodes() == ()


def test_nothing_is_lost_far_away(view, hand, editor):
    editor.apply("Move", edits.move(editor.document, {"loose": (90_000.0, -70_000.0)}))
    assert view.sceneRect().contains(view.canvas.nodes["loose"].body)
    view.ensureVisible(view.canvas.nodes["loose"])
    assert "loose" in view.visible_nodes()
