"""Labels as the loss wants them, outputs as people read them, and accuracy."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.document.losses import Loss
from playground.document.task import TaskKind


def encode(labels: NDArray[np.float64], loss: Loss, task: TaskKind, outputs: int) -> NDArray[np.float32]:
    """Labels (n, targets) as float32: (n, 1) for signs, probabilities and sparse classes, else (n, outputs)."""
    classes = labels > 0 if task == "binary" else labels
    if loss.targets in ("bit", "integer"):
        return np.asarray(classes, np.float32)
    if task == "regression" or outputs == 1:
        return labels.astype(np.float32)
    one_hot = np.eye(outputs, dtype=np.float32)[classes[:, 0].astype(int)]
    return one_hot * 2 - 1 if loss.targets == "signed" else one_hot


def accuracy(predicted: Any, target: Any, loss: Loss, outputs: int) -> Any:
    """The share of rows put in their class, a scalar tensor."""
    if outputs == 1:
        right = (predicted > loss.output_between) == (target > loss.target_between)
        return tf.reduce_mean(tf.cast(right, tf.float32))
    classes = target[:, 0] if loss.targets == "integer" else tf.cast(tf.argmax(target, -1), tf.float32)
    return tf.reduce_mean(tf.cast(tf.cast(tf.argmax(predicted, -1), tf.float32) == classes, tf.float32))


def present(output: NDArray[np.float32], loss: Loss, task: TaskKind) -> NDArray[np.float32]:
    """Raw outputs (n, outputs) as people read them.

    Two classes: (n, 1) from -1 to +1; more: (n, classes) probabilities; regression: (n, targets) as it is.
    """
    if task == "regression":
        return output
    if output.shape[-1] == 1:
        match loss.takes:
            case "probabilities":
                return output * 2 - 1
            case "logits":
                return np.tanh(output / 2)
            case "values":
                return np.clip(output, -1, 1)
    shares = _shares(output, loss)
    return shares[:, 1:] - shares[:, :1] if task == "binary" else shares


def _shares(output: NDArray[np.float32], loss: Loss) -> NDArray[np.float32]:
    """Rows that add to 1: probabilities as they are, anything else by softmax."""
    if loss.takes == "probabilities":
        return np.clip(output, 0, 1)
    powers = np.exp(output - output.max(-1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(-1, keepdims=True)
    return shares
