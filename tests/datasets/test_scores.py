"""Scores of predictions, against scikit-learn's."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from playground.datasets.scores import accuracy, class_scores, confusion, errors, relevance, roc

CLASSES = 4
# Few values, so that ties, classes without rows and constant guesses are common.
Pairs = st.lists(st.tuples(st.integers(0, CLASSES - 1), st.integers(0, CLASSES - 1)), min_size=1, max_size=60)
Scored = st.lists(st.tuples(st.booleans(), st.integers(-3, 3)), min_size=2, max_size=60)
Values = st.floats(-1e3, 1e3, allow_nan=False, width=32)


@given(Pairs)
def test_counts_and_scores_of_each_class_are_those_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    true, predicted = np.array(pairs).T
    counts = confusion(true, predicted, CLASSES)
    labels = list(range(CLASSES))
    np.testing.assert_array_equal(counts, metrics.confusion_matrix(true, predicted, labels=labels))
    assert accuracy(counts) == pytest.approx(metrics.accuracy_score(true, predicted))
    found = class_scores(counts)
    known = metrics.precision_recall_fscore_support(true, predicted, labels=labels, zero_division=0)
    for ours, theirs in zip((found.precision, found.recall, found.f1, found.rows), known, strict=True):
        np.testing.assert_allclose(ours, theirs)


@given(Pairs)
def test_means_over_classes_are_those_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    true, predicted = np.array(pairs).T
    found = class_scores(confusion(true, predicted, CLASSES))
    for ours, average in ((found.macro(), "macro"), (found.weighted(), "weighted")):
        known = metrics.precision_recall_fscore_support(true, predicted, average=average, zero_division=0)
        np.testing.assert_allclose(ours, known[:3])


@given(Scored)
def test_the_curve_and_its_area_are_those_of_scikit_learn(rows: list[tuple[bool, int]]) -> None:
    belongs, scores = np.array([row[0] for row in rows]), np.array([row[1] for row in rows], np.float32)
    found = roc(belongs, scores)
    if belongs.all() or not belongs.any():
        assert np.isnan(found.area)
        assert not len(found.true_rate)
        return
    false_rate, true_rate, _ = metrics.roc_curve(belongs, scores, drop_intermediate=False)
    assert found.area == pytest.approx(metrics.roc_auc_score(belongs, scores))
    # Every point of theirs lies on our line, and every corner of ours is a point of theirs.
    theirs = set(zip(false_rate.round(9), true_rate.round(9), strict=True))
    ours = list(zip(found.false_rate.round(9), found.true_rate.round(9), strict=True))
    assert theirs.issuperset(ours)
    assert metrics.auc(found.false_rate, found.true_rate) == pytest.approx(found.area)
    assert ours[0] == (0, 0)
    assert ours[-1] == (1, 1)


@given(Scored)
def test_each_threshold_gives_its_point(rows: list[tuple[bool, int]]) -> None:
    belongs, scores = np.array([row[0] for row in rows]), np.array([row[1] for row in rows], float)
    found = roc(belongs, scores)
    for false, true, threshold in zip(found.false_rate, found.true_rate, found.thresholds, strict=True):
        taken = scores >= threshold
        assert true == pytest.approx(taken[belongs].mean())
        assert false == pytest.approx(taken[~belongs].mean())


@given(st.lists(st.tuples(Values, Values), min_size=1, max_size=40))
def test_errors_are_those_of_scikit_learn(rows: list[tuple[float, float]]) -> None:
    true, predicted = np.array(rows, np.float64).T
    found = errors(true, predicted)
    assert found.mean_absolute == pytest.approx(metrics.mean_absolute_error(true, predicted))
    assert found.root_mean_square == pytest.approx(metrics.root_mean_squared_error(true, predicted))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", metrics._regression.UndefinedMetricWarning)
        known = metrics.r2_score(true, predicted)
    if np.ptp(true) > 1e-6 or not np.ptp(true):
        assert found.r2 == pytest.approx(known, rel=1e-6, abs=1e-6, nan_ok=True)


def test_no_rows_have_no_scores() -> None:
    nothing = np.zeros(0)
    assert np.isnan(errors(nothing, nothing).r2)
    assert np.isnan(accuracy(confusion(nothing.astype(int), nothing.astype(int), 3)))
    assert class_scores(np.zeros((3, 3), np.int64)).macro() == (0, 0, 0)


def test_a_network_that_broke_has_no_curve() -> None:
    assert np.isnan(roc(np.array([True, False]), np.array([np.nan, 0.5])).area)


def test_what_goes_with_the_label_is_more_relevant() -> None:
    labels = np.repeat([0.0, 1.0, 2.0], 20)
    noise = np.random.default_rng(1).normal(size=60)
    points = np.column_stack([noise, labels + 0.1 * noise, np.full(60, 3.0)])
    grouped, straight = relevance(points, labels, True), relevance(points, labels, False)
    assert straight == pytest.approx(
        [np.corrcoef(noise, labels)[0, 1] ** 2, np.corrcoef(points[:, 1], labels)[0, 1] ** 2, 0]
    )
    assert grouped[1] > 0.9 > grouped[0]
    assert grouped[2] == 0
