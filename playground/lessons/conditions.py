"""A goal's condition: `validation_accuracy >= 95 % and neurons <= 4`. Parsed, never evaluated as Python."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as it was written, and what was read of it."""

    text: str
    tree: ast.expr
