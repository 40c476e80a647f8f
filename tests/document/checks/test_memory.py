"""How much memory a network would take."""

from dataclasses import replace
from itertools import pairwise

import pytest

from playground.document.checks import memory
from playground.document.checks.memory import free_bytes, needed_bytes
from playground.document.checks.problems import find_problems
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.sequences import LSTM
from playground.document.layers.shaping import Reshape
from playground.document.settings import DataSettings, TrainingSettings


def chain(*units, **training):
    document, last = Document(training=TrainingSettings(**training)), DATA
    for count in units:
        document, last = edits.add_node(document, Dense(count), 0, 0, after=last)
    return edits.connect(document, last, OUTPUT)


def needed(document):
    return needed_bytes(document, flow(document))


def test_weights_count_for_every_copy_of_them():
    document = chain(4096, 4096, 1)
    weights = sum(flow(document).parameters.values())
    assert needed(document) > 4 * memory.COPIES_OF_WEIGHTS * weights


def test_a_larger_network_or_batch_needs_more():
    small, batch = chain(8, 1), chain(8, 1, batch_size=4096)
    assert needed(small) < needed(chain(16, 1))
    assert needed(small) < needed(batch)


def test_nodes_that_are_not_trained_need_nothing():
    document, _ = edits.add_node(chain(8, 1), Dense(4096), 0, 0, after=DATA)
    assert needed(document) == needed(chain(8, 1))


def test_there_is_some_memory_free():
    assert free_bytes() > 1 << 20


def test_a_system_that_does_not_say_how_much_is_free_has_a_usual_amount(monkeypatch):
    def fail(*_, **__):
        raise OSError

    monkeypatch.setattr("builtins.open", fail)
    monkeypatch.setattr(memory.os, "sysconf", fail)
    assert free_bytes() == 8 << 30


def test_a_network_too_large_for_the_machine_is_a_problem(monkeypatch):
    monkeypatch.setattr("playground.document.checks.problems.free_bytes", lambda: 1 << 30)
    large = chain(4096, 4096, 4096, 1)
    (problem,) = find_problems(large)
    assert (problem.code, problem.severity) == ("too_large", "error")
    assert dict(problem.values)["needed_gib"] > dict(problem.values)["free_gib"] == 1.0
    assert find_problems(replace(large, graph=chain(8, 1).graph)) == ()


def test_a_recurrent_layer_keeps_every_step():
    short, long = (Document(data=DataSettings(name)) for name in ("iris", "digits"))
    found = []
    for document, length in ((short, 4), (long, 64)):
        document, last = edits.add_node(document, Reshape((length, 1)), 0, 0, after=DATA)
        document, last = edits.add_node(document, LSTM(100), 0, 0, after=last)
        found.append(needed(edits.connect(document, last, OUTPUT)))
    assert found[1] - found[0] > 4 * 60 * 100 * memory.EVALUATED


@pytest.mark.parametrize("deep", [200, 1_000])
def test_a_chain_too_deep_says_what_it_would_take(deep):
    nodes = tuple(Node(f"dense_{at}", Dense(1)) for at in range(deep))
    names = (DATA, *(node.id for node in nodes), OUTPUT)
    edges = tuple(Edge(source, target) for source, target in pairwise(names))
    problems = find_problems(Document(Graph((*Graph().nodes, *nodes), edges)))
    found = [problem for problem in problems if problem.code == "too_deep"]
    assert len(found) == (deep == 1_000)
    if found:
        # As measured with 400: 52 s, and 1 MB for each layer beyond what TensorFlow takes anyway.
        assert found[0].values == (("layers", 1_002), ("minutes", 6), ("gib", 1.0))
        assert found[0].severity == "warning"
