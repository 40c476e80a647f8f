"""A slider whose handle comes to where it is clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget


class Slider(QSlider):
    """Lies flat. A click on its groove jumps there, and the handle can be dragged on from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, position = self.style(), event.position().toPoint()
        control = QStyle.ComplexControl.CC_Slider
        handle = style.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        if event.button() == Qt.MouseButton.LeftButton and not handle.contains(position):
            groove = style.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
            at, room = position.x() - groove.left() - handle.width() // 2, groove.width() - handle.width()
            value = QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room, option.upsideDown)
            self.setValue(value)
        super().mousePressEvent(event)
