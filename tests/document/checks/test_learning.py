"""Layers through which nothing can be learned."""

from dataclasses import replace

import pytest

from playground.document.checks.problems import find_problems
from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.shaping import Flatten, Reshape
from tests.document.checks.test_problems import chain


@pytest.mark.parametrize("size", [1, 2])
def test_a_picture_is_enough_to_normalize_over_and_a_batch_of_one_row_is_not(size):
    for first, told in (((), size == 1), ((Reshape((1, 2, 1)),), False)):
        document = chain(*first, BatchNormalization(), Flatten(), Dense(1))
        document = edits.set_training(document, replace(document.training, batch_size=size))
        assert [problem.code for problem in find_problems(document)] == ["batch_of_one"] * told
