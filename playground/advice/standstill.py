"""Which layers stand still while the network trains, and why, judged by the sizes of their numbers. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from playground.document.graph import Graph
from playground.document.layers.activations import ReLU
from playground.frames.sizes import LayerSizes

TINY = 1e-7
# Looks at the network, about a second: a gradient that passes through zero is not one that stays there.
PATIENCE = 4
# The share of flat values from which on nothing gets through; how much larger weights are that were thrown out.
BLOCKED, THROWN = 0.995, 10.0
# A train loss below which there is nothing left to learn.
LEARNED = 1e-6


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a layer stands still; `node` is the layer that is the reason, itself or one behind it.

    "dead": its ReLU is 0 for every point. "saturated": its tanh, sigmoid or softmax is flat for every point.
    "thrown": one of these, since steps have made its weights many times as large: the rate is too high. "faded": the
    gradient gets smaller from layer to layer. "small_steps": a gradient whose steps are lost in the weights.
    "rest": no layer has a gradient, as in a minimum.
    """

    code: Literal["dead", "saturated", "thrown", "faded", "small_steps", "rest"]
    node: str


def cause_of(node_id: str, sizes: Mapping[str, LayerSizes], graph: Graph) -> Cause:
    """Why this layer stands still: the first layer from it to the output that lets no gradient through, if any."""
    own, behind = sizes[node_id], [name for name in _behind(node_id, graph) if name in sizes]
    if own.gradient >= TINY:
        return Cause("thrown" if _thrown(own) else "small_steps", node_id)
    blocked = next((name for name in behind if sizes[name].flat >= BLOCKED), "")
    if blocked:
        dead = "dead" if _rectified(blocked, graph) else "saturated"
        return Cause("thrown" if _thrown(sizes[blocked]) else dead, blocked)  # type: ignore[arg-type]
    return Cause("faded" if any(found.gradient >= TINY for found in sizes.values()) else "rest", node_id)


def _behind(node_id: str, graph: Graph) -> list[str]:
    """The node and all that its values reach, in the order of the graph."""
    reached = {node_id}
    for name in graph.order:
        if name in reached:
            reached.update(graph.targets[name])
    return [name for name in graph.order if name in reached]


def _rectified(node_id: str, graph: Graph) -> bool:
    """Whether it is a ReLU that its values go through, its own or that of a layer behind it."""
    layer = graph.by_id[node_id].layer
    return layer.applies == "relu" or any(isinstance(graph.by_id[name].layer, ReLU) for name in graph.targets[node_id])


def _thrown(sizes: LayerSizes) -> bool:
    return sizes.weights > THROWN * sizes.first > 0


def stands_still(sizes: LayerSizes) -> bool:
    """Whether next to nothing pulls at the layer's weights, or what does moves them by next to nothing."""
    if sizes.gradient < TINY:
        return True
    return sizes.weights > 0 and sizes.update / sizes.weights < TINY


class Standstill:
    """Counts for how many looks each layer has stood still."""

    def __init__(self) -> None:
        self._seen: Mapping[str, LayerSizes] = {}
        self._counts: dict[str, int] = {}

    def show(self, sizes: Mapping[str, LayerSizes]) -> frozenset[str]:
        """The layers that have stood still for a while; sizes that were shown before count once."""
        if sizes is not self._seen:
            self._seen = sizes
            self._counts = {
                name: self._counts.get(name, 0) + 1 if stands_still(found) else 0 for name, found in sizes.items()
            }
        return frozenset(name for name, count in self._counts.items() if count >= PATIENCE)
