"""Keras's own metrics, worked out inside a compiled function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf

from playground.document.checks.compared import compared
from playground.document.metrics import METRICS
from playground.engine.build import Structure
from playground.engine.layers import evaluated
from playground.engine.targets import accuracy


class Measures:
    """The metrics of a structure, of whatever rows; what they count begins anew at each call."""

    def __init__(self, spec: Structure) -> None:
        self._spec = spec
        self._compared = compared(spec.loss, spec.task, spec.outputs)
        self._metrics = {name: _built(name, spec) for name in spec.metrics if METRICS[name].keras}

    def of(self, output: Any, target: Any) -> list[Any]:
        """Of outputs (rows, outputs) and targets as the loss has them: a scalar tensor for each metric, in order."""
        made: list[Any] = []
        if self._metrics:
            made = [self._made(target, self._compared.target), self._made(output, self._compared.output)]
        return [
            _result(self._metrics[name], *made)
            if name in self._metrics
            else accuracy(output, target, self._spec.loss, self._spec.outputs)
            for name in self._spec.metrics
        ]

    # The same of rows that come block by block

    def begun(self) -> list[Any]:
        """Nothing counted yet."""
        return [
            self._metrics[name].stateless_reset_state() if name in self._metrics else [tf.zeros(2, tf.float64)]
            for name in self._spec.metrics
        ]

    def counted(self, counts: list[Any], output: Any, target: Any) -> list[Any]:
        """What was counted, with these rows too."""
        made = self._metrics and [
            self._made(target, self._compared.target), self._made(output, self._compared.output),
        ]  # fmt: skip
        found = []
        for name, before in zip(self._spec.metrics, counts, strict=True):
            if name in self._metrics:
                found.append(self._metrics[name].stateless_update_state(before, *made))
            else:
                share = tf.cast(accuracy(output, target, self._spec.loss, self._spec.outputs), tf.float64)
                rows = tf.cast(tf.shape(output)[0], tf.float64)
                found.append([before[0] + tf.stack([share * rows, rows])])
        return found

    def results(self, counts: list[Any]) -> list[float]:
        """A number for each metric, in order."""
        return [
            float(self._metrics[name].stateless_result(count) if name in self._metrics else count[0][0] / count[0][1])
            for name, count in zip(self._spec.metrics, counts, strict=True)
        ]

    def _made(self, values: Any, steps: tuple[str, ...]) -> Any:
        for step in steps:
            values = STEPS[step](values, self._spec.outputs)
        return values


STEPS: dict[str, Callable[[Any, int], Any]] = {
    "second": lambda values, outputs: values[:, 1:],
    "halved": lambda values, outputs: (values + 1) / 2,
    "one_hot": lambda values, outputs: keras.ops.one_hot(keras.ops.cast(values[:, 0], "int32"), outputs),
    "sigmoid": lambda values, outputs: keras.ops.sigmoid(values),
    "softmax": lambda values, outputs: keras.ops.softmax(values),
}
"""What each step of a Compared does to values (rows, columns)."""


def _built(name: str, spec: Structure) -> keras.Metric:
    metric: keras.Metric = evaluated(METRICS[name].keras_call)
    # Some make their variables when they first see values, which is too late inside a compiled function.
    columns = 1 if spec.task == "binary" else spec.outputs
    metric.update_state(keras.ops.zeros((1, columns)), keras.ops.zeros((1, columns)))
    return metric


def _result(metric: keras.Metric, target: Any, output: Any) -> Any:
    # Without its variables, which would be shared by whatever is compiled.
    counted = metric.stateless_update_state(metric.stateless_reset_state(), target, output)
    return metric.stateless_result(counted)
