"""How a table's text is probably read, from the first bytes of its file; every guess is shown and can be corrected."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from playground.tables.letters import decoded, encoding_of
from playground.tables.numbers import YES_NO, has_leading_zeros, is_date, number_of, unit_of
from playground.tables.reading import LONGEST_CELL, MISSING_WORDS, SEPARATORS, Reading, Remark, TableError

# As much of a file is looked at, and as many of its lines.
SAMPLE, LINES = 256 * 1024, 200
csv.field_size_limit(LONGEST_CELL)

# What files begin with that are no text.
_OTHER_FILES = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"PAR1", "parquet"), (b"%PDF", "pdf"), (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"\x1f\x8b", "gzip"), (b"\x89HDF", "hdf5"),
    (b"\xd0\xcf\x11\xe0", "old_office"),
    (b"SQLite format 3", "database"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading, what speaks for it (`alike` of `lines` lines have `cells` cells), and what else is to be said.

    Where `is_told`, its encoding was asked for.
    """

    reading: Reading
    cells: int = 1
    alike: int = 0
    lines: int = 0
    remarks: tuple[Remark, ...] = ()
    is_told: bool = False


def guess(start: bytes, chinese: bool = False, samples: tuple[bytes, ...] = (), told: str = "") -> Guess:
    """How the file is read that begins so; `samples` are bytes from farther on, each from the start of a line.

    `told` is its encoding, where a person says so. Raises TableError if this is no text of a table at all.
    """
    refuse(start)
    start = _cut(start)
    encoding = told or encoding_of(b"\n".join((start, *samples)), chinese)
    text = decoded(start, encoding)
    if not text.strip():
        raise TableError("empty_file")
    if re.match(r"\s*[{\[]\s*[\"{\[\]}\d]", text) and not re.match(r"\s*\[[^\],{\"]*\]\s*[,;]", text):
        raise TableError("looks_like", kind="JSON")
    if re.match(r"\s*<(!doctype|html|\?xml|table)", text, re.IGNORECASE):
        raise TableError("looks_like", kind="HTML")
    # Other signs that end a line for Python may stand inside of cells.
    lines = re.split(r"\r\n|\r|\n", text)
    first, remarks = _skipped(lines)
    named = re.fullmatch(r"sep=(.)", lines[first - 1].strip()) if first <= len(lines) else None
    if named:
        separator, first = named[1], first + 1
    else:
        separator = separator_of(lines[first - 1 :])
    rows = parsed(lines[first - 1 :], separator)
    title = title_lines(rows)
    if title:
        remarks += (Remark("title_skipped", (("lines", title),)),)
        first, rows = first + title, rows[title:]
    decimal = decimal_of(rows, separator)
    header = first if is_header(rows, decimal) else 0
    counts = Counter(map(len, rows))
    cells, alike = counts.most_common(1)[0] if counts else (1, 0)
    missing = missing_of(rows[1:] if header else rows, decimal)
    reading = Reading(encoding, separator, decimal, header, first, missing)
    return Guess(reading, cells, alike, len(rows), remarks, bool(told))


def _cut(start: bytes) -> bytes:
    """As much as is looked at, up to the end of a line: else a letter of several bytes might break off."""
    seen = start[:SAMPLE]
    return seen[: seen.rfind(b"\n") + 1] or seen if len(start) > SAMPLE else seen


def refuse(start: bytes) -> None:
    """Raises TableError for what is plainly no text."""
    if not start:
        raise TableError("empty_file")
    for mark, kind in _OTHER_FILES:
        if start.startswith(mark):
            raise TableError("looks_like", kind=kind)


def _skipped(lines: list[str]) -> tuple[int, tuple[Remark, ...]]:
    """The first line that is no comment, from 1, and how many were left out."""
    comments = 0
    while comments < len(lines) and lines[comments].startswith(("#", "//")):
        comments += 1
    # A name may begin so, as "#id,x,y": then its line has as many cells as the next.
    if comments == 1 and len(lines) > 1:
        separator = separator_of(lines[1:])
        if separator and lines[0].count(separator) == lines[1].count(separator) > 0:
            comments = 0
    return comments + 1, (Remark("comments_skipped", (("lines", comments),)),) if comments else ()


def parsed(lines: list[str], separator: str) -> list[list[str]]:
    """The cells of the first lines, without lines that are blank; a quote that nobody closes ends it."""
    text = "\n".join(lines[:LINES]) + "\n"
    if not separator:
        return [[line] for line in text.splitlines() if line.strip()]
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True):
            if any(cell.strip() for cell in row) or len(row) > 1:
                rows.append(row)
    except csv.Error:
        pass
    return rows


