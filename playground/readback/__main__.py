"""`python -m playground.readback FOLDER PATH [PATH ...]`: one line of JSON for each file.

FOLDER holds what is compared: x.npy, the rows that go in, and raw.npy, as they were before they were prepared; y.npy,
what has to come out; network.keras, where only weights are read; classes.npy, where the answers are classes; and
facts.json. It ends with the process that asked.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

from playground.frames.formats import format_of
from playground.readback.comparing import compared
from playground.readback.readers import READERS, Given

MEMORY = 12 << 30
"""Bytes; TensorFlow alone asks for 1 to 2 GiB, a network of 25 million weights for less than 1."""
MOST_WORDS = 300


def main(folder: Path, paths: list[Path]) -> None:
    """Read each of the files, and tell what it gave. What reads them may write to stdout, which is not ours then."""
    told = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _bound_memory()
    threading.Thread(target=_end_with_asker, daemon=True).start()
    given = Given(folder)
    for path in paths:
        os.write(told, json.dumps(answer(given, path)).encode() + b"\n")


def answer(given: Given, path: Path) -> dict[str, object]:
    """What the file gives beside the network, or the fault of it, as JSON has it. Never raises."""
    row = format_of(path)
    try:
        found = READERS[row.reader](given, path)
        if isinstance(found, dict):
            return found
        return {"rows": found} if isinstance(found, int) else compared(given, found, row.allowed)
    except ModuleNotFoundError as error:
        return {"fault": "no_reader", "details": error.name}
    except MemoryError:
        return {"fault": "crashed", "details": "MemoryError"}
    except Exception as error:
        return {"fault": "unreadable", "details": " ".join(f"{type(error).__name__}: {error}".split())[:MOST_WORDS]}


def _bound_memory() -> None:
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _end_with_asker() -> None:
    """Its end of the pipe closes with it, whatever native call is under way here."""
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
    # Not by Python's own end, which waits for threads that TensorFlow has left.
    os._exit(0)
