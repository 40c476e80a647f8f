"""What is known of files that were written: their proofs with the time of each, and how one that failed goes away."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDateTime

from playground.frames.proof import Proof

# Faults of the file itself, not of what was to read it.
OF_THE_FILE = ("different", "unreadable", "crashed", "slow")


@dataclass(frozen=True, slots=True)
class Kept:
    """A proof, and when it came."""

    proof: Proof
    at: QDateTime


def failed(proof: Proof | None) -> bool:
    """Whether the file is one that a person may want to be rid of."""
    return proof is not None and proof.fault in OF_THE_FILE


def delete(proof: Proof) -> bool:
    """Delete the file or folder as it was proven; whether it still was that. Raises OSError where it cannot be."""
    path = proof.path
    if path.is_symlink() or not path.exists() or _size(path) != proof.size:
        return False
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    return True


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file())
