"""Links of TensorFlow Playground: what was nonsense in one, and what one cannot say."""

from __future__ import annotations

from collections.abc import Sequence

from playground.document.document import Document
from playground.document.files.link import LONGEST, Remark
from playground.document.layers.dense import Dense
from playground.ui.texts.data import data_title
from playground.ui.texts.layers import layer_title
from playground.ui.texts.numbers import number_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.texts.settings import choice_title, setting_title

REMARKS = {
    # Of a link that was read.
    "bad_value": QT_TRANSLATE_NOOP("Text", "{key}={value} was not understood; {used} is used instead"),
    "beyond": QT_TRANSLATE_NOOP("Text", "{key}={value} is beyond what the page has; it takes {used}, as here"),
    "unknown_key": QT_TRANSLATE_NOOP("Text", "{key} is no setting of TensorFlow Playground; it is passed over"),
    "no_features": QT_TRANSLATE_NOOP("Text", "All inputs are turned off; x and y are used instead"),
    "drawn_seed": QT_TRANSLATE_NOOP("Text", "There is no seed; one was drawn: {used}"),
    # Of a document that a link cannot say.
    "branches": QT_TRANSLATE_NOOP("Text", "The network branches; a link holds one row of layers"),
    "layer": QT_TRANSLATE_NOOP("Text", "A layer is {layer}; a link holds dense layers alone"),
    "chain": QT_TRANSLATE_NOOP("Text", "Not all layers stand in one row of dense layers from Data to Output"),
    "optimizer": QT_TRANSLATE_NOOP("Text", "The optimizer is {value}; a link means plain SGD"),
    "momentum": QT_TRANSLATE_NOOP("Text", "SGD has momentum; a link means plain SGD"),
    "data": QT_TRANSLATE_NOOP("Text", "The data are {data}, which TensorFlow Playground does not have"),
    "last_units": QT_TRANSLATE_NOOP("Text", "The last layer has {value} units; a link means 1"),
    "last_activation": QT_TRANSLATE_NOOP("Text", "The last layer's activation is {got}; a link means {wanted}"),
    "activation": QT_TRANSLATE_NOOP("Text", "The activation {got} is not one that a link can name"),
    "activations": QT_TRANSLATE_NOOP("Text", "The layers' activations differ; a link has one for all"),
    "setting": QT_TRANSLATE_NOOP("Text", "{setting}: “{got}”; a link means “{wanted}”"),
    "range": QT_TRANSLATE_NOOP("Text", "{key}={value} is out of a link's range"),
    "other": QT_TRANSLATE_NOOP("Text", "There is something in it that a link has no word for"),
}

ERRORS = {
    "too_long": QT_TRANSLATE_NOOP("Text", "This is longer than {longest} letters, and no link"),
    "no_link": QT_TRANSLATE_NOOP("Text", "This is no link with a network: it has no # with settings behind it"),
}

SUMMARY = QT_TRANSLATE_NOOP("Text", "{data} · {shape} · {activation} · batch {batch} · rate {rate} · seed {seed}")
MORE = (QT_TRANSLATE_NOOP("Text", "and 1 more"), QT_TRANSLATE_NOOP("Text", "and {count} more"))
NOTHING = QT_TRANSLATE_NOOP("Text", "nothing")
WORDS = {"true": QT_TRANSLATE_NOOP("Text", "on"), "false": QT_TRANSLATE_NOOP("Text", "off")}


def remark_text(remark: Remark) -> str:
    """One line: what was not understood, or cannot be said in a link."""
    code = "momentum" if remark.code == "optimizer" and remark.value == "SGD" else remark.code
    return say(
        REMARKS[code],
        key=_printable(remark.key),
        value=_printable(remark.value),
        used=_printable(remark.used) or say(NOTHING),
        layer=layer_title(remark.value),
        data=data_title(remark.value),
        setting=setting_title(remark.key),
        got=_word(remark.value),
        wanted=_word(remark.used),
    )


def remarks_text(remarks: Sequence[Remark], most: int) -> str:
    """A line for each of them; past `most` lines, how many more there are."""
    lines = [remark_text(remark) for remark in remarks[:most]]
    more = len(remarks) - len(lines)
    if more:
        lines.append(say(MORE[0]) if more == 1 else say(MORE[1], count=f"{more:,}"))
    return "\n".join(lines)


def link_error_text(code: str) -> str:
    """Why a text is no link."""
    return say(ERRORS[code], longest=f"{LONGEST:,}")


def link_summary(document: Document) -> str:
    """What a link opens, in a line: "Circle · 2, 4, 2, 1 · tanh · batch 10 · rate 0.03 · seed 0.1"."""
    layers = [node.layer for node in document.graph.nodes if isinstance(node.layer, Dense)]
    sizes = (len(document.data.features), *(layer.units for layer in layers))
    return say(
        SUMMARY,
        data=data_title(document.data.origin),
        shape=" → ".join(map(str, sizes)),
        activation=choice_title(layers[0].activation),
        batch=document.training.batch_size,
        rate=number_text(document.training.learning_rate, 6),
        seed=document.data.seed_text,
    )


def _word(value: str) -> str:
    """A choice or a switch as forms name it; a number as it is."""
    return said(WORDS, value) if value in WORDS else choice_title(value)


def _printable(text: str) -> str:
    """What the terminal and a label can show on one line."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
