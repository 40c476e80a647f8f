"""The data's own numbers, held against scikit-learn's table."""

import numpy as np
import pytest
from sklearn.datasets import load_iris

from playground.datasets.dataset import load
from playground.datasets.measures import measures, own_points
from playground.document.settings import DATASETS, DataSettings


def test_iris_is_told_in_the_centimetres_of_its_table():
    data, table = load(DataSettings("iris")), load_iris().data
    rows = [tuple(row) for row in own_points(data, np.arange(len(data.points))).round(9).tolist()]
    assert sorted(rows) == sorted(tuple(row) for row in table.tolist())
    assert {each.unit for each in measures("iris")} == {"cm"}
    for each, column in zip(measures("iris"), table.T, strict=True):
        assert each.raw(5.1) == pytest.approx((5.1 - column.mean()) / column.std())
        assert each.own(each.raw(5.1)) == pytest.approx(5.1)


def test_what_is_drawn_of_a_table_is_round_and_holds_all_of_it():
    assert [each.span for each in measures("iris")] == [(4.0, 8.0), (1.8, 4.6), (0.5, 7.5), (0.0, 2.6)]
    for each, column in zip(measures("iris"), load_iris().data.T, strict=True):
        assert each.span[0] < column.min() < column.max() < each.span[1]


@pytest.mark.parametrize("name", [name for name in DATASETS if name != "iris"])
def test_other_data_is_told_as_the_network_sees_it(name):
    data = load(DataSettings(name))
    np.testing.assert_array_equal(own_points(data, np.arange(len(data.points))), data.points)
    assert {each.raw_span for each in measures(name)} == {DATASETS[name].span}
