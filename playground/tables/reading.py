"""How a table's text is read: every guess that a person can correct, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

SEPARATORS = (",", ";", "\t", "|", ":", " ")
# Words that may mean a missing value; which of them do is for the person to say.
MISSING_WORDS = ("", "NA", "N/A", "NaN", "nan", "#N/A", "null", "None", "?", "-")

GUESSED = -1
# No cell of a text has more characters.
LONGEST_CELL = 2**24
# Of a workbook or a Parquet file that is read whole all cells are in memory, as far as anything reaches.
MOST_CELLS = 20_000_000
# And all their letters, each cell counted with a text of its own.
MOST_LETTERS = 1 << 29


@dataclass(frozen=True, slots=True)
class Reading:
    """`header` is the line of the column names, from 1, or 0 where the columns have none; lines before `first` are
    skipped; a cell that is one of the `missing` words has no value. An empty separator makes one column. `sheet` is
    that of a workbook. Where `header` is GUESSED, only the sheet or the encoding is asked for: the rest is guessed."""

    encoding: str = "utf-8"
    separator: str = ","
    decimal: str = "."
    header: int = 1
    first: int = 1
    missing: tuple[str, ...] = ("",)
    sheet: str = ""

    def with_header(self, line: int) -> Reading:
        """The names in that line, from 1; the rows after it. 0: no names."""
        return replace(self, header=line, first=line or self.first)


def printable(text: str, longest: int = 200) -> str:
    """The start of it on one line; what cannot be shown becomes a replacement character."""
    line = " ".join(text.split())[:longest]
    return line if line.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a whole table that is to be said, as a key of its sentence and what is filled in."""

    key: str
    values: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that cannot be used as it is: `line` of the file, from 1; `column` is empty for a whole row.

    kind: short_row, long_row, names_again, not_a_number, has_unit, infinite, too_large, nul, unclosed_quote,
    long_cell or bad_bytes.
    `value` is the text there, at most 200 characters of it.
    """

    kind: str
    line: int
    column: str = ""
    value: str = ""
    needed: int = 0
    came: int = 0


class TableError(ValueError):
    """No table can be made of it: `key` of the sentence and what is filled in; str() is for logs."""

    def __init__(self, key: str, **values: str | int | float) -> None:
        super().__init__(f"{key} {values}")
        self.key, self.values = key, values
