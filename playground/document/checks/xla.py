"""Which networks XLA trains: a rule on the network alone, so that the same document always goes the same way."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod

from playground.document.checks.shapes import Flow, flow
from playground.document.document import Document
from playground.document.graph import Node
from playground.document.settings import TrainingSettings

# Multiply-adds in one batch above which XLA's products on the CPU lose to the plain graph's.
LARGE_WORK = 2_000_000


def suits_xla(nodes: Iterable[Node], known: Flow, width: int) -> bool:
    """Whether a network of these nodes trains faster by XLA, in batches of at most `width` rows.

    Those with windows over pictures or many recurrent units do not: XLA on the CPU runs them slower by far.
    """
    layers = tuple(nodes)
    if any(node.layer.slow_by_xla for node in layers):
        return False
    weights = sum(_multiplications(node, known) for node in layers)
    values = sum(prod(known.shapes.get(node.id, ())) for node in layers)
    return width * (weights + values) <= LARGE_WORK


def _multiplications(node: Node, known: Flow) -> int:
    """Products of a weight and a value for one row."""
    places = prod(known.shapes.get(node.id, ())[:-1]) if node.layer.reuses_weights else 1
    return places * known.parameters.get(node.id, 0)


def widest_batch(rows: int, training: TrainingSettings) -> int:
    """The most rows of a batch: where those left over join another, one has more than asked for."""
    usual = min(training.batch_size, rows)
    return usual + rows % usual if training.part_batches == "carried" else usual


def draws_by_xla(document: Document, rows: int) -> bool:
    """Whether it draws its random numbers by XLA, which draws others than the plain graph; of so many train rows."""
    nodes = [document.graph.by_id[name] for name in document.graph.trained]
    draws = any(node.layer.draws_random for node in nodes)
    return draws and suits_xla(nodes, flow(document), widest_batch(rows, document.training))
