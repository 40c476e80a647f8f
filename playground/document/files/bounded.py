"""What a large file holds is counted before it is read, so that refusing it takes neither time nor memory."""

from __future__ import annotations

import re

from playground.document.files.checked import FileError
from playground.document.words import words

# A smaller file cannot swell to much.
SMALL = 1 << 20
# More than the largest project has: three networks of 2,000 layers and 20,000 connections, with all their notes.
MOST_PARTS, MOST_OBJECTS = 1_200_000, 50_000
# Longer text is the trained state's, which is ASCII.
LONGEST_TEXT = 1 << 16
DIGEST, PARTS_OF_ARRAY = b'"sha256": "', 20
PART = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{,]', re.DOTALL)


def check_content(content: bytes) -> None:
    """Raise FileError where JSON would become far more in memory than any project."""
    if len(content) < SMALL:
        return
    parts = sum(map(content.count, (b"[", b"{", b","))) + content.count(b'"') // 2
    if parts > MOST_PARTS or content.count(b"{") > MOST_OBJECTS or not content.isascii():
        _count(content)


def _count(content: bytes) -> None:
    """The same with what stands inside of texts left out."""
    # Each array of what was learned is an object more, of a few parts.
    arrays = content.count(DIGEST)
    most_parts, most_objects, objects = MOST_PARTS + PARTS_OF_ARRAY * arrays, MOST_OBJECTS + arrays, 0
    for count, found in enumerate(PART.finditer(content)):
        start, end = found.span()
        objects += content[start] == 0x7B
        if count > most_parts or objects > most_objects:
            raise FileError("too_many_parts", expected=words("at most {most} entries", most=f"{MOST_PARTS:,}"))
        if end - start > LONGEST_TEXT and not content[start:end].isascii():
            most = words("text of at most {most} letters", most=f"{LONGEST_TEXT:,}")
            raise FileError("text_too_long", f"byte {start}", most, end - start)
