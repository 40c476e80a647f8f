"""The place of the window that a lesson's step is about: the network, or the lab with what the lesson asks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from playground.lab.losses import LossQuestion
from playground.lab.reading import Unreadable
from playground.lab.values import Chain
from playground.lessons.lab import asked_of
from playground.lessons.lesson import Lab, Lesson, Load


def place_of(lesson: Lesson, step: int) -> Lab | Load | None:
    """What opens the place that a step is about: in it, or in the last one before it that opens any; a lab first."""
    for number in range(step, -1, -1):
        parts = lesson.steps[number].parts
        for kind in (Lab, Load):
            found = next((part for part in parts if isinstance(part, kind)), None)
            if found is not None:
                return found
    return None


def _asked(lab: Lab) -> Chain | LossQuestion | None:
    """The calls or the loss that a block tells of; None where it is faulty, which the lesson's bar says."""
    try:
        return asked_of(lab)
    except (KeyError, Unreadable):
        return None


class Visiting(QObject):
    """`lab_asked` wants the lab, with other calls unless it is None; `network_asked` wants the network."""

    lab_asked = Signal(object)
    network_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # The lesson and the block whose calls stand in the lab: what a person made of them since is theirs.
        self._stands: tuple[str, int] | None = None

    def go(self, lesson: Lesson, step: int) -> None:
        """Where a step is about; calls are opened once, until another step asks for others."""
        place = place_of(lesson, step)
        if isinstance(place, Lab):
            stands = (lesson.name, place.line)
            self.lab_asked.emit(_asked(place) if stands != self._stands else None)
            self._stands = stands
        else:
            self.network_asked.emit()

    def open(self, lab: Lab) -> None:
        """The calls of a block, anew."""
        self.lab_asked.emit(_asked(lab))

    def leave(self) -> None:
        """Another lesson opens its calls again."""
        self._stands = None
