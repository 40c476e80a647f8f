"""How the shapes of a call's inputs go together, axis by axis, as data: equal, repeated, added up, or clashing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# Of an axis of the result: all equal; one is repeated, as it has length 1 or no such axis; lengths add up; they clash.
Kind = Literal["equal", "repeated", "missing", "adds_up", "clash"]

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AxisFit:
    """An axis, counted as in the result; `name` is the input that is repeated, `first` and `second` are lengths."""

    axis: int
    kind: Kind
    name: str = ""
    first: int = 0
    second: int = 0


def broadcast_fits(inputs: Sequence[tuple[str, Shape]]) -> tuple[AxisFit, ...]:
    """Aligned at the right, from the last axis to the first: what is repeated how often, and what clashes."""
    axes, found = max((len(shape) for _, shape in inputs), default=0), []
    for axis in reversed(range(axes)):
        lengths = {name: shape[at] for name, shape in inputs if (at := axis - axes + len(shape)) >= 0}
        full = max(lengths.values(), default=1)
        wrong = next((length for length in lengths.values() if length not in (1, full)), None)
        if wrong is not None:
            found.append(AxisFit(axis, "clash", first=full, second=wrong))
            continue
        before = len(found)
        for name, _ in inputs:
            if name not in lengths:
                found.append(AxisFit(axis, "missing", name, full))
            elif lengths[name] == 1 < full:
                found.append(AxisFit(axis, "repeated", name, full))
        if len(found) == before:
            found.append(AxisFit(axis, "equal", first=full))
    return tuple(found)


def joined_fits(inputs: Sequence[tuple[str, Shape]], along: int | None) -> tuple[AxisFit, ...]:
    """Of tensors of one rank put one behind the other: lengths along that axis add up, all others have to be equal.

    along: None where a new axis is made, so that all have to be equal.
    """
    shapes = [shape for _, shape in inputs]
    if len({len(shape) for shape in shapes}) != 1:
        return ()
    found = []
    for axis, lengths in enumerate(zip(*shapes, strict=True)):
        if axis == along:
            found.append(AxisFit(axis, "adds_up", first=sum(lengths)))
        elif len(set(lengths)) == 1:
            found.append(AxisFit(axis, "equal", first=lengths[0]))
        else:
            second = next(one for one in lengths if one != lengths[0])
            found.append(AxisFit(axis, "clash", first=lengths[0], second=second))
    return tuple(found)


def product_fits(inputs: Sequence[tuple[str, Shape]], turned: Sequence[bool]) -> tuple[Shape, Shape, bool] | None:
    """Both shapes as a matrix product takes them, and whether their inner lengths are equal; None of vectors."""
    if len(inputs) != 2 or any(len(shape) < 2 for _, shape in inputs):
        return None
    first, second = (
        (*shape[:-2], shape[-1], shape[-2]) if is_turned else shape
        for (_, shape), is_turned in zip(inputs, turned, strict=True)
    )
    return first, second, first[-1] == second[-2]
