"""A row's preprocessing by hand: the table's own numbers and words, and how each becomes what the network sees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from playground.datasets.dataset import load, sample
from playground.datasets.measures import measures
from playground.datasets.rows import RowColumn, target_columns
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings
from playground.tables.choices import read_recipe
from playground.tables.raw import raw_columns


@dataclass(frozen=True, slots=True)
class Scale:
    """A column of numbers, of which the network sees (own - middle) / size.

    scaling: one of SCALINGS. decimals: as many digits after the point as the column's numbers have.
    """

    column: str
    middle: float
    size: float
    unit: str = ""
    scaling: str = "standard"
    decimals: int = 0

    @property
    def changes(self) -> bool:
        """Whether the network sees another number."""
        return (self.middle, self.size) != (0.0, 1.0)

    def own(self, seen: float) -> float:
        return self.middle + self.size * seen


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the row, and the input that it becomes."""

    scale: Scale
    own: float

    @property
    def seen(self) -> float:
        return (self.own - self.scale.middle) / self.scale.size


@dataclass(frozen=True, slots=True)
class Word:
    """An input that is 1 where the row `has` this word of a category, "" where it has none of them, and else 0."""

    column: str
    word: str
    has: str

    @property
    def seen(self) -> float:
        return float(self.word == self.has)


@dataclass(frozen=True, slots=True)
class Preparing:
    """inputs: the step that makes each of the network's inputs, in order; () where it sees all as they are.
    targets: what each predicted value stands for; () where all stand for themselves, or a class is told."""

    inputs: tuple[Number | Word, ...]
    targets: tuple[Scale, ...]


@lru_cache(maxsize=8)
def preparing_of(data: DataSettings, seen: tuple[float, ...]) -> Preparing | None:
    """How the row that the network sees so was prepared; None where the network sees rows and targets as they are."""
    facts, own = data.facts, data.own
    if facts.pictured or facts.planar:
        return None
    inputs: list[Number | Word] = []
    place = 0
    for scale, words in _columns(data):
        wide = len(words) or 1
        part, place = seen[place : place + wide], place + wide
        if not words:
            inputs.append(Number(scale, scale.own(part[0])))
        else:
            has = words[part.index(max(part))] if max(part) > 0 else ""
            inputs += [Word(scale.column, word, has) for word in words]
    if not any(isinstance(step, Word) or step.scale.changes for step in inputs):
        inputs = []
    targets = _targets(data, own) if own is not None else ()
    return Preparing(tuple(inputs), targets) if inputs or targets else None


@lru_cache(maxsize=8)
def _columns(data: DataSettings) -> tuple[tuple[Scale, tuple[str, ...]], ...]:
    """The columns that the inputs are made of, each with its words, () of a number."""
    known, dataset, own = measures(data.origin), load(data), data.own
    points = dataset.points[sample(dataset)]
    raw = [(each.name, each.words) for each in raw_columns(own)] or [(name, ()) for name in data.facts.inputs]
    found, place = [], 0
    for name, words in raw:
        if words:
            found.append((Scale(name, 0.0, 1.0), words))
        else:
            each = known[place]
            decimals = RowColumn(name, each.middle + each.size * points[:, place]).decimals
            found.append((Scale(name, each.middle, each.size, each.unit, _scaling(own, name), decimals), ()))
        place += len(words) or 1
    return tuple(found)


def _scaling(own: OwnData | None, name: str) -> str:
    recipe = read_recipe(own.recipe) if own is not None and own.maker == "table" else None
    if recipe is None:
        return "standard"
    chosen = (each.scaling for each in recipe.choices.columns if each.name == name)
    return next(chosen, "") or recipe.choices.scaling


def _targets(data: DataSettings, own: OwnData) -> tuple[Scale, ...]:
    if own.task != "regression" or not any(each.scaled for each in own.targets):
        return ()
    dataset = load(data)
    columns = target_columns(dataset, sample(dataset))
    return tuple(
        Scale(each.name, each.middle, each.size, each.unit, "standard", column.decimals)
        for each, column in zip(own.targets, columns, strict=True)
    )
