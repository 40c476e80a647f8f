"""Nodes, edges, and what follows from how they are joined."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property

from playground.document.layers.ends import Data, Output
from playground.document.layers.layer import Layer

DATA, OUTPUT = "data", "output"
LONGEST_NAME = 80
# What follows from the ids and edges alone.
JOINED = ("sources", "targets", "order", "trained")


@dataclass(frozen=True, slots=True)
class Node:
    """A layer on the canvas. `id` never changes and names the Keras layer; `name` is what a person calls it."""

    id: str
    layer: Layer
    name: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Values flow from source to target, both node ids."""

    source: str
    target: str


@dataclass(frozen=True)
class Graph:
    """A network as drawn, finished or not. The order of edges is the order of a merge's inputs."""

    nodes: tuple[Node, ...] = (Node(DATA, Data()), Node(OUTPUT, Output()))
    edges: tuple[Edge, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """Node id -> the ids it takes values from, in order."""
        return self._neighbours(lambda edge: (edge.target, edge.source))

    @cached_property
    def targets(self) -> dict[str, tuple[str, ...]]:
        """Node id -> the ids it gives values to, in order."""
        return self._neighbours(lambda edge: (edge.source, edge.target))

    def _neighbours(self, ends) -> dict[str, tuple[str, ...]]:  # type: ignore[no-untyped-def]
        found: dict[str, list[str]] = {node.id: [] for node in self.nodes}
        for edge in self.edges:
            here, there = ends(edge)
            found[here].append(there)
        return {node_id: tuple(ids) for node_id, ids in found.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Node ids so that each comes after its sources; those on or behind a loop are left out."""
        waiting = {node_id: len(sources) for node_id, sources in self.sources.items()}
        ready = deque(node.id for node in self.nodes if not waiting[node.id])
        order: list[str] = []
        while ready:
            node_id = ready.popleft()
            order.append(node_id)
            for target in self.targets[node_id]:
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
        return tuple(order)

    def with_node(self, changed: Node) -> Graph:
        """With this node at the place of the one that has its id; how nodes are joined stays known."""
        made = Graph(tuple(changed if node.id == changed.id else node for node in self.nodes), self.edges)
        known = vars(self)
        vars(made).update({name: known[name] for name in JOINED if name in known})
        return made

    def is_alike(self, other: Graph) -> bool:
        """Whether it is the same network, however its nodes are called."""
        if self is other or self == other:
            return True
        pairs = zip(self.nodes, other.nodes, strict=False)
        same = len(self.nodes) == len(other.nodes) and self.edges == other.edges
        return same and all(one.id == two.id and one.layer == two.layer for one, two in pairs)

    def forget(self) -> None:
        """Let go of all that was worked out; whoever asks again gets it again. For graphs that are only kept."""
        for name in (*JOINED, "by_id", "flow", "folding"):
            vars(self).pop(name, None)

    def downstream(self, node_id: str) -> frozenset[str]:
        """The node and everything that its values reach."""
        return self._reached(node_id, self.targets)

    def upstream(self, node_id: str) -> frozenset[str]:
        """The node and everything whose values reach it."""
        return self._reached(node_id, self.sources)

    @staticmethod
    def _reached(start: str, neighbours: dict[str, tuple[str, ...]]) -> frozenset[str]:
        seen, waiting = {start}, [start]
        while waiting:
            for node_id in neighbours[waiting.pop()]:
                if node_id not in seen:
                    seen.add(node_id)
                    waiting.append(node_id)
        return frozenset(seen)

    def would_loop(self, source: str, target: str) -> bool:
        """Whether an edge from source to target would close a loop."""
        return source in self.downstream(target)

    @cached_property
    def trained(self) -> tuple[str, ...]:
        """The ids that stand between Data and Output, both included, in order: what becomes the network."""
        live = self.upstream(OUTPUT) & self.downstream(DATA)
        return tuple(node_id for node_id in self.order if node_id in live)


def clean_name(name: str) -> str:
    """The name as a node or group can have it: not too long, and without half surrogate pairs, which no file holds."""
    return name.encode(errors="ignore").decode().strip()[:LONGEST_NAME]
