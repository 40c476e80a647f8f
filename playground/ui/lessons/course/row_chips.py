"""The rows of a part of the curriculum, as an index: what is learned is filled, a click leads to where it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

GAP = 4


class RowChip(QAbstractButton):
    """One row. Without a lesson it is only told."""

    def __init__(self, row: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self._theme, self._learned = row, theme, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(row)

    def show_state(self, learned: bool, taught: bool, says: str) -> None:
        self._learned = learned
        self.setEnabled(taught)
        self.setCursor(Qt.CursorShape.PointingHandCursor if taught else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tip(says))
        self.setAccessibleDescription(says)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(scaled_font(SMALLER))
        return QSize(text.horizontalAdvance(self.row) + 13, text.height() + 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or (self.underMouse() and self.isEnabled())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "accent" if lit else "line"
        painter.setPen(QPen(self._theme.colour(edge), 1) if lit or not self._learned else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent", 30) if self._learned else self._theme.colour("panel"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setOpacity(1.0 if self.isEnabled() else 0.6)
        painter.setFont(scaled_font(SMALLER, bold=self._learned))
        painter.setPen(self._theme.colour("accent" if self._learned else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.row)


class RowChips(QWidget):
    """`asked(row)` on a click. They stand after each other, on as many lines as there is need for."""

    asked = Signal(str)

    def __init__(self, rows: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {row: RowChip(row, theme, self) for row in rows}
        for row, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, row=row: self.asked.emit(row))

    def show_theme(self, theme: Theme) -> None:
        for chip in self.chips.values():
            chip.show_theme(theme)

    def width_of_all(self) -> int:
        """On one line."""
        return sum(chip.sizeHint().width() + GAP for chip in self.chips.values()) - GAP

    def place(self, width: int) -> int:
        """Put them into this width; how high they are then."""
        x = y = high = 0
        for chip in self.chips.values():
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + high + GAP
            chip.setGeometry(x, y, size.width(), size.height())
            x, high = x + size.width() + GAP, size.height()
        return y + high
