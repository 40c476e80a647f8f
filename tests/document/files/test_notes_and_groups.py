"""Groups in project files: as they were, or refused by place."""

import json

import pytest
from hypothesis import given

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.files.checked import MOST_GROUPS, FileError
from playground.document.files.file import dumps, loads
from playground.document.graph import DATA, OUTPUT
from playground.document.group import Group
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from tests.document.random_documents import few
from tests.document.random_groups import grouped_documents


def whole() -> Document:
    """dense_1 in a group in a group, and dense_2 beside it."""
    document, first = edits.add_node(Document(), Dense(8), 0, 0, DATA)
    document, second = edits.add_node(document, Dense(3), 0, 0, first)
    document, inner = groups.wrap(edits.connect(document, second, OUTPUT), [first], "内")
    document, outer = groups.wrap(document, [inner, second], "Outer")
    return groups.set_closed(groups.colour_group(document, outer, "amber"), inner, True)


def test_groups_are_readable_in_the_file():
    assert json.loads(dumps(whole()))["groups"] == [
        {"id": "group_1", "name": "内", "colour": "blue", "members": ["dense_1"], "closed": True},
        {"id": "group_2", "name": "Outer", "colour": "amber", "members": ["group_1", "dense_2"], "closed": False},
    ]


@few
@given(grouped_documents)
def test_saved_and_loaded_is_equal(document):
    assert loads(dumps(document)) == document


def test_a_file_without_groups_is_as_it_always_was():
    document = edits.connect(Document(), DATA, OUTPUT)
    assert "groups" not in json.loads(dumps(document))
    assert loads(dumps(document)).groups == ()


def test_a_group_needs_members_only():
    content = json.loads(dumps(whole()))
    content["groups"] = [{"id": "block", "members": ["dense_1"]}]
    assert loads(json.dumps(content)).groups == (Group("block", "", "blue", ("dense_1",), False),)


# name: (number of the group, or None for the list, setting, value, code, place)
BAD = {
    "an object": (None, "groups", {}, "wrong_type", "groups"),
    "text": (None, "groups", ["group_1"], "wrong_type", "groups[0]"),
    "too many": (None, "groups", [{}] * (MOST_GROUPS + 1), "too_many", "groups"),
    "no id": (0, "id", None, "bad_id", "groups[0].id"),
    "a node's id": (0, "id", "dense_1", "duplicate_id", "groups[0].id"),
    "another group's id": (1, "id", "group_1", "duplicate_id", "groups[1].id"),
    "a note's id": (0, "id", "note_1", "bad_id", "groups[0].id"),
    "an endless name": (0, "name", "a" * 81, "bad_name", "groups[0].name"),
    "another colour": (0, "colour", "mauve", "out_of_range", "groups[0].colour"),
    "a colour as a list": (0, "colour", ["blue"], "out_of_range", "groups[0].colour"),
    "closed as a number": (0, "closed", 1, "wrong_type", "groups[0].closed"),
    "an unknown setting": (0, "open", True, "unknown_setting", "groups[0].open"),
    "no members": (0, "members", [], "wrong_type", "groups[0].members"),
    "members as text": (0, "members", "dense_1", "wrong_type", "groups[0].members"),
    "members as numbers": (0, "members", [1], "wrong_type", "groups[0].members"),
    "an unknown member": (0, "members", ["dense_1", "gone"], "unknown_node", "groups[0].members[1]"),
    "data": (0, "members", [DATA], "unknown_node", "groups[0].members[0]"),
    "output": (0, "members", [OUTPUT], "unknown_node", "groups[0].members[0]"),
    "a node in two groups": (1, "members", ["dense_1", "group_1"], "in_two_groups", "groups[1].members[0]"),
    "a node twice": (0, "members", ["dense_1", "dense_1"], "in_two_groups", "groups[0].members[1]"),
    "a group in itself": (1, "members", ["group_2"], "group_in_itself", "groups[1].members"),
    "groups in one another": (0, "members", ["group_2"], "group_in_itself", "groups[0].members"),
}


@pytest.mark.parametrize("name", BAD)
def test_nonsense_is_refused_by_place(name):
    at, setting, value, code, place = BAD[name]
    content = json.loads(dumps(whole()))
    (content if at is None else content["groups"][at])[setting] = value
    with pytest.raises(FileError) as refused:
        loads(json.dumps(content))
    assert (refused.value.code, refused.value.place) == (code, place)


def test_a_group_on_a_loop_is_refused():
    document = whole()
    document, merge = edits.add_node(edits.connect(document, "dense_2", OUTPUT), Add(), 0, 0, "dense_2")
    content = json.loads(dumps(groups.join(document, merge, "")))
    content["groups"] = [{"id": "block", "members": ["dense_1", merge]}]
    with pytest.raises(FileError) as refused:
        loads(json.dumps(content))
    assert (refused.value.code, refused.value.place) == ("group_loop", "groups[0]")


@pytest.mark.parametrize("levels", [16, 17, 500])
def test_groups_lie_in_one_another_sixteen_times_at_most(levels):
    content = json.loads(dumps(whole()))
    content["groups"] = [
        {"id": f"block_{at}", "members": [f"block_{at + 1}" if at < levels - 1 else "dense_1"]} for at in range(levels)
    ]
    if levels == 16:
        assert loads(json.dumps(content)).tree.height("block_0") == 16
        return
    with pytest.raises(FileError) as refused:
        loads(json.dumps(content))
    assert (refused.value.code, refused.value.place) == ("groups_too_deep", "groups[16]")
    assert "at most 16 groups in one another" in str(refused.value)
