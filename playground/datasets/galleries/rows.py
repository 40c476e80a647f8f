"""A gallery as the data of a document, which names it and has a fingerprint of its rows, not the rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from playground.datasets.galleries.copies import edition_here, home
from playground.datasets.galleries.gallery import GALLERIES, Gallery, GalleryError
from playground.datasets.galleries.reading import Pictures, read_gallery
from playground.datasets.pictures import picture_data
from playground.document.files.saving import write_beside
from playground.document.own_data import GALLERY, OwnData

FEWEST = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pictures of a gallery: so many of those that train, and of those that test, evenly from the first to the last."""

    gallery: Gallery
    train: int
    test: int

    @property
    def rows(self) -> NDArray[np.intp]:
        """Their places in the whole, those that train first."""
        whole = self.gallery
        first, last = np.arange(self.train) * whole.train // self.train, np.arange(self.test) * whole.test // self.test
        return np.concatenate((first, whole.train + last))

    @property
    def train_share(self) -> float:
        """The share in percent that a split rounds down to these."""
        return 100 * (self.train + 0.5) / (self.train + self.test)


def chosen_of(gallery: Gallery, pictures: int) -> Chosen:
    """So many of a gallery, as many train as in the whole."""
    train = round(pictures * gallery.train / gallery.pictures)
    return Chosen(gallery, train, pictures - train)


def gallery_data(chosen: Chosen, pictures: Pictures, classes: Sequence[str] = ()) -> OwnData:
    """They as a document's data; `pictures` are the whole gallery, `classes` what a person calls its classes.

    The rows are kept on this machine by their digest, so that each process has them at once.
    """
    gallery, rows = chosen.gallery, chosen.rows
    pixels, labels = pictures[0][rows], pictures[1][rows]
    made = picture_data(pixels, labels, classes or gallery.classes, gallery.title, gallery.shape)
    recipe = json.dumps({"made": "gallery", "name": gallery.name, "train": chosen.train, "test": chosen.test})
    _keep(made.digest, np.column_stack((pixels, labels)).tobytes())
    return replace(made, values="", recipe=recipe, maker=GALLERY, split="last")


def chosen_in(own: OwnData) -> Chosen | None:
    """What of which gallery these data are; None for others, as a file may say anything there."""
    try:
        recipe = json.loads(own.recipe)
        chosen = Chosen(GALLERIES[recipe["name"]], recipe["train"], recipe["test"])
    except (ValueError, KeyError, TypeError):
        return None
    whole = (chosen.train, chosen.test)
    fits = own.maker == GALLERY and all(type(each) is int and each > 0 for each in whole)
    return chosen if fits and sum(whole) == own.rows <= chosen.gallery.most else None


@lru_cache(maxsize=2)
def gallery_rows(own: OwnData) -> bytes:
    """The rows of the data, a byte for each number, as `values` of others are. Raises GalleryError."""
    if own.absent:
        # Nothing is trained on these: a problem of the document says so.
        blank = np.zeros((own.rows, own.width), np.uint8)
        blank[:, -1] = np.arange(own.rows) % len(own.classes)
        return blank.tobytes()
    chosen = chosen_in(own)
    if chosen is None:
        raise GalleryError("unknown")
    with suppress(OSError):
        content = _place(own.digest).read_bytes()
        if hashlib.sha256(content).hexdigest() == own.digest:
            return content
    pixels, labels = read_gallery(chosen.gallery)
    content = np.column_stack((pixels[chosen.rows], labels[chosen.rows])).tobytes()
    if hashlib.sha256(content).hexdigest() != own.digest:
        raise GalleryError("other_rows", name=chosen.gallery.title)
    _keep(own.digest, content)
    return content


def looked_for(own: OwnData) -> OwnData:
    """The data, marked as absent where this machine has neither their rows nor a copy of their gallery; others as they
    are."""
    chosen = chosen_in(own)
    if own.maker != GALLERY:
        return own
    there = chosen is not None and (_place(own.digest).is_file() or edition_here(chosen.gallery) is not None)
    return replace(own, absent=not there)


def _place(digest: str) -> Path:
    return home() / "playground" / f"{digest}.rows"


def _keep(digest: str, content: bytes) -> None:
    # Without room for it each process reads the whole copy.
    with suppress(OSError):
        if not _place(digest).exists():
            write_beside(_place(digest), content)
