"""A question to the tensor lab and its answer: frozen values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.lab.losses import LossQuestion
from playground.lab.values import Chain

# 200 by 200 points of a surface.
SHOWN_CELLS = 40_000


@dataclass(frozen=True, slots=True, eq=False)
class LabQuestion:
    """What do these calls give? Of tensors with more than `most_cells` cells only the shape is told."""

    chain: Chain
    most_cells: int = SHOWN_CELLS


# All that the lab may ask.
LabAsked = LabQuestion | LossQuestion


@dataclass(frozen=True, slots=True, eq=False)
class LabTensor:
    """A tensor as it is shown.

    values: of its shape; texts as bytes in an array of objects; None where there are too many.
    size: bytes of memory; of texts their bytes.
    """

    values: NDArray[np.generic] | None
    shape: tuple[int, ...]
    dtype: str
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Where each cell of a result comes from.

    Cell i, in storage order, comes from `starts[i]` to `starts[i + 1]` of `inputs`, which count the inputs' names,
    and of `places`, flat places in these; a cell without any is new, as padding is.
    """

    names: tuple[str, ...]
    starts: NDArray[np.int32]
    inputs: NDArray[np.int16]
    places: NDArray[np.int32]

    def of(self, cell: int) -> tuple[tuple[str, int], ...]:
        """The sources of a result cell: input and flat place."""
        which = slice(self.starts[cell], self.starts[cell + 1])
        pairs = zip(self.inputs[which].tolist(), self.places[which].tolist(), strict=True)
        return tuple((self.names[number], place) for number, place in pairs)

    def reached(self, name: str, place: int) -> tuple[int, ...]:
        """The result cells that an input cell has a part in."""
        if name not in self.names:
            return ()
        found = np.flatnonzero((self.inputs == self.names.index(name)) & (self.places == place))
        return tuple((np.searchsorted(self.starts, found, "right") - 1).tolist())


@dataclass(frozen=True, slots=True)
class Repair:
    """A chain that would run in place of one that did not, and the shape of what its first result would be."""

    code: str
    values: tuple[tuple[str, object], ...]
    chain: Chain
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no result, as a code and values for a sentence.

    step: which call of the chain, from 0. error: the class of TensorFlow's error, "" where the lab itself refused.
    said: TensorFlow's message, cleaned; raw: as it came. clashes: axes that do not fit, each an input and an axis.
    """

    code: str
    values: tuple[tuple[str, object], ...] = ()
    step: int = 0
    error: str = ""
    said: str = ""
    raw: str = ""
    clashes: tuple[tuple[str, int], ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What surprises in a result without an error; `cells` are flat places in the first result, or none of it all."""

    code: str
    values: tuple[tuple[str, object], ...] = ()
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class LabStep:
    """An earlier or the last call of the chain: its code, and the shapes and kinds that it gave."""

    code: str
    shapes: tuple[tuple[int, ...], ...] = ()
    dtypes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class LabMoment:
    """What a variable was after a step of the chain; -1 is what it was made with inside the first call."""

    step: int
    value: LabTensor


@dataclass(frozen=True, slots=True, eq=False)
class LabAnswer:
    """What the last call gave, or why it gave nothing.

    inputs: of the last call, by name. sources: one for each result; none where nothing can be said.
    facts: of a variable, its name and whether it is trainable. history: what it was after each assignment so far.
    """

    question: LabQuestion
    steps: tuple[LabStep, ...] = ()
    inputs: tuple[tuple[str, LabTensor], ...] = ()
    results: tuple[LabTensor, ...] = ()
    sources: tuple[Sources, ...] = ()
    trouble: Trouble | None = None
    marks: tuple[Mark, ...] = ()
    facts: tuple[tuple[str, object], ...] = ()
    history: tuple[LabMoment, ...] = ()
