"""How much memory a network would take, judged before any of it is allocated."""

from __future__ import annotations

import os
from math import prod

from playground.document.document import Document
from playground.document.shapes import Flow

# Weights, their gradients, up to two moments of the optimizer, the state before and after, a second network for XLA.
COPIES_OF_WEIGHTS = 8
BYTES = 4
# A train set is judged by its first rows, at most this many: all of any TensorFlow Playground link.
EVALUATED = 1_200


def needed_bytes(document: Document, known: Flow) -> int:
    """A cautious estimate for training this document, in bytes."""
    trained = document.graph.trained
    weights = sum(known.parameters.get(node_id, 0) for node_id in trained)
    values = sum(prod(known.shapes.get(node_id, (0,))) for node_id in trained)
    rows = max(2 * document.training.batch_size, EVALUATED)
    return BYTES * (COPIES_OF_WEIGHTS * weights + rows * values)


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
