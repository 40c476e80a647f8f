"""What somebody looks at, so that only this is computed."""

from __future__ import annotations

from dataclasses import dataclass

from playground.frames.walk import WalkQuestion


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is on screen, so that nothing else is probed.

    `surface_side` and `map_side` are points along one side of the output surface and of a neuron's
    map, 0 for not shown; `nodes` are the ids whose neurons are seen; `axes` the two raw inputs (by
    index) that span the plane; `selected` the node whose incoming values are counted. `held` are raw inputs off
    the plane, by index, each with its value; the others stay at their mean. `pinned` is a node's neuron to see at
    the surface's own side, `points` whether to predict the points that are drawn. `sizes` asks for the sizes of
    each layer's weights, gradient and step as the network trains, `outputs` for how each layer's output is spread.
    `tried` is one row of raw inputs that every node's values are wanted for. `batches` asks for the loss of each batch,
    `passing` for what every node makes of the batch learned last, `rivals` for the networks beside this one.
    `meter` names one of METERS to be fed by the running network.
    `target` is which of the data's targets, where these are several values, `surface` and `predicted` are of.
    `example` is the row of raw inputs for which maps show what has no plane; None for the first validation row.
    `walk` asks for the way of one sample forwards and back.
    """

    surface_side: int = 100
    map_side: int = 32
    nodes: tuple[str, ...] = ()
    axes: tuple[int, int] = (0, 1)
    target: int = 0
    selected: str = ""
    held: tuple[tuple[int, float], ...] = ()
    pinned: tuple[str, int] | None = None
    points: bool = False
    passing: bool = False
    sizes: bool = False
    tried: tuple[float, ...] | None = None
    outputs: bool = False
    batches: bool = False
    rivals: bool = False
    meter: str = ""
    example: tuple[float, ...] | None = None
    walk: WalkQuestion | None = None
