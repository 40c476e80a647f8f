"""The document as a Keras script that stands alone: the same data, network and training."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.code.network_code import network_code
from playground.document.code.training_code import compile_code, judge_code, keras_loop, report_code
from playground.document.document import Document

STANDARD = {"import base64", "import csv", "import math", "import re"}


class Style(NamedTuple):
    """How a script is written: what it is `made_with`, what it imports, the parts of it in their order, its end.

    kept_as: a name for the file that its last lines, `saved`, write where they are asked to.
    """

    made_with: str
    imports: tuple[str, ...]
    network: Callable[[Document], str]
    training: Iterable[Callable[[Document], str]]
    kept_as: str
    saved: str


KERAS = Style(
    "Keras",
    ("import keras",),
    network_code,
    (compile_code, report_code, judge_code, keras_loop),
    "network.keras",
    "if SAVE_TO:\n    # Read again by keras.saving.load_model(SAVE_TO, compile=False).\n    network.save(SAVE_TO)",
)


class ScriptParts(NamedTuple):
    """What a script is made of, in its order; a part that it does without is empty."""

    notes: str
    imports: str
    constants: str
    data: str
    targets: str
    network: str
    training: tuple[str, ...]
    saved: str


def python_code(document: Document, data_lines: str, style: Style = KERAS) -> str:
    """The script; on TensorFlow it has the losses that the Playground shows, but for rounding.

    `data_lines` make `inputs` (n, inputs) and `labels` (n,), or (n, targets) of several, both shuffled, as
    `datasets.code.data_code` writes them: imports, an empty line, constants, an empty line, and the rest. Those of data
    of a person's own make `train_count` too.
    """
    needs = " and ".join(needed_packages(document))
    *parts, training, saved = script_parts(document, data_lines, style)
    code = [f'"""A network from the Playground, in {style.made_with}; needs {needs}."""', *parts, *training, saved]
    return "\n\n".join(filter(None, code)) + "\n"


def script_parts(document: Document, data_lines: str, style: Style) -> ScriptParts:
    """The script in its parts; see `python_code`."""
    imports, constants, data = data_lines.split("\n\n", 2)
    code = (data.rstrip(), _targets(document), style.network(document))
    training = tuple(part(document) for part in style.training)
    every = (*code, *training, style.saved)
    used = [line for line in style.imports if any(f"{line.split()[-1]}." in part for part in every)]
    imported, settings = _imports((*imports.splitlines(), *used)), _constants(document, constants, style)
    return ScriptParts(_comments(document), imported, settings, *code, training, style.saved)


def needed_packages(document: Document) -> tuple[str, ...]:
    """What has to be installed for the script to run."""
    bundled = document.data.own is None and not document.data.facts.made
    return ("tensorflow", "scikit-learn") if bundled else ("tensorflow",)


def _comments(document: Document) -> str:
    """The notes on the canvas, in plain lines."""
    # After the first two lines of a script no comment can name another encoding for it.
    texts = ("\n".join(f"# {line}".rstrip() for line in note.text.splitlines()) for note in document.notes)
    shown = "\n#\n".join(filter(None, texts))
    return "".join(letter if letter == "\n" or letter.isprintable() else " " for letter in shown)


def _imports(names: Sequence[str]) -> str:
    """The standard library's first, as import sorters want them."""
    standard = [line for line in names if line in STANDARD]
    others = sorted({*names} - set(standard), key=lambda line: (line.startswith("from"), line))
    return "\n\n".join("\n".join(group) for group in (standard, others) if group)


def _constants(document: Document, data_constants: str, style: Style) -> str:
    training = document.training
    # The network's seeds stand in its lines; this one shuffles.
    own = document.data.own
    # As a column has it, no share is asked for.
    share = "" if own and own.by_column else f"TRAIN_SHARE = {document.data.train_share!r}  # percent\n"
    seed = f"SEED = {training.seed}\n" if training.order == "shuffled" else ""
    return (
        f"{data_constants}\n{share}\n"
        f"{seed}EPOCHS = {training.epochs}\n"
        f"BATCH_SIZE = {training.batch_size}\nLEARNING_RATE = {training.learning_rate!r}\n"
        f'SAVE_TO = ""  # A file for the trained network, such as "{style.kept_as}".'
    )


def _targets(document: Document) -> str:
    # Of data of a person's own the lines that split them have counted.
    counted = "" if document.data.own else "train_count = int(len(inputs) * TRAIN_SHARE / 100)\n"
    return (
        f"# The labels as the loss wants them; the first rows train, the others validate.\n{_encoded(document)}\n"
        f"{counted}"
        'train_x, validation_x = np.split(inputs.astype("float32"), [train_count])\n'
        'train_y, validation_y = np.split(targets.astype("float32"), [train_count])'
    )


def _encoded(document: Document) -> str:
    loss, binary = loss_of(document), document.data.facts.task == "binary"
    outputs = needed_outputs(document) or 1
    classes = "(labels > 0)" if binary else "labels"
    if loss.targets in ("bit", "integer"):
        return f"targets = {classes}[:, np.newaxis]"
    own = document.data.own
    if own is not None and len(own.targets) > 1:
        return "targets = labels"
    if outputs == 1:
        return "targets = labels[:, np.newaxis]"
    one_hot = f"np.eye({outputs})[{classes}.astype(int)]"
    return f"targets = 2 * {one_hot} - 1" if loss.targets == "signed" else f"targets = {one_hot}"
