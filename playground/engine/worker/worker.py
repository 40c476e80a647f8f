"""The engine's loop: does what it is asked, trains for a frame's time, looks, and tells what is new."""

from __future__ import annotations

import pickle
import queue
import time
from collections.abc import Callable
from dataclasses import replace

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits.rivals import is_same_network, runs_alike
from playground.engine import meters
from playground.engine.exports.answering import Exports
from playground.engine.exports.comparing import compare
from playground.engine.lab.losses import loss_answer
from playground.engine.lab.running import Lab
from playground.engine.lasting import begin_with
from playground.engine.projection import project
from playground.engine.run.failing import failed
from playground.engine.session import DivergedError, Session
from playground.engine.worker import memory
from playground.engine.worker.asked import Asked
from playground.engine.worker.beside import Beside
from playground.engine.worker.compiling import Compiling
from playground.engine.worker.pace import FRAME_SECONDS
from playground.engine.worker.standing import Standing
from playground.frames import commands as ask
from playground.frames import news as tell
from playground.frames.commands import Command
from playground.frames.lab import LabAsked
from playground.frames.run import GETTING_READY, Status
from playground.lab.losses import LossQuestion
from playground.logbook import LOG

# Kept now and then against a crash: of networks up to so many numbers, films up to so many bytes.
MOST_KEPT_LIGHT, FILM_KEPT_LIGHT = 1_000_000, 8 << 20


