"""Exports: each reads back as the network that was trained, and a failed one costs nothing."""

import json
import re
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import Formula, Step
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layers import PALETTE
from playground.document.layers.normalization import BatchNormalization
from playground.document.settings import SGD, Adam, DataSettings, Lion, TrainingSettings
from playground.engine.exports.export import EXPORTERS, export
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.formats import ENDINGS, FORMATS, UnknownEndingError, format_of
from tests.engine.around import side_by_side
from tests.engine.exports.reading import answers_of_page, last_of_json, last_of_log, rows, with_arrays

EXAMPLES = Path(__file__).parents[3] / "assets" / "examples"
LOOPS = Loops()


def trained(document, epochs=3):
    session = Session(document, LOOPS)
    session.train(epochs * session.plain.steps_per_epoch)
    return session


@pytest.fixture(scope="module")
def session():
    """A network with a bit of everything, after three epochs."""
    document = Document(
        data=DataSettings("spiral", points=60), training=TrainingSettings(Adam(), batch_size=8, learning_rate=0.02)
    )
    last = DATA
    for layer in (Dense(4), BatchNormalization(), Dense(3, "step"), Step(), Dense(1, l2=0.01)):
        document, last = edits.add_node(document, layer, 0, 0, after=last)
    return trained(edits.connect(document, last, OUTPUT))


@pytest.fixture(scope="module")
def outputs(session):
    return session.keras_network()(session.arrays.validation_x, training=False).numpy()


def test_a_keras_file_gives_the_same_outputs(session, outputs, tmp_path):
    export(session, tmp_path / "net.keras")
    network = keras.saving.load_model(tmp_path / "net.keras")
    np.testing.assert_array_equal(network(session.arrays.validation_x, training=False), outputs)


# Every argument that Keras 3.6.0 knows, by the class that takes it; read from its constructors.
KNOWN_TO_3_6 = json.loads((Path(__file__).parents[2] / "reference" / "keras_3_6_arguments.json").read_text())


def unknown_to_3_6(config):
    """Class and argument of all in a config that Keras 3.6 would refuse."""
    if isinstance(config, list):
        return [found for value in config for found in unknown_to_3_6(value)]
    if not isinstance(config, dict):
        return []
    name, module = str(config.get("class_name")), str(config.get("module"))
    name = f"{module.rpartition('.')[2]}.{name}" if module.startswith("keras.src.ops") else name
    known = KNOWN_TO_3_6.get(name)
    here = [(name, key) for key in config["config"] if key not in known] if known else []
    return here + unknown_to_3_6(list(config.values()))


def in_file(path, name="config.json"):
    return json.loads(ZipFile(path).read(name))


@pytest.mark.parametrize(
    ("optimizer", "kinds"),
    [(SGD(), ("Dense", "BatchNormalization")), (Adam(), PALETTE), (Lion(), ("Dense", "BatchNormalization"))],
    ids=["SGD", "every layer and Adam", "Lion"],
)
def test_a_keras_file_opens_in_older_keras(optimizer, kinds, tmp_path):
    training = TrainingSettings(optimizer, batch_size=8)
    document = side_by_side(kinds, Document(data=DataSettings(points=40), training=training))
    for formula in ("clip(x, -1, 1)", "where(x > 0, maximum(x, 1), x ** 2)"):
        document, _ = edits.insert_node(document, Formula(formula), document.graph.edges[-1], 0, 0)
    session = Session(document, LOOPS)
    export(session, tmp_path / "net.keras")
    session.keras_network().save(tmp_path / "as_keras_saves.keras")
    assert unknown_to_3_6(in_file(tmp_path / "net.keras")) == []
    found = unknown_to_3_6(in_file(tmp_path / "as_keras_saves.keras"))
    assert {("Dense", "quantization_config"), ("BatchNormalization", "renorm")} <= set(found)
    assert (("numpy.Clip", "name") in found) == (kinds is PALETTE)
    network, x = keras.saving.load_model(tmp_path / "net.keras"), session.arrays.validation_x
    np.testing.assert_array_equal(network(x, training=False), session.keras_network()(x, training=False))
    theirs = keras.saving.load_model(tmp_path / "as_keras_saves.keras").get_config()
    assert drop_names(network.get_config()) == drop_names(theirs)


def drop_names(config):
    """Without the names that Keras counts up for operations and optimizers."""
    text = re.sub(r"'name': '[a-z_]+_\d+'", "'name': ''", str(config))
    return re.sub(r"'shared_object_id': \d+|_\d+'", "", text)


