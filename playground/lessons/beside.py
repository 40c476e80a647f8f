"""What lies beside a lesson's file, its documents and pictures: looked for there, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

MOST_PICTURE = 4 << 20
# What begins each kind of picture, by its ending; an SVG is text, with its tag somewhere near the start.
PICTURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".svg": (b"<svg", b"<?xml", b"<!--"),
}
_LONGEST = 200
# Qt would open what an SVG names; a picture stands alone.
_REACHES = re.compile(rb"<!ENTITY|@import|(?:href|src)\s*=\s*[\"'](?!#|data:)", re.IGNORECASE)


class BesideError(ValueError):
    """A file that a lesson cannot have; `code` says why, `values` fill the sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code.replace("_", " "))
        self.code, self.values = code, values


def is_inside(name: str) -> bool:
    """Whether the name, as a lesson writes it, can only mean a file in the folder or below it, on every system."""
    if not name or len(name) > _LONGEST or "\\" in name or not name.isprintable():
        return False
    path = PurePosixPath(name)
    return ".." not in path.parts and not path.is_absolute() and not PureWindowsPath(name).anchor


def file_beside(name: str, folder: Path) -> Path:
    """The file of that name in the lesson's folder, links followed. Raises BesideError."""
    if not is_inside(name):
        raise BesideError("outside", got=name)
    try:
        home = folder.resolve()
        path = (home / name).resolve()
        if not path.is_relative_to(home):
            raise BesideError("outside", got=name)
        if not path.is_file():
            raise BesideError("no_file", got=name)
    except (OSError, RuntimeError) as error:
        raise BesideError("no_file", got=name) from error
    return path


def picture_beside(name: str, folder: Path) -> Path:
    """A picture that may be shown. Raises BesideError where it is none, too large, or not there."""
    ending = PurePosixPath(name).suffix.lower()
    if ":" in name or name.startswith("//"):
        raise BesideError("address", got=name)
    if ending not in PICTURES:
        raise BesideError("no_picture", got=name)
    path = file_beside(name, folder)
    try:
        if path.stat().st_size > MOST_PICTURE:
            raise BesideError("large_picture", got=name, most=MOST_PICTURE >> 20)
        content = path.read_bytes()
    except OSError as error:
        raise BesideError("no_file", got=name) from error
    if not content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(PICTURES[ending]):
        raise BesideError("no_picture", got=name)
    if ending == ".svg" and _REACHES.search(content):
        raise BesideError("picture_reaches", got=name)
    return path
