"""What the lab does not ask TensorFlow: calls that would hang it, fill the memory or end the process."""

from __future__ import annotations

import math
from dataclasses import dataclass

from playground.lab.operation import CHOICES, KINDS, Operation
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import MOST_STEPS, Call, Chain, Earlier, Filled, Given, Index, Typed, Value

MOST_CELLS, MOST_TYPED, MOST_AXES, MOST_COUNT, MOST_PARTS, MOST_LETTERS = 1_000_000, 4_096, 6, 10_000, 64, 10_000
# A surface of side n has n * n cells; decompositions take the cube of their side.
MOST_SIDE, MOST_NORMED = 400, 40_000
LARGEST_WHOLE = 2**63


@dataclass(frozen=True, slots=True)
class Refusal:
    """A code and values for a sentence."""

    code: str
    values: tuple[tuple[str, object], ...] = ()


def refusal(chain: Chain) -> Refusal | None:
    """Why a chain is not run at all; None where it may be tried."""
    if not 0 < len(chain.calls) <= MOST_STEPS:
        return Refusal("too_many_steps", (("most", MOST_STEPS),))
    for step, call in enumerate(chain.calls):
        operation = OPERATIONS.get(call.operation)
        if operation is None:
            return Refusal("no_such_operation", (("name", call.operation),))
        found = _of_call(operation, call, step)
        if found is not None:
            return found
    return None


def _of_call(operation: Operation, call: Call, step: int) -> Refusal | None:
    names = [name for name, _ in (*call.inputs, *call.parameters)]
    unknown = [name for name in names if name not in operation.names]
    if unknown or len(set(names)) < len(names):
        return Refusal("no_such_name", (("name", (unknown or names)[0]),))
    for name, given in call.inputs:
        found = _of_given(name, given, step)
        if found is not None:
            return found
    for name, value in call.parameters:
        found = _of_parameter(operation, name, value)
        if found is not None:
            return found
    return None


def _of_given(name: str, given: Given, step: int) -> Refusal | None:
    if isinstance(given, Earlier):
        return None if 0 <= given.step < step else Refusal("no_such_step", (("step", given.step + 1),))
    if isinstance(given, Filled):
        cells = math.prod(given.shape)
        if len(given.shape) > MOST_AXES:
            return Refusal("too_many_axes", (("axes", len(given.shape)), ("most", MOST_AXES)))
        if any(length < 0 for length in given.shape):
            return Refusal("negative", (("name", name),))
        return Refusal("too_large", (("cells", cells),)) if cells > MOST_CELLS else None
    return _of_typed(name, given)


def _of_typed(name: str, typed: Typed) -> Refusal | None:
    cells, depth, letters = measures(typed.value)
    if depth > MOST_AXES:
        return Refusal("too_many_axes", (("axes", depth), ("most", MOST_AXES)))
    if cells > MOST_TYPED:
        return Refusal("too_many_cells", (("name", name), ("cells", cells), ("most", MOST_TYPED)))
    return Refusal("too_many_letters", (("most", MOST_LETTERS),)) if letters > MOST_LETTERS else None


def measures(value: Value) -> tuple[int, int, int]:
    """Of a typed value: cells, lists inside each other, letters of all its texts."""
    level, cells, depth, letters = [value], 0, 0, 0
    while True:
        cells += sum(not isinstance(one, tuple) for one in level)
        letters += sum(len(one) for one in level if isinstance(one, str))
        lists = [one for one in level if isinstance(one, tuple)]
        if not lists or depth > MOST_AXES:
            return cells, depth, letters
        level, depth = [part for one in lists for part in one], depth + 1


