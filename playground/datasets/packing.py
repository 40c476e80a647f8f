"""Rows of data and the digest that stands for them: as text in a document, or in a file that every process maps."""

from __future__ import annotations

import base64
import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import numpy as np
from numpy.typing import NDArray

from playground.document.files.saving import write_blocks
from playground.document.own_data import OwnData

BLOCK = 1 << 16
# Blank rows stand for those that are absent: nothing is trained on them.
BLANK = 100
# What nobody has opened for so many seconds goes when another table comes.
KEPT = 30 * 86_400

Singles = NDArray[np.float32]


def packed(points: NDArray[np.floating], labels: NDArray[np.floating]) -> tuple[str, str]:
    """Rows as base64 and their digest: points of shape (n, inputs), labels of shape (n,) or (n, targets)."""
    content = np.column_stack((points, labels)).astype("<f4").tobytes()
    return base64.b64encode(content).decode("ascii"), hashlib.sha256(content).hexdigest()


def packed_bytes(points: NDArray[np.uint8], labels: NDArray[np.uint8]) -> tuple[str, str]:
    """As `packed`, with a byte for each number: points (n, inputs), 255 for 1, and the classes' indices (n,)."""
    content = np.column_stack((points, labels)).tobytes()
    return base64.b64encode(content).decode("ascii"), hashlib.sha256(content).hexdigest()


def folder() -> Path:
    """Where they are kept: all of it can be made anew from the tables."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "neuroplayground" / "tables"


def digest_of(rows: Singles) -> str:
    """The SHA-256 of rows, (rows, width), as of those inside a document."""
    digest = hashlib.sha256()
    for block in _blocks(rows):
        digest.update(block)
    return digest.hexdigest()


def keep(digest: str, rows: Singles) -> None:
    """Have them on this machine. Raises OSError where there is no room."""
    if not _has(digest, rows.size):
        write_blocks(_place(digest), _blocks(rows))
    _forget_old(digest)


def keep_coming(rows: Iterable[Singles]) -> str:
    """As `keep`, of what comes block by block; their digest. Raises OSError where there is no room."""
    digest = hashlib.sha256()

    def blocks() -> Iterator[bytes]:
        for some in rows:
            content = some.astype("<f4", copy=False).tobytes()
            digest.update(content)
            yield content

    folder().mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".coming-", dir=folder()) as name:
        made = Path(name) / "rows"
        write_blocks(made, blocks())
        made.replace(_place(digest.hexdigest()))
    _forget_old(digest.hexdigest())
    return digest.hexdigest()


def room_on_disk(shape: tuple[int, int]) -> Singles:
    """Room for numbers in a file that goes with them. Raises OSError."""
    folder().mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder()) as file:
        size = 4 * shape[0] * shape[1]
        # Where the disk has no room it is better to hear of it now.
        (os.posix_fallocate if hasattr(os, "posix_fallocate") else _stretch)(file.fileno(), 0, size)
        return np.memmap(file, np.float32, "r+", shape=shape)


def _stretch(file: int, _: int, size: int) -> None:
    os.ftruncate(file, size)


def _forget_old(newest: str) -> None:
    for other in folder().glob("*.rows"):
        with suppress(OSError):
            if other.name != f"{newest}.rows" and time.time() - other.stat().st_mtime > KEPT:
                other.unlink()


def looked_for_rows(own: OwnData) -> OwnData:
    """The data, marked as absent where this machine has not their rows; others as they are."""
    return replace(own, absent=not _is_here(own)) if own.apart else own


def apart_rows(own: OwnData) -> Singles:
    """The rows, float32, shape (rows, width), the last the labels; not to be written to."""
    if own.absent or not _is_here(own):
        blank = np.zeros((min(own.rows, BLANK), own.width), np.float32)
        blank[:, -1] = np.arange(len(blank)) % len(own.classes) if own.classes else 0
        return blank
    with suppress(OSError):
        os.utime(_place(own.digest))
    return np.memmap(_place(own.digest), "<f4", "r", shape=(own.rows, own.width))


def place_of(own: OwnData) -> Path:
    """The file that has the rows."""
    return _place(own.digest)


def _is_here(own: OwnData) -> bool:
    return _has(own.digest, own.rows * own.width)


def _has(digest: str, numbers: int) -> bool:
    with suppress(OSError):
        return _place(digest).stat().st_size == 4 * numbers
    return False


def _place(digest: str) -> Path:
    return folder() / f"{digest}.rows"


def _blocks(rows: Singles) -> Iterator[memoryview]:
    for start in range(0, len(rows), BLOCK):
        # No copy, where they lie as they are to be.
        yield np.ascontiguousarray(rows[start : start + BLOCK], "<f4").reshape(-1).data.cast("B")
