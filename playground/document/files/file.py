"""The project file: readable JSON with a version. Reading checks everything and runs nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from playground.document.document import Document
from playground.document.edits.edits import FARTHEST, LONGEST_NAME
from playground.document.edits.folding import looped_group
from playground.document.files.plain import VERSION, plain_document
from playground.document.files.saving import write_beside
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.group import COLOURS, Group
from playground.document.layers.ends import Data, Output
from playground.document.layers.layers import LAYERS
from playground.document.limits import Real, SettingError, Several, Sizes, limits
from playground.document.note import LONGEST_TEXT, MOST_ARROWS, End, Note
from playground.document.position import FORMS, Position
from playground.document.rival import MOST_RIVALS, SHARED, Rival
from playground.document.schedules import SCHEDULES
from playground.document.settings import OPTIMIZERS, DataSettings, TrainingSettings, ViewSettings
from playground.document.stopping import Stopping

ENDING = ".playground"
NETWORK = {"graph", "layout", "training", "groups", "notes", "name"}
PARTS = {"format", "version", "data", "view", "rivals"} | NETWORK
MOST_BYTES = 16 << 20
MOST_NODES = 2_000
MOST_EDGES = 20_000
MOST_NOTES = 1_000
MOST_GROUPS = 500
ID = re.compile(r"[a-z][a-z0-9_]{0,63}")
# No layer is called so: a new one cannot take the id of a note.
NOTE_ID = re.compile(r"note_[1-9][0-9]{0,8}")

Settings = TypeVar("Settings")


class FileError(ValueError):
    """A file that cannot be opened: `code` says what is wrong, `place` where, as graph.nodes[3].units.

    `expected` and `got` tell what would have been right and what was found, where that helps.
    """

    def __init__(self, code: str, place: str = "", expected: str = "", got: object = None) -> None:
        place = _printable(place)
        self.code, self.place, self.expected = code, place, expected
        self.got = _short(got)
        what = f"expected {expected}, got {self.got}" if expected else code.replace("_", " ")
        super().__init__(f"{place}: {what}" if place else what)

    def within(self, place: str) -> FileError:
        """The same of a part of the file that stands at this place."""
        moved = FileError(self.code, _within(place, self.place), self.expected)
        moved.got = self.got
        return moved


def _short(value: object) -> str:
    return _printable(json.dumps(value, ensure_ascii=False, default=str), 60)


def _printable(text: str, longest: int = 200) -> str:
    """The text, or its start; half a surrogate pair, which no output can show, becomes "?"."""
    text = text if len(text) <= longest else text[: longest - 3] + "..."
    return text.encode(errors="replace").decode()


def read(path: Path) -> Document:
    """The document in a file. Raises FileError, or OSError where it cannot be read."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileError("too_large", expected=f"at most {MOST_BYTES >> 20} MiB", got="more")
    try:
        return loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileError("not_json", f"byte {error.start}") from error


def write(document: Document, path: Path) -> None:
    """Save so that a crash or a full disk leaves the old file whole. Raises OSError."""
    write_beside(path, dumps(document).encode())


