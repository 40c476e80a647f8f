"""A person's own layers: groups kept as files between starts, and those of the open project."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from playground.document.document import Document
from playground.document.files.checked import MOST_BYTES, FileError
from playground.document.files.own_layers import OwnLayer, in_project, read_own_layer
from playground.document.files.saving import refuse_unreadable, write_beside
from playground.document.words import words

# What a palette, a drag or the search field calls them, among the kinds of layers.
KEPT, PROJECT = "own:", "project:"
ENDING = ".playground-layer"
MOST_FILES = 500
SOON = 150


def data_folder() -> Path:
    """Where the layers of this person are kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "own layers"


class OwnLayers(QObject):
    """Knows them by their names. `changed` after each that is kept, forgotten, or made in the project.

    Without a folder they last as long as the program. `troubles` are files that cannot be used, each with the error.
    """

    changed = Signal()

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._document = Document()
        self.kept: dict[str, OwnLayer] = {}
        self.of_project: dict[str, OwnLayer] = {}
        self.troubles: tuple[tuple[str, Exception], ...] = ()
        # While something is dragged, the document changes with each move of the mouse.
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show_project)
        self._read()

    def _read(self) -> None:
        troubles: list[tuple[str, Exception]] = []
        files = sorted(self._folder.glob(f"*{ENDING}"))[:MOST_FILES] if self._folder is not None else []
        for path in files:
            try:
                own = _read_file(path)
            except (FileError, OSError) as error:
                troubles.append((path.name, error))
            else:
                self.kept[own.name] = own
        self.troubles = tuple(troubles)

    # What there is

    @property
    def words(self) -> dict[str, OwnLayer]:
        """Each by the word that a palette knows it by, those that are kept first, by their names."""
        kept = sorted(self.kept, key=str.casefold)
        return {
            **{KEPT + name: self.kept[name] for name in kept},
            **{PROJECT + name: own for name, own in self.of_project.items()},
        }

    # What changes it

    def keep(self, own: OwnLayer) -> OwnLayer | None:
        """Keep it, in place of one with its name, which is given back. Raises OSError; then nothing has changed."""
        if self._folder is not None:
            write_beside(self._path(own.name), own.text.encode())
        before = self.kept.get(own.name)
        self.kept[own.name] = own
        self._look_for_more()
        self.changed.emit()
        return before if before != own else None

    def forget(self, name: str) -> OwnLayer | None:
        """Keep it no longer; gives what it was. Raises OSError."""
        own = self.kept.get(name)
        if own is not None:
            if self._folder is not None:
                self._path(name).unlink(missing_ok=True)
            del self.kept[name]
            self._look_for_more()
            self.changed.emit()
        return own

    def free_name(self, name: str) -> str:
        """The name, with a number where another layer has it."""
        number, free = 1, name
        while free in self.kept:
            number += 1
            free = f"{name} {number}"
        return free

    def show_document(self, document: Document) -> None:
        """Offer the groups of this project, in a moment."""
        if document.groups or self.of_project:
            self._document = document
            self._soon.start()

    def _show_project(self) -> None:
        before = self.of_project
        self._look_for_more()
        if before != self.of_project:
            self.changed.emit()

    def _look_for_more(self) -> None:
        """The project's own: those that are kept already need not stand there twice."""
        kept, found = set(self.kept.values()), in_project(self._document)
        self.of_project = {own.name: own for own in found if own.name and own not in kept}

    def _path(self, name: str) -> Path:
        """A file name that every system takes, and that no other layer has."""
        assert self._folder is not None
        plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40] or "layer"
        return self._folder / f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}{ENDING}"


def _read_file(path: Path) -> OwnLayer:
    refuse_unreadable(path)
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    try:
        own = read_own_layer(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileError("not_json", f"byte {error.start}") from error
    if not own.name:
        raise FileError("no_name", "groups", words("a name"), "")
    return own
