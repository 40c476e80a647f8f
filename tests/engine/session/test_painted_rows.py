"""Points that are painted while a network trains: nothing is traced again, and it learns as from any others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from playground.datasets.making.drawn import Drawing, data_of
from playground.document.document import Document
from playground.document.examples import example
from playground.document.settings import DataSettings
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.wanted import Wanted
from playground.ui.assets import asset
from tests.engine.session.runs import losses, train_epochs


def painted(count: int, batch: int = 10) -> Document:
    """Four clouds of two colours, the first so many of their points."""
    random = np.random.default_rng(3)
    points = random.normal(0, 1, (200, 2)) + np.array([(2, 2), (-2, -2), (2, -2), (-2, 2)])[np.arange(200) % 4]
    own = data_of(Drawing(points[:count].clip(-6, 6), (np.arange(count) % 4) // 2), "drawing", "AB".__getitem__)
    document = example("circle", asset("examples"))
    return replace(
        document,
        data=DataSettings(own=own, train_share=80),
        training=replace(document.training, batch_size=batch),
    )


def test_a_stroke_traces_nothing_and_other_views_neither() -> None:
    loops = Loops()
    session = Session(painted(40), loops)
    wanted = Wanted(surface_side=20, points=True)
    traced = []
    for count in (40, 47, 61, 5, 90):
        session.update(painted(count))
        train_epochs(session, 3)
        assert session.look(wanted).predicted is not None
        traced.append((session.plain._run._function.experimental_get_tracing_count(), id(session.plain.network)))
    assert len(set(traced)) == 1
    assert session.loop.steps_per_epoch == -(-len(session.dataset.train_points) // 10)


@pytest.mark.parametrize(("count", "batch"), [(61, 10), (40, 64), (50, 8)])
def test_free_rows_are_learned_as_others_are(count: int, batch: int) -> None:
    """The same points in a table of fixed rows, by loops that are traced for just these."""
    document = painted(count, batch)
    fixed = replace(document, data=replace(document.data, own=replace(document.data.own, maker="typed")))
    loops = Loops()
    Session(painted(13, batch), loops)
    found = []
    for each in (document, fixed):
        session = Session(each, loops)
        assert session.spec.free == (each is document)
        train_epochs(session, 6)
        found.append(losses(session))
    np.testing.assert_allclose(found[0], found[1], atol=1e-6)
