"""The words of what is handed in, in the language of the lesson, whichever the window speaks."""

from __future__ import annotations

from collections.abc import Mapping

from playground.ui.texts.language import say_in
from playground.ui.texts.said import QT_TRANSLATE_NOOP

WORDS = {
    "reached": QT_TRANSLATE_NOOP("Text", "{count} of {whole} goals reached"),
    "question": QT_TRANSLATE_NOOP("Text", "Question"),
    "unanswered": QT_TRANSLATE_NOOP("Text", "Not answered."),
    "right": QT_TRANSLATE_NOOP("Text", "Right"),
    "wrong": QT_TRANSLATE_NOOP("Text", "Not right yet"),
    "try": QT_TRANSLATE_NOOP("Text", "1 try"),
    "tries": QT_TRANSLATE_NOOP("Text", "{count} tries"),
    "network": QT_TRANSLATE_NOOP("Text", "The network"),
    "curves": QT_TRANSLATE_NOOP("Text", "The curves"),
    "epoch": QT_TRANSLATE_NOOP("Text", "Epoch"),
    "train_loss": QT_TRANSLATE_NOOP("Text", "Train loss"),
    "validation_loss": QT_TRANSLATE_NOOP("Text", "Validation loss"),
    "settings": QT_TRANSLATE_NOOP("Text", "Settings"),
}


def handing_in_words(language: str) -> Mapping[str, str]:
    return {name: say_in(language, sentence) for name, sentence in WORDS.items()}
