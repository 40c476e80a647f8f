"""What of a run another document keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.document.checks.carrying import goes_on
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.own_data import OwnColumn, OwnData

MADE, LAST = Document(), DATA
for _layer in (Dense(4), Dense(3), Dense(1)):
    MADE, LAST = edits.add_node(MADE, _layer, 0, 0, after=LAST)
MADE = edits.connect(MADE, LAST, OUTPUT)


def data(**settings: object) -> Document:
    return edits.set_data(MADE, replace(MADE.data, **settings))  # type: ignore[arg-type]


def units(**sizes: int) -> Document:
    document = MADE
    for node, size in sizes.items():
        document = edits.set_layer(document, node, Dense(size))
    return document


KEPT = {
    "renamed": edits.rename(MADE, "dense_1", "First"),
    "another activation": edits.set_layer(MADE, "dense_1", Dense(4, "relu")),
    "one layer wider": units(dense_1=5),
    "other inputs": data(features=("x1",)),
    "another rate": replace(MADE, training=replace(MADE.training, learning_rate=1.0)),
    "a connection out, which may come back": edits.disconnect(MADE, MADE.graph.edges[0]),
}
LOST = {
    "every layer of another size": units(dense_1=5, dense_2=4),
    "all deleted": edits.remove_nodes(MADE, ("dense_1", "dense_2", "dense_3")),
    "other data": data(name="spiral"),
    "other points": data(noise=10.0),
    "another split": data(train_share=60.0),
    "other first weights": replace(MADE, training=replace(MADE.training, seed=2)),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_run_goes_on_where_a_layer_keeps_its_weights(name: str) -> None:
    assert goes_on(MADE, KEPT[name])


@pytest.mark.parametrize("name", LOST)
def test_a_run_is_over_where_none_does_or_the_points_are_others(name: str) -> None:
    assert not goes_on(MADE, LOST[name])


def drawn(rows: int, share: float = 50.0, maker: str = "drawn") -> Document:
    columns = (OwnColumn("x1"), OwnColumn("x2"))
    own = OwnData(columns, ("a", "b"), task="binary", look="plane", rows=rows, digest=f"{rows:064}", maker=maker)
    return data(own=own, train_share=share)


def test_a_stroke_keeps_the_run_and_other_data_of_ones_own_do_not():
    assert goes_on(drawn(10), drawn(12))
    assert not goes_on(drawn(10), drawn(12, share=60.0))
    assert not goes_on(drawn(10, maker="table"), drawn(12, maker="table"))
    assert not goes_on(MADE, drawn(12))
