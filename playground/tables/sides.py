"""Which rows of a table train and which validate, as the words of one of its columns say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.tables.columns import CATEGORY, FEW, MOST_CLASSES, NUMBER, STRETCH, YES, Column, stretches
from playground.tables.numbers import number_of
from playground.tables.stored import as_category

_TRAIN = {"train", "trains", "trained", "training", "trn", "fit", "fitting", "learn", "learning"}
_VALIDATE = {
    "test", "tests", "testing", "tst", "validate", "validates", "validation", "valid", "val", "dev", "development",
    "holdout", "heldout", "eval", "evaluation",
}  # fmt: skip
_TRAIN_HAN, _VALIDATE_HAN = ("训练",), ("验证", "测试", "检验")
# Of two such words one says yes.
_YES_NO = ({"0": False, "1": True}, {"no": False, "yes": True}, {"n": False, "y": True}, {"否": False, "是": True})
# So many words at most are taken for those of a split without being asked.
_FEW = 10


@dataclass(frozen=True, slots=True)
class Sides:
    """A column's `words`, how many rows have each, and those of them that validate; `missing` counts rows with none.

    kind: how the column was read.
    """

    words: tuple[str, ...]
    counts: tuple[int, ...]
    validates: tuple[str, ...]
    missing: int
    kind: str

    @property
    def places(self) -> list[int]:
        """Where the words that validate stand among all."""
        return [place for place, word in enumerate(self.words) if word in self.validates]

    @property
    def validating(self) -> int:
        """How many rows validate."""
        return sum(self.counts[place] for place in self.places)


def worded(column: Column) -> Column | None:
    """The column with a few words: its own, or its whole numbers; None for any other."""
    if column.kind in (CATEGORY, YES):
        return column if len(column.words) <= MOST_CLASSES else None
    if column.kind != NUMBER or column.unit or not column.whole:
        return None
    return as_category(column, MOST_CLASSES)


def sides_of(column: Column, kind: str, validates: Sequence[str] | None) -> Sides:
    """The sides that a `worded` column tells, by those words or, without any, as they are guessed."""
    counts, missing = np.zeros(len(column.words), np.int64), 0
    for where in stretches(len(column.held)):
        part = column.part(where)
        there = part[np.isfinite(part)]
        counts += counted(there, len(counts))
        missing += len(part) - len(there)
    told = tuple(counts.tolist())
    if validates is None:
        return Sides(column.words, told, guessed(column.name, column.words, told), missing, kind)
    return Sides(column.words, told, tuple(word for word in column.words if word in validates), missing, kind)


def counted(places: NDArray[np.float64], words: int) -> NDArray[np.int64]:
    """How often each of so many words comes."""
    return np.bincount(places.astype(np.int64), minlength=words).astype(np.int64)


def guessed(name: str, words: Sequence[str], counts: Sequence[int]) -> tuple[str, ...]:
    """The words that most likely validate: those that say so; of yes and no what the column's name asks; of the numbers
    of folds the last; else the rarest."""
    meant = [_meaning(word) for word in words]
    if True in meant and {*meant} != {True}:
        return tuple(word for word, validates in zip(words, meant, strict=True) if validates)
    if False in meant and {*meant} != {False}:
        return tuple(word for word, validates in zip(words, meant, strict=True) if validates is None)
    asked = _meaning(name)
    for known in _YES_NO:
        if asked is not None and {word.lower() for word in words} == {*known}:
            return tuple(word for word in words if known[word.lower()] is asked)
    if len(words) > 2 and all(number_of(word, ".") is not None for word in words):
        return (words[-1],)
    # Of equally many the last.
    rarest = min(range(len(words)), key=lambda place: (counts[place], -place), default=None)
    return () if rarest is None else (words[rarest],)


def _meaning(word: str) -> bool | None:
    """Whether a word says that rows validate, or, false, that they train; None where it says neither, or both."""
    parts = re.findall(r"[^\W\d_]+", word.casefold())
    said = {*parts, "".join(parts)}
    trains = bool(said & _TRAIN) or any(han in word for han in _TRAIN_HAN)
    validates = bool(said & _VALIDATE) or any(han in word for han in _VALIDATE_HAN)
    return None if trains == validates else validates


def likely_split(columns: Sequence[Column]) -> str:
    """The column that plainly says which rows train: by all of its words, or by its name; "" where there is none."""
    return next((each.name for each in columns if _splits(each)), "")


def _splits(column: Column) -> bool:
    parts = re.findall(r"[^\W\d_]+", column.name.casefold())
    asks = len(parts) > 1 and parts[0] in ("is", "in", "for") and _meaning(column.name) is not None
    if column.kind in (CATEGORY, YES) and 1 < len(column.words) <= _FEW:
        return asks or parts == ["split"] or {_meaning(word) for word in column.words} == {True, False}
    if column.kind != NUMBER or not (asks or parts in (["split"], ["fold"], ["kfold"])) or not can_split(column):
        return False
    return 1 < len(np.unique(column.thinned(STRETCH))) <= _FEW


def can_split(column: Column) -> bool:
    """Whether it seems to have words that could say on which side a row is; of a large table some are looked at."""
    if column.kind in (CATEGORY, YES):
        return 0 < len(column.words) <= MOST_CLASSES
    if column.kind != NUMBER or column.unit:
        return False
    # Most columns are seen by a few rows already to have other numbers.
    for most in (FEW, STRETCH):
        values = column.thinned(most)
        values = values[np.isfinite(values)]
        if (values % 1).any():
            return False
    return bool(len(values)) and len(np.unique(values)) <= MOST_CLASSES
