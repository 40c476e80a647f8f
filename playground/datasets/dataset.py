"""The points and labels that a network learns from, and those it is tested on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from playground.datasets.disk.streamed import Streamed, chances
from playground.datasets.draws import Floats, Numbers, Random, shuffled
from playground.datasets.features import columns
from playground.datasets.formulas import function_of
from playground.datasets.origins import source_of
from playground.datasets.seedrandom import SeedRandom
from playground.datasets.sources import Labelled, Made, Table, Typed
from playground.document.document import Document
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings

# As many points as are drawn and predicted for each frame.
MOST_SHOWN = 2_000
# Of shuffled rows these tell as well as all what goes with what.
ENOUGH = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Shuffled points, the first `train_count` of which train; its arrays cannot be written to.

    points: raw inputs, float64 or, of a table apart, float32, shape (n, raw inputs), as in `settings.facts.inputs`.
    targets: float64, shape (n, targets): -1 or +1 for two classes, the class's index for more, else target values.
    goal: which of these is looked at; its are the `labels`, shape (n,).
    """

    settings: DataSettings
    points: Floats
    targets: Floats
    train_count: int
    goal: int = 0

    @property
    def labels(self) -> Floats:
        return self.targets[:, self.goal]

    @property
    def test_count(self) -> int:
        return len(self.points) - self.train_count

    @property
    def counts(self) -> tuple[int, int]:
        """How many rows train and how many test, of all there are."""
        return self.train_count, self.test_count

    @property
    def train_points(self) -> Floats:
        return self.points[: self.train_count]

    @property
    def train_labels(self) -> Floats:
        return self.labels[: self.train_count]

    @property
    def test_points(self) -> Floats:
        return self.points[self.train_count :]

    @property
    def test_labels(self) -> Floats:
        return self.labels[self.train_count :]

    @property
    def train_inputs(self) -> NDArray[np.float32]:
        """What the network sees of the train points, shape (train_count, inputs), made anew at each call."""
        return columns(self.settings, self.train_points)

    @property
    def test_inputs(self) -> NDArray[np.float32]:
        """What the network sees of the test points, shape (test_count, inputs), made anew at each call."""
        return columns(self.settings, self.test_points)

    @property
    def label_span(self) -> tuple[float, float]:
        """The lowest and the highest label."""
        return float(self.labels.min()), float(self.labels.max())


@dataclass(frozen=True, slots=True, eq=False)
class Sampled(Dataset):
    """Some of the rows, in random order on each side; all of them stay on the disk."""

    whole: tuple[int, int] = (0, 0)

    @property
    def counts(self) -> tuple[int, int]:
        return self.whole


def load(settings: DataSettings) -> Dataset:
    """The data of these settings: the same settings, the same data. Of streamed ones a sample."""
    if settings.own is not None and settings.own.streamed:
        return _sampled(settings)
    return _large(settings) if settings.own is not None and settings.own.apart else _loaded(settings)


@lru_cache(maxsize=8)
def _loaded(settings: DataSettings) -> Dataset:
    return make(settings, random_numbers(settings))


@lru_cache(maxsize=1)
def _large(settings: DataSettings) -> Dataset:
    return make(settings, random_numbers(settings))


@lru_cache(maxsize=1)
def _sampled(settings: DataSettings) -> Sampled:
    streamed = Streamed.of(settings)
    trained, tested = streamed.sample()
    rows, inputs = np.concatenate((trained, tested)), len(streamed.own.columns)
    return Sampled(
        settings, cast("Floats", rows[:, :inputs]), rows[:, inputs:].astype(np.float64), len(trained),
        whole=streamed.counts,
    )  # fmt: skip


def looked_at(document: Document) -> Dataset:
    """The document's data, with the target that is looked at."""
    dataset = load(document.data)
    goal = document.target
    return dataset if goal == 0 else _with_goal(dataset, goal)


@lru_cache(maxsize=1)
def _with_goal(dataset: Dataset, goal: int) -> Dataset:
    return replace(dataset, goal=goal)


def random_numbers(settings: DataSettings) -> Random:
    """The numbers that make the data of these settings."""
    return SeedRandom(settings.seed_text) if settings.generator == "seedrandom" else Numbers(settings.seed)


