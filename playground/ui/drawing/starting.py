"""A drawing to go on from: the points of the data that are there."""

from __future__ import annotations

import numpy as np

from playground.datasets.dataset import load
from playground.datasets.making.drawn import HIGH, LOW, MOST_CLASSES, Drawing, drawing_of
from playground.document.settings import DataSettings


def drawing_from(data: DataSettings) -> Drawing | None:
    """Those of data over the plane in up to six classes; None for others, and where they are a drawing already."""
    facts = data.facts
    if drawing_of(data.own) is not None or not facts.planar or facts.task == "regression":
        return None
    if facts.outputs > MOST_CLASSES or facts.points > 5_000:
        return None
    dataset = load(data)
    kinds = np.where(dataset.labels > 0, 0, 1) if facts.task == "binary" else dataset.labels
    points = dataset.points.clip(LOW, HIGH).astype(np.float32).astype(np.float64)
    return Drawing(points, kinds.astype(np.intp))
