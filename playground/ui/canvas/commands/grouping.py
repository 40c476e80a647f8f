"""Groups by hand: putting layers together, opening, closing, naming and colouring; one undo step each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QPointF

from playground.document.document import Document
from playground.document.edits import groups
from playground.document.files.own_layers import OwnLayer, own_layer
from playground.document.history import Name
from playground.ui.canvas.overlays.renaming import NameEdit
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import colour_title, error_text, refusal_text
from playground.ui.texts.said import later

Command = tuple[str, str, Callable[[], object]]


class Grouping(QObject):
    """The commands on the groups of one canvas."""

    def __init__(self, view: Stage, name_edit: NameEdit) -> None:
        super().__init__(view)
        self._view, self._name_edit = view, name_edit
        # The groups gone into, each with the view from before, so that Esc leads back.
        self._entered: list[tuple[str, float, QPointF]] = []

    @property
    def _document(self) -> Document:
        """The document with every place written down."""
        return self._view.canvas.placed(self._view.editor.document)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The groups that are selected, open or closed."""
        known = self._view.editor.document.tree.by_id
        return tuple(name for name in self._view.canvas.selected_layers if name in known)

    def run(self, command: str) -> None:
        """What a panel asks for on the group that is selected: "enter", "close", "ungroup" or "keep"."""
        match command:
            case "enter" if self.chosen:
                self.enter(self.chosen[0])
            case "close" if self.chosen:
                self.close(self.chosen[0])
            case "ungroup":
                self.ungroup()
            case "keep":
                self.keep()

    # Making and taking apart

    def group(self) -> None:
        """The selected layers and groups as a new open group, ready to be named."""
        view, document, chosen = self._view, self._document, self._view.canvas.selected_layers
        code = groups.wrap_refusal(document, chosen)
        if not code:
            changed, group_id = groups.wrap(document, chosen)
            self._apply(later("Text", "Group layers"), changed, group_id)
            return
        view.say(refusal_text(code), view.where())
        changed, group_id = groups.wrap(document, with_between(document, chosen))
        if group_id and code == "group_loop":
            step = self.tr("Group with the layers between")
            view.offer.make(step, partial(self._apply, step, changed, group_id), view.where())

    def _apply(self, name: Name, document: Document, group_id: str) -> None:
        self._view.editor.apply(name, document)
        self._view.select((group_id,))

    def ungroup(self) -> None:
        """The members of each selected group on their own again."""
        chosen = self.chosen
        document, inside = self._document, [m for name in chosen for m in self._document.tree.by_id[name].members]
        if not chosen:
            self._view.say(self.tr("Select a group first."), self._view.where())
            return
        for group_id in chosen:
            document = groups.ungroup(document, group_id)
        self._view.editor.apply(later("Text", "Ungroup"), document)
        self._view.select(inside)

    # Opening and closing

    def toggle(self) -> None:
        """Open the closed ones of the selected groups; close them where all are open."""
        chosen, tree = self.chosen, self._view.editor.document.tree
        if not chosen:
            self._view.say(self.tr("Select a group first."), self._view.where())
            return
        self._set_closed(chosen, not any(tree.by_id[name].closed for name in chosen))

    def open(self, group_id: str) -> None:
        self._set_closed((group_id,), False)

    def close(self, group_id: str) -> None:
        self._set_closed((group_id,), True)

    def _set_closed(self, chosen: tuple[str, ...], closed: bool) -> None:
        document = self._document
        for group_id in chosen:
            document = groups.set_closed(document, group_id, closed)
        name = later("Text", "Close group") if closed else later("Text", "Open group")
        self._view.editor.apply(name, document)
        self._view.select(chosen)

    def enter(self, group_id: str) -> None:
        """Open the group, large enough to work in it; Esc leads back."""
        view = self._view
        before = (group_id, view.zoom, view.seen().center())
        self._entered = [entry for entry in self._entered if entry[0] != group_id] + [before]
        self.open(group_id)
        if group_id in view.canvas.frames.by_id:
            body = view.canvas.frames.by_id[group_id].body
            view.look_at(body.center())
            view.zoom_to_rect(body, margin=48)

    def leave(self, anyhow: bool = False) -> bool:
        """Close the group last gone into, if it is the one being worked in, and look as before; whether it was.

        `anyhow` closes the open group around what is selected, too, however it was opened.
        """
        view, tree = self._view, self._view.editor.document.tree
        selected = view.canvas.selected_layers
        around = [*tree.around(selected[0]), *(name for name in self.chosen if name == selected[0])] if selected else []
        here = next((name for name in reversed(around) if name in view.canvas.frames.by_id), "")
        entered = self._entered[-1] if self._entered else None
        if entered is not None and (entered[0] == here or not selected) and entered[0] in view.canvas.frames.by_id:
            self._entered.pop()
            self.close(entered[0])
            view.zoom_to(entered[1])
            view.look_at(entered[2])
            return True
        if anyhow and here:
            self.close(here)
            return True
        self._entered = []
        return False

    # Layers of one's own

    def keep(self) -> None:
        """The selected group among the person's own layers, for every project."""
        view, document, chosen = self._view, self._document, self.chosen
        if len(chosen) != 1:
            view.say(self.tr("Select one group to save it."), view.where())
            return
        (group_id,) = chosen
        if not document.tree.by_id[group_id].name:
            self._name_edit.open(group_id)
            view.say(self.tr("Give the group a name first; then save it."), self._name_edit.geometry().bottomLeft())
            return
        own = own_layer(document, group_id)
        before = self._kept(own)
        if before is not None:
            free = view.own_layers.free_name(own.name)
            step = self.tr("Keep both: the new one as “{name}”").format(name=free)
            renamed = own_layer(groups.rename_group(document, group_id, free), group_id)
            view.offer.make(step, lambda: (self._kept(before), self._kept(renamed)), view.where())

    def _kept(self, own: OwnLayer) -> OwnLayer | None:
        """Keep it and say so; gives the one with its name that it replaced."""
        view, at = self._view, self._view.where()
        try:
            before = view.own_layers.keep(own)
        except OSError as error:
            words = self.tr("“{name}” could not be saved: {reason}")
            view.say(words.format(name=own.name, reason=error_text(error)), at)
            return None
        if before is None:
            view.say(self.tr("“{name}” is among your own layers now.").format(name=own.name), at)
        else:
            view.say(self.tr("The old “{name}” was replaced.").format(name=own.name), at)
        return before

    # Looks

    def rename(self) -> None:
        """Write the name of the one that is selected where it stands."""
        selected = self._view.canvas.selected_layers
        if len(selected) == 1:
            self._name_edit.open(selected[0])

    def colour(self, colour: str) -> None:
        """Give the selected groups one of groups.COLOURS."""
        document = self._view.editor.document
        for group_id in self.chosen:
            document = groups.colour_group(document, group_id, colour)
        self._view.editor.apply(later("Text", "Colour group"), document)

    def commands(self) -> list[Command | None]:
        """What the Arrange menu has of groups: words, keys and what each does; None draws a line."""
        return [
            (self.tr("Group"), "Ctrl+G", self.group),
            (self.tr("Ungroup"), "Ctrl+Shift+G", self.ungroup),
            (self.tr("Open or close group"), "Ctrl+E", self.toggle),
            (self.tr("Leave group"), "Ctrl+Up", lambda: self.leave(anyhow=True)),
            (self.tr("Save as own layer"), "", self.keep),
            None,
        ]

    def colour_commands(self) -> list[Command | None]:
        """One for each colour."""
        return [(colour_title(colour), "", partial(self.colour, colour)) for colour in groups.COLOURS]


def with_between(document: Document, ids: Iterable[str]) -> tuple[str, ...]:
    """These and all that stands on a path from one of them to another."""
    chosen, graph = groups.expanded(document, ids), document.graph
    after = frozenset[str]().union(*(graph.downstream(node_id) for node_id in chosen))
    before = frozenset[str]().union(*(graph.upstream(node_id) for node_id in chosen))
    level = document.tree.common(chosen) if chosen else ""
    standing = (document.tree.standing(node_id, level) for node_id in (*chosen, *sorted(after & before)))
    return tuple(dict.fromkeys(filter(None, standing)))
