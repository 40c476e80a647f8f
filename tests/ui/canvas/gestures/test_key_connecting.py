"""Connections plugged in elsewhere by the keys: what is seen meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt

from playground.document.graph import Edge

EDGE = Edge("second", "add")


def test_a_connection_that_looks_for_another_end_is_hidden_until_it_is_given_up(view, hand, editor):
    view.canvas.select((), (EDGE,))
    hand.key(Qt.Key.Key_R)
    assert not view.canvas.edges[EDGE].isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert view.canvas.edges[EDGE].isVisible()
    assert view.canvas.selected_edges == (EDGE,)
    assert len(editor.history.steps) == 1
