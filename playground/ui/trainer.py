"""The training thread, its commands, and the newest frame; the window's only door to the engine."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits.rivals import is_same_network, rivals_train_alike, trains_alike
from playground.frames.frame import Frame
from playground.frames.landscape import Landscape, Survey, SurveyRefused
from playground.frames.run import State, Status
from playground.frames.wanted import Wanted
from playground.ui.compiling import Compiling
from playground.ui.pace import FRAME_SECONDS, Metronome, Pace, Speed, steps_a_frame
from playground.ui.replies import Reply

if TYPE_CHECKING:
    from playground.engine.rivals import Rivals
    from playground.engine.session import Session

WILL_PLAY = "will_play"

Command = Callable[[], None]


class Trainer:
    """Owns the one thread that may call Keras. Commands go in by a queue, a one-slot mailbox holds the newest frame.

    Knows nothing of Qt: the window asks `take_frame` and `status` by a timer.
    """

    def __init__(self, document: Document) -> None:
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._document = document
        self._newest = document
        self._session: Session | None = None
        self._frame: Frame | None = None
        self._wanted = Wanted()
        self._status = Status()
        self._running = False
        self._steps_left: int | None = None
        self._past: int | None = None
        self._looking = 0.0
        self._landscape: Landscape | SurveyRefused | None = None
        self._closing = False
        self._stale = True
        self._speed = Speed()
        self._metronome = Metronome()
        self._compiling = Compiling()
        self._rivals: Rivals
        self._loaded = False
        self._replies: queue.SimpleQueue[Reply] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._live, name="trainer", daemon=True)

    # From the window's thread

    @property
    def status(self) -> Status:
        return self._status

    @property
    def compiling(self) -> bool:
        """Whether the XLA twin is being compiled."""
        return self._compiling.busy

    def start(self) -> None:
        """Begin to load TensorFlow, then to build the document's network."""
        self._thread.start()

    def show_document(self, document: Document) -> None:
        """Go on with another document; one that came meanwhile is passed over."""
        self._newest = document
        self._commands.put(self._take_newest)

    def play(self) -> None:
        """Train until paused; while there is no network yet, as soon as there is."""
        if self._status.state in ("loading", "building"):
            self._status = Status(self._status.state, WILL_PLAY)
        self._commands.put(lambda: self._run(None))

    def pause(self) -> None:
        if self._status.code == WILL_PLAY:
            self._status = Status(self._status.state)
        self._commands.put(self._pause)

    def step(self) -> None:
        """Train one batch."""
        self._commands.put(lambda: self._run(1))

    def step_epoch(self) -> None:
        """Train to the end of the epoch under way."""
        self._commands.put(lambda: self._run_epochs(1))

    def train_epochs(self, epochs: int) -> None:
        """Train that many epochs, then pause."""
        self._commands.put(lambda: self._run_epochs(epochs))

    def go_to_best(self) -> None:
        """Pause, and make the network what it was at its best epoch so far."""
        self._commands.put(self._go_to_best)

    def set_pace(self, pace: Pace) -> None:
        """How fast to train from now on."""
        self._commands.put(lambda: self._set_pace(pace))

    def reset(self) -> None:
        self._commands.put(self._reset)

    def show_past(self, step: int | None) -> None:
        """Pause, and show the network as it was after that many batches; None shows the present again."""
        self._commands.put(lambda: self._show_past(step))

    def go_on_from(self, step: int) -> None:
        """Train on from the kept moment at that many batches; what came after it is forgotten."""
        self._commands.put(lambda: self._go_on_from(step))

    def set_film_bound(self, bound: int) -> None:
        """How many bytes the kept moments of each network's run may take."""
        self._commands.put(lambda: self._bound_films(bound))

    def survey(self, asked: Survey | None) -> None:
        """Work out a landscape around what is shown; None stops that. `take_landscape` has what is known so far."""
        self._commands.put(lambda: self._survey(asked))

    def take_landscape(self) -> Landscape | SurveyRefused | None:
        """The newest landscape not yet taken, or why there is none."""
        found, self._landscape = self._landscape, None
        return found

    def set_weight(self, node_id: str, array_index: int, place: tuple[int, ...], value: float) -> None:
        """One weight becomes another number, playing or not; one that is gone by then is passed over."""
        self._commands.put(lambda: self._set_weight(node_id, array_index, place, value))

    def look(self, wanted: Wanted) -> None:
        """What the coming frames should hold."""
        self._commands.put(lambda: self._look(wanted))

    def export(self, path: Path) -> None:
        """Write the network as it is shown, by the ending of the path; `take_reply` tells how it went."""
        self._commands.put(lambda: self._export(path))

    def take_frame(self) -> Frame | None:
        """The newest frame not yet taken."""
        frame, self._frame = self._frame, None
        return frame

    def take_reply(self) -> Reply | None:
        try:
            return self._replies.get_nowait()
        except queue.Empty:
            return None

    def close(self, seconds: float = 2.5) -> bool:
        """Ask the thread to end; whether it did within that time."""
        self._closing = True
        self._commands.put(lambda: None)
        deadline = time.monotonic() + seconds
        if self._thread.ident is not None:
            self._thread.join(seconds)
        self._compiling.join(max(0.0, deadline - time.monotonic()))
        return not (self._thread.is_alive() or self.compiling)

    # In the trainer's thread

    def _live(self) -> None:
        turn = self._take_newest
        while not self._closing:
            try:
                turn()
            except Exception as error:
                self._fail(error)
            turn = self._turn

    def _turn(self) -> None:
        """Do what was asked, train for a frame, look."""
        waits = not (self._running or self._busy or (self._stale and self._session is not None))
        for command in self._asked(waits):
            if self._closing:
                return
            command()
        if self._session is not None:
            self._train_all(self._session)
        if self._session is not None and self._surveys.working:
            self._landscape = self._surveys.advance(FRAME_SECONDS)
        # While nobody has taken the last frame, another would be work for nothing.
        wanted = self._stale and (self._frame is None or not (self._running or self._behind))
        if wanted and self._session is not None and not self._closing:
            self._show(self._session)
        if self._running and self._steps_left is None and self._session is not None:
            # After the first frame, which the compiler's work would otherwise hold up.
            self._compiling.begin((self._session, *self._rivals.sessions))

    def _show(self, session: Session) -> None:
        self._stale, start, past = False, time.perf_counter(), self._past
        frame = session.look(self._wanted, self._running) if past is None else session.look_back(self._wanted, past)
        frame = self._rivals.beside(frame, session, past)
        self._looking = time.perf_counter() - start
        self._frame = replace(frame, epochs_per_second=self._speed.per_second)

    @property
    def _behind(self) -> bool:
        """Whether a rival has still to come as far as the network, playing or not."""
        return self._session is not None and self._rivals.behind(self._session)

    @property
    def _busy(self) -> bool:
        """Whether there is work beside the run's own."""
        return self._behind or (self._session is not None and self._surveys.working)

    def _asked(self, waits: bool) -> Iterator[Command]:
        """The commands so far, one at a time, so that those after one that fails are not lost."""
        if waits:
            yield self._commands.get()
        elif self._running and self._session is not None:
            rest = self._metronome.rest(time.perf_counter(), self._session.plain.steps_per_epoch)
            if self._stale or self._busy:
                # There is something to do before the next batch.
                rest = min(rest, FRAME_SECONDS)
            if rest:
                # At a slow pace it waits here, so that a command is still done at once.
                with suppress(queue.Empty):
                    yield self._commands.get(timeout=rest)
        while not self._commands.empty():
            yield self._commands.get()

    def _load(self) -> None:
        """Where it failed, the next edit tries again, and says why again."""
        if not self._loaded:
            from playground.engine.landscape import Surveys
            from playground.engine.loops import Loops
            from playground.engine.rivals import Rivals

            self._rivals, self._surveys, self._loaded = Rivals(Loops()), Surveys(), True

    def _take_newest(self) -> None:
        self._load()
        document, before = self._newest, self._document
        self._document = document
        # Still building: the document before was passed over, so this one is to be told ready even if alike.
        built = self._session is not None and self._status.state != "building"
        if built and trains_alike(document, before) and rivals_train_alike(document, before):
            return
        if not can_train(document):
            self._running = False
            self._tell("unfinished")
            return
        if not is_same_network(document, before):
            self._surveys.stop()
        self._build(document)

    def _build(self, document: Document) -> None:
        if not self._running:
            self._tell("building")
        self._session = self._rivals.take(self._session, document, purge=not self.compiling)
        self._stale, self._past = True, None
        if self._newest is document and not self._closing:
            self._session.warm_up()
            self._rivals.warm_up()
            # The first look traces what it asks for, which is still part of getting ready.
            self._show(self._session)
            self._tell("training" if self._running else "ready" if self._session.step == 0 else "paused")

    def _run_epochs(self, epochs: int) -> None:
        if self._session is not None:
            self._run(epochs * self._session.plain.steps_per_epoch - self._session.batch)

    def _run(self, steps: int | None) -> None:
        if self._session is None or not can_train(self._document):
            return
        if steps is None and not self._running:
            self._session.resume()
        self._steps_left = steps
        self._running, self._past = True, None
        self._speed.start(self._session.epoch)
        self._metronome.start()
        self._tell("training")

    def _train_all(self, session: Session) -> None:
        """The network, then its rivals as far as it has come; who is far behind is waited for."""
        if self._running and not self._behind:
            self._train_frame(session)
        if self._rivals.follow(session, self._steps_a_frame):
            self._stale = True

    def _steps_a_frame(self, pace: float | None) -> int:
        return steps_a_frame(pace, 1 + len(self._rivals.sessions), self._looking)

    def _train_frame(self, session: Session) -> None:
        from playground.engine.session import DivergedError

        steps = self._steps_a_frame(session.loop.pace)
        if self._steps_left is not None:
            steps = min(steps, self._steps_left)
        steps = self._metronome.due(time.perf_counter(), steps, session.plain.steps_per_epoch)
        if not steps:
            return
        try:
            stop = session.train(steps)
        except DivergedError as error:
            self._running = False
            self._status = Status("diverged", "diverged", (("epoch", error.epoch), ("loss", error.loss)))
        else:
            self._speed.count(session.epoch)
            self._count_down(steps)
            if stop is not None:
                self._running = False
                self._status = Status("paused", "stopped", (("stop", stop),))
        self._stale = True

    def _count_down(self, steps: int) -> None:
        if self._steps_left is not None:
            self._steps_left -= steps
            if self._steps_left <= 0:
                self._pause()

    def _go_to_best(self) -> None:
        if self._session is not None:
            self._pause()
            self._session.go_to_best()
            self._stale, self._past = True, None

    def _set_pace(self, pace: Pace) -> None:
        self._metronome.pace = pace
        self._metronome.start()

    def _pause(self) -> None:
        if self._running:
            self._running = False
            self._tell("paused")
            self._stale = True

    def _reset(self) -> None:
        if self._session is not None:
            self._session.reset()
            self._rivals.reset()
            self._stale, self._past = True, None
            self._speed.start(0)
            if not self._running and can_train(self._document):
                self._tell("ready")

    def _show_past(self, step: int | None) -> None:
        self._pause()
        self._past, self._stale = step, True

    def _go_on_from(self, step: int) -> None:
        if self._session is not None and can_train(self._document):
            self._session.go_back_to(step)
            self._rivals.go_back(self._session)
            self._run(None)

    def _bound_films(self, bound: int) -> None:
        self._load()
        self._rivals.bound_films(self._session, bound)
        self._stale = True

    def _survey(self, asked: Survey | None) -> None:
        self._load()
        self._landscape = self._surveys.begin(self._session, asked, self._past)

    def _set_weight(self, node_id: str, array_index: int, place: tuple[int, ...], value: float) -> None:
        if self._session is None:
            return
        if self._past is not None:
            # The number that a person sees is the one that is changed.
            self._session.go_back_to(self._past)
            self._rivals.go_back(self._session)
        self._session.set_weight(node_id, array_index, place, value)
        self._stale, self._past = True, None

    def _look(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._stale = True

    def _export(self, path: Path) -> None:
        from playground.engine.exports.export import export

        if self._session is None:
            return
        try:
            with self._session.back_at(self._past):
                export(self._session, path)
        except (OSError, ValueError) as error:
            self._replies.put(Reply(path, error))
        else:
            self._replies.put(Reply(path))

    def _tell(self, state: State) -> None:
        self._status = Status(state, self._status.code if state == "building" else "")

    def _fail(self, error: Exception) -> None:
        self._running = False
        self._status = Status("failed", "engine", (("error", f"{type(error).__name__}: {error}"),))
