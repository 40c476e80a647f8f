"""Layers of one's own: a group as text, and added again."""

import json

import pytest
from hypothesis import given

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.clipping import copy_text
from playground.document.files.own_layers import OwnLayer, add_own_layer, in_project, own_layer, read_own_layer
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from tests.document.random_documents import few
from tests.document.random_groups import check, grouped_documents


def block() -> Document:
    """dense_1 and re_lu_1 in a group, an inner one around the latter."""
    document, first = edits.add_node(Document(), Dense(8), 100, 100, DATA)
    document, second = edits.add_node(document, ReLU(), 300, 100, first)
    document, inner = groups.wrap(edits.connect(document, second, OUTPUT), [second], "Inner")
    document, outer = groups.wrap(document, [first, inner], "块")
    return groups.colour_group(document, outer, "violet")


def test_an_own_layer_is_readable_and_has_its_name_and_colour():
    own = own_layer(block(), "group_2")
    assert (own.name, own.colour) == ("块", "violet")
    content = json.loads(own.text)
    assert set(content) == {"format", "version", "graph", "layout", "groups"}
    assert content["groups"][1]["name"] == "块"
    assert "块" in own.text
    assert read_own_layer(own.text) == own


def test_it_is_added_as_a_closed_group_behind_a_layer():
    document, group = add_own_layer(block(), own_layer(block(), "group_2"), 700, 300, "re_lu_1")
    added = document.tree.by_id[group]
    assert (added.name, added.colour, added.closed) == ("块", "violet", True)
    assert groups.members(document, group) == ("dense_2", "re_lu_2")
    assert Edge("re_lu_1", "dense_2") in document.graph.edges
    assert document.graph.by_id["dense_2"].layer == Dense(8)
    assert groups.folded(document).positions[group] == (700, 300)
    assert document.tree.parents[group] == "group_1"
    check(document)


def test_it_is_added_alone_or_behind_a_group():
    own = own_layer(block(), "group_1")
    document, group = add_own_layer(Document(), own, 0, 0)
    assert document.graph.edges == ()
    document, second = add_own_layer(document, own, 300, 0, group)
    assert document.graph.edges == (Edge("re_lu_1", "re_lu_2"),)
    assert second not in document.tree.parents


def test_groups_of_a_project_are_its_layers_and_equal_ones_are_one():
    document = block()
    assert [own.name for own in in_project(document)] == ["Inner", "块"]
    document, _ = add_own_layer(document, own_layer(document, "group_2"), 700, 300)
    assert in_project(document) == in_project(block())
    assert in_project(Document()) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "not_json"),
        (file.dumps(Document()), "nothing_to_paste"),
        (copy_text(block(), ["dense_1"]), "not_an_own_layer"),
        (file.dumps(groups.ungroup(block(), "group_2")), "not_an_own_layer"),
    ],
)
def test_other_text_is_refused(text, code):
    for use in (read_own_layer, lambda text: add_own_layer(Document(), OwnLayer("", "blue", text), 0, 0)):
        with pytest.raises(FileError) as refused:
            use(text)
        assert refused.value.code == code


@few
@given(grouped_documents)
def test_every_group_can_be_added_again(document):
    document = edits.move(document, {name: (x // 1e4, y // 1e4) for name, (x, y) in document.positions.items()})
    for group in document.groups:
        own = own_layer(document, group.id)
        added, new = add_own_layer(document, own, 0, 0)
        check(added)
        assert own_layer(added, new) == own
        assert edits.remove_nodes(added, [new]) == document
