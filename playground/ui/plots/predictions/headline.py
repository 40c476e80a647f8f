"""The few numbers that say it all, large."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.examples.writing import elided
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.plain import tip

LARGE, LITTLE, SPACE = 1.5, 0.8, 14
# The widest number there usually is, and the widest share.
WIDEST = ("0.000", "100.0 %")


class Headline(QWidget):
    """Each number below its name, the most important at the right; those at the left go first for want of room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.updateGeometry()
        self.update()

    def show_fields(self, *fields: tuple[str, str]) -> None:
        """(name, number) pairs, the most important first."""
        if fields != self.fields:
            self.fields = fields
            self.setToolTip(tip("\n".join(f"{name}: {number}" for name, number in fields)))
            self.setAccessibleName(self.toolTip())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        high = QFontMetricsF(scaled_font(LARGE, bold=True)).ascent() + QFontMetricsF(scaled_font(LITTLE)).height()
        return QSize(int(sum(self._wide(field) for field in self.fields)), int(high) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(50, self.sizeHint().height())

    def needed(self, fields: int) -> int:
        """How wide it must be to show so many of its numbers."""
        return int(sum(self._wide(field) for field in self.fields[:fields])) - SPACE + 2

    def _wide(self, field: tuple[str, str]) -> float:
        """Of the widest number there can be, so that nothing jumps."""
        name, number = field
        large = QFontMetricsF(scaled_font(LARGE, bold=True, fixed_digits=True))
        numbers = max(large.horizontalAdvance(number), large.horizontalAdvance(WIDEST[number.endswith("%")]))
        return max(QFontMetricsF(scaled_font(LITTLE)).horizontalAdvance(name), numbers) + SPACE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, right = QPainter(self), float(self.width())
        little = QFontMetricsF(scaled_font(LITTLE)).height()
        for place, field in enumerate(self.fields):
            wide = self._wide(field)
            if place and right - wide < 0:
                return
            where = QRectF(max(right - wide, 0), 0, min(wide, right), self.height())
            painter.setFont(scaled_font(LITTLE))
            painter.setPen(self.theme.colour("muted"))
            elided(painter, QRectF(where.left(), 0, where.width(), little), Qt.AlignmentFlag.AlignRight, field[0])
            painter.setFont(scaled_font(LARGE, bold=True, fixed_digits=True))
            painter.setPen(self.theme.colour("ink"))
            below = where.adjusted(0, little - 2, 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, field[1])
            right -= wide
