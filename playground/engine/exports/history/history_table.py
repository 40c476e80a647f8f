"""The epochs of the run as a table of comma-separated values."""

from __future__ import annotations

import csv
from io import StringIO
from math import isfinite

from playground.engine.exports.history.rows import history_of
from playground.engine.session import Session


def content(session: Session) -> bytes:
    """The epoch's number, and the columns of the run; empty where a metric came later.

    Where a run went back to its best weights their epoch stands in a column of its own.
    """
    found, text = history_of(session), StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("epoch", *found.names, *(("restored_from",) if found.restored else ())))
    for epoch, values, best in found.rows:
        written = [value if isfinite(value) else "" for value in values]
        table.writerow((epoch, *written, *([best or ""] if found.restored else [])))
    return text.getvalue().encode()
