"""What is wrong with a formula, as a sentence."""

from __future__ import annotations

from playground.document.formula.formula import FormulaError
from playground.document.formula.parser import DEEPEST, LONGEST
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

ERRORS = {
    "unfinished": QT_TRANSLATE_NOOP("Text", "The formula is not finished: something is missing at {position}."),
    "expected": QT_TRANSLATE_NOOP("Text", "Expected {got} at {position}."),
    "unexpected": QT_TRANSLATE_NOOP("Text", "{got} at {position} does not belong there."),
    "power": QT_TRANSLATE_NOOP("Text", "A power is written with **, as x**2; ^ at {position} means nothing here."),
    "unknown": QT_TRANSLATE_NOOP("Text", "Nothing is called {got}, at {position}."),
    "comparison": QT_TRANSLATE_NOOP(
        "Text", "{got} at {position} compares, which only where(…) can: where(x > 0, a, b)."
    ),
    "condition": QT_TRANSLATE_NOOP(
        "Text", "where(…) begins with a comparison, such as x > 0; none ends at {position}."
    ),
    "second_comparison": QT_TRANSLATE_NOOP("Text", "where(…) takes one comparison: {got} at {position} is a second."),
    "no_x_in_condition": QT_TRANSLATE_NOOP("Text", "The comparison at {position} has no x in it."),
    "no_x": QT_TRANSLATE_NOOP("Text", "The formula has no x in it."),
    "not_finite": QT_TRANSLATE_NOOP("Text", "{got} is not a finite number."),
    "too_long": QT_TRANSLATE_NOOP("Text", "The formula is longer than {longest} letters."),
    "too_deep": QT_TRANSLATE_NOOP("Text", "More than {deepest} parentheses within one another, at {position}."),
}


def formula_error_text(error: FormulaError) -> str:
    """What is wrong and where, counted in letters from 1."""
    code = "power" if (error.code, error.got) == ("unexpected", "^") else error.code
    if code not in ERRORS:
        return said(ERRORS, code)
    return say(ERRORS[code], position=error.position, got=error.got, longest=LONGEST, deepest=DEEPEST)
