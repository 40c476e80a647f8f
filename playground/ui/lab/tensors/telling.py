"""What an answer tells of single cells: which are new, which are left out, and in which order they are stored."""

from __future__ import annotations

import numpy as np

from playground.frames.lab import LabAnswer, Sources
from playground.lab.operations.table import OPERATIONS

# Operations that take some of an input's cells, and those that give each cell another place.
TAKING = ("pick", "places")
THREADED = ("reshape", "transpose", "expand_dims", "squeeze")
# Through more cells a thread is a tangle.
MOST_THREADED = 64

Cells = frozenset[int]


def fresh_cells(sources: Sources) -> Cells:
    """Cells of a result that come from no input, unless none does."""
    there = np.diff(sources.starts) > 0
    return frozenset(np.flatnonzero(~there).tolist()) if there.any() else frozenset()


def left_out(answer: LabAnswer) -> dict[str, Cells]:
    """Of each input that cells are picked from, those that are in no result."""
    operation = OPERATIONS[answer.question.chain.last.operation]
    if operation.group not in TAKING or operation.origin != "moved" or len(answer.sources) != 1:
        return {}
    (sources,), shapes, found = answer.sources, {name: tensor.shape for name, tensor in answer.inputs}, {}
    for number, name in enumerate(sources.names):
        taken = np.zeros(int(np.prod(shapes[name])), np.bool_)
        taken[sources.places[sources.inputs == number]] = True
        found[name] = frozenset(np.flatnonzero(~taken).tolist())
    return found


def threads(answer: LabAnswer) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """An input, its cells in the order in which they are stored, and these in the result; None without a thread."""
    if answer.question.chain.last.operation not in THREADED or len(answer.sources) != 1:
        return None
    places = answer.sources[0].places
    in_order = np.argsort(places, kind="stable")
    if not 1 < len(places) <= MOST_THREADED or not np.array_equal(places[in_order], np.arange(len(places))):
        return None
    return answer.sources[0].names[0], tuple(range(len(places))), tuple(in_order.tolist())
