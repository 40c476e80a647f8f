"""How writing a file went."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playground.document.checks.holding import LostError
from playground.frames.formats import UnknownEndingError
from playground.frames.proof import Proof


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: the system's number of it, 0 where it has none, its words, and what fills their {names}.

    Values, as not every exception can go from one process to another.
    """

    number: int = 0
    text: str = ""
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, error: Exception) -> Failure:
        if isinstance(error, OSError):
            return cls(error.errno or 0, error.strerror or str(error))
        if isinstance(error, UnknownEndingError | LostError):
            return cls(0, error.words.sentence, error.words.values)
        return cls(0, str(error) or type(error).__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """`failure` is None where the file is written. `serial` tells which request it answers.

    A second one tells later, with `proof`, what the file gave when it was loaded back.
    """

    path: Path
    failure: Failure | None = None
    serial: int = 0
    proof: Proof | None = None
