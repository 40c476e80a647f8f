"""Project files: what is written reads back equal, and what is wrong in one is named with its place."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files.checked import MOST_BYTES, MOST_NODES, FileError
from playground.document.files.file import ENDING, dumps, loads, read, write
from playground.document.files.plain import EXPERIMENT_VERSION
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from playground.document.layers.regularization import Dropout
from playground.document.layers.shaping import Reshape
from playground.document.schedules import Constant
from playground.document.settings import Adam, TrainingSettings
from tests.document.random_documents import documents, edit_sequences, few


def whole():
    """A document with a merge, a shape, a float and another optimizer."""
    document = Document(training=TrainingSettings(Adam(beta_1=0.8)))
    document, add = edits.add_node(document, Add(), 10, 20)
    for layer in (Dense(4), Dropout(0.5)):
        document, node = edits.add_node(document, layer, 0, 0, after=DATA)
        document = edits.connect(document, node, add)
    document, last = edits.add_node(document, Reshape((2, 1)), 0, 0, after=add)
    return edits.rename(edits.connect(document, last, OUTPUT), last, "Größe ½ 层")


@few
@given(documents)
def test_every_document_reads_back_equal(document):
    assert loads(dumps(document)) == document


@few
@given(edit_sequences())
def test_every_step_of_an_edit_is_saved(made):
    assert [loads(dumps(document)) for document in made] == made


def test_a_file_reads_back_equal(tmp_path):
    path = tmp_path / f"net{ENDING}"
    write(whole(), path)
    assert read(path) == whole()


def test_a_file_is_readable_and_the_same_each_time():
    text = dumps(whole())
    assert text == dumps(loads(text))
    assert "Größe ½ 层" in text
    assert text.startswith('{\n  "format": "playground",\n  "version": 1,\n')


def test_what_is_left_out_takes_its_default():
    nodes = [{"id": DATA, "kind": "Data"}, {"id": OUTPUT, "kind": "Output"}]
    assert loads(json.dumps({"format": "playground", "version": 1, "graph": {"nodes": nodes}})) == Document()


def test_whole_numbers_will_do_for_real_ones():
    content = json.loads(dumps(whole()))
    content["training"]["learning_rate"] = 1
    assert repr(loads(json.dumps(content)).training.learning_rate) == "1.0"


def test_a_byte_order_mark_is_passed_over(tmp_path):
    (tmp_path / "net").write_text(dumps(whole()), encoding="utf-8-sig")
    assert read(tmp_path / "net") == whole()


def changed(*place, to):
    """A whole file with one thing changed; the place is keys and indices."""
    content = json.loads(dumps(whole()))
    inner = content
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = to
    return json.dumps(content)


def without(*place):
    content = json.loads(dumps(whole()))
    inner = content
    for key in place[:-1]:
        inner = inner[key]
    del inner[place[-1]]
    return json.dumps(content)


NODES, EDGES = ("graph", "nodes"), ("graph", "edges")
ANOTHER = {"id": OUTPUT, "kind": "Dense"}
TRAINING, OPTIMIZER = "training", ("training", "optimizer")
TEXT = dumps(whole())
DEEP = "[" * 10_000 + "]" * 10_000
RANGE = "out_of_range"

# name: (text, code, place)
BAD = {
    "empty": ("", "not_json", "line 1"),
    "not JSON": ("Dear diary", "not_json", "line 1"),
    "cut short": (TEXT[: len(TEXT) // 2], "not_json", None),
    "a list": ("[]", "wrong_type", "file"),
    "null": ("null", "wrong_type", "file"),
    "other JSON": ('{"author": "me"}', "unknown_setting", "author"),
    "no format": (without("format"), "not_a_project", "format"),
    "another format": (changed("format", to="lesson"), "not_a_project", "format"),
    "no version": (without("version"), "bad_version", "version"),
    "version 0": (changed("version", to=0), "bad_version", "version"),
    "version true": (changed("version", to=True), "bad_version", "version"),
    "a newer version": (changed("version", to=EXPERIMENT_VERSION + 1), "newer_version", "version"),
    "an unknown part": (changed("virus", to=1), "unknown_setting", "virus"),
    "no graph": (without("graph"), "wrong_type", "graph"),
    "no nodes": (without(*NODES), "wrong_type", "graph.nodes"),
    "nodes as an object": (changed(*NODES, to={}), "wrong_type", "graph.nodes"),
    "no data node": (without(*NODES, 0), "missing_node", "graph.nodes"),
    "a node as text": (changed(*NODES, 2, to="Dense"), "wrong_type", "graph.nodes[2]"),
    "no id": (without(*NODES, 2, "id"), "bad_id", "graph.nodes[2].id"),
    "an id with a line break": (changed(*NODES, 2, "id", to="a\nimport os"), "bad_id", "graph.nodes[2].id"),
    "an id of capitals": (changed(*NODES, 2, "id", to="A"), "bad_id", "graph.nodes[2].id"),
    "an endless id": (changed(*NODES, 2, "id", to="a" * 65), "bad_id", "graph.nodes[2].id"),
    "the same id twice": (changed(*NODES, 3, "id", to="add_1"), "duplicate_id", "graph.nodes[3].id"),
    "an unknown layer": (changed(*NODES, 3, "kind", to="Conv9D"), "unknown_layer", "graph.nodes[3].kind"),
    "a layer as a number": (changed(*NODES, 3, "kind", to=3), "unknown_layer", "graph.nodes[3].kind"),
    "a second data node": (changed(*NODES, 3, to={"id": "more", "kind": "Data"}), "wrong_kind", "graph.nodes[3].kind"),
    "another layer as output": (changed(*NODES, 1, to=ANOTHER), "wrong_kind", "graph.nodes[1].kind"),
    "a name as a list": (changed(*NODES, 3, "name", to=[]), "bad_name", "graph.nodes[3].name"),
    "an endless name": (changed(*NODES, 3, "name", to="a" * 81), "bad_name", "graph.nodes[3].name"),
    "half a surrogate pair": (changed(*NODES, 3, "name", to="\ud800"), "bad_name", "graph.nodes[3].name"),
    "an unknown setting": (changed(*NODES, 3, "colour", to=1), "unknown_setting", "graph.nodes[3].colour"),
    "units as text": (changed(*NODES, 3, "units", to="4"), RANGE, "graph.nodes[3].units"),
    "units as true": (changed(*NODES, 3, "units", to=True), RANGE, "graph.nodes[3].units"),
    "units with a fraction": (changed(*NODES, 3, "units", to=4.5), RANGE, "graph.nodes[3].units"),
    "units null": (changed(*NODES, 3, "units", to=None), RANGE, "graph.nodes[3].units"),
    "too many units": (changed(*NODES, 3, "units", to=10**6), RANGE, "graph.nodes[3].units"),
    "endless units": (changed(*NODES, 3, "units", to=10**400), RANGE, "graph.nodes[3].units"),
    "an unknown activation": (changed(*NODES, 3, "activation", to="os.system"), RANGE, "graph.nodes[3].activation"),
    "an activation as a list": (changed(*NODES, 3, "activation", to=["relu"]), RANGE, "graph.nodes[3].activation"),
    "a rate above one": (changed(*NODES, 4, "rate", to=1.5), RANGE, "graph.nodes[4].rate"),
    "a rate that is no number": (changed(*NODES, 4, "rate", to=float("nan")), RANGE, "graph.nodes[4].rate"),
    "a shape with text": (changed(*NODES, 5, "target", to=[2, "1"]), RANGE, "graph.nodes[5].target"),
    "a shape of nothing": (changed(*NODES, 5, "target", to=[]), RANGE, "graph.nodes[5].target"),
    "an edge of three": (changed(*EDGES, 0, to=["data", "add_1", "output"]), "wrong_type", "graph.edges[0]"),
    "an edge of numbers": (changed(*EDGES, 0, to=[0, 1]), "wrong_type", "graph.edges[0]"),
    "an edge from nowhere": (changed(*EDGES, 0, to=["ghost", "add_1"]), "unknown_node", "graph.edges[0]"),
    "an edge into data": (changed(*EDGES, 0, to=["add_1", "data"]), "bad_edge", "graph.edges[0]"),
    "an edge twice": (changed(*EDGES, 0, to=["dropout_1", "add_1"]), "bad_edge", None),
    "a loop": (changed(*EDGES, 0, to=["reshape_1", "add_1"]), "loop", "graph.edges"),
    "a loop of one": (changed(*EDGES, 0, to=["add_1", "add_1"]), "loop", "graph.edges"),
    "a layout as a list": (changed("layout", to=[]), "wrong_type", "layout"),
    "a place for a ghost": (changed("layout", "ghost", to=[0, 0]), "unknown_node", "layout.ghost"),
    "a place of one number": (changed("layout", "add_1", to=[0]), "bad_position", "layout.add_1"),
    "a place of text": (changed("layout", "add_1", to=["0", "0"]), "bad_position", "layout.add_1"),
    "a place that is no number": (changed("layout", "add_1", to=[float("nan"), 0]), "bad_position", "layout.add_1"),
    "a form that is none": (changed("layout", "add_1", to=[0, 0, "open"]), "out_of_range", "layout.add_1[2]"),
    "a form of a list": (changed("layout", "add_1", to=[0, 0, []]), "out_of_range", "layout.add_1[2]"),
    "a place of three numbers": (changed("layout", "add_1", to=[0, 0, 0]), "out_of_range", "layout.add_1[2]"),
    "a place out of reach": (changed("layout", "add_1", to=[10**400, 0]), "bad_position", "layout.add_1"),
    "unknown data": (changed("data", "name", to="secrets"), RANGE, "data.name"),
    "a feature twice": (changed("data", "features", to=["x1", "x1"]), RANGE, "data.features"),
    "endless noise": (changed("data", "noise", to=10**400), RANGE, "data.noise"),
    "an infinite rate": (changed(TRAINING, "learning_rate", to=float("inf")), RANGE, "training.learning_rate"),
    "an unknown optimizer": (changed(*OPTIMIZER, "kind", to="Magic"), "unknown_optimizer", "training.optimizer.kind"),
    "an optimizer as text": (changed(*OPTIMIZER, to="Adam"), "wrong_type", "training.optimizer"),
    "an unknown schedule": (
        changed(TRAINING, "schedule", to={"kind": "Magic"}), "unknown_schedule", "training.schedule.kind"
    ),
    "a schedule's setting": (
        changed(TRAINING, "schedule", to={"kind": "StepDecay", "every": 0}), RANGE, "training.schedule.every"
    ),
    "stopping as a number": (changed(TRAINING, "stopping", to=5), "wrong_type", "training.stopping"),
    "an unknown metric": (changed(TRAINING, "metrics", to=["auc", "f1"]), RANGE, "training.metrics"),
    "a metric twice": (changed(TRAINING, "metrics", to=["auc", "auc"]), RANGE, "training.metrics"),
    "metrics as text": (changed(TRAINING, "metrics", to="auc"), RANGE, "training.metrics"),
    "an unknown stop": (changed(TRAINING, "stopping", "never", to=1), "unknown_setting", "training.stopping.never"),
    "an optimizer's setting": (changed(*OPTIMIZER, "beta_1", to=2), RANGE, "training.optimizer.beta_1"),
    "a number of 5,000 digits": (TEXT.replace('"seed": 1', '"seed": ' + "1" * 5_000, 1), "not_json", ""),
    "a million nodes": (TEXT.replace('"nodes": [', '"nodes": [' + "{}," * 1_000_000), "too_many", "graph.nodes"),
    "too many edges": (changed(*EDGES, to=[["data", "add_1"]] * 20_001), "too_many", "graph.edges"),
    "10,000 levels": (DEEP, "nested_too_deep", ""),
    "10,000 levels inside": (TEXT.replace('"name": ""', '"name": ' + DEEP, 1), "nested_too_deep", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_the_place(name):
    text, code, place = BAD[name]
    with pytest.raises(FileError) as caught:
        loads(text)
    error = caught.value
    assert error.code == code
    assert place is None or error.place == place
    assert error.place in str(error)
    assert len(str(error)) < 800
    assert str(error).encode().decode() == str(error)


def test_a_file_with_the_usual_metrics_is_one_that_older_versions_read():
    assert "metrics" not in json.loads(dumps(Document()))["training"]
    assert loads(dumps(Document())).training.metrics == ("accuracy",)


@pytest.mark.parametrize("metrics", [(), ("auc", "accuracy"), ("r2",)])
def test_chosen_metrics_are_kept_in_their_order(metrics):
    document = Document(training=TrainingSettings(metrics=metrics))
    assert json.loads(dumps(document))["training"]["metrics"] == list(metrics)
    assert loads(dumps(document)) == document


def test_a_file_of_before_schedules_and_stopping_trains_at_a_constant_rate_without_end():
    content = json.loads(TEXT)
    del content["training"]["schedule"], content["training"]["stopping"]
    training = loads(json.dumps(content)).training
    assert training.schedule == Constant()
    assert not training.stopping.acts


@pytest.mark.parametrize("levels", range(900, 1000, 3))
def test_no_depth_slips_through(levels):
    nested = "[" * levels + "]" * levels
    for text in (nested, TEXT.replace('"circle"', nested)):
        with pytest.raises(FileError):
            loads(text)


@few
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5), lambda inner: (
    st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "kind", "nodes", "x", ""]), inner, max_size=4)
), max_leaves=8), st.sampled_from(["format", "version", "graph", "layout", "data", "training"]))  # fmt: skip
def test_any_json_in_any_part_opens_or_is_refused(value, part):
    try:
        document = loads(changed(part, to=value))
    except FileError:
        pass
    else:
        assert loads(dumps(document)) == document


@few
@given(st.binary(max_size=60))
def test_any_bytes_are_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "bytes"
    path.write_bytes(content)
    with pytest.raises(FileError):
        read(path)


def test_a_file_cut_anywhere_is_refused():
    for length in range(0, len(TEXT) - 2, 97):
        with pytest.raises(FileError):
            loads(TEXT[:length])


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "nothing")
    with pytest.raises(IsADirectoryError):
        read(tmp_path)


def test_bytes_that_are_no_text_are_not_json(tmp_path):
    (tmp_path / "net").write_bytes(b'{"format": "\xff"}')
    with pytest.raises(FileError, match="byte 12") as caught:
        read(tmp_path / "net")
    assert caught.value.code == "not_json"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "net").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileError) as caught:
        read(tmp_path / "net")
    assert caught.value.code == "too_large"


def test_the_largest_document_opens():
    content = json.loads(TEXT)
    content["graph"]["nodes"] += [{"id": f"n{at}", "kind": "Dense"} for at in range(MOST_NODES - 6)]
    assert len(loads(json.dumps(content)).graph.nodes) == MOST_NODES


def test_an_error_says_what_was_expected_and_what_came():
    with pytest.raises(FileError, match=re.escape("graph.nodes[3].units: expected 1 to 4096, got 0")):
        loads(changed(*NODES, 3, "units", to=0))


def test_a_form_is_written_with_the_place_and_left_out_of_plain_cards():
    document, node_id = edits.add_node(Document(), Dense(), 1.0, 2.0)
    assert json.loads(dumps(document))["layout"] == {node_id: [1.0, 2.0]}
    opened = edits.set_form(document, (node_id,), "neurons")
    assert json.loads(dumps(opened))["layout"] == {node_id: [1.0, 2.0, "neurons"]}
    assert loads(dumps(opened)) == opened
