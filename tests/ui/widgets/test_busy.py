"""What holds the window for a moment says so by its pointer, until it is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.files import Files
from playground.ui.dialogs.shortcuts import ShortcutSheet, show_shortcuts
from playground.ui.editor import Editor
from playground.ui.theme import LIGHT
from playground.ui.widgets.first_paint import busy
from playground.ui.widgets.styling import Styling
from tests.ui.conftest import FakeTrainer


def shape() -> Qt.CursorShape | None:
    pointer = QApplication.overrideCursor()
    return None if pointer is None else pointer.shape()


def open_a_document(note: Callable[..., object]) -> None:
    editor = Editor(Document())
    editor.opened.connect(note)
    Files(editor, QMainWindow(), FakeTrainer(editor.document)).begin("circle")  # type: ignore[arg-type]


def show_a_theme(note: Callable[..., object]) -> None:
    Styling(QApplication.instance()).show(LIGHT, [note])
    note()


def paste_layers(note: Callable[..., object]) -> None:
    document, node = edits.add_node(Document(), Dense(3), 0.0, 0.0, DATA)
    editor = Editor(document)
    canvas = CanvasView(editor, LIGHT)
    canvas.show_document(document)
    canvas.select((node,))
    canvas.selection.copy()
    editor.changed.connect(note)
    canvas.selection.paste()
    assert len(editor.document.graph.nodes) == len(document.graph.nodes) + 1


def show_the_keys(note: Callable[..., object]) -> None:
    window = QMainWindow()
    show_shortcuts(window, [("File", [("Ctrl+S", "Save")])], [("F2", "Rename")])
    note()
    window.findChild(ShortcutSheet).close()


def fail(note: Callable[..., object]) -> None:
    @busy()
    def work() -> None:
        note()
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        work()


@pytest.mark.parametrize("deed", [open_a_document, show_a_theme, paste_layers, show_the_keys, fail])
def test_the_pointer_is_busy_meanwhile_and_free_afterwards(qtbot, deed) -> None:
    application = QApplication.instance()
    sheet, colours = application.styleSheet(), application.palette()
    shapes = list[Qt.CursorShape | None]()
    deed(lambda *_: shapes.append(shape()))
    assert shapes[0] is Qt.CursorShape.WaitCursor
    qtbot.waitUntil(lambda: shape() is None)
    application.setPalette(colours)
    application.setStyleSheet(sheet)
