"""The rows of a large table again, from the file that they were read from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playground.datasets.packing import keep
from playground.document.own_data import OwnData
from playground.tables.blocks import Step, no_step
from playground.tables.choices import read_recipe
from playground.tables.opening import open_table
from playground.tables.preparing import Prepared, prepare
from playground.tables.reading import TableError
from playground.tables.stored import MEMORY, is_for_disk


def kept(prepared: Prepared) -> Prepared:
    """As it is, with rows that are too many for a document in a file of their own. Raises OSError."""
    own, rows = prepared.own, prepared.rows
    if own is not None and own.apart and rows is not None:
        keep(own.digest, rows)
    return replace(prepared, rows=None)


def renewed(own: OwnData, step: Step = no_step, held: str = MEMORY) -> OwnData:
    """The data with their rows at hand. Raises TableError where the file has changed or is not there, or OSError.

    Rows that are at hand and not `held` as they are to be are refused too, and what `step` does is raised.
    """
    if not own.apart:
        return own
    streamed = is_for_disk(own.rows, own.width, held)
    if not own.absent:
        return replace(own, streamed=streamed)
    recipe = read_recipe(own.recipe)
    if recipe is None or not Path(recipe.path).is_file():
        raise TableError("table_gone", path=recipe.path if recipe else own.title)
    table, made = open_table(Path(recipe.path), recipe.reading, step=step, held=held), Prepared(None)
    if table.fingerprint == recipe.fingerprint:
        made = prepare(table, recipe.choices, own.title, apart=True, step=step)
    if made.own is None or made.own.digest != own.digest:
        raise TableError("table_changed", path=recipe.path)
    kept(made)
    return replace(own, absent=False, streamed=streamed)
