"""What is wrong with a formula, as a sentence."""

from __future__ import annotations

from playground.document.formula import DEEPEST, LONGEST, FormulaError
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

ERRORS = {
    "unfinished": QT_TRANSLATE_NOOP("Text", "The formula is not finished: something is missing at {position}."),
    "expected": QT_TRANSLATE_NOOP("Text", "Expected {got} at {position}."),
    "unexpected": QT_TRANSLATE_NOOP("Text", "{got} at {position} does not belong there."),
    "unknown": QT_TRANSLATE_NOOP("Text", "Nothing is called {got}, at {position}."),
    "no_x": QT_TRANSLATE_NOOP("Text", "The formula has no x in it."),
    "not_finite": QT_TRANSLATE_NOOP("Text", "{got} is not a finite number."),
    "too_long": QT_TRANSLATE_NOOP("Text", "The formula is longer than {longest} letters."),
    "too_deep": QT_TRANSLATE_NOOP("Text", "More than {deepest} parentheses within one another, at {position}."),
}


def formula_error_text(error: FormulaError) -> str:
    """What is wrong and where, counted in letters from 1."""
    if error.code not in ERRORS:
        return said(ERRORS, error.code)
    return say(ERRORS[error.code], position=error.position, got=error.got, longest=LONGEST, deepest=DEEPEST)
