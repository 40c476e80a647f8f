"""What a written file gave when it was loaded back, in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# Why it is no proof: other numbers, no file that can be read, too long, too much memory or a crash of what reads it,
# nothing on this machine that could read it, no room for what it is compared with, or stopped by a person.
Fault = Literal["", "different", "unreadable", "slow", "crashed", "no_reader", "no_room", "stopped"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What the file at `path` gives for `rows` rows of the network's own data, beside what the network gives.

    difference: the largest between two outputs, None where the file holds no network and was only read back. agreeing:
    the share of rows with the same answer, None where the answers are no classes. size: bytes, of a folder all of its
    files. ran: of a script, for how many epochs it was run; `difference` is then that of its losses. Whatever the
    fault, the file stays as it was written; `details` has what its reader said.
    """

    path: Path
    size: int
    rows: int = 0
    difference: float | None = None
    agreeing: float | None = None
    accuracy: float | None = None
    fault: Fault = ""
    details: str = ""
    ran: int | None = None
