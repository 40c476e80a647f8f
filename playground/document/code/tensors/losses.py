"""The loss as lines of tensors, of outputs or of the values before a softmax or a sigmoid."""

from __future__ import annotations

from playground.document.checks.behind import PROBABILITIES, Last, judged_apart, last_of
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.document.losses import Loss

# Keras's class of loss -> the lines of a function of the targets `y` and the outputs, the last one what it gives.
_OF_OUTPUTS = {
    "MeanSquaredError": ("tf.reduce_mean(tf.square(y - predicted))",),
    "MeanAbsoluteError": ("tf.reduce_mean(tf.abs(y - predicted))",),
    "Huber": ("error = tf.abs(y - predicted)", "tf.reduce_mean(tf.where(error <= 1, error**2 / 2, error - 0.5))"),
    "Hinge": ("tf.reduce_mean(tf.maximum(1 - y * predicted, 0))",),
    "KLDivergence": (
        "y = tf.clip_by_value(y, 1e-7, 1)",
        "shares = tf.clip_by_value(predicted, 1e-7, 1)",
        "tf.reduce_mean(tf.reduce_sum(y * tf.math.log(y / shares), -1))",
    ),
    "BinaryCrossentropy": (
        "share = tf.clip_by_value(predicted, 1e-7, 1 - 1e-7)",
        "-tf.reduce_mean(y * tf.math.log(share) + (1 - y) * tf.math.log(1 - share))",
    ),
    "CategoricalCrossentropy": (
        "shares = predicted / tf.reduce_sum(predicted, -1, keepdims=True)",
        "shares = tf.clip_by_value(shares, 1e-7, 1 - 1e-7)",
        "-tf.reduce_mean(tf.reduce_sum(y * tf.math.log(shares), -1))",
    ),
    "SparseCategoricalCrossentropy": (
        "classes = tf.cast(y[:, 0], tf.int32)",
        "shares = tf.math.log(tf.clip_by_value(predicted, 1e-7, 1 - 1e-7))",
        "losses = tf.nn.sparse_softmax_cross_entropy_with_logits(classes, shares)",
        "tf.reduce_mean(losses)",
    ),
}
_OF_LOGITS = {
    "BinaryCrossentropy": ("tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(y, logits))",),
    "CategoricalCrossentropy": ("tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(y, logits))",),
    "SparseCategoricalCrossentropy": (
        "classes = tf.cast(y[:, 0], tf.int32)",
        "losses = tf.nn.sparse_softmax_cross_entropy_with_logits(classes, logits)",
        "tf.reduce_mean(losses)",
    ),
}


def behind(document: Document) -> Last | None:
    """What makes the outputs, where Keras's loss takes the values before its last function; None where it does not."""
    last = last_of(document.graph.by_id, document.graph.sources)
    loss = loss_of(document)
    return last if last and last.applies in PROBABILITIES and loss.looks_behind and not last.hidden else None


def is_judged_apart(document: Document) -> bool:
    """Whether the loss that is shown is another than the one that is trained on."""
    return behind(document) is not None and judged_apart(loss_of(document), behind(document))


def loss_code(document: Document) -> str:
    """`loss_of`, a function of what is trained on, and where needed `loss_of_outputs`, of what is shown."""
    loss = loss_of(document)
    if behind(document) is None:
        return _function("loss_of", loss, loss.takes == "logits", "How far the outputs are from the targets.")
    told = "How far the outputs are from the targets, by the values before their last function."
    parts = [_function("loss_of", loss, True, told)]
    if is_judged_apart(document):
        apart = "How far the outputs are from the targets, as it is shown."
        parts.append(_function("loss_of_outputs", loss, loss.takes == "logits", apart))
    return "\n\n\n".join(parts)


def _function(name: str, loss: Loss, of_logits: bool, told: str) -> str:
    *lines, result = (_OF_LOGITS if of_logits else _OF_OUTPUTS)[loss.keras]
    scale = f"{loss.weight!r} * " if loss.weight != 1 else ""
    values = "logits" if of_logits else "predicted"
    inside = [f'"""{told}"""', *lines, f"return {scale}{result}"]
    return "\n".join([f"def {name}(y, {values}):", *(f"    {line}" for line in inside)])