def test_a_keras_file_goes_on_training_where_it_stopped(session, tmp_path):
    export(session, tmp_path / "net.keras")
    network = keras.saving.load_model(tmp_path / "net.keras")
    assert int(network.optimizer.iterations) == session.step
    assert float(network.optimizer.learning_rate) == pytest.approx(0.02)
    for ours, theirs in zip(session.keras_network().optimizer.variables, network.optimizer.variables, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_saved_model_gives_the_same_outputs(session, outputs, tmp_path, capfd):
    export(session, tmp_path / "net")
    assert capfd.readouterr().out == ""
    network = tf.saved_model.load(str(tmp_path / "net"))
    # Another order of the same sums, so the last digit may differ.
    np.testing.assert_allclose(network.serve(session.arrays.validation_x), outputs, rtol=1e-6, atol=1e-7)


def test_weights_fit_the_same_network(session, outputs, tmp_path):
    export(session, tmp_path / "net.weights.h5")
    network = Session(session.document, LOOPS).keras_network()
    network.load_weights(tmp_path / "net.weights.h5")
    np.testing.assert_array_equal(network(session.arrays.validation_x, training=False), outputs)


def test_a_table_has_a_row_for_each_epoch(session, tmp_path):
    export(session, tmp_path / "run.csv")
    names, *found = rows(tmp_path / "run.csv")
    assert names == ["epoch", "train_loss", "validation_loss", "train_accuracy", "validation_accuracy"]
    assert [row[0] for row in found] == ["0", "1", "2", "3"]
    curves = session.recorder.curves()
    np.testing.assert_array_equal(np.array([row[1:] for row in found], np.float32), curves.values)


def test_a_table_of_a_long_run_is_not_thinned(session, tmp_path):
    long = Session(session.document, LOOPS)
    long.recorder.add(np.ones((4_999, 4), np.float32))
    export(long, tmp_path / "run.csv")
    assert len(rows(tmp_path / "run.csv")) == 1 + 5_000


def test_a_table_without_classes_has_no_accuracies(tmp_path):
    export(Session(example("plane", EXAMPLES), LOOPS), tmp_path / "run.csv")
    assert [len(row) for row in rows(tmp_path / "run.csv")] == [3, 3]


@pytest.mark.parametrize("name", ["net.keras", "net.weights.h5", "net", "net.csv", "net.py"])
def test_an_export_replaces_the_one_before_and_leaves_nothing_else(session, tmp_path, name):
    for _ in range(2):
        export(session, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_with_other_things_is_never_replaced(session, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear")
    with pytest.raises(FileExistsError):
        export(session, tmp_path / "letters")
    assert (tmp_path / "letters" / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize("name", ["net.hdf5", "net.tfl", "net.lite", "v1.2", "net.keras.zip", "net.weights"])
def test_unknown_endings_are_refused_with_those_that_are_known(session, tmp_path, name):
    with pytest.raises(UnknownEndingError) as caught:
        export(session, tmp_path / name)
    assert all(ending in str(caught.value) for ending in ENDINGS)
    assert not list(tmp_path.iterdir())


def test_endings_are_known_in_any_case():
    names = ("a.keras", "A.KERAS", "b.weights.h5", "c.py", "d", "e/", "f.Png", ".keras")
    assert [format_of(Path(name)).ending for name in names] == [
        ".keras", ".keras", ".weights.h5", ".py", "", "", ".png", "",
    ]  # fmt: skip


def test_the_engine_draws_no_window(session, tmp_path):
    with pytest.raises(UnknownEndingError):
        export(session, tmp_path / "window.png")


def loss_of_script(path: Path) -> float:
    """The last train loss that a script prints."""
    with redirect_stdout(StringIO()) as said:
        runpy.run_path(str(path))
    line = [line for line in said.getvalue().splitlines() if "train: loss" in line][-1]
    return float(line.split("loss ")[1].split(",")[0])


def saved_model(session: Session, path: Path) -> np.ndarray:
    loaded = tf.saved_model.load(str(path))
    return loaded.serve(session.arrays.validation_x).numpy()


def with_weights(session: Session, path: Path) -> keras.Model:
    network = Session(session.document, LOOPS).keras_network()
    network.load_weights(path)
    return network


def with_onnx(session: Session, path: Path) -> np.ndarray:
    onnxruntime = pytest.importorskip("onnxruntime")
    (found,) = onnxruntime.InferenceSession(path).run(None, {"data": session.arrays.validation_x.numpy()})
    return found


# Name of a format -> what is found in the file: the outputs of the network, or the last train loss.
READ_BACK = {
    "keras": lambda session, path: keras.saving.load_model(path)(session.arrays.validation_x, training=False),
    "weights": lambda session, path: with_weights(session, path)(session.arrays.validation_x, training=False),
    "weights_npz": with_arrays,
    "weights_json": with_arrays,
    "weights_csv": with_arrays,
    "h5": lambda session, path: keras.saving.load_model(path)(session.arrays.validation_x, training=False),
    "saved_model": saved_model,
    "onnx": lambda session, path: with_onnx(session, path),
    "page": lambda session, path: answers_of_page(session, path),
    **dict.fromkeys(("script", "tensors", "class"), lambda session, path: loss_of_script(path)),
    "history_json": lambda session, path: last_of_json(path),
    "tensorboard": lambda session, path: last_of_log(path),
    "history": lambda session, path: float(dict(zip(*rows(path)[:: len(rows(path)) - 1], strict=True))["train_loss"]),
}


# TensorFlow Lite has tests of its own.
@pytest.mark.parametrize("name", [name for name in FORMATS if not name.startswith("tflite")])
def test_each_format_is_written_and_read_back(session, outputs, tmp_path, name):
    row, path = FORMATS[name], tmp_path / f"net{FORMATS[name].ending}"
    assert format_of(path) is row
    assert (name in EXPORTERS) == (name in READ_BACK) == row.by_engine, f"{name} lacks a writer or a reader"
    if not row.by_engine:
        return
    document = replace(session.document, training=replace(session.document.training, epochs=session.epoch))
    run = trained(document, session.epoch)
    export(run, path)
    last_loss = float(run.recorder.row(run.epoch)["train_loss"])
    told = ("script", "tensors", "class", "history", "history_json", "tensorboard")
    expected = last_loss if name in told else outputs
    np.testing.assert_allclose(READ_BACK[name](run, path), expected, rtol=1e-4, atol=1e-6)


SCRIPTS = {
    "circle with SGD": example("circle", EXAMPLES),
    "spiral with Adam": replace(
        example("spiral", EXAMPLES), data=DataSettings("spiral", points=101, noise=3.0, features=("x1", "x2", "sin_x1"))
    ),
    "iris with classes": example("iris", EXAMPLES),
    "dropout and penalties": edits.set_layer(
        example("dropout", EXAMPLES), "dense_1", Dense(8, "relu", bias_initializer="random_uniform", l1=0.01, l2=0.02)
    ),
}
SCRIPT_EPOCHS = 3
# One after another in one process, as TensorFlow takes longer to load than they to run.
RUN_EACH = """
import os, runpy, sys
for folder in sys.argv[1:]:
    os.chdir(folder)
    print(f"-- {folder}", flush=True)
    runpy.run_path("net.py", run_name="__main__")
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Each document's session after some epochs, and what its script prints where nothing is but the script."""
    sessions, folders = {}, {}
    for name, document in SCRIPTS.items():
        document = replace(document, training=replace(document.training, epochs=SCRIPT_EPOCHS))
        sessions[name], folders[name] = trained(document, SCRIPT_EPOCHS), tmp_path_factory.mktemp("script")
        export(sessions[name], folders[name] / "net.py")
    command = [sys.executable, "-P", "-W", "error", "-c", RUN_EACH, *map(str, folders.values())]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert [[path.name for path in folder.iterdir()] for folder in folders.values()] == [["net.py"]] * len(folders)
    said = re.split(r"^-- .*\n", done.stdout, flags=re.MULTILINE)[1:]
    return {name: (sessions[name], words) for name, words in zip(SCRIPTS, said, strict=True)}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_run_alone_has_the_same_losses(name, exported):
    session, said = exported[name]
    lines = [line.split() for line in said.splitlines() if ": loss" in line]
    printed = [float(words[2].rstrip(",")) for words in lines[-2:]]
    curves = session.recorder.curves()
    # The script prints six digits.
    assert printed == pytest.approx([curves.train_loss[-1], curves.validation_loss[-1]], rel=1e-4)


def test_a_script_leaves_out_what_leads_nowhere(tmp_path):
    document = example("plane", EXAMPLES)
    document, _ = edits.add_node(document, Dense(5), 0, 0, after=DATA)
    document = edits.set_layer(document, OUTPUT, Output("huber"))
    export(Session(document, LOOPS), tmp_path / "net.py")
    assert (tmp_path / "net.py").read_text(encoding="utf-8").count("keras.layers.Dense") == 1
