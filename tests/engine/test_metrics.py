"""Metrics inside the compiled loop: scikit-learn's numbers where it counts alike, Keras's where it does not."""

import csv
from dataclasses import replace

import keras
import numpy as np
import pytest
from sklearn import metrics as others

from playground.document.checks.memory import EVALUATED
from playground.document.layers.dense import Dense
from playground.document.metrics import METRICS
from playground.document.settings import DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.engine.exports.export import export
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.wanted import Wanted

ALL = tuple(METRICS)
LITTLE = Wanted(0, 0)


def trained(chain, loops, data, units, activation, loss, epochs=2, metrics=ALL):
    training = TrainingSettings(batch_size=5, learning_rate=0.1, metrics=metrics)
    points = DataSettings(data, points=90, noise=20.0)
    session = Session(chain(Dense(4), Dense(units, activation), loss=loss, data=points, training=training), loops)
    train_epochs(session, epochs)
    return session


def train_epochs(session, epochs):
    session.train(epochs * session.plain.steps_per_epoch)


def sides(session):
    """Of each side its name, the network's outputs, and the labels as the data has them."""
    network, arrays, dataset = session.keras_network(), session.arrays, session.dataset
    return (
        ("train", network.predict(arrays.train_x, verbose=0), dataset.train_labels),
        ("validation", network.predict(arrays.validation_x, verbose=0), dataset.test_labels),
    )


def softmax(values):
    powers = np.exp(values)
    return powers / powers.sum(axis=1, keepdims=True)


# What each loss makes of the outputs: how likely the second of two classes is.
BINARY = {
    "mean_squared_error": (1, "tanh", lambda output: (output[:, 0] + 1) / 2),
    "binary_crossentropy_logits": (1, "linear", lambda output: 1 / (1 + np.exp(-output[:, 0]))),
    "sparse_categorical_crossentropy_logits": (2, "linear", lambda output: softmax(output)[:, 1]),
    "categorical_crossentropy": (2, "softmax", lambda output: output[:, 1]),
}


@pytest.mark.parametrize("loss", BINARY)
def test_of_two_classes_precision_recall_and_auc_are_scikit_learns(chain, loops, loss):
    units, activation, likely = BINARY[loss]
    session = trained(chain, loops, "circle", units, activation, loss)
    row = session.recorder.row(2)
    for side, output, labels in sides(session):
        true, share = labels > 0, likely(output)
        assert row[f"{side}_accuracy"] == pytest.approx(others.accuracy_score(true, share > 0.5))
        assert row[f"{side}_precision"] == pytest.approx(others.precision_score(true, share > 0.5, zero_division=0))
        assert row[f"{side}_recall"] == pytest.approx(others.recall_score(true, share > 0.5))
        # Keras adds up at 200 thresholds, scikit-learn at every value.
        assert row[f"{side}_auc"] == pytest.approx(others.roc_auc_score(true, share), abs=0.02)
        keras_auc = keras.metrics.AUC()
        keras_auc.update_state(true, share)
        assert row[f"{side}_auc"] == pytest.approx(float(keras_auc.result()), rel=1e-5)


def test_of_several_classes_all_count_together_where_they_are_above_one_half(chain, loops):
    session = trained(chain, loops, "waves", 3, "linear", "sparse_categorical_crossentropy_logits", epochs=6)
    row = session.recorder.row(6)
    for side, output, labels in sides(session):
        true, shares = np.eye(3, dtype=int)[labels.astype(int)], softmax(output)
        for name, score in (("precision", others.precision_score), ("recall", others.recall_score)):
            assert row[f"{side}_{name}"] == pytest.approx(score(true, shares > 0.5, average="micro"))
        auc = others.roc_auc_score(true, shares, average="micro")
        assert row[f"{side}_auc"] == pytest.approx(auc, abs=0.02)
        cosines = (true * shares).sum(axis=1) / np.sqrt((shares**2).sum(axis=1))
        assert row[f"{side}_cosine_similarity"] == pytest.approx(cosines.mean(), rel=1e-5)


def test_of_values_the_errors_are_scikit_learns(chain, loops):
    session = trained(chain, loops, "reg-plane", 1, "linear", "huber")
    row = session.recorder.row(2)
    assert session.plain.columns == session.recorder.names == tuple(row)
    for side, output, labels in sides(session):
        assert row[f"{side}_r2"] == pytest.approx(others.r2_score(labels, output), rel=1e-4)
        assert row[f"{side}_mean_absolute_error"] == pytest.approx(others.mean_absolute_error(labels, output), rel=1e-5)
        assert row[f"{side}_mean_squared_error"] == pytest.approx(others.mean_squared_error(labels, output), rel=1e-5)
        same_sign = np.sign(labels) * np.sign(output[:, 0])
        assert row[f"{side}_cosine_similarity"] == pytest.approx(same_sign.mean(), abs=1e-5)