def make(settings: DataSettings, generator: Random) -> Dataset:
    """As `load`, with other random numbers: with `SeedRandom`, the points of a TensorFlow Playground link."""
    noise = settings.noise / 100
    match source_of(settings.origin):
        case Made(make=maker):
            points, labels = maker(generator, settings.points, noise)
        case Typed(make=maker):
            points, labels = maker(generator, settings.points, noise, function_of(settings.boundary))
        case Table():
            points, labels = noisy_table(settings.origin, noise, settings.seed)
    targets = labels.reshape(len(points), -1)
    order, count = split(settings, targets[:, 0], generator)
    points, targets = points[order], targets[order]
    for values in (points, targets):
        values.setflags(write=False)
    return Dataset(settings, points, targets, count)


def noisy_table(origin: str | OwnData, noise: float, seed: int) -> Labelled:
    """The table, with normal noise of the share `noise` (0 to 0.8) of the deviation of all its values."""
    points, labels = _table(origin)
    if not noise:
        return points, labels
    # A stream apart from the shuffle's, so that noise leaves the split into train and test as it is.
    generator = np.random.default_rng((seed, 1))
    if points.dtype == np.float32:
        return points + np.float32(noise * points.std()) * generator.standard_normal(points.shape, np.float32), labels
    return points + noise * points.std() * generator.standard_normal(points.shape), labels


@lru_cache(maxsize=8)
def _table(origin: str | OwnData) -> Labelled:
    """What is read of it, once."""
    found = source_of(origin)
    assert isinstance(found, Table), f"{origin} is made, not read"
    points, labels = found.read()
    return points if points.dtype == np.float32 else np.asarray(points, np.float64), np.asarray(labels, np.float64)


def sample(dataset: Dataset, most: int = MOST_SHOWN) -> NDArray[np.intp]:
    """Rows of at most `most` points, those that train first, in their share; shuffled data make each a fair sample."""
    count, trained = len(dataset.points), dataset.train_count
    if count <= most:
        return np.arange(count)
    first = min(max(round(most * trained / count), 1), most - 1)
    return np.concatenate([np.arange(first), np.arange(trained, trained + most - first)])


def class_names(settings: DataSettings) -> tuple[str, ...]:
    """The classes by index, "-1" and "+1" for the two of a made plane; none for regression."""
    if settings.own is None and settings.facts.task == "binary":
        return ("-1", "+1")
    return source_of(settings.origin).classes


def split(settings: DataSettings, labels: Floats, generator: Random) -> tuple[NDArray[np.intp], int]:
    """Rows in the order in which they are used, and how many of the first train.

    In random order; of own data also with the same share of each class, or the last rows for the test, or each row
    by its own numbers, or as many of the first as a column of the table said.
    """
    rows, share = len(labels), settings.train_share
    how = settings.own.split if settings.own else "random"
    count = train_count(rows, share)
    if settings.own and settings.own.by_column:
        # Of rows that are absent fewer stand in for them.
        count = min(settings.own.train_rows, rows - 1)
    order = shuffled(generator, rows)
    if how == "each_row":
        trains = _by_itself(settings, share)[order]
        return np.concatenate((order[trains], order[~trains])), int(trains.sum())
    if how in ("last", "column"):
        return np.concatenate((order[order < count], order[order >= count])), count
    if how == "each_class" and settings.facts.task != "regression":
        trains = np.zeros(rows, bool)
        for label in np.unique(labels):
            of_class = order[labels[order] == label]
            trains[of_class[: train_count(len(of_class), share) if len(of_class) > 1 else 1]] = True
        if trains.all():
            # Each class has but one row: the last of them validates.
            trains[order[-1]] = False
        return np.concatenate((order[trains[order]], order[~trains[order]])), int(trains.sum())
    return order, count


def _by_itself(settings: DataSettings, share: float) -> NDArray[np.bool_]:
    """Which rows train, each by a number made of its own ones: one more or less moves no other to another side."""
    points, labels = _table(settings.origin)
    bits = np.column_stack((points, labels)).astype("<f4").view("<u4").astype(np.uint64)
    places = chances(bits.T, settings.seed)
    trains = places < share / 100
    # Neither side may be empty.
    if not trains.any() or trains.all():
        trains[int((places if not trains.any() else -places).argmin())] ^= True
    return np.asarray(trains)


def train_count(count: int, train_share: float) -> int:
    """How many of `count` train: the share in percent, rounded down, with at least one on each side."""
    return min(max(int(count * train_share / 100), 1), count - 1)
