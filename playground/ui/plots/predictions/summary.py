"""Which few numbers say it all, and how they are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.datasets.dataset import MOST_SHOWN, Dataset
from playground.datasets.scores import accuracy, class_scores, confusion, errors
from playground.ui.plots.examples.predicted import Part, Predicted
from playground.ui.plots.predictions.roc_plot import RocPlot
from playground.ui.texts.numbers import amount_text, decimals_text, share_text

Fields = tuple[tuple[str, str], ...]
"""(name, number) pairs, the most important first."""


def summary(found: Predicted | None, roc: RocPlot | None) -> Fields:
    """Errors of values; for classes the area under the curves that are shown, else the shares that are right."""
    translate = QCoreApplication.translate
    if found is None:
        return ()
    if not found.decides:
        missed = errors(*found.values)
        return (
            (translate("Predictions", "R²"), decimals_text(missed.r2, 3)),
            (translate("Predictions", "RMSE"), distance_text(missed.root_mean_square, found)),
            (translate("Predictions", "MAE"), distance_text(missed.mean_absolute, found)),
        )
    if roc is not None:
        several = len(roc.curves) > 1
        name = translate("Predictions", "Mean AUC") if several else translate("Predictions", "AUC")
        return ((name, decimals_text(roc.mean_area, 3)),)
    counts = confusion(found.true, found.guessed, len(found.names))
    return (
        (translate("Predictions", "Accuracy"), share_text(accuracy(counts))),
        (translate("Predictions", "Mean F1"), f"{class_scores(counts).macro()[2]:.3f}"),
    )


def distance_text(distance: float, found: Predicted) -> str:
    """How far off: in the target's own unit where it has its own numbers."""
    return decimals_text(distance, 3) if found.measure is None else amount_text(distance, found.unit)


def how_many(found: Predicted | None, data: Dataset | None, part: Part) -> str:
    """How many rows are looked at, where that is not all of them."""
    if data is None or found is None or len(data.points) <= MOST_SHOWN:
        return ""
    counts = {"validation": data.test_count, "train": data.train_count, "both": len(data.points)}
    words = QCoreApplication.translate("Predictions", "{shown} of {all} rows")
    return words.format(shown=f"{len(found.rows):,}", all=f"{counts[part]:,}")
