"""A table's own columns go into the networks that leave: what they make of them is what the table's rows give here."""

import json
from dataclasses import replace

import numpy as np
import onnxruntime
import pytest
import tensorflow as tf

from playground.document.examples import example
from playground.document.own_data import RawColumn
from playground.document.settings import DataSettings
from playground.engine.exports.export import EXPORTERS, export
from playground.engine.exports.proving import expected_of, given_files
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.imports.reading import read
from playground.readback.__main__ import answer
from playground.readback.readers import Given
from playground.tables.raw import raw_columns, safe_names
from playground.ui.assets import asset
from tests.engine.exports.own_table import COLOURS, ROWS, own_table


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Years far from 0, colours as words, and a value to be learned that is no class."""
    own = own_table(tmp_path_factory.mktemp("table"))
    document = example("plane", asset("examples"))
    made = Session(replace(document, data=DataSettings(own=own)), Loops())
    made.train(made.plain.steps_per_epoch)
    return made


@pytest.fixture(scope="module")
def answers(session):
    """What the network gives for the first rows of the table, prepared here by hand."""
    own = session.document.data.own
    numbers = {column.name: column for column in own.columns}
    made = []
    for year, colour, age, _ in ROWS[:20]:
        row = {"year": year, "年龄": age, **{f"my colour = {word}": float(word == colour) for word in COLOURS}}
        made.append([(row[column.name] - numbers[column.name].middle) / column.size for column in own.columns])
    return np.asarray(session.keras_network()(np.array(made, np.float32)))


def test_columns_are_known_again_by_the_recipe(session):
    names = [(column.name, column.words) for column in raw_columns(session.document.data.own)]
    assert names == [("year", ()), ("my colour", COLOURS), ("年龄", ())]


def test_an_onnx_file_prepares_the_columns_itself(session, answers):
    network = onnxruntime.InferenceSession(EXPORTERS["onnx"].content(session))
    rows = [[year, COLOURS.index(colour), age] for year, colour, age, _ in ROWS[:20]]
    (found,) = network.run(None, {"data": np.array(rows, np.float32)})
    np.testing.assert_allclose(found, answers, atol=1e-5)
    facts = json.loads(network.get_modelmeta().custom_metadata_map["columns"])
    assert facts[1]["words"] == list(COLOURS)


def test_our_own_onnx_file_with_words_opens_as_the_network_that_left(session, tmp_path):
    export(session, tmp_path / "net.onnx")
    found = read(tmp_path / "net.onnx")
    assert found.document.graph == session.document.graph
    np.testing.assert_array_equal(found.weights["dense_1"][0], session.weights_by_node()["dense_1"][0])
    assert "my colour" in str(found.remarks[0].values)
    content = (tmp_path / "net.onnx").read_bytes()
    assert not any(word in content for word in (b"recipe", b"cars.csv", str(tmp_path).encode()))


def test_a_saved_model_takes_a_tensor_for_each_column(session, answers, tmp_path):
    export(session, tmp_path / "net")
    facts = json.loads((tmp_path / "net" / "columns.json").read_text("utf-8"))
    assert [(each["input"], each["name"]) for each in facts["columns"]] == [
        ("year", "year"),
        ("my_colour", "my colour"),
        ("column_3", "年龄"),
    ]
    network = tf.saved_model.load(str(tmp_path / "net"))
    years, colours, ages, _ = zip(*ROWS[:20], strict=True)
    found = network.signatures["columns"](
        year=tf.constant(years, tf.float32), my_colour=tf.constant(colours), column_3=tf.constant(ages, tf.float32)
    )
    np.testing.assert_allclose(found["prediction"], answers, atol=1e-5)
    (target,) = session.document.data.own.targets
    np.testing.assert_allclose(found["value"], answers * target.size + target.middle, rtol=1e-5, atol=1e-5)


def test_the_check_feeds_raw_rows(session, tmp_path):
    for name, content in given_files(expected_of(session)).items():
        (tmp_path / name).write_bytes(content)
    for name in ("net.onnx", "net"):
        export(session, tmp_path / name)
        told = answer(Given(tmp_path), tmp_path / name)
        assert "fault" not in told, told
        assert told["rows"] == 60


def test_names_of_inputs_are_plain_and_different():
    names = ["Sepal length", "sepal-length", "1a", "_x", "%", "column_2", "x" * 9]
    assert safe_names(names) == ["sepal_length", "column_2", "column_3", "x", "column_5", "column_6", "x" * 9]
    assert RawColumn("x").wide == 1
