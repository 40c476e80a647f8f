"""The four forms for TensorFlow Lite: what rounding costs, and what they cannot hold."""

from __future__ import annotations

import json

import numpy as np
import pytest
import tensorflow as tf

from playground.document.checks.holding import LostError
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import UnitNormalization
from playground.document.layers.sequences import GRU, Embedding
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.settings import Adam, TrainingSettings
from playground.engine.exports import proving
from playground.engine.exports.export import content_of
from playground.engine.exports.tflite import child
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.readback.__main__ import answer
from playground.readback.readers import Given

# Its own remarks, which the child silences.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Statistics for quantized:UserWarning"),
    pytest.mark.filterwarnings("ignore:.*tf.lite.Interpreter is deprecated:UserWarning"),
]
FORMS = {"float32": "net.tflite", "float16": "net.float16.tflite", "dynamic": "net.dynamic.tflite"}
FORMS["int8"] = "net.int8.tflite"


def session_of(*layers, epochs=15) -> Session:
    """A chain of these on the iris flowers, trained for some epochs."""
    document, before = edits.choose_data(Document(training=TrainingSettings(Adam(0.02))), "iris"), DATA
    for layer in (*layers, Dense(3, "softmax")):
        document, before = edits.add_node(document, layer, 0, 0, before)
    session = Session(edits.connect(document, before, OUTPUT), Loops())
    session.train(epochs * session.plain.steps_per_epoch)
    return session


@pytest.fixture(scope="module")
def flowers() -> Session:
    return session_of(Dense(48, "relu"), Dense(48, "tanh"))


@pytest.fixture(scope="module")
def answers(flowers, tmp_path_factory):
    """What each form gives, converted and read here, where TensorFlow is there already."""
    folder = tmp_path_factory.mktemp("lite")
    expected = proving.expected_of(flowers)
    for name, content in proving.given_files(expected).items():
        (folder / name).write_bytes(content)
    np.save(folder / "rows.npy", expected.x[:50])
    found = {}
    for form, name in FORMS.items():
        (folder / name).write_bytes(child.converted(folder, form, None))
        found[form] = {**answer(Given(folder), folder / name), "size": (folder / name).stat().st_size}
    return found


@pytest.mark.parametrize(("form", "farthest"), [("float32", 1e-6), ("float16", 5e-3), ("dynamic", 0.1), ("int8", 0.2)])
def test_each_form_answers_as_the_network_but_for_its_rounding(form, farthest, answers):
    answer = answers[form]
    assert "fault" not in answer, answer
    assert answer["difference"] < farthest
    assert answer["agreeing"] > 0.95


def test_smaller_numbers_make_smaller_files_and_other_answers(answers):
    assert answers["float32"]["size"] > answers["float16"]["size"] > answers["dynamic"]["size"]
    assert 0 < answers["float32"]["difference"] < answers["float16"]["difference"] < answers["int8"]["difference"]


def test_accuracy_is_that_of_the_data(flowers, answers):
    y = np.concatenate([flowers.arrays.train_y, flowers.arrays.validation_y])
    x = np.concatenate([flowers.arrays.train_x, flowers.arrays.validation_x])
    right = np.asarray(flowers.keras_network()(x)).argmax(1) == y.argmax(1)
    assert answers["float32"]["accuracy"] == pytest.approx(right.mean())


def test_a_recurrent_layer_is_refused_by_name_or_takes_a_row_at_a_time(tmp_path):
    session = session_of(Reshape((4, 1)), GRU(3), epochs=0)
    with pytest.raises(LostError, match=r"gru_1: .*\.dynamic\.tflite"):
        content_of(session, tmp_path / "net.int8.tflite")
    convert = content_of(session, tmp_path / "net.tflite")
    given = convert.args[0]
    assert json.loads(given["asked.json"])["rows"] == 1
    for name, content in {**given, **proving.given_files(proving.expected_of(session))}.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "net.tflite").write_bytes(child.converted(tmp_path, "float32", 1))
    told = answer(Given(tmp_path), tmp_path / "net.tflite")
    assert told["rows"] == 150
    assert told["difference"] < 1e-6


@pytest.mark.parametrize(
    "layers", [(Embedding(7, 2), Flatten()), (ReLU(), UnitNormalization())], ids=["cut at 0 and 6", "a row of zeros"]
)
def test_what_the_converter_takes_for_something_else_stays_what_it_is(layers, tmp_path):
    session = session_of(*layers, epochs=0)
    for name, content in content_of(session, tmp_path / "net.tflite").args[0].items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "net.tflite").write_bytes(child.converted(tmp_path, "float32", None))
    x = np.float32([[0, 0, 0, 0], [1, 2, 3, 4], [-1, -2, 0, 0], [9, 9, 9, 9]])
    (found,) = tf.lite.Interpreter(str(tmp_path / "net.tflite")).get_signature_runner()(data=x).values()
    np.testing.assert_allclose(found, np.asarray(session.keras_network()(x, training=False)), atol=1e-6)
