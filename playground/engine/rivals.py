"""The networks beside the present one: a session for each, on the clock of the present network's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits.rivals import PRESENT, rival_document, runs_alike, trains_alike
from playground.document.rival import Rival
from playground.engine.build import forget_networks
from playground.engine.lasting import MisfitError, go_on_from
from playground.engine.loops import Loops
from playground.engine.run.failing import failed
from playground.engine.run.film import BOUND
from playground.engine.run.keeping import KeptRuns
from playground.engine.session import DivergedError, Session
from playground.frames.frame import Frame, RivalFrame
from playground.frames.run import Status
from playground.frames.trained import TrainedRun, Training
from playground.frames.wanted import Wanted

RUNNING = Status("training")


class Rivals:
    """Each trains until it has come as far, in epochs, as the present network; costs nothing where there are none.

    One that diverges or stops by its own rule stays where it is until the run goes back or it becomes another.
    """

    def __init__(self, loops: Loops) -> None:
        self.loops = loops
        self.film_bound = BOUND
        self._rivals: tuple[Rival, ...] = ()
        self._sessions: dict[str, Session] = {}
        self._halted: dict[str, Status] = {}

    def forget(self) -> None:
        """The networks to come belong to another project."""
        self._rivals, self._sessions, self._halted = (), {}, {}

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Of those that can be trained."""
        return tuple(self._sessions.values())

    def take(self, main: Session | None, document: Document, purge: bool = False) -> Session:
        """Go on with another document and its rivals; returns the session of the present network.

        A network goes on with the run that it had before, be it as a rival or as the present one. `purge` lets go of
        what TensorFlow keeps of networks; not while another thread traces one.
        """
        if purge:
            # Before the new networks are traced: their kernels must stay, or the first step would make them again.
            forget_networks()
        wanted = {PRESENT: document, **{one.id: rival_document(document, one) for one in document.rivals}}
        sessions = _kept(wanted, {**({} if main is None else {PRESENT: main}), **self._sessions})
        present = self._renewed(sessions.pop(PRESENT, None), document)
        if main is not None and present is not main:
            present.course.take_over(main.course)
        halted, before = self._halted, self._sessions
        self._rivals, self._sessions, self._halted = document.rivals, {}, {}
        for rival in document.rivals:
            kept, one = sessions.get(rival.id), wanted[rival.id]
            if not can_train(one):
                self._halted[rival.id] = Status("unfinished")
                continue
            goes_on = kept is not None and kept is before.get(rival.id) and trains_alike(kept.document, one)
            try:
                self._sessions[rival.id] = self._renewed(kept, one)
            except Exception as error:
                self._fail(rival.id, error)
            else:
                if goes_on and rival.id in halted:
                    self._halted[rival.id] = halted[rival.id]
        return present

    def _renewed(self, session: Session | None, document: Document) -> Session:
        if session is None:
            session = Session(document, self.loops)
        elif not runs_alike(session.document, document):
            session.update(document)
        session.film.bound = self.film_bound
        return session

    def bound_films(self, main: Session | None, bound: int) -> None:
        """How many bytes the kept moments of each network may take, that of the present one too."""
        self.film_bound = bound
        for session in (main, *self.sessions):
            if session is not None:
                session.film.bound = bound
                session.film.fit()

    def warm_up(self) -> None:
        """Trace their plain graphs, so that training starts at once."""
        for session in self.sessions:
            session.warm_up()

    # Another worker

    def keep(self, main: Session, most_film_bytes: int | None = None) -> KeptRuns:
        """All runs, for other sessions to go on from; see Session.keep."""
        rivals = {name: session.keep(most_film_bytes) for name, session in self._sessions.items()}
        return KeptRuns(main.keep(most_film_bytes), rivals, self._halted)

    def go_on_as(self, main: Session | None, document: Document, kept: KeptRuns) -> Session:
        """Go on from these runs, of that document; returns the session of the present network."""
        present = self.take(main, document)
        present.go_on_as(kept.present)
        for name, session in self._sessions.items():
            if name in kept.rivals:
                session.go_on_as(kept.rivals[name])
        self._halted = dict(kept.halted)
        return present

    def go_on_from(self, document: Document, training: Training) -> tuple[Session, bool]:
        """Go on from what a project of that document has learned; see `lasting.go_on_from`.

        Returns the session of the present network, and whether all runs were those of their networks; of one that
        was not the network begins.
        """
        present, saved = self.take(None, document), dict(training.rivals)
        fits = _goes_on(present, training.present)
        for name, session in self._sessions.items():
            fits = (name not in saved or _goes_on(session, saved[name])) and fits
        self._halted.update({name: status for name, status in training.halted if name in self._sessions})
        return present, fits

    # The clock

    def behind(self, main: Session) -> bool:
        """Whether one has still to come as far as the present network."""
        return any(count > 0 for _, _, count in self._due(main))

    def _due(self, main: Session) -> Iterator[tuple[str, Session, int]]:
        """Of those that have not halted, how many batches they are behind."""
        for rival_id, session in self._sessions.items():
            if rival_id not in self._halted:
                yield rival_id, session, _at(session, main, main.step) - session.step

    def follow(self, main: Session, most: Callable[[float | None], int]) -> bool:
        """Train each towards where the present network is, by at most so many batches at its pace; whether any did."""
        followed = False
        for rival_id, session, count in self._due(main):
            if count > 0:
                followed = True
                self._train(rival_id, session, min(count, most(session.pace)))
        return followed

    def _train(self, rival_id: str, session: Session, count: int) -> None:
        try:
            stop = session.train(count)
        except DivergedError as error:
            self._halted[rival_id] = error.status
        except Exception as error:
            self._fail(rival_id, error)
        else:
            if stop is not None:
                self._halted[rival_id] = Status("paused", "stopped", (("stop", stop),))

    def _fail(self, rival_id: str, error: Exception) -> None:
        # It must not keep the others from training.
        self._halted[rival_id] = failed(error)

    def reset(self) -> None:
        """Back to the first weights of the seed, epoch 0."""
        for rival_id, session in self._sessions.items():
            session.reset()
            self._halted.pop(rival_id, None)

    def go_back(self, main: Session) -> None:
        """The present network's run has gone back; those that were further go back with it."""
        for rival_id, session in self._sessions.items():
            step = _at(session, main, main.step)
            if session.step > step:
                session.go_back_to(step)
                self._halted.pop(rival_id, None)

    # Looking

    def beside(self, frame: Frame, main: Session, past: int | None) -> Frame:
        """The frame of the present network, with its rivals where they are wanted."""
        return replace(frame, rivals=self.look(main, frame.wanted, past)) if frame.wanted.rivals else frame

    def look(self, main: Session, wanted: Wanted, past: int | None) -> tuple[RivalFrame, ...]:
        """Each as it is, or as it was when the present network had trained `past` batches."""
        plane = Wanted(wanted.surface_side, 0, (), wanted.axes, held=wanted.held)
        return tuple(self._look(rival.id, main, plane, past) for rival in self._rivals)

    def _look(self, rival_id: str, main: Session, plane: Wanted, past: int | None) -> RivalFrame:
        session, status = self._sessions.get(rival_id), self._halted.get(rival_id, RUNNING)
        if session is None:
            return RivalFrame(rival_id, status)
        seen = session.look(plane) if past is None else session.look_back(plane, _at(session, main, past))
        return RivalFrame(rival_id, status, seen.epoch, seen.curves, seen.row, seen.surface, seen.learning_rate)


def _goes_on(session: Session, run: TrainedRun) -> bool:
    try:
        go_on_from(session, run)
    except MisfitError:
        return False
    return True


def _at(session: Session, main: Session, step: int) -> int:
    """How many batches of a session's are as many epochs as `step` of the present network's."""
    return step * session.plain.steps_per_epoch // main.plain.steps_per_epoch


def _kept(wanted: dict[str, Document], before: dict[str, Session]) -> dict[str, Session]:
    """Name -> the session to go on with: its own where that trains the same, else another's that does, else its own."""
    free, found = dict(before), dict[str, Session]()
    for name, one in wanted.items():
        if name in free and trains_alike(free[name].document, one):
            found[name] = free.pop(name)
    for name, one in wanted.items():
        if name not in found:
            alike = next((key for key, session in free.items() if trains_alike(session.document, one)), None)
            if alike is not None:
                found[name] = free.pop(alike)
    for name in wanted:
        if name not in found and name in free:
            found[name] = free.pop(name)
    return found
