"""What is said of one example: which it is, what it is read as."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.document.settings import Facts


def example_title(facts: Facts, row: int | None) -> str:
    """ "Picture 1,776", counted from 1 as the data have it; of no row of the data, a person's own."""
    translate = QCoreApplication.translate
    if row is None:
        return translate("Examples", "Your picture") if facts.pictured else translate("Examples", "Your sequence")
    words = translate("Examples", "Picture {number}") if facts.pictured else translate("Examples", "Sequence {number}")
    return words.format(number=f"{row + 1:,}")


def read_text(guessed: str, true: str) -> str:
    """ "a 7, read as 9"; one of the two may not be known, ""."""
    translate = QCoreApplication.translate
    if not guessed:
        return translate("Examples", "a {true}").format(true=true) if true else ""
    if not true:
        return translate("Examples", "read as {guessed}").format(guessed=guessed)
    if guessed == true:
        return translate("Examples", "a {true}, read right").format(true=true)
    return translate("Examples", "a {true}, read as {guessed}").format(true=true, guessed=guessed)


def wrong_count_text(wrong: int, count: int) -> str:
    """ "22 of 540 wrong"."""
    translate = QCoreApplication.translate
    if not wrong:
        return translate("Examples", "all {count} right").format(count=f"{count:,}")
    words = translate("Examples", "{wrong} of {count} wrong")
    return words.format(wrong=f"{wrong:,}", count=f"{count:,}")


def caption_text(facts: Facts, row: int | None, true: str) -> str:
    """ "picture 1,776: a 7"."""
    translate = QCoreApplication.translate
    if row is None:
        return translate("Examples", "your picture") if facts.pictured else translate("Examples", "your sequence")
    words = translate("Examples", "picture {number}: a {true}")
    if facts.sequential:
        words = translate("Examples", "sequence {number}: a {true}")
    return words.format(number=f"{row + 1:,}", true=true)


def answer_text(guessed: str, true: str) -> str:
    """ "reads 9, is a 7", or "reads 7, right"; `true` may not be known, ""."""
    translate = QCoreApplication.translate
    if not true:
        return translate("Examples", "reads {guessed}").format(guessed=guessed)
    if guessed == true:
        return translate("Examples", "reads {guessed}, right").format(guessed=guessed)
    return translate("Examples", "reads {guessed}, is a {true}").format(guessed=guessed, true=true)
