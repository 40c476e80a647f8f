"""What surprises in a result that TensorFlow gives without an error."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.frames.lab import LabTensor, Mark
from playground.lab.operation import Operation
from playground.lab.values import Call, Cut, Index, Typed

SHOWN = 16
WHOLE, FLOATS = "iu", "f"


def marks_of(
    operation: Operation, call: Call, inputs: dict[str, Any], results: tuple[LabTensor, ...]
) -> tuple[Mark, ...]:
    """All that is to be marked in amber; nothing in results that are too large to be shown."""
    if not results or results[0].values is None:
        return ()
    seen = _Seen(operation, call, inputs, results)
    return tuple(mark for look in LOOKS for mark in look(seen))


class _Seen:
    """A call that gave something; arrays as numpy has them."""

    def __init__(
        self, operation: Operation, call: Call, inputs: dict[str, Any], results: tuple[LabTensor, ...]
    ) -> None:
        self.operation, self.call, self.results = operation, call, results
        self.name = operation.name
        self.arrays = {name: np.asarray(value) for name, value in inputs.items() if hasattr(value, "shape")}
        assert results[0].values is not None
        self.result: NDArray[Any] = results[0].values

    @property
    def first(self) -> NDArray[Any]:
        return next(iter(self.arrays.values()), np.zeros(0))


def _places(where: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(np.flatnonzero(where).tolist()[:SHOWN])


def _typed_numbers(seen: _Seen) -> NDArray[Any] | None:
    """What was typed of numbers that are made another kind: exact, before TensorFlow sees them."""
    given = dict(seen.call.inputs).get(seen.operation.inputs[0]) if seen.operation.inputs else None
    if not isinstance(given, Typed):
        return seen.first
    try:
        exact = np.array(given.value, dtype=object)
    except ValueError:
        return None
    return exact if exact.shape == seen.result.shape else None


def _changed_kind(seen: _Seen) -> Iterator[Mark]:
    """Numbers that do not fit the kind they are made."""
    if seen.name not in ("constant", "cast", "convert_to_tensor", "saturate_cast", "variable"):
        return
    before = _typed_numbers(seen)
    if before is None or seen.result.dtype.kind not in WHOLE + FLOATS:
        return
    pairs = list(zip(before.ravel().tolist(), seen.result.ravel().tolist(), strict=True))
    numbers = [
        (place, a, b) for place, (a, b) in enumerate(pairs) if isinstance(a, int | float) and not isinstance(a, bool)
    ]
    for code, wrong in (("wrapped", _wrapped), ("became_infinite", _overflowed), ("rounded_whole", _rounded)):
        found = [(place, a, b) for place, a, b in numbers if wrong(a, b)]
        if found:
            _, a, b = found[0]
            values = (("before", a), ("after", b), ("dtype", seen.results[0].dtype))
            yield Mark(code, values, tuple(place for place, _, _ in found[:SHOWN]))
    if seen.results[0].dtype == "int64" and _kept_kind(seen) and any(abs(a) >= 2**31 for _, a, _ in numbers):
        yield Mark("became_int64")


def _kept_kind(seen: _Seen) -> bool:
    """Whether nobody asked for a kind."""
    given = dict(seen.call.inputs).get(seen.operation.inputs[0])
    return seen.call.parameter("dtype") is None and isinstance(given, Typed) and given.dtype is None


def _wrapped(a: float, b: float) -> bool:
    if not isinstance(b, int):
        return False
    return not math.isfinite(a) or abs(a - b) >= 1


def _overflowed(a: float, b: float) -> bool:
    return math.isfinite(a) and isinstance(b, float) and math.isinf(b)


def _rounded(a: float, b: float) -> bool:
    return isinstance(a, int) and isinstance(b, float) and math.isfinite(b) and a != b


def _not_finite(seen: _Seen) -> Iterator[Mark]:
    """Infinity and NaN out of numbers that were finite."""
    result = seen.result
    if seen.name in ("constant", "cast", "convert_to_tensor") or result.dtype.kind != FLOATS:
        return
    # One of several lines begins with numbers of its own; else, where nothing comes in, NaN was asked for.
    if not seen.arrays and len(seen.operation.program.body) == 1:
        return
    finite = all(array.dtype.kind not in FLOATS or np.isfinite(array).all() for array in seen.arrays.values())
    if finite and result.size and np.isinf(result).any():
        yield Mark("is_infinite", (("operation", seen.name),), _places(np.isinf(result)))
    if finite and np.isnan(result).any():
        yield Mark("is_nan", (("operation", seen.name),), _places(np.isnan(result)))
    if seen.name == "softmax" and np.isnan(seen.first).any():
        yield Mark("nan_among_shares", cells=_places(np.isnan(result)))


def _kinds(seen: _Seen) -> Iterator[Mark]:
    """Another kind of number than one would think."""
    dtype, whole = seen.results[0].dtype, all(array.dtype.kind in WHOLE for array in seen.arrays.values())
    if seen.name == "divide" and dtype == "float64" and seen.first.dtype.kind in WHOLE:
        yield Mark("whole_divided")
    if seen.name == "linspace" and dtype == "float64":
        yield Mark("linspace_float64")
    if seen.name == "reduce_mean" and whole:
        exact = seen.first.astype(np.float64).mean(axis=_axis(seen))
        if np.any(exact != seen.result):
            yield Mark("mean_cut", (("exact", float(np.ravel(exact)[0])), ("got", int(seen.result.ravel()[0]))))
    if seen.name == "abs" and whole and (seen.result < 0).any():
        yield Mark("wrapped_sign", (("value", int(seen.result[seen.result < 0].ravel()[0])),), _places(seen.result < 0))
    if seen.name == "pow" and whole:
        yield from _powers(seen)


def _axis(seen: _Seen) -> Any:
    axis = seen.call.parameter("axis")
    return axis if isinstance(axis, int | tuple) else None


def _powers(seen: _Seen) -> Iterator[Mark]:
    """Whole powers too large for their kind."""
    x, y = np.broadcast_arrays(*seen.arrays.values())
    wrong = [
        place
        for place, (a, b, c) in enumerate(
            zip(x.ravel().tolist(), y.ravel().tolist(), seen.result.ravel().tolist(), strict=True)
        )
        if abs(a) > 1 and (b > 64 or a**b != c)
    ]
    if wrong:
        yield Mark(
            "power_wrapped",
            (("base", x.ravel()[wrong[0]].item()), ("power", y.ravel()[wrong[0]].item())),
            tuple(wrong[:SHOWN]),
        )


def _of_operations(seen: _Seen) -> Iterator[Mark]:
    """What single operations do that one does not expect."""
    match seen.name:
        case "one_hot":
            depth = seen.call.parameter("depth")
            outside = (seen.first < 0) | (seen.first >= (depth if isinstance(depth, int) else 0))
            if outside.any():
                yield Mark("row_of_zeros", (("index", int(seen.first[outside].ravel()[0])), ("depth", depth)))
        case "clip_by_value":
            low, high = seen.call.parameter("clip_value_min"), seen.call.parameter("clip_value_max")
            if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
                yield Mark("limits_crossed", (("low", low), ("high", high)))
        case "equal_sign":
            shapes = [array.shape for array in seen.arrays.values()]
            if seen.result.shape == () and any(shapes):
                yield Mark("compared_as_whole", (("first", shapes[0]), ("second", shapes[-1])))
        case "add" if seen.results[0].dtype == "string":
            yield Mark("texts_joined")
        case "boolean_mask" if seen.arrays["mask"].dtype != np.bool_:
            yield Mark("mask_of_numbers")
        case "meshgrid" if any(array.ndim > 1 for array in seen.arrays.values()):
            yield Mark("flattened")
        case "surface" if np.isfinite(seen.result).all():
            highest, side = seen.result.max(), seen.result.shape[0]
            values = (("highest", float(highest)), ("side", side))
            yield Mark("misses_middle", values, _places(np.isclose(seen.result, highest, rtol=1e-6)))
        case "surface_no_nan" if (seen.result == 0).any():
            yield Mark("wrong_middle", cells=_places(seen.result == 0))
        case "split_text" if (seen.result == b"").any():
            yield Mark("filled_up", cells=_places(seen.result == b""))
        case "argmax" | "argmin":
            yield from _ties(seen)
        case "scatter_nd" | "scatter_update" | "scatter_add" | "scatter_assign":
            yield from _same_places(seen)


def _ties(seen: _Seen) -> Iterator[Mark]:
    axis = seen.call.parameter("axis") or 0
    if isinstance(axis, int) and seen.first.dtype.kind in WHOLE + FLOATS and seen.first.size:
        best = (seen.first.max if seen.name == "argmax" else seen.first.min)(axis=axis, keepdims=True)
        several = (seen.first == best).sum(axis=axis) > 1
        if several.any():
            yield Mark("first_of_equals", cells=_places(np.atleast_1d(several)))


def _same_places(seen: _Seen) -> Iterator[Mark]:
    places = seen.arrays["indices"]
    rows = places.reshape(-1, places.shape[-1]) if places.ndim > 1 else places.reshape(-1, 1)
    if len(np.unique(rows, axis=0)) < len(rows):
        yield Mark("places_add_up" if seen.name in ("scatter_nd", "scatter_add") else "last_place_wins")


def _sizes(seen: _Seen) -> Iterator[Mark]:
    """Nothing in a result, or less than was asked for."""
    if seen.result.size == 0:
        yield Mark("empty")
    index = seen.call.parameter("index")
    if isinstance(index, Index) and seen.name == "index":
        for axis, item in enumerate(index.items):
            length = seen.first.shape[axis] if axis < seen.first.ndim else 0
            if not isinstance(item, Cut):
                break
            if item.stop is not None and item.stop > length:
                yield Mark("slice_cut", (("stop", item.stop), ("length", length)))


LOOKS = (_changed_kind, _not_finite, _kinds, _of_operations, _sizes)
