"""The code of a call: one tree, which is both what is shown and what is run."""

from __future__ import annotations

import ast
import math
from copy import deepcopy

from playground.lab.operation import Operation
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Call, Chain, Cut, Dtype, Earlier, Filled, Given, Index, NewAxis, Rest, Typed, Value

SAID_NOTHING: ast.expr = ast.Constant(value="\0nothing")
STEP = "step{}"


def program_of(call: Call, template: str = "") -> ast.Module:
    """The call's operation with its inputs and parameters in it; what is not said of it is left out.

    Earlier results are names, `step1` being the first. Another template with the same names may be filled in.
    """
    operation = OPERATIONS[call.operation]
    program = ast.parse(template) if template else deepcopy(operation.program)
    parts: dict[str, ast.expr] = dict.fromkeys(operation.names, SAID_NOTHING)
    bare = _needs_tensors(operation, call)
    for name, given in call.inputs:
        made = name in operation.variables and not isinstance(given, Earlier)
        parts[name] = _call("tf.Variable", given_tree(given)) if made else given_tree(given, name not in bare)
    parts.update({name: value_tree(value) for name, value in call.parameters})
    _Filling(parts).visit(program)
    return ast.fix_missing_locations(program)


def _needs_tensors(operation: Operation, call: Call) -> tuple[str, ...]:
    """Inputs that have to be tensors: of `[1] + [2]` Python would make a longer list."""
    plain = [name for name, given in call.inputs if isinstance(given, Typed) and given.bare]
    if operation.symbol and operation.template[0] != "t" and len(plain) == len(call.inputs):
        return tuple(plain[:1])
    return ()


class _Filling(ast.NodeTransformer):
    """Puts trees in place of names, and takes out what is not said."""

    def __init__(self, parts: dict[str, ast.expr]) -> None:
        self._parts = parts

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._parts.get(node.id, node) if isinstance(node.ctx, ast.Load) else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        node.args = [part for part in node.args if part is not SAID_NOTHING]
        node.keywords = [keyword for keyword in node.keywords if keyword.value is not SAID_NOTHING]
        return node

    def visit_List(self, node: ast.List) -> ast.AST:
        self.generic_visit(node)
        node.elts = [part for part in node.elts if part is not SAID_NOTHING]
        return node


def given_tree(given: Given, may_be_bare: bool = True) -> ast.expr:
    """The code that makes an input."""
    if isinstance(given, Earlier):
        return ast.Name(STEP.format(given.step + 1), ast.Load())
    if isinstance(given, Filled):
        return _filled_tree(given)
    if given.bare and given.dtype is None and may_be_bare:
        return value_tree(given.value)
    dtype = [] if given.dtype is None else [value_tree(Dtype(given.dtype))]
    return _call("tf.constant", value_tree(given.value), *dtype)


def _filled_tree(filled: Filled) -> ast.expr:
    shape = value_tree(filled.shape)
    dtype = [] if filled.dtype is None else [value_tree(Dtype(filled.dtype))]
    if filled.kind in ("zeros", "ones"):
        return _call(f"tf.{filled.kind}", shape, *dtype)
    if filled.kind == "random":
        numbers = _call("tf.random.stateless_uniform", shape, value_tree((0, 0)), value_tree(-1.0), value_tree(1.0))
        return _call("tf.cast", numbers, *dtype) if dtype else numbers
    numbers = _call("tf.range", value_tree(math.prod(filled.shape)))
    if dtype:
        numbers.keywords = [ast.keyword("dtype", dtype[0])]
    return numbers if len(filled.shape) == 1 else _call("tf.reshape", numbers, shape)


def _call(name: str, *given: ast.expr) -> ast.Call:
    return ast.Call(_path(name), list(given), [])


def _path(name: str) -> ast.expr:
    first, *rest = name.split(".")
    tree: ast.expr = ast.Name(first, ast.Load())
    for part in rest:
        tree = ast.Attribute(tree, part, ast.Load())
    return tree


def value_tree(value: Value) -> ast.expr:
    """The code of a value."""
    if isinstance(value, tuple):
        return ast.List([value_tree(part) for part in value], ast.Load())
    if isinstance(value, Dtype):
        return _path(f"tf.{value.name}")
    if isinstance(value, Index):
        return _index_tree(value)
    if isinstance(value, float) and not math.isfinite(value):
        return _call("float", ast.Constant("nan" if math.isnan(value) else f"{value:g}"))
    if isinstance(value, int | float) and not isinstance(value, bool) and math.copysign(1, value) < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


def _index_tree(index: Index) -> ast.expr:
    parts = [_item_tree(item) for item in index.items]
    return parts[0] if len(parts) == 1 else ast.Tuple(parts, ast.Load())


def _item_tree(item: object) -> ast.expr:
    match item:
        case Cut(start, stop, step):
            return ast.Slice(*(None if part is None else value_tree(part) for part in (start, stop, step)))
        case Rest():
            return ast.Constant(...)
        case NewAxis():
            return _path("tf.newaxis")
        case int() | float() | str() | tuple():
            return value_tree(item)
    raise TypeError(f"no part of an index: {item!r}")


# As text


def code_of(call: Call) -> str:
    """What is run, as it is shown; several lines where the operation takes several."""
    return ast.unparse(program_of(call))


def written_on(call: Call) -> str:
    """What an operation does to a variable, without the variable: `assign_add([1, 1])`."""
    tree = program_of(call.with_input(OPERATIONS[call.operation].variables[0], Earlier(0)))
    return ast.unparse(tree).removeprefix(STEP.format(1)).removeprefix(".")


def script(chain: Chain) -> str:
    """A whole program that prints the last result."""
    lines = ["import numpy as np", "import tensorflow as tf", ""]
    for number, call in enumerate(chain.calls, start=1):
        *before, last = code_of(call).split("\n")
        lines += [*before, f"{STEP.format(number)} = {last}"]
    if "np." not in "\n".join(lines[3:]):
        del lines[0]
    return "\n".join([*lines, f"print({STEP.format(len(chain.calls))})", ""])
