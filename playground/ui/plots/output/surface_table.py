"""A surface as a table of numbers: a row for each place of its grid."""

from __future__ import annotations

import numpy as np

from playground.datasets.measures import Span
from playground.frames.arrays import Floats
from playground.ui.widgets.live_view import Table


def surface_table(values: Floats, spans: tuple[Span, Span], inputs: tuple[str, ...], outputs: tuple[str, ...]) -> Table:
    """From the lowest line up, each from its left; the inputs there, then what comes out.

    values: (side, side, channels), row 0 at the top; for one input (1, side, channels). `inputs` has the name of the
    input to the right, then of that which goes up, as `spans` their ranges; `outputs` one for each channel.
    """
    rows, side, channels = values.shape
    across = np.tile(np.linspace(*spans[0], side), rows)
    places = [across] if len(inputs) == 1 else [across, np.repeat(np.linspace(*spans[1], rows), side)]
    answers = values[::-1].reshape(-1, channels).T
    columns = [*(place.tolist() for place in places), *(answer.tolist() for answer in answers)]
    return Table((*inputs, *outputs), tuple(zip(*columns, strict=True)))
