"""The Keras script: sound Python for any document, and nothing in it but what was checked."""

import ast
import builtins
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.code.group_code import class_name
from playground.document.code.python_code import python_code
from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.examples import example, names
from playground.document.files.link import read_link
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.group import Group
from playground.document.layers.activations import Step
from playground.document.layers.dense import Dense
from playground.document.metrics import METRICS
from playground.document.seeds import part_seed
from playground.document.settings import DataSettings
from playground.document.stopping import Stopping
from tests.document.random_documents import documents, few
from tests.document.random_groups import grouped_documents

EXAMPLES = Path(__file__).parents[3] / "assets" / "examples"
DATA_LINES = """\
import math
import numpy as np

POINTS = 500

inputs = np.zeros((POINTS, 2))
labels = np.full(POINTS, math.pi)
"""


def chain(*layers):
    document, last = Document(), DATA
    for layer in layers:
        document, last = edits.add_node(document, layer, 0, 0, after=last)
    return edits.connect(document, last, OUTPUT)


LINKS = (
    "#seed=0.5",
    "#seed=it's&dataset=gauss&batchSize=30&initZero=true&regularization=L2&regularizationRate=0.1&activation=relu",
    "#seed=%22&batchSize=30&regularization=L1&regularizationRate=0.1&problem=regression&regDataset=reg-gauss",
    "#seed=1&regularization=L1&regularizationRate=1&networkShape=8,8,8,8,8,8,8,8",
)


@few
@given(documents)
def test_every_document_gives_sound_python(document):
    code = python_code(document, DATA_LINES)
    ast.parse(code)
    assert code.encode().decode() == code
    assert len(code.splitlines()) == code.count("\n")


@few
@given(st.text(st.characters(codec=None), max_size=80))
def test_a_name_can_only_be_a_comment(name):
    plain, node = edits.add_node(Document(), Dense(3), 0, 0, after=DATA)
    plain = edits.connect(plain, node, OUTPUT)
    graph = Graph(tuple(Node(n.id, n.layer, name) for n in plain.graph.nodes), plain.graph.edges)
    code = python_code(Document(graph), DATA_LINES)
    assert ast.dump(ast.parse(code)) == ast.dump(ast.parse(python_code(plain, DATA_LINES)))


@pytest.mark.parametrize("name", ["hidden\nimport os", "hidden\rimport os", "hidden\x00\x0c\u2028 import\u202e os"])
def test_a_name_stays_on_one_line(name):
    document = edits.rename(chain(Dense(3)), "dense_1", name)
    (line,) = (line for line in python_code(document, DATA_LINES).splitlines() if "hidden" in line)
    assert line == "# hidden import os"


def test_no_id_hides_a_word_that_the_script_uses():
    ids = ["if", "network", "print", "np", "keras", "step", "optimizer", "print_", "train_x", "epoch"]
    nodes = tuple(Node(node_id, Dense(2)) for node_id in ids)
    edges = tuple(map(Edge, (DATA, *ids), (*ids, OUTPUT)))
    tree = ast.parse(python_code(Document(Graph((*Graph().nodes, *nodes), edges)), DATA_LINES))
    assigned = [node.targets[0].id for node in tree.body if isinstance(node, ast.Assign) and is_layer(node.value)]
    assert len(set(assigned)) == len(ids)
    assert not {"network", "np", "keras", "step", *dir(builtins)} & set(assigned)
    assert "print__" in assigned


def is_layer(value):
    return isinstance(value, ast.Call) and ast.unparse(value).startswith("keras.layers.")


def test_layers_stand_in_the_order_of_their_sources():
    document = chain(Dense(1))
    document, first = edits.insert_node(document, Dense(7), Edge(DATA, "dense_1"), 0, 0)
    lines = python_code(document, DATA_LINES).splitlines()
    starts = [line.split(" = ")[0] for line in lines if "keras.layers." in line]
    assert starts == [first, "dense_1"]


def test_what_leads_nowhere_is_left_out():
    document, loose = edits.add_node(chain(Dense(1)), Dense(7), 0, 0, after=DATA)
    assert loose not in python_code(document, DATA_LINES)


def test_a_step_is_defined_only_where_it_is_used():
    assert "def step" not in python_code(chain(Dense(1)), DATA_LINES)
    for layers in ((Dense(1), Step()), (Dense(1, "step"),)):
        assert python_code(chain(*layers), DATA_LINES).count("def step(x):") == 1


def link_code(link):
    return python_code(read_link(link)[0], DATA_LINES)


@pytest.mark.parametrize("name", names())
def test_an_ordinary_document_trains_by_fit_with_nothing_of_links(name):
    code = python_code(example(name, EXAMPLES), DATA_LINES)
    assert code.count("network.fit(") == 1
    for word in ("train_on_batch", "playground", "PENALTIES", "loss_weights", "waiting"):
        assert word not in code


def test_a_link_whose_batches_divide_its_points_trains_by_fit():
    code = link_code("#seed=0.5")
    assert "network.fit(train_x, train_y, batch_size=BATCH_SIZE, shuffle=False, verbose=0)" in code
    assert "train_on_batch" not in code


@pytest.mark.parametrize(
    ("settings", "waits"),
    [("batchSize=30", True), ("batchSize=25", False), ("batchSize=4096", False), ("batchSize=250", False)],
)
def test_rows_wait_only_where_some_are_left_over(settings, waits):
    assert ("waiting" in link_code(f"#seed=0.5&{settings}")) is waits


