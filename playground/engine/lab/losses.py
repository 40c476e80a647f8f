"""Keras's own losses for the losses lab."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf

from playground.frames.losses import LossAnswer
from playground.lab.losses import LossQuestion


def loss_answer(question: LossQuestion) -> LossAnswer:
    """The loss, that of each sample, and the tape's gradient; of logits of classes their softmax in both ways."""
    kind = question.kind
    made = getattr(keras.losses, kind.keras)
    told = {"from_logits": question.from_logits} if "logits" in kind.readings else {}
    targets = tf.constant(question.classes if kind.numbered else question.targets)
    predictions = tf.constant(question.predictions, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(predictions)
        value = made(**told)(targets, predictions)
    gradient = np.asarray(tape.gradient(value, predictions), float)
    samples = np.asarray(made(reduction=None, **told)(targets, predictions), float)
    softmax = None
    if kind.of_shares and question.of_logits:
        both = keras.layers.Softmax()(predictions), keras.activations.softmax(predictions)
        softmax = (np.asarray(both[0], float), np.asarray(both[1], float))
    return LossAnswer(question, float(value), samples, gradient, softmax)
