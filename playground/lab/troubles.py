"""TensorFlow's messages understood: which mistake it was, with its numbers, as a code for a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Call, Index

Shape = tuple[int, ...]
Values = dict[str, object]

# Where TensorFlow tells of its own insides.
INSIDES = (r"\{\{function_node [^}]*\}\} ?", r"\n?\s*\t; NodeDef.*", r" name: ?\S*$", r", node name: \w+")
# Its other names of kinds.
KIND_NAMES = {"float": "float32", "double": "float64", "half": "float16"}


def cleaned(said: str) -> str:
    """The message without what only TensorFlow's makers need."""
    for part in INSIDES:
        said = re.sub(part, "", said, flags=re.DOTALL)
    return said.strip()


@dataclass(frozen=True, slots=True)
class Seen:
    """The call that failed, and what its inputs were as far as they could be made."""

    call: Call
    shapes: dict[str, Shape]
    dtypes: dict[str, str]

    @property
    def pair(self) -> tuple[tuple[str, Shape], tuple[str, Shape]] | None:
        """The first two inputs that are there."""
        found = [(name, self.shapes[name]) for name in OPERATIONS[self.call.operation].inputs if name in self.shapes]
        return (found[0], found[1]) if len(found) > 1 else None


@dataclass(frozen=True, slots=True)
class Understood:
    """A code, values for its sentence, and the axes that clash, each of an input."""

    code: str
    values: tuple[tuple[str, object], ...] = ()
    clashes: tuple[tuple[str, int], ...] = ()


# What was seen does not tell what the message is about.
OTHER = Understood("other")


def understood(said: str, seen: Seen) -> Understood:
    """What a cleaned message means; "other" where it is none of the known ones."""
    for pattern, code, more in TABLE:
        found = re.search(pattern, said, re.DOTALL)
        if found:
            values: Values = {name: _read(text) for name, text in found.groupdict().items() if text is not None}
            found_more = more(seen, values) if more else None
            if found_more == OTHER:
                break
            if isinstance(found_more, Understood):
                return found_more
            return Understood(code, tuple(values.items()), found_more or ())
    return Understood(OTHER.code, (("said", said),))


def _read(text: str) -> object:
    """A number, a kind, a shape or words of a message."""
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return KIND_NAMES.get(text, text.replace(",", ", ").replace(",  ", ", "))


More = Callable[[Seen, Values], "tuple[tuple[str, int], ...] | Understood | None"]


