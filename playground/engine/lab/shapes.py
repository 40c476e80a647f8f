"""How large a result would be, before any of it is made: the program is traced into a graph that is thrown away."""

from __future__ import annotations

import ast
import math
from typing import Any

import tensorflow as tf

from playground.engine.lab.evaluate import evaluate
from playground.lab.limits import MOST_AXES, MOST_CELLS, MOST_PARTS, Refusal

OVERFLOWS = ("overflow", "too large", "too big", "exceeds")


def refused_by_shape(program: ast.Module, known: dict[str, Any]) -> Refusal | None:
    """Why a program is not run; None where its results are small, or are no result, which running tells better."""
    with tf.Graph().as_default():
        try:
            placed = {name: _placeholders(value) for name, value in known.items()}
            results = tf.nest.flatten(evaluate(program, placed))
            shapes = [getattr(result, "shape", None) for result in results]
        except Exception as error:
            if any(word in str(error) for word in OVERFLOWS):
                return Refusal("too_large", (("cells", math.inf),))
            return None
    if len(shapes) > MOST_PARTS:
        return Refusal("too_many_parts", (("parts", len(shapes)), ("most", MOST_PARTS)))
    for shape in shapes:
        found = _of_shape(shape)
        if found is not None:
            return found
    return None


def _placeholders(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_placeholders(part) for part in value]
    return tf.compat.v1.placeholder(value.dtype, value.shape) if tf.is_tensor(value) else value


def _of_shape(shape: Any) -> Refusal | None:
    if not isinstance(shape, tf.TensorShape) or shape.rank is None:
        return None
    if shape.rank > MOST_AXES:
        return Refusal("too_many_axes", (("axes", shape.rank), ("most", MOST_AXES)))
    cells = math.prod(length or 0 if length is not None else 1 for length in shape.as_list())
    return Refusal("too_large", (("cells", cells),)) if cells > MOST_CELLS else None
