"""The data of a model card: where they come from, how they were split, what the network sees of them."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np

from playground.datasets.dataset import Dataset, class_names, load
from playground.datasets.galleries.rows import chosen_in
from playground.datasets.measures import measures
from playground.document.own_data import OwnData, RawColumn
from playground.document.settings import DataSettings
from playground.tables.choices import read_recipe
from playground.tables.raw import raw_columns
from playground.ui.text import class_title, data_help, data_title, feature_title, task_title
from playground.ui.texts.data import split_words
from playground.ui.texts.exports.card import LICENCES, SOURCES, UNNAMED
from playground.ui.texts.exports.card import card_text as word
from playground.ui.texts.exports.markdown import escaped, table
from playground.ui.texts.numbers import number_text, share_text
from playground.ui.texts.said import say
from playground.ui.writing.card.told import facts

MOST_NAMED = 24
TOLD_MAKERS = ("drawn", "typed", "sequence", "pictures")
# Where the tables lie that come with the program.
BUNDLED = ("datasets", "tables")


def data_section(settings: DataSettings) -> str:
    """Facts, classes, and the preprocessing."""
    dataset, own = load(settings), settings.own
    target = escaped(", ".join(each.title for each in own.targets)) if own else ""
    counts = [f"{count:,}" for count in (sum(dataset.counts), *dataset.counts)]
    rows = [
        (word("data"), escaped(data_title(settings.origin))),
        (word("what"), escaped(data_help(settings.origin))),
        (word("source"), source_of(settings)),
        (word("licence"), licence_of(settings)),
        (word("rows"), word("row_counts", **dict(zip(("rows", "train", "validation"), counts, strict=True)))),
        (word("split"), _split(settings)),
        (word("noise"), share_text(settings.noise / 100) if settings.noise else ""),
        (word("task"), task_title(settings.facts.task)),
        (word("target"), target),
    ]
    return "\n\n".join(filter(None, (facts(rows), _classes(dataset), _preprocessing(settings))))


def _origin(settings: DataSettings) -> str:
    """The name of the data set where it came with the program, also as a table that was opened; "" for any other."""
    if settings.own is None:
        return settings.name
    recipe = read_recipe(settings.own.recipe)
    path = PurePath(recipe.path) if recipe else PurePath()
    return path.stem if path.parts[-3:-1] == BUNDLED and path.stem in SOURCES else ""


def _split(settings: DataSettings) -> str:
    """How rows came to train or to validate."""
    own = settings.own
    if own is not None and own.by_column:
        column, words = map(escaped, split_words(own))
        recipe = read_recipe(own.recipe)
        trains = recipe is not None and recipe.choices.unsplit == "train"
        return word("split_column_train" if trains else "split_column", column=column, words=words)
    return word(f"split_{own.split if own else 'random'}", seed=_seed(settings))


def _seed(settings: DataSettings) -> str:
    return escaped(settings.seed_text) if settings.generator == "seedrandom" else str(settings.seed)


def source_of(settings: DataSettings) -> str:
    """Where the data come from."""
    known = _origin(settings)
    if known in SOURCES:
        return SOURCES[known]
    own = settings.own
    if own is None:
        return word("made", seed=_seed(settings))
    if (chosen := chosen_in(own)) is not None:
        return f"{chosen.gallery.title}, {chosen.gallery.source}"
    recipe = read_recipe(own.recipe)
    if recipe is not None:
        # Not the whole path, which tells of a person's machine.
        return word("own_table", file=escaped(PurePath(recipe.path).name), digest=escaped(recipe.fingerprint))
    return word(f"own_{own.maker}" if own.maker in TOLD_MAKERS else "own_other")


def licence_of(settings: DataSettings) -> str:
    """By which licence others may have the data, as far as the program can know."""
    known = _origin(settings)
    if known in LICENCES:
        return say(LICENCES[known])
    if settings.own is not None and (chosen := chosen_in(settings.own)) is not None:
        return chosen.gallery.licence or say(UNNAMED)
    return word("own_licence" if settings.own else "made_licence")


def _classes(dataset: Dataset) -> str:
    """How many rows of each class there are on each side."""
    if dataset.settings.facts.task == "regression":
        return ""
    names = [escaped(class_title(name)) for name in class_names(dataset.settings)]
    sides = [counted(dataset, labels) for labels in (dataset.train_labels, dataset.test_labels)]
    rows = [[name, *(f"{side[at]:,}" for side in sides)] for at, name in enumerate(names)]
    return table([word("class"), word("train"), word("validation")], rows, numbers=2)


def counted(dataset: Dataset, labels: np.ndarray) -> list[int]:
    """How many of these labels are of each class."""
    two = dataset.settings.facts.task == "binary"
    index = (labels > 0) if two else labels
    return np.bincount(index.astype(int), minlength=len(class_names(dataset.settings))).tolist()


def _preprocessing(settings: DataSettings) -> str:
    own = settings.own
    rows = _own_rows(own) if own else _rows(settings)
    parts = [f"### {word('preprocessing')}", table([word("input"), word("seen")], rows)]
    recipe = read_recipe(own.recipe) if own else None
    targets = own.targets if own else ()
    if own is not None and recipe is not None:
        is_filled = recipe.choices.filling == "fill"
        parts.append(word("missing_fill" if is_filled else "missing_drop"))
        scaled = any((each.middle, each.size) != (0.0, 1.0) for each in own.columns)
        if is_filled or scaled or any(each.scaled for each in targets):
            parts.append(word("of_all_rows"))
    for target in targets:
        if target.scaled:
            told = {"middle": number_text(target.middle, 6), "size": number_text(target.size, 6)}
            key = "target_scaled" if len(targets) == 1 else "one_target_scaled"
            parts.append(word(key, **told, name=escaped(target.name)))
    return "\n\n".join(parts)


def _rows(settings: DataSettings) -> list[list[str]]:
    """Of data that came with the program: inputs that are treated alike are told together."""
    if settings.facts.planar:
        plain = ("x1", "x2")
        return [
            [escaped(feature_title(name)), word("as_it_is" if name in plain else "feature")]
            for name in settings.input_names
        ]
    known = zip(settings.input_names, measures(settings.origin), strict=True)
    return _listed([(feature_title(name), _scaled(each.middle, each.size), each.unit) for name, each in known])


def _own_rows(own: OwnData) -> list[list[str]]:
    columns = raw_columns(own) or [RawColumn(each.name, each.middle, each.size, each.unit) for each in own.columns]
    return _listed([(each.name, _words(each) or _scaled(each.middle, each.size), each.unit) for each in columns])


def _words(column: RawColumn) -> str:
    shown = ", ".join(escaped(name) for name in column.words[:MOST_NAMED])
    more = len(column.words) - MOST_NAMED
    shown += f", {word('and_more', count=more)}" if more > 0 else ""
    return word("one_hot", words=shown) if column.words else ""


def _scaled(middle: float, size: float) -> str:
    if (middle, size) == (0.0, 1.0):
        return word("as_it_is")
    return word("scaled", middle=number_text(middle, 6), size=number_text(size, 6))


def _listed(inputs: list[tuple[str, str, str]]) -> list[list[str]]:
    """A row for each input; of many that are treated alike one for all, and no more than so many."""
    titles = [escaped(f"{name} ({unit})" if unit else name) for name, _, unit in inputs]
    ways = [way for _, way, _ in inputs]
    if len(inputs) > MOST_NAMED and len(set(ways)) == 1:
        return [[word("from_to", first=titles[0], last=titles[-1]), ways[0]]]
    rows = [[title, way] for title, way in zip(titles, ways, strict=True)]
    more = len(rows) - MOST_NAMED * 2
    return [*rows[: MOST_NAMED * 2], [word("and_more", count=more), ""]] if more > 0 else rows
