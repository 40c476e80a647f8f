"""JSON lines, an object a line, as rows of cells' texts."""

from __future__ import annotations

import json
import re
from typing import Any

from playground.tables.blocks import Step, no_step
from playground.tables.cells import STRIDE
from playground.tables.guessing import refuse
from playground.tables.letters import encoding_of
from playground.tables.reading import TableError, printable
from playground.tables.workbooks import Rows, cell_text

# Half of a character, which JSON can write and no file can hold.
_HALF = re.compile("[\ud800-\udfff]")


def json_rows(data: bytes, chinese: bool = False, step: Step = no_step) -> tuple[Rows, tuple[int, ...]]:
    """Names and rows with their lines, and the places of columns that hold lists or objects.

    Names that only some lines have are missing in the others. Raises TableError, and what `step` does.
    """
    refuse(data)
    names: dict[str, None] = {}
    nested: dict[str, None] = {}
    records: list[tuple[int, dict[str, Any]]] = []
    lines = re.split(r"\r\n|\r|\n", _text(data, chinese))
    for line, text in enumerate(lines, 1):
        if not line % STRIDE:
            step(0.5 * line / len(lines))
        if not text.strip():
            continue
        record = _record(text, line)
        nested |= {name: None for name, value in record.items() if isinstance(value, dict | list)}
        names |= dict.fromkeys(record)
        if (broken := _HALF.search("".join(map(str, (*record, *record.values()))))) is not None:
            raise TableError("bad_json_bytes", line=line, value=f"\\u{ord(broken[0]):x}")
        records.append((line, record))
    if not records:
        raise TableError("no_rows")
    # The names stand in no line of their own.
    rows = [(line, [cell_text(record.get(name)) for name in names]) for line, record in records]
    return [(0, list(names)), *rows], tuple(place for place, name in enumerate(names) if name in nested)


def _text(data: bytes, chinese: bool) -> str:
    encoding = encoding_of(data, chinese)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError("bad_json_bytes", line=line, value=data[error.start : error.end][:8].hex(" ")) from error


def _record(text: str, line: int) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise TableError("json_name_twice", line=line, name=printable(twice, 60))
        return made

    try:
        # Numbers stay as they are written: what does not fit is told as it is in any other table.
        record = json.loads(text, object_pairs_hook=once, parse_int=str, parse_float=str, parse_constant=_constant)
    except TableError:
        raise
    except (ValueError, RecursionError) as error:
        raise TableError("bad_json_line", line=line, value=printable(text, 60)) from error
    if not isinstance(record, dict):
        raise TableError("bad_json_line", line=line, value=printable(text, 60))
    return record


def _constant(word: str) -> str:
    """NaN is no value; an infinity is told."""
    return "" if word == "NaN" else word
