"""What can be done to what is selected: copy, paste, duplicate, delete, move, align; one undo step each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.edits import edits, notes
from playground.document.edits.groups import expanded, in_sight, middle
from playground.document.edits.growing import freeze, grow, is_frozen
from playground.document.files.checked import FileError
from playground.document.files.clipping import copy_text, paste
from playground.document.graph import DATA, OUTPUT
from playground.document.history import Name
from playground.ui.canvas.commands.forms import with_sizes
from playground.ui.canvas.commands.placing import apply_in_sight
from playground.ui.canvas.layout.aligning import align, distribute
from playground.ui.canvas.layout.arrange import GRID, columns, snap
from playground.ui.canvas.layout.box import Box, Place
from playground.ui.canvas.overlays.note_edit import NoteEdit
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import changing, error_text
from playground.ui.texts.said import later
from playground.ui.widgets.first_paint import busy

# What else may lie on a clipboard is no mistake that needs an explanation.
NO_LAYERS = {"not_json", "not_a_project", "wrong_type", "nested_too_deep", "nothing_to_paste"}
# A copy never covers what it was made from.
STEP_ASIDE = 3 * GRID


class Selection(QObject):
    """The commands on the selection of one canvas."""

    def __init__(self, view: Stage, note_edit: NoteEdit) -> None:
        super().__init__(view)
        self._view, self._note_edit = view, note_edit
        self.offer = view.offer

    @property
    def _document(self) -> Document:
        """The document with every place written down."""
        self._note_edit.take()
        return self._view.canvas.placed(self._view.editor.document)

    @property
    def layers(self) -> tuple[str, ...]:
        """What is selected and can be copied and deleted: all but Data and Output."""
        # A note that is still written stays as it is seen.
        self._note_edit.take()
        return tuple(name for name in self._view.canvas.selected if name not in (DATA, OUTPUT))

    def _named(self, layers: Name, only_notes: Name) -> Name:
        """The name of a step: the second where nothing but notes is selected."""
        return only_notes if set(self.layers) <= self._view.canvas.notes.by_id.keys() else layers

    # The clipboard

    def copy(self) -> bool:
        """The selected layers as text on the clipboard; whether there are any."""
        text = copy_text(self._document, self.layers)
        if text:
            QApplication.clipboard().setText(text)
        elif self._view.canvas.selected_nodes:
            self._view.say(self.tr("Data and Output cannot be copied."), self._view.where())
        return bool(text)

    def cut(self) -> None:
        if self.copy():
            name = self._named(later("Text", "Cut layers"), later("Text", "Cut notes"))
            self._view.editor.apply(name, notes.remove(self._document, self.layers))

    def paste(self) -> None:
        """The layers on the clipboard, at the pointer or in the middle of what is seen."""
        at = self._view.mapToScene(self._view.where())
        self._add(QApplication.clipboard().text(), (snap(at.x()), snap(at.y())), later("Text", "Paste layers"))

    def duplicate(self) -> None:
        """The selected layers once more, a little aside."""
        document = self._document
        known = notes.places(document)
        places = [known[name] for name in expanded(document, self.layers)]
        if places:
            x, y = min(x for x, _ in places) + STEP_ASIDE, min(y for _, y in places) + STEP_ASIDE
            name = self._named(later("Text", "Duplicate layers"), later("Text", "Duplicate notes"))
            self._add(copy_text(document, self.layers), (x, y), name)

    # A hundred layers, with all that is to be said of them, take a moment.
    @busy()
    def _add(self, text: str, place: Place, name: Name) -> None:
        document = self._document
        try:
            changed, new = paste(document, text, *place)
        except FileError as error:
            self._view.say(self._refusal(error), self._view.where())
            return
        taken, known = set(notes.places(document).values()), notes.places(changed)
        places = {name: known[name] for name in expanded(changed, new) if name in known}
        away = 0.0
        while any((x + away, y + away) in taken for x, y in places.values()):
            away += STEP_ASIDE
        changed = notes.move(changed, {name: (x + away, y + away) for name, (x, y) in places.items()})
        self._view.editor.apply(name, changed)
        self._view.select({*new, *in_sight(changed, new)})

    def _refusal(self, error: FileError) -> str:
        if error.code in NO_LAYERS:
            return self.tr("There are no layers on the clipboard.")
        return self.tr("These layers cannot be pasted: {reason}").format(reason=error_text(error))

    # Deleting

    def all(self) -> None:
        canvas = self._view.canvas
        canvas.select((*canvas.nodes, *canvas.notes.by_id), (*canvas.edges, *canvas.notes.arrows))

    def delete(self, heal: bool = False) -> None:
        """Without what is selected, as one step. `heal` joins what the nodes stood between."""
        view, removed, edges = self._view, self.layers, self._view.canvas.selected_edges
        arrows = view.canvas.notes.selected_arrows
        if not removed and not edges and not arrows:
            if view.canvas.selected:
                view.say(self.tr("Data and Output always stay."), self._view.where())
            return
        document, beside = self._document, self._middle(removed)
        for edge in edges:
            document = edits.disconnect(document, edge)
        for arrow in arrows:
            document = notes.remove_arrow(document, arrow)
        plain, healed = notes.remove(document, removed), notes.remove(document, removed, heal=True)
        name: Name = later("Text", "Remove connection") if edges else later("Text", "Remove arrow")
        name = self._named(later("Text", "Delete layers"), later("Text", "Delete notes")) if removed else name
        view.editor.apply(name, healed if heal else plain)
        if not heal and healed.graph != plain.graph:
            self.offer.make(self.tr("Join the gap"), lambda: self._join(healed), beside)

    def _join(self, healed: Document) -> None:
        """In place of what was just deleted, so that both are one step."""
        self._view.editor.undo()
        self._view.editor.apply(later("Text", "Delete and join the gap"), healed)

    def delete_and_join(self) -> None:
        self.delete(heal=True)

    def _middle(self, node_ids: tuple[str, ...]) -> QPoint:
        """The middle of these nodes, in the view."""
        bodies = [self._view.canvas.body_of(node_id).center() for node_id in node_ids]
        middle = sum(bodies, QPointF()) / len(bodies) if bodies else QPointF()
        return self._view.mapFromScene(middle)

    # What its layers are

    def grow(self, by: int, node_ids: tuple[str, ...] | None = None) -> None:
        """So many more neurons for each of these nodes, or of those selected."""
        view = self._view
        document, ids = view.editor.document, view.canvas.selected_nodes if node_ids is None else node_ids
        names = [name for node_id in ids if (name := _size_name(document, node_id))]
        changed = grow(document, ids, by)
        if changed != document:
            apply_in_sight(view, changing(names[0]), with_sizes(view, changed, ids))
        elif names:
            view.say(self.tr("No more are possible.") if by > 0 else self.tr("One must stay."), self._middle(ids))
        elif ids:
            view.say(self.tr("It has no size to change."), self._middle(ids))

    def freeze(self) -> None:
        """Training leaves the selected layers as they are; where it does already, it changes them again."""
        document = self._view.editor.document
        ids = expanded(document, self._view.canvas.selected_layers)
        changed = freeze(document, ids)
        if changed != document:
            frozen = any(is_frozen(changed.graph.by_id[name].layer) for name in ids)
            name = later("Text", "Freeze layers") if frozen else later("Text", "Unfreeze layers")
            self._view.editor.apply(name, changed)
        elif ids:
            self._view.say(self.tr("It has no weights to freeze."), self._middle(self._view.canvas.selected_layers))

    # Notes

    def add_note(self) -> None:
        """A new note at the pointer, or in the middle of what is seen, ready to be written."""
        self._view.given_up.emit()
        self._note_edit.open_new(self._view.mapToScene(self._view.where()))

    def colour_notes(self, colour: str) -> None:
        """Give the selected notes one of note.COLOURS."""
        document = self._view.editor.document
        for note_id in self._view.canvas.notes.selected:
            document = notes.change_note(document, note_id, colour=colour)
        self._view.editor.apply(later("Text", "Colour note"), document)

    # Places

    def nudge(self, dx: float, dy: float) -> None:
        """One step of the arrow keys."""
        positions = notes.places(self._document)
        chosen = expanded(self._document, self._view.canvas.selected)
        moved = {name: (positions[name][0] + dx, positions[name][1] + dy) for name in chosen}
        self._move(self._named(later("Text", "Move layers"), later("Text", "Move notes")), moved)

    def align(self, edge: str) -> None:
        """Bring an edge ("left", "top", ...), the "centre" or the "middle" of the selected nodes onto one line."""
        self._move(later("Text", "Align layers"), align(self._boxes(), edge))

    def distribute(self, across: bool) -> None:
        """Leave equal gaps between the selected nodes, from left to right or from top to bottom."""
        self._move(later("Text", "Distribute layers"), distribute(self._boxes(), across))

    def arrange(self) -> None:
        """All nodes in columns from left to right. Data stays, so a second time changes nothing."""
        canvas, document = self._view.canvas, self._document
        places = columns(canvas.document.graph, canvas.sizes(), canvas.neurons.opened, self._view.room)
        x, y = document.positions[DATA]
        dx, dy = x - places[DATA][0], y - places[DATA][1]
        self._move(later("Text", "Arrange layers"), {name: (px + dx, py + dy) for name, (px, py) in places.items()})
        self._view.fit_untouched()
        self._view.ensureVisible(canvas.nodes[DATA].body, 32, 32)

    def _boxes(self) -> dict[str, Box]:
        """Of what is selected, each but what goes along with a group around it."""
        self._note_edit.take()
        canvas, chosen = self._view.canvas, set(self._view.canvas.selected)
        around = canvas.whole.tree.around
        return {name: canvas.box_of(name) for name in canvas.selected if chosen.isdisjoint(around(name))}

    def _move(self, name: Name, places: Mapping[str, Place]) -> None:
        if places:
            places = {**places, **self._frames_moved(places)}
            # Sums of fractions differ in their last digits; that must not count as a move.
            rounded = {node_id: (round(x, 2), round(y, 2)) for node_id, (x, y) in places.items()}
            self._view.editor.apply(name, notes.move(self._document, rounded))

    def _frames_moved(self, places: Mapping[str, Place]) -> dict[str, Place]:
        """An open group's place is the middle of where its members stand, not the corner of its frame."""
        found = {}
        for name in places.keys() & self._view.canvas.frames.by_id.keys():
            box, (x, y) = self._view.canvas.box_of(name), middle(self._document, (name,))
            found[name] = (x + places[name][0] - box.x, y + places[name][1] - box.y)
        return found


