"""What a mistake inside Keras or TensorFlow says to a person."""

from __future__ import annotations

import re

import tensorflow as tf

from playground.frames.run import OUT_OF_MEMORY, Status

LONGEST = 300
# Colours for a terminal, and what Keras puts around the one sentence that tells something.
_NOISE = re.compile(r"\x1b\[[0-9;]*m|^Exception encountered when calling [^\n]*\n|\n\n?Arguments received by .*", re.S)


def failed(error: Exception) -> Status:
    """The status of a run that ended with this mistake, its words on one line and no longer than LONGEST letters."""
    if isinstance(error, MemoryError | tf.errors.ResourceExhaustedError):
        return Status("failed", OUT_OF_MEMORY)
    told = " ".join(_NOISE.sub("", str(error)).split())
    told = told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"
    return Status("failed", "engine", (("error", f"{type(error).__name__}: {told}"),))
