"""The README in English and in Chinese: the same chapters, commands, pictures and tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGLISH, CHINESE = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh_CN.md"))


def headings(text: str) -> list[str]:
    return re.findall(r"^(#+) ", text, re.M)


def commands(text: str) -> list[str]:
    """Each line of a command, without what is said beside it."""
    blocks = re.findall(r"^```\n(.*?)^```", text, re.M | re.S)
    return [line.split("   ")[0].strip() for block in blocks for line in block.splitlines()]


def pictures(text: str) -> list[str]:
    return [Path(path).name for path in re.findall(r"!\[[^\n]*\]\((assets/[^)]*)\)", text)]


def cells(text: str) -> list[int]:
    """How many columns each row of a table has."""
    return [line.count(" | ") for line in text.splitlines() if line.startswith("| ")]


def settings(text: str) -> list[str]:
    """All that is written as code: paths, keys, options."""
    return sorted(set(re.findall(r"`([^`\n]+)`", text)))


@pytest.mark.parametrize("part", [headings, commands, pictures, cells, settings])
def test_both_languages_have_the_same(part) -> None:
    assert part(CHINESE) == part(ENGLISH)
    assert len(part(ENGLISH)) > 5


def test_each_leads_to_the_other_and_every_picture_is_there() -> None:
    assert "(README.zh_CN.md)" in ENGLISH
    assert "(README.md)" in CHINESE
    paths = re.findall(r"\]\(((?:assets|docs)/[^)]*|[A-Z]+\.md)\)", ENGLISH + CHINESE)
    assert [path for path in paths if not (ROOT / path).is_file()] == []
