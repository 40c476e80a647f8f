"""Markdown whose names are only names: whatever stands in one, headings, tables and links stay what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playground.document.code.layer_code import readable

# What means something within a line. A name begins none.
_SPECIAL = re.compile(r"[\\`*_\[\]#|~$!]|:(?=\w|//)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What some viewers make links of without being asked.
_LINKED = re.compile(r"(?i)\b(www)\.")


def escaped(name: str) -> str:
    """The name on one line, as text alone."""
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", readable(name))
    text = "".join(_ENTITIES.get(letter, letter) for letter in text)
    return _LINKED.sub(r"\1\\.", text)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> str:
    """A table of texts that are escaped already; so many of its last columns are numbers, to the right."""
    sides = ["---"] * (len(heads) - numbers) + ["---:"] * numbers
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, sides, *rows))
