"""The acts of a walk, one after another: the sample, forward layer by layer, the loss, back, and the weights.

Where there is preprocessing, the row as the table has it comes first, and the answer in its own unit before the loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.document.graph import DATA, OUTPUT
from playground.frames.walk import Walk
from playground.tables.by_hand import Preparing

# Layers of a longer network that are not among the first and the last so many are folded away.
MOST_LAYERS = 12
# What stands in the place of those that are folded away.
FOLDED_AWAY = "…"
Kind = Literal["row", "sample", "forward", "answer", "loss", "back", "weights"]


@dataclass(frozen=True, slots=True)
class Act:
    """Where a walk stands: what is done, and at which node."""

    kind: Kind
    node: str = ""


def layers_of(walk: Walk) -> tuple[str, ...]:
    """All layers in order, without Data and Output."""
    return tuple(stop.node for stop in walk.stops if stop.node not in (DATA, OUTPUT))


def shown_nodes(walk: Walk) -> tuple[str, ...]:
    """The layers that are shown, in order; FOLDED_AWAY where some are not."""
    nodes, half = layers_of(walk), MOST_LAYERS // 2
    return nodes if len(nodes) <= MOST_LAYERS else (*nodes[:half], FOLDED_AWAY, *nodes[-half:])


def folded_nodes(walk: Walk) -> tuple[str, ...]:
    """The others."""
    nodes, half = layers_of(walk), MOST_LAYERS // 2
    return nodes[half:-half] if len(nodes) > MOST_LAYERS else ()


def acts_of(walk: Walk, prepared: Preparing | None = None) -> tuple[Act, ...]:
    """All of them in order."""
    first = (Act("row", DATA),) if prepared is not None and prepared.inputs else ()
    answer = (Act("answer", OUTPUT),) if prepared is not None and prepared.targets else ()
    nodes = shown_nodes(walk)
    forward, back = (Act("forward", node) for node in nodes), (Act("back", node) for node in reversed(nodes))
    return (*first, Act("sample", DATA), *forward, *answer, Act("loss", OUTPUT), *back, Act("weights"))


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known by an act: values of these nodes, the loss, gradients of these, those of the weights."""

    values: frozenset[str]
    loss: bool
    gradients: frozenset[str]
    weights: bool


def seen_by(acts: tuple[Act, ...], at: int) -> Seen:
    """What has been walked past at the act of this number, itself included."""
    done = acts[: at + 1]
    of = {kind: frozenset(act.node for act in done if act.kind == kind) for kind in ("forward", "back")}
    kinds = {act.kind for act in done}
    return Seen(of["forward"] | {DATA}, "loss" in kinds, of["back"], "weights" in kinds)
