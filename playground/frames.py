"""All that the engine and the window exchange, as frozen values; numpy only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.document.graph import Graph
from playground.document.settings import DataSettings

Floats = NDArray[np.float32]

# An activation's slope below which next to nothing passes back through it.
FLAT = 0.05


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
    """

    surface_side: int = 100
    map_side: int = 32
    nodes: tuple[str, ...] = ()
    axes: tuple[int, int] = (0, 1)
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


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Losses and accuracies after each epoch; epoch 0 is before training.

    All arrays have one length. Losses leave out penalties on weights; accuracies are 0 to 1, and
    empty where the task is no classification. Of more than 2,000 epochs at most about 4,000 rows are left: of each
    stretch those where a column is lowest or highest, so that no peak is lost. Then `means`, float32 (stretches, 4),
    are the four columns' means over the stretches around `mean_epochs`; both are empty where every epoch is there.
    """

    epochs: NDArray[np.int64]
    train_loss: Floats
    validation_loss: Floats
    train_accuracy: Floats
    validation_accuracy: Floats
    mean_epochs: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    means: Floats = field(default_factory=lambda: np.zeros((0, 4), np.float32))


NOTHING: Floats = np.zeros(0, np.float32)
NO_CURVES = Curves(np.zeros(0, np.int64), NOTHING, NOTHING, NOTHING, NOTHING)


@dataclass(frozen=True, slots=True)
class LayerSizes:
    """How large one layer's numbers are, each the root of their mean square.

    weights: of those that training can change. gradient: of the train loss by them, over at most the first
    1,200 train rows, as the curves have that loss: without penalties, dropout and noise. update: of the step
    that one batch makes them take.
    """

    weights: float
    gradient: float
    update: float


@dataclass(frozen=True, slots=True, eq=False)
class SizeHistory:
    """The sizes of layers in the course of a run, at most 500 samples, the newest always among them.

    nodes: ids of the layers with weights; epochs: int64 (samples,), rising; values: float32 (samples, nodes, 3),
    each (weights, gradient, update) as in LayerSizes.
    """

    nodes: tuple[str, ...]
    epochs: NDArray[np.int64]
    values: Floats


NO_SIZE_HISTORY = SizeHistory((), np.zeros(0, np.int64), np.zeros((0, 0, 3), np.float32))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a run after `epoch` epochs; `values` fill its sentence.

    "rate": the learning rate went from `before` to `after`. "edited": `differences`, as document/differences.py finds
    them. "weight": one was typed. "resumed": after a pause. "went_back": gone on from here, of `newest` epochs.
    "stopped": by a rule, its `stop`. "diverged": and went back here.
    """

    epoch: int
    code: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class EndedRun:
    """A run that was reset or cut off: its number, its curves, and the document that it last trained with."""

    number: int
    document: Document
    curves: Curves


