"""TensorFlow's code read as a chain of the lab's calls: by the operations' templates, nothing is run."""

from __future__ import annotations

import ast
import math
from functools import cache

from playground.lab.operation import Operation
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable, index_of, parsed, value_of
from playground.lab.values import MOST_STEPS, Call, Chain, Dtype, Earlier, Filled, Given, Typed, Value


def read_code(text: str) -> Chain:
    """One expression, such as `tf.matmul([[1, 2]], [[3], [4]]) + 1`; operations inside others are earlier steps.

    Raises Unreadable.
    """
    reader = _Reader()
    if not reader.read(parsed(text)):
        raise Unreadable("no_operation")
    return Chain(tuple(reader.calls))


def read_given(text: str) -> Given:
    """An input as code has it: cells, `tf.constant([1, 2], tf.int8)`, `tf.zeros([4, 32, 32, 3])`. Raises Unreadable."""
    given = _Reader().given(parsed(text))
    if isinstance(given, Earlier):
        raise Unreadable("no_value")
    return given


def default_call(operation: Operation) -> Call:
    """What the lab begins with."""
    if operation.start:
        inputs = tuple((name, Typed(value, bare=True)) for name, value in operation.start if name in operation.inputs)
        return Call(operation.name, inputs, tuple(pair for pair in operation.start if pair[0] in operation.parameters))
    reader = _Reader()
    if not reader.read(parsed(operation.example), operation.name) or len(reader.calls) > 1:
        raise Unreadable("no_operation")
    return reader.calls[0]


class _Reader:
    def __init__(self) -> None:
        self.calls: list[Call] = []

    def read(self, tree: ast.expr, only: str = "") -> bool:
        """Whether an operation, or only that one, is written like that; then it is the last step."""
        for operation, template in _templates():
            if only not in ("", operation.name):
                continue
            parts: dict[str, ast.expr] = {}
            if _matches(template, tree, operation.names, parts):
                kept = len(self.calls)
                call = self._call(operation, parts)
                if call is not None:
                    if len(self.calls) == MOST_STEPS:
                        raise Unreadable("too_many_steps", most=MOST_STEPS)
                    self.calls.append(call)
                    return True
                del self.calls[kept:]
        return False

    def _call(self, operation: Operation, parts: dict[str, ast.expr]) -> Call | None:
        inputs: list[tuple[str, Given]] = []
        parameters: list[tuple[str, Value]] = []
        for name in operation.names:
            if name not in parts:
                continue
            try:
                if name in operation.variables:
                    inputs.append((name, self._variable(parts[name])))
                elif name in operation.inputs:
                    inputs.append((name, self.given(parts[name])))
                else:
                    parameters.append((name, index_of(parts[name]) if name == "index" else value_of(parts[name])))
            except Unreadable:
                return None
        return Call(operation.name, tuple(inputs), tuple(parameters))

    def _variable(self, tree: ast.expr) -> Given:
        """What a variable begins with, where it is made in the call itself; else an earlier step."""
        match tree:
            case ast.Call(ast.Attribute(ast.Name("tf"), "Variable"), [value], []):
                kept = len(self.calls)
                given = self.given(value)
                if not isinstance(given, Earlier):
                    return given
                del self.calls[kept:]
        if not self.read(tree):
            raise Unreadable("no_value")
        return Earlier(len(self.calls) - 1)

    def given(self, tree: ast.expr) -> Given:
        """What an input is; an operation inside is an earlier step."""
        filled = _filled(tree)
        if filled is not None:
            return filled
        match tree:
            case ast.Call(ast.Attribute(ast.Name("tf"), "constant"), [value, *dtype], []) if len(dtype) < 2:
                kind = value_of(dtype[0]) if dtype else None
                return Typed(value_of(value), kind.name if isinstance(kind, Dtype) else None)
        try:
            return Typed(value_of(tree), bare=True)
        except Unreadable:
            if not self.read(tree):
                raise
        return Earlier(len(self.calls) - 1)


