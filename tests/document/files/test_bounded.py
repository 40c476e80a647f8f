"""Refusing a large file takes little time and memory, and no project is refused for its size."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from playground.document.files.bounded import SMALL, check_content
from playground.document.files.checked import MOST_BYTES, FileError

CHILD = """
import resource, sys, time
from pathlib import Path
from playground.document.files import file
from playground.document.files.checked import FileError
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, start = peak(), time.process_time()
try:
    file.read(Path(sys.argv[1]))
except FileError as error:
    print(error.code, time.process_time() - start, peak() - before)
"""
# What fills a file of 16 MB, between its first letters and its last.
HOSTILE = {
    "lists": ("[", "[],", "[]]"),
    "objects": ("[", '{"a":0},', "0]"),
    "numbers": ("[", "1,", "1]"),
    "words": ("[", '"ab",', "1]"),
    "as many lists as may be": ("[" + "[]," * 590_000, " ", "0]"),
    "a long word with a picture": ('["\U0001f600', "a", '"]'),
    "brackets": ("", "[", ""),
    "a number": ("", "1", ""),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("kind", HOSTILE)
def test_sixteen_megabytes_are_refused_within_a_second_and_100_megabytes(kind: str, tmp_path: Path) -> None:
    first, unit, last = HOSTILE[kind]
    path = tmp_path / "large.playground"
    path.write_text(first + unit * ((MOST_BYTES - 40 - len(first)) // len(unit)) + last, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, timeout=60)
    code, seconds, megabytes = done.stdout.split()
    assert code in ("too_many_parts", "text_too_long", "wrong_type", "nested_too_deep", "not_json")
    # Processor time, four times over for machines at their slowest; a second is what was measured.
    assert float(seconds) < 4
    assert float(megabytes) < 100


LONG = {"signs": "[,{" * 400_000, "escapes": '\\"[' * 400_000, "long": "a" * 15_000_000}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_stands_in_texts_is_not_counted(text: str) -> None:
    check_content(f'{{"a": "{text}"}}'.encode())


def test_a_long_text_in_other_letters_is_refused_and_many_short_ones_are_not() -> None:
    with pytest.raises(FileError):
        check_content(f'["{"权" * SMALL}"]'.encode())
    check_content(("[" + '"权值",' * (SMALL // 4) + "0]").encode())
