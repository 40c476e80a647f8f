"""Pictures of a person's own as the data of a document: a byte for each pixel, a class for each folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from playground.datasets.packing import packed_bytes
from playground.document.own_data import MOST_COLUMNS, MOST_INSIDE, OwnColumn, OwnData, OwnTarget
from playground.document.task import TaskKind

SIDES = (8, 12, 16, 20, 24, 28, 32, 48, 64)


@dataclass(frozen=True, slots=True)
class Shape:
    """Pictures of `side` by `side` pixels, grey or in red, green and blue."""

    side: int = 28
    colour: bool = False

    @property
    def numbers(self) -> int:
        return self.side * self.side * (3 if self.colour else 1)

    @property
    def fits(self) -> bool:
        """Whether a network can have so many inputs."""
        return self.numbers <= MOST_COLUMNS

    @property
    def most(self) -> int:
        """How many pictures a document holds."""
        return MOST_INSIDE // (self.numbers + 1)


def shape_of(count: int) -> tuple[int, int, int]:
    """(height, width, channels) of a picture of so many numbers: three channels where a third of them is a square."""
    side = isqrt(count)
    if side * side == count:
        return side, side, 1
    side = isqrt(count // 3)
    if 3 * side * side != count:
        raise ValueError(f"a picture has the numbers of a square, or three times these, got {count}")
    return side, side, 3


def picture_data(
    pixels: NDArray[np.uint8],
    labels: NDArray[np.uint8],
    classes: Sequence[str],
    title: str,
    shape: Shape,
    folder: str = "",
) -> OwnData:
    """Pixels, (n, numbers) by row, column and channel, with the classes' indices, (n,), as a document's data."""
    values, digest = packed_bytes(pixels, labels)
    task: TaskKind = "binary" if len(classes) == 2 else "classes"
    channels = ("_red", "_green", "_blue") if shape.colour else ("",)
    names = [
        f"pixel_{row}_{column}{channel}"
        for row in range(1, shape.side + 1)
        for column in range(1, shape.side + 1)
        for channel in channels
    ]
    return OwnData(
        columns=tuple(OwnColumn(name) for name in names),
        classes=tuple(classes),
        title=title,
        task=task,
        targets=(OwnTarget("class"),),
        rows=len(pixels),
        digest=digest,
        split="each_class",
        look="picture",
        values=values,
        recipe=json.dumps({"made": "pictures", "folder": folder, **asdict(shape)}, ensure_ascii=False),
        maker="pictures",
        packing="u1",
    )
