"""The epochs of the run as a table of comma-separated values."""

from __future__ import annotations

import csv
from io import StringIO
from math import isfinite

from playground.engine.session import Session
from playground.frames.run import with_restored


def content(session: Session) -> bytes:
    """One row an epoch, epoch 0 first: its number, and the columns of the run; empty where a metric came later.

    A run that went back to its best weights has a row of these too, with their epoch in a column of its own.
    Of a run of more epochs than the recorder keeps, those it has: an even choice, and all that matter.
    """
    curves = session.recorder.curves(session.recorder.count)
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    rows = with_restored(curves, session.course.restored)
    last = ("restored_from",) if session.course.restored else ()
    table.writerow(("epoch", *curves.names, *last))
    for epoch, values, best in rows:
        written = [value if isfinite(value) else "" for value in values]
        table.writerow((epoch, *written, *([best or ""] if last else [])))
    return text.getvalue().encode()
