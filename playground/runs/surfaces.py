"""The output of a run over the plane of two inputs, as text, in half precision: enough for a picture."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from playground.frames.arrays import Floats

SURFACE_SIDE = 64


def surface_text(surface: Floats) -> dict[str, Any]:
    """In values of JSON: (rows, columns, channels), as `Frame.surface`."""
    told = b64encode(surface.astype("<f2").tobytes()).decode()
    return {"shape": list(surface.shape), "base64": told}
