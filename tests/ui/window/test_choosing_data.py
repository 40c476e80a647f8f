"""Data chosen in the panel at the left, as the canvas shows them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.ui.panels.data import DataPanel


def test_longer_names_of_inputs_move_aside_what_they_would_cover(window) -> None:
    scene, before = window.canvas.canvas, window.editor.document
    QTest.mouseClick(window.panels.of(DataPanel).thumbnails["iris"], Qt.MouseButton.LeftButton)
    document, boxes = window.editor.document, scene.boxes()
    assert document.data.name == "iris"
    right = boxes["data"].x + boxes["data"].width
    assert all(boxes[name].x > right for name in document.graph.targets["data"])
    window.editor.undo()
    assert window.editor.document == before
