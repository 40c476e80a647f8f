"""What a goal can ask for: every fact by its name, of what kind it is, and the words that it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from playground.document.layers.layer import ACTIVATIONS
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.limits import limits
from playground.document.losses import LOSSES
from playground.document.own_data import MAKERS
from playground.document.settings import DATASETS, FEATURES, OPTIMIZERS, DataSettings, TrainingSettings
from playground.frames.run import State
from playground.lab.losses import LOSS_KINDS
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import DTYPES

# The rows of the curriculum, which lessons show.
ROWS = tuple(f"{part}{row}" for part, last in (("A", 17), ("B", 10), ("C", 6)) for row in range(1, last + 1))

# A share is a number that is at most 1, mostly written in percent.
Kind = Literal["number", "share", "word", "flag"]

# Where each comes from is told in `facts.py`, and of those of the window in `ui/teaching/knowing.py`.
_NUMBERS = (
    "epoch", "train_loss", "validation_loss", "loss_gap", "parameters", "neurons", "layers", "hidden_layers", "widest",
    "learning_rate", "batch_size", "points", "rivals", "groups", "seed", "lab_rank", "lab_size", "lab_loss_value",
    "seconds_on_step",
)  # fmt: skip
_SHARES = ("train_accuracy", "validation_accuracy", "noise", "train_share")
_WORDS = (
    "dataset", "optimizer", "loss", "activation", "output_activation", "state", "language", "lab_operation",
    "lab_dtype", "lab_shape", "lab_loss",
)  # fmt: skip
_FLAGS = (
    "playing", "diverged", "was_reset", "regularised", "dropout", "walking", "walked_back", "lab_error", "lab_marked",
    "saved", "exported", "exported_keras", "exported_weights", "exported_savedmodel", "compared",
)  # fmt: skip

FACTS: Mapping[str, Kind] = {
    **dict.fromkeys(_NUMBERS, "number"),
    **dict.fromkeys(_SHARES, "share"),
    **dict.fromkeys(_WORDS, "word"),
    **dict.fromkeys(_FLAGS, "flag"),
}

# Of the words that come from a table, all that there are.
WORDS: Mapping[str, tuple[str, ...]] = {
    # Data of a person's own are told by how they were made.
    "dataset": (*DATASETS, *MAKERS),
    "optimizer": tuple(OPTIMIZERS),
    "loss": tuple(LOSSES),
    "activation": ACTIVATIONS,
    "output_activation": ACTIVATIONS,
    "state": get_args(State),
    "lab_operation": tuple(OPERATIONS),
    "lab_dtype": DTYPES,
    "lab_loss": tuple(LOSS_KINDS),
    "language": ("en", "zh_CN"),
}

# Settings that are known by another name than that of their field, which says little by itself.
RENAMED = {"dataset": "name"}


def _settings() -> tuple[str, ...]:
    """The names of all that can be set of the data, the training and the layers."""
    data = (name for name in limits(DataSettings) if name not in RENAMED.values())
    training = (field.name for field in fields(TrainingSettings))
    layers = (name for kind in LAYERS.values() for name in limits(kind))
    return tuple(dict.fromkeys((*RENAMED, *data, *training, *layers)))


SETTINGS = _settings()


@dataclass(frozen=True, slots=True)
class Function:
    """A fact that has to be told of what: the kinds of what it takes, of which `fewest` are needed, and what it gives.

    `words` are those that its first one may be, where a table tells them.
    """

    takes: tuple[Literal["word", "number"], ...]
    gives: Kind = "flag"
    fewest: int = 1
    words: tuple[str, ...] = ()


FUNCTIONS: Mapping[str, Function] = {
    "count": Function(("word",), "number", words=PALETTE),
    "feature": Function(("word",), words=FEATURES),
    "changed": Function(("word",), words=(*SETTINGS, "layers", "edges")),
    "weight": Function(("word", "word", *("number",) * 4), "number", fewest=2),
    "value": Function(("word", *("number",) * 3), "number"),
    "lab_value": Function(("number",) * 6, "number"),
    "open": Function(("word",)),
    "selected": Function(("word",)),
    "answered": Function(("word",)),
}
