"""What a person does in the lab, as values: a chain of calls, the one that is looked at, and each change of it."""

from __future__ import annotations

import ast
import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from playground.frames.lab import LabQuestion, LabTensor
from playground.lab.code import value_tree
from playground.lab.matching import default_call
from playground.lab.operation import KINDS
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import read_cell, read_index, read_pasted, read_value
from playground.lab.values import MOST_STEPS, Call, Chain, Earlier, Filled, Index, Rest, Typed, Value

# Up to so many cells a tensor is typed; a larger one is filled.
MOST_EDITED = 256


@dataclass(frozen=True, slots=True)
class Work:
    """`at` is the call that is shown, counted from 0; those after it are kept as long as nothing before changes."""

    chain: Chain
    at: int

    @property
    def call(self) -> Call:
        return self.chain.calls[self.at]

    @property
    def question(self) -> LabQuestion:
        """What is to be asked: the calls up to the one that is shown."""
        return LabQuestion(Chain(self.chain.calls[: self.at + 1]))

    @property
    def has_room(self) -> bool:
        """Whether another call may follow the one that is shown."""
        return self.at + 1 < MOST_STEPS

    def with_call(self, call: Call) -> Work:
        """Another call in the place of the one that is shown."""
        calls = list(self.chain.calls)
        calls[self.at] = call
        return replace(self, chain=Chain(tuple(calls)))

    def look_at(self, step: int) -> Work:
        return replace(self, at=step)


def begin(operation: str) -> Work:
    """An operation with what it begins with, alone."""
    return Work(Chain((default_call(OPERATIONS[operation]),)), 0)


def of_chain(chain: Chain) -> Work:
    """A whole chain, its last call shown."""
    return Work(chain, len(chain.calls) - 1)


def go_on(work: Work, operation: str, result: LabTensor | None = None) -> Work:
    """Use the result as the first input of another operation; what came after the shown call goes.

    An assignment takes a variable, which is made of a result that is none, and values of its shape.
    """
    calls, call = work.chain.calls[: work.at + 1], default_call(OPERATIONS[operation])
    names, changes = OPERATIONS[operation].inputs, OPERATIONS[operation].variables
    if changes and OPERATIONS[work.call.operation].group != "variables":
        calls = (*calls, Call("variable", (("initial_value", Earlier(work.at)),)))
    if names:
        call = call.with_input(names[0], Earlier(len(calls) - 1))
    if changes and result is not None:
        call = _fitting(call, result)
    return of_chain(Chain((*calls, call)))


# How a cell of a kind is made of a whole number.
MAKES: dict[str, Callable[[int], Value]] = {"float": float, "bool": bool, "string": str}


def _fitting(call: Call, variable: LabTensor) -> Call:
    """An assignment whose values have the shape and kind of a variable, at places that it has."""
    shape = variable.shape
    make = MAKES.get(variable.dtype.rstrip("0123456789"), int)
    if call.operation == "assign_cells":
        call = call.with_parameter("index", Index((0,) * len(shape) or (Rest(),)))
        return call.with_input("value", Typed(make(0), bare=True))
    if "indices" in dict(call.inputs):
        places = tuple(dict.fromkeys(((0,) * len(shape), tuple(length - 1 for length in shape))))
        call = call.with_input("indices", Typed(places, bare=True))
        return call.with_input("updates", Typed(tuple(make(1) for _ in places), bare=True))
    count = math.prod(shape)
    if count > MOST_EDITED:
        return call.with_input(call.inputs[1][0], Filled("ones", shape, variable.dtype))
    return call.with_input(call.inputs[1][0], Typed(_nested([make(1)] * count, shape), bare=True))


def with_cell(work: Work, name: str, tensor: LabTensor, place: int, text: str) -> Work:
    """One cell of an input typed anew. Raises Unreadable."""
    if tensor.values is None:
        return work
    cells = [
        one.decode("utf-8", "replace") if isinstance(one, bytes) else one for one in tensor.values.ravel().tolist()
    ]
    cells[place] = read_cell(text, cells[place])
    return work.with_call(work.call.with_input(name, _typed(work, name, cells, tensor.shape)))


def _typed(work: Work, name: str, cells: list[Value], shape: tuple[int, ...]) -> Typed:
    """Cells in their shape, of the kind and as bare as the input was."""
    before = work.call.given(name)
    bare = isinstance(before, Typed) and before.bare
    dtype = before.dtype if isinstance(before, Typed | Filled) else None
    return Typed(_nested(cells, shape), dtype, bare)


