"""How the document trains, as lines of Keras: compiled, judged, and the loop over its epochs."""

from __future__ import annotations

from collections.abc import Iterable

from playground.document.checks.behind import judged_apart, last_of, loss_of_outputs
from playground.document.checks.memory import EVALUATED
from playground.document.checks.targets import loss_of
from playground.document.checks.xla import draws_by_xla
from playground.document.code.layer_code import call, changed, wrapped, written
from playground.document.code.measuring_code import measured_alone, metrics_code
from playground.document.code.network_code import grouped_code
from playground.document.code.running_code import after_loop, before_loop, epoch_begins, epoch_ends, judges, rate_name
from playground.document.document import Document
from playground.document.layers.layer import Layer
from playground.document.settings import DataSettings

_TRAIN = '''
held = dict.fromkeys(PENALTIES, False)


def train(batch):
    """One step; then L1, which leaves at 0 for good what it would take across."""
    kernels = KERNELS
    before = {name: kernel.numpy() for name, kernel in kernels.items()}
    network.train_on_batch(train_x[batch], train_y[batch])
    for name, kernel in kernels.items():
        stepped = kernel.numpy()
        shrunk = stepped - RATE * PENALTIES[name] * np.sign(before[name])
        held[name] |= stepped * shrunk < 0
        kernel.assign(np.where(held[name], 0, shrunk))
'''

_TRAIN_BELOW = '''
held = dict.fromkeys(HOLDING, False)


def train(batch):
    """One step; then the penalties. Those of HOLDING leave at 0 for good what they would take across."""
    kernels = KERNELS
    before = {name: kernel.numpy() for name, kernel in kernels.items()}
    network.train_on_batch(train_x[batch], train_y[batch])
    for name, kernel in kernels.items():
        stepped, (l1, l2) = kernel.numpy(), PENALTIES[name]
        pulled = stepped - RATE * (l1 * np.sign(before[name]) + 2 * l2 * before[name])
        if name in held:
            held[name] |= stepped * pulled < 0
            pulled = np.where(held[name], 0, pulled)
        kernel.assign(pulled)
'''

ON_BATCH = "network.train_on_batch(train_x[batch], train_y[batch])"

_ORDER = """
    if epoch % 64 == 0:
        # The rows in new random orders, for 64 epochs at once.
        rows = np.tile(np.arange(len(train_x)), (64, 1))
        orders = np.random.default_rng((SEED, epoch // 64)).permuted(rows, axis=1)
    order = orders[epoch % 64]
"""

_FIT = """
    network.fit(
        train_x[order],
        train_y[order],
        batch_size=BATCH_SIZE,
        shuffle=False,
        verbose=0,
    )
"""

_FIT_AS_MADE = """
    network.fit(train_x, train_y, batch_size=BATCH_SIZE, shuffle=False, verbose=0)
"""

_SHORT = """
    for batch in np.split(order, range(BATCH_SIZE, len(order), BATCH_SIZE)):
        {train}
"""

_CARRIED = """
    # Rows left over join the first batch of the next epoch.
    *batches, rest = np.split(order, range(BATCH_SIZE, len(order) + 1, BATCH_SIZE))
    batches[0] = np.concatenate((waiting, batches[0]))
    waiting = rest
    for batch in batches:
        {train}
"""

_REPORT = """
    if (epoch + 1) % max(1, EPOCHS // {reports}) == 0 or epoch + 1 == EPOCHS:
        report(epoch + 1)
"""
REPORTS = 10
"""How often the script says how it goes."""


def optimizer_code(document: Document) -> str:
    """A line that makes the optimizer."""
    training = document.training
    clipping = {"none": "", "value": "clipvalue", "norm": "clipnorm", "global_norm": "global_clipnorm"}
    arguments = ["learning_rate=LEARNING_RATE", *changed(training.optimizer)]
    if training.clipping != "none":
        arguments.append(f"{clipping[training.clipping]}={training.clip_at!r}")
    return call(f"optimizer = keras.optimizers.{type(training.optimizer).__name__}", arguments)


