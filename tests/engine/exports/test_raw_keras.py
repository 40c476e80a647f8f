""".keras and .h5 of a table take its columns as they stand in the file, and come back as the network that left."""

import csv
import json
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from zipfile import ZipFile

import h5py
import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.datasets.sources import TABLES
from playground.document.checks.fitting import fitted
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization, Rescaling
from playground.document.settings import Adam
from playground.engine.exports.comparing import compare
from playground.engine.exports.export import content_of, export
from playground.engine.exports.proving import expected_of, given_files
from playground.engine.exports.tflite import child
from playground.engine.exports.tflite.file import with_facts
from playground.engine.lasting import begin_with
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.imports.reading import read
from playground.imports.refused import Refused
from playground.readback.__main__ import answer
from playground.readback.readers import Given
from playground.tables.choices import first_choices, recipe_text
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.ui.assets import asset

INPUTS = {"penguins": ("island", "bill_length_mm", "flipper_length_mm", "sex", "year", "tagged")}
TARGET = {"penguins": "species", "wine": "cultivar"}
ENDINGS = ("keras", "h5")
# Read where nothing of the program is: Keras itself, in its safe mode.
ALONE = """
import sys, keras, numpy
from pathlib import Path
for folder in map(Path, sys.argv[1:]):
    rows = numpy.load(folder / "rows.npy")
    for ending in ("keras", "h5"):
        network = keras.saving.load_model(folder / f"net.{ending}", safe_mode=True)
        numpy.save(folder / f"{ending}.npy", network.predict(rows, verbose=0))
"""


def cells_of(name):
    """The table's rows as dicts; penguins with a column of yes and no, which some rows have not."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if name == "penguins":
        for at, row in enumerate(rows):
            row["tagged"] = "" if at % 11 == 0 else ("yes", "no")[at % 3 == 0]
    return rows


def raw_rows(rows, names):
    """The columns as a person has them: numbers, their mean where there is none; 0 or 1; places of words, or -1."""
    found = []
    for name in names:
        cells = [row[name] for row in rows]
        cells = ["" if cell == "NA" else cell for cell in cells]
        words = sorted(set(cells) - {""})
        if words == ["no", "yes"]:
            found.append([float(cell == "yes") for cell in cells])
        elif any(word[0].isalpha() for word in words):
            found.append([words.index(cell) if cell else -1 for cell in cells])
        else:
            numbers = np.array([float(cell) if cell else np.nan for cell in cells])
            found.append(np.where(np.isfinite(numbers), numbers, np.nanmean(numbers)))
    return np.array(found).T


def trained(name, folder):
    """A network with a Rescaling of its own, and a branch, trained on the table for some epochs."""
    rows = cells_of(name)
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    table = open_table(path)
    choices = replace(first_choices(table.columns, [TARGET[name]]), filling="fill")
    names = INPUTS.get(name) or [column for column in rows[0] if column != TARGET[name]]
    for column in rows[0]:
        if column != TARGET[name]:
            choices = choices.with_role(column, "input" if column in names else "left")
    own = prepare(table, choices, name).own
    own = replace(own, recipe=recipe_text(table.path, table.fingerprint, table.reading, choices))
    document = fitted(edits.choose_own(example("circle", asset("examples")), own, 50.0, 1))
    for layer in (Rescaling(0.5, 0.25), Dense(4, "tanh"), BatchNormalization()):
        document, _ = edits.insert_node(document, layer, document.graph.edges[0], 0, 0)
    document = replace(document, training=replace(document.training, optimizer=Adam()))
    session = Session(document, Loops())
    session.train(3 * session.plain.steps_per_epoch)
    return session, raw_rows(rows, names)


def seen_rows(session):
    """What the network sees of the table's rows, in the table's order."""
    own = session.document.data.own
    return np.frombuffer(b64decode(own.values), "<f4").reshape(own.rows, own.width)[:, : len(own.columns)]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Each table's session, its raw rows, and the folder with its files and what Keras alone made of them."""
    found = {}
    for name in TARGET:
        folder = tmp_path_factory.mktemp(name)
        session, rows = trained(name, folder)
        for ending in ENDINGS:
            export(session, folder / f"net.{ending}")
        np.save(folder / "rows.npy", rows.astype(np.float32))
        found[name] = session, rows.astype(np.float32), folder
    folders = [str(folder) for *_, folder in found.values()]
    done = subprocess.run([sys.executable, "-I", "-c", ALONE, *folders], capture_output=True, text=True, cwd=folders[0])
    assert done.returncode == 0, done.stderr[-2000:]
    return found


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", TARGET)
def test_keras_alone_answers_the_columns_of_the_file(name, ending, tables):
    session, rows, folder = tables[name]
    seen = seen_rows(session)
    assert len(seen) == len(rows)
    expected = np.asarray(session.keras_network()(seen, training=False))
    np.testing.assert_allclose(np.load(folder / f"{ending}.npy"), expected, atol=1e-5)


