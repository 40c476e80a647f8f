"""The kinds of files that are exported: titles, what they cannot hold, and what each gave when it was loaded back."""

from __future__ import annotations

from playground.document.checks.holding import Lost
from playground.document.checks.opening import opens_from
from playground.document.document import Document
from playground.frames.formats import FORMATS as ROWS
from playground.frames.formats import Format, format_of
from playground.frames.proof import Proof
from playground.ui.texts.layers import layer_title
from playground.ui.texts.numbers import power_text, size_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

FORMATS = {
    "keras": QT_TRANSLATE_NOOP("Text", "Keras network"),
    "weights": QT_TRANSLATE_NOOP("Text", "Weights"),
    "weights_npz": QT_TRANSLATE_NOOP("Text", "NumPy weights"),
    "weights_json": QT_TRANSLATE_NOOP("Text", "JSON weights"),
    "weights_csv": QT_TRANSLATE_NOOP("Text", "Weights table"),
    "h5": QT_TRANSLATE_NOOP("Text", "Keras network, legacy"),
    "saved_model": QT_TRANSLATE_NOOP("Text", "SavedModel folder"),
    "onnx": QT_TRANSLATE_NOOP("Text", "ONNX network"),
    "tflite": QT_TRANSLATE_NOOP("Text", "TensorFlow Lite"),
    "tflite_float16": QT_TRANSLATE_NOOP("Text", "TFLite float16"),
    "tflite_dynamic": QT_TRANSLATE_NOOP("Text", "TFLite dynamic"),
    "tflite_int8": QT_TRANSLATE_NOOP("Text", "TFLite int8"),
    "page": QT_TRANSLATE_NOOP("Text", "Page that runs"),
    "script": QT_TRANSLATE_NOOP("Text", "Python script"),
    "tensors": QT_TRANSLATE_NOOP("Text", "Python script, tensors"),
    "class": QT_TRANSLATE_NOOP("Text", "Python script, a class"),
    "notebook": QT_TRANSLATE_NOOP("Text", "Notebook"),
    "card": QT_TRANSLATE_NOOP("Text", "Model card"),
    "figure": QT_TRANSLATE_NOOP("Text", "Figure"),
    "figure_pdf": QT_TRANSLATE_NOOP("Text", "Figure as PDF"),
    "history": QT_TRANSLATE_NOOP("Text", "History of the run"),
    "history_json": QT_TRANSLATE_NOOP("Text", "History as JSON"),
    "tensorboard": QT_TRANSLATE_NOOP("Text", "TensorBoard folder"),
    "picture": QT_TRANSLATE_NOOP("Text", "Picture of the window"),
}

NEEDS = QT_TRANSLATE_NOOP("Text", "{title}, opens in Keras {version} or later")

WITH_ENDING = QT_TRANSLATE_NOOP("Text", "{title} ({ending})")


def export_title(row: Format) -> str:
    """ "Keras network (.keras)"; a folder has no ending."""
    title = said(FORMATS, row.name)
    return say(WITH_ENDING, title=title, ending=row.ending) if row.ending else title


def export_caption(row: Format, document: Document) -> str:
    """What the dialog that asks where to says: the title, and which versions of Keras open the file."""
    title = export_title(row)
    return say(NEEDS, title=title, version=opens_from(document)) if row.name == "keras" else title


# What a written file gave when it was loaded back.
SAME = QT_TRANSLATE_NOOP("Text", "loaded back, {rows} rows, largest difference {difference}")
SAME_ANSWERS = QT_TRANSLATE_NOOP("Text", "{proof}, {share} of answers the same")
EXACT = QT_TRANSLATE_NOOP("Text", "loaded back, {rows} rows, equal to the last digit")
RAN = QT_TRANSLATE_NOOP("Text", "run alone, epochs: {epochs}; largest difference of losses {difference}")
READ = QT_TRANSLATE_NOOP("Text", "read back, {rows} rows")
READ_WHOLE = QT_TRANSLATE_NOOP("Text", "read back")

FAULTS = {
    "different": QT_TRANSLATE_NOOP("Text", "loaded back, it gives other numbers: {found}. The file was kept."),
    "unreadable": QT_TRANSLATE_NOOP("Text", "it could not be loaded back: {details}. The file was kept."),
    "slow": QT_TRANSLATE_NOOP("Text", "loading it back took too long and was stopped. The file was kept."),
    "crashed": QT_TRANSLATE_NOOP("Text", "what loaded it back crashed or ran out of memory. The file was kept."),
    "stopped": QT_TRANSLATE_NOOP("Text", "written; loading it back was stopped."),
    "no_reader": QT_TRANSLATE_NOOP("Text", "written but not checked: the package {details} is not installed."),
    "no_room": QT_TRANSLATE_NOOP("Text", "written but not checked: there is no room for temporary files."),
}


