"""What is copied in one window is pasted in another, through the clipboard's text; other text does no harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.edits import edits, groups, notes
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import DARK

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def second(qtbot) -> CanvasView:
    """Another window on a new project."""
    editor = Editor(Document())
    view = CanvasView(editor, DARK)
    qtbot.addWidget(view)
    editor.changed.connect(view.show_document)
    view.resize(800, 600)
    view.show()
    return view


def test_what_one_window_copies_another_pastes(view, editor, noted, second):
    editor.apply("Rename", edits.rename(editor.document, "second", "Named"))
    grouped, group = groups.wrap(editor.document, ("second", "third"), "Pair")
    editor.apply("Group", groups.set_closed(grouped, group, True))
    view.select(("first", group, "note_1"))
    view.selection.copy()
    second.selection.paste()
    pasted = second.editor.document
    assert {node.name for node in pasted.graph.nodes} >= {"Named"}
    assert len(pasted.graph.edges) == 2
    assert [made.name for made in pasted.groups] == ["Pair"]
    (note,) = pasted.notes
    assert (note.text, note.arrows[0]) == ("Look here", next(edge.source for edge in pasted.graph.edges))
    assert second.canvas.notes.by_id.keys() == {note.id}
    assert second.editor.history.undo_name == "Paste layers"
    second.editor.undo()
    assert second.editor.document == Document()


def test_a_cut_in_one_window_is_there_for_the_other(view, editor, second):
    view.select(("loose",))
    view.selection.cut()
    second.selection.paste()
    second.selection.paste()
    assert "loose" not in editor.document.graph.by_id
    assert len(second.editor.document.graph.nodes) == 4


def test_the_clipboard_holds_readable_text(view):
    view.select(("first",))
    view.selection.copy()
    content = json.loads(QApplication.clipboard().text())
    assert content["format"] == "playground"
    assert [node["id"] for node in content["graph"]["nodes"]] == ["data", "output", "first"]


def whole(editor: Editor) -> dict:
    """The text of two layers and a note as JSON."""
    from playground.document.files.clipping import copy_text

    document, _ = notes.add_note(editor.document, 0, 0, "text")
    return json.loads(copy_text(document, ("first", "second", "note_1")))


MALFORMED = {
    "nothing": "",
    "words": "hello",
    "cut short": '{"format": "playground", "version": 1, "graph": {"no',
    "a list": "[1, 2]",
    "deep": "[" * 100_000,
    "half a pair": '{"format": "playground\\ud800"}',
    "another program's": '{"format": "other", "version": 1}',
    "a link": "https://playground.tensorflow.org/#activation=relu",
    "endless": '{"format": "playground", "version": 1, "graph": 1e999}',
}


@pytest.mark.parametrize("name", MALFORMED)
def test_text_that_is_no_clip_is_told_or_passed_over(view, editor, hand, name):
    before = editor.document
    QApplication.clipboard().setText(MALFORMED[name])
    view.selection.paste()
    assert editor.document is before
    assert view.label.text() == "There are no layers on the clipboard."


BROKEN = {
    "version": 99,
    "graph": {"nodes": [], "edges": []},
    "layout": {"gone": [0, 0]},
    "notes": [{"id": "note_1", "arrows": ["gone"]}],
}


@pytest.mark.parametrize("part", BROKEN)
def test_a_clip_that_is_wrong_somewhere_is_refused_in_words(view, editor, part):
    before = editor.document
    QApplication.clipboard().setText(json.dumps({**whole(editor), part: BROKEN[part]}))
    view.selection.paste()
    assert editor.document is before
    assert view.label.text().startswith("These layers cannot be pasted: ")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.sampled_from(["format", "version", "graph", "layout", "notes", "groups"]), value=values)
def test_whatever_is_pasted_the_document_stays_whole(view, editor, part, value):
    before = editor.document
    QApplication.clipboard().setText(json.dumps({**whole(editor), part: value}))
    view.selection.paste()
    assert editor.document is before or set(before.graph.nodes) <= set(editor.document.graph.nodes)
    editor.open(before)
