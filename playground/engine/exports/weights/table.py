"""The weights as a table of comma-separated values, a row for each number."""

from __future__ import annotations

from io import StringIO

import numpy as np

from playground.engine.exports.weights.named import named_weights
from playground.engine.session import Session

PLACES = ("i", "j", "k", "l")


def content(session: Session) -> bytes:
    """Columns: the array's name, the number's place in it from 0 on, of up to four axes, and the number.

    The last place changes fastest. As few digits as tell a float32 apart from every other.
    """
    text = StringIO()
    text.write(f"array,{','.join(PLACES)},value\n")
    for name, values in named_weights(session).items():
        unused = "," * (len(PLACES) - values.ndim)
        for place in np.ndindex(values.shape):
            text.write(f"{name},{','.join(map(str, place))}{unused},{values[place]!s}\n")
    return text.getvalue().encode()
