"""Scripts are run, for a few epochs, and the losses that they print are compared."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np

ALLOWED = 1e-5
"""The largest difference of losses around 1 that is none; a script prints six digits."""
_EPOCHS = re.compile(r"^EPOCHS = \d+$", re.MULTILINE)
_LOSS = re.compile(r"^  (?:train|validation): loss ([^\s,]+)", re.MULTILINE)


def run_script(code: str, epochs: int, losses: list[float]) -> dict[str, Any]:
    """What the script's last losses, train and validation, are beside these after so many epochs.

    Where none are given it is only begun. Raises whatever the script does, but where a table of one's own is not here.
    """
    compiled = compile(_EPOCHS.sub(f"EPOCHS = {epochs}", code, count=1), "script", "exec")
    made: dict[str, Any] = {"__name__": "script"}
    with redirect_stdout(StringIO()) as said:
        try:
            exec(compiled, made)
        except FileNotFoundError:
            return {"rows": 0}
        if not epochs:
            made["report"](0)
    if not losses:
        return {"rows": 0}
    found = [float(loss) for loss in _LOSS.findall(said.getvalue())[-2:]]
    away = np.abs(np.subtract(found, losses))
    difference = float(np.nan_to_num(away, nan=np.inf).max())
    answer = {"rows": 0, "difference": difference, "ran": epochs}
    return answer if difference <= ALLOWED * (1 + max(map(abs, losses))) else {**answer, "fault": "different"}
