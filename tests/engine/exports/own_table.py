"""A small table of one's own: years far from 0, colours as words, and a value to be learned that is no class."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playground.document.own_data import OwnData
from playground.tables.choices import first_choices, recipe_text
from playground.tables.opening import open_table
from playground.tables.preparing import prepare

COLOURS = ("blue", "green", "red")
ROWS = [(1900 + at % 97, COLOURS[at % 7 % 3], at % 5 * 0.25, at % 2 * 1.5 + at % 5) for at in range(60)]


def own_table(folder: Path) -> OwnData:
    """The table in the folder, as the dialog opens it."""
    path = folder / "cars.csv"
    path.write_text("\n".join(["year,my colour,年龄,price", *(",".join(map(str, row)) for row in ROWS)]), "utf-8")
    table = open_table(path)
    choices = first_choices(table.columns, ["price"]).with_role("my colour", "input").with_role("year", "input")
    own = prepare(table, choices, "cars").own
    assert own is not None
    return replace(own, recipe=recipe_text(table.path, table.fingerprint, table.reading, choices))
