"""What the trainer answers to what was asked of it once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reply:
    """How an export went: `error` is None where it worked."""

    path: Path
    error: Exception | None = None
