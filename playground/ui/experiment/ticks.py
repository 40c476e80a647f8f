"""The numbers along a scale of runs, and its title, in words."""

from __future__ import annotations

from collections.abc import Sequence

from playground.document.document import Document
from playground.runs.axes import Value
from playground.runs.lines import MEASURES
from playground.runs.parallel import Scale
from playground.runs.trials import Trial
from playground.ui.texts.runs.plan import axis_title, measure_text, measure_title, value_title

FEW, MOST_WORDS = 5, 12


def column_title(document: Document, column: str) -> str:
    """What a setting or a measure is called."""
    return measure_title(column) if column in MEASURES else axis_title(document, column)


def ticks(scale: Scale, trials: Sequence[Trial]) -> list[tuple[float, str]]:
    """How high each stands, 0 to 1, and its words: every value of a setting of few, else the ends and the middle."""
    if scale.words:
        return [(scale.share(word) or 0.0, value_title(word)) for word in scale.words[:MOST_WORDS]]
    settings = {dict(trial.settings).get(scale.column) for trial in trials} - {None}
    if 0 < len(settings) <= FEW:
        return [(scale.share(value) or 0.0, value_title(value)) for value in settings if value is not None]
    if scale.low == scale.high:
        return [(0.5, _told(scale, scale.low))]
    return [(share, _told(scale, scale.value(share))) for share in (0.0, 0.5, 1.0)]


def _told(scale: Scale, value: Value) -> str:
    if scale.column in MEASURES and isinstance(value, int | float):
        return measure_text(scale.column, float(value))
    return value_title(value)
