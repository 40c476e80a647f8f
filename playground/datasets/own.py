"""Data of a person's own as arrays, out of the document."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import cast

import numpy as np

from playground.datasets.draws import Floats
from playground.datasets.galleries.rows import gallery_rows
from playground.datasets.packing import apart_rows
from playground.datasets.sources import Labelled, Table
from playground.document.own_data import GALLERY, OwnData


@lru_cache(maxsize=4)
def own_rows(own: OwnData) -> Labelled:
    """Its points, shape (rows, inputs), and labels, shape (rows, targets), as the file's reader has checked them.

    The points of a table apart are float32, as the network sees them.
    """
    inputs = len(own.columns)
    if own.apart:
        mapped = apart_rows(own)
        # As they are: all of them as float64 would take three times their memory.
        return cast("Floats", mapped[:, :inputs]), mapped[:, inputs:].astype(np.float64)
    if own.packing == "u1":
        content = gallery_rows(own) if own.maker == GALLERY else base64.b64decode(own.values)
        found = np.frombuffer(content, np.uint8).reshape(own.rows, own.width)
        labels = found[:, inputs:].astype(np.float64)
        # As float32 has it: the network sees no more, and a script makes the same of the bytes.
        points = (found[:, :inputs] / np.float32(255)).astype(np.float64)
        return points, 2 * labels - 1 if own.task == "binary" else labels
    rows = np.frombuffer(base64.b64decode(own.values), "<f4").reshape(own.rows, own.width)
    return rows[:, :inputs].astype(np.float64), rows[:, inputs:].astype(np.float64)


def own_table(own: OwnData) -> Table:
    """A source like that of a bundled table."""
    return Table(lambda: own_rows(own), "", "", _nothing, own.classes)


def _nothing(x1: Floats, x2: Floats) -> Floats:
    return np.zeros_like(x1)