def _of_parameter(operation: Operation, name: str, value: Value) -> Refusal | None:
    kind = KINDS.get(name, "number")
    cells, depth, letters = (len(value.items), 0, 0) if isinstance(value, Index) else measures(value)
    numbers = whole_numbers(value)
    if (
        cells > (2 * MOST_AXES if kind == "index" else MOST_PARTS)
        or depth > 2
        or letters > MOST_LETTERS
        or any(abs(n) >= LARGEST_WHOLE for n in numbers)
    ):
        return Refusal("too_much", (("name", name),))
    if kind == "index":
        return None if isinstance(value, Index) else Refusal("no_index", (("name", name),))
    if kind in ("count", "parts"):
        return _of_count(operation, name, kind, value, numbers)
    if (kind in ("shape", "counts") and len(numbers) > 2 * MOST_AXES) or (kind == "shape" and len(numbers) > MOST_AXES):
        return Refusal("too_many_axes", (("axes", len(numbers)), ("most", MOST_AXES)))
    if kind == "shape" and math.prod(max(number, 1) for number in numbers) > MOST_CELLS:
        return Refusal("too_large", (("cells", math.prod(max(number, 1) for number in numbers)),))
    if name in ("start", "limit", "delta") and isinstance(value, float) and not math.isfinite(value):
        return Refusal("not_finite", (("name", name),))
    if kind == "deviation" and isinstance(value, int | float) and value < 0:
        return Refusal("negative_deviation", (("value", value),))
    if kind == "choice" and value not in CHOICES[name]:
        return Refusal("no_such_choice", (("name", name), ("choices", CHOICES[name])))
    return None


def _of_count(operation: Operation, name: str, kind: str, value: Value, numbers: list[int]) -> Refusal | None:
    most = MOST_PARTS if kind == "parts" and not isinstance(value, tuple) else MOST_COUNT
    if name == "num" and operation.group == "grids":
        most = MOST_SIDE
    if name == "num_rows":
        most = MOST_COUNT // 10
    if any(abs(number) > most for number in numbers) or (isinstance(value, float) and not abs(value) <= most):
        return Refusal("count_too_large", (("name", name), ("most", most)))
    return None


def whole_numbers(value: Value) -> list[int]:
    """All whole numbers that a parameter holds."""
    if isinstance(value, tuple):
        return [number for part in value for number in whole_numbers(part)]
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []


# Nothing but a look at the shape tells how long these make a tensor.
UNBOUNDED = ("pad", "range", "range_from")


def surely_small(call: Call, shapes: dict[str, tuple[int, ...]]) -> bool:
    """Whether no result can have more cells than are allowed: those of all inputs and all lengths, multiplied."""
    operation = OPERATIONS[call.operation]
    if call.operation in UNBOUNDED:
        return False
    cells = math.prod(max(math.prod(shape), 1) for shape in shapes.values())
    if len(operation.program.body) > 1:
        side = call.parameter("num")
        return isinstance(side, int | None) and cells * (side or 1) ** 2 <= MOST_CELLS
    for name, value in call.parameters:
        if KINDS.get(name) in ("shape", "count", "counts"):
            cells *= math.prod(max(abs(number), 1) for number in whole_numbers(value))
    return cells <= MOST_CELLS


def of_result(shapes: list[tuple[int, ...]]) -> Refusal | None:
    """Results with more axes than are shown."""
    axes = max(map(len, shapes), default=0)
    return Refusal("too_many_axes", (("axes", axes), ("most", MOST_AXES))) if axes > MOST_AXES else None


def of_shapes(call: Call, shapes: dict[str, tuple[int, ...]]) -> Refusal | None:
    """What only the inputs' shapes tell: how many parts an axis would be taken into."""
    if call.operation == "unstack" and shapes.get("value"):
        axis, shape = call.parameter("axis") or 0, shapes["value"]
        if isinstance(axis, int) and -len(shape) <= axis < len(shape) and shape[axis] > MOST_PARTS:
            return Refusal("too_many_parts", (("parts", shape[axis]), ("most", MOST_PARTS)))
    if call.operation == "norm" and math.prod(shapes.get("tensor", ())) > MOST_NORMED:
        return Refusal("too_large", (("cells", math.prod(shapes["tensor"])),))
    return None
