"""Which input runs through the network that a lesson loads."""

from __future__ import annotations

import pytest

from playground.datasets.dataset import load
from playground.document.examples import example
from playground.lessons.lesson import Load, Sample
from playground.ui.assets import asset
from playground.ui.teaching.loading import sample_of


@pytest.mark.parametrize("row", [1, 3, 500])
def test_a_row_is_counted_from_1_as_views_do(row: int) -> None:
    document = example("xor", asset("examples"))
    chosen = sample_of(Load(1, "example:xor", sample=Sample(row)), document)
    assert chosen is not None
    assert chosen.values == tuple(load(document.data).points[row - 1])


@pytest.mark.parametrize("sample", [None, Sample(501)])
def test_without_a_sample_or_such_a_row_it_is_left_open(sample: Sample | None) -> None:
    assert sample_of(Load(1, "example:xor", sample=sample), example("xor", asset("examples"))) is None
