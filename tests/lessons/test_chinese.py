"""Lessons in Chinese are set as the window is."""

from __future__ import annotations

import re

import pytest
from translate import ROOT, without_gaps

LESSONS = sorted((ROOT / "assets" / "lessons" / "zh_CN").glob("*.md"))
# Code and formulas have their own spaces.
CODE = re.compile(r"```(?:code|python)\b.*?```|\$\$.*?\$\$|`[^`\n]*`|\$[^$\n]*\$", re.S)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_space_stands_between_chinese_and_a_number(path) -> None:
    lines = CODE.sub("`", path.read_text(encoding="utf-8")).splitlines()
    assert [line for line in lines if without_gaps(line) != line] == []
