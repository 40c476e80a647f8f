"""One document in training: build, train, look, update, reset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.datasets.dataset import Dataset, load, sample
from playground.datasets.features import columns, plane_points
from playground.datasets.first_weights import playground_weights
from playground.document.document import Document
from playground.document.graph import Node
from playground.document.layers import PLAYGROUND_UNIFORM, Dense
from playground.document.shapes import flow
from playground.document.targets import loss_of, needed_outputs
from playground.engine.build import Structure, build_keras, compile_keras, structure
from playground.engine.curves import Recorder
from playground.engine.film import Film
from playground.engine.loops import Loops, look_side, suits_xla
from playground.engine.probes import can_flow, has_neuron, refined, seen
from playground.engine.schedule import BatchSizes, Schedule
from playground.engine.targets import encode, present
from playground.engine.train import EVALUATED, Arrays, Loop, State
from playground.frames import Floats, Frame, Wanted

EXPLODED = 1e12
MOST_PLANES = 8
LARGEST = float(np.finfo(np.float32).max)
NO_BATCHES = BatchSizes(1, 0, 1, carried=False)


class DivergedError(ArithmeticError):
    """The loss of an epoch was no number, or beyond all bounds.

    The weights are those of the epoch before, or of the last edit where that came later.
    """

    def __init__(self, epoch: int, loss: float) -> None:
        super().__init__(f"loss {loss:g} after epoch {epoch}")
        self.epoch, self.loss = epoch, loss


class Session:
    """A network and its run. Holds the present training state as a value; the loops it goes through are shared.

    All methods belong to one thread, but for the function that `twin_to_compile` gives.
    """

    def __init__(self, document: Document, loops: Loops) -> None:
        self._loops = loops
        self.document = document
        self.film = Film()
        self._first_key: object = None
        self._take_data(document)
        self._take_graph(document)
        self.reset()

    # What the document says

    def update(self, document: Document) -> None:
        """Go on with another document: weights whose shapes still fit stay, a new seed starts over."""
        self._leave_broken_epoch()
        before, self.document = self.document, document
        kept = self.weights_by_node()
        if document.data != before.data:
            self._take_data(document)
        spec = self.spec
        self._take_graph(document)
        if document.training.seed != before.training.seed or self._recorder.classifies != self._classifies:
            self.reset()
        elif self.spec != spec or document.data != before.data:
            self._carry_over(kept, same_variables=_variables(spec) == _variables(self.spec))
        self._set_learning_rate()
        self._begin(self.step)

    def _leave_broken_epoch(self) -> None:
        # An epoch that breaks is noticed at its end; an edit in its middle must not take its weights along.
        if not all(np.isfinite(value.numpy()).all() for value in self.state):
            self._go_back_to(self.epoch)

    def _take_data(self, document: Document) -> None:
        self.dataset: Dataset = load(document.data)
        self._classifies = document.data.facts.task != "regression"

    def _take_graph(self, document: Document) -> None:
        dataset, data = self.dataset, document.data
        binary = data.facts.task == "binary"
        rows = (len(dataset.train_points), len(dataset.test_points))
        outputs = needed_outputs(document)
        assert outputs is not None, "a document with problems does not train"
        self.spec: Structure = structure(
            document.graph, document.training, len(data.input_names), outputs, binary, rows
        )
        self.plain, self._probes = self._loops.plain(self.spec)
        training = document.training
        self._schedule = Schedule(rows[0], self.spec.batches, training.order == "shuffled", training.seed)
        self._suits_xla = suits_xla(self.spec, flow(document))
        loss = loss_of(document)
        self.arrays = Arrays(
            tf.constant(columns(data, dataset.train_points)),
            tf.constant(encode(dataset.train_labels, loss, binary, outputs)),
            tf.constant(columns(data, dataset.test_points)),
            tf.constant(encode(dataset.test_labels, loss, binary, outputs)),
        )
        self._sample_x = tf.constant(columns(data, dataset.points[sample(dataset)]))
        self._planes: dict[object, tuple[tf.Tensor, tuple[int, int]]] = {}

    # Where the run stands

    @property
    def epoch(self) -> int:
        """Epochs that have ended."""
        return self.step // self.plain.steps_per_epoch

    @property
    def parameters(self) -> int:
        """How many numbers the network holds."""
        return int(self.plain.network.count_params())

    @property
    def batch(self) -> int:
        """Batches trained of the epoch under way."""
        return self.step % self.plain.steps_per_epoch

    def reset(self) -> None:
        """Back to the first weights of this seed, epoch 0."""
        key = (self.spec, self.document.data, self.document.training.seed)
        if key != self._first_key:
            state = self._first_state()
            self._first_key, self._first = key, (state, self.plain.judge(state, self.arrays))
        self.state, losses = self._first
        self._set_learning_rate()
        self._begin(0)
        self._recorder = Recorder(self._classifies)
        self._recorder.add(losses)
        self._film_anew()

    def _film_anew(self) -> None:
        """What was filmed before is of another network, or of other data."""
        self.film.clear()
        self.film.add(self.step, self.state)

    def go_back_to(self, step: int) -> None:
        """The kept moment at or before that many batches becomes the present; what came after it is forgotten."""
        moment = self.film.at(step)
        if moment is not None:
            self.state = moment.state
            self._set_learning_rate()
            self._begin(moment.step)
            self._recorder.cut(self.epoch + 1)
            self.film.cut(moment.step)

    def _begin(self, step: int) -> None:
        self.step = step
        # Not after the last good epoch: what diverging goes back to and trains again from.
        self._good: tuple[State, int] = (self.state, step)

    def _first_state(self) -> State:
        network = self._compiled_network()
        values = [variable.value for variable in (*network.variables, *network.optimizer.variables)]
        # What the loop adds to Keras's own variables starts at 1: every weight is alive.
        added = [tf.ones(variable.shape) for variable in self.plain.variables[len(values) :]]
        return [tf.identity(value) for value in (*values, *added)]

    def _compiled_network(self) -> keras.Model:
        network, _, layers = build_keras(self.spec, self.document.training.seed)
        drawn = [layers[node.id].kernel for node, _ in self.spec.nodes if _from_data(node)]
        shapes = [(int(kernel.shape[0]), int(kernel.shape[1])) for kernel in drawn]
        if drawn:
            for kernel, values in zip(drawn, playground_weights(self.document.data, shapes), strict=True):
                kernel.assign(values)
        compile_keras(network, self.spec, self.document.training.learning_rate)
        return network

    def _carry_over(self, kept: dict[str, tuple[Floats, ...]], same_variables: bool) -> None:
        epoch = self._recorder.count - 1
        if not same_variables:
            self.state = self._first_state()
            for at, (node, index) in enumerate(self._places()):
                values = kept.get(node, ())
                if index < len(values) and values[index].shape == self.state[at].shape:
                    self.state[at] = tf.constant(values[index])
        self._begin(epoch * self.plain.steps_per_epoch)
        self._recorder.replace_last(self.plain.judge(self.state, self.arrays))
        self._film_anew()

    def _places(self) -> list[tuple[str, int]]:
        """For each of the network's variables, its node and its place among that node's own."""
        owners = {
            id(variable): (node, index)
            for node, layer in self.plain.layers.items()
            for index, variable in enumerate(layer.variables)
        }
        return [owners[id(variable)] for variable in self.plain.network.variables]

    def weights_by_node(self) -> dict[str, tuple[Floats, ...]]:
        """Node id -> its arrays in Keras's order, read-only views of the present state."""
        found: dict[str, list[Floats]] = {}
        for (node, _), value in zip(self._places(), self.state, strict=False):
            found.setdefault(node, []).append(value.numpy())
        return {node: tuple(values) for node, values in found.items()}

    def set_weight(self, node_id: str, array_index: int, place: tuple[int, ...], value: float) -> bool:
        """Another number at one place of one of a node's arrays, in Keras's order; training goes on from it.

        The epoch under way begins anew, as after an edit. False, and nothing changed, where there is no such
        place or the value is no finite float32.
        """
        self._leave_broken_epoch()
        places = self._places()
        if (node_id, array_index) not in places or not abs(value) <= LARGEST:
            return False
        at = places.index((node_id, array_index))
        array = self.state[at].numpy().copy()
        if len(place) != array.ndim or not all(0 <= step < size for step, size in zip(place, array.shape, strict=True)):
            return False
        array[place] = value
        self.state = [*self.state]
        self.state[at] = tf.constant(array)
        self._revive(node_id, array_index, place)
        self._begin(self.epoch * self.plain.steps_per_epoch)
        self._recorder.replace_last(self.plain.judge(self.state, self.arrays))
        self.film.cut(self.step - 1)
        self.film.add(self.step, self.state)
        return True

    def _revive(self, node_id: str, array_index: int, place: tuple[int, ...]) -> None:
        """A weight that the penalty holds at 0 is free again once a person gives it a value."""
        at = self.plain.alive_at(node_id)
        if array_index == 0 and at is not None:
            alive = self.state[at].numpy().copy()
            alive[place] = 1.0
            self.state[at] = tf.constant(alive)

    def _set_learning_rate(self) -> None:
        rate = self.plain.network.optimizer.learning_rate
        at = next(place for place, variable in enumerate(self.plain.variables) if variable is rate)
        self.state = [*self.state]
        self.state[at] = tf.constant(self.document.training.learning_rate, self.state[at].dtype)

    # Training

    def warm_up(self) -> None:
        """Trace the plain graph, so that training starts at once."""
        self.plain.warm_up(self.state, self.arrays)

    def twin_to_compile(self) -> Callable[[], None] | None:
        """The work of compiling the XLA twin, for another thread; None where none is wanted."""
        spec, loops = self.spec, self._loops
        if not self._suits_xla or loops.twin(spec) is not None or not loops.has_room():
            return None
        state, arrays = self.state, self.arrays

        def compile_twin() -> None:
            loop = Loop(spec, twin=True)
            loop.warm_up(state, arrays)
            loops.add_twin(spec, loop)

        return compile_twin

    @property
    def loop(self) -> Loop:
        """What trains now: the XLA twin once there is one."""
        return self._loops.twin(self.spec) or self.plain

    def train(self, steps: int) -> None:
        """Train that many batches. Raises DivergedError with the last good epoch's weights in place."""
        while steps > 0:
            count = min(steps, self.loop.most_steps)
            self._train_once(count)
            steps -= count
        self.film.add(self.step, self.state)

    def _train_once(self, count: int) -> None:
        before, step, first_epoch = self.state, self.step, self.epoch
        after, rows = self._run(before, step, count)
        bad = ~np.all(np.isfinite(rows[:, :2]) & (rows[:, :2] < EXPLODED), axis=1)
        if bad.any():
            good = int(np.argmax(bad))
            self._recorder.add(rows[:good])
            self._go_back_to(first_epoch + good)
            raise DivergedError(first_epoch + good + 1, float(rows[good, 0]))
        self.state, self.step = after, step + count
        self._recorder.add(rows)
        if len(rows):
            self._good = (after, self.step) if self.batch == 0 else (before, step)

    def _run(self, state: State, step: int, count: int) -> tuple[State, NDArray[np.float32]]:
        indices, others = self._schedule.batches(step, count)
        return self.loop.run(state, self.arrays, indices, others, step % self.plain.steps_per_epoch)

    def _go_back_to(self, epoch: int) -> None:
        self.state, self.step = self._good
        self.film.cut(self.step)
        target = epoch * self.plain.steps_per_epoch
        while self.step < target:
            count = min(target - self.step, self.loop.most_steps)
            self.state, _ = self._run(self.state, self.step, count)
            self.step += count

    # Looking

    def look(self, wanted: Wanted) -> Frame:
        """The network now, with what is wanted of it; see Frame for shapes."""
        if max(*wanted.axes, *(index for index, _ in wanted.held)) >= self.dataset.points.shape[1]:
            # The question is older than the data.
            wanted = replace(wanted, axes=(0, min(1, self.dataset.points.shape[1] - 1)), held=())
        maps_x, maps_shape = self._plane(wanted, wanted.map_side or 2)
        nodes = seen(wanted.nodes, self.plain) if wanted.map_side else ()
        selected = wanted.selected if can_flow(wanted.selected, self.plain) else ""
        return Frame(
            graph=self.document.graph,
            data=self.document.data,
            wanted=wanted,
            epoch=self.epoch,
            batch=self.batch,
            curves=self._recorder.curves(),
            surface=self._surface(wanted) if wanted.surface_side else None,
            maps=self._probes.maps(self.state, nodes, maps_x, maps_shape, self.arrays.validation_x[:1]),
            weights=self.weights_by_node(),
            flowing=self._probes.flowing(self.state, selected, self.arrays.train_x[:EVALUATED]) if selected else None,
            neuron=self._neuron(wanted),
            predicted=self._present(self._output(self._sample_x)) if wanted.points else None,
            reel=self.film.reel(self.plain.steps_per_epoch),
        )

    def look_back(self, wanted: Wanted, step: int) -> Frame:
        """The network as it was at the kept moment at or before that many batches."""
        moment, present = self.film.at(step), (self.state, self.step)
        if moment is not None:
            self.step, self.state = moment
        try:
            return replace(self.look(wanted), past=self.step)
        finally:
            self.state, self.step = present

    def _surface(self, wanted: Wanted) -> Floats:
        output = self._over_plane(wanted, self._output)
        return self._present(output.reshape(-1, output.shape[-1])).reshape(*output.shape[:2], -1)

    def _neuron(self, wanted: Wanted) -> Floats | None:
        pinned, probes = wanted.pinned, self._probes
        if pinned is None or not wanted.surface_side or not has_neuron(pinned, self.plain):
            return None
        return self._over_plane(wanted, lambda x: probes.neuron(self.state, pinned, x))

    def _output(self, x: tf.Tensor) -> Floats:
        return self._probes.output(self.state, x)

    def _present(self, output: Floats) -> Floats:
        return present(output, self.spec.loss, self.document.data.facts.task)

    def _over_plane(self, wanted: Wanted, probe: Callable[[tf.Tensor], Floats]) -> Floats:
        """What the probe finds over the plane, (height, width, channels)."""
        x, shape = self._plane(wanted, look_side(self.spec, wanted.surface_side, self.parameters))
        return refined(probe(x).reshape(*shape, -1), wanted.surface_side)

    def _plane(self, wanted: Wanted, side: int) -> tuple[tf.Tensor, tuple[int, int]]:
        """Inputs over the plane of two raw inputs, and the shape of a picture of it."""
        key = (wanted.axes, wanted.held, side)
        if key not in self._planes:
            # A slider asks for one after the other.
            if len(self._planes) > MOST_PLANES:
                self._planes.clear()
            points = plane_points(self.dataset, wanted.axes, side, wanted.held)
            shape = (side, side) if len(points) == side * side else (1, len(points))
            self._planes[key] = tf.constant(columns(self.document.data, points)), shape
        return self._planes[key]

    @property
    def recorder(self) -> Recorder:
        """Every epoch's losses, for a table of the run."""
        return self._recorder

    def keras_network(self) -> keras.Model:
        """A network of its own with the present weights and optimizer state, to keep or to export."""
        network = self._compiled_network()
        for variable, value in zip([*network.variables, *network.optimizer.variables], self.state, strict=False):
            variable.assign(value)
        return network


def _from_data(node: Node) -> bool:
    """Whether its weights are drawn from the numbers that made the data."""
    return isinstance(node.layer, Dense) and node.layer.kernel_initializer == PLAYGROUND_UNIFORM


def _variables(spec: Structure) -> tuple[object, ...]:
    """What decides the state's shape: specs equal in this can hand their whole state on."""
    return (replace(spec, rows=(1, 1), batches=NO_BATCHES), spec.inputs)
