"""The layers of a model card: what each is, what comes out of it, how many parameters it has."""

from __future__ import annotations

from itertools import pairwise

from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.ui.text import layer_title, node_summary, shape_text
from playground.ui.texts.exports.card import card_text as word
from playground.ui.texts.exports.markdown import escaped, table
from playground.ui.texts.numbers import size_text


def layers_section(document: Document) -> str:
    """A row for each layer in the order of computing, and how many parameters there are."""
    graph, found = document.graph, flow(document)
    shown = [graph.by_id[name] for name in graph.trained if name != OUTPUT]
    live = set(graph.trained)
    sources = {node.id: [name for name in graph.sources[node.id] if name in live] for node in shown}
    # In a chain each takes from the one above it.
    chain = all(sources[node.id] == [before.id] for before, node in pairwise(shown))
    rows = []
    for node in shown:
        title = layer_title(node.layer.kind)
        titled = f"{escaped(node.name)} ({title})" if node.name else title
        row = [f"`{node.id}`", titled, escaped(node_summary(node, document))]
        row += [] if chain else [", ".join(f"`{name}`" for name in sources[node.id])]
        shape = shape_text(found.shapes[node.id]) if node.id in found.shapes else ""
        rows.append([*row, shape, "" if node.id == DATA else f"{found.parameters.get(node.id, 0):,}"])
    heads = [word("id"), word("layer"), word("settings"), *([] if chain else [word("takes")]), word("shape")]
    count = sum(found.parameters.get(node.id, 0) for node in shown)
    total = word("total", count=f"{count:,}", size=size_text(4 * count))
    return f"{table([*heads, word('parameters')], rows, numbers=2)}\n\n{total}"
