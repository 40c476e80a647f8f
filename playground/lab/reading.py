"""What a person types or pastes, read without running it: cells, lists, slices."""

from __future__ import annotations

import ast
import json
import math
import re
import warnings

from playground.lab.values import DTYPES, Cut, Dtype, Index, NewAxis, Rest, Value

MOST_TEXT, DEEPEST = 100_000, 32
NAMED = {"np.pi": math.pi, "np.inf": math.inf, "np.nan": math.nan, "np.e": math.e}
WORDS: dict[str, Value] = {"nan": math.nan, "inf": math.inf, "true": True, "false": False}
LARGEST_POWER, LARGEST_BASE = 64, 1_000


class Unreadable(ValueError):
    """Typed text that is no value; the code says what is wrong with it, for a sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def read_value(text: str) -> Value:
    """A number, a text, a list of lists as JSON or Python has it, as nested tuples.

    Raises Unreadable.
    """
    text = text.strip()
    if text.casefold() in WORDS:
        return WORDS[text.casefold()]
    try:
        return _frozen(json.loads(_checked(text)))
    except (ValueError, RecursionError):
        return value_of(parsed(text))


def read_pasted(text: str) -> Value:
    """A list as read_value has it, or a table as spreadsheets copy it: a row in each line. Raises Unreadable."""
    try:
        return read_value(text)
    except Unreadable:
        rows = [re.split(r"[\s,;]+", line.strip(" \t,;")) for line in text.strip().splitlines()]
        if not rows or not all(rows) or max(map(len, rows)) * len(rows) < 2:
            raise
        table = tuple(tuple(_number(cell) for cell in row) for row in rows)
        return table[0] if len(table) == 1 else table


def _number(text: str) -> Value:
    value = read_value(text)
    if isinstance(value, tuple):
        raise Unreadable("one_value")
    return value


def read_cell(text: str, like: Value) -> Value:
    """One cell, as its neighbour is: a text needs no quotation marks among texts."""
    if isinstance(like, str):
        return text
    value = read_value(text)
    if isinstance(value, tuple):
        raise Unreadable("one_value")
    return value


def read_index(text: str) -> Index:
    """What stands between brackets: `:, 0:28:2, ..., -1, tf.newaxis`. Raises Unreadable."""
    tree = parsed(f"x[{text}]")
    if not isinstance(tree, ast.Subscript) or not isinstance(tree.value, ast.Name):
        raise Unreadable("no_index")
    return index_of(tree.slice)


def parsed(text: str) -> ast.expr:
    """A Python expression as a tree. Raises Unreadable."""
    try:
        # Of `1if` Python would say on the terminal that it may not be meant so.
        with warnings.catch_warnings(action="ignore"):
            return ast.parse(_checked(text).strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise Unreadable("no_value") from None


def _checked(text: str) -> str:
    """Nothing that would keep a parser busy."""
    if len(text) > MOST_TEXT:
        raise Unreadable("too_long", most=MOST_TEXT)
    depth = deepest = 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        deepest = max(deepest, depth)
    if deepest > DEEPEST or text.count("-") + text.count("~") + text.count("not") > MOST_TEXT // 4:
        raise Unreadable("too_deep", most=DEEPEST)
    return text


def _frozen(value: object) -> Value:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise Unreadable("no_value")


def value_of(tree: ast.expr) -> Value:
    """The value that a tree says: constants, lists, signs, small powers, `np.pi`, `float("nan")`, `tf.int16`.

    Raises Unreadable.
    """
    match tree:
        case ast.Constant(bool() | int() | float() | str() | None as value):
            return value
        case ast.List(parts) | ast.Tuple(parts):
            return tuple(map(value_of, parts))
        case ast.UnaryOp(ast.USub() | ast.UAdd() as sign, operand):
            number = value_of(operand)
            if isinstance(number, int | float) and not isinstance(number, bool):
                return -number if isinstance(sign, ast.USub) else number
        case ast.BinOp(base, ast.Pow(), power):
            return _power(value_of(base), value_of(power))
        case ast.Attribute(ast.Name("np"), name) if f"np.{name}" in NAMED:
            return NAMED[f"np.{name}"]
        case ast.Attribute(ast.Name("tf"), name) if name in DTYPES:
            return Dtype(name)
        case ast.Name(("nan" | "inf") as name):
            return float(name)
        case ast.Call(ast.Name("float"), [ast.Constant("nan" | "inf" | "-inf" as word)], []):
            return float(word)
    raise Unreadable("no_value")


def _power(base: Value, power: Value) -> Value:
    small = isinstance(base, int) and isinstance(power, int) and abs(base) <= LARGEST_BASE
    if small and isinstance(base, int) and isinstance(power, int) and 0 <= power <= LARGEST_POWER:
        return int(base**power)
    raise Unreadable("no_value")


def index_of(tree: ast.expr) -> Index:
    """What a tree between brackets says. Raises Unreadable."""
    items = tree.elts if isinstance(tree, ast.Tuple) else [tree]
    return Index(tuple(map(_index_item, items)))


def _index_item(tree: ast.expr) -> int | float | str | tuple[int, ...] | Cut | Rest | NewAxis:
    match tree:
        case ast.Slice(start, stop, step):
            return Cut(*(_whole(part) for part in (start, stop, step)))
        case ast.Constant(value) if value is Ellipsis:
            return Rest()
        case ast.Constant(None) | ast.Attribute(ast.Name("tf"), "newaxis") | ast.Name("newaxis"):
            return NewAxis()
    said = value_of(tree)
    if isinstance(said, int | float | str):
        return said
    if isinstance(said, tuple) and all(isinstance(part, int) for part in said):
        return tuple(part for part in said if isinstance(part, int))
    raise Unreadable("no_index")


def _whole(tree: ast.expr | None) -> int | None:
    if tree is None:
        return None
    value = value_of(tree)
    if not isinstance(value, int):
        raise Unreadable("no_index")
    return value
