"""A network's end after other data came: it can give what these ask for."""

from __future__ import annotations

import pytest

from playground.datasets.sources import TABLES
from playground.document import examples
from playground.document.checks.behind import last_of
from playground.document.checks.fitting import fitted
from playground.document.checks.holding import lost_by
from playground.document.edits import edits
from playground.tables.choices import first_choices
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.ui.assets import asset


# Two classes are told by a sign; logits of several and standardised numbers go beyond 1.
@pytest.mark.parametrize(
    ("name", "units", "activation"),
    [("wine", 3, "linear"), ("penguins", 3, "linear"), ("diabetes", 1, "linear"), ("breast_cancer", 1, "tanh")],
)
def test_the_last_layer_can_reach_what_a_table_asks_for(name: str, units: int, activation: str) -> None:
    circle = examples.example("circle", asset("examples"))
    table = open_table(TABLES / f"{name}.csv")
    own = prepare(table, first_choices(table.columns), name).own
    assert own is not None
    document = fitted(edits.choose_own(circle, own, 50.0, 1))
    last = last_of(document.graph.by_id, document.graph.sources)
    assert last is not None
    assert (last.node.layer.units, last.node.layer.activation) == (units, activation)
    assert fitted(document) == document


def test_files_that_take_prepared_rows_of_a_table_say_so() -> None:
    table = open_table(TABLES / "wine.csv")
    own = prepare(table, first_choices(table.columns), "wine").own
    assert own is not None
    circle = examples.example("circle", asset("examples"))
    document = fitted(edits.choose_own(circle, own, 50.0, 1))
    for name in ("keras", "h5", "tflite", "tflite_dynamic", "tflite_float16", "tflite_int8", "onnx", "page", "script"):
        says = name in ("tflite_float16", "tflite_int8")
        assert any("prepared" in lost.sentence for lost in lost_by(document, name)) == says
        assert not any("prepared" in lost.sentence for lost in lost_by(circle, name))
