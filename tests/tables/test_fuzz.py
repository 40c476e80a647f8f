"""Tables that were damaged at random: each is read or refused, soon, and what is made of it is sound.

FUZZED_TABLES=20000 tries as many of each kind, FUZZED_FROM=400 begins with that number.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from playground.datasets.dataset import load
from playground.document.settings import DataSettings
from playground.tables.choices import acts_for, first_choices
from playground.tables.opening import Table, open_table
from playground.tables.preparing import prepare
from playground.tables.reading import TableError
from playground.ui.tables.said import error_text, fault_text, remark_text
from tests.tables.books import COVERED, ods_cell, ods_error, ods_row, rows_of, write_ods, write_xlsx

MESSY = Path(__file__).parent.parent / "reference" / "tables"
COUNT, FIRST = int(os.environ.get("FUZZED_TABLES", "400")), int(os.environ.get("FUZZED_FROM", "0"))
JSON_PIECES = (
    b"NaN", b"-Infinity", b"1e999", b"9007199254740993", b"null", b"true", b'"', b'""', b'"x"', b"[[]]", b"{}", b"01",
    b"{", b",",
        b'"\\ud800"', b"\n", b"\xff", b"\0", b'1, "x": 2', b'1, "y2": 2',
)  # fmt: skip
XML_PIECES = (
    b"A1", b"XFD1048576", b"b", b"e", b"str", b"s", b"9", b"-1", b"99999999999", b"1e999", b"float", b"date", b"#REF!",
    b"<", b">", b'"', b"&", b"&#x0;", b"</c>", b"<c/>", b'r="ZZZ99999999"', b' table:number-rows-repeated="99999999"',
    b' table:number-columns-repeated="-1"', b"\xff", b"\0", b"1e400", b"-", b"0", b"<row/>", b"<table:table-row/>",
)  # fmt: skip
PIECES = (
    b'"',
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"1e400",
    b"-",
    b"inf",
    b"NA",
    b"'",
    b"0",
)
SLOWEST = 5.0


def mutated(content: bytes, dice: random.Random, pieces: Sequence[bytes]) -> bytes:
    for _ in range(dice.randint(1, 8)):
        place = dice.randint(0, len(content))
        match dice.randint(0, 4):
            case 0:
                content = content[:place] + dice.choice(pieces) * dice.choice((1, 1, 3, 200)) + content[place:]
            case 1:
                content = content[:place] + content[place + dice.randint(1, 9) :]
            case 2:
                content = content[:place]
            case 3:
                content = content[:place] + bytes([dice.randrange(256)]) + content[place + 1 :]
            case 4:
                start = dice.randint(0, len(content))
                content = content[:place] + content[start : start + dice.randint(1, 80)] + content[place:]
    return content


def scratched(content: bytes, dice: random.Random, pieces: Sequence[bytes]) -> bytes:
    """A few bytes are others, or a piece stands in place of as many: the length stays."""
    damaged = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 4))):
        place = dice.randrange(len(damaged))
        piece = dice.choice((*pieces, bytes([dice.randrange(256)])))[: len(damaged) - place]
        damaged[place : place + len(piece)] = piece
    return bytes(damaged)


def another(content: bytes, dice: random.Random, pieces: Sequence[bytes]) -> bytes:
    """Of a few places that have a value one of the pieces has come there."""
    for _ in range(dice.randint(1, 4)):
        values = list(re.finditer(rb'(?<=": )[^,{}\[\]]+|(?<==")[^"]*|(?<=>)[^<>]*(?=</)', content))
        value = dice.choice(values)
        content = content[: value.start()] + dice.choice(pieces) + content[value.end() :]
    return content


def damaged(kind: str, content: bytes, dice: random.Random) -> bytes:
    if kind == "parquet":
        return scratched(content, dice, ())
    if kind == "jsonl":
        return (mutated if dice.random() < 0.3 else another)(content, dice, JSON_PIECES)
    if kind == "csv" or dice.random() < 0.2:
        return mutated(content, dice, PIECES)
    # A workbook, of which one of the parts is damaged, and the archive is not.
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as archive:
        damage, names = dice.choice((scratched, another)), [name for name in old.namelist() if b"=" in old.read(name)]
        chosen = dice.choice(names)
        for name in old.namelist():
            part = old.read(name)
            archive.writestr(name, damage(part, dice, XML_PIECES) if name == chosen else part)
    return made.getvalue()


def texts(folder: Path) -> list[bytes]:
    return [path.read_bytes()[:4000] for path in sorted(MESSY.glob("*.csv"))]


def json_lines(folder: Path) -> list[bytes]:
    rows = [{"x": n, "y": f"{n / 7:.3f}", "k": "ab"[n % 2], "o": {"a": [n, None]}} for n in range(12)]
    lines = "\n".join(json.dumps(row) for row in rows).encode()
    return [
        lines,
        lines.replace(b'"x": 3', b'"x": NaN'),
        '{"长": 1, "k": "北"}\n{"长": 2, "k": "京"}\n'.encode("gb18030"),
    ]


def workbooks(folder: Path) -> list[bytes]:
    rows = rows_of(
        ["x", "y", "k"], *[[1.5 * n, (1, 45000 + n), "ab"[n % 2]] for n in range(9)], [("e", "#DIV/0!"), 1, "a"]
    )
    write_xlsx(
        folder / "t.xlsx",
        {"cover": rows_of(["me"]), "data": rows},
        more='<mergeCells><mergeCell ref="C2:C4"/></mergeCells>',
    )
    return [(folder / "t.xlsx").read_bytes()]


def open_documents(folder: Path) -> list[bytes]:
    spanned = (
        ods_row(ods_cell("a", 'table:number-rows-spanned="2"'), ods_cell(1.0)),
        ods_row(COVERED, ods_error("#N/A")),
    )
    plain = [ods_row(ods_cell("ab"[n % 2]), ods_cell(1.5 * n)) for n in range(9)]
    write_ods(
        folder / "t.ods", ods_row(ods_cell("k"), ods_cell("x")), *spanned, *plain, ods_row(ods_cell("b"), times=3)
    )
    return [(folder / "t.ods").read_bytes()]


def parquets(folder: Path) -> list[bytes]:
    columns = {
        "x": np.arange(40.0), "n": np.arange(40), "k": ["ab"[n % 2] for n in range(40)], "l": [[n] for n in range(40)],
        "d": pa.array(range(40), pa.timestamp("us")), "b": [None, True] * 20,
    }  # fmt: skip
    found = []
    for settings in ({}, {"compression": "gzip", "use_dictionary": False}, {"row_group_size": 16, "version": "1.0"}):
        pq.write_table(pa.table(columns), folder / "t.parquet", **settings)
        found.append((folder / "t.parquet").read_bytes())
    return found


# By the ending: what is damaged, and which share of it at least is read all the same.
KINDS = {
    "csv": (texts, 1 / 4), "jsonl": (json_lines, 1 / 10), "xlsx": (workbooks, 1 / 10), "ods": (open_documents, 1 / 20),
    "parquet": (parquets, 1 / 20),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_tables_are_read_or_refused(tmp_path, kind: str) -> None:
    make, least = KINDS[kind]
    seeds, path, read, made, slowest = make(tmp_path), tmp_path / f"t.{kind}", 0, 0, 0.0
    for number in range(FIRST, FIRST + COUNT):
        dice = random.Random(number)
        seed = dice.choice(seeds)
        path.write_bytes(damaged(kind, seed, dice))
        start = time.perf_counter()
        try:
            table = open_table(path, chinese=number % 2 == 0)
        except TableError as error:
            told = error_text(error)
        else:
            read += 1
            told = "read"
            made += is_sound(table, dice)
        assert told
        slowest = max(slowest, time.perf_counter() - start)
    assert read > COUNT * least
    assert made > COUNT * least / 5
    assert slowest < SLOWEST


def is_sound(table: Table, dice: random.Random) -> bool:
    """Whether there is anything to learn from, which is checked; else it is said why not."""
    assert all(len(row) == len(table.columns) == len(set(table.grid.names)) for row in table.grid.rows)
    assert all(map(remark_text, table.remarks))
    choices = first_choices(table.columns)
    for fault in prepare(table, choices, "t").waiting:
        assert fault_text(fault)
        choices = choices.with_repair(fault, dice.choice(acts_for(fault)))
    prepared = prepare(table, choices, "t")
    if prepared.own is None:
        assert prepared.trouble
        assert not prepared.waiting
        return False
    data = load(DataSettings(own=prepared.own))
    assert np.isfinite(data.points).all()
    assert np.isfinite(data.labels).all()
    return True
