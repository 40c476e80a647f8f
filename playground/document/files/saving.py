"""Writing a file so that no crash costs the old one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_beside(path: Path, content: bytes) -> None:
    """Write beside the file, flush it to the disk, then rename it over the old one. Raises OSError."""
    replace_with(path, lambda beside: beside.write_bytes(content))


def replace_with(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make a file or folder beside `path`, then put it in its place, keeping the old one's mode."""
    # A link stays a link: what it points to is what gets replaced.
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path)
    folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
    try:
        made = folder / path.name
        write(made)
        for file in (made, *made.rglob("*")):
            _flush(file)
        if path.exists():
            shutil.copymode(path, made)
        if path.is_dir() and made.is_dir():
            _swap(made, path, folder / f"{path.name}.old")
        else:
            os.replace(made, path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _flush(file: Path) -> None:
    """A rename may reach the disk before what was written does."""
    if file.is_file():
        with file.open("rb+") as content:
            os.fsync(content.fileno())


def _swap(made: Path, path: Path, old: Path) -> None:
    """A folder in the place of another, which a rename alone only does when that one is empty."""
    os.replace(path, old)
    try:
        os.replace(made, path)
    except OSError:
        os.replace(old, path)
        raise


def sweep(path: Path) -> None:
    """Remove what a crash while writing `path` left beside it."""
    for stray in path.parent.glob(f".{_literal(path.name)}.*.part"):
        shutil.rmtree(stray, ignore_errors=True)


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