class Worker(Standing):
    """Owns the one thread that may call Keras. Commands come by a queue; what is new goes to `say`.

    `say` is called from this thread, and of compiling from the compiler's.
    """

    def __init__(
        self, document: Document, commands: queue.SimpleQueue[Command], say: Callable[[tell.News], None]
    ) -> None:
        super().__init__(document, say)
        self._asked = Asked(commands, ask.TakeDocument(document))
        # The first document is no command.
        self._done = -1
        self._beside = Beside()
        self._lab, self._live_meter, self._exports = Lab(), meters.LiveMeter(), Exports(say)
        # A frame was told and not yet taken; another one would be work for nothing.
        self._untaken = False
        self._ended = False
        self._compiling = Compiling(lambda busy: say(tell.Compiling(busy)))
        self._size = memory.Size()

    def live(self) -> None:
        """Until it is told to end."""
        while not self._ended:
            try:
                self._turn()
            except Exception as error:
                self._fail(error)
        self._compiling.join(60)

    def _turn(self) -> None:
        """Do what was asked, train for a frame, look."""
        self._do_asked()
        session = self._session
        if self._ended or session is None:
            return
        self._train_all(session)
        if self._beside.working:
            self._say(self._beside.advance(FRAME_SECONDS))
        elif self._size.has_grown(self._rivals.loops.twins):
            self._say(tell.Grown())
        if self._stale and not (self._untaken and (self._playing.running or self._behind)):
            self._show(session)
        if self._playing.running and self._playing.left is None:
            # After the first frame, which the compiler's work would otherwise hold up.
            self._compiling.begin((session, *self._rivals.sessions))

    # Commands

    def _do_asked(self) -> None:
        """All that has come, one at a time, so that those after one that fails are not lost."""
        self._asked.fetch(self._seconds_to_wait())
        while self._asked and not self._ended:
            try:
                self._do(self._asked.next())
            finally:
                self._done += 1
                self._asked.fetch()
                if not self._asked:
                    self._say(tell.Done(self._done))

    def _seconds_to_wait(self) -> float | None:
        """Until there is something to do without being asked."""
        if self._session is None:
            return None
        busy = self._stale or self._behind or self._beside.working
        if not self._playing.running:
            return 0.0 if busy else None
        ready = self._session.ready
        rest = self._playing.rest(self._session.plain.steps_per_epoch) if ready else FRAME_SECONDS
        return min(rest, FRAME_SECONDS) if busy else rest

    def _do(self, command: Command) -> None:
        match command:
            case ask.TakeDocument():
                self._take_document(self._asked.newest(command))
            case ask.Play():
                self._run(None)
            case ask.Pause():
                self._pause()
            case ask.Rest(seconds):
                self._playing.hold(seconds)
            case ask.Step(epochs):
                self._step(epochs)
            case ask.GoToBest(change):
                self._go_to_best(change)
            case ask.SetPace(pace):
                self._playing.set_pace(pace)
            case ask.Reset(lineage):
                self._lineage = lineage
                self._reset()
            case ask.ShowPast(step):
                self._pause()
                self._past, self._stale = step, True
            case ask.BoundFilms(bound):
                self._rivals.bound_films(self._session, bound)
                self._stale = True
            case ask.BeginSurvey() | ask.BeginSearch():
                self._say(self._beside.begin(command, self._session, self._past))
            case ask.Project(node):
                self._say(tell.ProjectionNews(project(self._session, node, self._past)))
            case ask.AskLab(question):
                if not self._asked.brings_another(ask.AskLab):
                    self._answer_lab(question)
            case ask.SetWeight():
                if not self._asked.is_turned_on(command):
                    self._set_weight(command)
            case ask.LearnOne(sample, change):
                self._learn_one(sample, change)
            case ask.BecomePast(change):
                if can_train(self._document):
                    self._become_past(change)
            case ask.TakeBack(change):
                self._take_back(change)
            case ask.SetAside():
                self._set_aside()
            case ask.BringBack():
                self._stand_again()
            case ask.Look(wanted):
                self._stale, self._wanted = self._stale or wanted != self._wanted, wanted
            case ask.Export() | ask.StopExports():
                self._exports.do(command, self._session, self._past)
            case ask.AskMeter(question):
                if not self._asked.brings_another(ask.AskMeter):
                    self._say(tell.MeterNews(meters.answer(question)))
            case ask.Compare(path):
                self._say(tell.Compared(compare(self._session, path, self._past)))
            case ask.Taken():
                self._untaken = False
            case ask.GiveState():
                self._give_state(command)
            case ask.TakeState(packed, prepare):
                self._take_state(pickle.loads(packed), prepare)
            case ask.GiveTraining(serial):
                self._say(self._training_given(serial))
            case ask.TakeTraining():
                self._take_training(command)
            case ask.End():
                self._ended = True

    # Documents

    def _answer_lab(self, question: LabAsked) -> None:
        found = loss_answer(question) if isinstance(question, LossQuestion) else self._lab.answer(question)
        self._say(tell.LabNews(found))

    def _take_document(self, asked: ask.TakeDocument) -> None:
        if self._asked.brings_a_state:
            # A network that has learned comes in its place.
            return
        before, self._document, document = self._document, asked.document, asked.document
        if asked.anew:
            self._pause()
            self._rivals.forget()
            self._beside.stop()
            self._session = None
        # Still building: the document before was passed over, so this one is to be told ready even if alike.
        built = self._session is not None and self._status.state != "building"
        if built and runs_alike(document, before):
            if self._lineage != asked.lineage:
                # Another one between them has been passed over.
                self._lineage, self._stale = asked.lineage, True
                self._tell_status(self._status)
            return
        if not can_train(document):
            self._halt(Status("unfinished"))
            return
        if not is_same_network(document, before):
            self._beside.stop()
        self._build(asked)

    def _build(self, asked: ask.TakeDocument) -> None:
        if not self._playing.running:
            self._tell("building")
        self._session = self._rivals.take(self._session, asked.document, purge=not self._compiling.busy)
        self._stale, self._past, self._lineage = True, None, asked.lineage
        begin_with(self._session, asked.weights)
        if self._asked.newest(asked).document is asked.document:
            self._session.warm_up()
            self._rivals.warm_up()
            # The first look traces what it asks for, which is still part of getting ready.
            self._show(self._session)
            self._tell_standing(self._session)

    def _take_training(self, asked: ask.TakeTraining) -> None:
        """Another project, where it stood when it was saved."""
        self._pause()
        self._beside.stop()
        self._open_trained(asked)
        if self._session is not None:
            self._show(self._session)
            self._tell_standing(self._session)
        # The network may have been unfinished by then, and what was learned be of the one before.
        self._take_document(ask.TakeDocument(asked.document, asked.lineage))

    # The run

    def _step(self, epochs: int) -> None:
        if self._session is not None and can_train(self._document):
            self._become_past()
            self._run(epochs * self._session.plain.steps_per_epoch - self._session.batch if epochs else 1)

    def _run(self, steps: int | None) -> None:
        if self._session is None or not can_train(self._document):
            return
        self._become_past()
        if steps is None and not self._playing.running:
            self._session.resume()
        self._playing.start(steps, self._session.epoch)
        self._tell("training")

    @property
    def _behind(self) -> bool:
        """Whether a rival has still to come as far as the network, playing or not."""
        return self._session is not None and self._rivals.behind(self._session)

    def _train_all(self, session: Session) -> None:
        """The network, then its rivals as far as it has come; who is far behind is waited for."""
        if self._playing.running and not self._behind and self._is_ready(session):
            self._train_frame(session)
        if self._rivals.follow(session, self._room):
            self._stale = True

    def _is_ready(self, session: Session) -> bool:
        """Whether it may train at once; what has to be compiled for it first is."""
        if not session.ready:
            if self._status.code != GETTING_READY:
                self._tell_status(Status("training", GETTING_READY))
            self._compiling.begin((session, *self._rivals.sessions))
        elif self._status.code == GETTING_READY:
            self._tell("training")
        return session.ready

    def _room(self, pace: float | None) -> int:
        return self._playing.room(pace, 1 + len(self._rivals.sessions))

    def _train_frame(self, session: Session) -> None:
        steps = self._playing.due(self._room(session.pace), session.plain.steps_per_epoch)
        if not steps:
            return
        try:
            stop = session.train(steps)
        except DivergedError as error:
            self._halt(error.status)
        else:
            if self._playing.count(steps, session.epoch):
                self._pause()
            if stop is not None:
                self._halt(Status("paused", "stopped", (("stop", stop),)))
        self._stale = True

    def _halt(self, status: Status) -> None:
        self._playing.stop()
        self._tell_status(status)

    def _pause(self) -> None:
        if self._playing.running:
            self._stale = True
            self._halt(Status("paused"))

    def _go_to_best(self, change: int) -> None:
        if self._session is not None:
            self._pause()
            self._keep_before(change, self._session)
            self._session.go_to_best()
            self._stale, self._past = True, None

    def _reset(self) -> None:
        if self._session is not None:
            self._session.reset()
            self._rivals.reset()
            self._stale, self._past = True, None
            self._playing.measure_from(0)
            if not self._playing.running and can_train(self._document):
                self._tell("ready")

    def _stand_again(self) -> None:
        """The runs that were set aside, waiting for Play."""
        self._pause()
        session = self._bring_back()
        if session is not None and can_train(self._document):
            self._playing.measure_from(session.epoch)
            self._tell_standing(session)

    # Looking, exporting

    def _show(self, session: Session) -> None:
        self._stale, start, past = False, time.perf_counter(), self._past
        hurried = self._playing.running
        frame = session.look(self._wanted, hurried) if past is None else session.look_back(self._wanted, past)
        frame = self._rivals.beside(frame, session, past)
        if self._wanted.meter and past is None:
            frame = replace(frame, meter=self._live_meter.read(session, self._wanted.meter, hurried))
        self._playing.looking = time.perf_counter() - start
        self._untaken = True
        self._say(replace(frame, epochs_per_second=self._playing.epochs_per_second, lineage=self._lineage))

    def _give_state(self, asked: ask.GiveState) -> None:
        session = self._session
        light = asked.purpose == "keep"
        if light and (session is None or session.parameters > MOST_KEPT_LIGHT):
            return
        packed = b"" if session is None else self._packed(session, FILM_KEPT_LIGHT if light else None)
        self._ended = asked.purpose == "hand_over"
        self._say(tell.StateGiven(packed, asked.purpose))

    def _fail(self, error: Exception) -> None:
        LOG.error("the engine failed", exc_info=error)
        self._halt(failed(error))
