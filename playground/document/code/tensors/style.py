"""A script of tensors: what stands where."""

from __future__ import annotations

from playground.document.code.python_code import Style
from playground.document.code.tensors.network import tensor_network
from playground.document.code.tensors.training import epochs_code, judged_code, learn_code

_SAVED = """
if SAVE_TO:
    np.savez(SAVE_TO, **{name: weight.numpy() for name, weight in weights.items()})
""".strip()

TENSORS = Style(
    "tensors",
    ("import keras", "import tensorflow as tf"),
    tensor_network,
    (learn_code, judged_code, epochs_code),
    "network.weights.npz",
    _SAVED,
)
"""As `python_code` writes it: variables, products and a tape, without a layer of Keras."""
