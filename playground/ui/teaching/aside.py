"""A person's own network while a lesson's is open: kept in a file, so that it comes back after a close too."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playground.document.document import Document
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.file import ENDING
from playground.document.files.saving import write_beside

NAME = "own network"


@dataclass(frozen=True, slots=True)
class Own:
    """A network, the file that it is of, None where it has none, and whether it differs from that."""

    document: Document
    path: Path | None = None
    unsaved: bool = False


class Aside:
    """One network in a folder, or none."""

    def __init__(self, folder: Path) -> None:
        self._document, self._about = folder / f"{NAME}{ENDING}", folder / f"{NAME}.json"
        self.own = self._read()

    def keep(self, own: Own) -> None:
        """In place of whatever was kept before. A full disk loses nothing as long as the window is open."""
        self.own = own
        try:
            file.write(own.document, self._document)
            write_beside(self._about, json.dumps([str(own.path or ""), own.unsaved]).encode())
        except OSError:
            self._forget_files()

    def take(self) -> Own | None:
        """What was kept, which is there no more."""
        own, self.own = self.own, None
        self._forget_files()
        return own

    def _read(self) -> Own | None:
        try:
            document = file.read(self._document)
            about = json.loads(self._about.read_bytes())
        except (FileError, OSError, ValueError):
            return None
        match about:
            case [str(path), bool(unsaved)]:
                return Own(document, Path(path) if path else None, unsaved)
        return Own(document, unsaved=True)

    def _forget_files(self) -> None:
        for kept in (self._document, self._about):
            # Else it is read again at the next start, and is still the person's own.
            with suppress(OSError):
                kept.unlink(missing_ok=True)
