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

import keras
import numpy as np
import tensorflow as tf

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
        made = _converted(folder, **json.loads((folder / "asked.json").read_text(encoding="utf-8")))
        write_beside(folder / "network.tflite", made)
        words = "done"
    except OSError as error:
        words = f"{REFUSED}{error.errno}"
    except Exception as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())[:MOST_WORDS]
    os.write(told, f"{words}\n".encode())
    return words == "done"


def _converted(folder: Path, form: str, rows: int | None) -> bytes:
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
