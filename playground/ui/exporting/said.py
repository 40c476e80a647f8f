"""What each kind of file is for, and how it is opened again."""

from __future__ import annotations

from pathlib import Path

from playground.frames.formats import FORMATS, Format
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said

# What one wants to do next -> the kinds of files for it.
GROUPS = {
    QT_TRANSLATE_NOOP("Text", "Go on in Keras"): (
        "keras", "weights", "weights_npz", "weights_json", "weights_csv", "h5", "saved_model",
    ),
    QT_TRANSLATE_NOOP("Text", "Run it elsewhere"): (
        "onnx", "tflite", "tflite_float16", "tflite_dynamic", "tflite_int8", "page",
    ),
    QT_TRANSLATE_NOOP("Text", "Read and teach"): ("script", "tensors", "class", "notebook", "card"),
    QT_TRANSLATE_NOOP("Text", "Show and keep"): (
        "figure", "figure_pdf", "history", "history_json", "tensorboard", "picture",
    ),
}  # fmt: skip
PURPOSES = {
    "keras": QT_TRANSLATE_NOOP("Text", "The whole network with its optimizer, for Keras 3.6 and later, on any backend"),
    "weights": QT_TRANSLATE_NOOP("Text", "Only the numbers: for a network that you build yourself"),
    "weights_npz": QT_TRANSLATE_NOOP("Text", "Only the numbers: each array by its name, for NumPy"),
    "weights_json": QT_TRANSLATE_NOOP("Text", "Only the numbers: arrays with their names and shapes, for any language"),
    "weights_csv": QT_TRANSLATE_NOOP("Text", "Only the numbers: one a row with its place, for a spreadsheet"),
    "h5": QT_TRANSLATE_NOOP("Text", "The whole network in Keras's older format, for tools that ask for .h5"),
    "saved_model": QT_TRANSLATE_NOOP("Text", "A folder for TensorFlow Serving and for tf.saved_model.load"),
    "onnx": QT_TRANSLATE_NOOP("Text", "Runs in C++, C#, Java and browsers; opens in Netron"),
    "tflite": QT_TRANSLATE_NOOP("Text", "For phones and small boards, with full numbers"),
    "tflite_float16": QT_TRANSLATE_NOOP("Text", "The same with half the digits, for graphics chips"),
    "tflite_dynamic": QT_TRANSLATE_NOOP("Text", "Its weights as whole numbers, a quarter of the size"),
    "tflite_int8": QT_TRANSLATE_NOOP("Text", "Whole numbers throughout, for chips that have no others"),
    "page": QT_TRANSLATE_NOOP("Text", "Runs by itself in any browser: send it to a friend"),
    "script": QT_TRANSLATE_NOOP("Text", "Builds, trains and evaluates the same network on its own"),
    "tensors": QT_TRANSLATE_NOOP("Text", "The same with nothing hidden: variables, products, and a tape of gradients"),
    "class": QT_TRANSLATE_NOOP("Text", "The same with the network as a class, and layers of its own as classes"),
    "notebook": QT_TRANSLATE_NOOP("Text", "The script in cells, with explanations and plots, for Jupyter"),
    "card": QT_TRANSLATE_NOOP("Text", "Data, layers, results, seeds and limits on one page, to go with the network"),
    "figure": QT_TRANSLATE_NOOP("Text", "The network drawn for a paper, black on white, to be edited or put on a page"),
    "figure_pdf": QT_TRANSLATE_NOOP("Text", "The same drawing as LaTeX takes it, with its font inside"),
    "history": QT_TRANSLATE_NOOP("Text", "Every epoch's numbers as a table"),
    "history_json": QT_TRANSLATE_NOOP("Text", "Every epoch's numbers, a list for each column"),
    "tensorboard": QT_TRANSLATE_NOOP("Text", "Logs that TensorBoard draws: train and validation in one chart"),
    "picture": QT_TRANSLATE_NOOP("Text", "The window as it is now"),
}
AGAIN = {
    "keras": "import keras\nnetwork = keras.saving.load_model({name!r})\nnetwork.predict(inputs)",
    "weights": "# A network of the same layers first.\nnetwork.load_weights({name!r})",
    "weights_npz": "import numpy as np\nweights = np.load({name!r})\nfor name in weights:\n"
    "    print(name, weights[name].shape)",
    "weights_json": "import json\nfor one in json.load(open({name!r}))['weights']:\n"
    "    print(one['name'], one['shape'])",
    "weights_csv": "import csv\nfor row in csv.DictReader(open({name!r})):\n"
    "    print(row['array'], row['i'], row['j'], row['value'])",
    "h5": "import keras\nnetwork = keras.saving.load_model({name!r})\nnetwork.predict(inputs)",
    "saved_model": "import tensorflow as tf\nnetwork = tf.saved_model.load({name!r})\nprint(network.signatures)",
    "onnx": "import onnxruntime\nsession = onnxruntime.InferenceSession({name!r})\n"
    "session.run(None, {{session.get_inputs()[0].name: inputs}})",
    **dict.fromkeys(
        ("tflite", "tflite_float16", "tflite_dynamic", "tflite_int8"),
        "from ai_edge_litert.interpreter import Interpreter\nnetwork = Interpreter({name!r})\n"
        "predict = network.get_signature_runner()\nprint(predict(data=inputs))",
    ),
    **dict.fromkeys(("script", "tensors", "class"), "python {name}"),
    "notebook": "jupyter lab {name}",
    "history_json": "import json\nhistory = json.load(open({name!r}))\nprint(min(history['validation_loss']))",
    "tensorboard": "tensorboard --logdir {name}",
    "history": "import csv\nrows = list(csv.DictReader(open({name!r})))",
}


def groups() -> list[tuple[str, list[Format]]]:
    """The kinds of files below what they are for; those that no group names come last."""
    found = [(title, [FORMATS[name] for name in names if name in FORMATS]) for title, names in GROUPS.items()]
    named = {row.name for _, rows in found for row in rows}
    found[-1][1].extend(row for name, row in FORMATS.items() if name not in named)
    return [(title, rows) for title, rows in found if rows]


def purpose(row: Format) -> str:
    """What a file of that kind is for."""
    return said(PURPOSES, row.name) if row.name in PURPOSES else ""


def again(row: Format, path: Path) -> str:
    """The lines that open it; empty where it is opened by hand."""
    return AGAIN[row.name].format(name=path.name) if row.name in AGAIN else ""
