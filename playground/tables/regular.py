"""Large texts of a table, quickly and in little more memory than their numbers take."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from playground.tables.blocks import Block, Blocks, IrregularError, Step
from playground.tables.cells import Grid, grid_of
from playground.tables.columns import NUMBER, Column, columns_of
from playground.tables.parts import Part, Plan, end_rows, part_of
from playground.tables.reading import Reading, Remark, TableError
from playground.tables.stored import Store, is_for_disk

# From so many bytes on a text is read so.
LARGE = 4 << 20
SEPARATORS = (",", ";", "\t", "|")
# So many rows are shown at once, and tell what the columns are.
FIRST = 1000


def preview(start: bytes, reading: Reading) -> Grid:
    """The rows of a file's first bytes, at most 1,000, without the line that they break off in. Raises TableError."""
    grid = grid_of(start[: start.rfind(b"\n") + 1] or start, reading)
    return replace(grid, rows=grid.rows[:FIRST], lines=grid.lines[:FIRST])


def read_large(
    path: Path, seen: Grid, samples: tuple[bytes, ...], reading: Reading, step: Step, held: str
) -> tuple[Grid, tuple[Column, ...], str, bool]:
    """The table in a file, of which the first rows are `seen`, its columns, the file's SHA-256, and whether the numbers
    are on the disk, where `held` says that they may be.

    Raises IrregularError where that has to be done in another way, TableError where the numbers are too many for the
    memory, OSError where they are for the disk, and what `step` does.
    """
    if reading.separator not in SEPARATORS or reading.encoding.startswith(("utf-16", "utf-32")):
        raise IrregularError
    (plan, told), store, found = _plan(seen, samples, reading), None, hashlib.sha256()
    blocks = Blocks(path, reading)
    try:
        line = blocks.line
        for number, (block, part) in enumerate(_in_order(plan, blocks)):
            found.update(block.raw)
            store = store or Store(plan, *_room(plan, block, blocks.size, held, path))
            at_end = number in (0, blocks.count - 1)
            store.add(part.from_line(line), end_rows(plan, block, part) if at_end else part.known)
            line += block.lines
            step((number + 1) / blocks.count)
    finally:
        blocks.close()
        pa.default_memory_pool().release_unused()
    if store is None:
        raise IrregularError
    grid, columns = store.grid((*seen.remarks, *told))
    return grid, columns, found.hexdigest(), store.on_disk


def _room(plan: Plan, first: Block, size: int, held: str, path: Path) -> tuple[int, bool]:
    """As many rows as the file has if they are like the first block's, and whether they go to the disk."""
    rows = int(1.05 * size / max(len(first.view), 1) * first.lines) + 1000
    return rows, is_for_disk(rows, len(plan.used), held, str(path))


def _plan(seen: Grid, samples: tuple[bytes, ...], reading: Reading) -> tuple[Plan, tuple[Remark, ...]]:
    """What the columns are, by the file's first rows and some others, and what is said of them."""
    rows = list(seen.rows)
    for each in samples:
        try:
            rows += grid_of(each, replace(reading, header=0, first=1)).rows
        except TableError as error:
            raise IrregularError from error
    wide = [row for row in rows if len(row) == len(seen.names)]
    columns = columns_of(replace(seen, rows=wide, lines=range(1, len(wide) + 1)), reading)
    if any(column.kind == NUMBER and (column.unit or column.remarks) for column in columns):
        raise IrregularError
    told = tuple(remark for column in columns for remark in column.remarks)
    return Plan(reading, seen.names, tuple(column.kind for column in columns)), told


def _in_order(plan: Plan, blocks: Blocks) -> Iterator[tuple[Block, Part]]:
    """Blocks, each until the next, with what was made of them.

    Several are made at once, as pyarrow leaves Python's lock.
    """

    def make(number: int, buffer: bytearray) -> tuple[Block, Part]:
        block = blocks.read(number, buffer)
        return block, part_of(plan, block)

    workers = min(os.cpu_count() or 1, 4)
    free = deque(blocks.buffer() for _ in range(workers + 1))
    pool = ThreadPoolExecutor(workers, "table")
    try:
        waiting: deque[Future[tuple[Block, Part]]] = deque()
        for number in range(blocks.count):
            if not free:
                block, part = waiting.popleft().result()
                yield block, part
                free.append(block.buffer)
            waiting.append(pool.submit(make, number, free.popleft()))
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
