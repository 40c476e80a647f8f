"""What there is to see of one network on one data set, for any of its states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import numpy as np
import tensorflow as tf

from playground.datasets.dataset import Dataset, sample
from playground.datasets.features import columns
from playground.document.document import Document
from playground.document.graph import OUTPUT
from playground.engine.loops import look_side
from playground.engine.probes.outputs import Outputs
from playground.engine.probes.planes import Planes
from playground.engine.probes.probes import Probes, can_flow, has_neuron, refined, seen
from playground.engine.targets import present
from playground.engine.train import EVALUATED, Arrays, Loop, State
from playground.engine.weights import by_node
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.frames.walk import Walk, WalkQuestion
from playground.frames.wanted import Wanted


class Looker:
    """Looks by the probes of one loop. Belongs to the thread that trains."""

    def __init__(self, document: Document, dataset: Dataset, loop: Loop, probes: Probes, arrays: Arrays) -> None:
        self._document, self._dataset = document, dataset
        self._loop, self._probes, self._arrays = loop, probes, arrays
        self._sample_x = tf.constant(columns(document.data, dataset.points[sample(dataset)]))
        self._by_example = document.data.facts.by_example
        self._planes = Planes(dataset, document.data)
        # The rows of raw inputs looked at last, as the network's own inputs.
        self._inputs_of = lru_cache(maxsize=2)(self._inputs)
        self._outputs = Outputs(probes.outputs)

    def look(self, state: State, wanted: Wanted, hurried: bool = False) -> Frame:
        """What is wanted of the network in this state; what a run has beside it is left out. See Frame for shapes.

        `hurried`: the next look comes soon, so that what takes long may be of a moment ago.
        """
        if max(*wanted.axes, *(index for index, _ in wanted.held)) >= self._dataset.points.shape[1]:
            # The question is older than the data.
            wanted = replace(wanted, axes=(0, min(1, self._dataset.points.shape[1] - 1)), held=())
        wanted = replace(wanted, target=min(wanted.target, self._dataset.targets.shape[1] - 1))
        maps_x, maps_shape = self._planes.inputs(wanted, wanted.map_side or 2)
        example = self._example(wanted.example)
        nodes = seen(wanted.nodes, self._loop) if wanted.map_side else ()
        selected = wanted.selected if can_flow(wanted.selected, self._loop) else ""
        train_x = self._arrays.train_x[:EVALUATED]
        flowing, dead = self._probes.flowing(state, selected, train_x) if selected else (None, None)
        return Frame(
            graph=self._document.graph,
            data=self._document.data,
            wanted=wanted,
            learning_rate=self._loop.rate_in(state),
            surface=self._surface(state, wanted) if wanted.surface_side else None,
            maps=self._maps(state, nodes, (maps_x, maps_shape), example) | self._answer(state, wanted, example),
            weights=by_node(state, self._loop),
            flowing=flowing,
            dead=dead,
            outputs=self._outputs.look(state, train_x, hurried) if wanted.outputs else {},
            neuron=self._neuron(state, wanted),
            predicted=self._of_target(self._probes.output(state, self._sample_x), wanted) if wanted.points else None,
            tried=self._tried(state, wanted.tried) if wanted.tried is not None else {},
            walk=self._walk(state, wanted.walk) if wanted.walk is not None else None,
        )

    def _maps(
        self, state: State, nodes: tuple[str, ...], plane: tuple[tf.Tensor, tuple[int, int]], example: tf.Tensor
    ) -> dict[str, Floats]:
        return self._probes.maps(state, nodes, *plane, example, self._by_example)

    def _answer(self, state: State, wanted: Wanted, example: tf.Tensor) -> dict[str, Floats]:
        """Of picture data the answer to the example, which is what the Output's own card shows."""
        if not (self._by_example and wanted.map_side and OUTPUT in wanted.nodes):
            return {}
        return {OUTPUT: self._present(self._probes.output(state, example)).reshape(-1, 1, 1)}

    def _surface(self, state: State, wanted: Wanted) -> Floats:
        output = self._over_plane(wanted, lambda x: self._probes.output(state, x))
        return self._of_target(output.reshape(-1, output.shape[-1]), wanted).reshape(*output.shape[:2], -1)

    def _neuron(self, state: State, wanted: Wanted) -> Floats | None:
        pinned, probes = wanted.pinned, self._probes
        if pinned is None or not wanted.surface_side or not has_neuron(pinned, self._loop):
            return None
        return self._over_plane(wanted, lambda x: probes.neuron(state, pinned, x))

    def _tried(self, state: State, row: tuple[float, ...]) -> dict[str, Floats]:
        if len(row) != self._dataset.points.shape[1]:
            # The question is older than the data.
            return {}
        found = self._probes.tried.look(state, self._inputs_of(row))
        return {**found, OUTPUT: self._present(found[OUTPUT][np.newaxis])[0]}

    def step(self, state: State, question: WalkQuestion) -> State | None:
        """The state after the optimizer's step for this sample; None where it is of other data."""
        if not self._fits(question):
            return None
        return self._probes.walk.step(state, question, self._inputs_of(question.values))

    def _walk(self, state: State, question: WalkQuestion) -> Walk | None:
        if not self._fits(question):
            return None
        return self._probes.walk.look(state, question, self._inputs_of(question.values))

    def _fits(self, question: WalkQuestion) -> bool:
        """Whether it is about data like these: it may be older."""
        facts, dataset = self._document.data.facts, self._dataset
        widths = len(question.values), len(question.labels)
        if widths != (dataset.points.shape[1], dataset.targets.shape[1]):
            return False
        return facts.task != "classes" or 0 <= question.labels[0] < facts.outputs

    def _example(self, row: tuple[float, ...] | None) -> tf.Tensor:
        """The chosen example's inputs, (1, inputs); while it is of other data, those of the first validation row."""
        fits = row is not None and len(row) == self._dataset.points.shape[1]
        return self._inputs_of(row) if fits else self._arrays.validation_x[:1]

    def _inputs(self, row: tuple[float, ...]) -> tf.Tensor:
        return tf.constant(columns(self._document.data, np.array([row])))

    def _present(self, output: Floats) -> Floats:
        return present(output, self._loop.spec.loss, self._document.data.facts.task)

    def _of_target(self, output: Floats, wanted: Wanted) -> Floats:
        """As people read it, of several targets the wanted one: (rows, channels)."""
        shown = self._present(output)
        return shown if self._dataset.targets.shape[1] == 1 else shown[:, wanted.target : wanted.target + 1]

    def _over_plane(self, wanted: Wanted, probe: Callable[[tf.Tensor], Floats]) -> Floats:
        """What the probe finds over the plane, (height, width, channels)."""
        parameters = int(self._loop.network.count_params())
        x, shape = self._planes.inputs(wanted, look_side(self._loop.spec, wanted.surface_side, parameters))
        return refined(probe(x).reshape(*shape, -1), wanted.surface_side)
