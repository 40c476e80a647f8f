"""Which rows a typed filter leaves."""

from __future__ import annotations

import numpy as np
import pytest

from playground.datasets.rows import RowColumn
from playground.ui.plots.rows.sifting import SiftError, sifted

COLUMNS = (
    RowColumn("species", np.array([0, 1, 2, 1.0]), ("Adelie", "Gentoo", "Chinstrap")),
    RowColumn("body mass", np.array([3750, 4500.5, np.nan, 5000]), (), "g"),
    RowColumn("body height", np.array([0.1, 0.2, 0.3, 0.4])),
    RowColumn("x >= y", np.array([0.0, 1, 0, 1])),
)
MARKS = {"wrong": np.array([False, True, True, False]), "错": np.array([False, True, True, False])}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", [0, 1, 2, 3]),
        ("wrong", [1, 2]),
        ("错，gento", [1]),
        ("SPECIES = gentoo", [1, 3]),
        ("species != Gentoo", [0, 2]),
        ("body mass>4,500", [1, 3]),
        ("Body M >= 4500.5 g and body mass < 5000", [1]),
        ("body mass != 3750", [1, 3]),
        ("body height = 0.3", [2]),
        ("x >= y = 1, body height ≤ 0.2", [1]),
        ("wrong; species=Chinstrap", [2]),
        ("adel", [0]),
    ],
)
def test_a_filter_leaves_the_rows_that_fulfil_it(text: str, left: list[int]) -> None:
    assert np.flatnonzero(sifted(text, COLUMNS, MARKS)).tolist() == left


@pytest.mark.parametrize(
    ("text", "key", "word"),
    [
        ("mass > 3", "no_column", "mass"),
        ("body > 3", "no_column", "body"),
        ("species = Emperor", "no_word", "Emperor"),
        ("species < Gentoo", "no_order", "species"),
        ("body mass > heavy", "no_number", "heavy"),
        ("nothing", "no_word", "nothing"),
    ],
)
def test_what_is_not_understood_is_named(text: str, key: str, word: str) -> None:
    with pytest.raises(SiftError) as caught:
        sifted(text, COLUMNS, MARKS)
    assert (caught.value.key, caught.value.word) == (key, word)
