"""What layers of weighted sums share: the arguments of Keras that both Dense and Conv2D take."""

from __future__ import annotations

from typing import Any

from playground.document.keras_call import Made, SeedOf, first_values

SUM_NAMES = ("kernel", "bias")

SUM_DEFAULTS = {
    "activation": "linear",
    "use_bias": True,
    "bias_initializer": Made("initializers.Zeros"),
    "kernel_regularizer": None,
    "trainable": True,
}


def sum_arguments(layer: Any, seed_of: SeedOf) -> dict[str, object]:
    """For a layer with the settings activation, use_bias, two initializers, penalties and trainable."""
    l1, l2 = layer.penalties
    return {
        "activation": "linear" if layer.ends_in_step else layer.activation,
        "use_bias": layer.use_bias,
        "kernel_initializer": first_values(layer.kernel_initializer, seed_of("kernel")),
        "bias_initializer": first_values(layer.bias_initializer, seed_of("bias")),
        "kernel_regularizer": Made("regularizers.L1L2", l1=l1, l2=l2) if l1 or l2 else None,
        "trainable": layer.trainable,
    }
