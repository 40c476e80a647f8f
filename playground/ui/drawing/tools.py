"""The row above the plane: the classes, the tools, the size of the brush."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSlider, QToolButton, QWidget

from playground.datasets.making.drawn import MOST_CLASSES, TOOLS
from playground.ui.drawing.plane import LARGEST, SMALLEST
from playground.ui.icons import icon
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.parts import tool_button
from playground.ui.widgets.plain import tip

NAMES = (
    QT_TRANSLATE_NOOP("Text", "Blue"), QT_TRANSLATE_NOOP("Text", "Orange"), QT_TRANSLATE_NOOP("Text", "Green"),
    QT_TRANSLATE_NOOP("Text", "Pink"), QT_TRANSLATE_NOOP("Text", "Yellow"), QT_TRANSLATE_NOOP("Text", "Sky blue"),
)  # fmt: skip
WORDS = {
    "brush": QT_TRANSLATE_NOOP("Text", "Brush (B)"), "spray": QT_TRANSLATE_NOOP("Text", "Spray (S)"),
    "erase": QT_TRANSLATE_NOOP("Text", "Erase (E)"), "move": QT_TRANSLATE_NOOP("Text", "Move (M)"),
}  # fmt: skip
# The slider's steps from the smallest brush to the largest.
STEPS = 20


def class_name(index: int) -> str:
    """What a painted class is called: its colour."""
    return say(NAMES[index])


class ToolRow(QWidget):
    """`changed()` where a person has chosen another class, tool or size; `kind`, `tool` and `reach` are what is."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known, self._curve = 2, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._classes, self._tools = QButtonGroup(self), QButtonGroup(self)
        self.chips = [self._chip(index) for index in range(MOST_CLASSES)]
        for chip in self.chips:
            row.addWidget(chip)
        self.more = tool_button(QIcon(), self.tr("Another class, up to six"), framed=True)
        self.more.clicked.connect(self.add_class)
        row.addWidget(self.more)
        row.addStretch()
        self.tools = {name: self._tool(name) for name in TOOLS}
        for button in self.tools.values():
            row.addWidget(button)
        self.slider = self._size()
        row.addSpacing(6)
        row.addWidget(self.slider)
        self.chips[0].setChecked(True)
        self.tools["brush"].setChecked(True)
        self.show_theme(theme)
        self.show_counts((), False)

    def _size(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setValue(5)
        slider.setFixedWidth(90)
        slider.setAccessibleName(self.tr("Size of the brush"))
        slider.setToolTip(tip(self.tr("Size of the brush: [ and ]")))
        slider.valueChanged.connect(self.changed)
        return slider

    def _chip(self, index: int) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName(f"button:class {index + 1}")
        chip.setCheckable(True)
        chip.setIcon(_dot(QColor(*CLASS_COLOURS[index])))
        colour = QColor(*CLASS_COLOURS[index]).name()
        chip.setStyleSheet(f"QPushButton:checked {{ border: 2px solid {colour}; padding: 4px 7px; }}")
        self._classes.addButton(chip)
        chip.clicked.connect(self.changed)
        return chip

    def _tool(self, name: str) -> QToolButton:
        button = tool_button(QIcon(), say(WORDS[name]))
        button.setObjectName(f"button:{name}")
        button.setCheckable(True)
        self._tools.addButton(button)
        button.clicked.connect(self.changed)
        return button

    @property
    def kind(self) -> int:
        return next((index for index, chip in enumerate(self.chips) if chip.isChecked()), 0)

    @property
    def tool(self) -> str:
        return next(name for name, button in self.tools.items() if button.isChecked())

    @property
    def reach(self) -> float:
        """In the units of the plane."""
        return float(SMALLEST * (LARGEST / SMALLEST) ** (self.slider.value() / STEPS))

    def choose_class(self, index: int) -> None:
        if index < self._known and not self._curve:
            self.chips[index].setChecked(True)
            self.changed.emit()

    def choose_tool(self, name: str) -> None:
        self.tools[name].setChecked(True)
        self.changed.emit()

    def add_class(self) -> None:
        """One more, which is what one paints with next."""
        self._known = min(self._known + 1, MOST_CLASSES)
        self.chips[self._known - 1].setVisible(True)
        self.more.setVisible(self._known < MOST_CLASSES)
        self.choose_class(self._known - 1)

    def show_counts(self, counts: Sequence[int], curve: bool) -> None:
        """How many points each class has; none of it for a curve."""
        self._curve, self._known = curve, max(self._known, len(counts))
        for index, chip in enumerate(self.chips):
            count = counts[index] if index < len(counts) else 0
            chip.setText(f"{class_name(index)}  {count}" if self._known <= 4 else str(count))
            chip.setMinimumWidth(chip.fontMetrics().horizontalAdvance(chip.text()) + 56)
            chip.setAccessibleName(self.tr("{name}, {count} points").format(name=class_name(index), count=count))
            chip.setToolTip(tip(f"{class_name(index)} ({index + 1})"))
            chip.setVisible(index < self._known and not curve)
        self.more.setVisible(self._known < MOST_CLASSES and not curve)
        if self.kind >= self._known:
            with QSignalBlocker(self):
                self.chips[0].setChecked(True)

    def show_theme(self, theme: Theme) -> None:
        self.more.setIcon(icon("plus", theme))
        for name, button in self.tools.items():
            button.setIcon(icon(name, theme))


def _dot(colour: QColor) -> QIcon:
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(5, 5, 22, 22))
    return QIcon(pixmap)
