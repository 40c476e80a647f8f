"""How much memory a network would take, judged before any of it is allocated."""

from __future__ import annotations

import os
from math import prod

from playground.document.checks.shapes import Flow
from playground.document.document import Document

# Weights, their gradients, up to two moments of the optimizer, the state before and after, a second network for XLA.
COPIES_OF_WEIGHTS = 8
BYTES = 4
# A train set is judged by its first rows, at most this many: all of any TensorFlow Playground link.
EVALUATED = 1_200
# Of each number of a table there are so many by the time a network learns: read, prepared, in window and worker.
COPIES_OF_ROWS = 6


def needed_bytes(document: Document, known: Flow) -> int:
    """A cautious estimate for training this document, in bytes."""
    trained = document.graph.trained
    weights = sum(known.parameters.get(node_id, 0) for node_id in trained)
    values = sum(_values(document, known, node_id) for node_id in trained)
    rows = max(2 * document.training.batch_size, EVALUATED)
    return BYTES * (COPIES_OF_WEIGHTS * weights + rows * values)


def _values(document: Document, known: Flow, node_id: str) -> int:
    """How many numbers the node keeps for each row."""
    if node_id not in known.shapes:
        return 0
    coming = [known.shapes[source] for source in document.graph.sources[node_id]]
    # What Data gives is no fact of its layer.
    return document.graph.by_id[node_id].layer.kept_values(coming) if coming else prod(known.shapes[node_id])


def rows_bytes(rows: int, numbers: int) -> int:
    """What it takes to learn from so many rows of so many numbers in memory."""
    return BYTES * COPIES_OF_ROWS * rows * numbers


def rows_fit(rows: int, numbers: int) -> bool:
    """Whether they can be in memory; else they are streamed from the disk."""
    return rows_bytes(rows, numbers) <= free_bytes()


def free_bytes() -> int:
    """Memory that can be had now; 8 GiB where the system does not say."""
    try:
        with open("/proc/meminfo", encoding="ascii") as lines:
            for line in lines:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 8 << 30
