"""The bar of a walk: to its beginning, back, on, to its end; and its acts as dots on a line."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

# The words below dots take at least so much room each, in letters.
LETTERS = 5


class WalkBar(QFrame):
    """`chosen(place)` is the act that a person wants."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("walk_bar")
        self.dots = Dots(theme, self)
        self.dots.chosen.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        # All are checked while they are on.
        self.play, self.table, self.preparing = QToolButton(self), QToolButton(self), QToolButton(self)
        self.play.setCheckable(True)
        self.play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons: list[tuple[QToolButton, str]] = []
        for name, words, place in (
            ("first", self.tr("To the beginning (Home)"), lambda: 0),
            ("chevron-left", self.tr("One step back (←)"), lambda: self.dots.at - 1),
            ("chevron-right", self.tr("One step on (→)"), lambda: self.dots.at + 1),
            ("step", self.tr("To the end (End)"), lambda: len(self.dots.words) - 1),
        ):
            button = QToolButton(self)
            button.setToolTip(tip(words))
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place()))
            row.addWidget(button)
            self._buttons.append((button, name))
            if name == "chevron-left":
                row.addWidget(self.play)
        row.addWidget(self.dots, 1)
        for button, words, help in (
            (
                self.preparing,
                self.tr("Preprocessing"),
                self.tr("Begin with the table's own numbers, and end with the answer in its own unit (P)"),
            ),
            (self.table, self.tr("Table"), self.tr("All gradients as a table, by hand beside the tape's (T)")),
        ):
            button.setText(words)
            button.setToolTip(tip(help))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.preparing.setChecked(True)
        self.preparing.hide()
        self.show_theme(theme)

    def show_acts(self, words: list[str], at: int) -> None:
        """The acts by their words, and the one that the walk stands at."""
        self.dots.words, self.dots.at = words, at
        self.dots.update()

    def show_playing(self, on: bool) -> None:
        """Whether the walk goes on by itself."""
        words = self.tr("Pause (Space)") if on else self.tr("Walk by itself (Space)")
        self.play.setChecked(on)
        self.play.setIcon(icon("pause" if on else "play", self.dots.theme, "ink"))
        self.play.setToolTip(tip(words))
        self.play.setAccessibleName(words)

    def show_theme(self, theme: Theme) -> None:
        self.dots.theme = theme
        self.show_playing(self.play.isChecked())
        for button, name in self._buttons:
            button.setIcon(icon(name, theme, "ink"))
        self.setStyleSheet(
            f"#walk_bar {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 8px; }}"
        )


class Dots(QWidget):
    """The acts on a line; a click chooses one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words: list[str] = []
        self.at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(200, 24 + self.fontMetrics().height())

    def _place(self, number: int) -> QPointF:
        apart = self.width() / max(1, len(self.words))
        return QPointF((number + 0.5) * apart, self.height() / 2 - self.fontMetrics().height() / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = [self._place(number) for number in range(len(self.words))]
        for number, (start, end) in enumerate(itertools.pairwise(places)):
            painter.setPen(QPen(self.theme.colour("accent" if number < self.at else "line"), 2))
            painter.drawLine(start, end)
        apart = self.width() / max(1, len(self.words))
        painter.setFont(scaled_font(SMALLER))
        for number, place in enumerate(places):
            here = number == self.at
            painter.setPen(QPen(self.theme.colour("accent" if number <= self.at else "edge"), 2.5 if here else 1.5))
            painter.setBrush(self.theme.colour("panel" if here or number > self.at else "accent"))
            radius = min(7 if here else 4.5, apart / (2 if here else 3.2))
            painter.drawEllipse(place, radius, radius)
        self._paint_words(painter, places)

    def _paint_words(self, painter: QPainter, places: list[QPointF]) -> None:
        """Where one stands first; others as far as there is room for a few letters of them beside it."""
        metrics, apart = painter.fontMetrics(), self.width() / max(1, len(self.words))
        taken: list[QRectF] = []
        for number in sorted(range(len(places)), key=lambda number: number != self.at):
            words, here = self.words[number], number == self.at
            wide = max(apart - 4, min(90, self.width())) if here else apart - 4
            wide = min(wide, metrics.horizontalAdvance(words) + 2)
            left = min(max(0.0, places[number].x() - wide / 2), self.width() - wide)
            room = QRectF(left, places[number].y() + 9, wide, metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(wide))
            says = len(shown) > LETTERS or shown == words
            if here or (says and not any(room.intersects(one) for one in taken)):
                painter.setPen(self.theme.colour("ink" if here else "muted"))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
                taken.append(room)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.words:
            self.chosen.emit(
                min(len(self.words) - 1, int(event.position().x() / max(1, self.width()) * len(self.words)))
            )