def _nested(cells: list[Value], shape: tuple[int, ...]) -> Value:
    if not shape:
        return cells[0]
    size = len(cells) // shape[0] if shape[0] else 0
    return tuple(_nested(cells[start * size : (start + 1) * size], shape[1:]) for start in range(shape[0]))


def with_list(work: Work, name: str, text: str) -> Work:
    """A whole input pasted. Raises Unreadable."""
    before = work.call.given(name)
    bare = isinstance(before, Typed) and before.bare and before.dtype is None
    return work.with_call(work.call.with_input(name, Typed(read_pasted(text), bare=bare)))


def with_dtype(work: Work, name: str, dtype: str | None) -> Work:
    """An input of another kind; None leaves it to TensorFlow."""
    given = work.call.given(name)
    if isinstance(given, Typed | Filled):
        return work.with_call(work.call.with_input(name, replace(given, dtype=dtype)))
    return work


# Operations that take a list of tensors, as long as their templates have names.
LISTS = ("concat", "stack", "join")


def next_input(call: Call) -> str:
    """The input that may be added to a list of them; "" where there is none."""
    missing = [name for name in OPERATIONS[call.operation].inputs if call.given(name) is None]
    return missing[0] if missing and call.operation in LISTS else ""


def with_one_more(work: Work, name: str) -> Work:
    """One input more, like the last one."""
    return work.with_call(work.call.with_input(name, work.call.inputs[-1][1]))


def with_other_numbers(work: Work, tensors: Mapping[str, LabTensor]) -> Work:
    """Other small numbers in the inputs that are followed; those that say where stay as they are."""
    call = work.call
    for name, given in call.inputs:
        tensor = tensors.get(name)
        followed = name in OPERATIONS[call.operation].followed and isinstance(given, Typed | Filled)
        if not followed or tensor is None or tensor.values is None or tensor.values.size > MOST_EDITED:
            continue
        kind = tensor.values.dtype.kind
        if kind in "iufb" and tensor.values.size:
            cells = [_other(kind) for _ in range(tensor.values.size)]
            call = call.with_input(name, _typed(work, name, cells, tensor.shape))
    return work.with_call(call)


def _other(kind: str) -> Value:
    if kind == "b":
        return random.random() < 0.5
    if kind == "f":
        return round(random.uniform(-3, 3), 1)
    return random.randint(0 if kind == "u" else -9, 9)


def with_shape(work: Work, name: str, tensor: LabTensor, shape: tuple[int, ...]) -> Work:
    """An input of another shape: its cells go on counting where they were few, a large one is filled."""
    count = 1
    for length in shape:
        count *= length
    given = work.call.given(name)
    dtype = given.dtype if isinstance(given, Typed | Filled) else None
    if isinstance(given, Filled) or count > MOST_EDITED or tensor.values is None or not tensor.values.size:
        kind = given.kind if isinstance(given, Filled) else "random"
        return work.with_call(work.call.with_input(name, Filled(kind, shape, dtype)))
    cells = tensor.values.ravel().tolist()
    cells = [one.decode("utf-8", "replace") if isinstance(one, bytes) else one for one in cells]
    kept = (cells * (count // len(cells) + 1))[:count]
    return work.with_call(work.call.with_input(name, _typed(work, name, kept, shape)))


def parameter_text(work: Work, name: str) -> str:
    """A parameter as it is typed; nothing where it is not said."""
    said = dict(work.call.parameters)
    if name not in said:
        return ""
    value = said[name]
    if isinstance(value, str):
        return value
    text = ast.unparse(value_tree(value))
    return text.removeprefix("(").removesuffix(")") if KINDS.get(name) == "index" else text


def with_parameter(work: Work, name: str, text: str) -> Work:
    """A parameter typed anew; nothing leaves it to TensorFlow. Raises Unreadable."""
    if not text.strip():
        return work.with_call(work.call.without(name))
    kind = KINDS.get(name, "number")
    if kind == "index":
        return work.with_call(work.call.with_parameter(name, read_index(text)))
    if kind == "choice" or name == "name":
        return work.with_call(work.call.with_parameter(name, text))
    return work.with_call(work.call.with_parameter(name, read_value(text)))


def with_value(work: Work, name: str, value: Value) -> Work:
    """A parameter chosen: a kind, or whether."""
    return work.with_call(work.call.with_parameter(name, value))
