"""Losses of real runs, kept in recorded.npz: `python -m tests.advice.recorded` trains them again, in some minutes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example, names
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.frames.run import Curves
from tests.made_curves import made_curves

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).with_name("recorded.npz")


def chain(*layers: Layer, training: TrainingSettings | None = None, data: DataSettings | None = None) -> Document:
    made, last = Document(data=data or DataSettings(), training=training or TrainingSettings()), DATA
    for layer in layers:
        made, last = edits.add_node(made, layer, 0, 0, after=last)
    return edits.set_layer(edits.connect(made, last, OUTPUT), OUTPUT, Output("mean_squared_error"))


FEW = DataSettings("sine", points=40, noise=30)
# What goes wrong -> the network that does, and for how many epochs it was trained.
WRONG = {
    "jumps": (chain(Dense(4), Dense(2), Dense(1), training=TrainingSettings(learning_rate=1.0)), 300),
    "still": (chain(Dense(1), Dense(1), Dense(1)), 2_000),
    "parts": (chain(Dense(24), Dense(24), Dense(1, "linear"), training=TrainingSettings(Adam(), 0.01), data=FEW), 600),
}


def bundled(name: str) -> Document:
    return replace(example(name, ROOT / "assets" / "examples"), rivals=())


def documents() -> dict[str, tuple[Document, int]]:
    return WRONG | {name: (document := bundled(name), document.training.epochs) for name in names()}


def curves_of(name: str) -> Curves:
    """Every epoch of the run of that name."""
    with np.load(KEPT) as kept:
        train, validation = kept[name].astype(np.float32)
    return made_curves(np.arange(len(train)), train, validation, metrics=())


def record() -> None:
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    kept = {}
    for name, (document, epochs) in documents().items():
        session = Session(document, Loops())
        session.train(epochs * session.plain.steps_per_epoch)
        kept[name] = session.recorder.curves(most=1_000_000).values[:, :2].T.astype(np.float32)
        print(name, kept[name].shape, kept[name][:, -1])
    np.savez_compressed(KEPT, **kept)


if __name__ == "__main__":
    record()
