"""From outputs and labels to colours and heights; numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset
from playground.datasets.measures import Span
from playground.ui.plots.charts.ticks import step_for
from playground.ui.theme import CLASS_COLOURS, ZERO, signed_rgb

Values = NDArray[np.floating]
Bytes = NDArray[np.uint8]

CLASSES = np.array(CLASS_COLOURS, np.float32)
GREY = np.array(ZERO, np.float32)


def limit_of(dataset: Dataset) -> float:
    """The value that is wholly blue: 1 for classes, else the largest label in size."""
    if dataset.settings.facts.task != "regression":
        return 1.0
    low, high = dataset.label_span
    return max(abs(low), abs(high)) or 1.0


def neuron_limit(values: Values) -> float:
    """The value of a neuron that is wholly blue: 1, or a round one that holds them all, so that it seldom changes."""
    largest = float(np.nan_to_num(np.abs(values)).max(initial=0.0))
    return step_for(largest, 1) if largest > 1 else 1.0


def wrong_points(dataset: Dataset, rows: NDArray[np.intp], predicted: Values) -> NDArray[np.bool_]:
    """Which rows of the data are put in a class that is not theirs, by outputs (n, channels) for them: (n,)."""
    labels = dataset.labels[rows]
    if predicted.shape[-1] == 1:
        return np.asarray((predicted[:, 0] > 0) != (labels > 0))
    return np.asarray(predicted.argmax(axis=-1) != labels.astype(int))


def output_rgb(surface: Values, limit: float, discretize: bool = False) -> Bytes:
    """Colours of an output of shape (rows, columns, channels): (rows, columns, 3).

    One channel goes from -limit, orange, to +limit, blue. More are probabilities: the winner's
    colour, grey where it is no likelier than the others. `discretize` takes sign or winner alone.
    """
    if surface.shape[-1] == 1:
        values = surface[..., 0] / limit
        return signed_rgb(np.where(values >= 0, 1.0, -1.0) if discretize else values)
    colours = CLASSES[surface.argmax(axis=-1) % len(CLASSES)]
    if discretize:
        return colours.astype(np.uint8)
    share = confidence(surface)[..., np.newaxis]
    return (GREY + (colours - GREY) * share).round().astype(np.uint8)


def confidence(surface: Values) -> Values:
    """How far the likeliest class stands above chance, 0 to 1: shape without the last axis."""
    chance = 1 / surface.shape[-1]
    sure = np.nan_to_num((surface.max(axis=-1) - chance) / (1 - chance))
    return np.clip(sure, 0, 1)


def heights(surface: Values, limit: float) -> Values:
    """Heights of an output, -1 to 1, shape (rows, columns); of more classes the winner's share, 0 at -1, 1 at +1."""
    if surface.shape[-1] == 1:
        return np.nan_to_num(np.clip(surface[..., 0] / limit, -1, 1))
    return np.nan_to_num(np.clip(2 * surface.max(axis=-1) - 1, -1, 1))


def label_rgb(dataset: Dataset, rows: NDArray[np.intp]) -> Bytes:
    """The colour of each of these points, shape (rows, 3)."""
    labels = dataset.labels[rows]
    if dataset.settings.facts.task == "classes":
        return CLASSES[labels.astype(int) % len(CLASSES)].astype(np.uint8)
    return signed_rgb(labels / limit_of(dataset))


def value_at(surface: Values, spans: tuple[Span, Span], x: Values, y: Values) -> Values:
    """The output between its grid points, bilinear; x and y of shape (n,) -> (n, channels).

    surface: (side, side, channels), row 0 at the largest y; `spans` are those of x and y.
    """
    side = surface.shape[0]
    (left, right), (low, high) = spans
    column = np.clip((np.asarray(x) - left) / (right - left) * (side - 1), 0, side - 1)
    row = np.clip((high - np.asarray(y)) / (high - low) * (side - 1), 0, side - 1)
    start, top = np.minimum(column.astype(int), side - 2), np.minimum(row.astype(int), side - 2)
    right_share, low_share = (column - start)[:, np.newaxis], (row - top)[:, np.newaxis]
    upper = surface[top, start] * (1 - right_share) + surface[top, start + 1] * right_share
    lower = surface[top + 1, start] * (1 - right_share) + surface[top + 1, start + 1] * right_share
    return upper * (1 - low_share) + lower * low_share
