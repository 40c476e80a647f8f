"""Every written file is loaded back in a process of its own, with bounds on time and memory, on the network's data."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from playground.document.files.saving import write_beside
from playground.engine.exports import keras_file
from playground.engine.exports.apart import Apart
from playground.engine.exports.history.rows import history_of
from playground.engine.exports.rehearsal import NO_REHEARSAL, Rehearsal, rehearsal_of
from playground.engine.session import Session
from playground.frames.arrays import Floats
from playground.frames.proof import Fault, Proof
from playground.tables.raw import as_raw, raw_columns

MOST_ROWS = 500
SECONDS = 180.0
"""For each file; loading TensorFlow alone takes 3 to 8, and a minute on a busy machine."""
READER = "playground.readback"
ENDINGS: dict[str, Fault] = {"slow": "slow", "stopped": "stopped"}


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is compared with: rows of the data, what the network gives for them, its run, itself as .keras.

    raw: the rows before they were prepared, of a table of one's own. Where the answers are classes: those of the rows,
    and for a single output the value between the two.
    rehearsal: how far a script is run.
    """

    x: Floats
    y: Floats
    names: tuple[str, ...]
    epochs: tuple[tuple[float, ...], ...]
    network: bytes
    classes: NDArray[np.int64] | None = None
    between: float = 0.0
    raw: Floats | None = None
    rehearsal: Rehearsal = NO_REHEARSAL


def expected_of(session: Session) -> Expected:
    """Of the network as it is now; the run may go on while files are read back."""
    x = np.concatenate([session.arrays.train_x, session.arrays.validation_x])[:MOST_ROWS]
    network = session.keras_network()
    history, y = history_of(session), np.asarray(network(x, training=False))
    rows, between = tuple(tuple(map(float, values)) for _, values, _ in history.rows), session.spec.loss.output_between
    kept, rehearsal = keras_file.content_of_prepared(session), rehearsal_of(session)
    columns = raw_columns(session.document.data.own)
    raw = as_raw(columns, x) if columns else None
    return Expected(x, y, history.names, rows, kept, _classes(session), between, raw, rehearsal)


def _classes(session: Session) -> NDArray[np.int64] | None:
    """The class of each of the rows, by the targets that the loss is given."""
    if session.document.data.facts.task == "regression":
        return None
    loss, arrays = session.spec.loss, session.arrays
    targets = np.concatenate([arrays.train_y, arrays.validation_y])[:MOST_ROWS]
    if session.spec.outputs == 1:
        return (targets[:, 0] > loss.target_between).astype(np.int64)
    return np.asarray(targets[:, 0] if loss.targets == "integer" else targets.argmax(1), np.int64)


def prove(
    expected: Expected, paths: Sequence[Path], seconds: float = SECONDS, apart: Apart | None = None
) -> Iterator[Proof]:
    """What each of these files gives, in their order. Never raises for what is wrong with a file, and deletes none.

    Where there is no room for what they are compared with, that is the fault of those that have no proof yet.
    """
    waiting = [path.absolute() for path in paths]
    try:
        yield from _proofs(expected, waiting, seconds, apart or Apart())
    except OSError as error:
        yield from (
            Proof(path, size_of(path), fault="no_room", details=error.strerror or str(error)) for path in waiting
        )


def _proofs(expected: Expected, waiting: list[Path], seconds: float, apart: Apart) -> Iterator[Proof]:
    """One after the other, each then waits no more."""
    with tempfile.TemporaryDirectory(prefix="playground-proof-") as name:
        folder = Path(name)
        for file, content in given_files(expected).items():
            write_beside(folder / file, content)
        while waiting:
            told, ended = apart.run(READER, [str(folder), *map(str, waiting)], folder, seconds * len(waiting))
            for line in told.decode().splitlines():
                path = waiting.pop(0)
                yield Proof(path, size_of(path), **json.loads(line))
            if waiting:
                # The one that its reader was at has ended it; the others are read by another.
                path = waiting.pop(0)
                yield Proof(path, size_of(path), fault=ENDINGS.get(ended, "crashed"), details=ended)


def given_files(expected: Expected) -> dict[str, bytes]:
    """What the process that reads finds in its folder, by name."""
    found = {"network.keras": expected.network}
    arrays = {"x": expected.x, "y": expected.y, "classes": expected.classes, "raw": expected.raw}
    for name, values in arrays.items():
        if values is not None:
            buffer = BytesIO()
            np.save(buffer, values)
            found[f"{name}.npy"] = buffer.getvalue()
    facts = {"names": expected.names, "rows": expected.epochs, "between": expected.between}
    facts["rehearsal"] = asdict(expected.rehearsal)
    return {**found, "facts.json": json.dumps(facts).encode()}


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file())
