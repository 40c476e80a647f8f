"""What a figure is made of: a few kinds of marks, in points of 1/72 inch, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import east_asian_width

Side = Literal["start", "middle", "end"]
Point = tuple[float, float]

INK, PALE = "#000000", "#555555"
NAMES, WORDS, SIGNS = 11.0, 10.0, 16.0
NARROW, WIDE = "iljftrI.,:;|!'()[]{} ", "mwMW@%"


@dataclass(frozen=True, slots=True)
class Text:
    """One line; y is that of its base line."""

    x: float
    y: float
    text: str
    size: float = WORDS
    side: Side = "middle"
    bold: bool = False
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    round: float = 0.0
    fill: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float
    fill: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Path:
    """From `start` on: each step is a line to one point, or a curve by two handles to the third.

    A `head` is an arrow's point at the end, which leads from left to right unless `down`.
    """

    start: Point
    steps: tuple[tuple[Point, ...], ...]
    width: float = 1.0
    head: bool = True
    down: bool = False


Mark = Text | Rect | Circle | Path


@dataclass(frozen=True, slots=True)
class Part:
    """The marks of a node by its id; of what joins them the id is empty."""

    id: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    width: float
    height: float
    title: str
    parts: tuple[Part, ...]


def text_width(text: str, size: float = WORDS) -> float:
    """About how wide a line is in a wide font without serifs: what measures it here has no fonts."""
    return size * sum(_share(letter) for letter in text)


def _share(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.4
    return 0.95 if letter in WIDE else 0.74 if letter.isupper() else 0.64


def cut(text: str, room: float, size: float = WORDS) -> str:
    """The text with … at its end where it is wider than the room."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The mark so much farther to the right and down."""
    if isinstance(mark, Path):
        steps = tuple(tuple((a + x, b + y) for a, b in step) for step in mark.steps)
        return replace(mark, start=(mark.start[0] + x, mark.start[1] + y), steps=steps)
    return replace(mark, x=mark.x + x, y=mark.y + y)


def bounds(marks: Iterable[Mark]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all of them."""
    lefts, tops, rights, bottoms = zip(*map(_bounds, marks), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _bounds(mark: Mark) -> tuple[float, float, float, float]:
    match mark:
        case Text():
            wide = text_width(mark.text, mark.size)
            left = mark.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.side] * wide
            return left, mark.y - mark.size, left + wide, mark.y + 0.3 * mark.size
        case Rect():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        case Circle():
            return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
    xs, ys = zip(mark.start, *(point for step in mark.steps for point in step), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
