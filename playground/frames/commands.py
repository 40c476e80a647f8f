"""What the window asks of the engine: frozen values, done in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playground.document.document import Document
from playground.frames.arrays import Weights
from playground.frames.lab import LabAsked
from playground.frames.landscape import Survey
from playground.frames.meters import MeterQuestion
from playground.frames.pace import Pace
from playground.frames.rates import RateSearch
from playground.frames.trained import Training
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted

Purpose = Literal["keep", "prepare", "hand_over"]


@dataclass(frozen=True, slots=True)
class TakeDocument:
    """Go on with another document; one that came meanwhile is passed over.

    `lineage` is told back in frames; see Frame. `anew`: it is another project, so the run pauses, and what comes of
    the document knows nothing of the runs before. `weights`: node id -> its arrays in Keras's order, which it begins
    with where their shapes fit.
    """

    document: Document
    lineage: int = 0
    anew: bool = False
    weights: Weights = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Play:
    """Train until paused."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop after the batches under way."""


@dataclass(frozen=True, slots=True)
class Step:
    """Train one batch; or to the end of so many epochs, the one under way being the first; then pause."""

    epochs: int = 0


@dataclass(frozen=True, slots=True)
class GoToBest:
    """Pause, and make the network what it was at its best epoch so far; see BecomePast for `change`."""

    change: int = 0


@dataclass(frozen=True, slots=True)
class SetPace:
    """How fast to train from now on."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class Reset:
    """Back to the first weights, epoch 0; `lineage` is told back in frames, see Frame."""

    lineage: int = 0


@dataclass(frozen=True, slots=True)
class ShowPast:
    """Pause, and show the network as it was after that many batches; None shows the present again."""

    step: int | None


@dataclass(frozen=True, slots=True)
class BecomePast:
    """The moment of the past that is shown becomes the present; what came after it is forgotten.

    As a change by hand of that number, so that it can be taken back.
    """

    change: int = 0


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The runs are again what they were before that change; and when asked again, what they were after it."""

    change: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """Keep the runs as they are now, in place of any that were kept so before, until BringBack."""


@dataclass(frozen=True, slots=True)
class BringBack:
    """The runs are again as they were set aside, where the document is the one that they are of."""


@dataclass(frozen=True, slots=True)
class BoundFilms:
    """How many bytes the kept moments of each network's run may take."""

    bound: int


@dataclass(frozen=True, slots=True)
class BeginSurvey:
    """Work out a landscape around what is shown; None stops that."""

    survey: Survey | None


@dataclass(frozen=True, slots=True)
class BeginSearch:
    """Search for a learning rate on a copy of the network that is shown; None stops that."""

    search: RateSearch | None


@dataclass(frozen=True, slots=True)
class Project:
    """Where all samples stand by what this node makes of them now; see Projection."""

    node: str


@dataclass(frozen=True, slots=True)
class AskLab:
    """What do these calls, or this loss, give? One that came meanwhile is answered in its place."""

    question: LabAsked


@dataclass(frozen=True, slots=True)
class SetWeight:
    """One weight becomes another number: at a place of one of a node's arrays, in Keras's order; see BecomePast.

    `again`: it is still being turned, so that this number takes the place of the one before.
    """

    node: str
    array: int
    place: tuple[int, ...]
    value: float
    change: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class LearnOne:
    """One step of the optimizer for this sample alone, from the network that is shown; see BecomePast."""

    sample: WalkQuestion
    change: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What the coming frames should hold."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Export:
    """Write the network as it is shown, by the ending of the path; a Reply with this serial tells how it went.

    content: of the file where somebody else has made it, such as one in the language of the window.
    """

    path: Path
    serial: int
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class StopExports:
    """End what other processes still make or load back; what is written stays."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Load a saved file back and give it the inputs of the network as it is shown; see Comparison."""

    path: Path


@dataclass(frozen=True, slots=True)
class AskMeter:
    """What does a meter say? Of several only the newest is answered."""

    question: MeterQuestion


@dataclass(frozen=True, slots=True)
class Taken:
    """The last frame was taken: there may be another one."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Train nothing for so many seconds, as the window needs the machine; 0 ends that. The run is not paused by it."""

    seconds: float


@dataclass(frozen=True, slots=True)
class GiveState:
    """Tell all that is known of the runs, as StateGiven.

    "keep": against a crash, without long films, and not of large networks. "prepare": for another worker to prepare
    for it. "hand_over": for another worker to go on from it; this one does nothing more.
    """

    purpose: Purpose


@dataclass(frozen=True, slots=True)
class TakeState:
    """Go on from what another worker has told, in its document; only `prepare` for that, which takes longer."""

    packed: bytes
    prepare: bool = False


@dataclass(frozen=True, slots=True)
class GiveTraining:
    """Tell what was learned as the text of a file, as TrainingGiven with this serial."""

    serial: int


@dataclass(frozen=True, slots=True)
class TakeTraining:
    """Another project, as TakeDocument's `anew`: go on from what it has learned before; then TrainingTaken."""

    document: Document
    training: Training
    lineage: int = 0


@dataclass(frozen=True, slots=True)
class End:
    """Do nothing more."""


Command = (
    TakeDocument | Play | Pause | Step | GoToBest | SetPace | Reset | ShowPast | BecomePast | TakeBack | SetAside
    | BringBack | BoundFilms | BeginSurvey | BeginSearch | Project | AskLab | AskMeter | SetWeight | LearnOne | Look
    | Export | StopExports | Compare | Taken | GiveState | TakeState | GiveTraining | TakeTraining | Rest | End
)  # fmt: skip
