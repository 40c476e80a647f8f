"""What a screen reader says of a node, a group, a note, and of all that is selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from playground.document.checks.problems import Problem
from playground.document.document import Document
from playground.document.edits.groups import Group, members
from playground.document.edits.growing import is_frozen
from playground.document.graph import Edge, Node
from playground.document.note import End
from playground.ui.canvas.items.mark_item import Mark, mark_text
from playground.ui.canvas.scene.scene import CanvasScene
from playground.ui.text import group_summary, group_title, layer_title, node_summary, node_title, problem_sentence

NOBODY: Mapping[str, Mark] = {}


def name_of(node: Node, document: Document) -> str:
    """Its layer and its own name: "Dense hidden 1"."""
    kind, name = layer_title(node.layer.kind), node_title(node, document)
    return name if name == kind or kind in name else f"{kind} {name}"


def spoken(
    node_id: str,
    document: Document,
    problems: Iterable[Problem],
    whole: Document | None = None,
    still: Mapping[str, Mark] = NOBODY,
) -> str:
    """The node in a sentence: "Dense, 8 units · tanh, connected from Data, connected to Output, problem: ...".

    `whole` is the document whose closed groups are nodes of `document`, where there are any; `still` are the
    layers that stand still while the network trains, and why.
    """
    node = document.graph.by_id[node_id]
    group = (whole or document).tree.by_id.get(node_id)
    if whole is not None and group is not None:
        parts = [spoken_group(group, whole)]
    else:
        parts = [name_of(node, document), node_summary(node, document)]
    if is_frozen(node.layer):
        parts.append(mark_text(Mark.FROZEN))
    elif node_id in still:
        parts.append(mark_text(still[node_id]))
    parts += [_form(node_id, document), *_connections(node_id, document)]
    words = QCoreApplication.translate("Canvas", "problem: {problem}")
    parts += [
        words.format(problem=problem_sentence(problem, whole or document))
        for problem in problems
        if problem.node == node_id
    ]
    return ", ".join(filter(None, parts))


def _form(node_id: str, document: Document) -> str:
    match document.forms.get(node_id):
        case "folded":
            return QCoreApplication.translate("Canvas", "collapsed")
        case "neurons":
            return QCoreApplication.translate("Canvas", "neurons shown")
    return ""


def _connections(node_id: str, document: Document) -> Iterator[str]:
    """What it is connected from, and what to."""
    graph = document.graph
    before, behind = (
        ", ".join(name_of(graph.by_id[name], document) for name in ends[node_id])
        for ends in (graph.sources, graph.targets)
    )
    if before:
        yield QCoreApplication.translate("Canvas", "connected from {names}").format(names=before)
    if behind:
        yield QCoreApplication.translate("Canvas", "connected to {names}").format(names=behind)
    if not before and not behind:
        yield QCoreApplication.translate("Canvas", "not connected")


def spoken_group(group: Group, document: Document) -> str:
    """ "Group Encoder, open, 3 layers"; `document` is the one with all nodes."""
    layers = group_summary(len(members(document, group.id)), None)
    if group.closed:
        words = QCoreApplication.translate("Canvas", "group {name}, closed, {layers}")
    else:
        words = QCoreApplication.translate("Canvas", "group {name}, open, {layers}")
    return words.format(name=group_title(group), layers=layers)


def spoken_edge(canvas: CanvasScene, edge: Edge) -> str:
    """ "connection from Data to Dense hidden 1, (2)"."""
    document = canvas.document
    source, target = (name_of(document.graph.by_id[end], document) for end in (edge.source, edge.target))
    words = QCoreApplication.translate("Canvas", "connection from {source} to {target}")
    item = canvas.edges.get(edge)
    return ", ".join(filter(None, (words.format(source=source, target=target), item.label if item else "")))


def end_words(end: End, canvas: CanvasScene) -> str:
    """What an arrow points at."""
    document = canvas.document
    if isinstance(end, str) and end in document.graph.by_id:
        return name_of(document.graph.by_id[end], document)
    return QCoreApplication.translate("Canvas", "a free place")


def spoken_note(note_id: str, canvas: CanvasScene) -> str:
    """The note in a sentence: "Note: Look here, points at Dense hidden"."""
    note = canvas.notes.by_id[note_id].note
    words = QCoreApplication.translate("Canvas", "Note: {text}").format(text=note.text)
    if not note.arrows:
        return words
    ends = ", ".join(end_words(end, canvas) for end in note.arrows)
    return words + ", " + QCoreApplication.translate("Canvas", "points at {names}").format(names=ends)


def _spoken_many(layers: int, notes: int) -> str:
    if not notes:
        return QCoreApplication.translate("Canvas", "{count} layers selected").format(count=layers)
    if not layers:
        return QCoreApplication.translate("Canvas", "{count} notes selected").format(count=notes)
    return QCoreApplication.translate("Canvas", "{count} layers and notes selected").format(count=layers + notes)


def spoken_selection(canvas: CanvasScene, still: Mapping[str, Mark] = NOBODY) -> str:
    """The one node, group or note that is selected, or how many are."""
    node_ids, document = canvas.selected, canvas.document
    if len(node_ids) == 1 and node_ids[0] in document.graph.by_id:
        return spoken(node_ids[0], document, canvas.drawn_problems(), canvas.whole, still)
    if len(node_ids) == 1 and node_ids[0] in canvas.frames.by_id:
        return spoken_group(canvas.frames.by_id[node_ids[0]].shown, canvas.whole)
    if not node_ids and len(canvas.selected_edges) == 1:
        return spoken_edge(canvas, canvas.selected_edges[0])
    if len(node_ids) == 1:
        return spoken_note(node_ids[0], canvas)
    if node_ids:
        return _spoken_many(len(node_ids) - len(canvas.notes.selected), len(canvas.notes.selected))
    if len(canvas.notes.selected_arrows) == 1:
        words = QCoreApplication.translate("Canvas", "arrow of a note to {end}")
        return words.format(end=end_words(canvas.notes.selected_arrows[0].end, canvas))
    count = len(canvas.whole.graph.nodes) - 2
    words = QCoreApplication.translate("Canvas", "A network of {count} layers; arrow keys choose one")
    return words.format(count=count)
