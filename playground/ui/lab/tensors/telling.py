"""What an answer tells of cells: how an input is laid out, which cells are new or left out, and how they are stored."""

from __future__ import annotations

import numpy as np

from playground.frames.lab import LabAnswer, Sources
from playground.lab.operations.table import OPERATIONS
from playground.ui.lab.tensors.sheet import Places, stretched, turned

# Operations that take some of an input's cells, and those that give each cell another place.
TAKING = ("pick", "places")
THREADED = ("reshape", "transpose", "expand_dims", "squeeze")
# Through more cells a thread is a tangle.
MOST_THREADED = 64

Cells = frozenset[int]


def is_turned(answer: LabAnswer, name: str) -> bool:
    """Whether a matrix is transposed before a product."""
    call, tensor = answer.question.chain.last, dict(answer.inputs).get(name)
    products = OPERATIONS[call.operation].form == "products" and tensor is not None and len(tensor.shape) == 2
    return products and bool(answer.results) and call.parameter(f"transpose_{name}") is True


def laid_out(answer: LabAnswer, name: str) -> Places | None:
    """Where an input's cells stand: stretched as broadcasting does it, or turned; None where they stand as usual."""
    call, tensor = answer.question.chain.last, dict(answer.inputs).get(name)
    if tensor is None or tensor.values is None or not answer.results:
        return None
    if is_turned(answer, name):
        return turned(tensor.shape)
    if OPERATIONS[call.operation].form == "infix" or call.operation == "broadcast_to":
        return stretched(tensor.shape, answer.results[0].shape)
    return None


def same_places(answer: LabAnswer, part: int) -> tuple[int, ...]:
    """The results in which the same place means the same: both coordinates of a point, else this one alone."""
    alike = answer.question.chain.last.operation == "meshgrid"
    return tuple(range(len(answer.results))) if alike else (part,)


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
