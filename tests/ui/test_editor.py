"""The open document, its undo, and the previews on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.document.document import Document
from playground.document.edits import edits
from playground.ui.editor import Editor


def slower(document: Document, rate: float = 0.01) -> Document:
    return edits.set_training(document, replace(document.training, learning_rate=rate))


@pytest.fixture
def editor(qapp) -> Editor:
    return Editor(Document())


@pytest.fixture
def heard(editor) -> list[Document]:
    """Each document that `changed` has brought."""
    found: list[Document] = []
    editor.changed.connect(found.append)
    return found


def names(editor: Editor) -> list[str]:
    return [step.title for step in editor.history.steps[1:]]


def test_an_edit_is_one_undo_step(editor, heard) -> None:
    first = editor.document
    editor.apply("Slower", slower(first))
    assert (names(editor), heard) == (["Slower"], [slower(first)])
    editor.undo()
    assert editor.document == first
    editor.redo()
    assert heard == [slower(first), first, slower(first)]


def test_an_edit_that_changes_nothing_is_no_step_and_says_nothing(editor, heard) -> None:
    editor.apply("Nothing", replace(editor.document))
    assert (names(editor), heard) == ([], [])


def test_a_preview_is_seen_and_leaves_no_step(editor, heard) -> None:
    first = editor.document
    editor.preview(slower(first))
    assert editor.shown == slower(first)
    assert editor.document == first
    assert not editor.unsaved
    editor.preview(slower(first))
    assert len(heard) == 1


def test_many_previews_and_a_release_are_one_step(editor) -> None:
    first = editor.document
    for rate in (0.029, 0.02, 0.011):
        editor.preview(slower(first, rate))
    editor.apply("Slower", slower(first))
    editor.undo()
    assert editor.document == editor.shown == first


def test_cancelling_shows_the_document_again(editor, heard) -> None:
    first = editor.document
    editor.preview(slower(first))
    editor.cancel()
    assert heard[-1] == editor.shown == first
    assert names(editor) == []
    editor.cancel()
    assert len(heard) == 2


def test_a_release_where_the_gesture_began_shows_the_document_again(editor, heard) -> None:
    first = editor.document
    editor.preview(slower(first))
    editor.apply("Slower", first)
    assert heard[-1] == first
    assert names(editor) == []


def test_undo_ends_a_preview(editor) -> None:
    first = editor.document
    editor.apply("Slower", slower(first))
    editor.preview(slower(first, 0.5))
    editor.undo()
    assert editor.shown == first


def test_an_edit_after_undo_forgets_what_was_undone(editor) -> None:
    first = editor.document
    editor.apply("One", slower(first))
    editor.undo()
    editor.apply("Two", slower(first, 0.2))
    assert names(editor) == ["Two"]
    assert editor.history.redo_name is None


def test_undoing_back_to_what_was_saved_leaves_nothing_to_save(editor) -> None:
    editor.apply("Slower", slower(editor.document))
    assert editor.unsaved
    editor.mark_saved()
    assert not editor.unsaved
    editor.undo()
    assert editor.unsaved
    editor.redo()
    assert not editor.unsaved


def test_opening_starts_over(editor, heard) -> None:
    editor.apply("Slower", slower(editor.document))
    other = slower(editor.document, 1.0)
    editor.open(other)
    assert heard[-1] == editor.document == other
    assert not editor.unsaved
    editor.undo()
    assert editor.document == other