def compile_code(document: Document) -> str:
    """The optimizer, the loss and the metrics, given to the network."""
    loss = loss_of(document)
    defined, metrics = metrics_code(document)
    above = "\n" + "\n\n\n".join(defined) + "\n\n\n" if defined else ""
    given = ["optimizer=optimizer", f"loss={written(loss.keras_call)}"]
    given += [f"loss_weights={loss.weight!r}"] if loss.weight != 1 else []
    given += [wrapped("metrics=[", metrics, "]", 4)] if metrics else []
    by_xla = draws_by_xla(document, train_rows(document.data))
    compiled = call("network.compile", [*given, f"jit_compile={by_xla}"])
    return f"{above}{optimizer_code(document)}\n{compiled}\nnetwork.summary()"


def report_code(document: Document, keeps: bool = False) -> str:
    """A function that prints the losses as the Playground judges them, and `keeps` them in `history`, by side."""
    judged = f"[:{EVALUATED}]" if train_rows(document.data) > EVALUATED else ""
    what = f"losses and {'accuracies' if measured_alone(document) else 'metrics'}" if document.metrics else "losses"
    lines = [
        "\ndef report(epoch):",
        f'    """Print the {what}."""',
        '    print(f"Epoch {epoch}")',
        *pairs_code(judged),
        *(f"    {line}" for line in _judged(document)),
    ]
    lines += ["        history[name].append((epoch, loss))"] if keeps else []
    share = ", accuracy {share:.1%}" if document.metrics and measured_alone(document) else ""
    lines.append(f'        print(f"  {{name}}: loss {{loss:.6g}}{share}")')
    if not measured_alone(document):
        lines += ["        for metric, value in judged.items():", '            print(f"    {metric} {value:.6g}")']
    return "\n".join([*lines, ""])


def judge_code(document: Document) -> str:
    """A function that gives the loss and the accuracy on some points, where the rules of the run need them."""
    if not judges(document):
        return ""
    counts = "accuracy" in document.metrics
    share = "0" if not counts else "share" if measured_alone(document) else 'judged["accuracy"]'
    lines = [
        "def judge(x, y):",
        f'    """The loss {"and the accuracy on these points" if counts else "on these points, and 0"}."""',
        *_judged(document),
    ]
    return "\n".join([*lines, f"    return loss, {share}", ""])


def _judged(document: Document) -> list[str]:
    """Lines of a function that find the loss on x and y, without penalties, and what is measured beside it."""
    if measured_alone(document):
        lines = [f"    loss{', share' if document.metrics else ''} = network.evaluate(x, y, verbose=0)"]
    else:
        judging = "    judged = network.evaluate(x, y, verbose=0, return_dict=True)"
        lines = [judging, '    loss = judged.pop("loss")']
    loss, last = loss_of(document), last_of(document.graph.by_id, document.graph.sources)
    if judged_apart(loss, last):
        why = "# Of the outputs: evaluate takes the values before their softmax or sigmoid."
        found = 'outputs = network.predict(x, verbose=0).astype("float64")'
        return [*lines, f"    {why}", f"    {found}", f"    loss = float({written(loss_of_outputs(loss))}(y, outputs))"]
    return lines + (_unpenalized(document) if _penalized(document) else [])


def _unpenalized(document: Document) -> list[str]:
    """Lines that take penalties out of the loss: those on weights are known, those on values differ by batch."""
    if any(layer.penalizes_values for layer in _trained(document)):
        loss = loss_of(document)
        weight = f"{loss.weight!r} * " if loss.weight != 1 else ""
        # Not by predict, whose arrays have lost the digits of outputs near 0 and 1.
        return ["    # Without penalties.", f"    loss = {weight}float(network.loss(y, network(x, training=False)))"]
    return ["    # Without the penalties on weights.", "    loss -= sum(map(float, network.losses))"]


def pairs_code(judged: str) -> list[str]:
    """A loop over the points that train, of which some are judged, and those that validate."""
    train = f'        ("train", train_x{judged}, train_y{judged}),'
    return ["    for name, x, y in (", train, '        ("validation", validation_x, validation_y),', "    ):"]


