"""What an example learns, as a small film: made by scripts/make_films.py, so that the page needs no training."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from PySide6.QtGui import QImage

from playground.datasets.preview import preview
from playground.document.own_data import OwnData
from playground.document.settings import DATASETS, DataSettings
from playground.frames.arrays import Floats
from playground.ui.theme import CLASS_COLOURS, NEGATIVE, POSITIVE, class_rgb, signed_rgb
from playground.ui.widgets.thumbnail import picture, rgb_picture

PREVIEW_SIDE = 96
# Examples whose output is no plane show what their data looks like.
PICTURED = {"digits": "digits", "pictures": "digits", "waves": "waves", "sine": "sine"}


@dataclass(frozen=True, eq=False)
class Film:
    """Frames of the output over the plane, the epoch of each, and some of the points: place from -1 to 1, colour."""

    frames: tuple[QImage, ...]
    epochs: tuple[int, ...] = ()
    points: tuple[tuple[float, float, tuple[int, int, int]], ...] = ()


def read_film(folder: Path, name: str) -> Film | None:
    """The film of the example of that name; None where there is none, or where its file is damaged."""
    if name in PICTURED:
        return still(PICTURED[name])
    try:
        with (folder / f"{name}.npz").open("rb") as file, np.load(file, allow_pickle=False) as found:
            values, places, labels = found["values"] / 127, found["points"].astype(float), found["labels"]
            colours = _colours(values.shape[-1], labels.astype(float))
            if values.shape[-1] == 1 and not np.isin(labels, (-1, 1)).all():
                # A value to predict is seen in the surface itself.
                colours = []
            points = tuple((x, y, colour) for (x, y), colour in zip(places.tolist(), colours, strict=False))
            return Film(tuple(map(_frame, values)), tuple(found["epochs"].tolist()), points)
    except (OSError, ValueError, KeyError, IndexError, BadZipFile):
        return None


def still(data: str | OwnData) -> Film | None:
    """One picture of a data set; None of data of one's own."""
    if not isinstance(data, str) or data not in DATASETS:
        return None
    return Film((picture(preview(DataSettings(data), PREVIEW_SIDE)),))


def _frame(values: Floats) -> QImage:
    return rgb_picture(signed_rgb(values[..., 0]) if values.shape[-1] == 1 else class_rgb(values))


def _colours(channels: int, labels: Floats) -> list[tuple[int, int, int]]:
    if channels > 1:
        return [CLASS_COLOURS[int(label) % len(CLASS_COLOURS)] for label in labels]
    return [POSITIVE if label > 0 else NEGATIVE for label in labels]
