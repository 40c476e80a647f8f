"""What a problem is, and a click that mends one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from playground.document.document import Document

Values = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """One click that mends a problem: `code` and `values` name it, `apply` is the edit."""

    code: str
    values: Values
    apply: Callable[[Document], Document] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a node ("" for the whole document). An error stops training, a warning spoils it.

    `member` is the node in a closed group that it is about, where `node` is the group's card.
    """

    code: str
    node: str
    severity: Literal["error", "warning"]
    values: Values = ()
    fixes: tuple[Fix, ...] = ()
    member: str = ""
