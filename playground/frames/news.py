"""What the engine tells the window, beside Frame, Status and Reply: frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from playground.frames.commands import Purpose
from playground.frames.comparing import Comparison
from playground.frames.frame import Frame
from playground.frames.lab import LabAnswer
from playground.frames.landscape import Landscape, SurveyRefused
from playground.frames.losses import LossAnswer
from playground.frames.meters import MeterAnswer
from playground.frames.projection import Projection
from playground.frames.rates import Rates, RatesRefused
from playground.frames.reply import Reply
from playground.frames.run import Status

CPU, GPU = "CPU", "GPU"


@dataclass(frozen=True, slots=True)
class Hello:
    """TensorFlow is loaded: its version, and what it trains on, CPU or GPU; `devices` are all kinds there are,
    `gpus` what each GPU is called."""

    version: str
    device: str
    devices: tuple[str, ...] = (CPU,)
    gpus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiling:
    """Whether an XLA twin is being compiled."""

    busy: bool


@dataclass(frozen=True, slots=True)
class LandscapeNews:
    """The landscape so far, or why there is none."""

    found: Landscape | SurveyRefused | None


@dataclass(frozen=True, slots=True)
class RatesNews:
    """The search for a learning rate so far, or why there is none."""

    found: Rates | RatesRefused | None


@dataclass(frozen=True, slots=True)
class ProjectionNews:
    """Where all samples stand; None where that cannot be said."""

    found: Projection | None


@dataclass(frozen=True, slots=True)
class LabNews:
    """What the lab's newest question gave."""

    found: LabAnswer | LossAnswer


@dataclass(frozen=True, slots=True)
class Compared:
    """How a saved file compares with the network."""

    found: Comparison


@dataclass(frozen=True, slots=True)
class MeterNews:
    """What a meter says."""

    found: MeterAnswer


@dataclass(frozen=True, slots=True)
class Done:
    """How many commands have been done so far."""

    count: int


@dataclass(frozen=True, slots=True)
class Grown:
    """This worker has grown so large that another should take its place."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that takes long is done for going on from the state that was told."""


@dataclass(frozen=True, slots=True)
class StateGiven:
    """All that is known of the runs, for another worker to go on from; nobody else looks inside. Empty of no run."""

    packed: bytes
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class TrainingGiven:
    """What was learned, as the text of a project's part; "" where nothing was. `too_large`: for a file, so none."""

    text: str
    serial: int
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class TrainingTaken:
    """A project was opened with what it had learned; `fits` is False where that was of another network."""

    fits: bool


News = (
    Frame
    | Status
    | Reply
    | Hello
    | Compiling
    | LandscapeNews
    | RatesNews
    | ProjectionNews
    | LabNews
    | Compared
    | MeterNews
    | Done
    | Grown
    | Prepared
    | StateGiven
    | TrainingGiven
    | TrainingTaken
)
