"""Notes on the canvas: moved, widened, pointed, coloured and taken away as a person would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from playground.document.edits import groups, notes
from playground.document.note import USUAL_WIDTH, WIDEST, Arrow
from playground.ui.canvas.items.arrow_item import leaving
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.node_item import Call
from playground.ui.canvas.items.note_item import PAD, text_lines
from playground.ui.theme import DARK, LIGHT
from tests.ui.canvas.conftest import note, steps

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FREE = QPointF(700, 360)


# Looks


def test_text_is_wrapped_and_keeps_its_own_lines(view):
    font = Fonts.of(QApplication.font()).body
    lines = text_lines("one two three four five six seven\n\n中文字符也要换行" * 2, font, 90.0)
    assert "" in lines
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 92 for line in lines)
    assert "".join("".join(lines).split()) == "onetwothreefourfivesixseven中文字符也要换行" * 2


def test_a_note_is_as_high_as_its_text(view, noted, editor):
    one = noted.size.height()
    editor.apply("Write", notes.change_note(editor.document, "note_1", text="1\n2\n3"))
    line = QFontMetricsF(view.canvas.fonts.body).lineSpacing()
    assert noted.size.height() == pytest.approx(one + 2 * line)
    assert noted.size.width() == pytest.approx(USUAL_WIDTH * view.canvas.fonts.unit)


def test_a_note_is_drawn_in_its_colour_in_light_and_dark(view, noted, editor):
    seen = set()
    for theme in (LIGHT, DARK):
        view.show_theme(theme)
        for colour in ("yellow", "blue", "green", "grey"):
            editor.apply("Colour", notes.change_note(editor.document, "note_1", colour=colour))
            QTest.qWait(1)
            at = view.mapFromScene(noted.body.bottomRight() - QPointF(PAD, 5))
            seen.add(view.viewport().grab().toImage().pixelColor(at).name())
    assert len(seen) == 8


def test_arrows_end_at_the_borders_of_what_they_join(view, noted, editor):
    to_node, to_point = (view.canvas.notes.arrows[Arrow("note_1", end)] for end in ("first", (720.0, 480.0)))
    card = view.canvas.nodes["first"].body
    assert card.adjusted(-8, -8, 8, 8).contains(to_node.end)
    assert not card.contains(to_node.end)
    assert to_point.end == QPointF(720, 480)
    for arrow in (to_node, to_point):
        assert noted.body.adjusted(-1, -1, 1, 1).contains(arrow.start)
        assert arrow.start == leaving(noted.body, arrow.end)
    view.canvas.nodes["first"]
    editor.apply("Move", notes.move(editor.document, {"first": (180, -200)}))
    assert view.canvas.nodes["first"].body.adjusted(-8, -8, 8, 8).contains(to_node.end)


def test_an_arrow_at_a_layer_of_a_closed_group_points_at_its_card(view, noted, editor):
    grouped, group = groups.wrap(editor.document, ("first", "second"), "Both")
    editor.apply("Group", groups.set_closed(grouped, group, True))
    end = view.canvas.notes.arrows[Arrow("note_1", group)].end
    assert view.canvas.nodes[group].body.adjusted(-8, -8, 8, 8).contains(end)


def test_zoom_to_fit_and_the_overview_include_notes(view, editor):
    editor.apply("Add", notes.add_note(editor.document, 3000, 2000, "Far away")[0])
    view.zoom_to_fit()
    assert view.seen().contains(view.canvas.notes.by_id["note_1"].body)
    assert view.canvas.nodes_rect().contains(view.canvas.notes.by_id["note_1"].body)


# Moving, widening, pointing


def test_a_note_is_dragged_on_the_grid_as_one_step(view, hand, editor, noted):
    start = noted.body.topLeft() + QPointF(30, 8)
    hand.drag(start, start + QPointF(45, 61))
    assert (note(editor).x % 8, note(editor).y % 8) == (0, 0)
    assert (note(editor).x, note(editor).y) != (400, 400)
    assert steps(editor) == ["Move notes"]


def test_nodes_and_notes_move_together(view, hand, editor, noted):
    view.select(("loose", "note_1"))
    before = notes.places(editor.document)
    start = noted.body.topLeft() + QPointF(30, 8)
    hand.drag(start, start + QPointF(80, 40))
    after = notes.places(editor.document)
    away = {tuple(a - b for a, b in zip(after[name], before[name], strict=True)) for name in ("loose", "note_1")}
    assert len(away) == 1
    assert after["first"] == before["first"]
    assert steps(editor) == ["Move layers"]


def test_the_right_edge_makes_it_wider(view, hand, editor, noted):
    edge = QPointF(noted.body.right(), noted.body.top() + 8)
    hand.drag(edge, edge + QPointF(80, 0))
    assert note(editor).width == pytest.approx(USUAL_WIDTH + 80 / view.canvas.fonts.unit, abs=8)
    assert steps(editor) == ["Change width of note"]
    hand.drag(QPointF(noted.body.right(), noted.body.top() + 8), QPointF(9e4, 400))
    assert note(editor).width <= WIDEST


def test_an_arrow_is_drawn_from_the_handle_to_a_node(view, hand, editor, noted):
    hand.press(noted.handle)
    hand.move(view.canvas.nodes["loose"])
    assert view.canvas.nodes["loose"].call is Call.CHOSEN
    hand.release()
    assert view.canvas.nodes["loose"].call is Call.QUIET
    assert note(editor).arrows == ("first", (720.0, 480.0), "loose")
    assert steps(editor) == ["Draw arrow"]


def test_an_arrow_is_drawn_to_a_free_point(view, hand, editor, noted):
    hand.drag(noted.handle, QPointF(600, 500))
    assert note(editor).arrows[-1] == pytest.approx((600, 500), abs=2)


def test_an_arrow_is_taken_to_another_node_and_away(view, hand, editor, noted):
    arrow = view.canvas.notes.arrows[Arrow("note_1", "first")]
    hand.drag((arrow.start + arrow.end) / 2, view.canvas.nodes["loose"])
    assert note(editor).arrows == ("loose", (720.0, 480.0))
    arrow = view.canvas.notes.arrows[Arrow("note_1", (720.0, 480.0))]
    hand.drag((arrow.start + arrow.end) / 2, noted.body.center() - QPointF(0, 8))
    assert note(editor).arrows == ("loose",)
    assert steps(editor) == ["Draw arrow", "Remove arrow"]


def test_an_arrow_is_selected_and_deleted(view, hand, editor, noted):
    arrow = view.canvas.notes.arrows[Arrow("note_1", "first")]
    hand.click((arrow.start + arrow.end) / 2)
    assert view.canvas.notes.selected_arrows == (arrow.arrow,)
    assert "Dense" in view.accessibleDescription()
    hand.key(Qt.Key.Key_Delete)
    assert note(editor).arrows == ((720.0, 480.0),)
    assert steps(editor) == ["Remove arrow"]


def test_the_keys_draw_an_arrow(view, hand, editor, noted):
    view.select(("note_1",))
    hand.key(Qt.Key.Key_C)
    assert "Point at" in view.label.text()
    QTest.keyClicks(view, "loose")
    hand.key(Qt.Key.Key_Return)
    assert note(editor).arrows[-1] == "loose"
    assert steps(editor) == ["Draw arrow"]


# Selecting, copying, deleting


def test_a_rubber_band_and_shift_take_notes(view, hand, noted):
    hand.drag(QPointF(390, 390), QPointF(430, 420))
    assert view.canvas.selected == ("note_1",)
    hand.click(view.canvas.nodes["loose"], SHIFT)
    assert view.canvas.selected == ("loose", "note_1")
    assert view.accessibleDescription() == "2 layers and notes selected"
    hand.click(noted.body.topLeft() + QPointF(20, 8), SHIFT)
    assert view.canvas.selected == ("loose",)


def test_a_layer_that_comes_while_a_note_is_selected_follows_nothing(view, editor, noted, joined):
    view.select(("note_1",))
    before = joined()
    view.place_layer("Dense")
    view.select(("note_1",))
    view.selection.freeze()
    view.selection.grow(1)
    view.grouping.rename()
    assert joined() == before
    assert steps(editor) == ["Add layer"]


def test_panels_hear_of_layers_alone(view, hand, noted, qtbot):
    view.select(("first",))
    with qtbot.waitSignal(view.selected) as told:
        hand.click(noted.body.topLeft() + QPointF(20, 8))
    assert told.args == [()]


def test_notes_and_layers_are_copied_and_pasted(view, hand, editor, noted):
    view.select(("first", "note_1"))
    view.selection.copy()
    view.selection.paste()
    assert note(editor, "note_2").arrows[0] == "dense_1"
    assert set(view.canvas.selected) == {"dense_1", "note_2"}
    view.select(("note_1",))
    view.selection.cut()
    assert note(editor) is None
    assert steps(editor) == ["Paste layers", "Cut notes"]


def test_a_note_is_duplicated_a_little_aside(view, editor, noted):
    view.select(("note_1",))
    view.selection.duplicate()
    assert (note(editor, "note_2").x, note(editor, "note_2").y) == (424, 424)
    assert view.canvas.selected == ("note_2",)


def test_layers_and_notes_are_deleted_in_one_step(view, hand, editor, noted):
    view.select(("loose", "note_1"))
    hand.key(Qt.Key.Key_Delete)
    assert "loose" not in editor.document.graph.by_id
    assert editor.document.notes == ()
    assert len(steps(editor)) == 1


def test_notes_are_aligned_and_nudged(view, hand, editor, noted):
    view.select(("loose", "note_1"))
    view.selection.align("left")
    assert note(editor).x == editor.document.positions["loose"][0] == 180
    view.select(("note_1",))
    hand.key(Qt.Key.Key_Right)
    assert (note(editor).x, note(editor).y) == (188, 400)


def test_pages_reach_notes_after_the_layers(view, hand, noted):
    view.select(("data",))
    seen = []
    for _ in range(8):
        hand.key(Qt.Key.Key_PageDown)
        seen += view.canvas.selected
    assert seen[-2:] == ["note_1", "data"]
    assert len(set(seen)) == 8
    hand.key(Qt.Key.Key_PageUp)
    assert view.accessibleDescription() == "Note: Look here, points at Dense, a free place"


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_menu_colours_the_notes_that_are_selected(view, hand, editor, noted, reason):
    editor.apply("Add", notes.add_note(editor.document, 0, 500, "second")[0])
    place = hand.point(noted.body.topLeft() + QPointF(20, 8))
    by_keys = reason is QContextMenuEvent.Reason.Keyboard
    view.select(("note_1",) if by_keys else ("note_1", "note_2"))
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place)))
    (menu,) = view.findChildren(QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Yellow"]
    next(action for action in menu.actions() if action.text() == "Green").trigger()
    menu.close()
    assert [made.colour for made in editor.document.notes] == ["green", "yellow" if by_keys else "green"]


def test_a_menu_removes_an_arrow(view, hand, editor, noted):
    place = hand.point(noted.body.topLeft() + QPointF(20, 8))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    (menu,) = view.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == "Remove arrow to a free place").trigger()
    menu.close()
    assert note(editor).arrows == ("first",)


def test_the_handle_shows_at_the_note_under_the_pointer(view, hand, noted):
    hand.hover(noted.body.topLeft() + QPointF(20, 8))
    assert noted.shows_handle
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    hand.hover(noted.handle)
    assert view.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    hand.hover(QPointF(noted.body.right(), noted.body.top() + 8))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    hand.hover(QPointF(600, 360))
    assert not noted.shows_handle
