"""The epochs of the run as a table of comma-separated values."""

from __future__ import annotations

import csv
from math import isfinite
from pathlib import Path

from playground.engine.session import Session


def write(session: Session, path: Path) -> None:
    """One row an epoch, epoch 0 first: its number, and the columns of the run; empty where a metric came later.

    Of a run of more epochs than the recorder keeps, those it has: an even choice, and all that matter.
    """
    curves = session.recorder.curves(session.recorder.count)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("epoch", *curves.names))
        rows = ([value if isfinite(value) else "" for value in row] for row in curves.values)
        table.writerows((epoch, *row) for epoch, row in zip(curves.epochs, rows, strict=True))
