"""The open document and its undo; the one place where it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from playground.document.document import Document
from playground.document.history import History, Name


class Editor(QObject):
    """Holds the document. Views hear `changed(document)`; gestures call `apply`, or `preview` on the way.

    `opened(document)` comes before it where the document begins another project; `change_crossed(document, number)`
    where undo or redo has passed a change of the run, made in that document.
    """

    changed = Signal(object)
    opened = Signal(object)
    change_crossed = Signal(object, int)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = History(document)
        self._previewed: Document | None = None
        self._saved: Document | None = document
        self._changes = 0

    @property
    def document(self) -> Document:
        """The document as the undo list has it: what every edit starts from."""
        return self.history.document

    @property
    def shown(self) -> Document:
        """The document as it is on the screen: a preview while a gesture is under way."""
        return self._previewed or self.document

    @property
    def unsaved(self) -> bool:
        return self.document != self._saved

    def apply(self, name: Name, document: Document) -> None:
        """Make `document` the present one, as one undo step called `name`; nothing where nothing changed."""
        previewed, self._previewed = self._previewed, None
        if document != self.document:
            self.history = self.history.add(name, document)
            self.changed.emit(document)
        elif previewed is not None:
            self.changed.emit(document)

    def change_run(self, name: Name) -> int:
        """The run is to be changed by hand and the document is not, as one undo step; the number of the change."""
        change = self.begin_change()
        self.end_change(name, change)
        return change

    def begin_change(self) -> int:
        """The number of a change of the run that takes a while, such as a weight that is being turned."""
        self._changes += 1
        return self._changes

    def end_change(self, name: Name, change: int) -> None:
        """It becomes one undo step."""
        self._go(self.history.add(name, self.document, change))

    def preview(self, document: Document) -> None:
        """Show `document` without an undo step; `cancel` or `apply` ends it."""
        if document != self.shown:
            self._previewed = document
            self.changed.emit(document)

    def cancel(self) -> None:
        """Back from a preview to the present document."""
        self.apply("", self.document)

    def undo(self) -> None:
        self._go(self.history.undo())

    def redo(self) -> None:
        self._go(self.history.redo())

    def go_to(self, index: int) -> None:
        """Make a step of the history the present one; all the others stay."""
        if index != self.history.present or self._previewed is not None:
            self._go(self.history.at(index))

    def open(self, document: Document) -> None:
        """Start over with a document from a file or an example."""
        self._saved = document
        self.opened.emit(document)
        self._go(History(document))

    def settle(self, document: Document) -> None:
        """The document that was just opened, with what a file may leave out; no step, and nothing to save."""
        if document != self.document:
            self._saved = document
            self._go(History(document))

    def mark_saved(self) -> None:
        self._saved = self.document

    def mark_unsaved(self) -> None:
        """No file has the document as it is."""
        self._saved = None

    def _go(self, history: History) -> None:
        before, self.history, self._previewed = self.history, history, None
        for step in before.crossed(history):
            self.change_crossed.emit(step.document, step.change)
        self.changed.emit(self.document)
