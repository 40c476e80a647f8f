"""What the view of rows holds: which rows, their columns, what is predicted of them. No Qt widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from playground.datasets.dataset import Dataset, sample
from playground.datasets.rows import RowColumn, input_columns, target_columns
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.texts.data import class_title, feature_title
from playground.ui.texts.numbers import decimals_text, with_minus
from playground.ui.widgets.live_view import Table

# As many rows are listed, and as many inputs.
MOST_LISTED, MOST_INPUTS = 20_000, 256
DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """`rows` are indices into the data, (n,), `tests` which of them are for validation. The first of `columns` is the
    target that is looked at, then, as soon as there are predictions, what is predicted and how far off that is, then
    the other targets and the inputs."""

    dataset: Dataset
    rows: NDArray[np.intp]
    tests: NDArray[np.bool_]
    columns: tuple[RowColumn, ...]
    predicts: bool = False

    @property
    def wrong(self) -> NDArray[np.bool_]:
        """Rows that are put in another class; none without classes or predictions."""
        if not self.predicts or not self.columns[0].words:
            return np.zeros(len(self.rows), bool)
        guessed = self.columns[1].values
        return np.isfinite(guessed) & (guessed != self.columns[0].values)

    @property
    def known(self) -> NDArray[np.bool_]:
        """Rows of which there is a prediction."""
        return np.isfinite(self.columns[1].values) if self.predicts else np.zeros(len(self.rows), bool)

    @property
    def off(self) -> int | None:
        """Which column says how wrong a row is."""
        return 2 if self.predicts else None

    def text(self, column: int, row: int) -> str:
        """What stands in a cell: `row` counts the rows of this content."""
        found = self.columns[column]
        value = float(found.values[row])
        if not np.isfinite(value):
            return ""
        if found.words:
            return found.words[int(value)]
        if column in (1, 2) and self.predicts:
            return decimals_text(value, 1 if found.unit == "%" else min(self.columns[0].decimals + 1, DIGITS))
        return with_minus(f"{value:.{min(found.decimals, DIGITS)}f}")


def content_of(dataset: Dataset) -> Content:
    """The rows without predictions."""
    rows = sample(dataset, MOST_LISTED)
    targets = [_titled(each) for each in target_columns(dataset, rows)]
    first = targets.pop(dataset.goal)
    inputs = [replace(each, name=feature_title(each.name)) for each in input_columns(dataset, rows)[:MOST_INPUTS]]
    return Content(dataset, rows, rows >= dataset.train_count, (first, *targets, *inputs))


def with_predictions(content: Content, found: Predicted | None) -> Content:
    """The same rows with what is predicted of those that `found` has."""
    others = content.columns[3 if content.predicts else 1 :]
    goal = content.columns[0]
    if found is None or found.dataset is not content.dataset:
        return replace(content, columns=(goal, *others), predicts=False)
    guessed, off = (np.full(len(content.rows), np.nan) for _ in range(2))
    # Both are in the order of the data, and those that are predicted are among those that are listed.
    places = np.searchsorted(content.rows, found.rows)
    guessed[places] = found.guessed if found.decides else found.values[1]
    off[places] = 100 * found.missed if found.decides else found.missed
    words = (QCoreApplication.translate("Rows", "predicted"), QCoreApplication.translate("Rows", "off by"))
    told = replace(goal, name=words[0], values=guessed)
    missed = RowColumn(words[1], off, (), "%" if found.decides else goal.unit)
    return replace(content, columns=(goal, told, missed, *others), predicts=True)


def _titled(column: RowColumn) -> RowColumn:
    name = column.name or QCoreApplication.translate("Rows", "target")
    return replace(column, name=name, words=tuple(map(class_title, column.words)))


def marks_of(content: Content) -> dict[str, NDArray[np.bool_]]:
    """Words that choose rows, in the language of the window and as they are in English."""
    chosen = {
        ("train", QCoreApplication.translate("Rows", "train")): ~content.tests,
        ("validation", QCoreApplication.translate("Rows", "validation")): content.tests,
        ("wrong", QCoreApplication.translate("Rows", "wrong")): content.wrong,
        ("right", QCoreApplication.translate("Rows", "right")): content.known & ~content.wrong,
    }
    return {word.casefold(): rows for words, rows in chosen.items() for word in words}


def order_of(content: Content, chosen: NDArray[np.bool_], column: int | None, falls: bool) -> NDArray[np.intp]:
    """The chosen rows in the order of a column, those without a value last; without one as they are in the data."""
    places = np.flatnonzero(chosen)
    if column is None or column >= len(content.columns):
        return places
    values = content.columns[column].values[places]
    there = np.isfinite(values)
    ranked = np.argsort(-values[there] if falls else values[there], kind="stable")
    return np.concatenate((places[there][ranked], places[~there]))


def rows_table(content: Content, order: NDArray[np.intp], titles: Sequence[str]) -> Table:
    """The rows in this order, a column for each of the titles: number and part before the content's own."""
    parts = (QCoreApplication.translate("Rows", "train"), QCoreApplication.translate("Rows", "validation"))
    columns = [_told(column, order) for column in content.columns]
    heads = zip(content.rows[order].tolist(), content.tests[order].tolist(), strict=True)
    rows = zip(heads, *columns, strict=True)
    return Table(tuple(titles), tuple((row + 1, parts[test], *values) for (row, test), *values in rows))


def _told(column: RowColumn, order: NDArray[np.intp]) -> list[float | str | None]:
    values = column.values[order].tolist()
    if column.words:
        return [column.words[int(value)] if np.isfinite(value) else None for value in values]
    return [value if np.isfinite(value) else None for value in values]
