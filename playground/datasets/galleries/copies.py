"""Where a copy of a gallery lies on this machine: among Keras's own data sets, so that Keras finds it as well."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from playground.datasets.galleries.gallery import Edition, Gallery, GalleryError, Part


def home() -> Path:
    """The folder in which Keras keeps its data sets."""
    return Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras") / "datasets"


def edition_here(gallery: Gallery) -> Edition | None:
    """The first edition of which every file is there, in its size."""
    return next((each for each in gallery.editions if all(path_of(part) for part in each.parts)), None)


def path_of(part: Part) -> Path | None:
    """Where a file of that name and size lies; None where there is none."""
    for name in part.paths:
        with suppress(OSError):
            found = (home() / name).stat()
            if S_ISREG(found.st_mode) and found.st_size == part.size:
                return home() / name
    return None


@contextmanager
def opened(part: Part) -> Iterator[BinaryIO]:
    """The file, once its SHA-256 was found right. Raises GalleryError for one that is missing or another."""
    path = path_of(part)
    if path is None:
        raise GalleryError("absent", name=part.paths[0])
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != part.sha256:
            raise GalleryError("damaged", path=str(path))
        file.seek(0)
        yield file
