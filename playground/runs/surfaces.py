"""The output of a run over the plane of two inputs, as text, in half precision: enough for a picture."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np

from playground.frames.arrays import Floats

SURFACE_SIDE = 64
MOST_CHANNELS = 100


def surface_text(surface: Floats) -> dict[str, Any]:
    """In values of JSON: (rows, columns, channels), as `Frame.surface`."""
    told = b64encode(surface.astype("<f2").tobytes()).decode()
    return {"shape": list(surface.shape), "base64": told}


def surface_of(content: Mapping[str, Any]) -> Floats | None:
    """And back; None where there is none, or it is not what it says."""
    shape, told = content.get("shape"), content.get("base64")
    if not isinstance(shape, list) or len(shape) != 3 or not isinstance(told, str):
        return None
    most = (SURFACE_SIDE, SURFACE_SIDE, MOST_CHANNELS)
    if not all(type(size) is int and 1 <= size <= high for size, high in zip(shape, most, strict=True)):
        return None
    try:
        values = np.frombuffer(b64decode(told, validate=True), "<f2")
    except ValueError:
        return None
    return values.reshape(shape).astype(np.float32) if len(values) == prod(shape) else None
