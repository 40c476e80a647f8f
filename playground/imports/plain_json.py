"""JSON of a stranger: of bounded size and depth, each key once, and no number that is none."""

from __future__ import annotations

import json
import re
from typing import Any

from playground.imports.refused import Refused, shown

MOST_BYTES = 8 << 20
MOST_DEPTH = 64
MOST_DIGITS = 19
# An unfinished string is taken to its end at once, so that nothing is looked at twice.
MARKS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', re.S)


def read_json(content: bytes) -> Any:
    """The values of a JSON text. Raises Refused."""
    if len(content) > MOST_BYTES:
        raise Refused("It is larger than {most} MiB.", most=MOST_BYTES >> 20)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("This is no text in UTF-8.") from error
    _check_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise Refused("This is no valid JSON, from line {line} on.", line=error.lineno) from error
    except RecursionError as error:
        raise Refused("It is nested deeper than {most} levels.", most=MOST_DEPTH) from error


def _check_depth(text: str) -> None:
    depth = 0
    for mark in MARKS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark[0], 0)
        if depth > MOST_DEPTH:
            raise Refused("It is nested deeper than {most} levels.", most=MOST_DEPTH)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1) if len(names) < 1000 else ""
        raise Refused("The key {key} is there twice.", key=shown(twice))
    return found


def _no_number(word: str) -> Any:
    raise Refused("{word} is no number.", word=word)


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise Refused("A number has more than {most} digits.", most=MOST_DIGITS)
    return int(digits)
