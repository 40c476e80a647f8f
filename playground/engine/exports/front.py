"""A table's own columns in front of a Keras network that leaves, by layers of Keras alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import keras
import numpy as np
from keras import layers

from playground.document.document import Document
from playground.document.front import PREFIX, PREPARED
from playground.document.graph import DATA
from playground.document.own_data import RawColumn
from playground.engine.session import Session
from playground.tables.raw import raw_columns, told


def network_of_columns(session: Session) -> keras.Model:
    """The present network with its optimizer, to be kept; of a table `data` is its columns as they are."""
    columns = columns_in_front(session.document)
    return session.keras_network(_front(columns) if columns else None)


def columns_in_front(document: Document) -> tuple[RawColumn, ...]:
    """What the network that leaves takes itself; empty where rows go in as they are."""
    columns = raw_columns(document.data.own)
    return columns if any(column.words or _scaled(column) for column in columns) else ()


def facts_of_columns(document: Document) -> dict[str, Any]:
    """What each of them is, and what the answers stand for, as JSON has it; empty where there are none."""
    columns = columns_in_front(document)
    return told(columns, document.data.own) if columns else {}


def has_front(network: keras.Model) -> bool:
    """Whether a network that was loaded takes a table's own columns."""
    return any(layer.name == PREPARED for layer in network.layers)


def _front(columns: tuple[RawColumn, ...]) -> tuple[Any, Any]:
    """The input, (rows, columns), of words their places; and what the network sees of it, (rows, inputs)."""
    data = keras.Input((len(columns),), name=DATA)
    # Cut by layers, which every file keeps, and not by an index.
    steps = _named(layers.Reshape, "as-steps", target_shape=(len(columns), 1))(data)
    parts, place = [], 0
    for words, group in groupby(columns, key=lambda column: bool(column.words)):
        several = tuple(group)
        for alike in [(column,) for column in several] if words else [several]:
            taken = data if len(alike) == len(columns) else _cut(steps, place, len(alike))
            parts.append(_words(taken, place, alike[0]) if words else _numbers(taken, place, alike))
            place += len(alike)
    whole = parts[0] if len(parts) == 1 else _named(layers.Concatenate, "joined")(parts)
    return data, layers.Reshape((sum(column.wide for column in columns),), name=PREPARED)(whole)


def _cut(steps: Any, first: int, count: int) -> Any:
    """So many columns from that one on, (rows, count), of (rows, columns, 1)."""
    cut = _named(layers.Cropping1D, "cut", first, cropping=(first, steps.shape[1] - first - count))(steps)
    return _named(layers.Reshape, "taken", first, target_shape=(count,))(cut)


def _numbers(x: Any, first: int, columns: Sequence[RawColumn]) -> Any:
    """(x - middle) / size in two layers: a year is far from 0 and its own size small, so what is near goes first."""
    if not any(map(_scaled, columns)):
        return x
    near = [float(np.float32(column.middle)) for column in columns]
    rest = [column.middle - middle for column, middle in zip(columns, near, strict=True)]
    centred = _named(layers.Rescaling, "centred", first, scale=1.0, offset=[-middle for middle in near])(x)
    offset = [-middle / column.size for column, middle in zip(columns, rest, strict=True)]
    scale = [1 / column.size for column in columns]
    return _named(layers.Rescaling, "scaled", first, scale=scale, offset=offset)(centred)


def _words(x: Any, first: int, column: RawColumn) -> Any:
    count = len(column.words)
    return _named(layers.CategoryEncoding, "words", first, num_tokens=count, output_mode="one_hot")(x)


def _scaled(column: RawColumn) -> bool:
    return (column.middle, column.size) != (0.0, 1.0)


def _named(kind: type[keras.Layer], does: str, first: int | None = None, **settings: Any) -> keras.Layer:
    """The layer, named by what it does and the first of its columns, counted from 1."""
    return kind(name=PREFIX + does + ("" if first is None else f"-{first + 1}"), **settings)
