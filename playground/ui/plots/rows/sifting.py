"""Which rows are wanted, as a person types it: "species = Adelie, body_mass_g > 4000, wrong". No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from playground.datasets.rows import RowColumn

Chosen = NDArray[np.bool_]

_CLAUSES = re.compile(r"\s*(?:,(?!\d)|;|，|；|\band\b)\s*", re.IGNORECASE)
_SIGNS = re.compile(r"\s*(<=|>=|!=|<>|≤|≥|≠|=|<|>)\s*")
_SAME = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!="}
_COMPARES: Mapping[str, Callable[[NDArray[np.float64], float], Chosen]] = {
    "<": np.less, ">": np.greater, "<=": np.less_equal, ">=": np.greater_equal,
}  # fmt: skip


class SiftError(ValueError):
    """It cannot be understood: `key` of the sentence, and the word that it is about."""

    def __init__(self, key: str, word: str) -> None:
        super().__init__(f"{key}: {word}")
        self.key, self.word = key, word


def sifted(text: str, columns: Sequence[RowColumn], marks: Mapping[str, Chosen]) -> Chosen:
    """Which rows fulfil every clause. `marks` are rows that one word chooses. Raises SiftError."""
    clauses = [clause for clause in _CLAUSES.split(text.strip()) if clause]
    found = [_clause(clause, columns, marks) for clause in clauses]
    rows = len(columns[0].values) if columns else 0
    return reduce(np.logical_and, found, np.ones(rows, bool))


def _clause(clause: str, columns: Sequence[RowColumn], marks: Mapping[str, Chosen]) -> Chosen:
    signs = list(_SIGNS.finditer(clause))
    # A sign may stand in a name too: a whole name goes before the beginning of one, and the longer before the shorter.
    for sign in (*(sign for sign in reversed(signs) if _is_name(clause[: sign.start()], columns)), *signs):
        column = _column(clause[: sign.start()], columns)
        if column is not None:
            return _compared(column, _SAME.get(sign[1], sign[1]), clause[sign.end() :].strip())
    if signs:
        raise SiftError("no_column", clause[: signs[0].start()].strip())
    if clause.casefold() in marks:
        return marks[clause.casefold()]
    return _with_word(clause.casefold(), columns)


def _is_name(name: str, columns: Sequence[RowColumn]) -> bool:
    return any(each.name.casefold() == name.strip().casefold() for each in columns)


def _column(name: str, columns: Sequence[RowColumn]) -> RowColumn | None:
    """The column of that name, whatever its capitals, or the only one that begins so."""
    wanted = name.strip().casefold()
    begins = [each for each in columns if wanted and each.name.casefold().startswith(wanted)]
    same = [each for each in begins if each.name.casefold() == wanted]
    return same[0] if same else begins[0] if len(begins) == 1 else None


def _compared(column: RowColumn, sign: str, value: str) -> Chosen:
    if column.words:
        if sign not in ("=", "!="):
            raise SiftError("no_order", column.name)
        folded = value.casefold()
        places = [at for at, word in enumerate(column.words) if word.casefold() == folded]
        if not places:
            raise SiftError("no_word", value)
        same = column.values == places[0]
        return same if sign == "=" else ~same & np.isfinite(column.values)
    bare = value.removesuffix(column.unit).strip() if column.unit else value
    try:
        number = float(bare.replace("−", "-").replace(",", ""))
    except ValueError:
        raise SiftError("no_number", value) from None
    if sign in ("=", "!="):
        same = np.abs(column.values - number) <= 0.5 * 10.0**-column.decimals
        return same if sign == "=" else ~same & np.isfinite(column.values)
    return _COMPARES[sign](column.values, number)


def _with_word(wanted: str, columns: Sequence[RowColumn]) -> Chosen:
    """Rows of which any word has these letters in it."""
    hits = [
        np.isin(column.values, [at for at, word in enumerate(column.words) if wanted in word.casefold()])
        for column in columns
        if any(wanted in word.casefold() for word in column.words)
    ]
    if not hits:
        raise SiftError("no_word", wanted)
    return reduce(np.logical_or, hits)