def _penalized(document: Document) -> bool:
    """Whether Keras's loss has penalties in it."""
    return any(layer.penalizes_values or any(layer.penalties) for layer in _trained(document))


def _trained(document: Document) -> list[Layer]:
    return [document.graph.by_id[node_id].layer for node_id in document.graph.trained]


def keras_loop(document: Document, reports: int = REPORTS) -> str:
    """The loop over epochs: by Keras's fit where it can split them, else batch by batch; it reports so many times."""
    return loop_code(document, ON_BATCH, "", fits=True, reports=reports)


def loop_code(document: Document, on_batch: str, kernels: str, fits: bool = False, reports: int = REPORTS) -> str:
    """The loop over epochs, where `on_batch` trains on one and `kernels` are those with penalties of their own.

    fits: whether Keras's fit may take whole epochs, where it can split them.
    """
    training = document.training
    rows = train_rows(document.data)
    carried = training.part_batches == "carried" and rows % min(training.batch_size, rows) > 0
    held = _held_step(document, on_batch, kernels)
    shuffled = training.order == "shuffled"
    fits = fits and not carried and not held
    before = ["order = np.arange(len(train_x))"] if not shuffled and not fits else []
    before += ["waiting = np.arange(0)"] if carried else []
    before += before_loop(document)
    if fits:
        steps = _FIT if shuffled else _FIT_AS_MADE
    else:
        step = "train(batch)" if held else on_batch
        steps = (_CARRIED if carried else _SHORT).format(train=step)
    inside = [epoch_begins(document), _ORDER if shuffled else "", steps, epoch_ends(document)]
    inside.append(_REPORT.format(reports=reports))
    lines = [*before, "for epoch in range(EPOCHS):", *(part.strip("\n") for part in inside if part)]
    lines += after_loop(document)
    loop = "\n".join(lines)
    return f"{held}\n\n\n{loop}" if held else loop


def _held_step(document: Document, on_batch: str, kernels: str) -> str:
    """A step of the script's own, for layers whose penalties Keras does not have; "" where there are none."""
    steps = {node_id: document.graph.by_id[node_id].layer.own_step for node_id in document.graph.trained}
    owns = {node_id: own for node_id, own in steps.items() if own.acts}
    if not owns:
        return ""
    if all(own.holds and not own.l2 for own in owns.values()):
        why, body = "# L1 of layers whose weights stay at 0 once there, and which of them do.\n", _TRAIN
        rates = [f'"{node_id}": {own.l1!r}' for node_id, own in owns.items()]
    else:
        why = "# L1 and L2 that Keras does not take: below 0, or such that hold weights at 0.\n"
        body = _TRAIN_BELOW.replace("HOLDING", repr([node_id for node_id, own in owns.items() if own.holds]), 1)
        rates = [f'"{node_id}": {(own.l1, own.l2)!r}' for node_id, own in owns.items()]
        body = body.replace("Those of HOLDING leave", "Those held leave")
    train = body.strip().replace("KERNELS", kernels or _kernels(document, owns), 1)
    train = train.replace("RATE", rate_name(document)).replace(ON_BATCH, on_batch)
    return f"{why}{wrapped('PENALTIES = {', rates, '}')}\n{train}"


def _kernels(document: Document, node_ids: Iterable[str]) -> str:
    """An expression for the kernels by name: each layer is found by its name, one in a group through the group."""
    grouped = grouped_code(document)
    found = {node_id: grouped.found_by(node_id) for node_id in node_ids}
    if all(node_id not in grouped.tree.parents for node_id in found):
        return "{name: network.get_layer(name).kernel for name in PENALTIES}"
    start, parts = "    kernels = {", [f'"{node_id}": {layer}.kernel' for node_id, layer in found.items()]
    return wrapped(start, parts, "}", 4).removeprefix("    kernels = ")


def train_rows(data: DataSettings) -> int:
    """How many points train, without making any."""
    if data.own is not None and data.own.by_column:
        return data.own.train_rows
    return int(data.rows * data.train_share / 100)
