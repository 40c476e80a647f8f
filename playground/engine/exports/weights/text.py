"""The weights as JSON, for any language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO

import numpy as np

from playground.engine.exports.weights.named import named_weights
from playground.engine.session import Session
from playground.frames.arrays import Floats


def content(session: Session) -> bytes:
    """A list of arrays: name, shape, and the values as lists in lists; null where one is no finite number.

    As few digits as tell a float32 apart from every other.
    """
    text = StringIO()
    text.write('{"weights": [')
    for at, (name, values) in enumerate(named_weights(session).items()):
        text.write(f'{"," * bool(at)}\n{{"name": {json.dumps(name)}, "shape": {json.dumps(values.shape)}, "values": ')
        text.writelines(_lists(values))
        text.write("}")
    text.write("\n]}\n")
    return text.getvalue().encode()


def _lists(values: Floats) -> Iterator[str]:
    if values.ndim == 1:
        yield f"[{', '.join(str(value) if np.isfinite(value) else 'null' for value in values)}]"
        return
    yield "["
    for at, row in enumerate(values):
        yield ", " * bool(at)
        yield from _lists(row)
    yield "]"
