"""How a script of tensors trains: the loss, a step along the gradients, the loop over epochs."""

from __future__ import annotations

from dataclasses import replace

from playground.document.checks.memory import EVALUATED
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.checks.xla import draws_by_xla
from playground.document.code.measuring_code import metrics_code
from playground.document.code.tensors.losses import is_judged_apart, loss_code
from playground.document.code.tensors.network import Sheet
from playground.document.code.training_code import loop_code, optimizer_code, pairs_code, train_rows
from playground.document.document import Document
from playground.document.layers.activations import Formula
from playground.document.layers.sequences import Embedding
from playground.document.schedules import Constant
from playground.document.settings import SGD

LEARN = "learn(train_x[batch], train_y[batch])"
KERNELS = '{name: weights[f"{name}/kernel"] for name in PENALTIES}'
# What the loop says of a Keras network -> the same of a table of variables.
_SAME = {
    "network.get_weights()": "[weight.numpy() for weight in weights.values()]",
    "    network.set_weights(best_weights)": (
        "    for weight, best in zip(weights.values(), best_weights, strict=True):\n        weight.assign(best)"
    ),
}


def learn_code(document: Document) -> str:
    """The loss, the optimizer where there is more to it than a step downhill, and one step."""
    sheet, by_hand = Sheet(document), _by_hand(document)
    jit = "(jit_compile=True)" if draws_by_xla(document, train_rows(document.data)) else ""
    # A comparison has no gradient at all, nor has a row's number in a table, which is as good as 0.
    stops = any(isinstance(node.layer, Formula | Embedding) for node in sheet.nodes)
    zero = ', unconnected_gradients="zero"' if stops else ""
    values = "logits" if "logits" in sheet.returns else "predicted"
    lines = [
        f"@tf.function{jit}",
        "def learn(x, y):",
        f'    """One step: the loss, its gradients, and each weight {"a little downhill" if by_hand else "moved"}."""',
        "    with tf.GradientTape() as tape:",
        f"        {sheet.given} = network(x, training=True)",
        f"        loss = loss_of(y, {values})",
        *(f"        loss += {line}" for line in sheet.penalties),
        f"    gradients = tape.gradient(loss, learned{zero})",
    ]
    if by_hand:
        lines += ["    for weight, gradient in zip(learned, gradients, strict=True):"]
        # The gradient of a table is told for the rows that were looked up.
        of_rows = any(isinstance(node.layer, Embedding) for node in sheet.nodes)
        whole = "tf.convert_to_tensor(gradient)" if of_rows else "gradient"
        lines += [f"        weight.assign_sub(LEARNING_RATE * {whole})"]
        return f"\n{loss_code(document)}\n\n\n" + "\n".join(lines)
    lines.append("    optimizer.apply_gradients(zip(gradients, learned, strict=True))")
    made = f"{optimizer_code(document)}\noptimizer.build(learned)"
    return f"\n{loss_code(document)}\n\n\n{made}\n\n\n" + "\n".join(lines)


def _by_hand(document: Document) -> bool:
    training = document.training
    plain = training.optimizer == SGD() and training.clipping == "none"
    return plain and isinstance(training.schedule, Constant)


def judged_code(document: Document) -> str:
    """`judge` and `report`, which work out and print the losses and what is measured."""
    sheet, others = Sheet(document), tuple(name for name in document.metrics if name != "accuracy")
    defined, metrics = metrics_code(replace(document, training=replace(document.training, metrics=others)))
    shown = "loss_of_outputs(y, predicted)" if is_judged_apart(document) else "loss_of(y, predicted)"
    if "logits" in sheet.returns and not is_judged_apart(document):
        shown = "loss_of(y, logits)"
    counts = "accuracy" in document.metrics
    judging = [
        "def judge(x, y):",
        f'    """The loss, without penalties, and {"the share of points put in their class" if counts else "0"}."""',
        f"    {sheet.given} = network(x)",
        *([f"    right = {_right(document)}"] if counts else []),
        f"    share = {'tf.reduce_mean(tf.cast(right, tf.float32))' if counts else '0'}",
        f"    return float({shown}), float(share)",
    ]
    judged = f"[:{EVALUATED}]" if train_rows(document.data) > EVALUATED else ""
    share = ", accuracy {share:.1%}" if counts else ""
    reporting = [
        "def report(epoch):",
        '    """Print how well it does."""',
        '    print(f"Epoch {epoch}")',
        *pairs_code(judged),
        "        loss, share = judge(x, y)",
        f'        print(f"  {{name}}: loss {{loss:.6g}}{share}")',
    ]
    if metrics:
        defined.append("\n".join(["measured = [", *(f"    {metric}," for metric in metrics), "]"]))
        reporting += [
            "        for metric in measured:",
            "            metric.reset_state()",
            f"            metric.update_state(y, network(x){'[0]' if sheet.returns else ''})",
            '            print(f"    {metric.name} {float(metric.result()):.6g}")',
        ]
    parts = [*defined, "\n".join(judging), "\n".join(reporting)]
    return "\n" + "\n\n\n".join(parts) + "\n"


def _right(document: Document) -> str:
    """An expression for which rows are put in their class."""
    loss = loss_of(document)
    if needed_outputs(document) == 1:
        return f"(predicted > {loss.output_between:g}) == (y > {loss.target_between:g})"
    wanted = "tf.cast(y[:, 0], tf.int64)" if loss.targets == "integer" else "tf.argmax(y, -1)"
    return f"tf.argmax(predicted, -1) == {wanted}"


def epochs_code(document: Document) -> str:
    """The loop over epochs, batch by batch."""
    code = loop_code(document, LEARN, KERNELS)
    for said, same in _SAME.items():
        code = code.replace(said, same)
    return code
