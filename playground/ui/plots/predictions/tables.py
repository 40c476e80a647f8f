"""The numbers of a page of the view as a table, for a file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.datasets.measures import own_points
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.plots.predictions.confusion_matrix import ConfusionMatrix
from playground.ui.plots.predictions.layer_strips import Strip
from playground.ui.plots.predictions.roc_plot import ClassCurve
from playground.ui.texts.data import input_titles
from playground.ui.widgets.live_view import Table


def matrix_table(matrix: ConfusionMatrix) -> Table | None:
    """A row for each true class, a column for each predicted one."""
    if not matrix.names:
        return None
    word = QCoreApplication.translate("Predictions", "True class")
    rows = [(name, *counts) for name, counts in zip(matrix.names, matrix.counts.tolist(), strict=True)]
    return Table((word, *matrix.names), tuple(rows))


def curves_table(curves: list[ClassCurve]) -> Table | None:
    """Every corner of every curve."""
    if not curves:
        return None
    words = (
        QCoreApplication.translate("Predictions", "Class"),
        QCoreApplication.translate("Predictions", "False positive rate"),
        QCoreApplication.translate("Predictions", "True positive rate"),
        QCoreApplication.translate("Predictions", "Probability from"),
    )
    rows: list[tuple[float | int | str | None, ...]] = []
    for curve in curves:
        found = curve.curve
        for x, y, at in zip(found.false_rate, found.true_rate, found.thresholds, strict=True):
            rows.append((curve.name, float(x), float(y), float(at) if np.isfinite(at) else None))
    return Table(words, tuple(rows))


def histogram_table(edges: np.ndarray, counts: Mapping[str, np.ndarray]) -> Table | None:
    """A row for each bin; a column of counts for each part."""
    if not counts:
        return None
    names = {
        "train": QCoreApplication.translate("Predictions", "Train rows"),
        "validation": QCoreApplication.translate("Predictions", "Validation rows"),
    }
    columns = (
        QCoreApplication.translate("Predictions", "From"),
        QCoreApplication.translate("Predictions", "To"),
        *(names[part] for part in counts),
    )
    values = [edges[:-1].tolist(), edges[1:].tolist(), *(part.tolist() for part in counts.values())]
    return Table(columns, tuple(zip(*values, strict=True)))


def rows_table(found: Predicted | None) -> Table | None:
    """Each row with its inputs, its part, the right answer, the predicted one and how wrong it is."""
    if found is None:
        return None
    train, validation = (
        QCoreApplication.translate("Predictions", "train"),
        QCoreApplication.translate("Predictions", "validation"),
    )
    classes = found.names
    if found.decides:
        true, guessed = [classes[at] for at in found.true], [classes[at] for at in found.guessed]
        last, measure = QCoreApplication.translate("Predictions", "Probability of the true class"), 1 - found.missed
    else:
        true, guessed = (values.tolist() for values in found.values)
        last, measure = QCoreApplication.translate("Predictions", "Distance"), found.missed
    columns = (
        QCoreApplication.translate("Predictions", "Row"),
        QCoreApplication.translate("Predictions", "Part"),
        *input_titles(found.dataset.settings.origin),
        QCoreApplication.translate("Predictions", "True"),
        QCoreApplication.translate("Predictions", "Predicted"),
        last,
    )
    points = own_points(found.dataset, found.rows).tolist()
    parts = [validation if test else train for test in found.tests]
    whole = zip(found.rows.tolist(), parts, points, true, guessed, measure.tolist(), strict=True)
    return Table(columns, tuple((r + 1, part, *point, t, g, float(m)) for r, part, point, t, g, m in whole))


def layers_table(strips: tuple[Strip, ...], answer: tuple[tuple[str, float], ...]) -> Table | None:
    """Every value of every layer, then the answer; row and column are 1 but for pictures and sequences."""
    if not strips and not answer:
        return None
    columns = (
        QCoreApplication.translate("Predictions", "Layer"),
        QCoreApplication.translate("Predictions", "Neuron"),
        QCoreApplication.translate("Predictions", "Row"),
        QCoreApplication.translate("Predictions", "Column"),
        QCoreApplication.translate("Predictions", "Value"),
    )
    rows: list[tuple[float | int | str | None, ...]] = []
    for strip in strips:
        values = strip.values.reshape(len(strip.values), *(strip.values.shape[1:] or (1, 1)))
        for unit, row, column in product(*map(range, values.shape)):
            name = strip.units[unit] if unit < len(strip.units) and strip.values.ndim == 1 else unit + 1
            rows.append((strip.title, name, row + 1, column + 1, float(values[unit, row, column])))
    word = QCoreApplication.translate("Predictions", "Output")
    rows += [(word, name, 1, 1, value) for name, value in answer]
    return Table(columns, tuple(rows))
