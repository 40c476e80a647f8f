"""Labels as the loss wants them, outputs as people read them, and accuracy."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.document.checks.targets import from_logits, wants_probabilities

PROBABILITY, SIGN, LOGIT = "probability", "sign", "logit"


def reading(loss: str) -> str:
    """What one output value means for two classes: a probability, a signed value, or a logit."""
    if from_logits(loss):
        return LOGIT
    return PROBABILITY if wants_probabilities(loss) else SIGN


def encode(labels: NDArray[np.float64], loss: str, binary: bool, outputs: int) -> NDArray[np.float32]:
    """Labels (n,) as float32 targets: (n, 1) for values, signs, probabilities and sparse classes, else (n, outputs)."""
    if loss.startswith("sparse"):
        classes = labels > 0 if binary else labels
        return np.asarray(classes, np.float32)[:, None]
    if binary and outputs == 1:
        return np.asarray(labels > 0 if reading(loss) != SIGN else labels, np.float32)[:, None]
    if not binary and outputs == 1:
        return labels.astype(np.float32)[:, None]
    classes = (labels > 0 if binary else labels).astype(int)
    one_hot = np.eye(outputs, dtype=np.float32)[classes]
    return one_hot * 2 - 1 if loss == "hinge" else one_hot


def accuracy(predicted: Any, target: Any, loss: str, outputs: int) -> Any:
    """The share of rows put in their class, a scalar tensor."""
    if outputs == 1:
        meaning = reading(loss)
        right = (predicted > (0.5 if meaning == PROBABILITY else 0.0)) == (target > (0.0 if meaning == SIGN else 0.5))
        return tf.reduce_mean(tf.cast(right, tf.float32))
    classes = target[:, 0] if loss.startswith("sparse") else tf.cast(tf.argmax(target, -1), tf.float32)
    return tf.reduce_mean(tf.cast(tf.cast(tf.argmax(predicted, -1), tf.float32) == classes, tf.float32))


def present(output: NDArray[np.float32], loss: str, task: str) -> NDArray[np.float32]:
    """Raw outputs (n, outputs) as people read them.

    Two classes: (n, 1) from -1 to +1; more: (n, classes) probabilities; regression: (n, 1) as it is.
    """
    if task == "regression":
        return output
    if output.shape[-1] == 1:
        match reading(loss):
            case "probability":
                return output * 2 - 1
            case "logit":
                return np.tanh(output / 2)
            case _:
                return np.clip(output, -1, 1)
    shares = _shares(output, loss)
    return shares[:, 1:] - shares[:, :1] if task == "binary" else shares


def _shares(output: NDArray[np.float32], loss: str) -> NDArray[np.float32]:
    """Rows that add to 1: probabilities as they are, anything else by softmax."""
    if wants_probabilities(loss):
        return np.clip(output, 0, 1)
    powers = np.exp(output - output.max(-1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(-1, keepdims=True)
    return shares
