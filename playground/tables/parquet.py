"""A Parquet file as a table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray
from pyarrow import types

from playground.tables.blocks import IrregularError, Step
from playground.tables.cells import MOST_COLUMNS, Grid, named
from playground.tables.columns import CATEGORY, DATE, NUMBER, TEXT, YES, Column
from playground.tables.parts import FIRST, LAST, Part, Plan, Values, Words, are_plain, codes_of, numbers_of
from playground.tables.reading import MOST_CELLS, MOST_LETTERS, Reading, Remark, TableError
from playground.tables.stored import Store, is_for_disk

BATCH = 1 << 16
# Rows of which the texts may be long.
FEW = 1 << 10

CellText = Callable[[Any], str]


def parquet_rows(data: bytes, cell: CellText) -> tuple[list[tuple[int, list[str]]], tuple[int, ...]]:
    """Names and rows of a small one's cells with their lines, each written by `cell`, and the places of columns of
    lists and the like. Raises TableError."""
    with _told():
        found = _opened(pa.BufferReader(data))
        cells = found.metadata.num_rows * found.metadata.num_columns
        if cells > MOST_CELLS:
            raise TableError("too_many_cells", cells=cells, most=MOST_CELLS)
        table = _bounded(found)
        columns = [[cell(value) for value in _readable(column).to_pylist()] for column in table.columns]
    rows = [table.column_names, *map(list, zip(*columns, strict=True))]
    nested = [place for place, each in enumerate(table.schema) if _is_nested(each.type)]
    return list(enumerate(rows, 1)), tuple(nested)


def _opened(file: Any, **how: Any) -> pq.ParquetFile:
    """A text that many cells have stands there once, as it does in the file."""
    schema = pq.read_schema(file)
    texts = [each.name for each in schema if types.is_string(each.type) or types.is_binary(each.type)]
    if hasattr(file, "seek"):
        file.seek(0)
    return pq.ParquetFile(file, read_dictionary=texts, **how)


def _bounded(file: pq.ParquetFile) -> pa.Table:
    """All rows. Raises TableError where what each cell has takes too much memory, whatever the file takes."""
    batches, taken = [], 0
    for batch in file.iter_batches(FEW):
        taken += sum(map(_bytes, batch.columns))
        if taken > MOST_LETTERS:
            raise TableError("file_too_large", mib=taken >> 20, most=MOST_LETTERS >> 20)
        batches.append(batch)
    return pa.Table.from_batches(batches, batches[0].schema) if batches else file.read()


def _bytes(column: pa.Array) -> int:
    """With a text for each cell."""
    if not types.is_dictionary(column.type):
        return int(column.nbytes)
    return int(pc.sum(pc.take(pc.binary_length(column.dictionary), column.indices)).as_py() or 0)


def _readable(column: pa.Array) -> pa.Array:
    """The column with a text for each cell, and its times as texts: Python knows neither nanoseconds nor all years."""
    if types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    is_plain_time = types.is_temporal(column.type) and not types.is_interval(column.type)
    return column.cast(pa.string()) if is_plain_time else column


def _is_nested(kind: pa.DataType) -> bool:
    """Whether its cells hold no single value to learn from."""
    kind = kind.value_type if types.is_dictionary(kind) else kind
    return bool(types.is_nested(kind) or types.is_binary(kind) or types.is_large_binary(kind))


def read_large_parquet(
    path: Path, reading: Reading, cell: CellText, step: Step, held: str
) -> tuple[Grid, tuple[Column, ...], str, bool]:
    """The table, its columns and the file's SHA-256, by batches into little more memory than the numbers take, or onto
    the disk where `held` says so, which is told last.

    Raises IrregularError where cells have to be looked at one by one, TableError, OSError, and what `step` does.
    """
    if reading.header != 1:
        raise IrregularError
    # Else it would read ahead, all of the file.
    with _told(), _opened(path, pre_buffer=False, buffer_size=1 << 20) as file:
        plan, remarks = _plan(file.schema_arrow, reading)
        count = file.metadata.num_rows
        store = Store(plan, count, is_for_disk(count, len(plan.used), held, str(path)))
        for batch in file.iter_batches(BATCH):
            store.add(*_part(plan, batch, cell, store.rows, count))
            step(store.rows / count)
    pa.default_memory_pool().release_unused()
    with path.open("rb") as whole:
        fingerprint = hashlib.file_digest(whole, "sha256").hexdigest()
    return *store.grid(remarks), fingerprint, store.on_disk


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (pa.ArrowException, OSError, OverflowError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("damaged_parquet", reason=str(error)[:200]) from error


def _plan(schema: pa.Schema, reading: Reading) -> tuple[Plan, tuple[Remark, ...]]:
    names, remarks = named(schema.names)
    if len(names) > MOST_COLUMNS:
        raise TableError("too_many_columns", columns=len(names), most=MOST_COLUMNS)
    nested = [
        Remark("nested", (("column", name),)) for name, each in zip(names, schema, strict=True) if _is_nested(each.type)
    ]
    return Plan(reading, names, tuple(_kind(each.type) for each in schema)), (*remarks, *nested)


def _kind(kind: pa.DataType) -> str:
    if types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind):
        return NUMBER
    if types.is_boolean(kind):
        return YES
    if types.is_temporal(kind):
        return DATE
    inner = kind.value_type if types.is_dictionary(kind) else kind
    return CATEGORY if types.is_string(inner) or types.is_large_string(inner) else TEXT


def _part(
    plan: Plan, batch: pa.RecordBatch, cell: CellText, before: int, count: int
) -> tuple[Part, dict[int, tuple[str, ...]]]:
    """A batch's rows, and the texts of those at either end of the file."""
    rows = batch.num_rows
    values: dict[int, Values] = {}
    missing = {}
    for place in plan.used:
        column = batch.column(place)
        if plan.kinds[place] == NUMBER:
            values[place], missing[place] = _numbers(column), column.null_count
        else:
            values[place] = words = _words(column, cell, plan.reading)
            missing[place] = int((words.codes < 0).sum())
    ends = [
        *range(min(max(FIRST - before, 0), rows)),
        *range(max(rows - max(before + rows - count + LAST, 0), 0), rows),
    ]
    known = {
        place: tuple(cell(_readable(column.slice(place, 1))[0].as_py()) for column in batch.columns) for place in ends
    }
    return Part(rows, range(before + 2, before + rows + 2), values, missing), known


def _numbers(column: pa.Array) -> NDArray[np.float64]:
    found = numbers_of(column.cast(pa.float64(), safe=False))
    if len(found) > column.null_count and not are_plain(found, column.null_count):
        raise IrregularError
    return found


def _words(column: pa.Array, cell: CellText, reading: Reading) -> Words:
    if types.is_boolean(column.type):
        column = column.cast(pa.string())
    if not types.is_dictionary(column.type):
        column = column.dictionary_encode()
    words = [cell(word) for word in column.dictionary.to_pylist()]
    codes = codes_of(column)
    gone = [place for place, word in enumerate(words) if word in reading.missing]
    codes = np.where(np.isin(codes, gone), -1, codes) if gone else codes
    # A dictionary may have words that no row has.
    used = np.unique(codes[codes >= 0])
    return Words(np.where(codes < 0, -1, np.searchsorted(used, codes)), tuple(words[place] for place in used))
