"""All that the engine and the window exchange, as frozen values; numpy only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np
from numpy.typing import NDArray

from playground.document.graph import Graph
from playground.document.settings import DataSettings
from playground.frames.arrays import Floats
from playground.frames.meters import LiveReading
from playground.frames.run import NO_CURVES, NO_REEL, Batches, Curves, EndedRun, Event, Reel, Restored, Status
from playground.frames.sizes import NO_SIZE_HISTORY, Histogram, LayerSizes, SizeHistory
from playground.frames.walk import Walk
from playground.frames.wanted import Wanted

NOT_THERE = object()


@dataclass(frozen=True, slots=True, eq=False)
class RivalFrame:
    """A network beside the present one, at the same moment in epochs; `id` is its Rival's.

    status: "training", or why it stands still: "unfinished", "diverged", "failed", or "paused" by a rule of its own.
    row: its loss and metrics, as in Frame. surface: over the plane of `Frame.wanted`, as there; None as there.
    """

    id: str
    status: Status
    epoch: int = 0
    curves: Curves = NO_CURVES
    row: Mapping[str, float] = field(default_factory=dict)
    surface: Floats | None = None
    learning_rate: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The network at one moment, complete in itself: the window may skip any number of frames.

    graph: what was trained; a view shows only what stands in the document too.
    data, wanted: of which data, and what was asked for; a view passes over what answers an old question.
    surface: the output over the plane, row 0 at the top (largest second input), column 0 at the
        left. Two classes: (side, side, 1) from -1 to +1; more: (side, side, classes) probabilities;
        regression: (side, side, 1), of the wanted target. With one input: (1, side, 1). Of networks with
        pictures or recurrent layers, drawn in straight lines between 40 × 40 points.
    maps: node id -> each neuron's output over the plane, (units, side, side), at most 64 units. What has no
        plane shows what it makes of `wanted.example`, at most 64 of: a picture's feature maps,
        (channels, height, width); a sequence's traces, (features, 1, length); where the data are pictures, each of
        the other nodes' values too, (values, 1, 1), at most 1,024, and Output's as people read it. Those are not
        bound to -1 to +1.
    neuron: the pinned neuron's output over the plane, shaped as `surface` with one channel; of what has no plane,
        a feature's mean over its places. None where no such neuron is.
    predicted: the output, in the surface's channels, at the points of `dataset.sample`: (rows, channels).
    weights: node id -> copies of its arrays in Keras's order, as (kernel, bias).
    learning_rate: the present one, as the schedule has made it.
    sizes: node id -> LayerSizes, measured a few times a second while training; the same mapping until measured anew.
    size_history: those of the whole run.
    tried: node id -> its values for the one input of `wanted.tried`: (values,), at most 64; of pictures
        (channels, height, width), of sequences (features, 1, length), at most 64 of the first. Of the output all,
        (channels,), in the surface's channels, but of all targets. Empty where nothing was tried, or what does not
        suit the data.
    flowing: values that come into the selected node's activation over the training points, flat; at most 4,096.
    dead: of each unit, or channel, of the selected node's activation, whether its slope stays below FLAT for every one
        of at most the first 1,200 train points, so that next to nothing can teach it: bool (units,).
    outputs: node id -> Histogram of what comes out of it, in the order of the network and without Output. While
        training measured a few times a second where that takes long.
    reel: the moments of the run that can be shown again.
    run: the number of the run under way; `ended` are those before it, at most 12, the newest last.
    events: what happened to the run, in order. batches: the newest batches' losses, None where not wanted.
    past: batches trained until this earlier moment of the run, where the frame shows one; None for the present.
    rivals: the networks beside this one in the document's order, where wanted.
    passing: node id -> what it makes of the first row of the batch that was learned last: (values,), at most 64, or
        (channels, height, width), or (features, 1, length).
    lineage: how often nothing learned before held any more, by another document or a reset; the frame is of the last.
    past_row: the loss and metrics of what is shown, as in `row`, where they are not the newest of the curves: of an
        earlier moment, or of a network that was restored.
    meter: what the wanted meter says of the epoch under way; None where it does not suit the task.
    walk: one sample's way forwards and back, where wanted; None where it does not suit the data.
    restored: where the run went back to its best weights.
    """

    graph: Graph
    epoch: int = 0
    batch: int = 0
    curves: Curves = NO_CURVES
    surface: Floats | None = None
    maps: Mapping[str, Floats] = field(default_factory=dict)
    weights: Mapping[str, tuple[Floats, ...]] = field(default_factory=dict)
    flowing: Floats | None = None
    neuron: Floats | None = None
    predicted: Floats | None = None
    epochs_per_second: float = 0.0
    learning_rate: float = 0.0
    data: DataSettings = field(default_factory=DataSettings)
    wanted: Wanted = field(default_factory=Wanted)
    reel: Reel = NO_REEL
    past: int | None = None
    past_row: Mapping[str, float] | None = None
    passing: Mapping[str, Floats] = field(default_factory=dict)
    sizes: Mapping[str, LayerSizes] = field(default_factory=dict)
    size_history: SizeHistory = NO_SIZE_HISTORY
    run: int = 1
    ended: tuple[EndedRun, ...] = ()
    events: tuple[Event, ...] = ()
    batches: Batches | None = None
    tried: Mapping[str, Floats] = field(default_factory=dict)
    dead: NDArray[np.bool_] | None = None
    outputs: Mapping[str, Histogram] = field(default_factory=dict)
    rivals: tuple[RivalFrame, ...] = ()
    lineage: int = 0
    restored: tuple[Restored, ...] = ()
    meter: LiveReading | None = None
    walk: Walk | None = None

    @property
    def row(self) -> Mapping[str, float]:
        """Column of the curves -> its value at this moment."""
        return self.curves.newest() if self.past_row is None else self.past_row


class FrameChanges(dict[str, object]):
    """Of a frame, the fields that are other objects than in the one before."""


FIELDS = tuple(field.name for field in fields(Frame))


def changes(before: Frame | None, frame: Frame) -> FrameChanges:
    """What has to be told of a frame to those who have the one before; all of it where there is none."""
    now = {name: getattr(frame, name) for name in FIELDS}
    return FrameChanges({name: value for name, value in now.items() if value is not getattr(before, name, NOT_THERE)})


def with_changes(before: Frame | None, changed: FrameChanges) -> Frame:
    """The frame that was told so: what has not changed is the same object as before."""
    return Frame(**changed) if before is None else replace(before, **changed)  # type: ignore[arg-type]
