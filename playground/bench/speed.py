"""Our epochs a second, with every map live, against Keras's own fit with validation."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from playground.bench.cases import DOCUMENTS, KERAS, KerasCase
from playground.document.document import Document
from playground.document.graph import OUTPUT, Node
from playground.document.layers.ends import Output
from playground.document.settings import SGD, TrainingSettings
from playground.frames.wanted import Wanted
from playground.ui.trainer import Trainer

ROUNDS = 5
SECONDS_A_ROUND = 1.0
FIT_EPOCHS = 3
REFRESHES_A_SECOND = 30


@dataclass(frozen=True, slots=True)
class Measured:
    """One case: epochs a second of ours and of fit (medians over the rounds), and Play to the first trained frame."""

    case: str
    epochs_per_second: float
    fit_epochs_per_second: float
    ratio: float
    first_frame_seconds: float


def measure(chosen: str = "") -> Iterator[Measured]:
    """Each case whose name holds `chosen`, ours and fit by turns within one run."""
    for name, document in DOCUMENTS.items():
        if chosen in name:
            yield _measure_document(name, document())
    for name, case in KERAS.items():
        if chosen in name:
            yield _measure_keras(name, case)


def _compare(case: str, ours: Callable[[], float], fit: Callable[[], float], first_frame: float) -> Measured:
    pairs = [(ours(), fit()) for _ in range(ROUNDS)]
    mine, theirs = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return Measured(case, mine, theirs, median(a / b for a, b in pairs), first_frame)


def _measure_document(name: str, document: Document) -> Measured:
    fit, by_xla = _fit_of_document(document)
    with _ready_trainer(document) as trainer:
        first_frame = _play_to_first_frame(trainer, by_xla)

        def ours() -> float:
            trainer.play()
            _wait(lambda: trainer.status.state == "training")
            start, first, last = time.perf_counter(), None, 0
            while time.perf_counter() - start < SECONDS_A_ROUND:
                time.sleep(1 / (2 * REFRESHES_A_SECOND))
                frame = trainer.take_frame()
                if frame is not None:
                    if first is None:
                        start, first = time.perf_counter(), frame.epoch
                    last = frame.epoch
                    end = time.perf_counter()
            trainer.pause()
            _wait(lambda: trainer.status.state == "paused")
            assert first is not None, "no frame came"
            return (last - first) / (end - start)

        return _compare(name, ours, fit, first_frame)


@contextmanager
def _ready_trainer(document: Document) -> Iterator[Trainer]:
    nodes = tuple(node.id for node in document.graph.nodes)
    trainer = Trainer(document)
    trainer.look(Wanted(nodes=nodes))
    trainer.start()
    _wait(lambda: trainer.status.state == "ready")
    time.sleep(0.5)
    yield trainer
    trainer.close(60)


def _play_to_first_frame(trainer: Trainer, by_xla: bool) -> float:
    """Seconds from Play to the first trained frame; then trains on until the XLA twin, if any, is at work."""
    trainer.take_frame()
    begun = not by_xla
    start = time.perf_counter()
    trainer.play()

    def compiling() -> bool:
        nonlocal begun
        begun = begun or trainer.compiling
        return begun

    def trained() -> bool:
        compiling()
        frame = trainer.take_frame()
        return frame is not None and (frame.epoch, frame.batch) > (0, 0)

    _wait(trained)
    seconds = time.perf_counter() - start
    _wait(compiling)
    _wait(lambda: not trainer.compiling)
    time.sleep(1.0)
    trainer.pause()
    _wait(lambda: trainer.status.state == "paused")
    return seconds


def _wait(done: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.perf_counter() + seconds
    while not done():
        if time.perf_counter() > deadline:
            raise TimeoutError("the trainer did not get there")
        time.sleep(0.0005)


def _fit_of_document(document: Document) -> tuple[Callable[[], float], bool]:
    """Keras's fit of it, and whether ours moves to XLA."""
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    session = Session(document, Loops())
    by_xla = session.twin_to_compile() is not None
    return fit_of(session.keras_network(), session.arrays, session.spec.batches.usual), by_xla


