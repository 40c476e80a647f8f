"""Calling a compiled function without TensorFlow's looking at each of its arguments, which takes ten times as long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import tensorflow as tf

# A private name: where a later TensorFlow has none, calls are only slower.
STRAIGHT = "_call_flat"


class Direct:
    """A function of tensors, traced once: of every call's tensors, shapes and types are those of the first.

    `loosened` makes of the first call's tensors what it is traced for, where other shapes may follow.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        by_xla: bool,
        loosened: Callable[[tuple[Any, ...]], tuple[Any, ...]] | None = None,
    ) -> None:
        self._loosened = loosened
        self._function = tf.function(function, jit_compile=by_xla, autograph=False)
        self._traced: Any = None

    def __call__(self, *given: Any) -> Any:
        """`given` are tensors, and lists and tuples of tensors."""
        if self._traced is None:
            told = given if self._loosened is None else self._loosened(given)
            self._traced = self._function.get_concrete_function(*told)
        call = getattr(self._traced, STRAIGHT, None)
        if call is None:
            return self._function(*given)
        return call(tf.nest.flatten(given), self._traced.captured_inputs)

    def compiled_text(self, *given: Any) -> str:
        """What XLA made of it after all of its passes."""
        text: str = self._function.experimental_get_compiler_ir(*given)(stage="optimized_hlo")
        return text
