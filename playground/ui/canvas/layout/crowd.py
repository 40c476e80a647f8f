"""Which boxes stand where, found without asking each of them. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from playground.ui.canvas.layout.box import Box

CELL = 256.0


class Crowd:
    """Boxes sorted into the cells of a wide grid."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for cell in _cells(box, 0.0):
            self._cells[cell].append(box)

    def remove(self, box: Box) -> None:
        """One that was added."""
        for cell in _cells(box, 0.0):
            self._cells[cell].remove(box)

    def near(self, box: Box, gap: float) -> list[Box]:
        """Those that come closer to `box` than `gap`."""
        found = (other for cell in _cells(box, gap) for other in self._cells.get(cell, ()) if other.meets(box, gap))
        return list(dict.fromkeys(found))

    def meets(self, box: Box, gap: float = 0.0) -> bool:
        """Whether any of them comes closer to `box` than `gap`."""
        return any(other.meets(box, gap) for cell in _cells(box, gap) for other in self._cells.get(cell, ()))


def _cells(box: Box, gap: float) -> Iterator[tuple[int, int]]:
    for column in range(int((box.x - gap) // CELL), int((box.x + box.width + gap) // CELL) + 1):
        for row in range(int((box.y - gap) // CELL), int((box.y + box.height + gap) // CELL) + 1):
            yield column, row
