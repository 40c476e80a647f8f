"""Which lessons there are: those that come with the program, and those of a folder of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from playground.lessons.lesson import Fault, Lesson
from playground.lessons.packing import ENDING as PACKED
from playground.lessons.packing import PackError, read_packed
from playground.lessons.reading import Read, read_lesson

LANGUAGES = ("en", "zh_CN")
ENDING = ".md"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A lesson that can be opened.

    `languages` are those that it is written in; where the one asked for is not among them, `lesson` is in another.
    `own`: it lies in the person's own folder. `faults` are what is wrong in its file.
    """

    path: Path
    lesson: Lesson
    languages: tuple[str, ...]
    own: bool = False
    faults: tuple[Fault, ...] = ()


def shelf(bundled: Path, own: Path, language: str) -> tuple[Shelved, ...]:
    """The bundled lessons in their order, then one's own by the names of their files.

    `bundled` holds a folder for each language; neither folder need be there. What cannot be read at all is left out.
    """
    return (*_bundled(bundled, language), *_own(own))


def _bundled(folder: Path, language: str) -> Iterator[Shelved]:
    paths = {name: _lessons(folder / name) for name in LANGUAGES}
    for name in sorted(set().union(*paths.values())):
        there = tuple(other for other in LANGUAGES if name in paths[other])
        chosen = language if language in there else there[0]
        path = paths[chosen][name]
        if read := _read(path):
            yield Shelved(path, read.lesson, there, faults=read.faults)


def _own(folder: Path) -> Iterator[Shelved]:
    for path in sorted((*folder.glob(f"*{ENDING}"), *folder.glob(f"*{PACKED}"))):
        if path.is_file() and (read := _read(path)):
            yield Shelved(path, read.lesson, (read.lesson.language,), own=True, faults=read.faults)


def _lessons(folder: Path) -> dict[str, Path]:
    """Name -> file."""
    return {path.stem: path for path in folder.glob(f"*{ENDING}") if path.is_file()}


def _read(path: Path) -> Read | None:
    try:
        about = path.stat()
        return _kept(path, about.st_mtime_ns, about.st_size)
    except (OSError, PackError):
        return None


@lru_cache(maxsize=256)
def _kept(path: Path, changed: int, size: int) -> Read:
    """What was read of the file as it is now: asked again whenever the page is shown."""
    return read_packed(path) if path.suffix == PACKED else read_lesson(path)
