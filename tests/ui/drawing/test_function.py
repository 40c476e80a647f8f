"""A function typed in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from playground.document.checks.problems import find_problems
from playground.ui.panels.data import DataPanel


def test_a_typed_boundary_becomes_the_data_and_undo_takes_it_back(window):
    seen = []

    def type_it():
        dialog = QApplication.activeModalWidget()
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        for text in ("x * q > 1", "x * y > 1"):
            dialog.text.selectAll()
            QTest.keyClicks(dialog.text, text)
            seen.append((dialog.told.text(), ok.isEnabled()))
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)

    before = window.editor.document
    QTimer.singleShot(0, type_it)
    QTest.mouseClick(window.panels.of(DataPanel).makers["typed"], Qt.MouseButton.LeftButton)
    assert [enabled for _, enabled in seen] == [False, True]
    assert "q" in seen[0][0]
    data = window.editor.document.data
    assert (data.facts.task, data.facts.inputs, data.own.title) == ("binary", ("x1", "x2"), "x * y > 1")
    assert not find_problems(window.editor.document)
    window.editor.undo()
    assert window.editor.document == before
