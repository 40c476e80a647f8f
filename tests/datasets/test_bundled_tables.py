"""Bundled tables, opened as a person opens one, hold what scikit-learn's own loaders give."""

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine

from playground.datasets.own import own_rows
from playground.datasets.sources import TABLES
from playground.tables.choices import first_choices
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.ui.texts.data import BUNDLED

LOADERS = {"wine": load_wine, "breast_cancer": load_breast_cancer, "diabetes": lambda: load_diabetes(scaled=False)}


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_table_opens_without_a_word(name):
    table = open_table(TABLES / f"{name}.csv")
    choices = first_choices(table.columns)
    made = prepare(table, choices, name)
    assert made.own is not None, (made.waiting, made.trouble)
    assert f"`{name}.csv`" in (TABLES / "SOURCES.md").read_text(encoding="utf-8")
    if name == "penguins":
        assert (made.own.classes, made.own.rows) == (("Adelie", "Chinstrap", "Gentoo"), 342)
        return
    known = LOADERS[name]()
    points, targets = own_rows(made.own)
    labels = targets[:, 0]
    middles, sizes = (np.array([getattr(each, part) for each in made.own.columns]) for part in ("middle", "size"))
    np.testing.assert_allclose(points * sizes + middles, known.data, rtol=1e-4, atol=1e-5)
    if made.own.classes:
        found = labels > 0 if len(made.own.classes) == 2 else labels
        names = np.array(made.own.classes)[found.astype(int)]
        assert names.tolist() == known.target_names[known.target].tolist()
    else:
        (target,) = made.own.targets
        np.testing.assert_allclose(labels * target.size + target.middle, known.target, rtol=1e-4)
