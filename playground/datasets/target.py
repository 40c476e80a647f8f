"""The noise-free truth behind made data."""

from __future__ import annotations

from playground.datasets.draws import Floats
from playground.datasets.sources import source
from playground.document.settings import DataSettings


def true_value(settings: DataSettings, points: Floats) -> Floats | None:
    """The label without noise at each of `points`, shape (n, raw inputs); None where no rule is known."""
    truth = source(settings.name).truth
    return truth(points) if truth else None
