"""What was found in a file, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.document.layers.layer import Layer, Shape
from playground.document.words import Words

Array = NDArray[np.float32]

# Bounds on a network; one that a file of a few bytes describes may be endless.
MOST_LAYERS = 1_000
MOST_NUMBERS = 40_000_000
MOST_VALUES = 1 << 22
DATA_PART = -1


@dataclass(frozen=True, slots=True)
class Part:
    """A layer, what it takes values from (places among the parts, DATA_PART for the input), and its arrays."""

    name: str
    layer: Layer
    sources: tuple[int, ...]
    arrays: tuple[Array, ...] = ()


@dataclass(slots=True)
class Found:
    """A network: the shape that comes in, its parts in order, the last of which gives the answer; and what to know."""

    shape: Shape
    parts: list[Part] = field(default_factory=list)
    remarks: list[Words] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Imported:
    """A file's network as a document, its weights by node id, and what of the file is another here.

    Of a file of weights alone, the document is the one that they were fitted to.
    """

    document: Document
    weights: dict[str, tuple[Array, ...]]
    remarks: tuple[Words, ...] = ()