def test_only_weights_that_learn_are_held_at_0():
    held = chain(Dense(3, l1=0.1, hold_zero=True), Dense(2, l1=0.2, hold_zero=True, trainable=False), Dense(1, l1=0.3))
    code = python_code(held, DATA_LINES)
    assert 'PENALTIES = {"dense_1": 0.1}' in code
    assert code.count("kernel_regularizer") == 1
    assert "PENALTIES" not in python_code(chain(Dense(3, hold_zero=True)), DATA_LINES)


def test_a_seed_stands_only_where_it_is_used():
    assert "SEED = " not in link_code("#seed=0.5").replace("DATA_SEED", "")
    assert "\nSEED = 1\n" in python_code(chain(Dense(1)), DATA_LINES)
    assert "by a seed of its own" not in link_code("#seed=0.5")


def test_first_weights_of_a_link_are_drawn_in_the_script():
    code = link_code("#seed=0.5&networkShape=3")
    assert code.count("kernel_initializer=playground_uniform") == 2
    assert code.count("bias_initializer=keras.initializers.Constant(0.1)") == 2
    assert "playground_uniform" not in link_code("#seed=0.5&initZero=true")


def test_seeds_differ_by_node_part_and_seed():
    seeds = {
        part_seed(*parts) for parts in [(1, "a", "kernel"), (2, "a", "kernel"), (1, "b", "kernel"), (1, "a", "bias")]
    }
    assert len(seeds) == 4
    assert all(0 <= seed < 2**31 for seed in seeds)
    assert part_seed(1, "dense_1", "kernel") == 1227874482


def test_examples_and_links_give_scripts_that_a_linter_likes(tmp_path):
    from playground.datasets.code import data_code

    found = {name: example(name, EXAMPLES) for name in names()}
    found |= {f"groups_{name}": in_groups(document) for name, document in found.items()}
    for metrics in ((), ("auc",), tuple(METRICS)):
        found |= {f"{len(metrics)}_metrics_{name}": measured(example(name, EXAMPLES), *metrics) for name in names()}
    found |= {f"link_{place}": read_link(link)[0] for place, link in enumerate(LINKS)}
    for name, document in found.items():
        (tmp_path / f"{name}.py").write_text(python_code(document, data_code(document.data)), encoding="utf-8")
    for command in (["check", "--select", "E,F,I,W,UP,B,C4,SIM"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", "."]
        done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def measured(document, *metrics):
    """With these metrics, and a rule that stops at an accuracy."""
    stopping = Stopping(until_accuracy=99.0) if len(metrics) > 2 else Stopping()
    return replace(document, training=replace(document.training, metrics=metrics, stopping=stopping))


def in_groups(document):
    """All its layers in a group, and the first two of them in one more."""
    ids = [node_id for node_id in document.graph.order if node_id not in (DATA, OUTPUT)]
    document, inner = groups.wrap(document, ids[:2], 'An "inner" one \\\\')
    return groups.wrap(document, [inner, *ids[2:]], "块")[0] if inner else document


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Block", "Block"),
        ("my first block", "MyFirstBlock"),
        ("ResNet-50", "ResNet50"),
        ("3x3", "Group3x3"),
        ("卷积层", "Group1"),
        ("卷积1", "Group1"),
        ("", "Group1"),
        ("Réseau", "Reseau"),
        ("SEED", "Seed"),
        ("SE ED", "Seed"),
        ("CNN", "CNN"),
        ("Exception", "Exception2"),
        ("none", "None2"),
        ("  _a b_ ", "AB"),
        ("Ⅷ ²", "Viii2"),
    ],
)
def test_a_groups_name_becomes_a_class_name(name, expected):
    assert class_name(name, {"Exception", "None"}) == expected


def test_classes_have_names_of_their_own():
    assert class_name("Block", {"Block", "Block2"}) == "Block3"
    assert class_name("块", {"Group1"}) == "Group2"


def test_each_group_is_a_class_with_its_name():
    document, inner = groups.wrap(chain(Dense(4), Dense(3), Dense(1)), ["dense_2"], "块")
    code = python_code(groups.wrap(document, ["dense_1", inner], "Hidden part")[0], DATA_LINES)
    assert code.index('class Group1(keras.layers.Layer):\n    """块"""') < code.index("class HiddenPart(")
    assert 'self.group_1 = Group1(name="group_1")' in code
    assert 'dense_2 = HiddenPart(name="group_2")(data)\n' in code


def test_groups_on_a_loop_are_left_out():
    document = chain(Dense(4), Dense(3), Dense(1))
    looped = replace(document, groups=(Group("group_1", members=("dense_1", "dense_3")),))
    assert python_code(looped, DATA_LINES) == python_code(document, DATA_LINES)


@few
@given(grouped_documents)
def test_every_document_with_groups_gives_sound_python(document):
    compile(python_code(document, DATA_LINES), "script", "exec")


def test_a_group_leaves_the_name_of_the_scripts_own_class_to_it():
    document = measured(chain(Dense(2), Dense(1)), "auc")
    code = python_code(groups.wrap(document, ["dense_1"], "Compared")[0], DATA_LINES)
    assert "class Compared(keras.metrics.Metric):" in code
    assert "class Compared2(keras.layers.Layer):" in code


def test_a_script_measures_what_is_chosen_and_suits_the_data():
    code = python_code(measured(chain(Dense(1)), "recall", "r2"), DATA_LINES)
    assert 'metrics=[Compared(keras.metrics.Recall(name="recall"))]' in code
    assert "accuracy" not in code
    regression = replace(chain(Dense(1)), data=DataSettings("sinc"))
    assert "metrics" not in python_code(regression, DATA_LINES)
    code = python_code(measured(regression, "recall", "r2"), DATA_LINES)
    assert 'metrics=[keras.metrics.R2Score(name="r2")]' in code
    assert "Compared" not in code
