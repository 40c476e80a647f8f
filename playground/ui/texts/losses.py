"""What losses are called."""

from __future__ import annotations

from playground.document.losses import LOSSES, taking
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

WORDS = {
    "half_squared_error": QT_TRANSLATE_NOOP("Text", "half squared error"),
    "mean_squared_error": QT_TRANSLATE_NOOP("Text", "mean squared error"),
    "mean_absolute_error": QT_TRANSLATE_NOOP("Text", "mean absolute error"),
    "huber": QT_TRANSLATE_NOOP("Text", "huber"),
    "binary_crossentropy": QT_TRANSLATE_NOOP("Text", "binary crossentropy"),
    "binary_crossentropy_logits": QT_TRANSLATE_NOOP("Text", "binary crossentropy, logits"),
    "categorical_crossentropy": QT_TRANSLATE_NOOP("Text", "categorical crossentropy"),
    "categorical_crossentropy_logits": QT_TRANSLATE_NOOP("Text", "categorical crossentropy, logits"),
    "sparse_categorical_crossentropy": QT_TRANSLATE_NOOP("Text", "sparse categorical crossentropy"),
    "sparse_categorical_crossentropy_logits": QT_TRANSLATE_NOOP("Text", "sparse categorical crossentropy, logits"),
    "kl_divergence": QT_TRANSLATE_NOOP("Text", "KL divergence"),
    "hinge": QT_TRANSLATE_NOOP("Text", "hinge"),
}

MEANINGS = {
    "mean_squared_error": QT_TRANSLATE_NOOP("Text", "squared distance to the target: large mistakes count most"),
    "half_squared_error": QT_TRANSLATE_NOOP("Text", "half of that, as TensorFlow Playground has it"),
    "mean_absolute_error": QT_TRANSLATE_NOOP("Text", "distance to the target: single wild points count less"),
    "huber": QT_TRANSLATE_NOOP("Text", "squared for small mistakes, plain distance for large ones"),
    "binary_crossentropy": QT_TRANSLATE_NOOP("Text", "how surprising the right class is, after one sigmoid"),
    "binary_crossentropy_logits": QT_TRANSLATE_NOOP("Text", "the same for one plain value: it applies the sigmoid"),
    "categorical_crossentropy": QT_TRANSLATE_NOOP("Text", "how surprising the right class is, after a softmax"),
    "categorical_crossentropy_logits": QT_TRANSLATE_NOOP("Text", "the same for plain values: it applies the softmax"),
    "sparse_categorical_crossentropy": QT_TRANSLATE_NOOP("Text", "after a softmax, the class given as its number"),
    "sparse_categorical_crossentropy_logits": QT_TRANSLATE_NOOP(
        "Text", "for plain values, the class given as its number: it applies the softmax"
    ),
    "kl_divergence": QT_TRANSLATE_NOOP("Text", "how far the shares of the classes are from the right ones"),
    "hinge": QT_TRANSLATE_NOOP("Text", "pushes classes apart until there is a margin between them"),
}

NEEDS = {
    "binary": QT_TRANSLATE_NOOP("Text", "for data of two classes"),
    "classes": QT_TRANSLATE_NOOP("Text", "for data with classes, not for a value to predict"),
}

IN_FULL = {"half_squared_error": QT_TRANSLATE_NOOP("Text", "half mean squared error")}


def short_loss_title(name: str) -> str:
    """The title without ", logits": on a card there is no room to say what outputs the loss takes."""
    loss = LOSSES[name]
    same = taking(loss, "probabilities") if loss.takes == "logits" else None
    return said(WORDS, name if same is None else same.name)


def loss_meaning(name: str) -> str:
    """What it measures, in one line."""
    return said(MEANINGS, name)


def usual_text(meaning: str) -> str:
    """The meaning of the loss that is usual for the data."""
    return say(QT_TRANSLATE_NOOP("Text", "recommended: {meaning}"), meaning=meaning)


def unsuited_text(name: str) -> str:
    """What data the loss is for."""
    return said(NEEDS, "classes" if "classes" in LOSSES[name].tasks else "binary")


def full_loss_title(name: str) -> str:
    """The title where a number of it stands alone."""
    return said({**WORDS, **IN_FULL}, name)
