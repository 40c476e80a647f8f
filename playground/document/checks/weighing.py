"""About how large a file will be, from what was measured of each format."""

from __future__ import annotations

from playground.document.checks.holding import FEWEST_DYNAMIC
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.settings import SGD, Adagrad, Lion, Optimizer, RMSprop

# By the formats' names: bytes for nothing, for each node, and for each weight.
MEASURED = {
    "keras": (3_000, 5_050, 4.0),
    "weights": (3_200, 4_130, 4.0),
    "weights_npz": (-1_000, 515, 4.0),
    "weights_json": (-80, 75, 12.5),
    "weights_csv": (200, -60, 33.5),
    "h5": (1_000, 5_120, 4.0),
    "saved_model": (-11_000, 11_200, 8.0),
    "onnx": (0, 230, 4.0),
    "tflite": (360, 280, 4.0),
    "tflite_float16": (170, 430, 2.0),
    "tflite_dynamic": (360, 280, 1.0),
    "tflite_int8": (350, 460, 1.0),
    "page": (21_800, 100, 5.34),
    "script": (3_050, 165, 0.0),
    "tensors": (3_260, 272, 0.0),
    "class": (3_100, 250, 0.0),
    "notebook": (11_440, 283, 0.0),
}
WITH_OPTIMIZER = ("keras", "weights", "h5")


def about_bytes(document: Document, format_name: str) -> int:
    """Bytes, within a tenth or so for a network of dense layers; 0 where it cannot be said."""
    if format_name not in MEASURED:
        return 0
    trained = document.graph.trained
    counts = [flow(document).parameters.get(node, 0) for node in trained]
    whole, node, weight = MEASURED[format_name]
    numbers = sum(counts) * (1 + _slots(document.training.optimizer) if format_name in WITH_OPTIMIZER else 1)
    kept = sum(3 * count for count in counts if count < FEWEST_DYNAMIC) if format_name == "tflite_dynamic" else 0
    return max(round(whole + node * len(trained) + weight * numbers) + kept, 300)


def _slots(optimizer: Optimizer) -> int:
    """How many numbers it keeps for each weight."""
    match optimizer:
        case SGD() | RMSprop():
            return int(isinstance(optimizer, RMSprop)) + bool(optimizer.momentum)
        case Adagrad() | Lion():
            return 1
    return 2
