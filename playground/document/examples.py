"""The bundled examples: project files that each teach one thing."""

from __future__ import annotations

from pathlib import Path

from playground.document.document import Document
from playground.document.files.file import ENDING, read

NAMES = (
    "circle", "xor", "gauss", "spiral", "moons", "checkerboard", "plane", "bumps", "sinc", "sine",
    "boundary", "three-blobs", "four-blobs", "rings", "arms", "iris", "waves", "digits", "pictures",
    "branches", "dropout", "step",
)  # fmt: skip


def names() -> tuple[str, ...]:
    """The examples in the order of a menu; the first is what a new user sees."""
    return NAMES


def example(name: str, folder: Path) -> Document:
    """The example of that name from the folder of examples. Raises FileError or OSError where it is damaged."""
    return read(folder / (name + ENDING))
