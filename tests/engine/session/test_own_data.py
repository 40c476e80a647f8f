"""The engine on data of a person's own, against the same numbers out of a bundled data set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from playground.datasets.packing import packed
from playground.datasets.sources import source
from playground.document.examples import example
from playground.document.own_data import OwnColumn, OwnData, OwnTarget
from playground.engine.session import Session
from playground.ui.assets import asset
from tests.engine.session.runs import losses, train_epochs


def test_own_rows_are_learned_as_bundled_ones_are(loops) -> None:
    bundled = example("iris", asset("examples"))
    bundled = replace(bundled, data=replace(bundled.data, noise=0.0))
    points, labels = source("iris").read()
    values, digest = packed(points, labels)
    own = OwnData(
        tuple(OwnColumn(name) for name in bundled.data.facts.inputs), ("a", "b", "c"), "mine", "classes",
        (OwnTarget("species"),), len(points), digest, values=values,
    )  # fmt: skip
    found = []
    for document in (bundled, replace(bundled, data=replace(bundled.data, own=own))):
        session = Session(document, loops)
        train_epochs(session, 20)
        found.append(losses(session))
    np.testing.assert_allclose(found[0], found[1], atol=1e-4)
    assert found[0][0][-1] < found[0][0][0]
