"""Which pictures lie in a folder, and of which class each is: the name of the folder that it lies in."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from playground.document.own_data import LONGEST_NAME, MOST_CLASSES
from playground.tables.reading import printable

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")
# As many files are looked at; what lies beyond that is counted no more.
MOST_FILES = 200_000


class PicturesError(ValueError):
    """No data can be made of the folder: `key` of the sentence and what is filled in."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(f"{key} {values}")
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Found:
    """Class names, and each picture's path with the index of its class; `others` are files that are no pictures."""

    folder: Path
    classes: tuple[str, ...]
    files: tuple[tuple[Path, int], ...]
    others: int = 0


def find_pictures(place: Path) -> Found:
    """The pictures of a folder of class folders; of one picture, or of the folder of one class, those of the folder
    above, which is meant. Raises PicturesError, or OSError where it cannot be read."""
    folder = place if place.is_dir() else place.parent.parent
    found = _in(folder)
    if place.is_dir() and not found.files and any(list(map(_is_picture, _entries(place)))):
        # The folder of one class was meant as a part of the whole.
        found = _in(place.parent)
    if not found.files:
        raise PicturesError("no_pictures", folder=folder.name)
    if len(found.classes) < 2:
        raise PicturesError("one_class", name=found.classes[0], folder=found.folder.name)
    if len(found.classes) > MOST_CLASSES:
        raise PicturesError("too_many_classes", count=len(found.classes), most=MOST_CLASSES)
    return found


def _in(folder: Path) -> Found:
    """The class folders in the order of their names, digits as numbers; what begins with a point is passed over."""
    inner = [each for each in _entries(folder) if each.is_dir() and not each.name.startswith(".")]
    classes: list[str] = []
    files: list[tuple[Path, int]] = []
    others = seen = 0
    for each in inner:
        pictures = []
        for file in _entries(each):
            seen += 1
            if seen > MOST_FILES:
                raise PicturesError("too_many_files", most=MOST_FILES)
            if _is_picture(file):
                pictures.append(Path(file.path))
            elif not file.name.startswith("."):
                others += 1
        if pictures:
            files += [(path, len(classes)) for path in pictures]
            classes.append(printable(each.name, LONGEST_NAME))
    return Found(folder, tuple(classes), tuple(files), others)


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """What lies in a folder, 2 before 10."""
    with os.scandir(folder) as found:
        return sorted(found, key=lambda each: _natural(each.name))


def _is_picture(file: os.DirEntry[str]) -> bool:
    """By its name, and no pipe or device."""
    if not file.name.lower().endswith(ENDINGS) or file.name.startswith("."):
        return False
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    parts: list[tuple[int, int, str]] = []
    digits = ""
    for sign in name.casefold():
        if sign.isascii() and sign.isdigit():
            digits += sign
            continue
        if digits:
            parts.append((0, int(digits[:18]), ""))
            digits = ""
        parts.append((1, 0, sign))
    return (*parts, (0, int(digits[:18]), "")) if digits else tuple(parts)