def _filled(tree: ast.expr) -> Filled | None:
    match tree:
        case ast.Call(ast.Attribute(ast.Name("tf"), ("zeros" | "ones") as kind), [size, *dtype], []) if len(dtype) < 2:
            shape, named = _shape(value_of(size)), value_of(dtype[0]) if dtype else None
            if shape is not None:
                return Filled("zeros" if kind == "zeros" else "ones", shape, getattr(named, "name", None))
        case ast.Call(ast.Attribute(ast.Name("tf"), "range"), [ast.Constant(int() as count)], []):
            return Filled("count", (count,))
        case ast.Call(
            ast.Attribute(ast.Name("tf"), "reshape"),
            [ast.Call(ast.Attribute(ast.Name("tf"), "range"), [ast.Constant(int() as count)], []), ast.List() as size],
            [],
        ):
            shape = _shape(value_of(size))
            if shape is not None and math.prod(shape) == count:
                return Filled("count", shape)
    return None


def _shape(value: Value) -> tuple[int, ...] | None:
    """Lengths of axes; None where a value is none, or one is below 0."""
    parts = value if isinstance(value, tuple) else (None,)
    lengths = tuple(part for part in parts if isinstance(part, int) and not isinstance(part, bool) and part >= 0)
    return lengths if len(lengths) == len(parts) else None


@cache
def _templates() -> tuple[tuple[Operation, ast.expr], ...]:
    """Every way of writing every operation of one expression; the ones that say more come first."""
    found = []
    for operation in OPERATIONS.values():
        for text in (operation.template, *operation.also):
            body = ast.parse(text).body
            if len(body) == 1 and isinstance(body[0], ast.Expr):
                found.append((operation, body[0].value))
    return tuple(sorted(found, key=lambda pair: -len(ast.unparse(pair[1]).partition("(")[0])))


def _matches(template: ast.AST, tree: ast.AST, names: tuple[str, ...], parts: dict[str, ast.expr]) -> bool:
    """Whether the tree is written like the template; what stands in place of its names comes into `parts`."""
    if isinstance(template, ast.Name) and template.id in names and isinstance(tree, ast.expr):
        parts[template.id] = tree
        return True
    if type(template) is not type(tree):
        return False
    if isinstance(template, ast.Call) and isinstance(tree, ast.Call):
        return _matches(template.func, tree.func, names, parts) and _arguments_match(template, tree, names, parts)
    if isinstance(template, ast.List) and isinstance(tree, ast.List):
        return len(tree.elts) <= len(template.elts) and all(
            _matches(a, b, names, parts) for a, b in zip(template.elts, tree.elts, strict=False)
        )
    fields = [field for field in template._fields if field != "ctx"]
    return all(_field_matches(getattr(template, field), getattr(tree, field, None), names, parts) for field in fields)


def _field_matches(ours: object, theirs: object, names: tuple[str, ...], parts: dict[str, ast.expr]) -> bool:
    if isinstance(ours, list) and isinstance(theirs, list):
        pairs = zip(ours, theirs, strict=False)
        return len(ours) == len(theirs) and all(_field_matches(a, b, names, parts) for a, b in pairs)
    if isinstance(ours, ast.AST):
        return isinstance(theirs, ast.AST) and _matches(ours, theirs, names, parts)
    return ours == theirs


def _arguments_match(template: ast.Call, tree: ast.Call, names: tuple[str, ...], parts: dict[str, ast.expr]) -> bool:
    """By place or by name, as a call may give them; what the template has and the call does not is not said."""
    if len(tree.args) > len(template.args):
        return False
    wanted = {getattr(part, "id", f"{place}"): part for place, part in enumerate(template.args)}
    given = dict(zip(wanted, tree.args, strict=False))
    wanted.update({keyword.arg or "": keyword.value for keyword in template.keywords})
    for keyword in tree.keywords:
        if keyword.arg not in wanted or keyword.arg in given:
            return False
        given[keyword.arg] = keyword.value
    for name, part in wanted.items():
        free = isinstance(part, ast.Name) and part.id in names
        if not (_matches(part, given[name], names, parts) if name in given else free):
            return False
    return True
