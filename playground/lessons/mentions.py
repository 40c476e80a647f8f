"""Which Markdown and which files a lesson is made of."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from playground.lessons.lesson import Goals, Hint, Lesson, Load, Note, Part, Point, Question, Text
from playground.lessons.markdown import parse

FILE = "file:"


def named_files(lesson: Lesson) -> tuple[str, ...]:
    """The documents that it loads and the pictures that it shows, by the names it has for them, each once."""
    found: dict[str, None] = {}
    for step in lesson.steps:
        for part in step.parts:
            if isinstance(part, Load) and part.source.startswith(FILE):
                found[part.source.removeprefix(FILE)] = None
            for markdown in prose_of(part):
                found |= dict.fromkeys(_pictures(markdown))
    return tuple(found)


def prose_of(part: Part) -> Iterator[str]:
    """All Markdown in a part."""
    match part:
        case Text(markdown=markdown) | Hint(markdown=markdown) | Note(markdown=markdown) | Point(text=markdown):
            yield markdown
        case Goals(goals=goals):
            yield from (goal.text for goal in goals)
        case Question(text=text, choices=choices, why=why):
            yield text
            for choice in choices:
                yield from (choice.text, choice.why)
            yield why


def _pictures(markdown: str) -> Iterator[str]:
    if "![" not in markdown:
        return
    for token in parse(markdown):
        for child in token.children or ():
            if child.type == "image":
                yield unquote(str(child.attrs.get("src", "")))