def _broadcast(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | Understood | None:
    """The axes, from the right, whose lengths differ and are not 1."""
    shapes = dict(seen.shapes)
    if seen.call.operation == "broadcast_to":
        shape = seen.call.parameter("shape")
        wanted = tuple(part for part in shape if isinstance(part, int)) if isinstance(shape, tuple) else ()
        shapes = {**shapes, "shape": wanted}
    named = list(shapes.items())
    for (first, a), (second, b) in ((one, other) for one in named for other in named if one[0] < other[0]):
        for back in range(1, min(len(a), len(b)) + 1):
            if a[-back] != b[-back] and 1 not in (a[-back], b[-back]):
                values |= {"top": a[-back], "bottom": b[-back], "first": first, "second": second}
                values |= {"first_shape": a, "second_shape": b}
                return (first, len(a) - back), (second, len(b) - back)
    return None


def _inner(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | None:
    if seen.pair is None:
        return None
    (first, a), (second, b) = seen.pair
    axis_a = len(a) - (2 if seen.call.parameter("transpose_a") else 1)
    axis_b = len(b) - (1 if seen.call.parameter("transpose_b") else 2)
    if min(axis_a, axis_b) < 0 or axis_b >= len(b):
        return None
    values |= {"columns": a[axis_a], "rows": b[axis_b]}
    return (first, axis_a), (second, axis_b)


def _vector(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | None:
    name, shape = next(((name, shape) for name, shape in seen.shapes.items() if len(shape) < 2), ("a", ()))
    values |= {"name": name, "length": shape[0] if shape else 1}
    return ((name, 0),) if shape else ()


def _batches(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | None:
    if seen.pair is None:
        return None
    (first, a), (second, b) = seen.pair
    for back in range(3, min(len(a), len(b)) + 1):
        if a[-back] != b[-back] and 1 not in (a[-back], b[-back]):
            values |= {"first": a[-back], "second": b[-back]}
            return (first, len(a) - back), (second, len(b) - back)
    return None


def _concat_differs(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | Understood:
    return _differs(seen, values) or OTHER


def _differs(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | None:
    """Joined tensors: the first axis that may not differ and does."""
    joined = seen.call.parameter("axis") if seen.call.operation == "concat" else None
    if seen.pair is None:
        return None
    (first, a), (second, b) = seen.pair
    values |= {"along": joined, "first_shape": a, "second_shape": b}
    for axis, (one, other) in enumerate(zip(a, b, strict=False)):
        allowed = isinstance(joined, int) and axis in (joined, joined + len(a))
        if one != other and not allowed:
            values |= {"axis": axis, "first": one, "second": other}
            return (first, axis), (second, axis)
    return None


def _axis(seen: Seen, values: Values) -> Understood | None:
    """An axis that is not there, of the first input."""
    shape = next(iter(seen.shapes.values()), ())
    joins = seen.call.operation in ("stack", "expand_dims")
    axes = len(shape) + 1 if joins else len(shape)
    if axes == 0:
        return Understood("no_axes")
    said = [values.pop(name) for name in list(values) if name.startswith("axis")]
    values |= {"axes": axes, "last": axes - 1, "axis": said[0] if said else seen.call.parameter("axis")}
    return None


def _squeezed(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | None:
    name, shape = next(iter(seen.shapes.items()), ("input", ()))
    values["ones"] = tuple(axis for axis, length in enumerate(shape) if length == 1)
    return ((name, int(str(values["axis"]))),)


def _reshaped(seen: Seen, values: Values) -> None:
    shape = seen.call.parameter("shape")
    values["shape"] = " × ".join(map(str, shape)) if isinstance(shape, tuple) else str(shape)


def _each_axis(seen: Seen, values: Values) -> None:
    values["axes"] = len(next(iter(seen.shapes.values()), ()))


def _indexed(seen: Seen, values: Values) -> tuple[tuple[str, int], ...] | Understood | None:
    shape = seen.shapes.get("x", ())
    axis = int(str(values["axis"]))
    index = seen.call.parameter("index")
    if isinstance(index, Index) and any(isinstance(item, tuple) for item in index.items):
        return Understood("list_as_index")
    values |= {"length": shape[axis] if axis < len(shape) else 0, "last": shape[axis] - 1 if axis < len(shape) else -1}
    return (("x", axis),) if axis < len(shape) else None


def _too_many(seen: Seen, values: Values) -> Understood | None:
    index = seen.call.parameter("index")
    if isinstance(index, Index) and any(isinstance(item, tuple) for item in index.items):
        return Understood("list_as_index")
    values["given"] = len(index.items) if isinstance(index, Index) else 0
    return None


def _kind(seen: Seen, values: Values) -> Understood | None:
    """An operation that has no such kind of number; "Tindices" says that it is the places."""
    if values.get("attribute") == "Tindices":
        return Understood("places_not_whole", (("dtype", values["dtype"]),))
    values["operation"] = seen.call.operation
    code = {"bool": "no_booleans", "string": "no_texts"}.get(str(values["dtype"]), "needs_floats")
    return Understood(code, tuple(values.items()))


def _conversion(seen: Seen, values: Values) -> Understood | None:
    """A Python value that does not become the kind that is needed."""
    dtype = str(values["dtype"])
    code = {"string": "needs_text", "bool": "needs_booleans"}.get(dtype, "other_number")
    if str(values["value"])[:1] in "'\"b":
        code = "needs_number"
    return Understood(code, (("value", values["value"]), ("dtype", dtype)))


def _gathered(seen: Seen, values: Values) -> Understood | None:
    if int(str(values["index"])) < 0:
        return Understood("negative_place", tuple(values.items()))
    values["last"] = int(str(values["length"])) - 1
    return None


def _scattered(seen: Seen, values: Values) -> Understood | None:
    places, updates = seen.shapes.get("indices", ()), seen.shapes.get("updates", ())
    if len(places) == 1:
        return Understood("places_not_lists")
    values |= {"places": places[0] if places else 0, "values": updates[0] if updates else 0}
    return None


def _padded(seen: Seen, values: Values) -> None:
    values["length"] = int(str(values["length"]))


AXIS = r"(?P<axis>-?\d+)"

TABLE: tuple[tuple[str, str, More | None], ...] = (
    (r"Matrix size-incompatible", "matmul_inner", _inner),
    (r"In\[\d\] ndims must be >= 2", "matmul_rank", _vector),
    (r"In\[0\] mismatch In\[1\] shape", "matmul_inner", _inner),
    (r"compatible batch dimensions", "matmul_batches", _batches),
    (r"was expected to be an? (?P<first>\w+) tensor but is an? (?P<second>\w+) tensor", "kinds_differ", None),
    (r"Incompatible shapes: .* vs\. |must be broadcastable", "broadcast", _broadcast),
    (r"Cannot convert (?P<value>.+) to EagerTensor of dtype (?P<dtype>\w+)", "other_number", _conversion),
    (r"Value for attr '(?P<attribute>\w+)' of (?P<dtype>\w+) is not in the list", "needs_floats", _kind),
    (r"Integer division by zero", "whole_by_zero", None),
    (r"Integers to negative integer powers", "negative_power", None),
    (r"tensor with (?P<values>\d+) values, but the requested shape has (?P<places>\d+)", "reshape_size", _reshaped),
    (r"tensor with (?P<values>\d+) values, but the requested shape requires a multiple of (?P<multiple>\d+)",
     "reshape_multiple", _reshaped),
    (r"Only one input size may be -1", "two_unknown", None),
    (r"Size \d+ must be non-negative|Dimension (?P<length>-\d+) must be >= 0|Invalid shape|size.*negative|"
     r"Negative dimension size", "negative_length", None),
    (r"Can not squeeze dim\[(?P<axis>-?\d+)\], expected a dimension of 1, got (?P<length>\d+)", "squeeze", _squeezed),
    (r"not in range \[0, 0\)", "no_axes", None),
    (rf"Tried to expand dim index {AXIS}|in the range \[[^)]*\), but got (?P<axis2>-?\d+)|"
     r"Invalid reduction dimension \((?P<axis3>-?\d+)|`axis` = (?P<axis4>-?\d+) not in range|"
     r"Shape must be at least rank \d+ but is rank \d+|Expected axis in the range|"
     r"(?:Axis|axis|dim|split_dim)\b.*(?:out of|must be in).*range|-?\d+ is not in \[-\d+, \d+\)|"
     r"Tried to squeeze dim index (?P<axis5>-?\d+)", "no_such_axis", _axis),
    (r"transpose expects a vector of size (?P<needed>\d+)\. But input\(1\) is a vector of size (?P<got>\d+)",
     "order_length", None),
    (r"(?P<missing>\d+) is missing from \{(?P<order>[^}]*)\}", "order_missing", None),
    (r"multiples argument to be a vector of length \d+ but got length (?P<got>\d+)|"
     r"first dimension of paddings must be the rank of inputs\[(?P<pairs>\d+)", "one_for_each_axis", _each_axis),
    (r"Paddings must be non-negative", "negative_padding", None),
    (r"paddings must be (?:less than|no greater than) the dimension size: (?P<before>\d+), (?P<after>\d+) "
     r"(?:not less than|greater than) (?P<length>\d+)", "mirror_too_long", _padded),
    (r"Ranks of all input tensors should match", "ranks_differ", _differs),
    (r"ConcatOp : Dimension \d+ in both shapes must be equal", "concat_differs", _concat_differs),
    (r"Can't concatenate scalars", "concat_scalars", None),
    (r"Shapes of all inputs must match", "stack_differs", _differs),
    (r"split_dim \d+ \(size = (?P<length>\d+)\) and num_split (?P<parts>\d+)", "uneven_parts", None),
    (r"Determined shape must either match.*Got: (?P<sum>\d+)", "parts_do_not_add_up", None),
    (r"slice index (?P<index>-?\d+) of dimension (?P<axis>\d+) out of bounds", "index_out", _indexed),
    (r"Index out of range using input dim \d+; input has only (?P<axes>\d+) dims", "too_many_indices", _too_many),
    (r"are valid indices, got (?P<got>.+)", "no_kind_of_index", None),
    (r"strides\[\d+\] must be non-zero", "step_zero", None),
    (r"indices\[[^\]]*\] = (?P<index>-?\d+) is not in \[0, (?P<length>\d+)\)", "place_out", _gathered),
    (r"indices\[[^\]]*\] = \[(?P<place>[^\]]*)\] does not index into (?:param )?shape \[(?P<shape>[^\]]*)\]",
     "nd_place_out", None),
    (r"index innermost dimension length must be <= params rank; saw: (?P<length>\d+) vs\. (?P<axes>\d+)",
     "nd_place_long", None),
    (r"Dimensions \[\d+,\d+\) of (?:indices|input)\[shape=.*must match dimensions", "places_and_values", _scattered),
    (r"Shapes \((?P<needed>[\d, ]*?),?\) and \((?P<got>[\d, ]*?),?\) are incompatible", "mask_length", None),
    (r"non-rectangular Python sequence", "uneven_rows", None),
    (r"mixed types", "mixed", None),
    (r"out-of-range integer|Python int too large|out of bounds for|too large to convert", "whole_too_large", None),
    (r"Requires delta != 0", "delta_zero", None),
    (r"Requires start [<>]= limit when delta [<>] 0: (?P<start>[^/]+)/(?P<limit>[^ \[]+)", "range_backwards", None),
    (r"Shape mismatch.*variable shape \((?P<needed>[\d, ]*?),?\), and the assigned value shape \((?P<got>[\d, ]*?),?\)",
     "assigned_shape", None),
    (r"Cannot update variable with shape \[(?P<needed>[\d, ]*)\] using a Tensor with shape \[(?P<got>[\d, ]*)\]",
     "assigned_shape", None),
    (r"Cannot broadcast input shape \[(?P<got>[\d, ]*)\] into final shape \[(?P<needed>[\d, ]*)\]",
     "cells_shape", None),
    (r"has no attribute '(?:assign|scatter)", "constant_assigned", None),
    (r"could not correctly convert string: (?P<text>.*?)(?: \[Op|$)", "text_no_number", None),
    (r"Cast string to (?P<dtype>\w+) is not supported", "text_cast", None),
    (r"must be a supported vector norm, got (?P<order>\S+)", "no_such_norm", None),
    (r"truth value of an array", "many_truths", None),
)  # fmt: skip
