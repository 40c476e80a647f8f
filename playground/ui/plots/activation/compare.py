"""Which other activation functions are drawn over the selected layer's, as a menu of check marks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.document.document import Document
from playground.document.layers.activations import Formula
from playground.ui import text
from playground.ui.plots.charts.activations import FUNCTIONS, TANH_BY_SIGMOID, Function, formula, named


class CompareMenu(QMenu):
    """Every function by name, then the formulas of the document. Emits `changed` when a person marks another."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setToolTipsVisible(True)
        self.marks: dict[str, QAction] = {}
        self._formulas: tuple[str, ...] = ()
        self.none = self.addAction(self.tr("None"))
        self.none.triggered.connect(self._clear)
        self._before = self.insertSeparator(self.none)
        for word in FUNCTIONS:
            self._add(word, text.choice_title(word))
        self._add(TANH_BY_SIGMOID.word, "2σ(2x) − 1")
        self._own = frozenset(self.marks)

    def _add(self, key: str, title: str) -> None:
        mark = QAction(title.replace("&", "&&"), self, checkable=True)
        mark.toggled.connect(lambda _on: self.changed.emit())
        self.insertAction(self._before, mark)
        self.marks[key] = mark

    def _clear(self) -> None:
        for mark in self.marks.values():
            mark.setChecked(False)

    def show_document(self, document: Document) -> None:
        """Offer the formulas of these layers, those marked still being so."""
        layers = (node.layer for node in document.graph.nodes)
        formulas = tuple(dict.fromkeys(layer.formula for layer in layers if isinstance(layer, Formula)))
        if formulas == self._formulas:
            return
        self._formulas = formulas
        for key in [key for key in self.marks if key not in self._own and key not in formulas]:
            self.removeAction(self.marks.pop(key))
        for typed in formulas:
            if typed not in self.marks:
                self._add(typed, typed)

    @property
    def chosen(self) -> tuple[tuple[int, str, Function], ...]:
        """Of each that is marked: its place, which gives its colour, its name and the function."""
        return tuple(
            (place, mark.text().replace("&&", "&"), named(key) if key in self._own else formula(key))
            for place, (key, mark) in enumerate(self.marks.items())
            if mark.isChecked()
        )
