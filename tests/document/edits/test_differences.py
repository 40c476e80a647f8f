"""What training sees differently in two documents."""

from dataclasses import replace

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.differences import Difference, differences
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.schedules import StepDecay
from playground.document.settings import Adam, DataSettings


def chain() -> tuple[Document, str]:
    document, node_id = edits.add_node(Document(), Dense(4, "tanh"), 0, 0, after=DATA)
    return edits.connect(document, node_id, OUTPUT), node_id


def training(document: Document, **settings: object) -> Document:
    return replace(document, training=replace(document.training, **settings))


def test_a_document_does_not_differ_from_itself_moved_renamed_or_viewed_otherwise() -> None:
    document, node_id = chain()
    other = edits.rename(edits.move(document, {node_id: (9.0, 9.0)}), node_id, "Mine")
    other = training(replace(other, view=replace(other.view, show_test=True)), epochs=7, metrics=("auc",))
    assert differences(document, other) == ()


def test_each_setting_that_differs_is_told_with_both_values() -> None:
    document, node_id = chain()
    other = edits.set_layer(training(document, learning_rate=0.1, seed=2), node_id, Dense(4, "relu"))
    assert [(found.name, found.before, found.after) for found in differences(document, other)] == [
        ("learning_rate", 0.03, 0.1),
        ("seed", 1, 2),
        ("activation", "tanh", "relu"),
    ]
    assert differences(document, other)[-1].node == other.graph.by_id[node_id]


def test_another_kind_of_record_is_one_difference_and_the_same_kind_tells_its_fields() -> None:
    document, _ = chain()
    adam = training(document, optimizer=Adam(), schedule=StepDecay())
    assert [(found.name, found.before, found.after) for found in differences(document, adam)] == [
        ("optimizer", "SGD", "Adam"),
        ("schedule", "Constant", "StepDecay"),
    ]
    assert [found.name for found in differences(adam, training(adam, optimizer=Adam(beta_1=0.5)))] == ["beta_1"]


def test_other_data_is_one_difference_whatever_its_settings() -> None:
    document, _ = chain()
    other = replace(document, data=DataSettings(name="xor", noise=20))
    assert differences(document, other) == (Difference("setting", "name", "circle", "xor"),)
    noisy = replace(document, data=DataSettings(noise=20))
    assert differences(document, noisy) == (Difference("setting", "noise", 0.0, 20),)


def test_nodes_that_come_go_or_become_another_layer() -> None:
    document, node_id = chain()
    longer, added = edits.add_node(document, Dropout(), 0, 0, after=node_id)
    assert differences(document, longer) == (Difference("added", node=longer.graph.by_id[added]),)
    assert differences(longer, document) == (Difference("removed", node=longer.graph.by_id[added]),)
    other = edits.set_layer(document, node_id, Dropout())
    (found,) = differences(document, other)
    assert (found.code, found.before, found.after) == ("layer", "Dense", "Dropout")


def test_connections_alone() -> None:
    document, _ = chain()
    assert differences(document, edits.connect(document, DATA, OUTPUT)) == (Difference("connections"),)
