"""How fast a run is to go."""

from __future__ import annotations

from typing import NamedTuple


class Pace(NamedTuple):
    """Batches, or whole epochs, a second; None is flat out.

    gently: a run from its first epoch on begins at this pace and doubles it again and again, until it goes flat out.
    """

    per_second: float | None = None
    epochs: bool = False
    gently: bool = False


PACES = {
    "gentle": Pace(10.0, epochs=True, gently=True),
    "batch_1": Pace(1.0), "batch_5": Pace(5.0), "batch_20": Pace(20.0), "batch_100": Pace(100.0),
    "epoch_1": Pace(1.0, epochs=True), "epoch_10": Pace(10.0, epochs=True), "flat_out": Pace(),
}  # fmt: skip
