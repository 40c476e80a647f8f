"""What was learned as JSON text and back, checked.

`encode(training)` gives the text of a file's part "trained": readable words, and each array once as base64 with its
type, shape and SHA-256. It may run on any thread, as it is given frozen values only. `decode` takes what `loads` makes
of such a text, and refuses whatever is damaged with a FileError. Both know nothing of Keras: the engine makes a
Training of a run, and a run of a Training (`engine/lasting.py`). The window asks for the text by
`trainer.lasting.ask()`, and has it by `trainer.lasting.take(serial)` some ticks later: `text` is what this module
encodes. To keep it in a file of its own, as a journal does: write `text.encode()`, read `decode(loads(content))`.
"""

from __future__ import annotations

import json
from typing import Any

from playground.document.files.checked import FileError, record_of
from playground.document.files.file import MOST_TRAINED_BYTES
from playground.document.words import words
from playground.frames.trained import Training
from playground.projects.arrays import MOST_BYTES, Writing, arrays_of
from playground.projects.checking import check_training
from playground.projects.values import Reading, plain

VERSION = 1
PARTS = {"version", "run", "arrays"}
PLACE = "trained"


def encode(training: Training, most_bytes: int = MOST_BYTES) -> str:
    """The text of what was learned. Raises TooLargeError where its arrays take more than `most_bytes`."""
    writing = Writing(most_bytes)
    run = json.dumps(plain(training, writing.place), ensure_ascii=False, allow_nan=False)
    arrays = ",\n".join(f"    {json.dumps(entry)}" for entry in writing.entries)
    # A line for each array: what a person compares is not lost among numbers.
    return f'{{\n   "version": {VERSION},\n   "run": {run},\n   "arrays": [\n{arrays}\n   ]\n  }}'


def decode(content: Any) -> Training:
    """What was learned, of values of JSON. Raises FileError with the place of what is wrong."""
    try:
        record = record_of(content, PLACE, PARTS)
        if record.get("version") != VERSION or isinstance(record["version"], bool):
            raise FileError("newer_version", f"{PLACE}.version", words("{low} to {high}", low=1, high=VERSION), None)
        arrays = arrays_of(record.get("arrays"), f"{PLACE}.arrays")
        training: Training = Reading(arrays).read(Training, record.get("run"), f"{PLACE}.run")
        check_training(training)
    except RecursionError as error:
        raise FileError("nested_too_deep", PLACE) from error
    return training


def loads(content: bytes) -> Any:
    """The values of a text that `encode` made, from a file of its own. Raises FileError."""
    if len(content) > MOST_TRAINED_BYTES:
        raise FileError("too_large", PLACE, words("at most {most} MiB", most=MOST_TRAINED_BYTES >> 20), "more")
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FileError("not_json", PLACE) from error
