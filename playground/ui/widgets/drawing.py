"""What all live views share: their ground, their headings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import PlainLabel


def fill_panel(widget: QWidget, theme: Theme) -> None:
    """Paint the widget's ground in the panel's colour, its text in ink."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(theme.panel))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.ink))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


class Note(PlainLabel):
    """Quiet words that end in … where there is no room for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        # So that a long one never widens the panel.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_muted(self, theme: Theme) -> None:
        """In the quiet colour of this theme, a little smaller than other words."""
        self.setFont(scaled_font(SMALLER, fixed_digits=True))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("muted"))
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class Heading(QWidget):
    """A bold title, a quiet note after it, and room at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(title, self)
        self.note = Note(self)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.title)
        self.row.addWidget(self.note, 1)

    def show_theme(self, theme: Theme) -> None:
        font = QApplication.font()
        self.title.setFont(scaled_font(bold=True, of=font))
        self.note.setFont(scaled_font(SMALLER, of=font))
        self.setFixedHeight(max(28, QFontMetrics(font).height() + 8))
        palette = self.note.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("muted"))
        self.note.setPalette(palette)
        ink = self.title.palette()
        ink.setColor(QPalette.ColorRole.WindowText, theme.colour("ink"))
        self.title.setPalette(ink)
