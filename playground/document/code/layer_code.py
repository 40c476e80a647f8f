"""A layer of the document as Keras code: what makes it, and what it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from playground.document.formula import formula
from playground.document.formula.parser import parse
from playground.document.graph import Node
from playground.document.layers.activations import ELU, Activation, Formula, LeakyReLU, PReLU, ReLU, Softmax, Step
from playground.document.layers.dense import Dense
from playground.document.layers.layer import PLAYGROUND_BIAS, PLAYGROUND_UNIFORM, Layer
from playground.document.layers.merging import Merge
from playground.document.layers.normalization import BatchNormalization, LayerNormalization, Rescaling
from playground.document.layers.pictures import Conv2D, Pooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import Embedding, Recurrent, SimpleRNN
from playground.document.layers.shaping import Reshape
from playground.document.seeds import part_seed

WIDEST = 88

_OPERATIONS = {name: f"keras.ops.{name}" for name in formula.CALLED if name != "step"}


def made(node: Node, seed: int) -> tuple[str, list[str]]:
    """The class that makes the layer, and its arguments; a formula's `x` is an input that stands before."""
    if isinstance(node.layer, Formula):
        # A network of its own, so that the names of its operations meet no other's.
        written = formula.to_text(formula.folded(parse(node.layer.formula)), _OPERATIONS)
        return "keras.Model", ["x", written, f'name="{node.id}"']
    return f"keras.layers.{_class(node.layer)}", _arguments(node, seed)


def taken(layer: Layer, sources: Sequence[str]) -> str:
    """What the layer is called with."""
    text = f"[{', '.join(sources)}]" if isinstance(layer, Merge) else ", ".join(sources)
    if isinstance(layer, Embedding):
        return f'keras.ops.clip(keras.ops.cast({text}, "int32"), 0, {layer.input_dim - 1})'
    return text


def steps(node: Node) -> bool:
    """Whether it needs the function `step`."""
    if isinstance(node.layer, Formula):
        return formula.calls(parse(node.layer.formula), "step")
    return isinstance(node.layer, Step) or ends_in_step(node.layer)


def ends_in_step(layer: Layer) -> bool:
    """Whether a step follows what Keras's layer computes."""
    return getattr(layer, "activation", "") == "step"


def draws_on(node: Node) -> bool:
    """Whether its first weights are the random numbers that follow the data's."""
    return isinstance(node.layer, Dense) and node.layer.kernel_initializer == PLAYGROUND_UNIFORM


def readable(name: str) -> str:
    """The name on one line, safe in a comment: no line breaks, nothing invisible."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())


def _class(layer: Layer) -> str:
    """Keras's class for the layer."""
    own = isinstance(layer, ReLU | LeakyReLU | PReLU | ELU | Softmax)
    return "Activation" if isinstance(layer, Activation) and not own else layer.kind


def _arguments(node: Node, seed: int) -> list[str]:
    """What Keras's class is called with: what differs from Keras's own defaults, and the name."""
    layer = node.layer
    given: list[str] = []
    match layer:
        case Dense():
            given = _dense(node.id, layer, seed)
        case Conv2D():
            given = _conv(node.id, layer, seed)
        case Pooling2D(pool_size, padding):
            given = [str(pool_size), *([] if padding == "valid" else [f'padding="{padding}"'])]
        case Embedding(input_dim, output_dim):
            first = _initializer("random_uniform", part_seed(seed, node.id, "embeddings"))
            given = [str(input_dim), str(output_dim), f"embeddings_initializer={first}"]
        case Recurrent():
            given = _recurrent(node.id, layer, seed)
        case LeakyReLU(slope):
            given = [f"negative_slope={slope!r}"]
        case PReLU(slope, trainable):
            given = [f"alpha_initializer=keras.initializers.Constant({slope!r})"]
            given += [] if trainable else ["trainable=False"]
        case ELU(alpha):
            given = [f"alpha={alpha!r}"]
        case Dropout(rate):
            given = [repr(rate), f"seed={part_seed(seed, node.id, 'dropout')}"]
        case GaussianNoise(deviation):
            given = [repr(deviation), f"seed={part_seed(seed, node.id, 'noise')}"]
        case ActivityRegularization(l1, l2):
            given = [f"l1={l1!r}", f"l2={l2!r}"]
        case Rescaling(scale, offset):
            given = [repr(scale), repr(offset)]
        case Reshape(target):
            given = [repr(target)]
        case BatchNormalization() | LayerNormalization():
            given = changed(layer)
        case Activation() if _class(layer) == "Activation":
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


def _dense(node_id: str, layer: Dense, seed: int) -> list[str]:
    return [str(layer.units), *_weighted(node_id, layer, seed)]


def _conv(node_id: str, layer: Conv2D, seed: int) -> list[str]:
    given = [str(layer.filters), str(layer.kernel_size)]
    given += [f"strides={layer.strides}"] if layer.strides != 1 else []
    given += [f'padding="{layer.padding}"'] if layer.padding != "valid" else []
    return [*given, *_weighted(node_id, layer, seed)]


def _recurrent(node_id: str, layer: Recurrent, seed: int) -> list[str]:
    given = [str(layer.units)]
    if isinstance(layer, SimpleRNN) and layer.activation != "tanh":
        given.append(f'activation="{layer.activation}"')
    given += ["return_sequences=True"] if layer.return_sequences else []
    for part, name in (("kernel", "glorot_uniform"), ("recurrent", "orthogonal")):
        given.append(f"{part}_initializer={_initializer(name, part_seed(seed, node_id, part))}")
    return given if layer.trainable else [*given, "trainable=False"]


def _weighted(node_id: str, layer: Dense | Conv2D, seed: int) -> list[str]:
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


def penalties(layer: Dense | Conv2D) -> tuple[float, float]:
    """L1 and L2 that are part of Keras's loss: without an L1 that is a step of its own."""
    holds = isinstance(layer, Dense) and layer.hold_zero
    return 0.0 if holds else layer.l1, layer.l2


def _initializer(name: str, seed: int) -> str:
    if name == PLAYGROUND_UNIFORM:
        return name
    if name == PLAYGROUND_BIAS:
        return "keras.initializers.Constant(0.1)"
    kind = "".join(word.capitalize() for word in name.split("_"))
    return f"keras.initializers.{kind}({'' if name in ('zeros', 'ones') else f'seed={seed}'})"


def call(function: str, arguments: Sequence[str], then: str = "", indent: int = 0) -> str:
    """A call on one line if it fits, else with each argument on its own."""
    return wrapped(f"{function}(", arguments, f"){then}", indent)


def wrapped(start: str, parts: Sequence[str], end: str, indent: int = 0) -> str:
    """Parts on one line if they fit, else each on its own; the first line is not indented, those after it are."""
    line, inset = f"{start}{', '.join(parts)}{end}", " " * indent
    if len(line) <= WIDEST - indent:
        return line
    return f"{start}\n" + "".join(f"{inset}    {part},\n" for part in parts) + inset + end
