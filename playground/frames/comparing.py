"""A saved file beside the network that is open: what was found when both were given the same inputs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["keras", "weights", "saved_model"]
# Why there is nothing to compare, beside what Keras itself says: see `Comparison.refused`.
Refused = Literal["", "no_network", "no_file", "other_kind", "unreadable", "own_files", "inputs", "outputs"]
Shapes = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class LayerDifference:
    """A layer whose weights have other shapes in the file; () on the side where it has none.

    node: its id in the document; what the file calls it where the document has no such layer.
    """

    node: str
    saved: Shapes
    present: Shapes


@dataclass(frozen=True, slots=True)
class Apart:
    """The largest difference between two answers: at which row of inputs and which output, from 0, and both numbers."""

    row: int
    output: int
    saved: float
    present: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the file at `path` gives for the same `rows` of inputs as the network as it is shown.

    apart: None where all answers are equal to the last bit. differences: of weights that do not fit; then nothing was
    compared. refused: why there is nothing to compare; `details` has Keras's own words, or the two sizes that differ.
    """

    path: Path
    kind: Kind | None = None
    rows: int = 0
    outputs: int = 0
    apart: Apart | None = None
    differences: tuple[LayerDifference, ...] = ()
    refused: Refused = ""
    details: str = ""

    @property
    def equal(self) -> bool:
        """Whether the file was compared, and gives the same to the last bit."""
        return not self.refused and not self.differences and self.apart is None
