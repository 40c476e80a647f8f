"""Edits: each does what a person would say it does, and leaves the document before as it was."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.edits import FARTHEST, LONGEST_NAME
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.layers.activations import LeakyReLU, ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.merging import Add
from playground.document.layers.normalization import BatchNormalization
from playground.document.position import Position
from playground.document.settings import DataSettings, TrainingSettings
from tests.document.random_documents import edit_sequences, few


@pytest.fixture
def chain():
    """Data -> dense_1 -> dense_2 -> Output."""
    document, first = edits.add_node(Document(), Dense(4), 100, 0, after=DATA)
    document, second = edits.add_node(document, Dense(1), 200, 0, after=first)
    return edits.connect(document, second, OUTPUT)


def edges(document):
    return [f"{edge.source} {edge.target}" for edge in document.graph.edges]


@few
@given(edit_sequences())
def test_whatever_is_edited_stays_a_sound_document(made):
    for document in made:
        ids = [node.id for node in document.graph.nodes]
        assert len(set(ids)) == len(ids)
        assert {DATA, OUTPUT} <= set(ids)
        assert len(set(document.graph.edges)) == len(document.graph.edges)
        assert all({edge.source, edge.target} <= set(ids) for edge in document.graph.edges)
        assert set(document.positions) <= set(ids)
        assert len(document.positions) == len(document.layout)
        assert all(abs(x) <= FARTHEST and abs(y) <= FARTHEST for x, y in document.positions.values())
        most = {node.id: node.layer.most_inputs for node in document.graph.nodes}
        assert all(len(sources) <= most[node_id] for node_id, sources in document.graph.sources.items())


def test_ids_are_named_as_keras_names_layers():
    document = Document()
    for layer in (LeakyReLU(), ReLU(), BatchNormalization(), Dense(), Dense()):
        document, _ = edits.add_node(document, layer, 0, 0)
    names = [node.id for node in document.graph.nodes][2:]
    assert names == ["leaky_re_lu_1", "re_lu_1", "batch_normalization_1", "dense_1", "dense_2"]


def test_the_smallest_free_number_is_used_again(chain):
    document = edits.remove_nodes(chain, ["dense_1"])
    assert edits.add_node(document, Dense(), 0, 0)[1] == "dense_1"


def test_adding_a_node_connects_and_places_it(chain):
    document, node = edits.add_node(chain, ReLU(), 30, 40, after="dense_1")
    assert edges(document) == [*edges(chain), f"dense_1 {node}"]
    assert document.positions[node] == (30.0, 40.0)
    assert node not in chain.graph.by_id


def test_inserting_keeps_the_place_among_the_inputs_of_a_merge(chain):
    document, add = edits.add_node(chain, Add(), 0, 0, after="dense_1")
    document = edits.connect(document, "dense_2", add)
    document, node = edits.insert_node(document, ReLU(), Edge("dense_1", add), 0, 0)
    assert document.graph.sources[add] == (node, "dense_2")
    assert document.graph.sources[node] == ("dense_1",)


def test_removing_a_node_removes_its_edges_and_its_place(chain):
    document = edits.remove_nodes(chain, ["dense_1"])
    assert edges(document) == ["dense_2 output"]
    assert "dense_1" not in document.positions


def test_removing_with_healing_joins_what_it_stood_between(chain):
    assert edges(edits.remove_nodes(chain, ["dense_1"], heal=True)) == ["data dense_2", "dense_2 output"]
    assert edges(edits.remove_nodes(chain, ["dense_2", "dense_1"], heal=True)) == ["data output"]


def test_healing_gives_no_node_more_inputs_than_it_takes(chain):
    document, add = edits.insert_node(chain, Add(), Edge("dense_1", "dense_2"), 0, 0)
    document = edits.connect(document, DATA, add)
    healed = edits.remove_nodes(document, [add], heal=True)
    assert healed.graph.sources["dense_2"] == ("dense_1",)


def test_healing_makes_no_edge_twice(chain):
    document, add = edits.add_node(chain, Add(), 0, 0, after="dense_1")
    document = edits.connect(document, "dense_2", add)
    assert edits.remove_nodes(document, ["dense_2"], heal=True).graph.sources[add] == ("dense_1",)


def test_data_and_output_and_what_is_not_there_cannot_be_removed(chain):
    assert edits.remove_nodes(chain, [DATA, OUTPUT, "nothing"]) == chain


def test_connecting_replaces_the_only_input_but_adds_to_a_merge(chain):
    assert edits.connect(chain, DATA, "dense_2").graph.sources["dense_2"] == (DATA,)
    document, add = edits.add_node(chain, Add(), 0, 0, after="dense_1")
    assert edits.connect(document, "dense_2", add).graph.sources[add] == ("dense_1", "dense_2")


def test_disconnecting_takes_one_edge(chain):
    assert edges(edits.disconnect(chain, Edge("dense_1", "dense_2"))) == ["data dense_1", "dense_2 output"]


def test_reconnecting_keeps_the_place_among_inputs(chain):
    document, add = edits.add_node(chain, Add(), 0, 0, after="dense_1")
    document = edits.connect(document, "dense_2", add)
    changed = edits.reconnect(document, Edge("dense_1", add), DATA, add)
    assert changed.graph.sources[add] == (DATA, "dense_2")
    assert edits.reconnect(document, Edge("dense_1", add), "dense_2", add).graph.sources[add] == ("dense_2",)


def test_reconnecting_to_a_node_of_one_input_replaces_that(chain):
    document, relu = edits.add_node(chain, ReLU(), 0, 0, after=DATA)
    changed = edits.reconnect(document, Edge(DATA, relu), DATA, "dense_2")
    assert changed.graph.sources["dense_2"] == (DATA,)
    assert changed.graph.sources[relu] == ()


def test_moving_keeps_places_within_reach(chain):
    document = edits.move(chain, {"dense_1": (math.nan, -1e9), "dense_2": (math.inf, 3)})
    assert document.positions == {"dense_1": (0.0, -FARTHEST), "dense_2": (0.0, 3.0)}


def test_moving_a_node_keeps_the_order_of_the_layout(chain):
    assert edits.move(chain, {"dense_1": (1, 2)}).layout == (Position("dense_1", 1.0, 2.0), chain.layout[1])


def test_a_layer_is_changed_in_its_place(chain):
    document = edits.set_layer(chain, "dense_1", ReLU())
    assert document.graph.by_id["dense_1"].layer == ReLU()
    assert [node.id for node in document.graph.nodes] == [node.id for node in chain.graph.nodes]
    assert edits.set_layer(document, "dense_1", Dense(4)) == chain


@few
@given(st.text(st.characters(codec=None), max_size=200))
def test_any_name_can_be_given_and_saved(name):
    document = edits.rename(Document(), OUTPUT, name)
    kept = document.graph.by_id[OUTPUT].name
    assert len(kept) <= LONGEST_NAME
    assert kept.encode().decode() == kept


def test_names_lose_the_space_around_them(chain):
    assert edits.rename(chain, "dense_1", "  hidden 1 \n").graph.by_id["dense_1"].name == "hidden 1"


def test_data_and_training_are_set_whole(chain):
    data, training = DataSettings("xor"), TrainingSettings(seed=5)
    document = edits.set_training(edits.set_data(chain, data), training)
    assert (document.data, document.training) == (data, training)
    assert (document.graph, document.layout) == (chain.graph, chain.layout)


def test_the_output_holds_the_loss(chain):
    document = edits.set_layer(chain, OUTPUT, Output("huber"))
    assert document.graph.by_id[OUTPUT].layer == Output("huber")


def test_a_form_is_kept_wherever_the_node_is_moved(chain):
    opened = edits.set_form(chain, ("dense_1",), "neurons")
    moved = edits.move(opened, {"dense_1": (7.0, 8.0)})
    assert moved.forms == {"dense_1": "neurons"}
    assert moved.positions["dense_1"] == (7.0, 8.0)
    assert edits.set_form(opened, ("dense_1",), "card") == chain


def test_a_form_needs_a_place_and_a_known_name(chain):
    assert edits.set_form(chain, ("output", "ghost"), "folded") == chain
    with pytest.raises(ValueError, match="card, folded, neurons"):
        edits.set_form(chain, ("dense_1",), "open")
