"""Every written file is loaded back in a process of its own, with bounds on time and memory, on the network's data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

import playground
from playground.document.files.saving import write_beside
from playground.engine.exports import keras_file
from playground.engine.session import Session
from playground.frames.arrays import Floats
from playground.frames.proof import Fault, Proof
from playground.frames.run import with_restored

MOST_ROWS = 500
SECONDS = 180.0
"""For each file; loading TensorFlow alone takes 3 to 8, and a minute on a busy machine."""
READER = "playground.readback"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is compared with: rows of the data, what the network gives for them, its run, itself as .keras."""

    x: Floats
    y: Floats
    names: tuple[str, ...]
    epochs: tuple[tuple[float, ...], ...]
    network: bytes


def expected_of(session: Session) -> Expected:
    """Of the network as it is now; the run may go on while files are read back."""
    x = np.concatenate([session.arrays.train_x, session.arrays.validation_x])[:MOST_ROWS]
    network = session.keras_network()
    curves = session.recorder.curves(session.recorder.count)
    rows = tuple(tuple(map(float, values)) for _, values, _ in with_restored(curves, session.course.restored))
    return Expected(x, np.asarray(network(x, training=False)), tuple(curves.names), rows, keras_file.content(session))


def prove(expected: Expected, paths: Sequence[Path], seconds: float = SECONDS) -> Iterator[Proof]:
    """What each of these files gives, in their order. Never raises for what is wrong with a file, and deletes none."""
    with tempfile.TemporaryDirectory(prefix="playground-proof-") as name:
        folder, waiting = Path(name), [path.absolute() for path in paths]
        for file, content in _given(expected).items():
            write_beside(folder / file, content)
        while waiting:
            answers, fault = _read(folder, waiting, seconds * len(waiting))
            for answer in answers:
                yield Proof(waiting[0], size_of(waiting[0]), **answer)
                del waiting[0]
            if waiting:
                # The one that its reader was at has ended it; the others are read by another.
                kind: Fault = "slow" if fault == "slow" else "crashed"
                yield Proof(waiting[0], size_of(waiting[0]), fault=kind, details=fault)
                del waiting[0]


def _given(expected: Expected) -> dict[str, bytes]:
    """What the process that reads finds in its folder."""
    found = {"network.keras": expected.network}
    for name, values in (("x.npy", expected.x), ("y.npy", expected.y)):
        buffer = BytesIO()
        np.save(buffer, values)
        found[name] = buffer.getvalue()
    history = {"names": expected.names, "rows": expected.epochs}
    return {**found, "history.json": json.dumps(history).encode()}


def _read(folder: Path, paths: Sequence[Path], seconds: float) -> tuple[list[dict[str, Any]], str]:
    """What the process answered for the first of these files, and how it ended."""
    places = [str(Path(playground.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    command = [sys.executable, "-P", "-m", READER, str(folder), *map(str, paths)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, cwd=folder, **pipes) as process:  # type: ignore[call-overload]
        try:
            # Not by communicate, which closes stdin, by whose end the process knows that nobody waits for it.
            told, fault = _until_end(process, seconds)
        finally:
            process.kill()
    return [json.loads(line) for line in told.decode().splitlines()], fault


def _until_end(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, str]:
    assert process.stdout is not None
    late = threading.Timer(seconds, process.kill)
    late.start()
    told = process.stdout.read()
    ended = process.wait()
    was_late = not late.is_alive()
    late.cancel()
    return told[: told.rfind(b"\n") + 1], "slow" if was_late else str(ended)


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file())
