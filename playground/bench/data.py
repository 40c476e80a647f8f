"""How a large table is read beside pandas, in what memory, and how the window lives while one learns from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from playground.itself import module_command

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

ROWS, COLUMNS = 1_000_000, 20
# Each is read so often, turn about; the quickest counts.
TIMES = 3
WATCHED_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class LargeTable:
    """Seconds as named; memory as multiples of the table's numbers as float32, above that before.

    pandas_seconds and what is told in its times are 0 where pandas is not installed; times_pandas_of_processor leaves
    out what others do on the machine, and does not count several cores at work as quicker. reading_peak: until all is
    read; learning_peak: until it is also prepared. opening_stall_ms: the longest time between two turns of the
    window's event loop while the table is opened in it; longest_stall_ms: while it trains.
    """

    mebibytes: float
    preview_seconds: float
    load_seconds: float
    pandas_seconds: float
    times_pandas: float
    times_pandas_of_processor: float
    prepare_seconds: float
    reading_peak: float
    learning_peak: float
    epochs_per_second: float
    rows_per_second: float
    opening_stall_ms: float
    longest_stall_ms: float


def measure() -> LargeTable:
    """Of a table of 1,000,000 rows and 20 columns of numbers, made for it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.csv"
        make_table(path)
        reads, pandas = [], []
        for _ in range(TIMES):
            reads.append(_child("read", path))
            if find_spec("pandas"):
                pandas.append(_child("pandas", path))
        trained = _child("train", path)
        best = min(reads, key=lambda each: each["load"])
        known = min((each["seconds"] for each in pandas), default=0.0)
        work = min((each["processor"] for each in pandas), default=0.0)
        return LargeTable(
            path.stat().st_size / 2**20,
            min(each["preview"] for each in reads),
            best["load"],
            known,
            best["load"] / known if known else 0.0,
            min(each["processor"] for each in reads) / work if work else 0.0,
            best["prepare"],
            max(each["reading_peak"] for each in reads),
            max(each["learning_peak"] for each in reads),
            trained["epochs"],
            trained["epochs"] * trained["rows"],
            trained["opening"],
            trained["stall"],
        )


def make_table(path: Path, rows: int = ROWS, columns: int = COLUMNS) -> None:
    """Numbers of the normal distribution with four decimals; the last column is what the others make, with noise."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import csv

    random = np.random.default_rng(0)
    inputs = random.normal(size=(rows, columns - 1)).round(4)
    target = (np.tanh(inputs @ random.normal(size=columns - 1)) + 0.1 * random.normal(size=rows)).round(4)
    table = pa.table({**{f"x{at}": values for at, values in enumerate(inputs.T, 1)}, "y": target})
    csv.write_csv(table, path)


def _child(what: str, path: Path) -> dict[str, float]:
    """What a process of its own finds, whose memory nothing else has used."""
    command = module_command("playground.bench.data", what, str(path))
    kept = {**os.environ, "XDG_CACHE_HOME": str(path.parent / "cache")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=kept)
    if done.returncode or not done.stdout.strip():
        raise OSError(f"the table could not be measured: {done.stderr.strip()[-500:]}")
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    """In the child: print what was found as JSON."""
    what, path = sys.argv[1], Path(sys.argv[2])
    print(json.dumps({"read": _read, "pandas": _read_by_pandas, "train": _train}[what](path)), flush=True)
    os._exit(0)


def _read_by_pandas(path: Path) -> dict[str, float]:
    import pandas  # type: ignore[import-untyped]

    start, worked = time.perf_counter(), time.process_time()
    pandas.read_csv(path, engine="c")
    return {"seconds": time.perf_counter() - start, "processor": time.process_time() - worked}


def _read(path: Path) -> dict[str, float]:
    from playground.tables.choices import first_choices
    from playground.tables.opening import open_table
    from playground.tables.preparing import prepare

    shown: list[float] = []
    with _Peak() as peak:
        start, worked = time.perf_counter(), time.process_time()
        table = open_table(path, show=lambda preview: shown.append(time.perf_counter() - start))
        loaded, worked = time.perf_counter() - start, time.process_time() - worked
    array = 4 * len(table.grid.rows) * len(table.columns) / 2**20
    start = time.perf_counter()
    with _Peak(peak.before) as whole:
        prepare(table, first_choices(table.columns), "large")
    prepared = time.perf_counter() - start
    peaks = {"reading_peak": peak.most / array, "learning_peak": whole.most / array}
    return {"preview": shown[0], "load": loaded, "processor": worked, "prepare": prepared, **peaks}


class _Peak:
    """The most anonymous memory, in MiB above that at its beginning, or above `before`."""

    def __init__(self, before: float | None = None) -> None:
        from playground.bench.memory import anonymous_mib

        self._look: Callable[[], float] = lambda: anonymous_mib(os.getpid())
        self.before, self.most, self._ended = self._look() if before is None else before, 0.0, threading.Event()

    def __enter__(self) -> _Peak:
        self._watch = threading.Thread(target=self._follow, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watch.join()

    def _follow(self) -> None:
        while not self._ended.wait(0.005):
            self.most = max(self.most, self._look() - self.before)


def _train(path: Path) -> dict[str, float]:
    """The circle's network in the window with all its views: the table is opened as a person does it, then learned."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer

    from playground.app import chosen_theme, make_application, make_window
    from playground.bench.window import Frames, gaps, live
    from playground.document.examples import example
    from playground.ui.assets import asset
    from playground.ui.settings import Settings

    application = make_application()
    document = example("circle", asset("examples"))
    document = replace(document, training=replace(document.training, batch_size=256))
    window = make_window(document, Settings(pace="flat_out"), chosen_theme("light"))
    window.show()
    application.processEvents()
    window.docks.open_all()
    trainer = window.trainer
    trainer.start()
    live(lambda: trainer.status.state == "ready")
    turns = list[float]()
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: turns.append(time.perf_counter()))
    clock.start()
    _open(window, path)
    live(lambda: False, 3.0)
    opening = max(gaps(turns))
    live(lambda: trainer.status.state == "ready")
    window.play_or_pause()
    live(lambda: trainer.status.state == "training" and not trainer.compiling, 60)
    live(lambda: False, 3.0)
    frames = Frames(window)
    turns.clear()
    live(lambda: False, WATCHED_SECONDS)
    stall, epochs = max(gaps(turns)), frames.epochs_per_second()
    with suppress(Exception):
        trainer.close()
    return {"epochs": epochs, "rows": 0.8 * ROWS, "stall": 1000 * stall, "opening": 1000 * opening}


def _open(window: MainWindow, path: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from playground.ui.tables.dialog import OpenTable

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OpenTable) and dialog.data is not None:
            accepting.stop()
            dialog.accept()

    accepting = QTimer(interval=20)
    accepting.timeout.connect(accept)
    accepting.start()
    window.making.tables.open(path)


if __name__ == "__main__":
    main()
