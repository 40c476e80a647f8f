"""The notes and arrows of a scene: an item for each, kept while they stay."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from playground.document.document import Document
from playground.document.edits import notes
from playground.document.note import Arrow, End
from playground.ui.canvas.items.arrow_item import ArrowItem, leaving
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.note_item import NoteItem
from playground.ui.canvas.layout.box import Box
from playground.ui.theme import Theme

# An arrow ends this far from the card that it points at.
GAP = 5.0


class Noted:
    """Notes by id and arrows. Given documents; asked what stands where."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.by_id: dict[str, NoteItem] = {}
        self.arrows: dict[Arrow, ArrowItem] = {}
        self._rect = QRectF()

    def show_document(self, document: Document, boxes: Mapping[str, Box], fonts: Fonts, theme: Theme) -> bool:
        """The notes of a document as it shows and no others, among cards in `boxes`; whether any stand elsewhere."""
        if not document.notes and not self.by_id:
            return False
        known = notes.by_id(document)
        moved = known.keys() != self.by_id.keys()
        for note_id in self.by_id.keys() - known.keys():
            self._scene.removeItem(self.by_id.pop(note_id))
        for note in document.notes:
            item = self.by_id.get(note.id)
            if item is not None:
                moved = item.show_note(note, fonts, theme) or moved
            else:
                self.by_id[note.id] = NoteItem(note, fonts, theme)
                self._scene.addItem(self.by_id[note.id])
        self._show_arrows(document, boxes, theme)
        self._rect = QRectF()
        for shown in (*self.by_id.values(), *self.arrows.values()):
            self._rect = self._rect.united(shown.sceneBoundingRect()) if shown.isVisible() else self._rect
        return moved

    def _show_arrows(self, document: Document, boxes: Mapping[str, Box], theme: Theme) -> None:
        wanted = dict.fromkeys(notes.arrows(document))
        for arrow in self.arrows.keys() - wanted.keys():
            self._scene.removeItem(self.arrows.pop(arrow))
        for arrow in wanted:
            item = self.arrows.get(arrow)
            if item is None:
                item = self.arrows[arrow] = ArrowItem(arrow)
                self._scene.addItem(item)
            note = self.by_id[arrow.note]
            item.show_look(note.note.colour, theme)
            target = _target(arrow.end, boxes)
            item.show_ends(*((note.handle, note.handle) if target is None else _ends(note.body, target)))

    # What it is asked

    def rect(self) -> QRectF:
        """What encloses all of them."""
        return self._rect

    def boxes(self) -> dict[str, Box]:
        return {note_id: item.box for note_id, item in self.by_id.items()}

    def at(self, at: QPointF) -> NoteItem | None:
        """The note at this point of the scene, the uppermost."""
        return next((item for item in reversed(self.by_id.values()) if item.body.contains(at)), None)

    def handle_at(self, at: QPointF) -> NoteItem | None:
        """The note whose handle for arrows is within reach."""
        return next((item for item in reversed(self.by_id.values()) if item.at_handle(at)), None)

    def edge_at(self, at: QPointF) -> NoteItem | None:
        """The note whose right edge is within reach."""
        return next((item for item in reversed(self.by_id.values()) if item.at_edge(at)), None)

    def arrow_at(self, at: QPointF) -> ArrowItem | None:
        found = [item for item in self._scene.items(at) if isinstance(item, ArrowItem) and item.isVisible()]
        return min(found, key=lambda item: item.distance(at), default=None)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the notes that are selected."""
        return tuple(note_id for note_id, item in self.by_id.items() if item.isSelected())

    @property
    def selected_arrows(self) -> tuple[Arrow, ...]:
        return tuple(arrow for arrow, item in self.arrows.items() if item.isSelected())


def _target(end: End, boxes: Mapping[str, Box]) -> QRectF | None:
    """The card that is pointed at; a free point is a card without size."""
    if isinstance(end, str):
        box = boxes.get(end)
        return None if box is None else QRectF(box.x, box.y, box.width, box.height)
    return QRectF(*end, 0.0, 0.0)


def _ends(note: QRectF, target: QRectF) -> tuple[QPointF, QPointF]:
    """From the border of a note to that of what it points at; twice the same point where one covers the other."""
    if note.intersects(target) or note.contains(target.center()):
        return note.center(), note.center()
    end = leaving(target, note.center(), GAP) if target.width() else target.topLeft()
    return leaving(note, end), end
