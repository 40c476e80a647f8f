"""Every block of code in the bundled lessons runs as it stands, and prints what its remarks say."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys

import pytest

from playground.lessons.lesson import Code
from playground.lessons.reading import read_lesson
from playground.ui.assets import asset

# Runs blocks one after another, each by itself; tells the lines on which each printed, what, and why it stopped.
RUNNER = """
import json, os, sys, traceback
told = []
for place, code in enumerate(json.load(sys.stdin)):
    printed = []

    def show(*values, sep=" ", end="\\n", file=None, flush=False):
        printed.append((sys._getframe(1).f_lineno, sep.join(map(str, values))))

    os.makedirs(str(place))
    os.chdir(str(place))
    wrong = ""
    try:
        exec(compile(code, "block", "exec"), {"__name__": "__main__", "print": show})
    except BaseException:
        wrong = traceback.format_exc()
    os.chdir("..")
    told.append((printed, wrong))
with open("told.json", "w") as file:
    json.dump(told, file)
"""


def blocks() -> dict[str, str]:
    """Where each block stands -> its code; one that two languages have alike, once."""
    found: dict[str, str] = {}
    for language in ("en", "zh_CN"):
        for path in sorted(asset(f"lessons/{language}").glob("*.md")):
            parts = [part for step in read_lesson(path).lesson.steps for part in step.parts]
            for part in (part for part in parts if isinstance(part, Code)):
                if part.text not in found.values():
                    found[f"{language}/{path.name}:{part.line}"] = part.text
    return found


BLOCKS = blocks()
# TensorFlow comes once, for all of them.
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[tuple[int, str]], str]]:
    """What each block printed on which of its lines, and why it stopped, from a Python as a learner's."""
    folder = tmp_path_factory.mktemp("blocks")
    around = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "XLA_FLAGS")}
    subprocess.run(
        [sys.executable, "-c", RUNNER], cwd=folder, input=json.dumps(list(BLOCKS.values())), text=True, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=280,
        env=around | {"KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"},
    )  # fmt: skip
    results = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return {name: (printed, wrong) for name, (printed, wrong) in zip(BLOCKS, results, strict=True)}


def remarks(code: str) -> dict[int, str]:
    """The first line of each print -> what the remark behind it says."""
    lines = code.splitlines()
    found = {}
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "print":
            remark = re.search(r"\)\s*#\s*(.+)$", lines[(call.end_lineno or call.lineno) - 1])
            if remark:
                found[call.lineno] = " ".join(remark[1].split())
    return found


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_runs_and_prints_what_it_says(name: str, told) -> None:
    printed, wrong = told[name]
    assert wrong == ""
    outputs: dict[int, str] = {}
    for line, text in printed:
        outputs[line] = " ".join((outputs.get(line, "") + " " + text).split())
    expected = remarks(BLOCKS[name])
    assert {line: outputs.get(line) for line in expected} == expected


def test_remarks_are_found_and_belong_to_their_print() -> None:
    code = "print(1)  # 1\nprint(\n    2)  # 2\nx = 3  # no print\nprint(x)\nfor i in (1, 2):\n    print(i)  # 1 2"
    assert remarks(code) == {1: "1", 2: "2", 7: "1 2"}
    assert sum(len(remarks(block)) for block in BLOCKS.values()) >= len(BLOCKS)
