"""A text that a person puts on the canvas, and what it points at."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.limits import check, choice, real

COLOURS = ("yellow", "blue", "green", "grey")
NARROWEST, USUAL_WIDTH, WIDEST = 72.0, 184.0, 960.0
LONGEST_TEXT = 4_000
MOST_ARROWS = 32

# What an arrow points at: a node, by its id, or a point of the canvas.
End = str | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Note:
    """(x, y) is its top left corner and `width` its width, in pixels at 100 %; its height follows from the text."""

    id: str
    text: str = ""
    x: float = 0.0
    y: float = 0.0
    width: float = real(USUAL_WIDTH, NARROWEST, WIDEST)
    colour: str = choice(COLOURS[0], COLOURS)
    arrows: tuple[End, ...] = ()

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow of a note; no note has two that point at the same."""

    note: str
    end: End
