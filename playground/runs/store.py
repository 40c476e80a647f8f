"""What large runs have learned, each in a file of its own, named by its digest: in bounds, the oldest go first."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from playground.document.files.saving import write_beside
from playground.frames.trained import Training
from playground.projects.codec import decode, loads
from playground.runs.rows import Row

INLINE, INLINE_ALL = 1 << 20, 24 << 20
"""Letters that stand in a row itself, and in all rows of an experiment, so that its project stays small enough to be
opened again."""
MOST_BYTES, MOST_FREE = 2 << 30, 1 << 30
"""Of all files together; and what stays free of the disk."""
ENDING = ".trained"


class Store:
    """A folder of such files, of any experiments. A thread may write while another reads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, row: Row, others: Iterable[Row] = ()) -> Row:
        """The row, with what was learned in a file where it is large, or where the other rows hold much already.

        Where there is no room it is left out: a full disk costs no run.
        """
        size = len(row.trained)
        if size <= INLINE and size + sum(len(one.trained) for one in others) <= INLINE_ALL:
            return row
        try:
            return replace(row, trained="", stored=self._put(row.trained.encode()))
        except OSError:
            return replace(row, trained="")

    def _put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        self.folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            os.utime(path)
            return digest
        files = sorted(self.folder.glob(f"*{ENDING}"), key=lambda one: one.stat().st_mtime)
        over = sum(one.stat().st_size for one in files) + len(content) - MOST_BYTES
        while over > 0 and files:
            oldest = files.pop(0)
            over -= oldest.stat().st_size
            oldest.unlink(missing_ok=True)
        if over > 0 or shutil.disk_usage(self.folder).free < len(content) + MOST_FREE:
            return ""
        write_beside(path, content)
        return digest

    def size(self, digest: str) -> int | None:
        """Bytes of what is kept under that digest, None where nothing is any more."""
        with suppress(OSError):
            return self._path(digest).stat().st_size
        return None

    def read(self, digest: str) -> Training:
        """What was kept. Raises OSError, or FileError for what is not what it was."""
        content = self._path(digest).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise OSError(f"{digest}: another content")
        return decode(loads(content))

    def _path(self, digest: str) -> Path:
        # It may come from a stranger's project.
        name = digest if len(digest) == 64 and digest.isalnum() else "none"
        return self.folder / f"{name}{ENDING}"
