"""Copying layers as text, and pasting text of every kind."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.files import clipping, file
from playground.document.files.checked import FileError
from playground.document.files.clipping import copy_text, paste
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.group import Group
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from tests.document.random_documents import few
from tests.document.random_groups import check, grouped_documents


def chain() -> Document:
    document, first = edits.add_node(Document(), Dense(8), 100, 50, DATA)
    document, second = edits.add_node(document, Dense(3, "relu"), 300, 90, first)
    return edits.rename(edits.connect(document, second, OUTPUT), second, "hidden")


def test_pasted_layers_have_their_settings_names_places_and_connections():
    document, ids = paste(chain(), copy_text(chain(), ("dense_1", "dense_2")), 1000, 2000)
    assert ids == ("dense_3", "dense_4")
    assert document.graph.by_id["dense_4"].layer == Dense(3, "relu")
    assert document.graph.by_id["dense_4"].name == "hidden"
    assert document.positions["dense_3"] == (1000, 2000)
    assert document.positions["dense_4"] == (1200, 2040)
    assert set(document.graph.edges) - set(chain().graph.edges) == {Edge("dense_3", "dense_4")}


def test_a_clip_is_readable_json_without_data_and_training():
    content = json.loads(copy_text(chain(), ("dense_1",)))
    assert set(content) == {"format", "version", "graph", "layout"}
    assert content["graph"]["nodes"][-1]["units"] == 8


def test_data_and_output_are_not_copied():
    assert copy_text(chain(), (DATA, OUTPUT)) == ""
    assert copy_text(chain(), ("gone",)) == ""


def test_a_whole_project_can_be_pasted():
    document, ids = paste(Document(), file.dumps(chain()), 0, 0)
    assert ids == ("dense_1", "dense_2")
    assert document.graph.edges == (Edge("dense_1", "dense_2"),)


def test_the_order_of_a_merges_inputs_is_kept():
    document, merge = edits.add_node(chain(), Add(), 500, 0, "dense_2")
    document = edits.connect(document, "dense_1", merge)
    pasted, ids = paste(document, copy_text(document, ("dense_1", "dense_2", merge)), 0, 0)
    assert pasted.graph.sources[ids[2]] == (ids[1], ids[0])


def grouped() -> Document:
    document, inner = groups.wrap(chain(), ["dense_2"], "Inner")
    return groups.wrap(groups.colour_group(document, inner, "rose"), ["dense_1", inner], "Outer")[0]


def test_groups_are_pasted_whole_with_new_ids():
    document, ids = paste(grouped(), copy_text(grouped(), ["group_2"]), 0, 0)
    assert ids == ("dense_3", "dense_4")
    assert document.groups[2:] == (
        Group("group_3", "Inner", "rose", ("dense_4",)),
        Group("group_4", "Outer", "green", ("dense_3", "group_3")),
    )


def test_a_part_of_a_group_is_pasted_without_it():
    document, ids = paste(Document(), copy_text(grouped(), ["dense_2"]), 0, 0)
    assert document.groups == (Group("group_1", "Inner", "rose", ids),)
    assert "groups" not in json.loads(copy_text(grouped(), ["dense_1"]))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "not_json"),
        ("", "not_json"),
        ("[1, 2]", "wrong_type"),
        ('{"format": "other"}', "not_a_project"),
        (file.dumps(Document()), "nothing_to_paste"),
        ("[" * 100_000, "nested_too_deep"),
        (copy_text(chain(), ("dense_1",)).replace('"units": 8', '"units": -1'), "out_of_range"),
        (copy_text(chain(), ("dense_1",)).replace('"Dense"', '"Nonsense"'), "unknown_layer"),
    ],
)
def test_nonsense_is_refused(text, code):
    with pytest.raises(FileError) as refused:
        paste(chain(), text, 0, 0)
    assert refused.value.code == code


def test_more_layers_than_a_file_holds_are_refused(monkeypatch):
    monkeypatch.setattr(clipping, "MOST_NODES", 6)
    with pytest.raises(FileError) as refused:
        paste(chain(), copy_text(chain(), ("dense_1", "dense_2")), 0, 0)
    assert refused.value.code == "too_many"


@few
@given(grouped_documents, st.data())
def test_what_is_pasted_equals_what_was_copied_and_leaves_the_rest(document, data):
    ids = [node.id for node in document.graph.nodes]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True))
    text = copy_text(document, chosen)
    if not text:
        return
    pasted, new = paste(document, text, 0, 0)
    copied = [node for node in document.graph.nodes if node.id in chosen and node.id not in (DATA, OUTPUT)]
    assert [pasted.graph.by_id[node_id].layer for node_id in new] == [node.layer for node in copied]
    assert edits.remove_nodes(pasted, new) == document
    assert file.loads(file.dumps(pasted)) == pasted
    check(pasted)


def test_a_copy_has_the_form_of_what_it_was_made_from():
    document, node_id = edits.add_node(Document(), Dense(3), 0, 0)
    document = edits.set_form(document, (node_id,), "neurons")
    changed, (new,) = paste(document, copy_text(document, (node_id,)), 100, 100)
    assert changed.forms == {node_id: "neurons", new: "neurons"}
