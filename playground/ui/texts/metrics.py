"""What metrics are called, and what each tells."""

from __future__ import annotations

from collections.abc import Sequence

from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

TITLES = {
    "accuracy": QT_TRANSLATE_NOOP("Text", "Accuracy"),
    "precision": QT_TRANSLATE_NOOP("Text", "Precision"),
    "recall": QT_TRANSLATE_NOOP("Text", "Recall"),
    "auc": QT_TRANSLATE_NOOP("Text", "AUC"),
    "r2": QT_TRANSLATE_NOOP("Text", "R²"),
    "mean_absolute_error": QT_TRANSLATE_NOOP("Text", "Mean absolute error"),
    "mean_squared_error": QT_TRANSLATE_NOOP("Text", "Mean squared error"),
    "cosine_similarity": QT_TRANSLATE_NOOP("Text", "Cosine similarity"),
}

WORDS = {
    "accuracy": QT_TRANSLATE_NOOP("Text", "accuracy"),
    "precision": QT_TRANSLATE_NOOP("Text", "precision"),
    "recall": QT_TRANSLATE_NOOP("Text", "recall"),
    "auc": QT_TRANSLATE_NOOP("Text", "AUC"),
    "r2": QT_TRANSLATE_NOOP("Text", "R²"),
    "mean_absolute_error": QT_TRANSLATE_NOOP("Text", "mean absolute error"),
    "mean_squared_error": QT_TRANSLATE_NOOP("Text", "mean squared error"),
    "cosine_similarity": QT_TRANSLATE_NOOP("Text", "cosine similarity"),
}
"""Within a sentence."""

HELP = {
    "accuracy": QT_TRANSLATE_NOOP("Text", "The share of points that get their class."),
    "precision": QT_TRANSLATE_NOOP(
        "Text",
        "Of the points put in class +1, the share that belongs there. Of more than two classes all count together, "
        "each where its probability is above one half.",
    ),
    "recall": QT_TRANSLATE_NOOP(
        "Text",
        "Of the points that belong in class +1, the share that is put there. Of more than two classes all count "
        "together, each where its probability is above one half.",
    ),
    "auc": QT_TRANSLATE_NOOP(
        "Text",
        "The area under the ROC curve, at 200 thresholds: how often a point of a class gets a higher value than one "
        "of another. 1 is perfect, 0.5 is guessing.",
    ),
    "r2": QT_TRANSLATE_NOOP(
        "Text", "The share of the values' spread that is predicted: 1 is perfect, 0 no better than their mean."
    ),
    "mean_absolute_error": QT_TRANSLATE_NOOP(
        "Text", "How far off predictions are on average, in the unit of the values."
    ),
    "mean_squared_error": QT_TRANSLATE_NOOP("Text", "The mean of the squared errors: large ones count most."),
    "cosine_similarity": QT_TRANSLATE_NOOP(
        "Text",
        "How alike the directions of predicted and true values are, from −1 to 1. Of a single value it tells only "
        "whether the signs agree.",
    ),
}

SIDES = {
    "train": QT_TRANSLATE_NOOP("Text", "train {metric}"),
    "validation": QT_TRANSLATE_NOOP("Text", "validation {metric}"),
}

SEVERAL = {
    "none": QT_TRANSLATE_NOOP("Text", "none"),
    "more": QT_TRANSLATE_NOOP("Text", "{metric} +{count}"),
}


def metric_title(name: str) -> str:
    """ "Mean absolute error" for "mean_absolute_error"."""
    return said(TITLES, name)


def metric_word(name: str) -> str:
    """ "mean absolute error", as within a sentence."""
    return said(WORDS, name)


def metric_help(name: str) -> str:
    """What a metric tells, in a sentence or two."""
    return said(HELP, name)


def side_text(side: str, name: str) -> str:
    """ "train accuracy": whose metric it is, of the sides "train" and "validation"."""
    return say(SIDES[side], metric=metric_word(name))


def several_text(names: Sequence[str]) -> str:
    """A choice of metrics in a few words: "none", "accuracy", "accuracy +2"."""
    if len(names) < 2:
        return metric_word(names[0]) if names else say(SEVERAL["none"])
    return say(SEVERAL["more"], metric=metric_word(names[0]), count=len(names) - 1)
