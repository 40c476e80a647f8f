"""What stands under the pointer: fields at fixed places, so that no digit moves another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

Fields = tuple[tuple[str, str], ...]
COLUMNS = 2


class Reading(QWidget):
    """Two lines: up to four names with their values, or a sentence while nothing is pointed at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: Fields = ()
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(scaled_font(SMALLER, fixed_digits=True))
        self.setFixedHeight(2 * self._row())
        self.update()

    def show_fields(self, fields: Fields) -> None:
        """Names and values, two on each line; none for the sentence again."""
        if fields != self.fields:
            self.fields = fields
            self._tell()

    def show_words(self, words: str) -> None:
        """What is said while there are no fields."""
        if words != self.words:
            self.words = words
            self._tell()

    def text(self) -> str:
        """All that is to be read now."""
        return ", ".join(f"{name} {value}" for name, value in self.fields) or self.words

    def _tell(self) -> None:
        self.setAccessibleName(self.text())
        self.setToolTip(tip("" if self.fields else self.words))
        self.update()

    def _row(self) -> int:
        return int(QFontMetricsF(self.font()).height()) + 2

    def sizeHint(self) -> QSize:
        return QSize(160, 2 * self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 2 * self._row())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.theme.colour("muted"))
        if not self.fields:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), flags, self.words)
            return
        for index, (name, value) in enumerate(self.fields):
            self._paint_field(painter, index, name, value)

    def _paint_field(self, painter: QPainter, index: int, name: str, value: str) -> None:
        """The name quiet and cut where it is long, the value in ink at the right of its column."""
        wide, metrics = self.width() / COLUMNS, QFontMetricsF(self.font())
        room = QRectF(index % COLUMNS * wide, index // COLUMNS * self._row(), wide - 10, self._row())
        left = room.width() - metrics.horizontalAdvance(value) - 4
        painter.setPen(self.theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle, metrics.elidedText(name, Qt.TextElideMode.ElideRight, left))
        painter.setPen(self.theme.colour("ink"))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, value)