def test_a_file_says_what_its_columns_are(tables):
    _, _, folder = tables["penguins"]
    in_keras = json.loads(ZipFile(folder / "net.keras").read("metadata.json"))
    with h5py.File(folder / "net.h5") as file:
        in_h5 = {name: json.loads(file.attrs[name]) for name in ("columns", "target")}
    for facts in (in_keras, in_h5):
        assert [each["name"] for each in facts["columns"]] == list(INPUTS["penguins"])
        assert facts["columns"][0]["words"] == ["Biscoe", "Dream", "Torgersen"]
        assert facts["target"] == {"name": "species", "classes": ["Adelie", "Chinstrap", "Gentoo"], "unit": ""}


def test_penguins_have_words_that_are_not_there(tables):
    _, rows, _ = tables["penguins"]
    assert (rows[:, 3] == -1).sum() == 11
    assert rows[:, 4].min() == 2007


def test_training_goes_on_where_it_stopped(tables):
    session, rows, folder = tables["penguins"]
    loaded, network = keras.saving.load_model(folder / "net.keras"), session.keras_network()
    assert int(loaded.optimizer.iterations) == session.step
    y = np.arange(len(rows)) % 3
    for each, x in ((loaded, rows), (network, seen_rows(session))):
        each.fit(x, y, epochs=1, batch_size=32, shuffle=False, verbose=0)
    assert [v.path for v in loaded.trainable_variables] == [v.path for v in network.trainable_variables]
    for theirs, ours in zip(loaded.variables, network.variables, strict=True):
        np.testing.assert_allclose(theirs, ours, atol=1e-4)


def test_a_year_far_from_0_is_as_exact_as_its_number(tmp_path):
    path = tmp_path / "years.csv"
    made = [(20000 + at % 3 * 0.25, at % 2) for at in range(60)]
    path.write_text("\n".join(["when,what", *(f"{when},{'ab'[what]}" for when, what in made)]), "utf-8")
    table = open_table(path)
    choices = first_choices(table.columns, ["what"]).with_role("when", "input")
    own = replace(
        prepare(table, choices, "years").own,
        recipe=recipe_text(table.path, table.fingerprint, table.reading, choices),
    )
    session = Session(fitted(edits.choose_own(example("circle", asset("examples")), own, 50.0, 1)), Loops())
    export(session, tmp_path / "net.keras")
    whole = keras.saving.load_model(tmp_path / "net.keras")
    seen = keras.Model(whole.input, whole.get_layer("columns-prepared").output)
    when = np.array([when for when, _ in made])
    expected = (when - when.mean()) / when.std()
    np.testing.assert_allclose(np.asarray(seen(when[:, None].astype(np.float32)))[:, 0], expected, atol=2e-7)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_file_comes_back_as_the_network_that_left(ending, tables):
    session, _, folder = tables["penguins"]
    found = read(folder / f"net.{ending}")
    assert "columns-prepared" in str(found.remarks[0].values)
    again = Session(replace(found.document, data=session.document.data), Loops())
    kinds = [type(node.layer) for node in session.document.graph.nodes]
    assert sorted(map(str, kinds)) == sorted(str(type(node.layer)) for node in found.document.graph.nodes)
    begin_with(again, found.weights)
    seen = seen_rows(session)
    ours, theirs = (np.asarray(each.keras_network()(seen, training=False)) for each in (session, again))
    np.testing.assert_allclose(theirs, ours, atol=1e-6)


