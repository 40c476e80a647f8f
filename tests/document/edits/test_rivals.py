"""Networks beside the present one: copied, swapped, named, compared, kept in the file."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from playground.document.code.python_code import python_code
from playground.document.document import Document
from playground.document.edits import edits, groups, notes, rivals
from playground.document.edits.differences import Difference
from playground.document.edits.edits import FARTHEST
from playground.document.edits.rivals import PRESENT, rival_differences
from playground.document.files.checked import FileError
from playground.document.files.file import dumps, loads
from playground.document.files.link_writing import write_link
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.history import History
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.schedules import CosineDecay
from playground.document.settings import SGD, Adam, DataSettings
from tests.document.random_documents import documents, few


def chain() -> Document:
    document, first = edits.add_node(Document(), Dense(4), 0, 0, DATA)
    document, second = edits.add_node(document, Dense(1), 200, 0, first)
    return edits.connect(document, second, OUTPUT)


def trained(document, **settings):
    return edits.set_training(document, replace(document.training, **settings))


def with_activation(document, activation):
    return edits.set_layer(document, "dense_1", Dense(4, activation))


def test_a_rival_is_a_copy_of_the_present_network():
    document = trained(chain(), learning_rate=0.1, seed=5)
    added = rivals.add_rival(document, "  Tanh ")
    (rival,) = added.rivals
    assert (rival.id, rival.name) == ("rival_1", "Tanh")
    assert replace(rivals.rival_document(added, rival), name="") == document
    assert replace(added, rivals=()) == document


def test_there_is_room_for_two():
    document = rivals.add_rival(rivals.add_rival(chain()))
    assert [rival.id for rival in document.rivals] == ["rival_1", "rival_2"]
    assert not rivals.can_add(document)
    assert rivals.add_rival(document) == document


def test_the_id_of_one_that_went_is_free_again():
    document = rivals.remove_rival(rivals.add_rival(rivals.add_rival(chain())), "rival_1")
    assert [rival.id for rival in rivals.add_rival(document).rivals] == ["rival_2", "rival_1"]


def test_editing_the_present_network_leaves_its_rival():
    document = rivals.add_rival(chain())
    edited = edits.remove_nodes(with_activation(document, "relu"), ["dense_2"])
    assert edited.rivals == document.rivals


def test_a_rival_has_the_documents_data_and_seed():
    document = rivals.add_rival(chain())
    document = edits.set_data(trained(document, seed=9, batch_size=3), DataSettings("xor"))
    found = rivals.rival_document(document, document.rivals[0])
    assert (found.data.name, found.training.seed, found.training.batch_size) == ("xor", 9, 10)


def test_swapping_makes_the_rival_the_present_network():
    before = rivals.add_rival(chain(), "old")
    before, _ = notes.add_note(with_activation(before, "relu"), 0, 0, "Why relu?")
    before = rivals.rename_rival(trained(before, optimizer=Adam(), seed=3), PRESENT, "new")
    after = rivals.swap_with_rival(before, "rival_1")
    assert after.graph.by_id["dense_1"].layer == Dense(4)
    assert (after.training.optimizer, after.training.seed, after.name, after.notes) == (SGD(), 3, "old", ())
    (rival,) = after.rivals
    assert rival.graph == before.graph
    assert (rival.id, rival.name, rival.training.optimizer) == ("rival_1", "new", Adam())
    assert rivals.swap_with_rival(after, "rival_1") == before


def test_what_is_not_there_is_passed_over():
    document = rivals.add_rival(chain())
    assert rivals.swap_with_rival(document, "gone") == document
    assert rivals.remove_rival(document, "gone") == document
    assert rivals.rename_rival(document, "gone", "x") == document


@few
@given(documents)
def test_swapping_twice_changes_nothing(document):
    document = rivals.add_rival(document)
    for rival in document.rivals:
        assert rivals.swap_with_rival(rivals.swap_with_rival(document, rival.id), rival.id) == document


@few
@given(documents)
def test_saved_and_loaded_is_equal(document):
    assert loads(dumps(document)) == document


@few
@given(documents)
def test_a_copy_differs_in_nothing_and_trains_alike(document):
    document = rivals.add_rival(replace(document, rivals=()))
    assert rival_differences(document, document.rivals[0]) == ()
    assert rivals.trains_alike(document, rivals.rival_document(document, document.rivals[0]))


def test_each_edit_can_be_undone():
    history, document = History(chain()), chain()
    for change in (rivals.add_rival, lambda d: rivals.swap_with_rival(with_activation(d, "relu"), "rival_1")):
        document = change(document)
        history = history.add("change", document)
    assert history.undo().undo().document == chain()
    assert history.undo().redo().document == document


# What differs


def found(change) -> tuple[Difference, ...]:
    """What a rival has otherwise than the network that was changed so."""
    document = rivals.add_rival(chain())
    return rival_differences(change(document), document.rivals[0])


def test_nothing_differs_where_only_places_do():
    assert found(lambda d: edits.rename(edits.move(d, {"dense_1": (9, 9)}), "dense_1", "A")) == ()


def test_an_activation_differs():
    assert found(lambda d: with_activation(d, "relu")) == (Difference("setting", "activation", "relu", "tanh"),)


def test_what_differs_in_several_layers_is_said_once():
    both = found(lambda d: edits.set_layer(with_activation(d, "relu"), "dense_2", Dense(1, "relu")))
    assert both == (Difference("setting", "activation", "relu", "tanh"),)


def test_another_optimizer_and_rate_differ():
    changed = found(lambda d: trained(d, optimizer=Adam(), learning_rate=0.01, schedule=CosineDecay()))
    assert changed == (
        Difference("setting", "optimizer", "Adam", "SGD"),
        Difference("setting", "learning_rate", 0.01, 0.03),
        Difference("setting", "schedule", "CosineDecay", "Constant"),
    )


def test_a_layer_more_differs():
    changed = found(lambda d: edits.insert_node(d, Dropout(), Edge("dense_1", "dense_2"), 0, 0)[0])
    assert [(one.code, one.node.layer) for one in changed] == [("removed", Dropout())]


def test_another_wiring_differs():
    assert found(lambda d: edits.disconnect(d, Edge("dense_1", "dense_2"))) == (Difference("connections"),)


def test_the_seed_the_length_of_a_run_and_what_is_measured_are_no_differences():
    assert found(lambda d: trained(d, seed=4, epochs=3, clip_at=2.0, metrics=("auc",))) == ()


def test_only_what_training_sees_makes_rivals_train_otherwise():
    document = rivals.add_rival(chain())
    assert rivals.rivals_train_alike(document, rivals.rename_rival(document, "rival_1", "A"))
    assert rivals.rivals_train_alike(document, with_activation(document, "relu"))
    assert not rivals.rivals_train_alike(document, trained(document, seed=2))
    assert not rivals.rivals_train_alike(document, rivals.add_rival(document))
    relu = rivals.swap_with_rival(with_activation(document, "relu"), "rival_1")
    assert not rivals.rivals_train_alike(document, relu)


# The file, the link, the script


def whole() -> Document:
    """With two rivals, one of them with a group and a note."""
    document, _ = groups.wrap(chain(), ["dense_1"], "内")
    document, _ = notes.add_note(document, 1, 2, "A note")
    document = rivals.add_rival(document, "First")
    return rivals.rename_rival(rivals.add_rival(with_activation(document, "relu")), PRESENT, "Present")


def test_rivals_are_readable_in_the_file():
    content = json.loads(dumps(whole()))
    assert content["name"] == "Present"
    first, second = content["rivals"]
    assert list(first) == ["id", "name", "graph", "layout", "training", "notes", "groups"]
    assert (first["id"], first["name"], first["groups"][0]["name"]) == ("rival_1", "First", "内")
    assert "seed" not in first["training"]
    assert second["graph"]["nodes"][2]["activation"] == "relu"
    assert loads(dumps(whole())) == whole()


def test_a_file_without_rivals_is_as_it_always_was():
    content = json.loads(dumps(chain()))
    assert not {"rivals", "name"} & set(content)
    assert loads(json.dumps(content)).rivals == ()


def test_a_rival_needs_an_id_and_a_graph_only():
    content = json.loads(dumps(chain()))
    content["rivals"] = [{"id": "other", "graph": content["graph"]}]
    (rival,) = loads(json.dumps(content)).rivals
    assert rivals.rival_document(chain(), rival) == replace(chain(), layout=())


FAR = [FARTHEST * 2, 0]
# name: (setting of the first rival, value, code, place)
BAD = {
    "no id": ("id", None, "bad_id", "rivals[0].id"),
    "the other's id": ("id", "rival_2", "duplicate_id", "rivals[1].id"),
    "an endless name": ("name", "a" * 81, "bad_name", "rivals[0].name"),
    "no graph": ("graph", None, "wrong_type", "rivals[0].graph"),
    "no Output": ("graph", {"nodes": [{"id": "data", "kind": "Data"}]}, "missing_node", "rivals[0].graph.nodes"),
    "out of reach": ("layout", {"dense_1": FAR}, "bad_position", "rivals[0].layout.dense_1"),
    "its own seed": ("training", {"seed": 1}, "unknown_setting", "rivals[0].training.seed"),
    "a bad rate": ("training", {"learning_rate": -1e6}, "out_of_range", "rivals[0].training.learning_rate"),
    "data": ("data", {}, "unknown_setting", "rivals[0].data"),
    "rivals of its own": ("rivals", [], "unknown_setting", "rivals[0].rivals"),
    "an unknown member": ("groups", [{"id": "g", "members": ["x"]}], "unknown_node", "rivals[0].groups[0].members[0]"),
}


@pytest.mark.parametrize("name", BAD)
def test_nonsense_is_refused_by_place(name):
    setting, value, code, place = BAD[name]
    content = json.loads(dumps(whole()))
    content["rivals"][0][setting] = value
    with pytest.raises(FileError) as caught:
        loads(json.dumps(content))
    assert (caught.value.code, caught.value.place) == (code, place)


@pytest.mark.parametrize(
    ("value", "code"), [({}, "wrong_type"), ([1], "wrong_type"), ([{}] * 3, "too_many"), (None, "wrong_type")]
)
def test_a_list_of_rivals_that_is_none_is_refused(value, code):
    content = json.loads(dumps(chain())) | {"rivals": value}
    with pytest.raises(FileError) as caught:
        loads(json.dumps(content))
    assert caught.value.code == code


def test_a_refused_value_is_told_as_it_was():
    content = json.loads(dumps(whole()))
    content["rivals"][0]["layout"] = {"dense_1": FAR}
    with pytest.raises(FileError) as caught:
        loads(json.dumps(content))
    assert caught.value.got == "[2000000.0, 0]"


def test_the_script_and_the_link_know_nothing_of_rivals():
    document = rivals.add_rival(chain(), "First")
    assert python_code(document, "a\n\nb\n\nc") == python_code(chain(), "a\n\nb\n\nc")
    assert write_link(document) == write_link(chain())


def test_the_same_is_measured_of_all_networks():
    document = trained(rivals.add_rival(trained(chain(), metrics=("recall",))), metrics=("auc", "accuracy"))
    assert rivals.rival_document(document, document.rivals[0]).metrics == ("auc", "accuracy")
    swapped = rivals.swap_with_rival(document, "rival_1")
    assert swapped.metrics == ("auc", "accuracy")
    assert rivals.rival_document(swapped, swapped.rivals[0]).metrics == ("auc", "accuracy")
    assert loads(dumps(swapped)) == swapped


def test_other_metrics_are_another_run_to_tell_of_but_the_same_training():
    document = rivals.add_rival(chain())
    other = trained(document, metrics=("auc",))
    assert rivals.trains_alike(document, other)
    assert not rivals.runs_alike(document, other)
    assert rivals.runs_alike(document, trained(document, metrics=("accuracy", "r2"))), "which does not suit the data"
    assert not rivals.runs_alike(document, rivals.remove_rival(document, "rival_1"))
