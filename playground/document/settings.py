"""What a document says about its data and its training, and the facts of each data set."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt

from playground.document.limits import check, choice, expression, flag, real, several, text, whole
from playground.document.metrics import METRICS
from playground.document.own_data import MOST_TARGETS, Look, OwnData
from playground.document.schedules import Constant, Schedule
from playground.document.stopping import Stopping
from playground.document.task import TaskKind

FEATURES = ("x1", "x2", "x1_squared", "x2_squared", "x1_x2", "sin_x1", "sin_x2")

GENERATORS = ("numpy", "seedrandom")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a data set before any of it is made.

    `inputs` are the names of its raw columns and `span` the range of each that is drawn, in their
    units; `look` is what these are; `outputs` counts classes (2 for binary) or predicted values. `made` data has as
    many points and as much noise as one likes; on a square grid, about as many. Those `typed` have a formula.
    """

    task: TaskKind
    inputs: tuple[str, ...] = ("x1", "x2")
    outputs: int = 2
    span: tuple[float, float] = (-6.0, 6.0)
    made: bool = True
    points: int = 500
    grid: bool = False
    typed: bool = False
    look: Look = "plane"

    @property
    def planar(self) -> bool:
        """Whether its inputs are x1 and x2, of which features can be made."""
        return self.look == "plane"

    @property
    def pictured(self) -> bool:
        """Whether its inputs are the pixels of a square picture, row by row."""
        return self.look == "picture"

    @property
    def sequential(self) -> bool:
        """Whether its inputs follow each other in time."""
        return self.look == "sequence"

    @property
    def by_example(self) -> bool:
        """Whether its rows are looked at one by one, as the plane of two of their inputs says nothing."""
        return self.pictured or self.sequential


_IRIS = ("sepal_length", "sepal_width", "petal_length", "petal_width")
_STEPS = tuple(f"step_{step}" for step in range(1, 33))
_PIXELS = tuple(f"pixel_{row}_{column}" for row in range(8) for column in range(8))

DATASETS: dict[str, Facts] = {
    "circle": Facts("binary"),
    "xor": Facts("binary"),
    "gauss": Facts("binary"),
    "spiral": Facts("binary"),
    "moons": Facts("binary"),
    "checkerboard": Facts("binary"),
    "reg-plane": Facts("regression", outputs=1, points=1200),
    "reg-gauss": Facts("regression", outputs=1, points=1200),
    "sinc": Facts("regression", outputs=1, span=(-8.0, 8.0), points=10_000, grid=True),
    "sine": Facts("regression", inputs=("x",), outputs=1, points=200, look="table"),
    "three-blobs": Facts("classes", outputs=3),
    "four-blobs": Facts("classes", outputs=4),
    "three-spiral": Facts("classes", outputs=3),
    "rings": Facts("classes", outputs=3),
    "boundary": Facts("binary", typed=True),
    "waves": Facts("classes", inputs=_STEPS, outputs=3, span=(-1.5, 1.5), points=600, look="sequence"),
    "iris": Facts("classes", inputs=_IRIS, outputs=3, span=(-3.0, 3.0), made=False, points=150, look="table"),
    "digits": Facts("classes", inputs=_PIXELS, outputs=10, span=(0.0, 1.0), made=False, points=1797, look="picture"),
}


@dataclass(frozen=True, slots=True)
class DataSettings:
    """Which data, how much, how noisy. `noise` and `train_share` are in percent.

    `generator` says whose random numbers make the points: numpy's, from `seed`, or those of David Bau's
    seedrandom, from `seed_text`, as TensorFlow Playground's links have them. `boundary` is a formula of x1: what
    lies above it is blue, where the data set is told by one. `own` data stand in the place of the named.
    """

    name: str = choice("circle", DATASETS)
    points: int = whole(500, low=20, high=20_000)
    noise: float = real(0.0, low=0.0, high=80.0)
    train_share: float = real(50.0, low=1.0, high=99.0)
    seed: int = whole(1, low=0, high=2**31 - 1)
    generator: str = choice("numpy", GENERATORS)
    seed_text: str = text("", longest=64)
    features: tuple[str, ...] = several(("x1", "x2"), FEATURES)
    boundary: str = expression("3 * sin(x)")
    own: OwnData | None = None

    def __post_init__(self) -> None:
        check(self)

    @property
    def origin(self) -> str | OwnData:
        """What the points come from: the name of a data set, or data of a person's own."""
        return self.own or self.name

    @property
    def facts(self) -> Facts:
        return DATASETS[self.name] if self.own is None else _own_facts(self.own)

    @property
    def rows(self) -> int:
        """How many points there are."""
        if not self.facts.made:
            return self.facts.points
        return round(sqrt(self.points)) ** 2 if self.facts.grid else self.points

    @property
    def trained_share(self) -> float:
        """The share of the rows that train, from 0 to 1: as was asked for, or as a column of a table says."""
        if self.own is not None and self.own.by_column:
            return self.own.train_rows / self.own.rows
        return self.train_share / 100

    @property
    def input_names(self) -> tuple[str, ...]:
        """The columns that the network sees: chosen features on the plane, else every raw column."""
        return self.features if self.facts.planar else self.facts.inputs


