"""What a cell's text says: a number, in one of the ways that people write them, a date, a yes or no, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

# Between thousands people write a comma or point, blanks of three widths, or an apostrophe.
GROUPS = "[ \u00a0\u202f'’]"
_SIGN = r"[+\-\u2212]?"
PLAIN = {
    mark: re.compile(rf"{_SIGN}(\d+({re.escape(mark)}\d*)?|{re.escape(mark)}\d+)([eE][+\-]?\d+)?")
    for mark in (".", ",")
}
# In India 1,23,456 has two digits between commas but for the last three.
LAKHS = {".": r"\d{1,2}(,\d{2})+,\d{3}", ",": r"\d{1,2}(\.\d{2})+\.\d{3}"}
GROUPED = {
    mark: re.compile(rf"{_SIGN}(\d{{1,3}}(({other}|{GROUPS})\d{{3}})+|{LAKHS[mark]})({re.escape(mark)}\d*)?")
    for mark, other in ((".", ","), (",", r"\."))
}
YES_NO = {"true": 1.0, "false": 0.0, "yes": 1.0, "no": 0.0}
_MONTH = r"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATES = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日"
    rf"|\d{{1,2}}[ -]{_MONTH}[ -]\d{{2,4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
    r"([T ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(Z|[+\-]\d{2}:?\d{2}|[AaPp][Mm])?)?|\d{1,2}:\d{2}(:\d{2})?"
)
_DIGITS = {mark: re.compile(rf"[\d{re.escape(mark)}+\-eE]*", re.ASCII) for mark in (".", ",")}
_DAY = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_BROKEN = re.compile(r"#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)|Err:\d{3}")
_INFINITE = re.compile(r"[+\-]?(inf|infinity|∞)", re.IGNORECASE)
UNIT = re.compile(
    r"((?P<sign>[+\-\u2212])?(?P<before>[^\d\s+\-\u2212.,()\ufeff\u200b]{1,3}))?\s*"
    r"(?P<number>(?(sign)|[+\-\u2212]?)[\d.,]+([eE][+\-]?\d+)?)\s*"
    r"(?P<after>[^\d\s\"'()\ufeff\u200b][^\d\s()]{0,11})?"
)
# Accountants write what is owed in brackets.
OWED = re.compile(r"\(([^()+\-\u2212]+)\)")
# Whole numbers from here on are not all told apart by a float64, and by a float32 not these.
EXACT, LARGEST = 2**53, 3.4028234663852886e38


def number_of(text: str, decimal: str) -> float | None:
    """The number that a trimmed text is, with that decimal sign; None if it is none. Infinities are none."""
    if PLAIN[decimal].fullmatch(text):
        return float(_ascii(text, decimal))
    if GROUPED[decimal].fullmatch(text):
        thousands = "," if decimal == "." else "."
        return float(_ascii(re.sub(GROUPS, "", text.replace(thousands, "")), decimal))
    return None


def _ascii(text: str, decimal: str) -> str:
    return text.replace("\u2212", "-").replace(decimal, ".")


def plain_numbers(cells: Sequence[str], decimal: str) -> list[float] | None:
    """All of the cells as numbers, where each is written with digits, sign, decimal sign and e alone; else None.

    The quick way for the many tables that have nothing else.
    """
    if not _DIGITS[decimal].fullmatch("".join(cells)):
        return None
    try:
        return list(map(float, (cell.replace(",", ".") for cell in cells) if decimal == "," else cells))
    except ValueError:
        return None


def is_infinite(text: str) -> bool:
    """Whether it says infinity; "nan" is a word like another."""
    return bool(_INFINITE.fullmatch(text))


def is_date(text: str) -> bool:
    """Whether it is a day, a time of day, or both."""
    return bool(_DATES.fullmatch(text))


def is_day(text: str) -> bool:
    """Whether it is a day written as one number, 20240131."""
    return bool(_DAY.fullmatch(text))


def is_broken(text: str) -> bool:
    """Whether a spreadsheet says so that a formula went wrong."""
    return bool(_BROKEN.fullmatch(text))


def has_leading_zeros(text: str) -> bool:
    """Whether its digits are a name rather than an amount, as in 01234."""
    return len(text) > 1 and text.isdecimal() and text[0] == "0"


@lru_cache(maxsize=4096)
def unit_of(text: str, decimal: str) -> tuple[float, str] | None:
    """The number and its unit, of a text like "4500 g", "-$12.50", "($12.50)" or "5 %"; None if it is no such thing."""
    owed = OWED.fullmatch(text)
    found = UNIT.fullmatch(owed[1] if owed else text)
    if not found or not (found["before"] or found["after"]):
        return None
    value = number_of(found["number"], decimal)
    if value is None:
        return None
    return -value if owed or found["sign"] in ("-", "\u2212") else value, (found["before"] or found["after"]).strip()
