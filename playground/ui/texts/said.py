"""From a key to its sentence in the language of the program, at the time of the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from playground.document.words import Words

Table = Mapping[str, str]
WIDE_ENDS = ("。", "！", "？", "；", "：")


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:
    """Marks a literal for the translators, whose tool looks for this name; Qt's own loses the type."""
    return sentence


def say(sentence: str, **values: object) -> str:
    """The sentence translated, its {names} filled. The sentence must stand somewhere as a marked literal."""
    return _say("Text", sentence, **values)


def _say(context: str, sentence: str, **values: object) -> str:
    translated = QCoreApplication.translate(context, sentence)
    return translated.format(**values) if values else translated


def say_words(words: Words) -> str:
    """What the document says of itself, translated: the sentence must stand in ui/texts/ as a marked literal."""
    return say(words.sentence, **dict(words.values))


def later(context: str, sentence: str, **values: object) -> Callable[[], str]:
    """The sentence said when it is called, in the language of that time; translators find the literals in the call."""
    return partial(_say, context, sentence, **values)


def said(table: Table, key: str) -> str:
    """The translated entry of a table; a key that it lacks is shown as words rather than not at all."""
    return say(table[key]) if key in table else key.replace("_", " ")


def sentences(*told: str) -> str:
    """One after the other, without those that are empty; a full stop as wide as a letter needs no space behind it."""
    whole = ""
    for sentence in filter(None, told):
        whole += sentence if not whole or whole.endswith(WIDE_ENDS) else f" {sentence}"
    return whole
