"""A document's network: its data as tensors, the loops that it goes through, its batches, and how it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset, load
from playground.datasets.disk.streamed import Streamed
from playground.datasets.features import columns
from playground.document.checks.shapes import flow
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.checks.xla import suits_xla
from playground.document.document import Document
from playground.engine.build import Front, Structure, structure
from playground.engine.looking import Looker
from playground.engine.loops import Loops
from playground.engine.schedule import EndlessSchedule, Schedule
from playground.engine.streaming.feed import Feed
from playground.engine.streaming.loop import StreamedArrays
from playground.engine.targets import encode
from playground.engine.train import Arrays, Loop, State
from playground.engine.weights import by_node, first_network, first_state
from playground.frames.arrays import Floats


class Network:
    """`state` is its training state, a value. `plain` is the plain graph's loop; others may share it, and the twin.

    dataset, arrays: the data, and what of it the network sees. spec: all that the loops depend on.
    """

    state: State

    def __init__(self, document: Document, loops: Loops) -> None:
        self._loops = loops
        self._first_key: object = None
        self.document = document
        self.dataset: Dataset = load(document.data)
        self._take(document)

    def _take(self, document: Document) -> None:
        """Go on with another document's network; `state` is still that of the one before."""
        if document.data != self.document.data:
            self.dataset = load(document.data)
        self.document, dataset, data = document, self.dataset, document.data
        outputs = needed_outputs(document)
        assert outputs is not None, "a document with problems does not train"
        self.spec: Structure = structure(
            document.graph, document.training, len(data.input_names), outputs, data.facts.task, dataset.counts,
            document.metrics, data.own is not None and data.own.maker == "drawn", self.streamed,
        )  # fmt: skip
        self.plain, self._probes = self._loops.plain(self.spec)
        training = document.training
        self._schedule = self.schedule(training.order == "shuffled")
        self._suits_xla = suits_xla((node for node, _ in self.spec.nodes), flow(document), self.spec.batches.width)
        encoded = partial(encode, loss=loss_of(document), task=data.facts.task, outputs=outputs)
        parts = (slice(None, dataset.train_count), slice(dataset.train_count, None))
        pairs = ((dataset.points[part], dataset.targets[part]) for part in parts)
        x_and_y = (part for points, targets in pairs for part in (columns(data, points), encoded(targets)))
        self.arrays = self._arrays(Arrays(*map(tf.constant, x_and_y)), encoded)
        self._looker = Looker(document, dataset, self.plain, self._probes, self.arrays)

    def schedule(self, shuffled: bool) -> Schedule:
        """Which rows each batch of it holds, in either order."""
        kind = EndlessSchedule if self.streamed else Schedule
        return kind(self.spec.rows[0], self.spec.batches, shuffled, self.document.training.seed)

    @property
    def streamed(self) -> bool:
        """Whether most rows stay on the disk."""
        own = self.document.data.own
        return own is not None and own.streamed

    def _arrays(self, arrays: Arrays, encoded: Callable[..., Floats]) -> Arrays:
        """The data that the loop takes, of which these are all, or a sample."""
        if not self.streamed:
            return arrays
        data, training = self.document.data, self.document.training
        feed = Feed(Streamed.of(data), training.order == "shuffled", training.seed)

        inputs = len(data.input_names)

        def split(rows: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
            return rows[:, :inputs], encoded(rows[:, inputs:].astype(np.float64))

        return StreamedArrays(*arrays, feed, split)  # type: ignore[return-value]  # what an Arrays has, and more

    @property
    def parameters(self) -> int:
        """How many numbers the network holds."""
        return int(self.plain.network.count_params())

    def first_judged(self) -> tuple[State, Floats]:
        """The first state of this seed, and its row; kept as long as they are the same."""
        key = (self.spec, self.document.data, self.document.training.seed)
        if key != self._first_key:
            state = first_state(self.document, self.plain)
            self._first_key, self._first = key, (state, self.plain.judge(state, self.arrays))
        return self._first

    @property
    def first(self) -> State:
        """The first state of this seed."""
        return self.first_judged()[0]

    def weights_by_node(self) -> dict[str, tuple[Floats, ...]]:
        """Node id -> its arrays in Keras's order, read-only views of the present state."""
        return by_node(self.state, self.plain)

    def warm_up(self) -> None:
        """Trace the plain graph where the run begins on it, so that training starts at once."""
        if self.ready:
            self.plain.warm_up(self.state, self.arrays)

    def twin_to_compile(self) -> Callable[[], None] | None:
        """The work of compiling the XLA twin, for another thread; None where none is wanted."""
        return self._loops.twin_to_compile(self.spec, self.state, self.arrays) if self._suits_xla else None

    def compile_twin(self) -> None:
        """Do that work here and now."""
        work = self.twin_to_compile()
        if work is not None:
            work()

    @property
    def ready(self) -> bool:
        """Whether it may train at once.

        A network that draws random numbers draws others on XLA than on the plain graph. So all of its run goes by
        its twin, which has to be compiled first: one seed, one history. `train` does it where nobody has.
        """
        return not self.spec.draws_random or self.twin_to_compile() is None

    @property
    def loop(self) -> Loop:
        """What trains now: the XLA twin once there is one."""
        return self._loops.twin(self.spec) or self.plain

    @property
    def pace(self) -> float | None:
        """Seconds that training takes for a batch, with all beside the compiled call; None where not known."""
        return self.loop.whole_tempo.seconds or self.loop.tempo.seconds

    def keras_network(self, front: Front | None = None) -> keras.Model:
        """A network of its own with the present weights and optimizer state, to keep or to export."""
        network = first_network(self.document, self.spec, front)
        for variable, value in zip([*network.variables, *network.optimizer.variables], self.state, strict=False):
            variable.assign(value)
        return network

    def values_of(self, node: str, rows: NDArray[np.intp]) -> Floats | None:
        """What a node makes of these rows of the data, (rows, values); None where it is not in the network."""
        if node not in self.plain.tensors:
            return None
        return self._probes.whole(self.state, node, tf.constant(columns(self.document.data, self.dataset.points[rows])))

    def train_outputs(self) -> Floats:
        """What it gives for all train rows, raw, (rows, outputs)."""
        return self._probes.output(self.state, self.arrays.train_x)

    def batches(self, first: int, count: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """So many batches from that step on; see `Schedule.batches`."""
        return self._schedule.batches(first, count)

    def rows_of(self, first: int, count: int) -> NDArray[np.int32]:
        """The rows of so many batches from that step on, one behind another."""
        if not count:
            return np.zeros(0, np.int32)
        indices, others = self._schedule.batches(first, count)
        sizes = self._schedule.sizes
        return np.concatenate(
            [rows[: sizes.other if other else sizes.usual] for rows, other in zip(indices, others, strict=True)]
        )

    def passing(self, step: int) -> dict[str, Floats]:
        """What every node makes of the first row of the batch learned before that step, or of the first one to come."""
        rows, _ = self._schedule.batches(max(0, step - 1), 1)
        return self._probes.tried.look(self.state, self.arrays.train_x[rows[0, 0] : rows[0, 0] + 1])
