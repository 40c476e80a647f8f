"""The bundled lessons: without a fault, and the same in both languages but for their words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playground.document import examples
from playground.document.document import Document
from playground.document.files import file
from playground.document.files.link import read_link
from playground.document.settings import HIDEABLE
from playground.lessons.actions import VERBS
from playground.lessons.blocks import KEEPS, PLACES, WORDS
from playground.lessons.conditions import read_number
from playground.lessons.expressions import calls
from playground.lessons.head import KEYS
from playground.lessons.known import FACTS, FUNCTIONS
from playground.lessons.lesson import (
    Code,
    Goals,
    Hint,
    Lab,
    Lesson,
    Load,
    Note,
    Part,
    Point,
    Question,
    Step,
    Text,
    Walk,
)
from playground.lessons.markdown import LIVE, parse
from playground.lessons.mentions import prose_of
from playground.lessons.packing import pack
from playground.lessons.reading import Read, read_lesson, read_text
from playground.ui.assets import asset
from tests.sources import ROOT

LESSONS = {path.stem: path for path in sorted(asset("lessons/en").glob("*.md"))}
CHINESE = {path.stem: path for path in sorted(asset("lessons/zh_CN").glob("*.md"))}
FORMULAS = ("math_inline", "math_inline_double", "math_block")
# What is said in a formula is said in its language.
SAID = re.compile(r"\\(?:text|mathrm|operatorname)\{[^{}]*\}|[\u2e80-\u9fff\uff00-\uffef]+")


def read(path: Path) -> Read:
    return read_lesson(path)


@pytest.mark.parametrize(
    "path", [*LESSONS.values(), *CHINESE.values()], ids=lambda path: f"{path.parent.name} {path.stem}"
)
def test_a_bundled_lesson_has_no_fault_and_can_be_packed(path: Path, tmp_path: Path) -> None:
    found = read(path)
    assert found.faults == ()
    assert found.lesson.language == path.parent.name
    assert None not in (found.lesson.minutes, found.lesson.summary or None)
    pack(path, tmp_path / "one.lesson")


def test_every_lesson_is_there_in_both_languages() -> None:
    assert list(LESSONS) == list(CHINESE)


@pytest.mark.parametrize("name", [name for name in LESSONS if name in CHINESE])
def test_a_pair_differs_in_its_words_alone(name: str) -> None:
    check_alike(read(LESSONS[name]).lesson, read(CHINESE[name]).lesson)


def check_alike(english: Lesson, chinese: Lesson) -> None:
    about = [(one.rows, one.needs, one.minutes, one.hides) for one in (english, chinese)]
    assert about[0] == about[1]
    assert len(english.steps) == len(chinese.steps)
    for here, there in zip(english.steps, chinese.steps, strict=True):
        assert [skeleton(part) for part in here.parts] == [skeleton(part) for part in there.parts], here.title
        assert said(here.parts) ^ said(there.parts) == set(), here.title


def skeleton(part: Part) -> tuple[object, ...]:
    """What of a part is no words."""
    kind = type(part).__name__
    match part:
        case Load():
            return kind, part.source, part.keep, part.sample
        case Point():
            return kind, part.target
        case Goals():
            return (kind, *(goal.condition.tree for goal in part.goals))
        case Question():
            choices = [choice.right for choice in part.choices]
            return kind, part.name, part.answer, part.tolerance, choices, [bool(choice.why) for choice in part.choices]
        case Code():
            return kind, code_of(part.text)
        case Lab() | Walk():
            return kind, part.settings
    return (kind,)


def code_of(text: str) -> str:
    """The code without remarks in a language: those behind a print are what it prints."""
    return "\n".join(re.sub(r"\s*#.*", "", line) if "print" not in line else line for line in text.splitlines()).strip()


def said(parts: tuple[Part, ...]) -> set[tuple[str, str]]:
    """The formulas, live numbers, links and pictures of a step, in any order: sentences turn round."""
    found = set()
    for part in parts:
        for markdown in prose_of(part):
            found |= {("live", value.strip()) for value in LIVE.findall(markdown)}
            for token in (token for one in parse(markdown) for token in (one, *(one.children or ()))):
                if token.type in FORMULAS:
                    formula = SAID.sub("", LIVE.sub("", token.content))
                    found.add(("formula", re.sub(r"[\s,，。、；]+", "", formula)))
                elif token.type in ("link_open", "image"):
                    found.add(("link", str(token.attrs.get("href", token.attrs.get("src")))))
    return found


def test_documents_of_both_languages_are_the_same_but_for_their_words() -> None:
    for path in asset("lessons/en").glob("*.playground"):
        here, there = file.read(path), file.read(asset("lessons/zh_CN") / path.name)
        assert (here.data, here.training, here.graph.edges) == (there.data, there.training, there.graph.edges), (
            path.name
        )
        layers = [[node.layer for node in document.graph.nodes] for document in (here, there)]
        assert layers[0] == layers[1], path.name


def loaded(source: str, folder: Path) -> Document:
    """What a block of `load` opens."""
    kind, _, name = source.partition(":")
    if kind == "file":
        return file.read(folder / name)
    return read_link(name)[0] if kind == "link" else examples.example(name, asset("examples"))


def named_layers(step: Step) -> set[str]:
    """The layers that a step points at, or asks for in a goal or a live number."""
    told = [goal.condition.tree for part in step.parts if isinstance(part, Goals) for goal in part.goals]
    live = [read_number(value) for part in step.parts for text in prose_of(part) for value in LIVE.findall(text)]
    asked = [
        call for tree in (*told, *live) for call in calls(tree) if call.function in ("weight", "value", "selected")
    ]
    pointed = {part.name for part in step.parts if isinstance(part, Point) and part.kind == "layer"}
    return pointed | {str(call.values[0]) for call in asked}


@pytest.mark.parametrize(
    "path", [*LESSONS.values(), *CHINESE.values()], ids=lambda path: f"{path.parent.name} {path.stem}"
)
def test_the_layers_that_a_lesson_names_are_in_the_network_that_it_loads(path: Path) -> None:
    there: set[str] = set()
    for step in read(path).lesson.steps:
        for part in step.parts:
            if isinstance(part, Load):
                nodes = loaded(part.source, path.parent).graph.nodes
                there = {node.id for node in nodes} | {node.name for node in nodes}
        assert named_layers(step) - there == set(), step.title


GUIDES = ("TEACHING.md", "TEACHING.zh_CN.md")


def guide(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def example_of(guide_name: str) -> Lesson:
    example = re.search(r"`````markdown\n(.*?)\n`````", guide(guide_name), re.DOTALL)
    assert example
    read = read_text(example[1], "example", Path())
    assert read.faults == ()
    return read.lesson


@pytest.mark.parametrize("name", GUIDES)
def test_the_example_of_the_guide_has_no_fault_and_every_kind_of_part(name: str) -> None:
    kinds = {type(part) for step in example_of(name).steps for part in step.parts}
    assert kinds == {Text, Load, Point, Goals, Hint, Question, Code, Note}


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_tells_all_that_a_lesson_can_say(name: str) -> None:
    told = set(re.findall(r"[\w.]+", " ".join(re.findall(r"`([^`\n]+)`", guide(name)))))
    known = {*KEYS, *WORDS, *FACTS, *FUNCTIONS, *VERBS, *PLACES, *HIDEABLE, *KEEPS} - {"nothing"}
    assert known - told == set()


def test_both_guides_say_the_same() -> None:
    english, chinese = (re.sub(r"`````.*?`````", "", guide(name), flags=re.DOTALL) for name in GUIDES)
    for said in (r"^#+ ", r"`([^`\n]+)`", r"^\|(?: `([^`]+)`)?", r"assets/pictures/(?:zh_CN/)?([\w-]+\.png)"):
        assert re.findall(said, chinese, re.M) == re.findall(said, english, re.M)
    check_alike(*map(example_of, GUIDES))
    assert "(TEACHING.zh_CN.md)" in english
    assert "(TEACHING.md)" in chinese