@dataclass(frozen=True, slots=True, eq=False)
class Batches:
    """The loss of each of the newest batches, at most 4,096 in a row, as it was trained on: penalties, dropout and all.

    steps: batches trained until each, int64 (batches,); losses: float32 (batches,). ends: of the epochs that ended
    meanwhile, int64 (ends,), batches trained until then; validation: the validation loss of each, float32 (ends,).
    """

    steps: NDArray[np.int64]
    losses: Floats
    ends: NDArray[np.int64]
    validation: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How one layer's output is spread over the first `rows` train points, all units and places together.

    counts: int64 (bars,), of finite values between edges: float32 (bars + 1,), rising, from the lowest to the
    highest. mean and deviation are of all finite values; zeros is the share, 0 to 1, that is exactly 0; saturated
    that where the slope of the layer's tanh, sigmoid or softmax is below FLAT, None of other layers. signal is how much
    an output differs from point to point: the root of the mean of each unit's variance over the points.
    """

    edges: Floats
    counts: NDArray[np.int64]
    mean: float
    deviation: float
    zeros: float
    saturated: float | None = None
    signal: float = 0.0
    rows: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Reel:
    """The moments of the run that are kept: `steps`, batches trained until each; `bytes` taken of at most `bound`."""

    steps: NDArray[np.int64]
    steps_per_epoch: int = 1
    bytes: int = 0
    bound: int = 0

    def at(self, step: int) -> int | None:
        """The kept moment that is shown where this one is asked for; None where none is kept."""
        before = self.steps[self.steps <= step]
        return int(before[-1] if len(before) else self.steps[0]) if len(self.steps) else None


NO_REEL = Reel(np.zeros(0, np.int64))


NO_ROW = np.full(4, np.nan, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class RivalFrame:
    """A network beside the present one, at the same moment in epochs; `id` is its Rival's.

    status: "training", or why it stands still: "unfinished", "diverged", "failed", or "paused" by a rule of its own.
    row: its losses and accuracies, as in Frame. surface: over the plane of `Frame.wanted`, as there; None as there.
    """

    id: str
    status: Status
    epoch: int = 0
    curves: Curves = NO_CURVES
    row: Floats = field(default_factory=lambda: NO_ROW)
    surface: Floats | None = None
    learning_rate: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The network at one moment, complete in itself: the window may skip any number of frames.

    graph: what was trained; a view shows only what stands in the document too.
    data, wanted: of which data, and what was asked for; a view passes over what answers an old question.
    surface: the output over the plane, row 0 at the top (largest second input), column 0 at the
        left. Two classes: (side, side, 1) from -1 to +1; more: (side, side, classes) probabilities;
        regression: (side, side, 1) in the target's units. With one input: (1, side, 1). Of networks with
        pictures or recurrent layers, drawn in straight lines between 40 × 40 points.
    maps: node id -> each neuron's output over the plane, (units, side, side), at most 64 units. What has no
        plane shows what it makes of one example, the first test row, at most 64 of: a picture's feature maps,
        (channels, height, width); a sequence's traces, (features, 1, length). Those are not bound to -1 to +1.
    neuron: the pinned neuron's output over the plane, shaped as `surface` with one channel; of what has no plane,
        a feature's mean over its places. None where no such neuron is.
    predicted: the output, in the surface's channels, at the points of `dataset.sample`: (rows, channels).
    weights: node id -> copies of its arrays in Keras's order, as (kernel, bias).
    learning_rate: the present one, as the schedule has made it.
    sizes: node id -> LayerSizes, measured a few times a second while training; the same mapping until measured anew.
    size_history: those of the whole run.
    tried: node id -> its values for the one input of `wanted.tried`: (values,), at most 64; of pictures
        (channels, height, width), of sequences (features, 1, length), at most 64 of the first. Of the output all,
        (channels,), in the surface's channels. Empty where nothing was tried, or what does not suit the data.
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
    past_row: that moment's losses and accuracies, as in `row`; the curves are those of the whole run.
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
    past_row: Floats | None = None
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

    @property
    def row(self) -> Floats:
        """(train loss, validation loss, train accuracy, validation accuracy) at this moment, (4,); nan if unknown."""
        if self.past_row is not None:
            return self.past_row
        parts = self.curves
        columns = (parts.train_loss, parts.validation_loss, parts.train_accuracy, parts.validation_accuracy)
        return np.array([column[-1] if len(column) else np.nan for column in columns], np.float32)


@dataclass(frozen=True, slots=True)
class Survey:
    """Which landscape is asked for: "random" directions drawn by `seed`, up to `reach` times the weights' own
    length, or the "run"'s two main ones; `side` points along each."""

    directions: Literal["random", "run"] = "random"
    side: int = 41
    reach: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """The train loss around the weights as they were after `step` batches, as far as it is worked out.

    x, y: places along the two directions, (side,) each, 0 being those weights.
    losses: (side, side), row r at y[r], column c at x[c]; NaN where still to come, maybe infinite.
    path: where the run's kept moments stand along the directions, (moments, 2), after `path_steps` batches each.
    epoch: how many had ended after `step` batches.
    """

    survey: Survey
    step: int
    x: Floats
    y: Floats
    losses: Floats
    path: Floats
    path_steps: NDArray[np.int64]
    epoch: int = 0

    @property
    def share_done(self) -> float:
        return float(np.mean(~np.isnan(self.losses)))


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a run stopped by itself after `epoch`: `rule` is the field of Stopping that acted.

    `watched` is the loss looked at and `value` its value, or the accuracy in percent on the same points. After
    `patience` epochs without a better loss, the best epoch, and whether the network is again what it was then.
    """

    rule: str
    epoch: int
    watched: str = ""
    value: float = 0.0
    patience: int = 0
    best_epoch: int = 0
    restored: bool = False


@dataclass(frozen=True, slots=True)
class SurveyRefused:
    """There is no landscape yet: the run has not moved in two directions, nothing learns, or no network is there."""


State = Literal["loading", "building", "unfinished", "ready", "training", "paused", "diverged", "failed"]


@dataclass(frozen=True, slots=True)
class Status:
    """What the trainer is doing. `code` says why it diverged or failed, `values` fill its sentence."""

    state: State = "loading"
    code: str = ""
    values: tuple[tuple[str, object], ...] = ()
