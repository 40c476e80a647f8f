"""The epochs of the run as JSON."""

from __future__ import annotations

import json
from math import isfinite

from playground.engine.exports.history.rows import history_of
from playground.engine.session import Session


def content(session: Session) -> bytes:
    """A list for each column, by its name: "epoch", "train_loss" and so on; null where a metric came later.

    Where a run went back to its best weights their epoch stands in a column of its own.
    """
    found = history_of(session)
    columns: dict[str, list[float | int | None]] = {"epoch": [epoch for epoch, _, _ in found.rows]}
    for at, name in enumerate(found.names):
        columns[name] = [values[at] if isfinite(values[at]) else None for _, values, _ in found.rows]
    if found.restored:
        columns["restored_from"] = [best or None for _, _, best in found.rows]
    lines = (f"{json.dumps(name)}: {json.dumps(values)}" for name, values in columns.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()
