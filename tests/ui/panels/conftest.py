"""An editor with a small network, and its undo steps."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.ui.editor import Editor


@pytest.fixture
def editor(qapp) -> Editor:
    """Data -> dense_1 (8 units) -> dense_2 (1 unit) -> Output."""
    document, first = edits.add_node(Document(), Dense(8), 200, 100, after=DATA)
    document, second = edits.add_node(document, Dense(1), 400, 100, after=first)
    return Editor(edits.connect(document, second, OUTPUT))


@pytest.fixture
def shown(qtbot):
    """Shows a widget as the window does, with its own size and the active window's focus."""

    def show(widget, width: int = 0, height: int = 700):
        qtbot.addWidget(widget)
        widget.resize(width or widget.sizeHint().width(), height)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        QTest.qWait(0)
        return widget

    return show


@pytest.fixture
def steps():
    """The names of an editor's undo steps so far."""
    return lambda editor: [step.title for step in editor.history.steps[1:]]
