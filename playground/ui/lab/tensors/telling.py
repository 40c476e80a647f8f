"""What an answer tells of cells: how an input is laid out, which cells are new or left out, and how they are stored."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Marked:
    """What is told of a tensor's cells, by their flat places.

    amber: what surprises. fresh: from no input, hatched. pale: not taken. copies: there before, as a tile repeats it.
    thread: all cells in the order in which they are stored, () where that is not shown.
    """

    amber: Cells = frozenset()
    fresh: Cells = frozenset()
    pale: Cells = frozenset()
    copies: Cells = frozenset()
    thread: tuple[int, ...] = ()


def marked_inputs(answer: LabAnswer) -> dict[str, Marked]:
    """Of the inputs of which something is told."""
    found = {name: Marked(pale=cells) for name, cells in _left_out(answer).items()}
    thread = _threads(answer)
    return found | ({thread[0]: Marked(thread=thread[1])} if thread is not None else {})


def marked_result(answer: LabAnswer, part: int) -> Marked:
    """Of one result; surprises and threads are of the first one."""
    fresh = _fresh_cells(answer.sources[part]) if part < len(answer.sources) else frozenset()
    if part:
        return Marked(fresh=fresh)
    amber, thread = frozenset(cell for mark in answer.marks for cell in mark.cells), _threads(answer)
    return Marked(amber, fresh, copies=_repeated(answer), thread=thread[2] if thread is not None else ())


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


def _fresh_cells(sources: Sources) -> Cells:
    """Cells of a result that come from no input, unless none does."""
    there = np.diff(sources.starts) > 0
    return frozenset(np.flatnonzero(~there).tolist()) if there.any() else frozenset()


def _repeated(answer: LabAnswer) -> Cells:
    """Of a tiled tensor the cells that were there before."""
    if answer.question.chain.last.operation not in ("tile", "broadcast_to") or len(answer.sources) != 1:
        return frozenset()
    places = answer.sources[0].places
    first = np.unique(places, return_index=True)[1]
    return frozenset(np.setdiff1d(np.arange(len(places)), first).tolist())


def _left_out(answer: LabAnswer) -> dict[str, Cells]:
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


def _threads(answer: LabAnswer) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """An input, its cells in the order in which they are stored, and these in the result; None without a thread."""
    if answer.question.chain.last.operation not in THREADED or len(answer.sources) != 1:
        return None
    places = answer.sources[0].places
    in_order = np.argsort(places, kind="stable")
    if not 1 < len(places) <= MOST_THREADED or not np.array_equal(places[in_order], np.arange(len(places))):
        return None
    return answer.sources[0].names[0], tuple(range(len(places))), tuple(in_order.tolist())
