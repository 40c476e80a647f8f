"""Gestures on notes: drawing an arrow or taking hold of one, and making a note wider."""

from __future__ import annotations

from PySide6.QtCore import Qt

from playground.document.document import Document
from playground.document.edits import notes
from playground.document.note import Arrow, End
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.items.node_item import Call, NodeItem
from playground.ui.canvas.layout.arrange import snap
from playground.ui.canvas.stage.stage import Stage
from playground.ui.texts.said import later


class PointGesture(Gesture):
    """An arrow follows the pointer to a node or a free point; let go on its own note there is none."""

    def __init__(self, view: Stage, note_id: str, arrow: Arrow | None = None) -> None:
        super().__init__(view)
        self._note_id, self._arrow = note_id, arrow
        self._under: NodeItem | None = None

    def begin(self) -> None:
        self._placed = self.view.canvas.placed(self.base)
        self.view.show_cursor(Qt.CursorShape.CrossCursor)

    def drag(self, pointer: Pointer) -> None:
        self.view.editor.preview(self._pointed(pointer))
        self._call(self.view.canvas.node_at(pointer.scene))

    def drop(self, pointer: Pointer) -> None:
        self._clear()
        changed = self._pointed(pointer)
        if changed == self._placed:
            self.view.editor.cancel()
        elif len(notes.arrows(changed)) < len(notes.arrows(self.base)):
            self.view.editor.apply(later("Text", "Remove arrow"), changed)
        else:
            self.view.editor.apply(later("Text", "Draw arrow"), changed)

    def click(self, pointer: Pointer) -> None:
        canvas = self.view.canvas
        if self._arrow is None:
            canvas.select((self._note_id,))
            self.view.say(self.tr("Drag it to a layer, or to a free place."), pointer.view)
        elif pointer.adds:
            canvas.select(canvas.selected, {*canvas.selected_lines} ^ {self._arrow})
        else:
            canvas.select((), (self._arrow,))

    def cancel(self) -> None:
        self._clear()
        self.view.editor.cancel()

    def _pointed(self, pointer: Pointer) -> Document:
        """The document with the arrow where the pointer is."""
        end = self._end(pointer)
        if self._arrow is None:
            return self._placed if end is None else notes.point_at(self._placed, self._note_id, end)
        if end is None:
            return notes.remove_arrow(self._placed, self._arrow)
        return notes.redirect(self._placed, self._arrow, end)

    def _end(self, pointer: Pointer) -> End | None:
        """What is under the pointer: a node, a free point, or None for the note itself."""
        canvas = self.view.canvas
        item = canvas.node_at(pointer.scene)
        if item is not None:
            return item.node_id
        note = canvas.notes.at(pointer.scene)
        if note is not None and note.note.id == self._note_id:
            return None
        return round(pointer.scene.x(), 1), round(pointer.scene.y(), 1)

    def _clear(self) -> None:
        self._call(None)
        self.view.show_cursor(None)

    def _call(self, under: NodeItem | None) -> None:
        if under is not self._under:
            for item, call in ((self._under, Call.QUIET), (under, Call.CHOSEN)):
                if item is not None:
                    item.show_call(call)
            self._under = under


class WidenGesture(Gesture):
    """The right edge of a note follows the pointer."""

    def __init__(self, view: Stage, note_id: str) -> None:
        super().__init__(view)
        self._note_id = note_id

    def begin(self) -> None:
        self._placed = self.view.canvas.placed(self.base)
        self.view.show_cursor(Qt.CursorShape.SizeHorCursor)

    def drag(self, pointer: Pointer) -> None:
        self.view.editor.preview(self._widened(pointer))

    def drop(self, pointer: Pointer) -> None:
        self.view.show_cursor(None)
        self.view.editor.apply(later("Text", "Change width of note"), self._widened(pointer))

    def click(self, pointer: Pointer) -> None:
        self.view.canvas.select((self._note_id,))

    def cancel(self) -> None:
        self.view.show_cursor(None)
        self.view.editor.cancel()

    def _widened(self, pointer: Pointer) -> Document:
        note, unit = notes.by_id(self.base)[self._note_id], self.view.canvas.fonts.unit
        away = (pointer.scene.x() - self.pressed.scene.x()) / unit
        wanted = note.width + away
        return notes.change_note(
            self._placed,
            self._note_id,
            width=wanted if pointer.keys & Qt.KeyboardModifier.AltModifier else snap(wanted),
        )
