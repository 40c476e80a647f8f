"""Train every bundled example and write the small films of what it learns, which the start page shows."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from setup_environment import ROOT

from playground.datasets.dataset import load, sample
from playground.datasets.input_plane import default_axes
from playground.datasets.measures import own_points, spans_of
from playground.document import examples
from playground.document.document import Document
from playground.frames.wanted import Wanted

SIDE, FRAMES, MOST_POINTS = 48, 18, 120
# After how many epochs each has learned what it can; the others show a picture of their data.
EPOCHS = {
    "circle": 62, "xor": 100, "gauss": 20, "spiral": 300, "moons": 100, "checkerboard": 250, "plane": 12, "bumps": 150,
    "sinc": 250, "branches": 300, "dropout": 1000, "step": 60, "iris": 100,
    "boundary": 60, "three-blobs": 30, "four-blobs": 30, "rings": 60, "arms": 150,
}  # fmt: skip


def moments(epochs: int) -> list[int]:
    """FRAMES epochs from 0 to the last, close together at first, when most happens."""
    shares = (np.geomspace(1, epochs + 1, FRAMES) - 1).round().astype(int)
    return [int(share) for share in shares]


def film(document: Document, epochs: int) -> dict[str, NDArray[np.generic]]:
    """What `start.films.Film` reads: the output over the plane at each moment, in 127ths, and some of the points."""
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    dataset = load(document.data)
    axes = default_axes(dataset)
    session = Session(document, Loops())
    shown, at = [], moments(epochs)
    for epoch in at:
        while session.epoch < epoch:
            session.train((epoch - session.epoch) * session.plain.steps_per_epoch)
        surface = session.look(Wanted(surface_side=SIDE, map_side=0, axes=axes)).surface
        assert surface is not None
        shown.append(np.clip(np.nan_to_num(surface), -1, 1))
    rows = sample(dataset, MOST_POINTS)
    low, high = np.array(spans_of(document.data.name, axes)).T
    places = 2 * (own_points(dataset, rows)[:, axes] - low) / (high - low) - 1
    return {
        "values": (np.array(shown) * 127).round().astype(np.int8),
        "epochs": np.array(at, np.int32),
        "points": places.astype(np.float16),
        "labels": dataset.labels[rows].astype(np.float16),
    }


def main(names: list[str]) -> int:
    """Films of these examples, or of all."""
    folder = ROOT / "assets" / "films"
    folder.mkdir(exist_ok=True)
    for name in names or list(EPOCHS):
        made = film(examples.example(name, Path(ROOT / "assets" / "examples")), EPOCHS[name])
        np.savez_compressed(folder / f"{name}.npz", **made)  # type: ignore[arg-type]
        print(name, (folder / f"{name}.npz").stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
