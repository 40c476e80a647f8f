"""Every change to the notes on the canvas; moving and removing take nodes and notes alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.edits.edits import reachable
from playground.document.note import LONGEST_TEXT, MOST_ARROWS, NARROWEST, WIDEST, Arrow, End, Note

Place = tuple[float, float]


def by_id(document: Document) -> dict[str, Note]:
    return {note.id: note for note in document.notes}


def places(document: Document) -> dict[str, Place]:
    """Node id or note id -> (x, y), for every note and each node whose place is written down."""
    return {**document.positions, **{note.id: (note.x, note.y) for note in document.notes}}


def arrows(document: Document) -> tuple[Arrow, ...]:
    return tuple(Arrow(note.id, end) for note in document.notes for end in note.arrows)


def new_id(document: Document, taken: Collection[str] = ()) -> str:
    """An id that no node and no note has: note_1, note_2, ..."""
    known = {*document.graph.by_id, *document.tree.by_id, *by_id(document), *taken}
    return next(name for number in range(1, len(known) + 2) if (name := f"note_{number}") not in known)


def add_note(document: Document, x: float, y: float, text: str = "") -> tuple[Document, str]:
    """A new note at (x, y); also returns its id."""
    note = Note(new_id(document), written(text), reachable(x), reachable(y))
    return replace(document, notes=(*document.notes, note)), note.id


def written(text: str) -> str:
    """The text as a note holds it: no blank end, and none of the characters that nobody sees, but tabs and lines."""
    # Half a surrogate pair, which a file cannot hold, is left out.
    whole = text.encode(errors="ignore").decode().replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    shown = "".join(letter for letter in whole if letter in "\n\t" or letter.isprintable() or letter.isspace())
    return shown[:LONGEST_TEXT].rstrip()


def change_note(document: Document, note_id: str, **changes: Any) -> Document:
    """The note with another text, width or colour; a width out of its limits is brought back."""
    if "text" in changes:
        changes["text"] = written(changes["text"])
    if "width" in changes:
        changes["width"] = min(max(float(changes["width"]), NARROWEST), WIDEST)
    notes = tuple(replace(note, **changes) if note.id == note_id else note for note in document.notes)
    return replace(document, notes=notes)


def point_at(document: Document, note_id: str, end: End) -> Document:
    """One more arrow, where there is room for it and none that points there."""
    before = by_id(document)[note_id].arrows
    made = tuple(dict.fromkeys((*before, _reached(document, end))))
    return change_note(document, note_id, arrows=made[:MOST_ARROWS])


def redirect(document: Document, arrow: Arrow, end: End) -> Document:
    """The arrow with another end."""
    before = by_id(document)[arrow.note].arrows
    made = dict.fromkeys(_reached(document, end) if _stands_for(document, arrow, kept) else kept for kept in before)
    return change_note(document, arrow.note, arrows=tuple(made))


def remove_arrow(document: Document, arrow: Arrow) -> Document:
    note = by_id(document).get(arrow.note)
    if note is None:
        return document
    return change_note(
        document, arrow.note, arrows=tuple(end for end in note.arrows if not _stands_for(document, arrow, end))
    )


def _stands_for(document: Document, arrow: Arrow, end: End) -> bool:
    """Whether an arrow as it shows is the one to this end: one at a closed group's card points at a layer in it."""
    if not isinstance(arrow.end, str) or not isinstance(end, str):
        return arrow.end == end
    return end in groups.members(document, arrow.end)


def _reached(document: Document, end: End) -> End:
    """Where the arrow points for good: at a group, at the layer that takes its values."""
    return groups.entry_of(document, end) if isinstance(end, str) else (reachable(end[0]), reachable(end[1]))


def move(document: Document, places: Mapping[str, Place]) -> Document:
    """Nodes and notes at new places, within reach."""
    nodes, notes, moved = dict(places), [], False
    for note in document.notes:
        place = nodes.pop(note.id, None)
        moved = moved or place is not None
        notes.append(note if place is None else replace(note, x=reachable(place[0]), y=reachable(place[1])))
    document = replace(document, notes=tuple(notes)) if moved else document
    return edits.move(document, nodes) if nodes else document


def remove(document: Document, ids: Iterable[str], heal: bool = False) -> Document:
    """Without these nodes and notes; Data and Output stay. `heal` joins what the nodes stood between."""
    ids, known = tuple(ids), by_id(document)
    kept = tuple(note for note in document.notes if note.id not in ids)
    document = replace(document, notes=kept) if len(kept) < len(known) else document
    return edits.remove_nodes(document, (name for name in ids if name not in known), heal)
