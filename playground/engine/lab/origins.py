"""Where each cell of a result comes from, asked of TensorFlow itself: one way for all operations of a kind."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.engine.lab.evaluate import evaluate
from playground.frames.lab import SHOWN_CELLS, LabTensor, Sources
from playground.lab.code import STEP, program_of
from playground.lab.operation import Operation
from playground.lab.values import Call, Earlier

# So many results are followed back along their slopes, and smaller slopes are none.
MOST_FOLLOWED, SMALLEST_SLOPE = 256, 1e-9
# So many cells are tried where every one of them takes time.
MOST_CELLS = 4_096
KEPT = 64
# Names of inputs that stand for the followed ones, far from those of steps.
STANDS_FOR = 1_000
# Parameters that put new numbers into a result, which must not be taken for the number of a cell.
NEW_NUMBERS = "constant_values"

Run = Callable[[list[Any]], list[Any]]


class Origins:
    """Finds where cells come from, and keeps it by what it depends on."""

    def __init__(self) -> None:
        self._kept: dict[object, tuple[Sources, ...]] = {}

    def of(
        self,
        operation: Operation,
        call: Call,
        inputs: dict[str, Any],
        results: tuple[LabTensor, ...],
        known: dict[str, Any],
    ) -> tuple[Sources, ...]:
        """A value for each result; none where nothing comes in, or there are too many cells to follow."""
        names = tuple(name for name in operation.followed if hasattr(inputs.get(name), "shape"))
        followed = {name: inputs[name] for name in names}
        cells = [math.prod(value.shape) for value in followed.values()] + [math.prod(one.shape) for one in results]
        most = SHOWN_CELLS if operation.origin in ("moved", "place") else MOST_CELLS
        if operation.origin == "none" or not names or max(cells) > most:
            return ()
        key = self._key(operation, call, followed, known)
        if key not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = _found(operation, call, followed, results, known)
        return self._kept[key]

    def _key(self, operation: Operation, call: Call, followed: dict[str, Any], known: dict[str, Any]) -> object:
        """The code with names in place of the followed values, their shapes, and what else decides."""
        program, _ = _standing(operation, call, tuple(followed))
        shapes = tuple(tuple(value.shape) for value in followed.values())
        deciding = [value for name, value in known.items() if name in ast.unparse(program)]
        if operation.origin == "chosen":
            deciding += followed.values()
        values = tuple(np.asarray(value).tobytes() for value in deciding if hasattr(value, "shape"))
        return operation.name, ast.unparse(program), shapes, values


def _standing(operation: Operation, call: Call, names: tuple[str, ...]) -> tuple[ast.Module, list[str]]:
    """The call's program with a name in place of each followed input, and these names."""
    for number, name in enumerate(names):
        call = call.with_input(name, Earlier(STANDS_FOR + number))
    stand_ins = [STEP.format(STANDS_FOR + number + 1) for number in range(len(names))]
    return program_of(call.without(NEW_NUMBERS), operation.proxy), stand_ins


def _found(
    operation: Operation, call: Call, followed: dict[str, Any], results: tuple[LabTensor, ...], known: dict[str, Any]
) -> tuple[Sources, ...]:
    names, shapes = tuple(followed), [tuple(value.shape) for value in followed.values()]
    if operation.origin == "place":
        return _places(names, shapes, results)
    program, stand_ins = _standing(operation, call, names)

    def run(values: list[Any]) -> list[Any]:
        if not operation.proxy:
            values = [
                tf.Variable(value) if name in operation.variables else value
                for name, value in zip(names, values, strict=True)
            ]
        found = evaluate(program, {**known, **dict(zip(stand_ins, values, strict=True))})
        return list(found) if isinstance(found, list | tuple) else [found]

    try:
        match operation.origin:
            case "moved":
                return _moved(names, shapes, run)
            case "computed":
                return _computed(names, _any_values(list(followed.values())), run)
            case _:
                return _computed(names, list(followed.values()), run)
    except Exception:
        # What cannot be followed is shown without sources.
        return ()


def _places(
    names: tuple[str, ...], shapes: list[tuple[int, ...]], results: tuple[LabTensor, ...]
) -> tuple[Sources, ...]:
    """The same place of each input, repeated by broadcasting."""
    found = []
    for result in results:
        columns = []
        for shape in shapes:
            try:
                columns.append(np.broadcast_to(_numbers(shape), result.shape).ravel())
            except ValueError:
                return ()
        count = math.prod(result.shape)
        starts = np.arange(count + 1, dtype=np.int32) * len(names)
        which = np.tile(np.arange(len(names), dtype=np.int16), count)
        found.append(Sources(names, starts, which, np.stack(columns, axis=1).ravel().astype(np.int32)))
    return tuple(found)


def _numbers(shape: tuple[int, ...], start: int = 0) -> NDArray[np.int32]:
    return np.arange(start, start + math.prod(shape), dtype=np.int32).reshape(shape)


def _moved(names: tuple[str, ...], shapes: list[tuple[int, ...]], run: Run) -> tuple[Sources, ...]:
    """The operation on cells numbered from 1 says of each result which cell it was; 0 is new."""
    ends = np.cumsum([0, *map(math.prod, shapes)])
    numbered = [tf.constant(_numbers(shape, int(end) + 1)) for shape, end in zip(shapes, ends, strict=False)]
    found = []
    for result in run(numbered):
        cells = np.asarray(result).ravel()
        there = cells > 0
        which = np.searchsorted(ends, cells[there] - 1, "right") - 1
        starts = np.concatenate([[0], np.cumsum(there)]).astype(np.int32)
        found.append(Sources(names, starts, which.astype(np.int16), (cells[there] - 1 - ends[which]).astype(np.int32)))
    return tuple(found)


def _computed(names: tuple[str, ...], values: list[Any], run: Run) -> tuple[Sources, ...]:
    """A result comes from the cells along which it has a slope, at these values."""
    floats = [tf.cast(value, tf.float32) for value in values]
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(floats)
        (result,) = run(floats)
        if math.prod(result.shape) > MOST_FOLLOWED:
            return ()
        cells = tf.unstack(tf.reshape(result, [-1]))
    rows = []
    for cell in cells:
        slopes = tape.gradient(cell, floats, unconnected_gradients="zero")
        rows.append(np.concatenate([np.asarray(slope).ravel() for slope in slopes]))
    shapes = [tuple(value.shape) for value in values]
    return (_from_table(names, shapes, np.abs(np.nan_to_num(np.stack(rows))) > SMALLEST_SLOPE),)


def _any_values(values: list[Any]) -> list[Any]:
    """Values at which no slope is 0 by chance."""
    random = np.random.default_rng(0)
    return [tf.constant(random.uniform(0.5, 1.5, value.shape), tf.float32) for value in values]


def _from_table(names: tuple[str, ...], shapes: list[tuple[int, ...]], table: NDArray[np.bool_]) -> Sources:
    """From whether each result cell (a row) comes from each cell of all inputs, one after another (a column)."""
    ends = np.cumsum([0, *map(math.prod, shapes)])
    _, columns = np.nonzero(table)
    which = np.searchsorted(ends, columns, "right") - 1
    starts = np.concatenate([[0], np.cumsum(table.sum(axis=1))]).astype(np.int32)
    return Sources(names, starts, which.astype(np.int16), (columns - ends[which]).astype(np.int32))
