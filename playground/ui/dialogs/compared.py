"""What is said of a saved file beside the network that is open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from playground.document.document import Document
from playground.frames.comparing import Comparison, LayerDifference, Shapes
from playground.ui.text import node_title
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.widgets.plain import PlainBox

EQUAL = QT_TRANSLATE_NOOP("Text", "{file} gives the same as this network, to the last bit.")
APART = QT_TRANSLATE_NOOP("Text", "{file} and this network give different answers.")
OTHER_STRUCTURE = QT_TRANSLATE_NOOP("Text", "The weights in {file} do not fit this network.")
REFUSED = QT_TRANSLATE_NOOP("Text", "{file} cannot be compared with this network.")

ASKED = QT_TRANSLATE_NOOP("Text", "Keras loaded it back. Both were given {rows} rows of the data: {count} numbers.")
WITH_STRUCTURE = QT_TRANSLATE_NOOP(
    "Text", "The weights were loaded into a network built the same way. Both were given {rows} rows: {count} numbers."
)
BY_TENSORFLOW = QT_TRANSLATE_NOOP(
    "Text", "TensorFlow loaded it back, without Keras. Both were given {rows} rows of the data: {count} numbers."
)
LOADED = {"keras": ASKED, "weights": WITH_STRUCTURE, "saved_model": BY_TENSORFLOW}
LARGEST = QT_TRANSLATE_NOOP(
    "Text",
    "The largest difference is {away}, at row {row}, output {output}: {saved} in the file, {present} here. "
    "The network has learned or was changed since the file was written.",
)
BY_ROUNDING = QT_TRANSLATE_NOOP(
    "Text",
    "The largest difference is {away}, at row {row}, output {output}: as much as rounding makes. "
    "The order of sums is another one.",
)
BOTH = QT_TRANSLATE_NOOP("Text", "{layer}: {saved} in the file, {present} here")
NOT_HERE = QT_TRANSLATE_NOOP("Text", "{layer}: {saved} in the file, no such layer here")
NOT_THERE = QT_TRANSLATE_NOOP("Text", "{layer}: not in the file, {present} here")
NEEDS_SAME = QT_TRANSLATE_NOOP("Text", "A file of weights alone needs a network with the same layers.")

WHY = {
    "no_network": QT_TRANSLATE_NOOP("Text", "The network here is not complete, or not built yet."),
    "no_file": QT_TRANSLATE_NOOP("Text", "There is no such file."),
    "other_kind": QT_TRANSLATE_NOOP(
        "Text", "It is none of what can be loaded back: a .keras file, a .weights.h5 file, or a SavedModel folder."
    ),
    "unreadable": QT_TRANSLATE_NOOP("Text", "It is damaged, or not what its name says. Keras says: {details}"),
    "own_files": QT_TRANSLATE_NOOP("Text", "It is not loaded: it would read or write files by itself ({details})."),
}
SIZES = {
    "inputs": QT_TRANSLATE_NOOP("Text", "It takes {saved} inputs; the data here have {present}."),
    "outputs": QT_TRANSLATE_NOOP("Text", "It gives {saved} outputs; the network here gives {present}."),
}
# Differences up to this share of a number are those of float32.
ROUNDED = 1e-5


def show_comparison(found: Comparison, document: Document, window: QWidget) -> None:
    """A box that says what was found, and holds nothing up."""
    headline, details = comparison_text(found, document)
    title = QCoreApplication.translate("Comparison", "Saved file and network")
    box = PlainBox(window, headline, title=title)
    box.setInformativeText(details)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()


def comparison_text(found: Comparison, document: Document) -> tuple[str, str]:
    """A headline, and what is behind it."""
    file = found.path.name
    if found.refused in SIZES:
        saved, _, present = found.details.partition(", ")
        return say(REFUSED, file=file), say(SIZES[found.refused], saved=saved, present=present)
    if found.refused:
        return say(REFUSED, file=file), say(WHY[found.refused], details=found.details)
    if found.differences:
        lines = (_difference(one, document) for one in found.differences)
        return say(OTHER_STRUCTURE, file=file), "\n".join((*lines, "", say(NEEDS_SAME)))
    asked = say(LOADED[found.kind or "keras"], rows=f"{found.rows:,}", count=f"{found.rows * found.outputs:,}")
    if found.apart is None:
        return say(EQUAL, file=file), asked
    return say(APART, file=file), f"{asked}\n{_apart(found)}"


def _apart(found: Comparison) -> str:
    assert found.apart is not None
    saved, present = found.apart.saved, found.apart.present
    away = abs(saved - present)
    values = {"away": f"{away:.3g}", "row": found.apart.row + 1, "output": found.apart.output + 1}
    if away <= ROUNDED * max(1.0, abs(present)):
        return say(BY_ROUNDING, **values)
    return say(LARGEST, **values, saved=f"{saved:.7g}", present=f"{present:.7g}")


def _difference(one: LayerDifference, document: Document) -> str:
    node = document.graph.by_id.get(one.node)
    # Beside its title what Keras calls it: many layers have the same title.
    layer = f"{node_title(node, document)} ({one.node})" if node is not None else one.node
    sentence = NOT_THERE if not one.saved else BOTH if one.present else NOT_HERE
    return say(sentence, layer=layer, saved=_shapes(one.saved), present=_shapes(one.present))


def _shapes(shapes: Shapes) -> str:
    """ "[2, 8] + [8]": a kernel and its biases."""
    return " + ".join(str(list(shape)) for shape in shapes)
