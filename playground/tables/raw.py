"""The columns of a table as they were before they were prepared: what a network that leaves takes itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.document.own_data import OwnData, OwnTarget, RawColumn
from playground.tables.choices import read_recipe

NUMBERED = re.compile(r"column_\d+$")


def raw_columns(own: OwnData | None) -> tuple[RawColumn, ...]:
    """The columns that the network's inputs were made of, in their order; empty where the data are no table."""
    if own is None or own.maker != "table":
        return ()
    recipe = read_recipe(own.recipe)
    categories, found, left = set(recipe.choices.inputs) if recipe else set(), [], list(own.columns)
    while left:
        first = left.pop(0)
        name, _, word = first.name.partition(" = ")
        if name not in categories or first.name in categories:
            found.append(RawColumn(first.name, first.middle, first.size, first.unit))
            continue
        words = [word]
        while left and left[0].name.startswith(f"{name} = "):
            words.append(left.pop(0).name.removeprefix(f"{name} = "))
        found.append(RawColumn(name, words=tuple(words)))
    return tuple(found)


def as_raw(columns: tuple[RawColumn, ...], seen: NDArray[np.float32]) -> NDArray[np.float32]:
    """What these rows were before they were prepared, (rows, columns); of words the places, -1 for none of them."""
    made, place = [], 0
    for column in columns:
        part = seen[:, place : place + column.wide].astype(np.float64)
        place += column.wide
        if column.words:
            made.append(np.where(part.max(1) > 0, part.argmax(1), -1))
        else:
            made.append(part[:, 0] * column.size + column.middle)
    return np.stack(made, axis=1).astype(np.float32)


def safe_names(names: Sequence[str]) -> list[str]:
    """A name of small letters, digits and _ for each, all different: its own, or column_3."""
    found: list[str] = []
    for place, name in enumerate(names, 1):
        plain = re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")
        safe = plain if re.match("[a-z]", plain) and plain not in found and not NUMBERED.match(plain) else ""
        found.append(safe or f"column_{place}")
    return found


def told(columns: tuple[RawColumn, ...], own: OwnData | None) -> dict[str, Any]:
    """All of it as JSON has it, with what the network's answers stand for: a target, or several."""
    if own is None:
        return {"columns": [asdict(column) for column in columns]}
    targets = [_told_target(target, own.classes) for target in own.targets]
    goal = {"targets": targets} if len(targets) > 1 else {"target": targets[0]}
    return {"columns": [asdict(column) for column in columns]} | goal


def _told_target(target: OwnTarget, classes: tuple[str, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {"name": target.name, "classes": classes, "unit": target.unit}
    return told if classes else told | {"middle": target.middle, "size": target.size}
