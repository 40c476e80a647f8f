"""The document as a Keras script that stands alone: the same data, network and training."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Sequence
from dataclasses import fields
from math import sqrt

from playground.document import layers
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.seeds import part_seed
from playground.document.targets import from_logits, loss_of, needed_outputs, wants_probabilities

WIDEST = 88
# The Playground judges the train set by as many rows.
JUDGED = 2_048

# Words that mean something else where a node's variable would stand.
_TAKEN = {
    *keyword.kwlist, *dir(builtins), "keras", "np", "step", "accuracy", "report", "network", "optimizer",
    "train_x", "train_y", "validation_x", "validation_y", "epoch", "rows", "order", "orders",
}  # fmt: skip

_STEP = '''
def step(x):
    """1 where x > 0, else 0."""
    return keras.ops.relu(keras.ops.sign(x))
'''

_FIT = """
for epoch in range(EPOCHS):
    if epoch % 64 == 0:
        # The rows in new random orders, for 64 epochs at once.
        rows = np.tile(np.arange(len(train_x)), (64, 1))
        orders = np.random.default_rng((SEED, epoch // 64)).permuted(rows, axis=1)
    order = orders[epoch % 64]
    network.fit(
        train_x[order],
        train_y[order],
        batch_size=BATCH_SIZE,
        shuffle=False,
        verbose=0,
    )
    if (epoch + 1) % max(1, EPOCHS // 10) == 0 or epoch + 1 == EPOCHS:
        report(epoch + 1)
"""


def python_code(document: Document, data_lines: str) -> str:
    """The script; on TensorFlow it has the losses that the Playground shows, but for rounding.

    `data_lines` make `inputs` (n, inputs) and `labels` (n,), both shuffled, as `datasets.code.data_code`
    writes them: imports, an empty line, constants, an empty line, and the rest.
    """
    imports, constants, data = data_lines.split("\n\n", 2)
    parts = [
        _docstring(document),
        _imports(imports.splitlines()),
        _constants(document, constants),
        data.strip(),
        _targets(document),
        _network(document),
        _compiled(document),
        _report(document),
        _FIT.strip(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _docstring(document: Document) -> str:
    needs = "tensorflow" if document.data.facts.made else "tensorflow and scikit-learn"
    return f'"""A network from the Playground, in Keras; needs {needs}."""'


def _imports(names: Sequence[str]) -> str:
    """The standard library's first, as import sorters want them."""
    standard = [line for line in names if line == "import math"]
    others = sorted({"import keras", *names} - set(standard), key=lambda line: (line.startswith("from"), line))
    return "\n\n".join("\n".join(group) for group in (standard, others) if group)


def _constants(document: Document, data_constants: str) -> str:
    training = document.training
    return (
        f"{data_constants}\nTRAIN_SHARE = {document.data.train_share!r}  # percent\n\n"
        f"SEED = {training.seed}\nEPOCHS = {training.epochs}\n"
        f"BATCH_SIZE = {training.batch_size}\nLEARNING_RATE = {training.learning_rate!r}"
    )


def _targets(document: Document) -> str:
    return (
        f"# The labels as the loss wants them; the first rows train, the others validate.\n{_encoded(document)}\n"
        "train_count = int(len(inputs) * TRAIN_SHARE / 100)\n"
        'train_x, validation_x = np.split(inputs.astype("float32"), [train_count])\n'
        'train_y, validation_y = np.split(targets.astype("float32"), [train_count])'
    )


def _encoded(document: Document) -> str:
    loss, binary = loss_of(document), document.data.facts.task == "binary"
    outputs = needed_outputs(document) or 1
    classes = "(labels > 0)" if binary else "labels"
    if loss.startswith("sparse"):
        return f"targets = {classes}[:, np.newaxis]"
    if outputs == 1:
        return f"targets = {classes if binary and not _signed(loss) else 'labels'}[:, np.newaxis]"
    one_hot = f"np.eye({outputs})[{classes}.astype(int)]"
    return f"targets = 2 * {one_hot} - 1" if loss == "hinge" else f"targets = {one_hot}"


def _signed(loss: str) -> bool:
    """Whether one output value tells two classes by its sign, as +1 and -1."""
    return not from_logits(loss) and not wants_probabilities(loss)


# The network


def _network(document: Document) -> str:
    graph = document.graph
    live = set(graph.trained) | {DATA}
    variables = _variables([node.id for node in graph.nodes if node.id != OUTPUT])
    nodes = [graph.by_id[node_id] for node_id in graph.trained if node_id not in (DATA, OUTPUT)]
    inputs = f'data = keras.Input(({len(document.data.input_names)},), name="{DATA}")'
    lines = ["# The network. Each part draws its first values by a seed of its own.", inputs]
    for node in nodes:
        sources = [variables[source] for source in graph.sources[node.id] if source in live]
        lines += _node_lines(node, variables[node.id], sources, document.training.seed)
    ends = [variables[source] for source in graph.sources[OUTPUT] if source in live] or ["data"]
    lines.append(f'network = keras.Model(data, {ends[0]}, name="network")')
    code = "\n".join(lines)
    return f"\n{_STEP.strip()}\n\n\n{code}" if any(map(_steps, nodes)) else code


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
    return isinstance(node.layer, layers.Step) or getattr(node.layer, "activation", "") == "step"


def _node_lines(node: Node, variable: str, sources: Sequence[str], seed: int) -> list[str]:
    taken = f"[{', '.join(sources)}]" if isinstance(node.layer, layers.Merge) else ", ".join(sources)
    name = _readable(node.name)
    lines = [f"# {name}"] if name else []
    if isinstance(node.layer, layers.Step):
        return [*lines, f"{variable} = step({taken})"]
    lines.append(_call(f"{variable} = keras.layers.{_class(node.layer)}", _arguments(node, seed), f"({taken})"))
    return [*lines, f"{variable} = step({variable})"] if _steps(node) else lines


def _readable(name: str) -> str:
    """The name on one line, safe in a comment: no line breaks, nothing invisible."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())


def _class(layer: layers.Layer) -> str:
    """Keras's class for the layer."""
    own = isinstance(layer, layers.ReLU | layers.LeakyReLU | layers.ELU | layers.Softmax)
    return "Activation" if isinstance(layer, layers.Activation) and not own else layer.kind


def _arguments(node: Node, seed: int) -> list[str]:
    """What Keras's class is called with: what differs from Keras's own defaults, and the name."""
    layer = node.layer
    given: list[str] = []
    match layer:
        case layers.Dense():
            given = _dense(node.id, layer, seed)
        case layers.LeakyReLU(slope):
            given = [f"negative_slope={slope!r}"]
        case layers.ELU(alpha):
            given = [f"alpha={alpha!r}"]
        case layers.Dropout(rate):
            given = [repr(rate), f"seed={part_seed(seed, node.id, 'dropout')}"]
        case layers.GaussianNoise(deviation):
            given = [repr(deviation), f"seed={part_seed(seed, node.id, 'noise')}"]
        case layers.Reshape(target):
            given = [repr(target)]
        case layers.BatchNormalization() | layers.LayerNormalization():
            given = _changed(layer)
        case layers.Activation() if _class(layer) == "Activation":
            given = [f'"{layer.kind.lower()}"']
    return [*given, f'name="{node.id}"']


def _changed(settings: object) -> list[str]:
    """The settings that are not as Keras has them."""
    changed = []
    for setting in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, setting.name)
        if value != setting.default:
            changed.append(f"{setting.name}={value!r}")
    return changed


def _dense(node_id: str, layer: layers.Dense, seed: int) -> list[str]:
    given = [str(layer.units)]
    if layer.activation not in ("linear", "step"):
        given.append(f'activation="{layer.activation}"')
    if not layer.use_bias:
        given.append("use_bias=False")
    for part in ("kernel", "bias"):
        name = getattr(layer, f"{part}_initializer")
        if (part, name) != ("bias", "zeros"):
            given.append(f"{part}_initializer={_initializer(name, part_seed(seed, node_id, part))}")
    if layer.l1 or layer.l2:
        given.append(f"kernel_regularizer=keras.regularizers.L1L2(l1={layer.l1!r}, l2={layer.l2!r})")
    return given if layer.trainable else [*given, "trainable=False"]


def _initializer(name: str, seed: int) -> str:
    kind = "".join(word.capitalize() for word in name.split("_"))
    return f"keras.initializers.{kind}({'' if name in ('zeros', 'ones') else f'seed={seed}'})"


def _call(function: str, arguments: Sequence[str], then: str = "") -> str:
    """A call on one line if it fits, else with each argument on its own."""
    line = f"{function}({', '.join(arguments)}){then}"
    if len(line) <= WIDEST:
        return line
    return f"{function}(\n" + "".join(f"    {argument},\n" for argument in arguments) + f"){then}"


# Training


def _compiled(document: Document) -> str:
    training, loss = document.training, loss_of(document)
    clipping = {"none": "", "value": "clipvalue", "norm": "clipnorm", "global_norm": "global_clipnorm"}
    arguments = ["learning_rate=LEARNING_RATE", *_changed(training.optimizer)]
    if training.clipping != "none":
        arguments.append(f"{clipping[training.clipping]}={training.clip_at!r}")
    optimizer = _call(f"optimizer = keras.optimizers.{type(training.optimizer).__name__}", arguments)
    logits = "from_logits=True" if from_logits(loss) else ""
    function, metric = _accuracy(document)
    given = ["optimizer=optimizer", f"loss=keras.losses.{_loss_class(loss)}({logits})"]
    given += [f"metrics=[{metric}]"] if metric else []
    compiled = _call("network.compile", [*given, "jit_compile=False"])
    return f"{function}{optimizer}\n{compiled}\nnetwork.summary()"


def _loss_class(loss: str) -> str:
    words = loss.removesuffix("_logits").removeprefix("kl_").split("_")
    return ("KL" if loss.startswith("kl_") else "") + "".join(word.capitalize() for word in words)


def _accuracy(document: Document) -> tuple[str, str]:
    """A function to define first, and the metric that counts points put in their class; "" for regression."""
    loss = loss_of(document)
    if document.data.facts.task == "regression":
        return "", ""
    if needed_outputs(document) != 1:
        kind = "Sparse" if loss.startswith("sparse") else ""
        return "", f'keras.metrics.{kind}CategoricalAccuracy(name="accuracy")'
    middle = "0.5" if wants_probabilities(loss) else "0"
    wanted = "0" if _signed(loss) else "0.5"
    function = (
        "\ndef accuracy(target, predicted):\n"
        f'    """1 where the prediction is on the right side of {middle}, else 0."""\n'
        f"    is_right = (predicted > {middle}) == (target > {wanted})\n"
        '    return keras.ops.cast(is_right, "float32")\n\n\n'
    )
    return function, "accuracy"


def _report(document: Document) -> str:
    data = document.data
    most = (sqrt(data.points) + 0.5) ** 2 if data.facts.made else data.facts.points
    judged = f"[:{JUDGED}]" if most * data.train_share / 100 > JUDGED else ""
    pairs = f'("train", train_x{judged}, train_y{judged}), ("validation", validation_x, validation_y)'
    classifies = data.facts.task != "regression"
    lines = [
        "\ndef report(epoch):",
        '    """Print the losses' + (" and accuracies" if classifies else "") + '."""',
        '    print(f"Epoch {epoch}")',
        *_loop(pairs),
        f"        loss{', share' if classifies else ''} = network.evaluate(x, y, verbose=0)",
    ]
    if _penalized(document):
        lines += ["        # Without the penalties on weights.", "        loss -= sum(map(float, network.losses))"]
    share = ", accuracy {share:.1%}" if classifies else ""
    return "\n".join([*lines, f'        print(f"  {{name}}: loss {{loss:.6g}}{share}")', ""])


def _loop(pairs: str) -> list[str]:
    first, second = pairs.split("), ")
    return ["    for name, x, y in (", f"        {first}),", f"        {second},", "    ):"]


def _penalized(document: Document) -> bool:
    nodes = (document.graph.by_id[node_id].layer for node_id in document.graph.trained)
    return any(isinstance(layer, layers.Dense) and (layer.l1 or layer.l2) for layer in nodes)
