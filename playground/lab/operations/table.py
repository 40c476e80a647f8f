"""All operations of the lab by their names, in the order in which they are shown, and their groups."""

from __future__ import annotations

from playground.lab.operation import Operation
from playground.lab.operations.creating import CREATE, TEXTS, VARIABLES
from playground.lab.operations.numbers import (
    ARITHMETIC,
    BROADCASTING,
    COMPARE,
    KINDS_OF_NUMBERS,
    LIMITS,
    MATRICES,
    RANKS,
    SUMMARIES,
)  # fmt: skip
from playground.lab.operations.shapes import GRIDS, JOIN, PICK, PLACES, REPEAT, SHAPES

OPERATIONS: dict[str, Operation] = {
    operation.name: operation
    for group in (
        CREATE, TEXTS, VARIABLES, RANKS, KINDS_OF_NUMBERS, ARITHMETIC, MATRICES, PICK, SHAPES, BROADCASTING, JOIN,
        SUMMARIES, COMPARE, REPEAT, LIMITS, PLACES, GRIDS,
    )
    for operation in group
}  # fmt: skip
