"""What losses are called."""

from __future__ import annotations

from playground.document.losses import LOSSES, taking
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said

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

IN_FULL = {"half_squared_error": QT_TRANSLATE_NOOP("Text", "half mean squared error")}


def short_loss_title(name: str) -> str:
    """The title without ", logits": on a card there is no room to say what outputs the loss takes."""
    loss = LOSSES[name]
    same = taking(loss, "probabilities") if loss.takes == "logits" else None
    return said(WORDS, name if same is None else same.name)


def full_loss_title(name: str) -> str:
    """The title where a number of it stands alone."""
    return said({**WORDS, **IN_FULL}, name)
