"""What training sees differently in two documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from playground.document.document import Document
from playground.document.graph import Node

Code = Literal["setting", "layer", "added", "removed", "connections"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: a `setting` of the training, the data or a node; another `layer` in a node's place; a
    node `added` or `removed`; the `connections`.

    `name` is the setting's; `before` and `after` its values, a nested record's kind where another kind stands there.
    `node` is the node as the later document has it, or the earlier one where it is removed.
    """

    code: Code
    name: str = ""
    before: object = None
    after: object = None
    node: Node | None = None


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """From one document to another: training first, then data, then the graph. Names and places do not count."""
    # How long a run without a window lasts, and what is measured of it, is nothing that a run in the window sees.
    unseen = ("epochs", "metrics")
    training = tuple(found for found in _settings(before.training, after.training) if found.name not in unseen)
    return (*training, *_data(before, after), *_graph(before, after))


def _data(before: Document, after: Document) -> Iterator[Difference]:
    if before.data.origin != after.data.origin:
        # Other data has settings of its own.
        yield Difference("setting", "name", before.data.origin, after.data.origin)
    else:
        yield from _settings(before.data, after.data)


def _graph(before: Document, after: Document) -> Iterator[Difference]:
    old, new = before.graph.by_id, after.graph.by_id
    for node_id in old:
        if node_id not in new:
            yield Difference("removed", node=old[node_id])
    for node_id, node in new.items():
        if node_id not in old:
            yield Difference("added", node=node)
        elif type(old[node_id].layer) is not type(node.layer):
            yield Difference("layer", "", old[node_id].layer.kind, node.layer.kind, node)
        else:
            yield from _settings(old[node_id].layer, node.layer, node)
    if set(old) == set(new) and before.graph.edges != after.graph.edges:
        # A node that comes or goes takes its connections along.
        yield Difference("connections")


def _settings(before: object, after: object, node: Node | None = None) -> Iterator[Difference]:
    """The fields that differ in two records of one kind, down to those inside records."""
    if before == after or not (is_dataclass(before) and is_dataclass(after)):
        return
    for field in fields(after):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if is_dataclass(new) and type(old) is not type(new):
            yield Difference("setting", field.name, type(old).__name__, type(new).__name__, node)
        elif is_dataclass(new):
            yield from _settings(old, new, node)
        elif old != new:
            yield Difference("setting", field.name, old, new, node)
