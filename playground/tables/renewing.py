"""The rows of a large table again, from the file that they were read from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playground.datasets.packing import keep
from playground.document.own_data import OwnData
from playground.tables.choices import read_recipe
from playground.tables.opening import open_table
from playground.tables.preparing import Prepared, prepare
from playground.tables.reading import TableError


def kept(prepared: Prepared) -> Prepared:
    """As it is, with rows that are too many for a document in a file of their own. Raises OSError."""
    own, columns = prepared.own, prepared.columns
    if own is not None and own.apart and columns is not None:
        keep(own.digest, columns)
    return replace(prepared, columns=None)


def renewed(own: OwnData) -> OwnData:
    """The data with their rows at hand. Raises TableError where the file has changed or is not there, or OSError."""
    if not (own.apart and own.absent):
        return own
    recipe = read_recipe(own.recipe)
    if recipe is None or not Path(recipe.path).is_file():
        raise TableError("table_gone", path=recipe.path if recipe else own.title)
    table = open_table(Path(recipe.path), recipe.reading)
    made = prepare(table, recipe.choices, own.title) if table.fingerprint == recipe.fingerprint else Prepared(None)
    if made.own is None or made.own.digest != own.digest:
        raise TableError("table_changed", path=recipe.path)
    kept(made)
    return replace(own, absent=False)
