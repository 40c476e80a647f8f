"""The window's only door to the engine, whose worker lives in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playground.document.checks.carrying import goes_on
from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.frames import commands as ask
from playground.frames import news as tell
from playground.frames.comparing import Comparison
from playground.frames.frame import Frame
from playground.frames.lab import LabAnswer, LabAsked
from playground.frames.landscape import Landscape, Survey, SurveyRefused
from playground.frames.losses import LossAnswer
from playground.frames.meters import MeterAnswer, MeterQuestion
from playground.frames.pace import Pace
from playground.frames.projection import Projection
from playground.frames.rates import Rates, RateSearch, RatesRefused
from playground.frames.reply import Reply
from playground.frames.run import BUILDING, COMING, ENDED, ENGINE_GONE, Status
from playground.frames.trained import Learned, Training, weights_of
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted
from playground.homes import Home, ProcessHome
from playground.ui.lasting import Lasting
from playground.ui.questions import Answer, Exports, Questions
from playground.ui.succession import Succession

WILL_PLAY = "will_play"
WILL_PLAY_ONCE_THERE = {state: Status(state, WILL_PLAY) for state in COMING}


class Trainer:
    """Sends commands, and holds what came back last. Of one thread; knows nothing of Qt: the window asks by a timer."""

    def __init__(self, document: Document, make_home: Callable[[Document, str], Home] = ProcessHome) -> None:
        self._workers = Succession(document, make_home)
        self._early: list[ask.Command] | None = []  # what was asked before there was a worker
        self._status, self._will_play, self._compiling = Status(), False, False
        # What the run is of, and how often a document came of which nothing learned before holds.
        self._document, self._lineage, self._plays = document, 0, False
        self._frame, self._taken = None, None  # type: Frame | None, Frame | None
        self._questions, self._exports = Questions(), Exports()
        # `lost`: how many workers were gone by themselves and are followed by another.
        self._closed, self.lost, self.lasting = False, 0, Lasting(self._send, self._listen)
        self._pace, self._engine = None, None  # type: Pace | None, tell.Hello | None

    def start(self) -> None:
        """Begin to load TensorFlow, then to build the document's network; once."""
        if self._early is not None:
            self._workers.start()
            early, self._early = self._early, None
            for command in early:
                self._workers.send(command)

    # What came back

    def _listen(self) -> None:
        try:
            for news in self._workers.receive():
                self._take(news)
        except EOFError:
            self._lose()
            self.lost += self._workers.may_go_on
            (self.go_on if self._workers.may_go_on else self.lasting.lose)()

    def _take(self, news: tell.News) -> None:
        match news:
            case Frame():
                self._take_in(news)
            case Status():
                self._status = news
                self._will_play = self._will_play and news.state in COMING
            case Reply():
                self._exports.hear(news)
            case tell.Compiling(busy):
                self._compiling = busy
            case tell.TrainingGiven() | tell.TrainingTaken():
                self.lasting.hear(news)
            case tell.Hello():
                self._engine = news
            case _ if isinstance(news, Answer):
                self._questions.hear(news)

    def _take_in(self, frame: Frame) -> None:
        """A frame of a network that has nothing in common with the document is never seen."""
        if frame.lineage == self._lineage:
            self._frame = frame
        else:
            self._send(ask.Taken())

    def _lose(self) -> None:
        """The worker is gone by itself."""
        self._plays = self._will_play or self._status.state == "training"
        self._status, self._will_play, self._compiling = Status("failed", ENGINE_GONE), False, False
        self._exports.lose()

    @property
    def status(self) -> Status:
        self._listen()
        coming = WILL_PLAY_ONCE_THERE.get(self._status.state) if self._will_play else None
        return coming or self._status

    @property
    def compiling(self) -> bool:
        """Whether an XLA twin is being compiled."""
        self._listen()
        return self._compiling

    @property
    def engine(self) -> tell.Hello | None:
        """What trains, once it is known."""
        return self._engine

    @property
    def unanswered(self) -> float:
        """Seconds for which a command has not been done, once there is an engine."""
        self._listen()
        return 0.0 if self._status.state == "loading" else self._workers.unanswered

    @property
    def writing(self) -> tuple[Path, ...]:
        """What is being exported, or waits for it."""
        self._listen()
        return self._exports.paths

    def take_frame(self) -> Frame | None:
        """The newest frame not yet taken."""
        self._listen()
        frame, self._frame = self._frame, None
        if frame is not None:
            self._taken = frame
            self._send(ask.Taken())
        return frame

    @property
    def last_frame(self) -> Frame | None:
        """The one taken last, for a window that comes later; none of a network that is gone."""
        return self._taken if self._taken is not None and self._taken.lineage == self._lineage else None

    def take_landscape(self) -> Landscape | SurveyRefused | None:
        """The newest landscape not yet taken, or why there is none."""
        return self._answer(tell.LandscapeNews)

    def take_rates(self) -> Rates | RatesRefused | None:
        """The newest of the search for a learning rate not yet taken, or why there is none."""
        return self._answer(tell.RatesNews)

    def take_projection(self) -> Projection | None:
        """Where all samples stand, not yet taken."""
        return self._answer(tell.ProjectionNews)

    def take_lab_answer(self) -> LabAnswer | LossAnswer | None:
        """What the lab's newest question gave, not yet taken."""
        return self._answer(tell.LabNews)

    def take_comparison(self) -> Comparison | None:
        """How a saved file compares with the network, not yet taken."""
        return self._answer(tell.Compared)

    def take_meter(self) -> MeterAnswer | None:
        """What the newest question to a meter gave, not yet taken."""
        return self._answer(tell.MeterNews)

    def _answer(self, kind: type) -> Any:
        self._listen()
        return self._questions.take(kind)

    def take_reply(self) -> Reply | None:
        self._listen()
        return self._exports.replies.popleft() if self._exports.replies else None

    # What is asked

    def _send(self, command: ask.Command) -> None:
        self._questions.ask(command)
        if self._early is not None:
            self._early.append(command)
        elif not self._closed:
            self._workers.send(command)

    def show_document(self, document: Document) -> bool:
        """Go on with another document; one that came meanwhile is passed over.

        Returns whether what is known of the run still holds for it; where not, frames of before no longer come.
        """
        holds = goes_on(self._document, document)
        if not holds:
            self._forget()
        self._document = document if can_train(document) else self._document
        self._send(ask.TakeDocument(document, self._lineage))
        return holds

    def begin(self, document: Document, learned: Learned | None = None) -> None:
        """Another project: its run waits for Play, where it has learned so far, and there is none before it."""
        self._forget()
        self._document, self._will_play = document, False
        self._status = BUILDING if self._status.state == "training" else self._status
        known = isinstance(learned, Training) and ask.TakeTraining(document, learned, self._lineage)
        self._send(known or ask.TakeDocument(document, self._lineage, True, weights_of(learned)))

    def _forget(self, coming: Status = BUILDING) -> None:
        """Nothing that has come holds any more."""
        self._listen()
        self._lineage += 1
        if self._frame is not None:
            self._frame = None
            self._send(ask.Taken())
        self._questions.forget()
        if self._status.state in ENDED:
            self._status = coming

    def play(self) -> None:
        """Train until paused; while there is no network yet, as soon as there is; by another worker if one is lost."""
        if self._status.code == ENGINE_GONE:
            self._plays = False
            self.go_on()
        self._will_play = self._status.state in COMING
        self._send(ask.Play())

    def pause(self) -> None:
        self._will_play = False
        self._send(ask.Pause())

    def rest(self, seconds: float) -> None:
        """Leave the machine to the window for so many seconds; 0 ends that. The run is not paused by it."""
        self._send(ask.Rest(seconds))

    def step(self) -> None:
        """Train one batch."""
        self._send(ask.Step())

    def train_epochs(self, epochs: int) -> None:
        """Train to the end of that many epochs, the one under way being the first, then pause."""
        self._send(ask.Step(epochs))

    def go_to_best(self, change: int = 0) -> None:
        """Pause, and make the network what it was at its best epoch so far; see `become_past` for `change`."""
        self._send(ask.GoToBest(change))

    def set_pace(self, pace: Pace) -> None:
        """How fast to train from now on; the same again does not begin another gentle start."""
        if pace != self._pace:
            self._pace = pace
            self._send(ask.SetPace(pace))

    def reset(self) -> None:
        """Back to the first weights; what was learned before is never seen after this."""
        self._forget(self._status)
        self._send(ask.Reset(self._lineage))

    def show_past(self, step: int | None) -> None:
        """Pause, and show the network as it was after that many batches; None shows the present again."""
        self._send(ask.ShowPast(step))

    def become_past(self, change: int = 0) -> None:
        """The moment of the past that is shown becomes the present, as that change by hand."""
        self._send(ask.BecomePast(change))

    def take_back(self, change: int) -> None:
        """The run is what it was before that change; asked again, what it was after it."""
        self._send(ask.TakeBack(change))

    def set_aside(self, on: bool) -> None:
        """Keep the run as it is while other documents are shown; off, with its own shown again, it is that again."""
        if self._status.state != "loading":
            self._send(ask.SetAside() if on else ask.BringBack())

    def set_film_bound(self, bound: int) -> None:
        """How many bytes the kept moments of each network's run may take."""
        self._send(ask.BoundFilms(bound))

    def survey(self, asked: Survey | None) -> None:
        """Work out a landscape around what is shown; None stops that. `take_landscape` has what is known so far."""
        self._send(ask.BeginSurvey(asked))

    def search_rates(self, asked: RateSearch | None) -> None:
        """Search for a learning rate on a copy of what is shown; None stops that. `take_rates` has what is known."""
        self._send(ask.BeginSearch(asked))

    def project(self, node: str) -> None:
        """Where all samples stand by what this node makes of them; `take_projection` has the answer."""
        self._send(ask.Project(node))

    def ask_lab(self, question: LabAsked) -> None:
        """Run what the lab asks; `take_lab_answer` has the answer to the newest question."""
        self._send(ask.AskLab(question))

    def set_weight(
        self, node_id: str, array_index: int, place: tuple[int, ...], value: float, change: int = 0, again: bool = False
    ) -> None:
        """One weight becomes another number, playing or not; one that is gone by then is passed over."""
        self._send(ask.SetWeight(node_id, array_index, place, value, change, again))

    def learn_one(self, sample: WalkQuestion, change: int = 0) -> None:
        """One step of the optimizer for this sample alone."""
        self._send(ask.LearnOne(sample, change))

    def look(self, wanted: Wanted) -> None:
        """What the coming frames should hold."""
        self._send(ask.Look(wanted))

    def ask_meter(self, question: MeterQuestion) -> None:
        """Make a meter and go through its steps; `take_meter` has what it says."""
        self._send(ask.AskMeter(question))

    def compare(self, path: Path) -> None:
        """Load a saved file back beside the network as it is shown; `take_comparison` has what was found."""
        self._send(ask.Compare(path))

    def export(self, path: Path, content: bytes | None = None) -> None:
        """Write the network as it is shown, by the path's ending, or this content; `take_reply` tells how it went."""
        if not self._closed:
            self._send(self._exports.begin(path, content))

    def stop_exports(self) -> None:
        """End what is still made or loaded back; what is written stays."""
        self._send(ask.StopExports())

    def go_on(self) -> None:
        """After the worker was lost, another one goes on from the newest state that was kept, playing as it did."""
        self._status = Status("loading")
        self._workers.start_again()
        for question in (*self.lasting.again(), *self._questions.again()):
            self._workers.send(question)
        # The state that was kept may be of some seconds before, when it played or did not.
        (self.play if self._plays else self.pause)()

    def stop_now(self) -> None:
        """Give up what does not answer: another worker stands where the newest kept state was; while building, none."""
        give_up = self._workers.give_up if self._status.state == "building" else None
        self._lose()
        self._plays = False
        (give_up or self.go_on)()
        self.pause()

    def choose_device(self, device: str) -> None:
        """Train on the CPU or the GPU from now on: a worker on that one takes over."""
        self._workers.choose_device(device)

    def close(self, seconds: float = 1.0) -> bool:
        """Let the worker go; whether it was gone within that time."""
        self._closed = True
        return self._workers.end(seconds)