def test_the_check_feeds_rows_as_they_were(tables, tmp_path):
    session, _, folder = tables["penguins"]
    for name, content in given_files(expected_of(session)).items():
        (tmp_path / name).write_bytes(content)
    for ending in ENDINGS:
        told = answer(Given(tmp_path), folder / f"net.{ending}")
        assert "fault" not in told, told
        assert told["rows"] == 344


@pytest.mark.filterwarnings("ignore:.*tf.lite.Interpreter is deprecated:UserWarning")
@pytest.mark.parametrize(("form", "ending"), [("float32", ".tflite"), ("float16", ".float16.tflite")])
def test_lite_takes_columns_but_where_numbers_are_coarse(form, ending, tables, tmp_path):
    session, rows, _ = tables["penguins"]
    path = tmp_path / f"net{ending}"
    given, facts = content_of(session, path).args
    for name, content in {**given_files(expected_of(session)), **given}.items():
        (tmp_path / name).write_bytes(content)
    path.write_bytes(with_facts(child.converted(tmp_path, form, None), facts))
    told = answer(Given(tmp_path), path)
    assert "fault" not in told, told
    assert told["difference"] < (1e-5 if form == "float32" else 1e-2)
    if form == "float16":
        assert not facts
        return
    # Read by TensorFlow alone: the columns of the file are what it takes, in the order that it tells.
    predict = tf.lite.Interpreter(str(path)).get_signature_runner()
    (found,) = predict(data=rows).values()
    expected = np.asarray(session.keras_network()(seen_rows(session), training=False))
    np.testing.assert_allclose(found, expected, atol=1e-5)
    with ZipFile(path) as archive:
        told = json.loads(archive.read("metadata.json"))
    assert [each["name"] for each in told["columns"]] == list(INPUTS["penguins"])


def test_a_saved_file_is_compared_by_its_own_columns(tables):
    session, _, folder = tables["wine"]
    found = compare(session, folder / "net.keras")
    assert (found.refused, found.rows) == ("", 178)
    assert found.apart is None or abs(found.apart.saved - found.apart.present) < 1e-5


def test_data_that_are_no_table_go_in_as_before(tmp_path):
    session = Session(example("circle", asset("examples")), Loops())
    export(session, tmp_path / "net.keras")
    names = [layer.name for layer in keras.saving.load_model(tmp_path / "net.keras").layers]
    assert names == [layer.name for layer in session.keras_network().layers]


def with_layers(path, change, out):
    """The .keras file with another list of layers."""
    with ZipFile(path) as archive, ZipFile(out, "w") as written:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "config.json":
                config = json.loads(content)
                change(config["config"]["layers"])
                content = json.dumps(config).encode()
            written.writestr(name, content)


def layer_named(layers, name):
    return next(layer for layer in layers if layer["config"]["name"] == name)


def with_weights(layers):
    layer_named(layers, "columns-joined").update(class_name="Dense")


def another_width(layers):
    layer_named(layers, "columns-prepared")["config"].update(target_shape=[8])


def no_width(layers):
    layer_named(layers, "columns-prepared")["config"].update(target_shape=[0])


def taken_from_within(layers):
    behind = layer_named(layers, "rescaling_1")
    behind.update(json.loads(json.dumps(behind).replace("columns-prepared", "columns-joined")))


def no_record(layers):
    layers.append(3)


# What stands in front is not what such a file of ours has there, with a word of the refusal.
OTHERS = [
    (with_weights, "“columns-"),
    (another_width, "“dense_4”"),
    (no_width, "shape of its input"),
    (taken_from_within, "“columns-joined”"),
    (no_record, "no record"),
]


@pytest.mark.parametrize(("change", "word"), OTHERS)
def test_another_front_is_refused_with_its_place(change, word, tables, tmp_path):
    with_layers(tables["penguins"][2] / "net.keras", change, tmp_path / "other.keras")
    with pytest.raises(Refused) as caught:
        read(tmp_path / "other.keras")
    assert word in str(caught.value)
