"""Where the points of a data set come from: its module in sets/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import ClassVar

from playground.datasets.draws import Floats, Random
from playground.datasets.formulas import Function, function_of

TABLES = Path(__file__).parent / "tables"

Labelled = tuple[Floats, Floats]
"""Points, shape (n, raw inputs), and labels, shape (n,): -1 or +1, the index of the class, or a value."""

Maker = Callable[[Random, int, float], Labelled]
Truth = Callable[[Floats], Floats]
FormulaMaker = Callable[[Random, int, float, Function], Labelled]
FormulaTruth = Callable[[Floats, Function], Floats]
Picture = Callable[[Floats, Floats], Floats]


@dataclass(frozen=True, slots=True)
class Made:
    """Data made by `make`: (random numbers, how many points, noise 0 to 0.8) -> points and labels.

    A script has its source, and that of `truth`: the labels without noise at any points, where there is a rule.
    Noise is drawn even when it is 0, so that changing it leaves the points where they are. `picture` is
    what is shown of it at x1 and x2, from -1 to +1 and 0 for nothing, where that is not the truth; of more than two
    classes how strongly each is seen, 0 to 1, with the classes behind the shape of x1.
    """

    make: Maker
    truth: Truth | None = None
    picture: Picture | None = None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Two classes made by `make`, as `Made`, and told by a typed formula, which both functions take last."""

    picture: ClassVar[None] = None
    classes: ClassVar[tuple[str, ...]] = ()

    make: FormulaMaker
    truth: FormulaTruth

    def truth_of(self, formula: str) -> Truth:
        """The truth of one formula. Raises FormulaError."""
        boundary = function_of(formula)
        return lambda points: self.truth(points, boundary)


@dataclass(frozen=True, slots=True)
class Table:
    """Data that are read. `script` are the lines that do the same in a script, which imports `library` for it.

    Where the network sees other numbers than the table has, `own` gives these, all in one `unit`.
    """

    truth: ClassVar[None] = None

    read: Callable[[], Labelled]
    library: str
    script: str
    picture: Picture
    classes: tuple[str, ...]
    own: Callable[[], Floats] | None = None
    unit: str = ""


Source = Made | Typed | Table


@cache
def source(name: str) -> Source:
    """The source of the data set of that name: "reg-plane" stands in sets/reg_plane.py."""
    found: Source = import_module(f"playground.datasets.sets.{name.replace('-', '_')}").SOURCE
    return found