def proof_text(proof: Proof) -> str:
    """ "loaded back, 250 rows, largest difference 1.2e−7"; or what went wrong, and that the file is kept."""
    if proof.fault:
        found = _found(proof) if proof.difference is not None else proof.details
        return said(FAULTS, proof.fault).format(found=found, details=proof.details)
    return _found(proof)


def _found(proof: Proof) -> str:
    if proof.difference is None:
        return say(READ, rows=f"{proof.rows:,}") if proof.rows else say(READ_WHOLE)
    if proof.ran is not None:
        return say(RAN, epochs=proof.ran, difference=power_text(proof.difference))
    if proof.difference == 0:
        return say(EXACT, rows=f"{proof.rows:,}")
    text = say(SAME, rows=f"{proof.rows:,}", difference=power_text(proof.difference))
    if proof.agreeing is not None and proof.agreeing < 1:
        return say(SAME_ANSWERS, proof=text, share=f"{proof.agreeing:.1%}")
    return text


# What a kind of file cannot hold, as document/ names it.
_LOST = (
    QT_TRANSLATE_NOOP("Text", "The state of this optimizer opens in Keras {version} or later."),
    QT_TRANSLATE_NOOP("Text", "{count} weights are too few to save anything: .tflite is no larger."),
    QT_TRANSLATE_NOOP("Text", "{layers}: so few weights stay as they are, nothing is saved there."),
    QT_TRANSLATE_NOOP(
        "Text", "{layers}: a recurrent layer cannot be in whole numbers throughout; .dynamic.tflite can hold it."
    ),
    QT_TRANSLATE_NOOP("Text", "{layers}: a recurrent layer takes one row at a time here."),
    QT_TRANSLATE_NOOP("Text", "{layers}: whole numbers round it most, and answers may change."),
    QT_TRANSLATE_NOOP("Text", "{layers}: works only while training, so it is left out; answers stay the same."),
    QT_TRANSLATE_NOOP(
        "Text",
        "It takes rows as the network sees them, prepared as the model card says: its numbers are too coarse for "
        "columns as they are, which a .tflite, .keras or .onnx file and a SavedModel take.",
    ),
    QT_TRANSLATE_NOOP("Text", "{layers}: the formula itself is not in it."),
    QT_TRANSLATE_NOOP(
        "Text", "{layers}: its penalty is no part of Keras, so the file trains on without it; answers stay the same."
    ),
)
MOST_NAMED = 5
AND_MORE = QT_TRANSLATE_NOOP("Text", "{layers} and {count} more")


def lost_text(lost: Lost, document: Document) -> str:
    """What a format cannot hold, by the names of the layers, each once."""
    nodes = (document.graph.by_id[node] for node in lost.nodes)
    titles = list(dict.fromkeys(node.name or layer_title(node.layer.kind) for node in nodes))
    layers = ", ".join(titles[:MOST_NAMED])
    if len(titles) > MOST_NAMED:
        layers = say(AND_MORE, layers=layers, count=len(titles) - MOST_NAMED)
    return say(lost.sentence, **dict(lost.values), layers=layers)


FORMS = {
    "tflite": QT_TRANSLATE_NOOP("Text", "float32"),
    "tflite_float16": QT_TRANSLATE_NOOP("Text", "float16"),
    "tflite_dynamic": QT_TRANSLATE_NOOP("Text", "whole-number weights"),
    "tflite_int8": QT_TRANSLATE_NOOP("Text", "int8"),
}
FORM = QT_TRANSLATE_NOOP("Text", "{form}: {size}, largest difference {difference}")
FORM_ACCURACY = QT_TRANSLATE_NOOP("Text", "{line}, accuracy {accuracy}")
NO_SMALLER = QT_TRANSLATE_NOOP("Text", "{line}. It gains nothing: it is no smaller than float32.")


def form_line(proof: Proof, proofs: list[Proof]) -> str:
    """One of several forms of the same file: its size, what it gives, and whether it gains anything."""
    name = format_of(proof.path).name
    difference = "–" if proof.difference is None else power_text(proof.difference)
    line = say(FORM, form=said(FORMS, name), size=size_text(proof.size), difference=difference)
    if proof.accuracy is not None:
        line = say(FORM_ACCURACY, line=line, accuracy=f"{proof.accuracy:.1%}")
    whole = next((other.size for other in proofs if format_of(other.path).name == "tflite"), None)
    if whole is not None and name != "tflite" and proof.size >= whole:
        return say(NO_SMALLER, line=line)
    return line


def forms_of(proofs: list[Proof]) -> list[Proof]:
    """Those that are forms of one file, in the order of the formats; empty where there are fewer than two."""
    found = [proof for proof in proofs if format_of(proof.path).name in FORMS]
    found.sort(key=lambda proof: list(ROWS).index(format_of(proof.path).name))
    return found if len(found) > 1 else []
