"""What stops or spoils a document, each with its one-click fix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from playground.document.checks.learning import learning_problems
from playground.document.checks.memory import free_bytes, needed_bytes
from playground.document.checks.outputs import output_problems
from playground.document.checks.problem import Fix as Fix
from playground.document.checks.problem import Problem as Problem
from playground.document.checks.shape_fixes import shape_fixes
from playground.document.checks.shapes import Flow, flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import group_of
from playground.document.graph import DATA, OUTPUT, Graph

# Measured with chains of Dense, 25 to 400 deep: building and tracing grow with the square of the depth.
DEEP = 250
SECONDS_OF_PAIR, BYTES_OF_LAYER = 0.00035, 1 << 20


def find_problems(document: Document) -> tuple[Problem, ...]:
    """All of them, errors first, each group in the order of the graph."""
    known = flow(document)
    found = [
        *_data_problems(document),
        *_connection_problems(document),
        *_shape_problems(document, known),
        *output_problems(document, known),
        *learning_problems(document, known),
        *_memory_problems(document, known),
        *_depth_problems(document),
    ]
    return tuple(sorted(found, key=lambda problem: problem.severity))


def problems_in_sight(document: Document) -> tuple[Problem, ...]:
    """All problems, those in a closed group at its card."""
    return tuple(_in_sight(document, found) for found in find_problems(document))


def _in_sight(document: Document, found: Problem) -> Problem:
    card = group_of(document, found.node)
    return replace(found, node=card, member=found.node) if card else found


def can_train(document: Document) -> bool:
    return not any(problem.severity == "error" for problem in find_problems(document))


def _data_problems(document: Document) -> Iterator[Problem]:
    if not document.data.input_names:
        fix = Fix("use_features", (), lambda d: edits.set_data(d, replace(d.data, features=("x1", "x2"))))
        yield Problem("no_features", DATA, "error", (), (fix,))
    own = document.data.own
    if own is not None and own.absent:
        yield Problem("table_absent" if own.apart else "data_absent", DATA, "error", (("name", own.title),))


def _connection_problems(document: Document) -> Iterator[Problem]:
    graph = document.graph
    looped = set(graph.by_id) - set(graph.order)
    trained, fed, feeding = set(graph.trained), graph.downstream(DATA), graph.upstream(OUTPUT)
    for node in graph.nodes:
        got, needed = len(graph.sources[node.id]), node.layer.fewest_inputs
        severity: Literal["error", "warning"] = "error" if node.id in feeding else "warning"
        if node.id in looped:
            yield Problem("loop", node.id, "error")
        elif got < needed or got > node.layer.most_inputs:
            yield Problem("not_connected", node.id, severity, (("needed", needed), ("got", got)))
        elif node.id not in fed:
            yield Problem("unreachable", node.id, severity)
        elif node.id not in trained and not graph.targets[node.id]:
            yield Problem("dead_end", node.id, "warning")


def _shape_problems(document: Document, known: Flow) -> Iterator[Problem]:
    for node_id, error in known.errors.items():
        fixes = shape_fixes(document, node_id, error)
        yield Problem(f"shape_{error.code}", node_id, "error", (("shapes", error.shapes),), fixes)


def _memory_problems(document: Document, known: Flow) -> Iterator[Problem]:
    needed = needed_bytes(document, known)
    # Asking the system costs more than the sum, so only a network that could matter asks.
    if needed > 1 << 30 and needed > (free := free_bytes()) * 0.8:
        values = (("needed_gib", round(needed / 2**30, 1)), ("free_gib", round(free / 2**30, 1)))
        yield Problem("too_large", OUTPUT, "error", values)


def _depth_problems(document: Document) -> Iterator[Problem]:
    depth = _trained_depth(document.graph)
    if depth > DEEP:
        minutes, gib = max(1, round(depth**2 * SECONDS_OF_PAIR / 60)), round(depth * BYTES_OF_LAYER / 2**30, 1)
        yield Problem("too_deep", OUTPUT, "warning", (("layers", depth), ("minutes", minutes), ("gib", gib)))


def _trained_depth(graph: Graph) -> int:
    """How many layers stand one behind the other in what becomes the network, Data and Output included."""
    depth: dict[str, int] = {}
    for node_id in graph.trained:
        depth[node_id] = 1 + max((depth.get(source, 0) for source in graph.sources[node_id]), default=0)
    return max(depth.values(), default=0)
