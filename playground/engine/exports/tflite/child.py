"""`python -m playground.engine.exports.tflite.child FOLDER`: network.keras there becomes network.tflite beside it.

A process of its own, as conversion prints to stdout, can take the process with it, and is stopped by ending it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.src import backend

from playground.document.files.saving import write_beside
from playground.engine.exports.apart import REFUSED

MOST_WORDS = 300


def main(folder: Path) -> bool:
    """One line to stdout: "done", or what the converter says; whether it is done."""
    told = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    threading.Thread(target=_end_with_asker, daemon=True).start()
    warnings.simplefilter("ignore")
    try:
        made = converted(folder, **json.loads((folder / "asked.json").read_text(encoding="utf-8")))
        write_beside(folder / "network.tflite", made)
        words = "done"
    except OSError as error:
        words = f"{REFUSED}{error.errno}"
    except Exception as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())[:MOST_WORDS]
    os.write(told, f"{words}\n".encode())
    return words == "done"


def _cut(x: Any, low: Any, high: Any) -> Any:
    """Keras's clip; of whole numbers without a minimum of a maximum: where these are 6 and 0, the converter takes them
    for its own operator of floats, which it then cannot write."""
    if not x.dtype.is_integer:
        return _CLIP(x, low, high)
    return high - tf.maximum(high - tf.maximum(x, low), 0)


def _one_by_root(x: Any) -> Any:
    """Keras's rsqrt, but at 0 too a number: some processors' kernels make NaN of that, where Keras has infinity."""
    return _RSQRT(tf.maximum(x, SMALLEST))


_CLIP, _RSQRT = backend.numpy.clip, backend.math.rsqrt
# Its rsqrt is as much as Keras lets it be where something is made as long as 1.
SMALLEST = 1e-24


def converted(folder: Path, form: str, rows: int | None) -> bytes:
    """network.keras of the folder in that form, for so many rows at once."""
    backend.numpy.clip, backend.math.rsqrt = _cut, _one_by_root
    network = keras.saving.load_model(folder / "network.keras", compile=False)
    # Named, so that the file's signature has a word for it; only `from_keras_model` writes the weights too.
    data = keras.Input(network.input_shape[1:], batch_size=rows, name="data")
    converter = tf.lite.TFLiteConverter.from_keras_model(keras.Model(data, network(data)))
    if form != "float32":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    if form == "float16":
        converter.target_spec.supported_types = [tf.float16]
    if form == "int8":
        seen = np.load(folder / "rows.npy")

        def examples() -> Iterator[list[np.ndarray]]:
            for row in seen:
                yield [row[None]]

        converter.representative_dataset = examples
        # What has no form in whole numbers stays as it is.
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8, tf.lite.OpsSet.TFLITE_BUILTINS]
    return bytes(converter.convert())


def _end_with_asker() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    done = main(Path(sys.argv[1]))
    # Not by Python's own end, which waits for threads that TensorFlow has left.
    os._exit(0 if done else 1)
