"""Saved files loaded back beside the network: equal, apart, or not to be compared; seen with Keras's own files."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.engine.exports.comparing import MOST_ROWS, compare
from playground.engine.exports.export import export
from playground.engine.session import Session
from playground.frames.comparing import LayerDifference

NAMES = ("a.keras", "a.weights.h5", "folder")


@pytest.fixture
def session(chain, loops):
    """2-3-1 with a batch normalisation, after two epochs."""
    session = Session(chain(Dense(3, "tanh"), BatchNormalization(), Dense(1, "linear")), loops)
    session.train(2 * session.plain.steps_per_epoch)
    return session


@pytest.mark.parametrize("name", NAMES)
def test_what_was_exported_gives_the_same_to_the_last_bit(session, tmp_path, name):
    export(session, tmp_path / name)
    found = compare(session, tmp_path / name)
    assert found.equal, found
    rows = len(session.arrays.train_x) + len(session.arrays.validation_x)
    assert (found.rows, found.outputs) == (min(rows, MOST_ROWS), 1)


@pytest.mark.parametrize("name", NAMES)
def test_after_more_training_the_largest_difference_is_where_numpy_finds_it(session, tmp_path, name):
    export(session, tmp_path / name)
    before = session.keras_network()
    session.train(session.plain.steps_per_epoch)
    found = compare(session, tmp_path / name)
    x = np.concatenate([session.arrays.train_x, session.arrays.validation_x])[:MOST_ROWS]
    saved, present = (network(x, training=False).numpy() for network in (before, session.keras_network()))
    assert not found.equal
    assert found.apart.row == int(np.abs(saved - present).argmax())
    assert found.apart.saved == pytest.approx(saved[found.apart.row, 0], rel=1e-5)
    assert found.apart.present == pytest.approx(present[found.apart.row, 0], rel=1e-5)


def test_an_earlier_moment_that_is_shown_is_what_is_compared(session, tmp_path):
    export(session, tmp_path / "a.keras")
    moment = session.step
    session.train(session.plain.steps_per_epoch)
    assert compare(session, tmp_path / "a.keras", moment).equal


def test_weights_alone_name_the_layers_that_differ(session, tmp_path, loops):
    export(session, tmp_path / "a.weights.h5")
    document = edits.set_layer(session.document, "dense_1", Dense(5))
    found = compare(Session(document, loops), tmp_path / "a.weights.h5")
    assert not found.equal
    assert found.differences == (
        LayerDifference("dense_1", ((2, 3), (3,)), ((2, 5), (5,))),
        LayerDifference("batch_normalization_1", ((3,),) * 4, ((5,),) * 4),
        LayerDifference("dense_2", ((3, 1), (1,)), ((5, 1), (1,))),
    )


def test_a_layer_too_many_or_too_few_is_named(session, tmp_path, chain, loops):
    export(session, tmp_path / "a.weights.h5")
    short = Session(chain(Dense(1, "linear")), loops)
    found = compare(short, tmp_path / "a.weights.h5").differences
    assert found[0] == LayerDifference("dense_1", ((2, 3), (3,)), ((2, 1), (1,)))
    assert {(one.node, one.present) for one in found[1:]} == {("batch_normalization", ()), ("dense_1", ())}
    export(short, tmp_path / "b.weights.h5")
    missing = compare(session, tmp_path / "b.weights.h5").differences
    assert [one.node for one in missing if not one.saved] == ["batch_normalization_1", "dense_2"]


def network(inputs: int, outputs: int) -> keras.Model:
    return keras.Sequential([keras.Input((inputs,)), keras.layers.Dense(outputs)])


@pytest.mark.parametrize(("inputs", "outputs", "why"), [(5, 1, "inputs"), (2, 3, "outputs")])
def test_a_network_of_another_shape_says_both_numbers(session, tmp_path, inputs, outputs, why):
    for name in ("a.keras", "folder"):
        other = network(inputs, outputs)
        other.save(tmp_path / name) if name == "a.keras" else other.export(tmp_path / name, verbose=False)
        found = compare(session, tmp_path / name)
        assert (found.refused, found.details) == (why, "5, 2" if why == "inputs" else "3, 1")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.keras", b"no zip", "unreadable"),
        ("a.weights.h5", b"no HDF5", "unreadable"),
        ("folder/saved_model.pb", b"\xff\xff no graph", "unreadable"),
        ("a.txt", b"words", "other_kind"),
        ("folder/other.txt", b"words", "other_kind"),
    ],
)
def test_what_is_no_saved_network_is_said_to_be_none(session, tmp_path, name, content, why):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    found = compare(session, path if name != "folder/other.txt" else path.parent)
    assert found.refused == why
    assert not found.equal


def test_without_a_file_or_a_network_there_is_nothing_to_compare(session, tmp_path):
    assert compare(session, tmp_path / "gone.keras").refused == "no_file"
    assert compare(None, tmp_path / "gone.keras").refused == "no_network"


def test_a_graph_that_would_write_files_is_not_loaded(session, tmp_path):
    class Writing(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([None, 2])])
        def serve(self, x):
            tf.io.write_file(str(tmp_path / "written"), "x")
            return x[:, :1]

    tf.saved_model.save(Writing(), str(tmp_path / "folder"))
    assert (tmp_path / "folder" / "saved_model.pb").exists()
    found = compare(session, tmp_path / "folder")
    assert (found.refused, found.details) == ("own_files", "WriteFile")
    assert not (tmp_path / "written").exists()
