"""How large this process has become."""

from __future__ import annotations

import time

# Each XLA compilation keeps 8 to 18 MB that nothing gives back, so past this another process should go on.
MOST_BYTES, MOST_TWINS = 1_500_000_000, 24
# Seconds between two looks, and between two times that it is told.
LOOK, TELL = 1.0, 30.0


def anonymous_bytes() -> int:
    """Memory of this process that is no file's; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as lines:
            return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:")), 0)
    except OSError:
        return 0


class Size:
    """Tells now and then that it is too large."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_twins: int = MOST_TWINS) -> None:
        self._most_bytes, self._most_twins = most_bytes, most_twins
        self._next = 0.0

    def has_grown(self, twins: int) -> bool:
        """Whether it is too large with so many compiled structures, and has not just been told."""
        now = time.monotonic()
        if now < self._next:
            return False
        grown = twins >= self._most_twins or anonymous_bytes() > self._most_bytes
        self._next = now + (TELL if grown else LOOK)
        return grown
