"""Notes and groups of a project file, checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from playground.document.files.checked import (
    MOST_GROUPS,
    MOST_NODES,
    MOST_NOTES,
    FileError,
    can_be_saved,
    check_id,
    check_name,
    list_of,
    point_of,
    record_of,
    settings_of,
)
from playground.document.graph import DATA, OUTPUT, Graph
from playground.document.group import COLOURS, DEEPEST, Group, Tree
from playground.document.note import LONGEST_TEXT, MOST_ARROWS, End, Note
from playground.document.words import words

# No layer is called so: a new one cannot take the id of a note.
NOTE_ID = re.compile(r"note_[1-9][0-9]{0,8}")


def notes_of(content: Any, graph: Graph) -> Iterable[Note]:
    """The notes, each with an id of its own."""
    seen = set(graph.by_id)
    for at, entry in enumerate(list_of(content, "notes", MOST_NOTES)):
        note = _note(entry, f"notes[{at}]", graph)
        if note.id in seen:
            raise FileError("duplicate_id", f"notes[{at}].id", words("an id of its own"), note.id)
        seen.add(note.id)
        yield note


def _note(content: Any, place: str, graph: Graph) -> Note:
    record = dict(record_of(content, place))
    note_id, text = record.pop("id", None), record.pop("text", "")
    if not isinstance(note_id, str) or not NOTE_ID.fullmatch(note_id):
        raise FileError("bad_id", f"{place}.id", words("note_1, note_2 or another number"), note_id)
    if not isinstance(text, str) or len(text) > LONGEST_TEXT or not can_be_saved(text):
        raise FileError(
            "bad_text", f"{place}.text", words("text of at most {most} letters", most=f"{LONGEST_TEXT:,}"), text
        )
    x, y = point_of([record.pop("x", 0.0), record.pop("y", 0.0)], place)
    ends = list_of(record.pop("arrows", []), f"{place}.arrows", MOST_ARROWS)
    arrows = tuple(_end(end, f"{place}.arrows[{at}]", graph) for at, end in enumerate(ends))
    if len(set(arrows)) < len(arrows):
        raise FileError("bad_arrows", f"{place}.arrows", words("each end once"), ends)
    return settings_of(Note, record, place, id=note_id, text=text, x=x, y=y, arrows=arrows)


def _end(content: Any, place: str, graph: Graph) -> End:
    if isinstance(content, str):
        if content not in graph.by_id:
            raise FileError("unknown_node", place, words("the id of a node"), content)
        return content
    return point_of(list_of(content, place, 2), place)


def groups_of(content: Any, graph: Graph) -> tuple[Group, ...]:
    """The groups, each node and group in at most one of them, and none in itself."""
    found = tuple(_group(entry, f"groups[{at}]") for at, entry in enumerate(list_of(content, "groups", MOST_GROUPS)))
    taken, holders = set(graph.by_id), dict[str, str]()
    for at, group in enumerate(found):
        if group.id in taken:
            raise FileError("duplicate_id", f"groups[{at}].id", words("an id of its own"), group.id)
        taken.add(group.id)
    for at, group in enumerate(found):
        for number, member in enumerate(group.members):
            place = f"groups[{at}].members[{number}]"
            if member not in taken or member in (DATA, OUTPUT):
                raise FileError("unknown_node", place, words("the id of a node or group"), member)
            if member in holders:
                raise FileError("in_two_groups", place, words("a member of no other group"), member)
            holders[member] = group.id
    _check_nesting(found, holders)
    return found


def _check_nesting(found: tuple[Group, ...], holders: dict[str, str]) -> None:
    for at, group in enumerate(found):
        around, place = holders.get(group.id, ""), f"groups[{at}].members"
        for _ in range(len(found)):
            if not around or around == group.id:
                break
            around = holders.get(around, "")
        if around == group.id:
            raise FileError("group_in_itself", place, words("no group within itself"), group.id)
    tree = Tree(found)
    for at, group in enumerate(found):
        if (deep := len(tree.around(group.id)) + 1) > DEEPEST:
            most = words("at most {most} groups in one another", most=DEEPEST)
            raise FileError("groups_too_deep", f"groups[{at}]", most, deep)


def _group(content: Any, place: str) -> Group:
    record = record_of(content, place, {"id", "name", "colour", "members", "closed"})
    name, colour, closed = record.get("name", ""), record.get("colour", COLOURS[0]), record.get("closed", False)
    members = list_of(record.get("members"), f"{place}.members", MOST_NODES)
    check_id(record.get("id"), place)
    if NOTE_ID.fullmatch(record["id"]):
        raise FileError("bad_id", f"{place}.id", words("an id that no note can have"), record["id"])
    check_name(name, place)
    if colour not in COLOURS:
        raise FileError(
            "out_of_range", f"{place}.colour", words("one of {options}", options=", ".join(COLOURS)), colour
        )
    if not isinstance(closed, bool):
        raise FileError("wrong_type", f"{place}.closed", words("true or false"), closed)
    if not members or not all(isinstance(member, str) for member in members):
        raise FileError("wrong_type", f"{place}.members", words("ids of nodes or groups"), members)
    return Group(record["id"], name, colour, tuple(members), closed)