def loop_is_one_function() -> bool:
    """Whether XLA still compiles the circle's loop as one native function, which makes it eight times as fast."""
    from playground.engine.loops import Loops
    from playground.engine.session import Session
    from playground.engine.train import Loop

    session = Session(DOCUMENTS["circle 2-4-2-1"](), Loops())
    return Loop(session.spec, twin=True).is_one_function(session.state, session.arrays)


def fit_of(network: Any, arrays: Any, batch_size: int) -> Callable[[], float]:
    """A function that gives the epochs a second of Keras's fit with validation, warmed up."""
    train_x, train_y, *validation = (np.asarray(values) for values in arrays)

    def run(epochs: int = FIT_EPOCHS) -> float:
        start = time.perf_counter()
        network.fit(train_x, train_y, batch_size, epochs, verbose=0, validation_data=tuple(validation))
        return epochs / (time.perf_counter() - start)

    run(1)
    return run


def _measure_keras(name: str, case: KerasCase) -> Measured:
    import tensorflow as tf

    from playground.engine.build import Built, Structure, compile_keras
    from playground.engine.probes.probes import Probes
    from playground.engine.schedule import batch_sizes
    from playground.engine.train import Arrays, Loop

    loss = Output("sparse_categorical_crossentropy_logits")
    sizes = batch_sizes(case.rows[0], TrainingSettings(batch_size=case.batch_size))
    spec = Structure(
        ((Node(OUTPUT, loss), ()),), 0, 10, "classes", SGD(), ("none", 0.0), sizes, case.rows, ("accuracy",)
    )

    def build(_: Structure, __: int) -> Built:
        network = case.build()
        outputs = {layer.name: layer.output for layer in network.layers}
        return Built(network, outputs, {layer.name: layer for layer in network.layers})

    # Large products and convolutions stay on the plain graph; see loops.suits_xla.
    loop = Loop(spec, twin=False, build=build)
    arrays = Arrays(*(tf.constant(values) for values in case.arrays()))
    fit_network = case.build()
    compile_keras(fit_network, spec, 0.03)
    run = _Run(loop, arrays, Probes(loop))
    start = time.perf_counter()
    run.frame(1 / REFRESHES_A_SECOND)
    first_frame = time.perf_counter() - start
    return _compare(name, run.epochs_per_second, fit_of(fit_network, arrays, case.batch_size), first_frame)


class _Run:
    """A loop in training, as the trainer does it, looking at every layer over a plane of its first two inputs."""

    def __init__(self, loop: Any, arrays: Any, probes: Any) -> None:
        import tensorflow as tf

        from playground.engine.schedule import Schedule
        from playground.engine.worker.pace import steps_a_frame

        self._steps_a_frame = steps_a_frame
        self._loop, self._arrays, self._probes = loop, arrays, probes
        self._state = [tf.identity(variable.value) for variable in loop.variables]
        self._plane = tf.tile(arrays.train_x[:1], [1024, *[1] * (len(arrays.train_x.shape) - 1)])
        spec, self._step = loop.spec, 0
        self._schedule = Schedule(spec.rows[0], spec.batches, shuffled=True, seed=1)
        loop.warm_up(self._state, arrays)
        self._look()

    def _look(self) -> None:
        self._probes.maps(self._state, tuple(self._loop.tensors), self._plane, (32, 32), self._plane[:1])

    def frame(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            count = self._steps_a_frame(self._loop.tempo.seconds)
            first = self._step % self._loop.steps_per_epoch
            indices, others = self._schedule.batches(self._step, count)
            self._state, _ = self._loop.run(self._state, self._arrays, indices, others, first)
            self._step += len(indices)
        self._look()

    def epochs_per_second(self) -> float:
        start, first = time.perf_counter(), self._step
        while time.perf_counter() - start < SECONDS_A_ROUND:
            self.frame(1 / REFRESHES_A_SECOND)
        return (self._step - first) / self._loop.steps_per_epoch / (time.perf_counter() - start)
