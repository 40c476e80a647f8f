"""Lines that a moved card snaps to, the overview in the corner, and looking closer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from playground.ui.canvas.items.guides import GuideLines
from playground.ui.theme import DARK, LIGHT

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def guides(view):
    return [item for item in view.scene().items() if isinstance(item, GuideLines)]


def drag_to(hand, item, x, y, keys=Qt.KeyboardModifier.NoModifier):
    """Move a card so that its top left corner would come to (x, y), and hold it there."""
    hand.press(item, keys)
    hand.move(QPointF(x + item.body.width() / 2, y + 14), keys)


def test_a_card_near_level_with_another_snaps_to_it_and_shows_a_line(view, hand, editor):
    view.zoom_to(1.0)
    loose, second = view.canvas.nodes["loose"], view.canvas.nodes["second"]
    drag_to(hand, loose, second.x() + 2, 420)
    (lines,) = guides(view)
    assert any(line.x1() == line.x2() == second.x() for line in lines.lines)
    hand.release()
    assert editor.document.positions["loose"][0] == second.x()
    assert guides(view) == []


def test_alt_leaves_lines_and_grid(view, hand, editor):
    view.zoom_to(1.0)
    drag_to(hand, view.canvas.nodes["loose"], 385, 421, ALT)
    assert guides(view)[0].lines == ()
    hand.release(ALT)
    assert editor.document.positions["loose"] == (385, 421)


def test_escape_takes_the_lines_away(view, hand):
    drag_to(hand, view.canvas.nodes["loose"], 380, 420)
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert guides(view) == []


def test_the_overview_comes_where_not_all_is_seen_and_gives_way_in_a_small_canvas(view, qtbot):
    view.zoom_to_fit()
    assert not view.minimap.isVisible()
    view.zoom_to(3.0)
    assert view.minimap.isVisible()
    assert view.rect().contains(view.minimap.geometry())
    view.resize(400, 300)
    assert not view.minimap.isVisible()


def test_a_press_in_the_overview_goes_there(view):
    view.zoom_to(3.0)
    view.look_at(view.canvas.nodes["data"].body.center())
    view.minimap.grab()
    room = view.minimap.rect()
    QTest.mouseClick(view.minimap, LEFT, pos=QPoint(room.right() - 8, room.center().y()))
    assert "output" in view.visible_nodes()
    assert "data" not in view.visible_nodes()


def test_the_frame_in_the_overview_is_dragged_without_a_jump(view):
    view.zoom_to(3.0)
    view.look_at(view.canvas.nodes["data"].body.center())
    view.minimap.grab()
    at = view.minimap._map.map(view.seen().center() + QPointF(40, 20)).toPoint()
    before = view.seen().center()
    QTest.mousePress(view.minimap, LEFT, pos=at)
    close = view.seen().center() - before
    assert abs(close.x()) + abs(close.y()) < 40
    QTest.mouseMove(view.minimap, at + QPoint(30, 0))
    QTest.mouseRelease(view.minimap, LEFT, pos=at + QPoint(30, 0))
    assert view.seen().center().x() > before.x() + 100


def test_the_overview_is_drawn_in_each_theme(view, qtbot):
    light = view.minimap.grab().toImage()
    view.show_theme(DARK)
    assert view.minimap.grab().toImage() != light
    view.show_theme(LIGHT)


def test_zoom_to_selection_and_to_everything(view):
    view.select(("second",))
    view.zoom_to_selection()
    assert view.seen().contains(view.canvas.nodes["second"].body)
    view.zoom_to(4.0)
    view.select(())
    view.zoom_to_selection()
    assert set(view.visible_nodes()) == set(view.canvas.nodes)
