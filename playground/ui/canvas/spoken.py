"""What a screen reader says of a node."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from playground.document.document import Document
from playground.document.graph import Node
from playground.document.problems import Problem
from playground.ui.text import layer_title, node_summary, node_title, problem_text


def name_of(node: Node, document: Document) -> str:
    """Its layer and its own name: "Dense hidden 1"."""
    kind, name = layer_title(node.layer.kind), node_title(node, document)
    return name if name == kind or kind in name else f"{kind} {name}"


def spoken(node_id: str, document: Document, problems: Iterable[Problem]) -> str:
    """The node in a sentence: "Dense, 8 units · tanh, connected from Data, connected to Output, problem: ..."."""
    graph = document.graph
    node = graph.by_id[node_id]
    parts = [name_of(node, document), node_summary(node, document)]
    before = [name_of(graph.by_id[name], document) for name in graph.sources[node_id]]
    behind = [name_of(graph.by_id[name], document) for name in graph.targets[node_id]]
    if before:
        words = QCoreApplication.translate("Canvas", "connected from {names}")
        parts.append(words.format(names=", ".join(before)))
    if behind:
        parts.append(QCoreApplication.translate("Canvas", "connected to {names}").format(names=", ".join(behind)))
    if not before and not behind:
        parts.append(QCoreApplication.translate("Canvas", "not connected"))
    for problem in problems:
        if problem.node == node_id:
            words = QCoreApplication.translate("Canvas", "problem: {problem}")
            parts.append(words.format(problem=problem_text(problem)))
    return ", ".join(filter(None, parts))


def spoken_selection(node_ids: tuple[str, ...], document: Document, problems: Iterable[Problem]) -> str:
    """The one node that is selected, or how many are."""
    if len(node_ids) == 1 and node_ids[0] in document.graph.by_id:
        return spoken(node_ids[0], document, problems)
    if node_ids:
        return QCoreApplication.translate("Canvas", "{count} layers selected").format(count=len(node_ids))
    count = len(document.graph.nodes) - 2
    words = QCoreApplication.translate("Canvas", "A network of {count} layers; arrow keys choose one")
    return words.format(count=count)
