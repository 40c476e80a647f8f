"""Random edits of a document, as a person makes them."""

from __future__ import annotations

import random

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout

MOST = 14


def edited(document: Document, chance: random.Random) -> tuple[str, Document]:
    """The document with something changed, and the name of the change."""
    graph = document.graph
    inner = [node.id for node in graph.nodes if node.id not in (DATA, OUTPUT)]
    if len(inner) > MOST:
        return "Delete", edits.remove_nodes(document, chance.sample(inner, 5), heal=True)
    chosen = chance.choice(inner) if inner else ""
    match chance.randrange(6):
        case 0 if graph.edges:
            layer = chance.choice((Dense(units=chance.randint(1, 9)), ReLU(), Dropout()))
            return "Insert layer", edits.insert_node(document, layer, chance.choice(graph.edges), 0.0, 0.0)[0]
        case 1 if chosen:
            return "Delete", edits.remove_nodes(document, (chosen,), heal=True)
        case 2 if chosen:
            place = (chance.uniform(-900, 900), chance.uniform(-900, 900))
            return "Move layers", edits.move(document, {chosen: place})
        case 3 if chosen:
            return "Group", groups.wrap(document, chance.sample(inner, min(len(inner), 3)))[0]
        case 4 if document.groups:
            group = chance.choice(document.groups)
            if chance.random() < 0.5:
                return "Ungroup", groups.ungroup(document, group.id)
            return "Fold", groups.set_closed(document, group.id, not group.closed)
        case _:
            return "Add layer", edits.add_node(document, Dense(units=2), 0.0, 0.0, chance.choice((*inner, DATA)))[0]
