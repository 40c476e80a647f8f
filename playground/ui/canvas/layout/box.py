"""Places and boxes on the canvas."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[float, float]


Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a node takes on the canvas: top left corner and size, in pixels at 100 %."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two come closer than `gap`."""
        return (
            self.x < other.x + other.width + gap
            and other.x < self.x + self.width + gap
            and self.y < other.y + other.height + gap
            and other.y < self.y + self.height + gap
        )
