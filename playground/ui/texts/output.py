"""What the output view says: the answer at a place, and how many points are in the wrong class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.datasets.measures import Measure
from playground.ui.texts.data import class_title
from playground.ui.texts.numbers import amount_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

WORDS = {
    "neuron": QT_TRANSLATE_NOOP("Text", "neuron {number}"),
    "feature": QT_TRANSLATE_NOOP("Text", "mean of feature {number}"),
    "output": QT_TRANSLATE_NOOP("Text", "output"),
    "target": QT_TRANSLATE_NOOP("Text", "true value"),
    "class": QT_TRANSLATE_NOOP("Text", "class"),
    "sure": QT_TRANSLATE_NOOP("Text", "probability"),
    "class_of": QT_TRANSLATE_NOOP("Text", "class {name}"),
    "all_right": QT_TRANSLATE_NOOP("Text", "All drawn points are in the right class."),
    "train": QT_TRANSLATE_NOOP("Text", "{wrong} of {all} train points wrong"),
    "test": QT_TRANSLATE_NOOP("Text", "{wrong} of {all} test points wrong"),
    "hint": QT_TRANSLATE_NOOP("Text", "Point at the plane to read its values."),
    "turn": QT_TRANSLATE_NOOP("Text", "Drag or press the arrow keys to turn, wheel or + and − to zoom."),
    "no_opengl": QT_TRANSLATE_NOOP("Text", "3D needs OpenGL, which this screen does not offer."),
    "levels": QT_TRANSLATE_NOOP("Text", "Contour lines at {levels}"),
    "drawn": QT_TRANSLATE_NOOP("Text", "{drawn} of {all} points are drawn."),
}
Fields = tuple[tuple[str, str], ...]


def output_word(key: str, **values: object) -> str:
    """One of WORDS, filled in."""
    return say(WORDS[key], **values)


def two_decimals(value: float) -> str:
    """ "−0.05"."""
    return f"{value:.2f}".replace("-", "−")


def value_text(value: float, measure: Measure | None) -> str:
    """A predicted value: "3750 g" in its own unit where it has one."""
    return two_decimals(value) if measure is None else amount_text(measure.own(value), measure.unit)


def answer_fields(
    answer: NDArray[np.floating], names: tuple[str, ...], truth: float | None = None, measure: Measure | None = None
) -> Fields:
    """The answer (channels,) at a place: a probability for each of the `names`, the lean between two, or a value, which
    stands for that of its `measure`."""
    if len(answer) > 1:
        winner = int(answer.argmax())
        return (say(WORDS["class"]), class_title(names[winner])), (say(WORDS["sure"]), f"{100 * answer[winner]:.0f} %")
    value = float(answer[0])
    said = (say(WORDS["output"]), value_text(value, measure))
    if len(names) == 2:
        name = class_title(names[int(value > 0)])
        return said, (say(WORDS["class_of"], name=name), f"{50 * (1 + min(abs(value), 1)):.0f} %")
    return (said,) if truth is None else (said, (say(WORDS["target"]), value_text(truth, measure)))


def wrong_text(wrong: NDArray[np.bool_], tests: NDArray[np.bool_]) -> str:
    """How many of the points, some of them for testing, are wrong: "12 of 250 train points wrong" and so on."""
    if not wrong.any():
        return say(WORDS["all_right"])
    parts = [("train", ~tests), ("test", tests)]
    said = [
        say(WORDS[key], wrong=f"{int((wrong & part).sum()):,}", all=f"{int(part.sum()):,}")
        for key, part in parts
        if part.any()
    ]
    return "\n".join(said)
