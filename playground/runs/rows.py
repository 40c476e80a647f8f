"""What became of each run: a row, kept on the disk as it comes, and all of them as a table."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from playground.document.files.saving import naming, refuse_no_file, short_name, write_beside
from playground.journal.lock import Lock
from playground.runs.axes import value_text
from playground.runs.trials import Trial

STATES = ("done", "diverged", "stopped", "failed", "lost")
"""`stopped`: others were better by then; `failed`: an error while it trained; `lost`: what trained it died."""
FINISHED = STATES[:3]
NUMBERS = (
    "epochs", "train_loss", "test_loss", "train_accuracy", "test_accuracy", "diverged_after", "parameters", "seconds"
)  # fmt: skip
NO_RATE = {
    "flat": "no learning rate found: the loss hardly falls at any",
    "rises": "no learning rate found: the loss only rises",
    "broken": "no learning rate found: the loss breaks at once",
}
"""Why a run failed that was to find its learning rate, by what the search says."""
ENDING, LOCK = ".runs.jsonl", ".lock"


@dataclass(frozen=True, slots=True)
class Row:
    """How a run ended, by its trial's key. `numbers` as `train --json` has them; `why`: an error in words.

    `curves`: train and validation loss at evenly chosen epochs. `trained`: what was learned, as a project's file has
    it, or `stored`: the digest under which a file of this machine has it (`store.py`). `surface`: the output over the
    plane of the first two inputs, as `projects/arrays.py` writes it. The last three only where they were asked for.
    """

    key: str
    state: str
    numbers: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    curves: Mapping[str, Sequence[float]] = field(default_factory=dict)
    trained: str = ""
    surface: Mapping[str, Any] = field(default_factory=dict)
    stored: str = ""

    @property
    def plain(self) -> dict[str, Any]:
        """In values of JSON."""
        content = {"key": self.key, "state": self.state, "numbers": dict(self.numbers), "why": self.why}
        kept = {"trained": self.trained, "stored": self.stored, "surface": dict(self.surface)}
        return {**content, "curves": dict(self.curves), **{name: value for name, value in kept.items() if value}}

    def dumps(self) -> str:
        """One line of JSON. Floats come back to the bit."""
        return json.dumps(self.plain, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """A run under way, the epochs it has trained, and where they were asked for its curves so far."""

    key: str
    epoch: int
    curves: Mapping[str, Sequence[float]] = field(default_factory=dict)


def row_of(content: object) -> Row | None:
    """The row in values of JSON; None where it is none."""
    if not isinstance(content, dict):
        return None
    key, state, numbers = content.get("key"), content.get("state"), content.get("numbers")
    if not isinstance(key, str) or state not in STATES or not isinstance(numbers, dict):
        return None
    curves, surface = content.get("curves"), content.get("surface")
    return Row(
        key,
        state,
        numbers,
        str(content.get("why", "")),
        curves if isinstance(curves, dict) else {},
        str(content.get("trained", "")),
        surface if isinstance(surface, dict) else {},
        str(content.get("stored", "")),
    )


def kept_beside(table: Path) -> Path:
    """Where the rows of a table are kept as they come."""
    return table.with_name(short_name(table.stem, ENDING))


class BusyError(OSError):
    """Another process writes these rows."""


class Kept:
    """Rows on the disk, each flushed to it as it comes; what was cut short by a crash is passed over.

    One at a time has them, until `close`. Raises BusyError where another has, or OSError, which names the file.
    """

    def __init__(self, path: Path) -> None:
        refuse_no_file(path)
        self.path = path
        self._lock = Lock(path.with_suffix(LOCK))
        with naming(path):
            is_free = self._lock.take()
        if not is_free:
            raise BusyError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
        try:
            with naming(path):
                self.rows = {row.key: row for row in _read(path)}
                self._file: BinaryIO = path.open("ab")
            if self._file.tell() and not path.read_bytes().endswith(b"\n"):
                self._write(b"\n")
        except OSError:
            self._lock.release()
            raise

    def finished(self, keys: Collection[str]) -> dict[str, Row]:
        """The rows of these runs that need not be trained again."""
        return {key: self.rows[key] for key in keys if key in self.rows and self.rows[key].state in FINISHED}

    def add(self, row: Row) -> None:
        self._write(row.dumps().encode(errors="replace") + b"\n")
        self.rows[row.key] = row

    def _write(self, line: bytes) -> None:
        with naming(self.path):
            self._file.write(line)
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        try:
            with naming(self.path):
                self._file.close()
        finally:
            self._lock.release()


def _read(path: Path) -> Iterable[Row]:
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            row = row_of(json.loads(line))
        except ValueError:
            continue
        if row is not None:
            yield row


def write_table(trials: Sequence[Trial], rows: Mapping[str, Row], path: Path) -> None:
    """The rows there are, in the order of the trials, as CSV in UTF-8. Raises OSError."""
    text = io.StringIO()
    found = [(trial, rows[trial.key]) for trial in trials if trial.key in rows]
    others = [name for _, row in found for name in row.numbers if name not in NUMBERS and "_" in name]
    names = [*NUMBERS, *(name for name in dict.fromkeys(others) if name.startswith(("train_", "test_", "learning_")))]
    settings = [name for name, _ in trials[0].settings] if trials else []
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["run", *settings, "state", *names, "why"])
    for trial, row in found:
        numbers = [_cell(row.numbers.get(name)) for name in names]
        writer.writerow(
            [trial.number, *(value_text(value) for _, value in trial.settings), row.state, *numbers, row.why]
        )
    write_beside(path, text.getvalue().encode(errors="replace"))


def _cell(value: Any) -> str:
    return "" if value is None else repr(value) if isinstance(value, float) else str(value)
