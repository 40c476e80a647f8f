"""The runs of an experiment: every combination of what varies, or some of them by chance."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import prod
from random import Random
from typing import Any

from playground.document.checks.memory import needed_bytes
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files.file import dumps
from playground.document.settings import ViewSettings
from playground.document.words import words
from playground.runs.axes import FOUND, KINDS, NETWORK, RATE, Axis, AxisError, Value, with_setting

MOST_TRIALS = 10_000
SEED = "training.seed"


@dataclass(frozen=True)
class Trial:
    """One run: its place in the table, the values that it varies, the document to train and for how long.

    `until`: the epoch at which it stands to be compared with others, the first of its `epochs`; 0 for none.
    """

    number: int
    settings: tuple[tuple[str, Value], ...]
    document: Document
    epochs: int
    until: int = 0

    @property
    def finds_rate(self) -> bool:
        """Whether it begins with a search for its learning rate."""
        return (RATE, FOUND) in self.settings

    def trained_document(self, numbers: Mapping[str, Any]) -> Document:
        """What the run that came to these numbers has trained: with the learning rate that it found."""
        rate = numbers.get("learning_rate") if self.finds_rate else None
        return self.document if rate is None else with_setting(self.document, RATE, rate)

    @property
    def text(self) -> str:
        """What crosses to the process that trains it."""
        return dumps(self.document)

    @cached_property
    def key(self) -> str:
        """What tells it from any other run, today and when the command is given again."""
        alone = replace(self.document, layout=(), view=ViewSettings(), notes=(), groups=(), rivals=(), name="")
        how = f"{self.epochs}\n{FOUND if self.finds_rate else ''}"
        whole = hashlib.sha256(f"{how}{dumps(alone)}".encode()).hexdigest()[:24]
        return f"{whole}@{self.until}" if self.until else whole

    def key_at(self, step: int) -> str:
        """The key of this run, which is a whole one, when it is asked for up to that epoch."""
        return f"{self.key}@{step}" if 0 < step < self.epochs else self.key

    @property
    def shared(self) -> tuple[tuple[str, Value], ...]:
        """Everything that varies but the seed: what the runs of a group have in common."""
        return tuple(setting for setting in self.settings if setting[0] != SEED)

    @cached_property
    def size(self) -> int:
        """How large its network is, roughly: what takes more memory takes longer."""
        return needed_bytes(self.document, flow(self.document))

    @property
    def kin(self) -> object:
        """The same for runs that differ in numbers only, and so share what is compiled."""
        training = replace(self.document.training, learning_rate=0.0, seed=0)
        return self.document.graph, replace(self.document.data, seed=0, noise=0.0), training, self.epochs


def seeds_axis(count: int) -> Axis:
    """So many seeds of the training, 1, 2, 3 ..."""
    return Axis(SEED, tuple(range(1, count + 1)))


def grid(document: Document, axes: Sequence[Axis], epochs: int | None = None) -> tuple[Trial, ...]:
    """Every combination, the last axis fastest; `epochs` or else those of each document. Raises AxisError."""
    _check(axes)
    combinations = product(*(axis.values for axis in axes))
    return tuple(_trial(document, axes, values, number, epochs) for number, values in enumerate(combinations, 1))


def by_chance(
    document: Document, axes: Sequence[Axis], count: int, seed: int, epochs: int | None = None
) -> tuple[Trial, ...]:
    """So many of the combinations, each once, drawn with that seed; every seed of the training of each drawn.

    Raises AxisError.
    """
    repeated = [axis for axis in axes if axis.name == SEED]
    drawn = [axis for axis in axes if axis.name != SEED]
    _check(axes, most=10**12)
    whole = prod(len(axis.values) for axis in drawn)
    places = sorted(Random(seed).sample(range(whole), min(count, whole)))
    if len(places) * prod(len(axis.values) for axis in repeated) > MOST_TRIALS:
        _refuse(len(places) * prod(len(axis.values) for axis in repeated))
    chosen = [_at(drawn, place) for place in places]
    found = [(*values, *others) for values in chosen for others in product(*(axis.values for axis in repeated))]
    ordered = [*drawn, *repeated]
    return tuple(_trial(document, ordered, values, number, epochs) for number, values in enumerate(found, 1))


def _at(axes: Sequence[Axis], place: int) -> tuple[Value, ...]:
    """The combination at that place of the grid, which may be too long to list."""
    values: list[Value] = []
    for axis in reversed(axes):
        place, rest = divmod(place, len(axis.values))
        values.insert(0, axis.values[rest])
    return tuple(values)


def _check(axes: Sequence[Axis], most: int = MOST_TRIALS) -> None:
    names = [axis.name for axis in axes]
    twice = [name for at, name in enumerate(names) if name in names[:at]]
    if twice:
        raise AxisError(words("{name} varies twice", name=twice[0]))
    if (count := prod(len(axis.values) for axis in axes)) > most:
        _refuse(count)


def _refuse(count: int) -> None:
    raise AxisError(words("{count} runs are more than {most}; --random N takes some of them",
                          count=f"{count:,}", most=f"{MOST_TRIALS:,}"))  # fmt: skip


def _trial(document: Document, axes: Sequence[Axis], values: Sequence[Value], number: int, epochs: int | None) -> Trial:
    settings = tuple(zip((axis.name for axis in axes), values, strict=True))
    # What is chosen as a whole comes first: settings within it are of what was chosen.
    for name, value in sorted(settings, key=lambda setting: (setting[0] != NETWORK, setting[0] not in KINDS)):
        document = with_setting(document, name, value)
    epochs = document.training.epochs if epochs is None else epochs
    # As `train --epochs` does: the document says how long it trains, at least one epoch.
    said = min(epochs, 1_000_000) or document.training.epochs
    document = edits.set_training(document, replace(document.training, epochs=said))
    return Trial(number, settings, document, epochs)
