"""Samples as tiles: each picture or sequence with what it is read as and how surely, wrong ones ringed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.datasets.dataset import Dataset, class_names
from playground.ui.plots.examples.inputs import aspect, paint_example
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.plots.output.ordering import Rows
from playground.ui.texts.data import class_title
from playground.ui.texts.examples import example_title, read_text
from playground.ui.texts.numbers import decimals_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

SIDE, AIR, GAP = 48.0, 5.0, 2.0
LEAST_GAP = 9.0
KEYS = Qt.Key
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STEPS = {KEYS.Key_Left: (-1, 0), KEYS.Key_Right: (1, 0), KEYS.Key_Up: (0, -1), KEYS.Key_Down: (0, 1)}


class TileGrid(QWidget):
    """As many whole tiles as there is room for, page after page. `row_chosen(row)` by a click or the arrow keys;
    `turned` when another page is seen."""

    row_chosen = Signal(int)
    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: Rows = np.zeros(0, np.intp)
        self.first = 0
        self.chosen: int | None = None
        self._dataset: Dataset | None = None
        self._found: Predicted | None = None
        self._turned_by = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Samples"))
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._plain = scaled_font(SMALLER, fixed_digits=True)
        self._bold = scaled_font(SMALLER, bold=True, fixed_digits=True)
        self._line = QFontMetricsF(self._bold).height()
        self.updateGeometry()
        self.update()

    def show_rows(self, dataset: Dataset, rows: Rows) -> None:
        """These rows of the data, in this order."""
        self._dataset, self.rows = dataset, rows
        self._show_page_of(self.chosen)

    def show_found(self, found: Predicted | None) -> None:
        """What is predicted of all rows; None where nothing is yet."""
        self._found = found
        self.update()

    def show_chosen(self, row: int | None) -> None:
        """Ring the chosen example and turn to its page."""
        if row != self.chosen:
            self.chosen = row
            self._show_page_of(row)

    def _show_page_of(self, row: int | None) -> None:
        at = np.flatnonzero(self.rows == row)
        place = int(at[0]) if len(at) else min(self.first, max(len(self.rows) - 1, 0))
        self._begin_with(place // self.on_page * self.on_page)

    def _begin_with(self, first: int) -> None:
        self.first = first
        self.update()
        self.turned.emit()

    # Pages

    @property
    def columns(self) -> int:
        return max(int((self.width() - 2 * AIR + LEAST_GAP) // (self._wide + LEAST_GAP)), 1)

    @property
    def _wide(self) -> float:
        """How wide a tile is."""
        return SIDE if self._dataset is None else SIDE * aspect(self._dataset.settings.facts)

    @property
    def pitch(self) -> tuple[float, float]:
        """From one tile to the next, across and down."""
        across = (self.width() - 2 * AIR - self._wide) / max(self.columns - 1, 1)
        return min(across, self._wide + 2 * LEAST_GAP), SIDE + 2 * AIR + GAP + self._line

    @property
    def on_page(self) -> int:
        """How many tiles there is room for."""
        return self.columns * max(int(self.height() // self.pitch[1]), 1)

    @property
    def last(self) -> int:
        """The place behind the last one that is seen."""
        return min(self.first + self.on_page, len(self.rows))

    def turn(self, by: int) -> None:
        """Some pages on, or back."""
        first = self.first + by * self.on_page
        if 0 <= first < len(self.rows):
            self._begin_with(first)

    def turn_to_first(self) -> None:
        """The page that an order begins with, wherever the chosen one is."""
        self._begin_with(0)

    def sizeHint(self) -> QSize:
        return QSize(int(6 * (SIDE + LEAST_GAP)), int(3 * self.pitch[1]))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(2 * (SIDE + LEAST_GAP)), int(self.pitch[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_page_of(self.chosen)

    # Tiles

    def tile(self, place: int) -> QRectF:
        """Where the picture of the sample at this place of the rows stands."""
        down, across = divmod(place - self.first, self.columns)
        return QRectF(AIR + across * self.pitch[0], AIR + down * self.pitch[1], self._wide, SIDE)

    def row_at(self, at: QPointF) -> int | None:
        """The data's row whose tile stands here."""
        for place in range(self.first, self.last):
            if self.tile(place).adjusted(-AIR, -AIR, AIR, self._line + GAP).contains(at):
                return int(self.rows[place])
        return None

    def _place_in_found(self, row: int) -> int | None:
        """Where predictions have the row; None where there are none of it."""
        if self._found is None:
            return None
        at = int(np.searchsorted(self._found.rows, row))
        return at if at < len(self._found.rows) and self._found.rows[at] == row else None

    def words(self, row: int) -> tuple[str, str, bool]:
        """What the row is read as, how surely in percent, and whether that is wrong; "" where it is not known.

        Where values are predicted: that of the row, which is neither sure nor wrong.
        """
        at = self._place_in_found(row)
        if at is None or self._found is None:
            return "", "", False
        if not self._found.decides:
            return decimals_text(float(self._found.values[1][at]), 2), "", False
        guessed = int(self._found.guessed[at])
        share = f"{100 * self._found.shares[at, guessed]:.0f} %"
        return class_title(self._found.names[guessed]), share, guessed != int(self._found.true[at])

    def spoken(self, row: int) -> str:
        """ "Picture 1,776, a 7, read as 9, 58 %"."""
        assert self._dataset is not None
        guessed, share, _ = self.words(row)
        names, said = class_names(self._dataset.settings), guessed
        if names:
            said = read_text(guessed, class_title(names[int(self._dataset.labels[row])]))
        return ", ".join(filter(None, (example_title(self._dataset.settings.facts, row), said, share)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dataset is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        facts = self._dataset.settings.facts
        for place in range(self.first, self.last):
            row, where = int(self.rows[place]), self.tile(place)
            paint_example(painter, where, self._dataset.points[row], facts, self.theme)
            guessed, share, wrong = self.words(row)
            if wrong:
                self._ring(painter, where.adjusted(-2, -2, 2, 2), "problem")
            if row == self.chosen:
                out = 4.5 if wrong else 2
                self._ring(painter, where.adjusted(-out, -out, out, out), "accent")
            self._write(painter, where, guessed, share, wrong)

    def _ring(self, painter: QPainter, where: QRectF, colour: str) -> None:
        painter.setPen(QPen(self.theme.colour(colour), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, 5, 5)

    def _write(self, painter: QPainter, where: QRectF, guessed: str, share: str, wrong: bool) -> None:
        """The class and its share below the picture; their places do not depend on the numbers."""
        line = QRectF(where.left() - 5, where.bottom() + AIR, where.width() + 10, self._line)
        # A digit needs less room than its share, a word more.
        middle = where.left() + (0.3 if where.width() == SIDE else 0.66) * where.width()
        painter.setFont(self._bold)
        painter.setPen(self.theme.colour("problem" if wrong else "ink"))
        name = QFontMetricsF(self._bold).elidedText(guessed or "–", Qt.TextElideMode.ElideRight, middle - line.left())
        painter.drawText(QRectF(line.left(), line.top(), middle - line.left(), line.height()), RIGHT, name)
        painter.setFont(self._plain)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(QRectF(middle, line.top(), line.right() - middle, line.height()), RIGHT, share)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip("" if row is None else self.spoken(row)), self)
            return True
        return super().event(event)

    # Choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if row is not None:
            self._choose(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (KEYS.Key_PageUp, KEYS.Key_PageDown):
            self.turn(1 if key == KEYS.Key_PageDown else -1)
        elif key in STEPS and len(self.rows):
            across, down = STEPS[key]
            at = np.flatnonzero(self.rows == self.chosen)
            place = int(at[0]) + across + down * self.columns if len(at) else self.first
            if 0 <= place < len(self.rows):
                self._choose(int(self.rows[place]))
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        self.setAccessibleDescription(self.spoken(row))
        self.row_chosen.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A fine wheel tells of many small turns.
        self._turned_by += event.angleDelta().y()
        pages, self._turned_by = int(self._turned_by / 120), int(self._turned_by % 120 if self._turned_by > 0 else 0)
        if pages:
            self.turn(-pages)