def test_the_twin_measures_the_same(chain, loops):
    plain = trained(chain, Loops(), "circle", 1, "tanh", "mean_squared_error")
    twin = trained(chain, loops, "circle", 1, "tanh", "mean_squared_error", epochs=0)
    twin.twin_to_compile()()
    train_epochs(twin, 2)
    assert twin.loop is not twin.plain
    assert twin.recorder.row(2) == pytest.approx(plain.recorder.row(2), rel=1e-4)


def test_a_long_train_set_is_measured_by_its_first_rows(chain, loops):
    training = TrainingSettings(batch_size=4_096, metrics=("mean_absolute_error",))
    data = DataSettings("reg-plane", points=4_000, train_share=80.0)
    session = Session(chain(Dense(1, "linear"), data=data, training=training), loops)
    (_, output, labels), (_, validation, validation_labels) = sides(session)
    first = np.abs(output[:EVALUATED, 0] - labels[:EVALUATED]).mean()
    assert session.recorder.row(0)["train_mean_absolute_error"] == pytest.approx(first, rel=1e-5)
    every = np.abs(validation[:, 0] - validation_labels).mean()
    assert session.recorder.row(0)["validation_mean_absolute_error"] == pytest.approx(every, rel=1e-5)


# Another choice while a run is under way


def with_metrics(document, *metrics):
    return replace(document, training=replace(document.training, metrics=metrics))


@pytest.fixture
def running(chain, loops):
    """After three epochs and two batches, with accuracy alone."""
    session = trained(chain, loops, "circle", 1, "tanh", "mean_squared_error", 3, ("accuracy",))
    session.train(2)
    return session


def test_another_metric_leaves_the_run_as_it_was(chain, loops, running):
    moments, events = running.film.moments, running.course.events
    running.update(with_metrics(running.document, "auc", "accuracy"))
    assert (running.epoch, running.batch) == (3, 2)
    assert running.film.moments == moments
    assert running.course.events == events
    running.train(running.plain.steps_per_epoch - 2)
    whole = trained(chain, loops, "circle", 1, "tanh", "mean_squared_error", 4, ("auc", "accuracy"))
    found, expected = running.recorder.curves(), whole.recorder.curves()
    for name in ("train_loss", "validation_loss", "train_accuracy", "validation_accuracy"):
        np.testing.assert_allclose(found.column(name), expected.column(name), rtol=1e-6)
    # It is known from the newest epoch on that had ended.
    aucs = found.column("validation_auc")
    assert np.isnan(aucs).tolist() == [True, True, True, False, False]
    np.testing.assert_allclose(aucs[3:], expected.column("validation_auc")[3:], rtol=1e-5)


def test_the_table_of_a_run_is_empty_where_a_metric_came_later(running, tmp_path):
    running.update(with_metrics(running.document, "auc"))
    export(running, tmp_path / "run.csv")
    with (tmp_path / "run.csv").open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    assert names == ["epoch", "train_loss", "validation_loss", "train_auc", "validation_auc"]
    assert [bool(row[3]) for row in rows] == [False, False, False, True]
    assert float(rows[3][4]) == pytest.approx(running.recorder.row(3)["validation_auc"])


def test_metrics_chosen_one_after_another_all_begin_at_the_newest_epoch(running):
    running.update(with_metrics(running.document, "accuracy", "auc"))
    running.update(with_metrics(running.document, "accuracy", "auc", "recall"))
    row = running.recorder.row(3)
    assert np.isfinite([row["train_auc"], row["validation_recall"]]).all()


def test_a_metric_that_is_no_longer_wanted_goes(running):
    before = running.recorder.curves()
    running.update(with_metrics(running.document))
    after = running.recorder.curves()
    assert after.names == ("train_loss", "validation_loss")
    np.testing.assert_array_equal(after.values, before.values[:, :2])


def test_other_data_go_on_with_the_metrics_that_suit_them(chain, loops):
    session = trained(chain, loops, "circle", 1, "tanh", "mean_squared_error", 2, ("accuracy", "r2"))
    session.update(replace(session.document, data=replace(session.document.data, name="reg-plane")))
    assert session.recorder.names == ("train_loss", "validation_loss", "train_r2", "validation_r2")
    assert session.epoch == 0, "values where there were classes: another run"


def test_a_rule_stops_at_an_accuracy_that_nobody_chose(chain, loops):
    training = TrainingSettings(batch_size=5, learning_rate=0.1, metrics=("auc",), stopping=Stopping(until_accuracy=80))
    data = DataSettings("gauss", points=60)
    session = Session(chain(Dense(4), Dense(1), data=data, training=training), loops)
    stop = session.train(500 * session.plain.steps_per_epoch)
    assert stop is not None
    assert stop.rule == "until_accuracy"
    assert session.recorder.row(stop.epoch)["validation_accuracy"] >= 0.8
    assert session.recorder.row(stop.epoch - 1)["validation_accuracy"] < 0.8
    assert session.look(LITTLE).row["validation_accuracy"] == stop.value / 100
