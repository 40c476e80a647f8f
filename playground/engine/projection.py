"""All samples on a plane, by the two principal components of what a node makes of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.datasets.dataset import sample
from playground.engine.session import Session
from playground.frames.projection import Projection

# Directions that are followed together, and how often each is turned towards where the values vary most.
FOLLOWED, TURNS = 16, 24


def project(session: Session | None, node: str, past: int | None = None) -> Projection | None:
    """By that node's values at the kept moment at or before `past` batches; None where there is no such node, or
    where a value is no number."""
    if session is None:
        return None
    rows = sample(session.dataset)
    with session.back_at(past):
        values, step = session.values_of(node, rows), session.step
    if values is None or not np.isfinite(values).all():
        return None
    points, share = main_plane(values)
    return Projection(node, step, rows, points, share, session.document.data)


def main_plane(values: NDArray[np.floating]) -> tuple[NDArray[np.float32], float]:
    """Rows of values, (rows, values), along their two principal components, (rows, 2), and these two's share of the
    variance. By subspace iteration: a whole decomposition of a wide layer would take seconds.

    The sign of each is such that its largest weight is positive, as scikit-learn has it.
    """
    centred = values.astype(np.float64) - values.mean(axis=0, dtype=np.float64)
    whole, width = float((centred**2).sum()), centred.shape[1]
    basis = np.random.default_rng(0).standard_normal((width, min(FOLLOWED, width)))
    for _ in range(TURNS):
        basis, _ = np.linalg.qr(centred.T @ (centred @ basis))
    _, sizes, turned = np.linalg.svd(centred @ basis, full_matrices=False)
    ways = np.zeros((2, width))
    ways[: min(2, len(turned))] = (turned @ basis.T)[:2]
    largest = ways[np.arange(2), np.abs(ways).argmax(axis=1)]
    points = centred @ (ways * np.where(largest < 0, -1.0, 1.0)[:, np.newaxis]).T
    return points.astype(np.float32), float((sizes[:2] ** 2).sum() / whole) if whole else 1.0
