"""A document's graph as a compiled keras.Model."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple

import keras
from tensorflow.python.eager.context import context as eager_context
from tensorflow.python.framework.ops import gradient_registry

from playground.document.checks.behind import judged_apart, last_of
from playground.document.graph import DATA, OUTPUT, Graph, Node
from playground.document.layers.ends import Output
from playground.document.losses import LOSSES, Loss
from playground.document.settings import Optimizer, TrainingSettings
from playground.document.task import TaskKind
from playground.engine.layers import apply_node, evaluated
from playground.engine.schedule import BatchSizes, batch_sizes

NO_BATCHES = BatchSizes(1, 0, 1, carried=False)


@dataclass(frozen=True, slots=True)
class Structure:
    """All that the compiled loop depends on; two documents with equal structures share it.

    Names, places, seeds and the learning rate are not in it. `rows` counts train and validation rows; `metrics` are
    what is measured beside the loss. Of a `free` one rows come and go while it trains, of a `streamed` one they come
    from the disk.
    """

    nodes: tuple[tuple[Node, tuple[str, ...]], ...]
    inputs: int
    outputs: int
    task: TaskKind
    optimizer: Optimizer
    clipping: tuple[str, float]
    batches: BatchSizes
    rows: tuple[int, int]
    metrics: tuple[str, ...]
    free: bool = False
    streamed: bool = False

    @property
    def but_rows(self) -> Structure:
        """The same whatever rows there are."""
        return replace(self, rows=(1, 1), batches=NO_BATCHES)

    @property
    def loss(self) -> Loss:
        layer = self.nodes[-1][0].layer
        assert isinstance(layer, Output)
        return LOSSES[layer.loss]

    @property
    def judged_apart(self) -> bool:
        """Whether Keras would give another loss than that of the outputs."""
        nodes = {node.id: node for node, _ in self.nodes}
        return judged_apart(self.loss, last_of(nodes, {node.id: sources for node, sources in self.nodes}))

    @property
    def draws_random(self) -> bool:
        return any(node.layer.draws_random for node, _ in self.nodes)


def structure(
    graph: Graph,
    training: TrainingSettings,
    inputs: int,
    outputs: int,
    task: TaskKind,
    rows: tuple[int, int],
    metrics: tuple[str, ...],
    free: bool = False,
    streamed: bool = False,
) -> Structure:
    """What of this graph and these settings the compiled loop depends on; rows are (train, validation)."""
    live = set(graph.trained)
    nodes = tuple(
        (replace(graph.by_id[node_id], name=""), tuple(s for s in graph.sources[node_id] if s in live))
        for node_id in _ordered(graph)
    )
    clipping = (training.clipping, training.clip_at if training.clipping != "none" else 0.0)
    sizes = batch_sizes(rows[0], training)
    return Structure(nodes, inputs, outputs, task, training.optimizer, clipping, sizes, rows, metrics, free, streamed)


def _ordered(graph: Graph) -> list[str]:
    return [node_id for node_id in graph.trained if node_id != OUTPUT] + [OUTPUT]


# The input of a network, and what its layers see of it, where that is another tensor.
Front = tuple[Any, Any]


class Built(NamedTuple):
    """A network, each node's output (KerasTensor) by id, and each node's Keras layer by id."""

    network: keras.Model
    tensors: dict[str, Any]
    layers: dict[str, keras.Layer]


def build_keras(spec: Structure, seed: int, front: Front | None = None) -> Built:
    """The network with the first weights of that seed, not yet compiled."""
    data, seen = front or (keras.Input((spec.inputs,), name=DATA),) * 2
    tensors: dict[str, Any] = {DATA: seen}
    layers: dict[str, keras.Layer] = {}
    for node, sources in spec.nodes:
        if node.id != DATA:
            tensors[node.id], layer = apply_node(node, [tensors[source] for source in sources], seed)
            if layer is not None:
                layers[node.id] = layer
    return Built(keras.Model(data, tensors[OUTPUT], name="network"), tensors, layers)


def compile_keras(network: keras.Model, spec: Structure, learning_rate: float) -> None:
    """Give the network its optimizer and loss, with every variable of both made."""
    network.compile(
        optimizer=keras_optimizer(spec.optimizer, learning_rate, spec.clipping),
        loss=keras_loss(spec.loss),
        # Not by a loss of our own: a .keras file keeps this without one.
        loss_weights=None if spec.loss.weight == 1 else spec.loss.weight,
        jit_compile=False,
    )
    network.optimizer.build(network.trainable_variables)


def keras_optimizer(settings: Optimizer, learning_rate: float, clipping: tuple[str, float]) -> keras.Optimizer:
    arguments: dict[str, Any] = {"learning_rate": learning_rate, **asdict(settings)}
    match clipping:
        case ("value", at):
            arguments["clipvalue"] = at
        case ("norm", at):
            arguments["clipnorm"] = at
        case ("global_norm", at):
            arguments["global_clipnorm"] = at
    kind: type[keras.Optimizer] = getattr(keras.optimizers, type(settings).__name__)
    return kind(**arguments)


def keras_loss(loss: Loss) -> keras.losses.Loss:
    """Keras's loss object, without the weight that the network gives it."""
    found: keras.losses.Loss = evaluated(loss.keras_call)
    return found


def forget_networks() -> None:
    """Let go of what TensorFlow 2.21 would keep of each network for good. Not while another thread traces one.

    Closures in its registry of gradients (3.6 MiB a network trained), and a kernel for each name that a variable
    ever had (35 KiB each). Both are reached by private names; where a later TensorFlow has none, there is
    nothing to do.
    """
    kept = getattr(gradient_registry, "_registry", {})
    for name in [name for name in kept if name.startswith("CustomGradient-")]:
        del kept[name]
    clear_kernels = getattr(eager_context(), "clear_kernel_cache", None)
    if clear_kernels is not None:
        clear_kernels()