@lru_cache(maxsize=8)
def _own_facts(own: OwnData) -> Facts:
    names = tuple(column.name for column in own.columns)
    outputs, span = len(own.classes or own.targets), (-3.0, 3.0)
    if own.maker != "table":
        # What was drawn or typed is drawn as wide as it is, in the numbers that the network sees.
        ends = [(end - each.middle) / each.size for each in own.columns for end in (each.low, each.high)]
        span = min(ends), max(ends)
    if own.look == "plane":
        # Features are made of these.
        names = FEATURES[:2]
    return Facts(own.task, names, outputs, span, made=False, points=own.rows, look=own.look)


@dataclass(frozen=True, slots=True)
class Optimizer:
    """How weights follow their gradients. Defaults are Keras's."""

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class SGD(Optimizer):
    momentum: float = real(0.0, low=0.0, high=0.9999)
    nesterov: bool = flag(False)


@dataclass(frozen=True, slots=True)
class Adam(Optimizer):
    beta_1: float = real(0.9, low=0.0, high=0.99999)
    beta_2: float = real(0.999, low=0.0, high=0.999999)
    epsilon: float = real(1e-7, low=1e-12, high=1.0)
    amsgrad: bool = flag(False)


@dataclass(frozen=True, slots=True)
class AdamW(Optimizer):
    weight_decay: float = real(0.004, low=0.0, high=1.0)
    beta_1: float = real(0.9, low=0.0, high=0.99999)
    beta_2: float = real(0.999, low=0.0, high=0.999999)
    epsilon: float = real(1e-7, low=1e-12, high=1.0)


@dataclass(frozen=True, slots=True)
class RMSprop(Optimizer):
    rho: float = real(0.9, low=0.0, high=0.99999)
    momentum: float = real(0.0, low=0.0, high=0.9999)
    epsilon: float = real(1e-7, low=1e-12, high=1.0)
    centered: bool = flag(False)


@dataclass(frozen=True, slots=True)
class Adagrad(Optimizer):
    initial_accumulator_value: float = real(0.1, low=0.0, high=10.0)
    epsilon: float = real(1e-7, low=1e-12, high=1.0)


@dataclass(frozen=True, slots=True)
class Adadelta(Optimizer):
    rho: float = real(0.95, low=0.0, high=0.99999)
    epsilon: float = real(1e-7, low=1e-12, high=1.0)


@dataclass(frozen=True, slots=True)
class Nadam(Optimizer):
    beta_1: float = real(0.9, low=0.0, high=0.99999)
    beta_2: float = real(0.999, low=0.0, high=0.999999)
    epsilon: float = real(1e-7, low=1e-12, high=1.0)


@dataclass(frozen=True, slots=True)
class Lion(Optimizer):
    beta_1: float = real(0.9, low=0.0, high=0.99999)
    beta_2: float = real(0.99, low=0.0, high=0.999999)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.__name__: kind for kind in (SGD, Adam, AdamW, RMSprop, Adagrad, Adadelta, Nadam, Lion)
}

CONTROLS = (
    "playButton", "resetButton", "stepButton", "learningRate", "activation", "regularization",
    "regularizationRate", "problem", "dataset", "percTrainData", "noise", "batchSize", "numHiddenLayers",
    "showTestData", "discretize",
)  # fmt: skip
# What a lesson can do without: controls, and inputs by the names that a link has for them.
HIDEABLE = (*CONTROLS, "x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY")
ORDERS = ("shuffled", "as_made")
PART_BATCHES = ("short", "carried")
CLIPPING = ("none", "value", "norm", "global_norm")


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """How the output is shown; of data with several targets that of one, by its place. `hidden` names controls that a
    lesson does without, as a link's `<name>_hide=true`; those of inputs among them."""

    show_test: bool = flag(False)
    discretize: bool = flag(False)
    hidden: tuple[str, ...] = several((), HIDEABLE)
    shown_target: int = whole(0, low=0, high=MOST_TARGETS - 1)

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """How the network learns. `epochs` is how long a run without a window lasts.

    `metrics`: what is measured beside the loss after each epoch, of what suits the data; the first of them first.
    `order`: whether each epoch shuffles the rows anew. `part_batches`: whether rows left over at an epoch's
    end make a short batch, as in Keras, or join the first batch of the next epoch.
    """

    optimizer: Optimizer = field(default_factory=SGD)
    learning_rate: float = real(0.03, low=-1000.0, high=1000.0)
    batch_size: int = whole(10, low=1, high=4096)
    clipping: str = choice("none", CLIPPING)
    clip_at: float = real(1.0, low=1e-6, high=1e6)
    seed: int = whole(1, low=0, high=2**31 - 1)
    order: str = choice("shuffled", ORDERS)
    part_batches: str = choice("short", PART_BATCHES)
    epochs: int = whole(200, low=1, high=1_000_000)
    schedule: Schedule = field(default_factory=Constant)
    stopping: Stopping = field(default_factory=Stopping)
    metrics: tuple[str, ...] = several(("accuracy",), tuple(METRICS))

    def __post_init__(self) -> None:
        check(self)
