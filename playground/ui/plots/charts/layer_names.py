"""What layers are called where several stand beside each other: names that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.ui.text import node_title


def layer_names(document: Document, node_ids: Iterable[str]) -> dict[str, str]:
    """Node id -> its title, with a number behind it where others of these have the same."""
    titles = {name: node_title(document.graph.by_id[name], document) for name in node_ids}
    counts, seen = Counter(titles.values()), Counter[str]()
    found = {}
    for node, title in titles.items():
        seen[title] += 1
        found[node] = f"{title} {seen[title]}" if counts[title] > 1 else title
    return found


def still_standing(document: Document, frame: Frame, node_ids: Iterable[str]) -> list[str]:
    """Those of the frame's nodes that the document has too, with the same settings."""
    now, then = document.graph.by_id, frame.graph.by_id
    return [name for name in node_ids if name in now and name in then and now[name].layer == then[name].layer]
