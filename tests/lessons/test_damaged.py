"""Damaged lessons: 10,000 of them are read without an exception, and nothing outside their folder is opened."""

from __future__ import annotations

import ast
import builtins
import io
import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.document import examples
from playground.document.files import file
from playground.lessons.conditions import Condition, holds
from playground.lessons.lesson import Goals
from playground.lessons.reading import Read, read_text
from playground.lessons.tex import check_tex
from playground.ui.assets import asset
from playground.ui.texts.lessons import FAULTS, PACKS, placed_fault
from tests.sources import modules

LESSONS, ROUNDS = 10_000, 4
WHOLE = sorted([*asset("lessons").rglob("*.md"), Path(__file__).parent / "broken.md"])
# A block is written with its words and what stands in it.
HOSTILE = (
    "```load file:../../etc/passwd\n```", "```load file:/etc/passwd.playground\n```",
    "```load file:out.playground\n```", "```load link:http://a.b/#x\n```",
    "```load file:one.playground\nkeep: data\n```",
    "```load link:https://playground.tensorflow.org/#activation=tanh\n```", "```point layer:\n```",
    "```goal\n- a | __import__('os')\n```", "```walk\nsample: 1\nsample: 2\n```", "```", "~~~", "````hint",
    "![a](/etc/passwd.png)", "![a](../secret.png)", "![a](file:///etc/a.png)", "![a](http://a.b/c.png)",
    "![a](out.png)", "![a](dot.png)", "![a](\\\\host\\a.png)", "![a](%2e%2e/a.png)", "[a](https://a.b)",
    "<https://a.b>", "<img src='/etc/passwd'>", "&lt;b&gt;", "[a](do:set learning_rate=1e999)", "[a](do:rm -rf)",
    "{{", "}}", "{{epoch / 0}}", "$", "$$", "$\\frac{1}{2$", "\\begin{cases}", "---", "## ", "##", "# ", "rows:",
    "title:", "minutes: ٣", "| a | b |\n| --- | --- |\n| $x$ | {{epoch}} |", "- [x] ", "answer: 1e999 ± nan", "words:",
    "\0", "\ud800", "\u202e", "\r", "\x1b[31m", "\uffff", "[" * 200, "*" * 300, "`" * 50, "> " * 60, "  " * 40 + "- a",
)  # fmt: skip


def fragment(text: str, dice: random.Random) -> str:
    """The head of a lesson and a piece of it, which is read as fast as it is written."""
    lines = text.split("\n")
    first = dice.randrange(len(lines))
    return "\n".join(lines[:6] + lines[first : first + dice.randrange(3, 14)])


def damaged(text: str, dice: random.Random) -> str:
    """The text after a few accidents."""
    for _ in range(dice.randrange(1, ROUNDS)):
        lines = text.split("\n")
        at, to = dice.randrange(len(text) + 1), dice.randrange(len(lines))
        match dice.randrange(6):
            case 0:
                text = text[:at] + dice.choice(HOSTILE) + text[at:]
            case 1:
                lines.insert(to, dice.choice(HOSTILE))
                text = "\n".join(lines)
            case 2:
                text = text[:at] + text[at + dice.randrange(1, 30) :]
            case 3:
                text = text[:at] + chr(dice.choice((dice.randrange(128), dice.randrange(0x3000)))) + text[at + 1 :]
            case 4:
                dice.shuffle(lines)
                text = "\n".join(lines)
            case _:
                text = text[:at] + dice.choice(("", text[: at // 2]))
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lesson's folder, with ways that lead out of it."""
    here = tmp_path / "here"
    here.mkdir()
    file.write(examples.example("circle", asset("examples")), here / "one.playground")
    (here / "dot.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for name in ("secret.png", "secret.playground"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n")
    (here / "out.png").symlink_to(tmp_path / "secret.png")
    (here / "out.playground").symlink_to(tmp_path / "secret.playground")
    return here


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every file that is opened, and every socket."""
    found: list[str] = []
    # The tables of formulas are read once.
    check_tex("\\frac{1}{2}")

    def watched(function):
        def watching(what, *others, **named):
            found.append(os.fspath(what))
            return function(what, *others, **named)

        return watching

    for room, name in ((builtins, "open"), (io, "open"), (os, "open")):
        monkeypatch.setattr(room, name, watched(getattr(room, name)))
    monkeypatch.setattr(socket, "socket", lambda *others: found.append("a socket"))
    return found


def reads(folder: Path) -> Iterator[tuple[str, Read]]:
    dice = random.Random(20261126)
    texts = [path.read_text(encoding="utf-8") for path in WHOLE]
    for _ in range(LESSONS):
        text = damaged(fragment(dice.choice(texts), dice), dice)
        yield text, read_text(text, "lesson", folder)


def goals(read: Read) -> list[Condition]:
    return [
        goal.condition
        for step in read.lesson.steps
        for part in step.parts
        if isinstance(part, Goals)
        for goal in part.goals
    ]


def test_damaged_lessons_open_and_open_nothing_else(folder: Path, opened: list[str]) -> None:
    faulty = 0
    for text, read in reads(folder):
        assert read.lesson.steps
        lines = text.count("\n") + text.count("\r") + 1
        assert all(1 <= fault.line <= lines and fault.column >= 1 for fault in read.faults), text
        faulty += bool(read.faults)
        for condition in goals(read):
            holds(condition, {})
    assert faulty > LESSONS * 0.9
    inside = {str(folder / name) for name in ("one.playground", "dot.png")}
    texts = {str(path) for path in WHOLE}
    assert {path for path in opened if path not in texts} == inside


# What tells a fault -> at which place its code stands.
TELLING = {"add": 1, "Fault": 1, "add_at": 2, "_add": 2, "_refuse": 0} | dict.fromkeys(
    ("ConditionError", "BesideError", "ActionError", "PackError"), 0
)


def told_codes() -> set[str]:
    """Every code that the sources of lessons tell."""
    rooms = [module for name, module in modules().items() if name.startswith("playground.lessons.")]
    calls = [node for module in rooms for node in ast.walk(module) if isinstance(node, ast.Call)]
    places = [(call, TELLING.get(ast.unparse(call.func).rpartition(".")[2], 99)) for call in calls]
    told = [part for call, place in places if place < len(call.args) for part in ast.walk(call.args[place])]
    return {part.value for part in told if isinstance(part, ast.Constant)} - {"word", "hides"}


def test_every_fault_has_its_sentence(folder: Path) -> None:
    of_formulas = {f"formula_{code}" for code in ("empty", "long", "brace", "command")}
    assert told_codes() - {"formula_"} | of_formulas == {*FAULTS, *PACKS}
    # Each is filled with what its fault tells.
    for _, read in zip(range(1000), reads(folder), strict=False):
        for fault in read[1].faults:
            assert placed_fault(fault).startswith(f"line {fault.line}: ")
