"""What would run in place of a call that did not: each repair is a chain of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from playground.lab.troubles import Seen, Understood
from playground.lab.values import MOST_STEPS, Call, Cut, Dtype, Earlier, Filled, Given, Index, NewAxis, Typed, Value

Found = tuple[str, tuple[tuple[str, object], ...], tuple[Call, ...]]

WHOLE = ("uint8", "int8", "int16", "int32", "int64")


def repairs(meant: Understood, seen: Seen, before: tuple[Call, ...]) -> tuple[Found, ...]:
    """Codes and values for what stands on the buttons, and the calls up to the repaired one; at most three.

    `before` are the earlier calls of the chain.
    """
    makes = REPAIRS.get(meant.code)
    if makes is None:
        return ()
    found = [one for one in makes(dict(meant.values), meant, seen, before) if len(one[2]) <= MOST_STEPS]
    return tuple(found[:3])


def _changed(seen: Seen, before: tuple[Call, ...], code: str, name: str, step: Call, **values: object) -> Found:
    """The call with one input led through another call first."""
    call = seen.call.with_input(name, Earlier(len(before)))
    return code, (("name", name), *values.items()), (*before, step, call)


def _same(before: tuple[Call, ...], code: str, call: Call, **values: object) -> Found:
    return code, tuple(values.items()), (*before, call)


def _given(seen: Seen, name: str) -> Given:
    given = seen.call.given(name)
    assert given is not None
    return replace(given, bare=False) if isinstance(given, Typed) and given.dtype is None else given


def _cast(seen: Seen, before: tuple[Call, ...], name: str, dtype: str) -> Found:
    """An input of another kind: typed or filled so from the start where that means the same."""
    given = seen.call.given(name)
    if isinstance(given, Filled):
        return _same(before, "as_kind", seen.call.with_input(name, replace(given, dtype=dtype)), name=name, dtype=dtype)
    step = Call("cast", (("x", _given(seen, name)),), (("dtype", Dtype(dtype)),))
    return _changed(seen, before, "cast", name, step, dtype=dtype)


def _inner(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """Matrices whose inner lengths differ: one of them turned, where that helps."""
    if seen.pair is None:
        return
    (_, a), (_, b) = seen.pair
    if seen.call.operation != "matmul" or seen.call.parameter("transpose_a") or seen.call.parameter("transpose_b"):
        return
    if a[-1] == b[-1]:
        shape = (*a[:-1], b[-2])
        yield _same(before, "transpose", seen.call.with_parameter("transpose_b", True), name="b", shape=shape)
    if a[-2] == b[-2]:
        shape = (*a[:-2], a[-1], b[-1])
        yield _same(before, "transpose", seen.call.with_parameter("transpose_a", True), name="a", shape=shape)


def _as_row(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    name = str(values["name"])
    axis: NewAxis | Cut = NewAxis()
    if len(seen.shapes[name]) == 1:
        items = (axis, Cut()) if name == "a" else (Cut(), axis)
        step = Call("index", (("x", _given(seen, name)),), (("index", Index(items)),))
        yield _changed(seen, before, "as_row" if name == "a" else "as_column", name, step)


def _kinds(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """Two kinds: the one that holds less becomes the other."""
    kinds = list(seen.dtypes.items())
    if len(kinds) < 2:
        return
    order = (*WHOLE, "float16", "float32", "float64")
    (first, one), (second, other) = kinds[:2]
    if one in order and other in order:
        weaker, kind = (first, other) if order.index(one) < order.index(other) else (second, one)
        yield _cast(seen, before, weaker, kind)


def _number(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """A Python number with a fraction among whole numbers."""
    for name, dtype in seen.dtypes.items():
        given = seen.call.given(name)
        if dtype in WHOLE and not (isinstance(given, Typed) and given.bare):
            yield _cast(seen, before, name, "float32")
    if seen.call.operation == "constant" and values["dtype"] in WHOLE:
        yield _same(before, "without_kind", seen.call.without("dtype"))


def _floats(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    name = next(iter(seen.dtypes), None)
    if name is not None:
        yield _cast(seen, before, name, "float32")


def _both_whole(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """Booleans that are to be counted."""
    call, calls = seen.call, before
    for name, dtype in seen.dtypes.items():
        if dtype == "bool":
            kind = "float32" if call.operation == "reduce_mean" else "int32"
            step = Call("cast", (("x", _given(seen, name)),), (("dtype", Dtype(kind)),))
            call, calls = call.with_input(name, Earlier(len(calls))), (*calls, step)
    if calls != before:
        yield _same(calls, "count_booleans", call)


def _broadcast(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """A vector as a column, where its length is that of the rows."""
    if seen.pair is None:
        return
    (first, a), (second, b) = seen.pair
    for name, short, long in ((second, b, a), (first, a, b)):
        if len(short) == 1 and len(long) > 1 and short[0] == long[-2]:
            step = Call("expand_dims", (("input", _given(seen, name)),), (("axis", 1),))
            yield _changed(seen, before, "as_column_of", name, step, shape=(short[0], 1))
    if len(a) == 2 and a == b[::-1]:
        yield _changed(seen, before, "turned", second, Call("transpose", (("a", _given(seen, second)),)))


def _divided(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    name = next(iter(seen.dtypes), None)
    if name is not None and seen.dtypes[name] in WHOLE:
        yield _cast(seen, before, name, "float32")


def _reshape(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """One length found by TensorFlow."""
    shape, cells = seen.call.parameter("shape"), int(str(values.get("values", 0)))
    if not isinstance(shape, tuple) or not cells:
        return
    for axis in range(len(shape)):
        others = 1
        for other, length in enumerate(shape):
            others *= length if other != axis and isinstance(length, int) and length > 0 else 1
        if cells % others == 0:
            found = tuple(-1 if other == axis else max(int(str(length)), 1) for other, length in enumerate(shape))
            yield _same(before, "reshape_to", seen.call.with_parameter("shape", found), shape=found)


def _axis(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    last = int(str(values["last"]))
    yield _same(before, "use_axis", seen.call.with_parameter("axis", last), axis=last)


def _squeeze(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    ones = values.get("ones")
    for axis in ones if isinstance(ones, tuple) else ():
        yield _same(before, "use_axis", seen.call.with_parameter("axis", axis), axis=axis)


def _differs(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """The longer one cut, or the shorter one filled with zeros."""
    if len(meant.clashes) != 2:
        return
    (first, axis), (second, _) = meant.clashes
    a, b = seen.shapes[first], seen.shapes[second]
    longer, shorter = (first, second) if a[axis] > b[axis] else (second, first)
    length, short = max(a[axis], b[axis]), min(a[axis], b[axis])
    cuts = (*(Cut(),) * axis, Cut(stop=short))
    cut = Call("index", (("x", _given(seen, longer)),), (("index", Index(cuts)),))
    yield _changed(seen, before, "cut_to", longer, cut, length=short)
    pads = tuple((0, length - short if other == axis else 0) for other in range(len(a)))
    pad = Call("pad", (("tensor", _given(seen, shorter)),), (("paddings", pads),))
    yield _changed(seen, before, "fill_to", shorter, pad, length=length)


def _one_more(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """A tensor with one axis too few gets one of length 1."""
    if seen.pair is None:
        return
    (first, a), (second, b) = seen.pair
    name, short, long = (second, b, a) if len(b) < len(a) else (first, a, b)
    if len(short) + 1 == len(long) and short == long[1:]:
        step = Call("expand_dims", (("input", _given(seen, name)),), (("axis", 0),))
        yield _changed(seen, before, "with_axis", name, step, shape=(1, *short))


def _stack(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    yield _same(before, "stack", Call("stack", seen.call.inputs, (("axis", 0),)))


def _parts(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    length, parts = int(str(values["length"])), int(str(values["parts"]))
    for number in sorted((n for n in range(1, min(length, 64) + 1) if length % n == 0), key=lambda n: abs(n - parts))[
        :2
    ]:
        call = seen.call.with_parameter("num_or_size_splits", number)
        yield _same(before, "parts", call, parts=number)


def _rest(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    sizes, shape = seen.call.parameter("num_or_size_splits"), seen.shapes.get("value", (0,))
    axis = seen.call.parameter("axis") or 0
    if isinstance(sizes, tuple) and isinstance(axis, int) and -len(shape) <= axis < len(shape):
        missing = shape[axis] - int(str(values["sum"]))
        if missing > 0:
            yield _same(
                before, "with_rest", seen.call.with_parameter("num_or_size_splits", (*sizes, missing)), rest=missing
            )


def _last_place(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    index, axis = seen.call.parameter("index"), int(str(values["axis"]))
    if isinstance(index, Index) and axis < len(index.items):
        items = (*index.items[:axis], -1, *index.items[axis + 1 :])
        yield _same(before, "last_one", seen.call.with_parameter("index", Index(items)))


def _gather(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """A list between brackets: what was meant is gather."""
    index = seen.call.parameter("index")
    if isinstance(index, Index) and isinstance(index.items[0], tuple):
        inputs = (("params", _given(seen, "x")), ("indices", Typed(index.items[0], bare=True)))
        yield _same(before, "gather", Call("gather", inputs, (("axis", 0),)))


def _step_one(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    index = seen.call.parameter("index")
    if isinstance(index, Index):
        items = tuple(
            replace(item, step=1) if isinstance(item, Cut) and item.step == 0 else item for item in index.items
        )
        yield _same(before, "step_one", seen.call.with_parameter("index", Index(items)))


def _own_lists(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """Places that are numbers become lists of one number."""
    given = seen.call.given("indices")
    if isinstance(given, Typed) and isinstance(given.value, tuple):
        lists = replace(given, value=tuple((place,) for place in given.value))
        yield _same(before, "own_lists", seen.call.with_input("indices", lists))


def _backwards(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    yield _same(before, "count_down", seen.call.with_parameter("delta", -1))


def _as_variable(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    call = seen.call
    if call.operation == "assign_constant":
        (_, made), *rest = call.inputs
        yield _same(before, "as_variable", Call("assign", (("v", made), *rest)))
    elif isinstance(given := call.given("v"), Earlier):
        yield _changed(seen, before, "as_variable", "v", Call("variable", (("initial_value", given),)))


def _repeated(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """A single number for all cells of a variable."""
    name = seen.call.inputs[-1][0]
    shape = seen.shapes.get("v", ())
    if seen.shapes.get(name) == () and shape:
        step = Call("broadcast_to", (("input", _given(seen, name)),), (("shape", shape),))
        yield _changed(seen, before, "repeat", name, step, shape=shape)


def _to_number(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    name = next(iter(seen.dtypes), "x")
    given = seen.call.given(name)
    if given is not None:
        yield _same(before, "to_number", Call("to_number", (("input", given),)))


def _filled_rows(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    """Rows of unequal length filled with zeros."""
    name, given = seen.call.inputs[0] if seen.call.inputs else ("", None)
    if (
        isinstance(given, Typed)
        and isinstance(given.value, tuple)
        and all(isinstance(row, tuple) for row in given.value)
    ):
        rows = [row for row in given.value if isinstance(row, tuple)]
        longest = max(map(len, rows))
        filled: Value = tuple((*row, *(0,) * (longest - len(row))) for row in rows)
        yield _same(before, "fill_rows", seen.call.with_input(name, replace(given, value=filled)))


def _euclidean(values: dict[str, object], meant: Understood, seen: Seen, before: tuple[Call, ...]) -> Iterator[Found]:
    for order in (2, float("inf")):
        yield _same(before, "use_norm", seen.call.with_parameter("ord", order), order=order)


REPAIRS = {
    "matmul_inner": _inner, "matmul_rank": _as_row, "kinds_differ": _kinds, "other_number": _number,
    "needs_floats": _floats, "no_booleans": _both_whole, "broadcast": _broadcast, "whole_by_zero": _divided,
    "negative_power": _divided, "reshape_size": _reshape, "reshape_multiple": _reshape, "no_such_axis": _axis,
    "squeeze": _squeeze, "concat_differs": _differs, "stack_differs": _differs, "ranks_differ": _one_more,
    "concat_scalars": _stack, "uneven_parts": _parts, "parts_do_not_add_up": _rest, "index_out": _last_place,
    "list_as_index": _gather, "step_zero": _step_one, "places_not_lists": _own_lists, "range_backwards": _backwards,
    "constant_assigned": _as_variable, "assigned_shape": _repeated, "text_cast": _to_number,
    "uneven_rows": _filled_rows, "no_such_norm": _euclidean,
}  # fmt: skip
