"""Tables that were damaged at random: each is read or refused, soon, and what is made of it is sound.

FUZZED_TABLES=20000 tries as many.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import numpy as np

from playground.datasets.dataset import load
from playground.document.settings import DataSettings
from playground.tables.choices import acts_for, first_choices
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.tables.reading import TableError

MESSY = Path(__file__).parent.parent / "reference" / "tables"
COUNT = int(os.environ.get("FUZZED_TABLES", "400"))
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


def mutated(content: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 8)):
        place = dice.randint(0, len(content))
        match dice.randint(0, 4):
            case 0:
                content = content[:place] + dice.choice(PIECES) * dice.choice((1, 1, 3, 200)) + content[place:]
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


def test_damaged_tables_are_read_or_refused(tmp_path) -> None:
    seeds = [path.read_bytes()[:4000] for path in sorted(MESSY.glob("*.csv"))]
    path, read, made, slowest = tmp_path / "t.csv", 0, 0, 0.0
    for number in range(COUNT):
        dice = random.Random(number)
        path.write_bytes(mutated(dice.choice(seeds), dice))
        start = time.perf_counter()
        try:
            table = open_table(path, chinese=number % 2 == 0)
        except TableError:
            continue
        finally:
            slowest = max(slowest, time.perf_counter() - start)
        read += 1
        assert all(len(row) == len(table.columns) == len(set(table.grid.names)) for row in table.grid.rows)
        choices = first_choices(table.columns)
        for fault in prepare(table, choices, "t").waiting:
            choices = choices.with_repair(fault, dice.choice(acts_for(fault)))
        prepared = prepare(table, choices, "t")
        if prepared.own is not None:
            made += 1
            data = load(DataSettings(own=prepared.own))
            assert np.isfinite(data.points).all()
            assert np.isfinite(data.labels).all()
        else:
            assert prepared.trouble
            assert not prepared.waiting
    assert read > COUNT / 4
    assert made > COUNT / 20
    assert slowest < SLOWEST
