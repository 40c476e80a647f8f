"""Drawing an arrow from a note by the keys alone."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.edits import groups, notes
from playground.ui.canvas.gestures.gesture import Pointer
from playground.ui.canvas.gestures.key_connecting import Finish, KeyConnectGesture
from playground.ui.canvas.items.node_item import Call
from playground.ui.canvas.stage.stage import Stage
from playground.ui.texts.said import later


class KeyPointGesture(KeyConnectGesture):
    """Arrows and typing choose what the note points at, Enter draws the arrow."""

    def __init__(self, view: Stage, note_id: str, finish: Finish) -> None:
        super().__init__(view, note_id, finish)
        self._before = set(notes.by_id(self.base)[note_id].arrows)

    def refusal(self, other: str) -> str:
        """A note points at anything, but once."""
        return "exists" if groups.entry_of(self.base, other) in self._before else ""

    def question(self, name: str) -> str:
        return self.tr("Point at {name}: Enter. Another: arrows or its name. Esc gives up.").format(name=name)

    def begin(self) -> None: ...

    def drag(self, pointer: Pointer) -> None:
        for name, item in self.view.canvas.nodes.items():
            item.show_call(Call.CHOSEN if name == self._chosen else Call.QUIET)
        self.view.editor.preview(self._pointed())

    def drop(self, pointer: Pointer) -> None:
        self._clear()
        self.view.editor.apply(later("Text", "Draw arrow"), self._pointed())

    def cancel(self) -> None:
        self._clear()
        self.view.editor.cancel()

    def _pointed(self) -> Document:
        placed = self.view.canvas.placed(self.base)
        return notes.point_at(placed, self.fixed, self._chosen)