def dumps(document: Document) -> str:
    """The document as JSON text, two spaces a level."""
    return json.dumps(plain_document(document), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def loads(text: str) -> Document:
    """The document in JSON text. Raises FileError."""
    try:
        return _document(_json(text))
    except RecursionError as error:
        raise FileError("nested_too_deep") from error


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise FileError("not_json", f"line {error.lineno}") from error
    except ValueError as error:
        # A number of thousands of digits.
        raise FileError("not_json") from error


def _document(content: Any) -> Document:
    content = _record(content, "", PARTS)
    if content.get("format") != "playground":
        raise FileError("not_a_project", "format", '"playground"', content.get("format"))
    _check_version(content.get("version"))
    return replace(
        _network(content),
        data=_settings(DataSettings, _record(content.get("data", {}), "data"), "data"),
        view=_settings(ViewSettings, _record(content.get("view", {}), "view"), "view"),
        rivals=tuple(_rivals(_list(content.get("rivals", []), "rivals", MOST_RIVALS))),
    )


def _network(content: dict[str, Any]) -> Document:
    """What a project and each of its rivals hold, on data of no account."""
    graph = _graph(_record(content.get("graph"), "graph", {"nodes", "edges"}))
    document = Document(
        graph,
        tuple(_layout(_record(content.get("layout", {}), "layout"), graph)),
        training=_training(_record(content.get("training", {}), "training")),
        groups=_groups(_list(content.get("groups", []), "groups", MOST_GROUPS), graph),
        notes=tuple(_notes(_list(content.get("notes", []), "notes", MOST_NOTES), graph)),
        name=content.get("name", ""),
    )
    _check_name(document.name, "")
    if looped := looped_group(document):
        at = list(document.tree.by_id).index(looped)
        raise FileError("group_loop", f"groups[{at}]", "no path that leaves the group and comes back", looped)
    return document


def _rivals(content: list[Any]) -> Iterable[Rival]:
    seen: set[str] = set()
    for at, entry in enumerate(content):
        place = f"rivals[{at}]"
        rival = _rival(_record(entry, place, NETWORK | {"id"}), place)
        if rival.id in seen:
            raise FileError("duplicate_id", f"{place}.id", "an id of its own", rival.id)
        seen.add(rival.id)
        yield rival


def _rival(record: dict[str, Any], place: str) -> Rival:
    _check_id(record.get("id"), place)
    training = _record(record.get("training", {}), f"{place}.training")
    for name in SHARED:
        if name in training:
            raise FileError("unknown_setting", f"{place}.training.{name}", "none: it is the project's", name)
    try:
        found = _network(record)
    except FileError as error:
        raise error.within(place) from error
    return Rival(record["id"], found.name, found.graph, found.layout, found.groups, found.training, found.notes)


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError("bad_version", "version", f"1 to {VERSION}", version)
    if version > VERSION:
        raise FileError("newer_version", "version", f"1 to {VERSION}", version)


def _record(value: object, place: str, known: set[str] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FileError("wrong_type", place or "file", "an object {...}", value)
    for name in value:
        if known is not None and name not in known:
            raise FileError("unknown_setting", _within(place, name), "one of " + ", ".join(sorted(known)), name)
    return value


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _list(value: object, place: str, most: int) -> list[Any]:
    if not isinstance(value, list):
        raise FileError("wrong_type", place, "a list [...]", value)
    if len(value) > most:
        raise FileError("too_many", place, f"at most {most:,} entries", len(value))
    return value


def _graph(content: dict[str, Any]) -> Graph:
    nodes = _nodes(_list(content.get("nodes"), "graph.nodes", MOST_NODES))
    graph = Graph(nodes, tuple(_edges(_list(content.get("edges", []), "graph.edges", MOST_EDGES), nodes)))
    ordered = set(graph.order)
    looped = [node.id for node in nodes if node.id not in ordered]
    if looped:
        raise FileError("loop", "graph.edges", "no loop", " -> ".join(looped[:4]))
    return graph


def _nodes(content: list[Any]) -> tuple[Node, ...]:
    nodes = tuple(_node(entry, f"graph.nodes[{at}]") for at, entry in enumerate(content))
    seen: set[str] = set()
    for at, node in enumerate(nodes):
        if node.id in seen:
            raise FileError("duplicate_id", f"graph.nodes[{at}].id", "an id of its own", node.id)
        seen.add(node.id)
        kind = {DATA: Data, OUTPUT: Output}.get(node.id)
        if (kind or type(node.layer)) is not type(node.layer) or (kind is None and node.layer.family == "ends"):
            raise FileError("wrong_kind", f"graph.nodes[{at}].kind", f'"{DATA}" and "{OUTPUT}" at their ids', node.id)
    for needed in (DATA, OUTPUT):
        if needed not in seen:
            raise FileError("missing_node", "graph.nodes", f'a node "{needed}"', "none")
    return nodes


def _node(content: Any, place: str) -> Node:
    record = dict(_record(content, place))
    node_id, kind, name = record.pop("id", None), record.pop("kind", None), record.pop("name", "")
    _check_id(node_id, place)
    if not isinstance(kind, str) or kind not in LAYERS:
        raise FileError("unknown_layer", f"{place}.kind", "one of " + ", ".join(LAYERS), kind)
    _check_name(name, place)
    return Node(node_id, _settings(LAYERS[kind], record, place), name)


def _check_id(found: object, place: str) -> None:
    if not isinstance(found, str) or not ID.fullmatch(found):
        raise FileError("bad_id", f"{place}.id", "a small letter, then letters, digits or _", found)


def _check_name(name: object, place: str) -> None:
    if not isinstance(name, str) or len(name) > LONGEST_NAME or not _can_be_saved(name):
        raise FileError("bad_name", _within(place, "name"), f"text of at most {LONGEST_NAME} letters", name)


def _can_be_saved(text: str) -> bool:
    """Whether it has no half surrogate pair, which JSON can spell but UTF-8 cannot."""
    return text == text.encode(errors="ignore").decode()


def _edges(content: list[Any], nodes: tuple[Node, ...]) -> Iterable[Edge]:
    known, seen = {node.id for node in nodes}, set()
    for at, entry in enumerate(content):
        place = f"graph.edges[{at}]"
        if not (isinstance(entry, list) and len(entry) == 2 and all(isinstance(end, str) for end in entry)):
            raise FileError("wrong_type", place, "[source, target]", entry)
        for end in entry:
            if end not in known:
                raise FileError("unknown_node", place, "the id of a node", end)
        edge = Edge(*entry)
        if edge in seen or edge.target == DATA or edge.source == OUTPUT:
            raise FileError("bad_edge", place, "a connection that can be made, once", entry)
        seen.add(edge)
        yield edge


def _layout(content: dict[str, Any], graph: Graph) -> Iterable[Position]:
    for node_id, place in content.items():
        where = f"layout.{_short(node_id)[1:-1]}"
        if node_id not in graph.by_id:
            raise FileError("unknown_node", where, "the id of a node", node_id)
        coordinates, form = _list(place, where, 3)[:2], "card"
        if isinstance(place, list) and len(place) == 3:
            form = place[2]
            if form not in FORMS:
                raise FileError("out_of_range", f"{where}[2]", "one of " + ", ".join(FORMS), form)
        yield Position(node_id, *_point(coordinates, where), form)


def _point(content: list[Any], place: str) -> tuple[float, float]:
    if len(content) != 2 or not all(Real(-FARTHEST, FARTHEST).accepts(value) for value in content):
        raise FileError("bad_position", place, f"[x, y], each from -{FARTHEST:,.0f} to {FARTHEST:,.0f}", content)
    return float(content[0]), float(content[1])


def _notes(content: list[Any], graph: Graph) -> Iterable[Note]:
    seen = set(graph.by_id)
    for at, entry in enumerate(content):
        note = _note(entry, f"notes[{at}]", graph)
        if note.id in seen:
            raise FileError("duplicate_id", f"notes[{at}].id", "an id of its own", note.id)
        seen.add(note.id)
        yield note


def _note(content: Any, place: str, graph: Graph) -> Note:
    record = dict(_record(content, place))
    note_id, text = record.pop("id", None), record.pop("text", "")
    if not isinstance(note_id, str) or not NOTE_ID.fullmatch(note_id):
        raise FileError("bad_id", f"{place}.id", "note_1, note_2 or another number", note_id)
    if not isinstance(text, str) or len(text) > LONGEST_TEXT or not _can_be_saved(text):
        raise FileError("bad_text", f"{place}.text", f"text of at most {LONGEST_TEXT:,} letters", text)
    x, y = _point([record.pop("x", 0.0), record.pop("y", 0.0)], place)
    ends = _list(record.pop("arrows", []), f"{place}.arrows", MOST_ARROWS)
    arrows = tuple(_end(end, f"{place}.arrows[{at}]", graph) for at, end in enumerate(ends))
    if len(set(arrows)) < len(arrows):
        raise FileError("bad_arrows", f"{place}.arrows", "each end once", ends)
    return _settings(Note, record, place, id=note_id, text=text, x=x, y=y, arrows=arrows)


def _end(content: Any, place: str, graph: Graph) -> End:
    if isinstance(content, str):
        if content not in graph.by_id:
            raise FileError("unknown_node", place, "the id of a node", content)
        return content
    return _point(_list(content, place, 2), place)


def _groups(content: list[Any], graph: Graph) -> tuple[Group, ...]:
    found = tuple(_group(entry, f"groups[{at}]") for at, entry in enumerate(content))
    taken, holders = set(graph.by_id), dict[str, str]()
    for at, group in enumerate(found):
        if group.id in taken:
            raise FileError("duplicate_id", f"groups[{at}].id", "an id of its own", group.id)
        taken.add(group.id)
    for at, group in enumerate(found):
        for number, member in enumerate(group.members):
            place = f"groups[{at}].members[{number}]"
            if member not in taken or member in (DATA, OUTPUT):
                raise FileError("unknown_node", place, "the id of a node or group", member)
            if member in holders:
                raise FileError("in_two_groups", place, "a member of no other group", member)
            holders[member] = group.id
    _check_nesting(found, holders)
    return found


def _check_nesting(found: tuple[Group, ...], holders: dict[str, str]) -> None:
    for at, group in enumerate(found):
        around, seen = holders.get(group.id, ""), set[str]()
        while around and around not in seen:
            seen.add(around)
            around = holders.get(around, "")
        if group.id in seen:
            raise FileError("group_in_itself", f"groups[{at}].members", "no group within itself", group.id)


def _group(content: Any, place: str) -> Group:
    record = _record(content, place, {"id", "name", "colour", "members", "closed"})
    name, colour, closed = record.get("name", ""), record.get("colour", COLOURS[0]), record.get("closed", False)
    members = _list(record.get("members"), f"{place}.members", MOST_NODES)
    _check_id(record.get("id"), place)
    if NOTE_ID.fullmatch(record["id"]):
        raise FileError("bad_id", f"{place}.id", "an id that no note can have", record["id"])
    _check_name(name, place)
    if colour not in COLOURS:
        raise FileError("out_of_range", f"{place}.colour", "one of " + ", ".join(COLOURS), colour)
    if not isinstance(closed, bool):
        raise FileError("wrong_type", f"{place}.closed", "true or false", closed)
    if not members or not all(isinstance(member, str) for member in members):
        raise FileError("wrong_type", f"{place}.members", "ids of nodes or groups", members)
    return Group(record["id"], name, colour, tuple(members), closed)


def _training(content: dict[str, Any]) -> TrainingSettings:
    record = dict(_record(content, "training"))
    optimizer = _one_of(OPTIMIZERS, record.pop("optimizer", {"kind": "SGD"}), "optimizer")
    schedule = _one_of(SCHEDULES, record.pop("schedule", {"kind": "Constant"}), "schedule")
    stopping = _settings(Stopping, _record(record.pop("stopping", {}), "training.stopping"), "training.stopping")
    others = {"optimizer": optimizer, "schedule": schedule, "stopping": stopping}
    return _settings(TrainingSettings, record, "training", **others)


def _one_of(kinds: Mapping[str, type[Settings]], content: Any, name: str) -> Settings:
    """One of a few settings classes, named by its kind."""
    place = f"training.{name}"
    chosen = dict(_record(content, place))
    kind = chosen.pop("kind", None)
    if not isinstance(kind, str) or kind not in kinds:
        raise FileError(f"unknown_{name}", f"{place}.kind", "one of " + ", ".join(kinds), kind)
    return _settings(kinds[kind], chosen, place)


def _settings(kind: type[Settings], content: dict[str, Any], place: str, **others: Any) -> Settings:
    """The settings class filled from JSON; what is left out takes its default."""
    known = limits(kind)
    _record(content, place, set(known))
    given = {name: _value(known[name], value) for name, value in content.items()}
    try:
        return kind(**given, **others)
    except SettingError as error:
        raise FileError(
            "out_of_range", _within(place, error.name), error.limit.expected(), content[error.name]
        ) from error


def _value(limit: object, value: Any) -> Any:
    if isinstance(limit, Sizes | Several) and isinstance(value, list):
        return tuple(value) if all(isinstance(part, str | int) for part in value) else value
    if isinstance(limit, Real) and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53:
        return float(value)
    return value if not isinstance(value, float) or isfinite(value) else str(value)
