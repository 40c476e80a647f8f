"""The noise-free truth behind made data."""

from __future__ import annotations

from playground.datasets.draws import Floats
from playground.datasets.origins import source_of
from playground.datasets.sources import Truth, Typed
from playground.document.settings import DataSettings


def true_value(settings: DataSettings, points: Floats) -> Floats | None:
    """The label without noise at each of `points`, shape (n, raw inputs); None where no rule is known."""
    truth = truth_of(settings)
    return truth(points) if truth else None


def truth_of(settings: DataSettings) -> Truth | None:
    """The rule itself, None where there is none."""
    found = source_of(settings.origin)
    return found.truth_of(settings.boundary) if isinstance(found, Typed) else found.truth
