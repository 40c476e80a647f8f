"""Groups by hand: made, opened and closed, moved, named, and taken apart again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.edits import edits, groups
from playground.document.edits.groups import folded
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from tests.ui.canvas.conftest import Hand

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def group(view: CanvasView) -> str:
    """`second` and `third` in an open group."""
    view.select(("second", "third"))
    view.grouping.group()
    return view.canvas.selected[0]


@pytest.fixture
def card(view: CanvasView, group: str) -> str:
    """The same group closed."""
    view.grouping.close(group)
    return group


def frame(view: CanvasView, group: str):
    return view.canvas.frames.by_id[group]


def test_the_selection_becomes_a_group_in_one_step(view: CanvasView, editor: Editor, group: str) -> None:
    assert editor.history.undo_name == "Group layers"
    assert editor.document.tree.by_id[group].members == ("second", "third")
    body = frame(view, group).body
    assert all(body.contains(view.canvas.nodes[name].body) for name in ("second", "third"))
    assert not body.intersects(view.canvas.nodes["first"].body)
    editor.undo()
    assert not view.canvas.frames.by_id
    assert not editor.document.groups


def test_a_selection_that_cannot_be_a_group_says_why_and_offers_what_could(view: CanvasView, editor: Editor) -> None:
    view.select(("first", "add"))
    view.grouping.group()
    assert not editor.document.groups
    assert view.label.isVisible()
    assert "come back" in view.label.text()
    QTest.mouseClick(view.selection.offer, Qt.MouseButton.LeftButton)
    assert set(editor.document.groups[0].members) == {"first", "second", "third", "add"}
    editor.undo()
    assert not editor.document.groups


def test_nothing_selected_says_what_to_do(view: CanvasView) -> None:
    view.select(("data",))
    view.grouping.group()
    assert view.label.isVisible()


def test_a_double_click_on_a_card_goes_in_and_escape_comes_back(
    view: CanvasView, editor: Editor, hand: Hand, card: str
) -> None:
    zoom, middle = view.zoom, view.seen().center()
    place = view.mapFromScene(view.canvas.nodes[card].body.topLeft() + QPointF(40, 14))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor.history.undo_name == "Open group"
    assert view.seen().contains(frame(view, card).body)
    hand.key(Qt.Key.Key_Escape)
    assert editor.history.undo_name == "Close group"
    assert view.canvas.selected == (card,)
    assert view.zoom == pytest.approx(zoom)
    assert (view.seen().center() - middle).manhattanLength() < 3


def test_escape_elsewhere_only_lets_go_of_the_selection(view: CanvasView, hand: Hand, card: str) -> None:
    hand.key(Qt.Key.Key_Return)
    assert card in view.canvas.frames.by_id
    view.select(("data",))
    hand.key(Qt.Key.Key_Escape)
    assert card in view.canvas.frames.by_id
    assert view.canvas.selected == ()


def test_the_button_of_a_frame_closes_it(view: CanvasView, editor: Editor, hand: Hand, group: str) -> None:
    hand.click(frame(view, group).button_place.center())
    assert editor.history.undo_name == "Close group"
    assert "second" not in view.canvas.nodes
    assert group in view.canvas.nodes


def test_opening_and_closing_move_nothing(editor: Editor, view: CanvasView, group: str) -> None:
    before = editor.document.positions
    view.grouping.toggle()
    view.grouping.toggle()
    assert editor.document.positions == before


def test_a_click_in_a_frame_selects_the_group_and_a_drag_what_it_touches(
    view: CanvasView, hand: Hand, group: str
) -> None:
    view.select(())
    inside = frame(view, group).body.center()
    hand.click(inside)
    assert view.canvas.selected == (group,)
    hand.click(inside, SHIFT)
    assert view.canvas.selected == ()
    hand.drag(inside, view.canvas.nodes["second"].body.center() + QPointF(4, 0))
    assert view.canvas.selected == ("second",)


@pytest.mark.parametrize("given_up", [False, True])
def test_the_title_of_a_frame_moves_all_members(
    view: CanvasView, editor: Editor, hand: Hand, group: str, given_up: bool
) -> None:
    before, step = editor.document.positions, editor.history.undo_name
    start = frame(view, group).title_place.center()
    hand.press(start)
    hand.move(start + QPointF(-16, 96))
    if given_up:
        hand.key(Qt.Key.Key_Escape)
    hand.release()
    after = editor.document.positions
    ways = {(after[name][0] - before[name][0], after[name][1] - before[name][1]) for name in ("second", "third")}
    if given_up:
        assert after == before
        assert editor.history.undo_name == step
    else:
        assert len(ways) == 1
        assert ways != {(0, 0)}
        assert after["first"] == before["first"]
        assert frame(view, group).body.contains(view.canvas.nodes["second"].body)


def test_a_closed_card_is_moved_like_a_layer(view: CanvasView, editor: Editor, hand: Hand, card: str) -> None:
    before = editor.document.positions
    start = view.canvas.nodes[card].body.topLeft()
    hand.drag(view.canvas.nodes[card], start + QPointF(80, 200))
    after = editor.document.positions
    assert editor.history.undo_name == "Move layers"
    assert after["second"] != before["second"]
    assert after["second"][0] - before["second"][0] == after["third"][0] - before["third"][0]
    editor.undo()
    assert editor.document.positions == before


def test_arrows_move_a_group_and_delete_removes_it(view: CanvasView, editor: Editor, hand: Hand, card: str) -> None:
    before = editor.document.positions
    hand.key(Qt.Key.Key_Right)
    assert editor.document.positions["third"][0] == before["third"][0] + 8
    hand.key(Qt.Key.Key_Delete)
    assert {"second", "third", card}.isdisjoint(editor.document.graph.by_id)
    assert not editor.document.groups


def test_connections_are_drawn_to_and_from_a_card(
    view: CanvasView, editor: Editor, hand: Hand, card: str, joined
) -> None:
    nodes = view.canvas.nodes
    hand.drag(nodes[card].output_port, nodes["output"].body.center())
    assert ("third", "output") in joined() or ("second", "output") in joined()
    assert any(edge.source == card and edge.target == "output" for edge in view.canvas.edges)


def test_a_group_is_named_and_coloured(view: CanvasView, editor: Editor, hand: Hand, card: str) -> None:
    hand.key(Qt.Key.Key_F2)
    QTest.keyClicks(view.name_edit, "Encoder")
    QTest.keyClick(view.name_edit, Qt.Key.Key_Return)
    assert editor.history.undo_name == "Rename group"
    assert view.canvas.nodes[card].card.content.title == "Encoder"
    view.grouping.colour("rose")
    assert view.canvas.nodes[card].card.content.colour == "rose"
    hand.key(Qt.Key.Key_F2)
    QTest.keyClicks(view.name_edit, "Nothing")
    QTest.keyClick(view.name_edit, Qt.Key.Key_Escape)
    assert view.canvas.nodes[card].card.content.title == "Encoder"


def test_a_double_click_on_the_title_of_a_frame_names_it(view: CanvasView, group: str) -> None:
    place = view.mapFromScene(frame(view, group).title_place.center())
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.name_edit.isVisible()


def test_ungrouping_leaves_the_layers_selected(view: CanvasView, editor: Editor, group: str) -> None:
    view.grouping.ungroup()
    assert not editor.document.groups
    assert set(view.canvas.selected) == {"second", "third"}


def test_a_group_in_a_group_has_a_frame_inside_its_frame(view: CanvasView, editor: Editor, group: str) -> None:
    view.select((group, "add"))
    view.grouping.group()
    (outer,) = view.canvas.selected
    assert frame(view, outer).body.contains(frame(view, group).body)
    assert view.canvas.frames.at(frame(view, group).body.center()).group_id == group
    view.grouping.close(outer)
    assert not view.canvas.frames.by_id
    assert view.canvas.nodes[outer].card.content.summary.startswith("3 layers")


def test_control_up_closes_the_group_around_what_is_selected(view: CanvasView, group: str) -> None:
    view.select(("third",))
    view.grouping.leave(anyhow=True)
    assert view.canvas.selected == (group,)
    assert group in view.canvas.nodes


def test_a_card_shows_what_is_learned_at_its_exit(view: CanvasView, card: str, frame) -> None:
    view.show_frame(frame)
    assert len(view.canvas.nodes[card].pictures) == 8
    assert groups.exit_of(view.canvas.whole, card) in view.visible_nodes()
    assert card not in view.visible_nodes()


def test_problems_of_members_stand_at_the_card(view: CanvasView, editor: Editor, card: str) -> None:
    editor.apply("Disconnect", edits.disconnect(editor.document, next(
        edge for edge in editor.document.graph.edges if edge.target == "second"
    )))  # fmt: skip
    item = view.canvas.problem_items.by_node[card]
    assert " ".join(line.text for line in item.lines) == "Dense: Nothing is connected to its input."
    assert "problem: Dense: Nothing is connected to its input." in view.accessibleDescription()
    editor.apply("Rename", edits.rename(editor.document, "second", "Gate"))
    item = view.canvas.problem_items.by_node[card]
    assert " ".join(line.text for line in item.lines) == "Gate: Nothing is connected to its input."


def test_a_group_is_spoken_of(view: CanvasView, group: str) -> None:
    assert view.accessibleDescription() == "group Group, open, 2 layers"
    view.grouping.close(group)
    words = view.accessibleDescription()
    assert words.startswith("group Group, closed, 2 layers")
    assert "connected to Add" in words


def test_arranging_works_with_closed_groups(view: CanvasView, editor: Editor, card: str) -> None:
    view.selection.arrange()
    boxes = list(view.canvas.boxes().values())
    assert not any(one.meets(other) for one in boxes for other in boxes if one is not other)
    step = editor.history.present
    view.selection.arrange()
    assert editor.history.present == step


def test_keys_walk_over_cards(view: CanvasView, hand: Hand, card: str) -> None:
    view.select(("first",))
    hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.canvas.selected == (card,)
    hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.canvas.selected == ("add",)


def test_copies_of_a_card_are_cards(view: CanvasView, editor: Editor, card: str) -> None:
    view.selection.duplicate()
    assert len(editor.document.groups) == 2
    assert set(view.canvas.nodes) == set(folded(editor.document).graph.by_id)
