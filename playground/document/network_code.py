"""The document's network as lines of Keras."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Sequence
from dataclasses import fields

from playground.document import formula, layers
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.seeds import part_seed

WIDEST = 88

# Words that mean something else where a node's variable would stand.
_TAKEN = {
    *keyword.kwlist, *dir(builtins), "keras", "np", "step", "accuracy", "report", "network", "optimizer",
    "train_x", "train_y", "validation_x", "validation_y", "epoch", "rows", "order", "orders", "generator", "math",
    "playground_uniform", "x",
}  # fmt: skip

_OPERATIONS = {name: f"keras.ops.{name}" for name in formula.FUNCTIONS if name != "step"}

_STEP = '''
def step(x):
    """1 where x > 0, else 0."""
    return keras.ops.relu(keras.ops.sign(x))
'''

_PLAYGROUND_UNIFORM = '''
def playground_uniform(shape, dtype="float32"):
    """U(-0.5, 0.5), neuron by neuron, of the random numbers that follow the data's."""
    inputs, units = shape
    return (generator.random((units, inputs)).T - 0.5).astype(dtype)
'''


def network_code(document: Document) -> str:
    """The layers in order, and the functions that they need."""
    graph = document.graph
    live = set(graph.trained) | {DATA}
    variables = _variables([node.id for node in graph.nodes if node.id != OUTPUT])
    nodes = [graph.by_id[node_id] for node_id in graph.trained if node_id not in (DATA, OUTPUT)]
    inputs = f'data = keras.Input(({len(document.data.input_names)},), name="{DATA}")'
    lines = [inputs]
    for node in nodes:
        sources = [variables[source] for source in graph.sources[node.id] if source in live]
        lines += _node_lines(node, variables[node.id], sources, document.training.seed)
    ends = [variables[source] for source in graph.sources[OUTPUT] if source in live] or ["data"]
    lines.append(f'network = keras.Model(data, {ends[0]}, name="network")')
    drawn = any("seed=" in line for line in lines)
    lines.insert(0, "# The network." + " Each part draws its first values by a seed of its own." * drawn)
    functions = [_STEP] if any(map(_steps, nodes)) else []
    functions += [_PLAYGROUND_UNIFORM] if any(map(_draws_on, nodes)) else []
    return "\n" * bool(functions) + "\n\n\n".join([*map(str.strip, functions), "\n".join(lines)])


def _variables(node_ids: Sequence[str]) -> dict[str, str]:
    """Node id -> a variable's name: the id, longer where the script or Python has that word."""
    found, taken = {}, _TAKEN | set(node_ids)
    for node_id in node_ids:
        name = node_id
        while name in _TAKEN or (name != node_id and name in taken):
            name += "_"
        taken.add(name)
        found[node_id] = name
    return found


def _steps(node: Node) -> bool:
    if isinstance(node.layer, layers.Formula):
        return formula.calls(formula.parse(node.layer.formula), "step")
    return isinstance(node.layer, layers.Step) or getattr(node.layer, "activation", "") == "step"


def _draws_on(node: Node) -> bool:
    """Whether its first weights are the random numbers that follow the data's."""
    return isinstance(node.layer, layers.Dense) and node.layer.kernel_initializer == layers.PLAYGROUND_UNIFORM


def _node_lines(node: Node, variable: str, sources: Sequence[str], seed: int) -> list[str]:
    taken = f"[{', '.join(sources)}]" if isinstance(node.layer, layers.Merge) else ", ".join(sources)
    name = _readable(node.name)
    lines = [f"# {name}"] if name else []
    if isinstance(node.layer, layers.Embedding):
        taken = f'keras.ops.clip(keras.ops.cast({taken}, "int32"), 0, {node.layer.input_dim - 1})'
    if isinstance(node.layer, layers.Formula):
        # A network of its own, so that the names of its operations meet no other's.
        written = ["x", formula.to_text(formula.folded(formula.parse(node.layer.formula)), _OPERATIONS)]
        model = call(f"{variable} = keras.Model", [*written, f'name="{node.id}"'], f"({taken})")
        return [*lines, f"x = keras.Input({taken}.shape[1:])", model]
    if isinstance(node.layer, layers.Step):
        return [*lines, f"{variable} = step({taken})"]
    lines.append(call(f"{variable} = keras.layers.{_class(node.layer)}", _arguments(node, seed), f"({taken})"))
    return [*lines, f"{variable} = step({variable})"] if _steps(node) else lines


def _readable(name: str) -> str:
    """The name on one line, safe in a comment: no line breaks, nothing invisible."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())


def _class(layer: layers.Layer) -> str:
    """Keras's class for the layer."""
    own = isinstance(layer, layers.ReLU | layers.LeakyReLU | layers.PReLU | layers.ELU | layers.Softmax)
    return "Activation" if isinstance(layer, layers.Activation) and not own else layer.kind


def _arguments(node: Node, seed: int) -> list[str]:
    """What Keras's class is called with: what differs from Keras's own defaults, and the name."""
    layer = node.layer
    given: list[str] = []
    match layer:
        case layers.Dense():
            given = _dense(node.id, layer, seed)
        case layers.Conv2D():
            given = _conv(node.id, layer, seed)
        case layers.Pooling2D(pool_size, padding):
            given = [str(pool_size), *([] if padding == "valid" else [f'padding="{padding}"'])]
        case layers.Embedding(input_dim, output_dim):
            first = _initializer("random_uniform", part_seed(seed, node.id, "embeddings"))
            given = [str(input_dim), str(output_dim), f"embeddings_initializer={first}"]
        case layers.Recurrent():
            given = _recurrent(node.id, layer, seed)
        case layers.LeakyReLU(slope):
            given = [f"negative_slope={slope!r}"]
        case layers.PReLU(slope, trainable):
            given = [f"alpha_initializer=keras.initializers.Constant({slope!r})"]
            given += [] if trainable else ["trainable=False"]
        case layers.ELU(alpha):
            given = [f"alpha={alpha!r}"]
        case layers.Dropout(rate):
            given = [repr(rate), f"seed={part_seed(seed, node.id, 'dropout')}"]
        case layers.GaussianNoise(deviation):
            given = [repr(deviation), f"seed={part_seed(seed, node.id, 'noise')}"]
        case layers.ActivityRegularization(l1, l2):
            given = [f"l1={l1!r}", f"l2={l2!r}"]
        case layers.Rescaling(scale, offset):
            given = [repr(scale), repr(offset)]
        case layers.Reshape(target):
            given = [repr(target)]
        case layers.BatchNormalization() | layers.LayerNormalization():
            given = changed(layer)
        case layers.Activation() if _class(layer) == "Activation":
            given = [f'"{layer.kind.lower()}"']
    return [*given, f'name="{node.id}"']


def changed(settings: object) -> list[str]:
    """The settings that are not as Keras has them."""
    changed = []
    for setting in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, setting.name)
        if value != setting.default:
            changed.append(f"{setting.name}={value!r}")
    return changed


def _dense(node_id: str, layer: layers.Dense, seed: int) -> list[str]:
    return [str(layer.units), *_weighted(node_id, layer, seed)]


def _conv(node_id: str, layer: layers.Conv2D, seed: int) -> list[str]:
    given = [str(layer.filters), str(layer.kernel_size)]
    given += [f"strides={layer.strides}"] if layer.strides != 1 else []
    given += [f'padding="{layer.padding}"'] if layer.padding != "valid" else []
    return [*given, *_weighted(node_id, layer, seed)]


def _recurrent(node_id: str, layer: layers.Recurrent, seed: int) -> list[str]:
    given = [str(layer.units)]
    if isinstance(layer, layers.SimpleRNN) and layer.activation != "tanh":
        given.append(f'activation="{layer.activation}"')
    given += ["return_sequences=True"] if layer.return_sequences else []
    for part, name in (("kernel", "glorot_uniform"), ("recurrent", "orthogonal")):
        given.append(f"{part}_initializer={_initializer(name, part_seed(seed, node_id, part))}")
    return given if layer.trainable else [*given, "trainable=False"]


def _weighted(node_id: str, layer: layers.Dense | layers.Conv2D, seed: int) -> list[str]:
    """What layers of weighted sums share."""
    given = []
    if layer.activation not in ("linear", "step"):
        given.append(f'activation="{layer.activation}"')
    if not layer.use_bias:
        given.append("use_bias=False")
    for part in ("kernel", "bias"):
        name = getattr(layer, f"{part}_initializer")
        if (part, name) != ("bias", "zeros"):
            given.append(f"{part}_initializer={_initializer(name, part_seed(seed, node_id, part))}")
    l1, l2 = penalties(layer)
    if l1 or l2:
        given.append(f"kernel_regularizer=keras.regularizers.L1L2(l1={l1!r}, l2={l2!r})")
    return given if layer.trainable else [*given, "trainable=False"]


def penalties(layer: layers.Dense | layers.Conv2D) -> tuple[float, float]:
    """L1 and L2 that are part of Keras's loss: without an L1 that is a step of its own."""
    holds = isinstance(layer, layers.Dense) and layer.hold_zero
    return 0.0 if holds else layer.l1, layer.l2


def _initializer(name: str, seed: int) -> str:
    if name == layers.PLAYGROUND_UNIFORM:
        return name
    if name == layers.PLAYGROUND_BIAS:
        return "keras.initializers.Constant(0.1)"
    kind = "".join(word.capitalize() for word in name.split("_"))
    return f"keras.initializers.{kind}({'' if name in ('zeros', 'ones') else f'seed={seed}'})"


def call(function: str, arguments: Sequence[str], then: str = "") -> str:
    """A call on one line if it fits, else with each argument on its own."""
    return wrapped(f"{function}(", arguments, f"){then}")


def wrapped(start: str, parts: Sequence[str], end: str) -> str:
    line = f"{start}{', '.join(parts)}{end}"
    if len(line) <= WIDEST:
        return line
    return f"{start}\n" + "".join(f"    {part},\n" for part in parts) + end
