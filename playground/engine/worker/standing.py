"""Where a worker stands: its document, the runs, and what is told of them; kept, handed over and taken back."""

from __future__ import annotations

import pickle
from collections.abc import Callable

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits.rivals import runs_alike
from playground.engine.lasting import training_of
from playground.engine.loops import Loops
from playground.engine.rivals import Rivals
from playground.engine.run.keeping import Kept, KeptRuns
from playground.engine.session import Session
from playground.engine.worker.playing import Playing
from playground.frames import commands as ask
from playground.frames import news as tell
from playground.frames.run import State, Status
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted
from playground.projects.arrays import TooLargeError
from playground.projects.codec import encode

# What the changes by hand that can be taken back may take, and of that the film of each run; and of runs set aside.
MOST_BYTES, FILM_KEPT, FILM_ASIDE = 32 << 20, 2 << 20, 32 << 20


class Standing:
    """What a worker would have to tell another one, and what it knows beside."""

    def __init__(self, document: Document, say: Callable[[tell.News], None]) -> None:
        self._say = say
        self._document = document
        self._session: Session | None = None
        self._rivals = Rivals(Loops())
        self._wanted = Wanted()
        self._status = Status()
        self._playing = Playing()
        self._past: int | None = None
        self._stale, self._lineage = True, 0
        # Of each change the runs before it; where it was taken back, those after it.
        self._changes: dict[int, bytes] = {}
        self._aside: bytes | None = None

    # Telling

    def _tell(self, state: State) -> None:
        self._tell_status(Status(state))

    def _tell_status(self, status: Status) -> None:
        self._status = status
        self._say(status)

    def _tell_standing(self, session: Session) -> None:
        if session.step == 0:
            self._playing.measure_from(0)
        self._tell("training" if self._playing.running else "ready" if session.step == 0 else "paused")

    # Another worker takes over

    def _packed(self, session: Session, most_film_bytes: int | None) -> bytes:
        """All of it, for another worker; where bytes are spared, without any other runs and with short films."""
        runs, playing = self._rivals.keep(session, most_film_bytes), self._playing
        others = (self._changes, self._aside) if most_film_bytes is None else ({}, None)
        speed = playing.epochs_per_second
        kept = Kept(self._document, runs, self._status, playing.left, self._past, speed, self._lineage, *others)
        return pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)

    def _take_state(self, kept: Kept, prepare: bool) -> None:
        self._document = kept.document
        session = self._session = self._rivals.go_on_as(self._session, kept.document, kept.runs)
        session.warm_up()
        self._rivals.warm_up()
        if prepare:
            # Its first look traces what it asks for.
            session.look(self._wanted)
            self._say(tell.Prepared())
            return
        self._past, self._stale, self._lineage = kept.past, True, kept.lineage
        self._changes, self._aside = kept.changes, kept.aside
        if kept.status.state == "training":
            self._playing.start(kept.steps_left, session.epoch)
        self._playing.measure_from(session.epoch, kept.epochs_per_second)
        self._tell_status(kept.status)

    # A project's file

    def _training_given(self, serial: int) -> tell.TrainingGiven:
        """What was learned, for a file: without the film, which would be most of it."""
        session = self._session
        if session is None or not (session.step or session.course.events or session.course.ended):
            return tell.TrainingGiven("", serial)
        try:
            text = encode(training_of(self._rivals.keep(session, most_film_bytes=0), self._document))
        except TooLargeError:
            return tell.TrainingGiven("", serial, too_large=True)
        return tell.TrainingGiven(text, serial)

    def _open_trained(self, asked: ask.TakeTraining) -> None:
        """The runs of a project that was just opened, as they were saved; their beginning where these are not its."""
        self._tell("building")
        self._rivals.forget()
        self._session, self._past, self._lineage, self._stale = None, None, asked.lineage, True
        self._changes, self._aside = {}, None
        self._document = asked.training.present.document or asked.document
        fits = can_train(self._document)
        if fits:
            self._session, fits = self._rivals.go_on_from(self._document, asked.training)
            self._session.warm_up()
            self._rivals.warm_up()
            self._playing.measure_from(self._session.epoch)
        self._say(tell.TrainingTaken(fits))

    # Changes of the run by hand, which can be taken back

    def _set_weight(self, asked: ask.SetWeight) -> None:
        if self._session is not None:
            self._keep_before(asked.change, self._session)
            # The number that a person sees is the one that is changed.
            self._become_past()
            self._session.set_weight(asked.node, asked.array, asked.place, asked.value, asked.again)
            self._stale = True

    def _learn_one(self, sample: WalkQuestion, change: int) -> None:
        if self._session is not None:
            self._keep_before(change, self._session)
            self._become_past()
            self._session.learn_one(sample)
            self._stale = True

    def _become_past(self, change: int = 0) -> None:
        """What a person sees of the past is what goes on."""
        if self._past is not None and self._session is not None:
            self._keep_before(change, self._session)
            self._session.go_back_to(self._past)
            self._rivals.go_back(self._session)
            self._past, self._stale = None, True

    def _keep_before(self, change: int, session: Session) -> None:
        if change:
            self._keep_runs(change, session)

    def _keep_runs(self, change: int, session: Session) -> None:
        runs = self._rivals.keep(session, FILM_KEPT)
        self._changes[change] = pickle.dumps(runs, pickle.HIGHEST_PROTOCOL)
        while len(self._changes) > 1 and sum(map(len, self._changes.values())) > MOST_BYTES:
            del self._changes[next(iter(self._changes))]

    def _take_back(self, change: int) -> None:
        """The runs as they were before that change; once more, as they were when it was taken back."""
        packed, session = self._changes.pop(change, None), self._session
        if packed is None or session is None:
            return
        kept: KeptRuns = pickle.loads(packed)
        if runs_alike(kept.present.document, session.document):
            self._keep_runs(change, session)
            self._session = self._rivals.go_on_as(session, session.document, kept)
            self._past, self._stale = None, True
            self._playing.measure_from(self._session.epoch)

    # Runs that are set aside while others are looked at

    def _set_aside(self) -> None:
        """As they are, with those before it gone; where no network stands, none."""
        self._aside = None
        if self._session is not None:
            runs = self._rivals.keep(self._session, FILM_ASIDE)
            self._aside = pickle.dumps(runs, pickle.HIGHEST_PROTOCOL)

    def _bring_back(self) -> Session | None:
        """The network as it was set aside; None where nothing was, or it is not the document's.

        A document that cannot train now is taken to be the one: what mends it goes on with these weights.
        """
        packed, self._aside = self._aside, None
        if packed is None:
            return None
        kept: KeptRuns = pickle.loads(packed)
        present = kept.present.document
        if can_train(self._document) and not runs_alike(present, self._document):
            return None
        self._session = self._rivals.go_on_as(self._session, present, kept)
        self._past, self._stale = None, True
        return self._session
