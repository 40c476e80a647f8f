"""What a lesson is: steps, each a row of parts, as a teacher's file lays them down. Frozen values.

Every part knows the `line` of the file, counted from 1, that it began on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playground.lessons.conditions import Condition

_INPUT = re.compile(r"(\w+) *= *([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))")
Keep = Literal["nothing", "data", "weights"]


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown between the blocks, with `$formulas$`, `{{values}}` and `[links](do:play)`."""

    line: int
    markdown: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A row of the data, counted from 1, or, where that is 0, inputs by their names; those not named are 0."""

    row: int = 0
    inputs: tuple[tuple[str, float], ...] = ()


def read_sample(text: str) -> Sample | None:
    """From `3`, or `x1 = 1, x2 = 2`; None where it is neither."""
    if re.fullmatch("[0-9]{1,9}", text):
        return Sample(int(text)) if int(text) else None
    found = [_INPUT.fullmatch(part.strip()) for part in re.split("[,，]", text.replace("−", "-"))]
    named = tuple((one[1], float(one[2])) for one in found if one is not None)
    return Sample(inputs=named) if len(named) == len(found) else None


@dataclass(frozen=True, slots=True)
class Load:
    """Opens a document: `example:circle`, `file:name.playground` beside the lesson, or `link:#...`.

    What `keep` names is taken over from the network that was there. `sample` runs through it first.
    """

    line: int
    source: str
    keep: Keep = "nothing"
    sample: Sample | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Points at a control, as `layer:first` or `button:play`; `text` is what the bubble says, in Markdown."""

    line: int
    kind: str
    name: str
    text: str = ""

    @property
    def target(self) -> str:
        """As the file names it."""
        return f"{self.kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Goal:
    """What to reach, in words, and when it is reached."""

    line: int
    text: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Goals:
    """A list to tick; each tick stays once it is made."""

    line: int
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose, and why it is right or not."""

    line: int
    text: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """Choices, or a number within a tolerance, or, with neither, an answer in one's own words.

    `why` explains the number, or is what one might have written. `name` is what `answered("name")` asks for.
    """

    line: int
    text: str
    choices: tuple[Choice, ...] = ()
    answer: float | None = None
    tolerance: float = 0.0
    why: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """Markdown under a title, folded at first."""

    line: int
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Code:
    """Python that TensorFlow runs as it stands; `# value` behind a print is what it prints."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Lab:
    """Opens the tensor lab with these settings, as pairs of name and value."""

    line: int
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """Opens the walk back with these settings, as pairs of name and value."""

    line: int
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Markdown for whoever presents; learners do not see it."""

    line: int
    markdown: str


Part = Text | Load | Point | Goals | Question | Hint | Code | Lab | Walk | Note


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a lesson."""

    line: int
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as it was read.

    `name` is the file without its ending, which progress is kept under; `folder` is where its documents and
    pictures lie. `rows` are those of the curriculum it shows, `row_steps` tells of some of them in which step, from 1;
    `needs` those it builds on. `hides` names controls that
    it does without, as a link does (`playground.document.settings.HIDEABLE`), and views (`view:activation`).
    """

    name: str
    title: str
    steps: tuple[Step, ...]
    rows: tuple[str, ...] = ()
    row_steps: tuple[tuple[str, int], ...] = ()
    minutes: int | None = None
    summary: str = ""
    needs: tuple[str, ...] = ()
    author: str = ""
    hides: tuple[str, ...] = ()
    language: str = ""
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a lesson's file, where (line and column from 1), as a code and what fills its sentence.

    The sentences stand in `ui/texts/lessons.py`, where the window and `playground check` get them.
    """

    line: int
    code: str
    values: tuple[tuple[str, object], ...] = ()
    column: int = 1
