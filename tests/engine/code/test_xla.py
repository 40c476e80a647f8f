"""Which networks draw their random numbers by XLA: the script and the engine say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.datasets.code import data_code
from playground.document.checks.shapes import flow
from playground.document.checks.xla import draws_by_xla, suits_xla, widest_batch
from playground.document.code.python_code import python_code
from playground.document.examples import example
from playground.document.settings import TrainingSettings
from playground.engine.loops import Loops
from playground.engine.schedule import batch_sizes
from playground.engine.session import Session
from playground.ui.assets import asset

EXAMPLES = asset("examples")


@pytest.mark.parametrize("rows", [1, 9, 10, 11, 35])
@pytest.mark.parametrize("part_batches", ["short", "carried"])
def test_the_widest_batch_is_that_of_the_schedule(rows, part_batches) -> None:
    training = replace(TrainingSettings(batch_size=10), part_batches=part_batches)
    assert widest_batch(rows, training) == batch_sizes(rows, training).width


@pytest.mark.parametrize("name", ["dropout", "circle", "digits"])
def test_the_script_compiles_as_the_run_did(name) -> None:
    document = example(name, EXAMPLES)
    session = Session(document, Loops())
    spec = session.spec
    by_xla = spec.draws_random and suits_xla((node for node, _ in spec.nodes), flow(document), spec.batches.width)
    assert draws_by_xla(document, len(session.dataset.train_points)) == by_xla == (name == "dropout")
    assert f"jit_compile={by_xla}" in python_code(document, data_code(document.data))
