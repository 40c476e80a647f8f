"""What goes from the child to whoever asked: a document as text, sentences as JSON, arrays as plain arrays."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from playground.document.files import file
from playground.document.words import Words
from playground.imports.found import Array, Imported
from playground.imports.refused import Refused

TOLD, ARRAYS = "answer.json", "arrays.npy"


def write(folder: Path, answer: Imported | Refused) -> None:
    """The arrays one after the other in one file of their own numbers; their shapes stand in the JSON."""
    if isinstance(answer, Refused):
        told: dict[str, Any] = {"refused": [_plain(answer.words), answer.place]}
    else:
        told = {
            "document": file.dumps(answer.document),
            "remarks": [_plain(remark) for remark in answer.remarks],
            "weights": [[node, [list(array.shape) for array in arrays]] for node, arrays in answer.weights.items()],
        }
        with (folder / ARRAYS).open("wb") as out:
            for arrays in answer.weights.values():
                for array in arrays:
                    out.write(np.ascontiguousarray(array, "<f4").data.cast("B"))
    (folder / TOLD).write_bytes(json.dumps(told).encode())


def read(folder: Path) -> Imported | Refused:
    """The answer; every part of it is checked again. Raises OSError or ValueError where it is none."""
    told = json.loads((folder / TOLD).read_bytes())
    if "refused" in told:
        sentence, place = told["refused"]
        return Refused(_words(sentence), place)
    content = io.BytesIO((folder / ARRAYS).read_bytes())
    weights = {node: tuple(_array(content, shape) for shape in shapes) for node, shapes in told["weights"]}
    remarks = tuple(_words(remark) for remark in told["remarks"])
    return Imported(file.loads(told["document"]), weights, remarks)


def _array(content: io.BytesIO, shape: list[int]) -> Array:
    count = int(np.prod(shape, dtype=np.int64))
    return np.frombuffer(content.read(4 * count), "<f4").reshape(shape).astype(np.float32)


def _plain(words: Words) -> list[Any]:
    return [words.sentence, {name: _value(value) for name, value in words.values}]


def _value(value: object) -> Any:
    if isinstance(value, Words):
        return {"words": _plain(value)}
    return value if isinstance(value, int | float) else str(value)


def _words(plain: list[Any]) -> Words:
    sentence, values = plain
    read = {name: _words(value["words"]) if isinstance(value, dict) else value for name, value in values.items()}
    return Words(str(sentence), tuple(read.items()))
