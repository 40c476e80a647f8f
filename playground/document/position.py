"""Where a node stands on the canvas, and in which form."""

from __future__ import annotations

from dataclasses import dataclass

FORMS = ("card", "folded", "neurons")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a node's top left corner stands on the canvas, in pixels at 100 %, and in which form it is drawn.

    form: "card", "folded" to one line with its title, or opened to its "neurons".
    """

    node: str
    x: float
    y: float
    form: str = "card"
