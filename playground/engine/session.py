"""One document in training: build, train, look, update, reset."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from playground.document.checks.carrying import goes_on
from playground.document.document import Document
from playground.document.edits.rivals import trains_alike
from playground.engine.filmed import Filmed
from playground.engine.loops import Loops
from playground.engine.probes.sizes import Sizes
from playground.engine.run.blame import broken_formula
from playground.engine.run.course import Course
from playground.engine.run.curves import Recorder
from playground.engine.run.divergence import DivergedError as DivergedError
from playground.engine.run.divergence import unbroken
from playground.engine.run.film import Moment
from playground.engine.run.keeping import KeptRun, chunk_of, keep_chunk, keep_film, keep_moment, state_of
from playground.engine.run.rules import Rules
from playground.engine.train import Chunk, State
from playground.engine.weights import first_state, variables, with_kept, with_weight
from playground.frames.arrays import NOTHING, Floats
from playground.frames.frame import Frame
from playground.frames.run import Stop
from playground.frames.sizes import NO_SIZE_HISTORY
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted


class Session(Filmed):
    """A network and its run. Holds the present training state as a value; the loops it goes through are shared.

    All methods belong to one thread, but for the function that `twin_to_compile` gives.
    """

    def __init__(self, document: Document, loops: Loops) -> None:
        super().__init__(document, loops)
        self._sizes = Sizes()
        self.course = Course(document)
        self._rules = Rules(document)
        self.reset()

    # What the document says

    def update(self, document: Document) -> None:
        """Go on with another document: weights whose shapes still fit stay; see `goes_on` for what starts over."""
        self._leave_broken_epoch()
        before = self.document
        ended = self._at_end_of(self.epoch) if document.metrics != before.metrics else None
        kept = self.weights_by_node()
        self._rules.take(document)
        spec = self.spec
        self._take(document)
        if self.spec.batches.steps != spec.batches.steps:
            # They are numbered by epochs of another length.
            self.course.batches.forget_after(-1)
        if not goes_on(before, document):
            self.reset()
        elif replace(self.spec, metrics=spec.metrics) != spec or document.data != before.data:
            self.recorder.measure(self.plain.columns)
            self._carry_over(kept, same_variables=variables(spec) == variables(self.spec))
        elif ended is not None:
            self._measure_others(*ended)
        if not trains_alike(before, document):
            self._begin(self.step)
        if self.step:
            self.course.note_edit(before, document, self.epoch)

    def _leave_broken_epoch(self) -> None:
        # An epoch that breaks is noticed at its end; an edit in its middle must not take its weights along.
        if not all(np.isfinite(value.numpy()).all() for value in self.state):
            self._go_back_to(self.epoch)

    # Where the run stands

    def reset(self) -> None:
        """Back to the first weights of this seed, epoch 0."""
        self.state, losses = self.first_judged()
        self._watch_anew()
        self._begin(0)
        self.course.begin(self.document, self.plain.columns, losses)
        self._sizes.clear()
        self.film.begin(self.step, self.state)

    def go_back_to(self, step: int) -> None:
        """The kept moment at or before that many batches becomes the present; what came after it is forgotten."""
        moment = self.film.at(step)
        if moment is not None:
            self.state = moment.state
            self._rules.go_back(moment.step // self.plain.steps_per_epoch)
            self._begin(moment.step)
            self.course.go_back(self.step, self.epoch)
            self.film.cut(moment.step)
            self._sizes.forget_after(self.epoch)

    def _begin(self, step: int) -> None:
        self.step = step
        self.state = self.plain.with_rate(self.state, self._rules.rate(self.epoch))
        # Not after the last good epoch: what diverging goes back to and trains again from.
        self._good: tuple[State, int] = (self.state, step)

    def _watch_anew(self) -> None:
        self._rules.begin()
        self._before_best: Chunk | None = None

    def _carry_over(self, kept: dict[str, tuple[Floats, ...]], same_variables: bool) -> None:
        epoch = self.recorder.count - 1
        if not same_variables:
            self.state = with_kept(first_state(self.document, self.plain), self.plain, kept)
        self._watch_anew()
        self._begin(epoch * self.plain.steps_per_epoch)
        self._sizes.go_on()
        self.course.replace_newest(self.plain.judge(self.state, self.arrays))
        self.course.batches.forget_after(self.step)
        self.film.begin(self.step, self.state)

    def _measure_others(self, state: State, step: int) -> None:
        """Other metrics of the same network: the run goes on as it was, and they begin with its newest epoch's end.

        What is known of that is its state, or that of an edit which came later.
        """
        self.recorder.measure(self.plain.columns)
        if step == self.epoch * self.plain.steps_per_epoch:
            self.course.replace_newest(self.plain.judge(state, self.arrays))

    def set_weight(
        self, node_id: str, array_index: int, place: tuple[int, ...], value: float, again: bool = False
    ) -> bool:
        """Another number at one place of one of a node's arrays, in Keras's order; training goes on from it.

        The epoch under way begins anew, as after an edit. False, and nothing changed, where there is no such
        place or the value is no finite float32. `again`: in place of the number before, as while it is turned.
        """
        self._leave_broken_epoch()
        changed = with_weight(self.state, self.plain, (node_id, array_index), place, value)
        if changed is None:
            return False
        self.become(changed)
        self.course.note_weight(self.epoch, node_id, value, again)
        return True

    def learn_one(self, sample: WalkQuestion) -> None:
        """One step of the optimizer for this sample alone; nothing where it is of other data."""
        self._leave_broken_epoch()
        if (after := self._looker.step(self.state, sample)) is not None:
            self.become(after)
            self.course.note("learned_one", self.epoch)

    def become(self, state: State) -> None:
        self.state = state
        self.course.replace_newest(self._stand_at_end())

    def _stand_at_end(self) -> Floats:
        """Another network stands at the end of the newest epoch; its row, float32 (1, columns)."""
        self._begin(self.epoch * self.plain.steps_per_epoch)
        self._refilm()
        return self.plain.judge(self.state, self.arrays)

    def _refilm(self) -> None:
        """The present is the newest moment; what lies after it is forgotten."""
        self.course.batches.forget_after(self.step)
        self.film.cut(self.step - 1)
        self.film.add(self.step, self.state)

    # Training

    def resume(self) -> None:
        """It trains on after a pause."""
        if self.step:
            self.course.note_resumed(self.epoch)

    def train(self, steps: int) -> Stop | None:
        """Train that many batches, or up to the epoch after which a rule stops the run; returns what stopped it.

        Raises DivergedError with the last good epoch's weights in place.
        """
        if not self.ready:
            self.compile_twin()
        start, first = time.perf_counter(), self.step
        self.course.document = self.document
        while steps > 0:
            apart = self.film.next_moment(self.step, self.plain.steps_per_epoch)
            steps -= self._train_once(min(steps, self.loop.most_steps, apart))
            self.film.add(self.step, self.state)
            if self._rules.stop is not None:
                break
        self.course.thin(self.film.epochs(self.plain.steps_per_epoch), self._rules.best.epoch)
        self.loop.whole_tempo.learn(time.perf_counter() - start, self.step - first)
        if self._rules.stop is not None:
            self.course.note("stopped", self.epoch, stop=self._rules.stop)
            if self._rules.stop.restored:
                self._restore()
        return self._rules.stop

    def _train_once(self, count: int) -> int:
        """Train so many batches, or fewer where a rule acts before; returns how many."""
        chunk, first_epoch = self._chunk(count), self.epoch
        after, rows, losses = self._run_noting(chunk, count)
        good = unbroken(rows, self.plain.columns)
        read, acted = self._watch(chunk, rows[:good])
        if acted:
            ended = (first_epoch + read) * self.plain.steps_per_epoch - self.step
            # What lies behind that epoch's end would have been trained otherwise.
            after = after if ended == count else self._run(chunk, ended)[0]
            rate = self._rules.rate(first_epoch + read)
            if self._rules.stop is None:
                self.course.note_rate(first_epoch + read, float(chunk.rates[read - 1]), rate)
            after, count = self.plain.with_rate(after, rate), ended
        elif good < len(rows):
            self._go_back_to(first_epoch + good)
            loss, last = float(rows[good, self.plain.columns.index("train_loss")]), self._chunk(1)
            formula = broken_formula(self.plain, self.arrays, last.state, lambda count: self._run(last, count)[0])
            self.course.note("diverged", self.epoch)
            self.end()
            raise DivergedError(first_epoch + good + 1, loss, formula)
        self.state, self.step = after, chunk.step + count
        self.course.batches.add(chunk.step, losses[:count])
        if len(rows):
            self._good = (after, self.step) if self.batch == 0 else (chunk.state, chunk.step)
        return count

    def _watch(self, chunk: Chunk, rows: NDArray[np.float32]) -> tuple[int, bool]:
        """Show the rules a chunk's rows and keep those they read; see `Rules.watch`."""
        best = self._rules.best.epoch
        read, acted = self._rules.watch(self.epoch, rows)
        if self._rules.best.epoch != best:
            self._before_best = chunk
        self.recorder.add(rows[:read])
        return read, acted

    def _chunk(self, count: int) -> Chunk:
        """From here on so many batches, with the learning rates of the epochs they touch, and of the one after."""
        rates = self._rules.rates(self.epoch, (self.batch + count) // self.plain.steps_per_epoch + 1)
        return Chunk(self.state, self.step, rates, self._schedule)

    def _run(self, chunk: Chunk, count: int) -> tuple[State, Floats]:
        return self.loop.run(*chunk.plan(count, self.arrays, self.plain.steps_per_epoch))

    def _run_noting(self, chunk: Chunk, count: int) -> tuple[State, Floats, Floats]:
        """As `_run`, and the loss of each batch where these are wanted."""
        if self.course.batches.wanted:
            return self.loop.run_noting(*chunk.plan(count, self.arrays, self.plain.steps_per_epoch))
        return (*self._run(chunk, count), NOTHING)

    def _go_back_to(self, epoch: int) -> None:
        self.state, self.step = self._at_end_of(epoch)
        self._refilm()
        self._sizes.forget_after(epoch)

    def _at_end_of(self, epoch: int) -> tuple[State, int]:
        """The state after that epoch and its step, trained again; those of the last edit where that came later."""
        with self._at(*self._good):
            target = epoch * self.plain.steps_per_epoch
            while self.step < target:
                count = min(target - self.step, self.loop.most_steps)
                self.state, _ = self._run(self._chunk(count), count)
                self.step += count
            return self.state, self.step

    def go_to_best(self) -> int:
        """Make the network what it was at its best epoch, which is returned; epochs go on counting from where they are.

        The best is by the loss that `stopping` watches. 0 and nothing done where no epoch has ended.
        """
        best = self._restore()
        if best:
            self.course.note("restored", self.epoch, best=best)
        return best

    def end(self) -> int:
        """The run is over, and not by a rule: the best epoch is restored where the document asks for that.

        It is returned; 0 where nothing was done. A rule's stop has done the same.
        """
        return self.go_to_best() if self._rules.restores(self.epoch) else 0

    def _restore(self) -> int:
        best, chunk = self._rules.best.epoch, self._before_best
        if best and chunk is not None:
            # Not kept but trained again, as in a run that learns nearly every epoch is the best so far.
            self.state, _ = self._run(chunk, best * self.plain.steps_per_epoch - chunk.step)
            self.course.restore(best, self._stand_at_end())
        return best

    # Looking

    def look(self, wanted: Wanted, hurried: bool = False) -> Frame:
        """The network now, with what is wanted of it; see Frame for shapes, Looker.look for `hurried`."""
        self.course.batches.wanted = wanted.batches
        if wanted.sizes and self.step and self.ready and self._sizes.due():
            # A run goes the same way however often a step is tried: this is the very step that comes next.
            with self._sizes.timed():
                after, _ = self._run(self._chunk(1), 1)
                self._sizes.add(self.epoch, self._probes.sizes, (self.state, after, self.first), self.arrays)
        return replace(
            self._looker.look(self.state, wanted, hurried),
            epoch=self.epoch,
            batch=self.batch,
            curves=self.recorder.curves(),
            past_row=self.course.restored_row(self.epoch),
            restored=self.course.restored,
            sizes=self._sizes.newest if wanted.sizes else {},
            size_history=self._sizes.history if wanted.sizes else NO_SIZE_HISTORY,
            reel=self.film.reel(self.plain.steps_per_epoch),
            passing=self.passing(self.step) if wanted.passing else {},
            run=self.course.number,
            ended=self.course.ended,
            events=self.course.events,
            batches=self.course.newest_batches(self.plain.steps_per_epoch) if wanted.batches else None,
        )

    def look_back(self, wanted: Wanted, step: int) -> Frame:
        """The network as it was at the kept moment at or before that many batches."""
        with self.back_at(step):
            frame = self.look(replace(wanted, sizes=False))
            row = self.course.row(self.epoch)
            return replace(frame, past=self.step, past_row=row, wanted=wanted, size_history=self._sizes.history)

    # Another worker

    def keep(self, most_film_bytes: int | None = None) -> KeptRun:
        """All that another session needs to go on from here, bit for bit; of a film that takes more only its end."""
        present, good = keep_moment(self.step, self.state), keep_moment(self._good[1], self._good[0])
        states = (present, good, keep_chunk(self._before_best), keep_film(self.film, most_film_bytes), self.film.apart)
        return KeptRun(self.document, *states, self.course, self._rules, self._sizes, self.loop is not self.plain)

    def go_on_as(self, kept: KeptRun) -> None:
        """Become what another session of the same document was, after compiling what it trained by."""
        if kept.on_twin:
            self.compile_twin()
        self.course, self._rules, self._sizes = kept.course, kept.rules, kept.sizes
        self.film.take((Moment(step, state_of(values)) for step, values in kept.film), kept.apart)
        self.step, self.state = kept.present.step, state_of(kept.present.values)
        self._good = state_of(kept.good.values), kept.good.step
        self._before_best = chunk_of(kept.before_best)

    @property
    def recorder(self) -> Recorder:
        """Every epoch's losses, for a table of the run."""
        return self.course.recorder
