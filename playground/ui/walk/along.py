"""Along a network that is wider than the walk's room: a scroll bar, and how the network fades where it goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from playground.ui.theme import Theme

# In pixels: its height, how far a press goes, and how much of each end fades.
HIGH, STEP, FADE = 12, 40, 28


class Along(QScrollBar):
    """`moved` is how far a person has scrolled, None as long as the network follows the walk."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.moved: float | None = None
        self.setSingleStep(STEP)
        self.setAccessibleName(self.tr("Along the network"))
        self.valueChanged.connect(self._keep)
        self.hide()

    def _keep(self, value: int) -> None:
        self.moved = value

    def follow(self) -> None:
        """Where the walk stands is seen."""
        self.moved = None

    def turn(self, event: QWheelEvent) -> None:
        """A wheel goes along it, either of its ways."""
        turned = event.angleDelta().x() or event.angleDelta().y()
        if not self.isHidden():
            self.setValue(self.value() - turned)

    def show_room(self, room: QRectF, over: float, moved: float, is_seen: bool) -> None:
        """Below the room; by how much the network is wider, and how much of that lies at the left."""
        self.setVisible(is_seen and over > 0)
        self.setGeometry(round(room.left()), round(room.bottom()) + 2, round(room.width()), HIGH)
        blocked = self.blockSignals(True)
        self.setPageStep(round(room.width()))
        self.setRange(0, round(over))
        self.setValue(round(moved))
        self.blockSignals(blocked)

    def paint_ends(self, painter: QPainter, theme: Theme, room: QRectF) -> None:
        """Over the network, on both sides of the room where there is more of it."""
        if self.isHidden():
            return
        ground, clear, around = theme.colour("canvas"), theme.colour("canvas", 0), room.left()
        for goes_on, start, end in (
            (self.value() > 0, 0.0, around + FADE),
            (self.value() < self.maximum(), room.right() + around, room.right() - FADE),
        ):
            if goes_on:
                fade = QLinearGradient(start, 0, end, 0)
                fade.setColorAt(0, ground)
                fade.setColorAt(around / (around + FADE), ground)
                fade.setColorAt(1, clear)
                painter.fillRect(QRectF(min(start, end), room.top(), around + FADE, room.height()), fade)
