"""Layers of one's own on the canvas: saved from a group, and placed like any other layer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.edits import groups
from playground.document.graph import Edge
from playground.ui.canvas.overlays.quick_add import matching
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.own_layers import KEPT
from playground.ui.widgets.drags import LAYER_MIME
from tests.ui.canvas.conftest import Hand
from tests.ui.test_own_layers import pair

WORD = KEPT + "Pair"


@pytest.fixture
def kept(view: CanvasView) -> None:
    view.own_layers.keep(pair())


def the_group(editor: Editor) -> str:
    (group,) = editor.document.groups
    return group.id


@pytest.mark.usefixtures("kept")
def test_it_is_dropped_as_a_closed_group(view: CanvasView, editor: Editor, hand: Hand) -> None:
    hand.carry(LAYER_MIME, WORD, QPointF(700, 380))
    hand.let_fall()
    assert editor.history.undo_name == "Add layer"
    assert view.canvas.selected == (the_group(editor),)
    assert view.canvas.nodes[the_group(editor)].card.content.title == "Pair"
    editor.undo()
    assert not editor.document.groups


@pytest.mark.usefixtures("kept")
def test_a_drag_that_leaves_brings_nothing(view: CanvasView, editor: Editor, hand: Hand) -> None:
    before = len(view.canvas.items())
    hand.carry(LAYER_MIME, WORD, QPointF(700, 380))
    hand.key(Qt.Key.Key_Escape)
    assert not editor.document.groups
    assert len(view.canvas.items()) == before


@pytest.mark.usefixtures("kept")
def test_let_go_on_a_connection_it_goes_into_it(view: CanvasView, editor: Editor, hand: Hand) -> None:
    edge = next(item for item in view.canvas.edges.values() if item.edge.source == "data")
    hand.carry(LAYER_MIME, WORD, edge.middle)
    hand.let_fall()
    group = the_group(editor)
    assert {Edge("data", group), Edge(group, "first")} <= view.canvas.edges.keys()
    assert not view.canvas.nodes[group].box.meets(view.canvas.nodes["first"].box)


@pytest.mark.usefixtures("kept")
def test_the_search_field_finds_it_and_joins_it_to_what_is_selected(
    view: CanvasView, editor: Editor, hand: Hand
) -> None:
    view.select(("add",))
    hand.key(Qt.Key.Key_Slash)
    QTest.keyClicks(view.quick_add.search, "pair")
    QTest.keyClick(view.quick_add.search, Qt.Key.Key_Return)
    assert Edge("add", the_group(editor)) in view.canvas.edges


def test_matching_asks_for_every_word(view: CanvasView) -> None:
    view.own_layers.keep(pair("My pair"))
    assert matching("pair my", view.own_layers.words) == [KEPT + "My pair"]
    assert matching("pair dense", view.own_layers.words) == []


def test_a_group_with_a_name_is_kept(view: CanvasView, editor: Editor) -> None:
    view.select(("second", "third"))
    view.grouping.group()
    step = editor.history.present
    view.grouping.keep()
    assert view.name_edit.isVisible()
    QTest.keyClicks(view.name_edit, "Pair")
    QTest.keyClick(view.name_edit, Qt.Key.Key_Return)
    view.grouping.keep()
    assert view.own_layers.kept == {"Pair": pair()}
    assert editor.history.present == step + 1


def test_one_of_the_same_name_is_replaced_and_both_can_be_kept(view: CanvasView, editor: Editor) -> None:
    view.own_layers.keep(pair(of=("first",)))
    view.select(("second", "third"))
    view.grouping.group()
    editor.apply("Name", groups.rename_group(editor.document, the_group(editor), "Pair"))
    view.grouping.keep()
    assert view.own_layers.kept["Pair"] == pair()
    QTest.mouseClick(view.selection.offer, Qt.MouseButton.LeftButton)
    assert view.own_layers.kept == {"Pair": pair(of=("first",)), "Pair 2": pair("Pair 2")}


def test_a_folder_that_cannot_be_written_says_so(view: CanvasView, editor: Editor, tmp_path, monkeypatch) -> None:
    (tmp_path / "in the way").write_text("")
    monkeypatch.setattr(view.own_layers, "_folder", tmp_path / "in the way")
    view.select(("second", "third"))
    view.grouping.group()
    editor.apply("Name", groups.rename_group(editor.document, the_group(editor), "Pair"))
    view.grouping.keep()
    assert "could not be saved" in view.label.text()
    assert not view.own_layers.kept
