"""How good predictions are: counts and shares for classes, ROC curves, errors of values. numpy only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating]
Wholes = NDArray[np.integer]
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ClassScores:
    """One number for each class, float64 (classes,): 0 where nothing can be divided, as scikit-learn has it.

    precision: the share of those put in the class that belong there. recall: the share of those that belong there
    that are put there. f1: their harmonic mean. rows: how many belong there, guesses: how many are put there, int64.
    """

    precision: Doubles
    recall: Doubles
    f1: Doubles
    rows: NDArray[np.int64]
    guesses: NDArray[np.int64]

    def macro(self) -> tuple[float, float, float]:
        """Precision, recall and F1 as the means over the classes that belong to any row or were put on one."""
        return self._means((self.rows + self.guesses > 0).astype(np.float64))

    def weighted(self) -> tuple[float, float, float]:
        """The same, each class counting as often as it has rows."""
        return self._means(self.rows.astype(np.float64))

    def _means(self, weights: Doubles) -> tuple[float, float, float]:
        whole = weights.sum()
        precision, recall, f1 = (
            float(part @ weights / whole) if whole else 0.0 for part in (self.precision, self.recall, self.f1)
        )
        return precision, recall, f1


@dataclass(frozen=True, slots=True, eq=False)
class Roc:
    """The curve from (0, 0) to (1, 1) as the threshold falls, all arrays (points,); `area` lies under it.

    false_rate: the share of the others that are taken for the class; true_rate: of the class itself.
    thresholds: taken for the class are those at or above it; the first is infinite. None of it is a number where
    there is only one kind of rows: `area` is NaN and the arrays are empty.
    """

    false_rate: Doubles
    true_rate: Doubles
    thresholds: Doubles
    area: float


@dataclass(frozen=True, slots=True)
class Errors:
    """Of predicted values: the mean distance, the root of the mean square, and the share of the variance explained.

    `r2` is NaN for fewer than two rows; where all true values are equal, 1 if every one is met, else 0.
    """

    mean_absolute: float
    root_mean_square: float
    r2: float


def confusion(true: Wholes, predicted: Wholes, classes: int) -> NDArray[np.int64]:
    """How many rows of class i were put in class j: int64 (classes, classes)."""
    pairs = np.asarray(true, np.int64) * classes + np.asarray(predicted, np.int64)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes).astype(np.int64)


def accuracy(counts: NDArray[np.int64]) -> float:
    """The share of a confusion matrix that is on its diagonal; NaN of none."""
    whole = counts.sum()
    return float(np.trace(counts) / whole) if whole else float("nan")


def class_scores(counts: NDArray[np.int64]) -> ClassScores:
    """Precision, recall and F1 of each class of a confusion matrix (classes, classes)."""
    right, rows, put = np.diag(counts), counts.sum(axis=1), counts.sum(axis=0)
    return ClassScores(_share(right, put), _share(right, rows), _share(2 * right, rows + put), rows, put)


def roc(belongs: NDArray[np.bool_], scores: Numbers) -> Roc:
    """The curve of rows (rows,) by how strongly each is taken for the class; equal scores are one step."""
    positives = int(belongs.sum())
    if positives in (0, len(belongs)) or not np.isfinite(scores).all():
        empty = np.zeros(0)
        return Roc(empty, empty, empty, float("nan"))
    order = np.argsort(-scores, kind="stable")
    sorted_scores, hits = scores[order], np.cumsum(belongs[order])
    ends = np.append(np.flatnonzero(np.diff(sorted_scores)), len(scores) - 1)
    true_rate = np.append(0.0, hits[ends] / positives)
    false_rate = np.append(0.0, (ends + 1 - hits[ends]) / (len(scores) - positives))
    area = float(np.sum(np.diff(false_rate) * (true_rate[1:] + true_rate[:-1]) / 2))
    thresholds = np.append(np.inf, sorted_scores[ends].astype(np.float64))
    corners = _corners(false_rate, true_rate)
    return Roc(false_rate[corners], true_rate[corners], thresholds[corners], area)


def errors(true: Numbers, predicted: Numbers) -> Errors:
    """Of values (rows,), in their unit."""
    if not len(true):
        return Errors(float("nan"), float("nan"), float("nan"))
    missed = np.asarray(true, np.float64) - predicted
    squares, spread = float(np.sum(missed**2)), float(np.sum((true - np.mean(true)) ** 2))
    if len(true) < 2:
        r2 = float("nan")
    elif spread:
        r2 = 1 - squares / spread
    else:
        r2 = 1.0 if not squares else 0.0
    return Errors(float(np.mean(np.abs(missed))), float(np.sqrt(squares / len(true))), r2)


def relevance(points: Numbers, labels: Numbers, grouped: bool) -> Doubles:
    """How much each input alone tells of the label, 0 to 1, (inputs,): the share of its variance that goes with it.

    Where the labels are classes, `grouped`: the share that lies between them; else the squared correlation.
    """
    centred = np.asarray(points, np.float64) - points.mean(axis=0)
    spread = np.sum(centred**2, axis=0)
    if grouped:
        groups = [centred[labels == label] for label in np.unique(labels)]
        between = sum((len(group) * group.mean(axis=0) ** 2 for group in groups), np.zeros(points.shape[1]))
        return _share(between, spread)
    around = labels - labels.mean()
    return _share((around @ centred) ** 2, spread * np.sum(around**2))


def _share(part: Numbers | Wholes, whole: Numbers | Wholes) -> Doubles:
    found = np.zeros(len(part))
    np.divide(part, whole, out=found, where=whole > 0)
    return found


def _corners(x: Doubles, y: Doubles) -> NDArray[np.bool_]:
    """Which points of a staircase are its corners: the others lie on a line between their neighbours."""
    kept = np.ones(len(x), np.bool_)
    # In whole steps as well as in shares: three points in line have the same cross product.
    turn = np.diff(x)[:-1] * np.diff(y)[1:] - np.diff(x)[1:] * np.diff(y)[:-1]
    kept[1:-1] = np.abs(turn) > 1e-12
    return kept
