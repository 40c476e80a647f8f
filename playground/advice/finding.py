"""What an adviser can say: one thing that stands out, its proof, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.document.checks.problem import Fix, Values

Kind = Literal["jumps", "thrown", "faded", "saturated", "dead", "parts", "still"]
# What is said first where several things stand out.
ORDER: tuple[Kind, ...] = ("jumps", "thrown", "faded", "saturated", "dead", "parts", "still")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A picture of a few numbers: lines over the epochs, or a bar for each layer.

    lines: of "train" and "validation" losses, each (points,) from 0 to 1, 1 at the top. marked: where along them, 0 to
    1, something began. bars: from 0 to 1, of which the first `faint` are too small.
    """

    lines: tuple[tuple[str, tuple[float, ...]], ...] = ()
    marked: float | None = None
    bars: tuple[float, ...] = ()
    faint: int = 0


@dataclass(frozen=True, slots=True)
class Remedy:
    """The one thing to do. `fix` changes the document; without one the run goes back to its best epoch.

    `anew`: it is felt only by first weights drawn anew, so a new run begins.
    """

    fix: Fix | None = None
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out; `values` fill its sentence, `nodes` are the layers that are meant.

    "jumps": the loss goes up and down, the rate is too high. "thrown": too large a step has left a layer where nothing
    pulls at it. "faded": the gradient does not reach the first layers. "saturated": the output is flat at nearly every
    point. "dead": half of a layer's ReLUs or more are 0 for every point. "parts": validation gets worse while training
    gets better. "still": learning has stood still.
    """

    kind: Kind
    values: Values
    nodes: tuple[str, ...] = ()
    evidence: Evidence = Evidence()
    remedy: Remedy | None = None
