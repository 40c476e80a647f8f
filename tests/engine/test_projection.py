"""All samples on a plane, against scikit-learn's PCA of what Keras makes of them."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.decomposition import PCA

from playground.datasets.features import columns
from playground.document.examples import example
from playground.document.graph import DATA
from playground.engine.projection import main_plane, project
from playground.engine.session import Session
from playground.ui.assets import asset


@pytest.fixture(scope="module")
def session(loops):
    session = Session(example("pictures", asset("examples")), loops)
    session.train(30)
    return session


@pytest.mark.parametrize("node", [DATA, "conv2d_1", "dense_1"])
def test_the_map_is_the_plane_of_two_principal_components(session, node):
    found = project(session, node)
    x = columns(session.document.data, session.dataset.points)
    part = session.plain.part([session.plain.tensors[node]])
    session._probes._assign(session.state[: len(session.plain.network.variables)])
    values = np.asarray(part(x)).reshape(len(x), -1).astype(np.float64)
    known = PCA(2, svd_solver="full").fit(values)
    np.testing.assert_array_equal(found.rows, np.arange(1_797))
    assert found.step == session.step
    assert found.share == pytest.approx(known.explained_variance_ratio_.sum(), rel=1e-5)
    expected = known.transform(values)
    np.testing.assert_allclose(found.points, expected, atol=2e-3 * np.abs(expected).max())


def test_the_past_is_shown_as_it_was_and_what_is_not_there_is_told(session):
    assert project(session, "dense_1", past=0).step == 0
    assert not np.allclose(project(session, "dense_1", past=0).points, project(session, "dense_1").points, atol=0.1)
    assert project(session, "gone") is None
    assert project(None, DATA) is None


def test_one_value_and_values_that_are_all_alike_have_a_plane_too():
    points, share = main_plane(np.arange(5.0)[:, np.newaxis])
    np.testing.assert_allclose(points, [[-2, 0], [-1, 0], [0, 0], [1, 0], [2, 0]], atol=1e-6)
    assert share == pytest.approx(1)
    assert not main_plane(np.ones((4, 3)))[0].any()
