"""The source of a function or class as a script has it: without types."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any


@cache
def untyped(thing: Callable[..., Any]) -> str:
    """The lines that define it, without the types of arguments, of variables and of what is given back."""
    text = inspect.getsource(thing).rstrip()
    # Python counts a line's places in bytes.
    lines = text.encode().splitlines()
    for line, start, end in sorted(_types(ast.parse(text)), reverse=True):
        lines[line - 1] = lines[line - 1][:start] + lines[line - 1][end:]
    return b"\n".join(lines).decode()


def _types(tree: ast.AST) -> Iterator[tuple[int, int, int]]:
    """Where a type stands, all on one line: the line's number, where to cut from, and to where."""
    for node in ast.walk(tree):
        match node:
            case ast.arg(arg=name, annotation=ast.expr() as kind):
                yield kind.lineno, node.col_offset + len(name.encode()), kind.end_col_offset or 0
            case ast.FunctionDef(returns=ast.expr() as kind):
                yield kind.lineno, kind.col_offset - len(" -> "), kind.end_col_offset or 0
            case ast.AnnAssign(target=target, annotation=kind):
                yield kind.lineno, target.end_col_offset or 0, kind.end_col_offset or 0
            case ast.arguments(args=places, defaults=defaults):
                yield from _spaces(places[len(places) - len(defaults) :], defaults)


def _spaces(places: Sequence[ast.arg], defaults: Sequence[ast.expr]) -> Iterator[tuple[int, int, int]]:
    """The spaces around the sign before a default, which has none where there is no type."""
    for place, default in zip(places, defaults, strict=True):
        if place.annotation is not None:
            end = place.annotation.end_col_offset or 0
            yield default.lineno, end, end + 1
            yield default.lineno, default.col_offset - 1, default.col_offset