def separator_of(lines: list[str]) -> str:
    """The sign by which most lines fall into the same number of cells, and those into numbers; empty for none."""
    best, found = 0.0, ""
    for separator in SEPARATORS:
        rows = parsed(lines, separator)
        if not rows:
            continue
        cells, alike = Counter(map(len, rows)).most_common(1)[0]
        if cells < 2:
            continue
        flat = [cell.strip() for row in rows if len(row) == cells for cell in row]
        typed = sum(_is_typed(cell) for cell in flat) / len(flat)
        # A blank or colon stands inside of dates, times and words: it is asked last and must hold for all.
        if separator in ": " and (alike < len(rows) or typed < 0.3):
            continue
        score = (alike / len(rows)) ** 2 * (1 + typed) * (0.5 if separator in ": " else 1)
        if score > best:
            best, found = score, separator
    return found


def _is_typed(cell: str) -> bool:
    plain = any(number_of(cell, mark) is not None or unit_of(cell, mark) for mark in ".,")
    return plain or cell.lower() in YES_NO or is_date(cell)


def title_lines(rows: list[list[str]]) -> int:
    """How many lines of a title stand above a table that is wider than they are."""
    if len(rows) < 4:
        return 0
    common = Counter(map(len, rows)).most_common(1)[0][0]
    lines = next((place for place, row in enumerate(rows) if len(row) == common), 0)
    narrow = all(sum(bool(cell.strip()) for cell in row) <= 1 for row in rows[:lines])
    # In two columns a lone word may be the only name; below a title there are two.
    named = common > 2 or (common == 2 and all(cell.strip() for cell in rows[lines]) and is_header(rows[lines:], "."))
    return lines if named and lines <= 5 and narrow else 0


def decimal_of(rows: list[list[str]], separator: str) -> str:
    """A comma, where cells read as numbers with it that are none with a point, or 1.234 with groups."""
    if separator == ",":
        # Inside of quotes it still may be; then no cell has a point.
        cells = [cell.strip() for row in rows for cell in row if "," in cell or "." in cell]
    else:
        cells = [cell.strip() for row in rows for cell in row]
    counts = {mark: sum(_says_number(cell, mark) and mark in cell for cell in cells) for mark in ".,"}
    # As 1.234,50 there is but one way to read it.
    clear = {
        mark: sum(_says_number(cell, mark) and not _says_number(cell, ".,".strip(mark)) for cell in cells)
        for mark in ".,"
    }
    if clear[","] != clear["."]:
        return max(clear, key=clear.__getitem__)
    grouped = sum(bool(re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", cell)) for cell in cells)
    if counts[","] > counts["."] and counts[","] > grouped:
        return ","
    return "."


def _says_number(cell: str, decimal: str) -> bool:
    return number_of(cell, decimal) is not None or unit_of(cell, decimal) is not None


def is_header(rows: list[list[str]], decimal: str) -> bool:
    """Names are no numbers; where all is words, a first line of different words is taken for names."""
    if not rows:
        return False
    head = [cell.strip() for cell in rows[0]]
    if any(number_of(cell, decimal) is not None or is_date(cell) for cell in head) and not _all_years(rows, decimal):
        return False
    return any(head)


def _all_years(rows: list[list[str]], decimal: str) -> bool:
    """Names may be years beside a word, above numbers that are none."""
    head = [number_of(cell.strip(), decimal) for cell in rows[0]]
    years = [value for value in head if value is not None]
    different = len(set(years)) == len(years) > 1
    return None in head and different and all(1800 <= year <= 2200 and year % 1 == 0 for year in years)


def missing_of(rows: list[list[str]], decimal: str) -> tuple[str, ...]:
    """The empty cell, and the words that stand among numbers: in a category they may mean something."""
    found = [""]
    for column in zip(*(row for row in rows if len(row) == max(map(len, rows))), strict=True) if rows else ():
        cells = [cell.strip() for cell in column]
        words = {cell for cell in cells if cell in MISSING_WORDS}
        others = [cell for cell in cells if cell not in MISSING_WORDS]
        numbers = sum(number_of(cell, decimal) is not None and not has_leading_zeros(cell) for cell in others)
        if others and numbers >= 0.8 * len(others):
            found += sorted(words - set(found))
    return tuple(found)