def _size_name(document: Document, node_id: str) -> str:
    """The setting that plus and minus change; "" for what has none, as a group."""
    node = document.graph.by_id.get(node_id)
    return node.layer.size_field if node else ""


Command = tuple[str, str, Callable[[], object]]


def arrange_commands(selection: Selection) -> list[Command | None]:
    """The Arrange menu: words, keys and what each does; None draws a line."""
    translate = QCoreApplication.translate

    def aligned(edge: str) -> Callable[[], object]:
        return lambda: selection.align(edge)

    return [
        (translate("Selection", "Align left edges"), "", aligned("left")),
        (translate("Selection", "Align centres"), "", aligned("centre")),
        (translate("Selection", "Align right edges"), "", aligned("right")),
        None,
        (translate("Selection", "Align top edges"), "", aligned("top")),
        (translate("Selection", "Align middles"), "", aligned("middle")),
        (translate("Selection", "Align bottom edges"), "", aligned("bottom")),
        None,
        (translate("Selection", "Distribute horizontally"), "", lambda: selection.distribute(True)),
        (translate("Selection", "Distribute vertically"), "", lambda: selection.distribute(False)),
        None,
        (translate("Selection", "Arrange automatically"), "Ctrl+Shift+A", selection.arrange),
        None,
        (translate("Selection", "Add note"), "", selection.add_note),
    ]
