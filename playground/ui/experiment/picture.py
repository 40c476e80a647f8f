"""What the pictures of an experiment share: they paint themselves into any room, on the screen or in a file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.runs.trials import Trial
from playground.ui.experiment.runs_model import Shown
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

MARGIN = 10.0


class Picture(QWidget):
    """`looked` carries the Trial under the pointer, None for none; `chosen` columns and ranges that a person drew."""

    across, up = "", ""
    """Which columns a person has chosen, of those that have a choice."""
    looked = Signal(object)
    ranged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.shown = theme, Shown()
        self.trials: tuple[Trial, ...] = ()
        self.looked_at = ""
        self.setMouseTracking(True)
        self.setMinimumSize(220, 150)

    def show_runs(self, shown: Shown, trials: tuple[Trial, ...]) -> None:
        """Of these runs, which are those that the table has."""
        self.shown, self.trials = shown, trials
        self.update()

    def show_looked(self, key: str) -> None:
        """The run that is looked at, by its key; "" for none."""
        if key != self.looked_at:
            self.looked_at = key
            self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def columns(self) -> tuple[str, ...]:
        """What may stand along a side, where that is a choice."""
        return ()

    def sides(self) -> tuple[str, str] | None:
        """The columns across and up, where there are such."""
        return None

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Paint into that room."""
        raise NotImplementedError

    def at(self, x: float, y: float) -> Trial | None:
        """The run at a place of the widget."""
        raise NotImplementedError

    def room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, 4, -MARGIN, -MARGIN)

    def small(self, bold: bool = False) -> QFont:
        return scaled_font(SMALLER, bold=bold, fixed_digits=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.room())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self.looked.emit(self.at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: object) -> None:
        self.looked.emit(None)

    def say_nothing(self, painter: QPainter, room: QRectF, words: str) -> None:
        """A sentence where there is nothing to draw."""
        painter.setFont(self.small())
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
