"""The lab's programs run: the few kinds of Python that its templates are written in, and nothing else."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf

BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow, ast.MatMult: operator.matmul,
}  # fmt: skip
NAMES: dict[str, Any] = {"tf": tf, "np": np, "float": float, "bool": bool}


def evaluate(program: ast.Module, known: dict[str, Any]) -> Any:
    """The value of a program's last line; `known` are the results of earlier steps by name.

    Raises what TensorFlow raises.
    """
    running = _Running({**NAMES, **known})
    for statement in program.body:
        value = running.do(statement)
    return value


class _Running:
    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names

    def do(self, statement: ast.stmt) -> Any:
        match statement:
            case ast.Expr(value):
                return self.value(value)
            case ast.Assign([ast.Name(name)], value):
                self._names[name] = self.value(value)
                return None
            case ast.Assign([ast.Tuple(targets)], value):
                for target, part in zip(targets, self.value(value), strict=True):
                    assert isinstance(target, ast.Name)
                    self._names[target.id] = part
                return None
            case ast.With([ast.withitem(made, ast.Name(name))], body):
                with self.value(made) as self._names[name]:
                    for line in body:
                        self.do(line)
                return None
        raise TypeError(f"no line of a template: {type(statement).__name__}")

    def value(self, tree: ast.expr) -> Any:
        match tree:
            case ast.Constant(value):
                return value
            case ast.Name(name):
                return self._names[name]
            case ast.List(parts):
                return [self.value(part) for part in parts]
            case ast.Tuple(parts):
                return tuple(self.value(part) for part in parts)
            case ast.Attribute(whole, name) if not name.startswith("_"):
                return getattr(self.value(whole), name)
            case ast.Call(called, given, named):
                arguments = [self.value(part) for part in given]
                return self.value(called)(*arguments, **{str(one.arg): self.value(one.value) for one in named})
        return self._composed(tree)

    def _composed(self, tree: ast.expr) -> Any:
        match tree:
            case ast.UnaryOp(ast.USub(), operand):
                return -self.value(operand)
            case ast.BinOp(left, symbol, right):
                return BINARY[type(symbol)](self.value(left), self.value(right))
            case ast.Compare(left, [ast.Eq()], [right]):
                return self.value(left) == self.value(right)
            case ast.Subscript(whole, index):
                return self.value(whole)[self.value(index)]
            case ast.Slice(start, stop, step):
                return slice(*(None if part is None else self.value(part) for part in (start, stop, step)))
        raise TypeError(f"no part of a template: {type(tree).__name__}")
