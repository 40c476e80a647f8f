"""A variable over its assignments: what it was after each of them, side by side, with what each one changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer, LabMoment
from playground.lab.code import written_on
from playground.lab.operations.table import OPERATIONS
from playground.ui.lab.tensors.cells import ROUND, cell_colours, cell_text, exact_text, largest_of, paint_cell
from playground.ui.lab.tensors.sheet import REST, WITH_NUMBERS, Sheet, sheet_of, whole
from playground.ui.texts.lab.operations import operation_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.parts import CutLabel
from playground.ui.widgets.plain import tip

# In pixels: a cell at most, all cells together, the words above them, between two moments, and around a ring.
CELL, HIGHEST, WORDS, BETWEEN, GAP, RING = 34, 170, 22, 36, 3, 2
LEAST_WIDE, HIGHEST_IN_LOW = 96, 96


@dataclass(frozen=True, slots=True)
class Moment:
    """What is written above a value, its cells, their colours, and which of them the assignment changed."""

    title: str
    values: list[object]
    colours: NDArray[np.uint8]
    changed: frozenset[int]


def moments_of(answer: LabAnswer, start: str) -> list[Moment]:
    """A moment for each assignment; none where a variable was only made, or is too large to be shown."""
    history = answer.history
    if len(history) < 2 or any(one.value.values is None for one in history):
        return []
    largest = max(largest_of(one.value) for one in history)
    found: list[Moment] = []
    before: NDArray[np.generic] | None = None
    for one in history:
        values = one.value.values
        assert values is not None
        changed = np.flatnonzero(values.ravel() != before) if before is not None else ()
        colours = cell_colours(one.value, largest)
        title = _title(answer, one, start)
        found.append(Moment(title, values.ravel().tolist(), colours, frozenset(map(int, changed))))
        before = values.ravel()
    return found


def _title(answer: LabAnswer, moment: LabMoment, start: str) -> str:
    calls = answer.question.chain.calls
    if moment.step < 0 or not OPERATIONS[calls[moment.step].operation].variables:
        return start
    return written_on(calls[moment.step])


class Rows(QWidget):
    """The values, painted: a column of cells for each moment, so that a cell's history is a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.moments: list[Moment] = []
        # Whether the lab has little height.
        self.is_low = False
        self._places, self._sheet = whole(()), sheet_of(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_moments(self, moments: list[Moment], shape: tuple[int, ...]) -> None:
        self.moments = moments
        places = whole(shape)
        # A vector stands upright.
        self._places = places.reshape(-1, 1) if len(shape) == 1 else places
        self._sheet = sheet_of(self._places.shape)
        said = [f"{one.title}: {', '.join(map(cell_text, one.values[:12]))}" for one in moments]
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def _wide(self) -> float:
        """What a moment has of the width, with the arrow behind it."""
        return self.width() / max(1, len(self.moments))

    @property
    def _side(self) -> float:
        across = (self._wide - BETWEEN) / self._sheet.width
        return max(1.0, min(CELL, across, (HIGHEST_IN_LOW if self.is_low else HIGHEST) / self._sheet.height))

    def sizeHint(self) -> QSize:
        count = len(self.moments)
        return QSize(count * LEAST_WIDE, WORDS + round(self._sheet.height * self._side) + 2 * RING)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QEvent) -> None:
        self.updateGeometry()

    def box(self, number: int, at: int) -> QRectF:
        """Where a cell of a moment stands."""
        x, y = self._sheet.corner(at)
        side = self._side
        gap = GAP if side >= WITH_NUMBERS else 0
        return QRectF(number * self._wide + RING + x * side, WORDS + RING + y * side, side - gap, side - gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, moment in enumerate(self.moments):
            painter.setFont(scaled_font(SMALL, bold=number == len(self.moments) - 1))
            painter.setPen(self._theme.colour("ink" if number == len(self.moments) - 1 else "muted"))
            room = QRectF(number * self._wide, 0, self._wide - 12, WORDS)
            words = painter.fontMetrics().elidedText(moment.title, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            self._paint_cells(painter, number, moment)
            if number:
                self._paint_arrow(painter, number)

    def _paint_cells(self, painter: QPainter, number: int, moment: Moment) -> None:
        painter.setFont(scaled_font(min(1.0, self._side / 30), fixed_digits=True))
        for at, place in enumerate(self._places.ravel().tolist()):
            box = self.box(number, at)
            if place == REST:
                painter.setPen(self._theme.colour("muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "…")
                continue
            paint_cell(painter, box, QColor(*moment.colours[place].tolist()), cell_text(moment.values[place]))
            if place in moment.changed:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("accent"), RING))
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), ROUND, ROUND)

    def _paint_arrow(self, painter: QPainter, number: int) -> None:
        """From the moment before; behind a wide tensor there is less room for it."""
        middle = WORDS + RING + self._sheet.height * self._side / 2
        end = number * self._wide - 6
        start = max(end - 20, end - self._wide + self._sheet.width * self._side + 10)
        painter.setPen(QPen(self._theme.colour("edge"), 1.4))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        painter.drawPolyline([QPointF(end - 4, middle - 4), QPointF(end, middle), QPointF(end - 4, middle + 4)])

    def told(self, point: QPointF) -> str:
        """Of the cell there its exact value, and by how much it has changed."""
        for number, moment in enumerate(self.moments):
            for at, place in enumerate(self._places.ravel().tolist()):
                if place != REST and self.box(number, at).contains(point):
                    value = moment.values[place]
                    if place not in moment.changed:
                        return exact_text(value)
                    return f"{exact_text(self.moments[number - 1].values[place])} → {exact_text(value)}"
        return ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            told = self.told(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(told), self) if told else QToolTip.hideText()
            return True
        return super().event(event)


class Watch(QWidget):
    """Seen for variables that are assigned to. `followed` asks for another assignment, by the operation's name."""

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self._said = Rows(theme), CutLabel("", scale=SMALL, muted=True)
        self.again = QPushButton(self.tr("Assign again"), self)
        self.again.setToolTip(self.tr("One more assignment to the same variable, as the next step"))
        menu = QMenu(self.again)
        for operation in OPERATIONS.values():
            if operation.variables:
                action = menu.addAction(operation_title(operation.name))
                action.triggered.connect(lambda _=False, name=operation.name: self.followed.emit(name))
        self.again.setMenu(menu)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._said, 1)
        head.addWidget(self.again)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.hide()

    def show_answer(self, answer: LabAnswer, has_room: bool) -> None:
        """Gone for what is no variable; `has_room`: whether another step may follow."""
        moments = moments_of(answer, self.tr("start"))
        self.setVisible(bool(answer.history))
        self.rows.setVisible(bool(moments))
        self.again.setEnabled(has_room)
        if not answer.history:
            return
        self.rows.show_moments(moments, answer.history[-1].value.shape)
        facts = dict(answer.facts)
        said = [str(facts["name"])] if facts.get("name") else []
        said.append(self.tr("trainable") if facts.get("trainable") else self.tr("not trainable"))
        if moments:
            said.append(self.tr("the same variable after each assignment; ringed is what it changed"))
        self._said.setText(" · ".join(said))

    def show_low(self, low: bool) -> None:
        """With little height cells are smaller."""
        self.rows.is_low = low
        self.rows.updateGeometry()

    def show_theme(self, theme: Theme) -> None:
        self.rows.show_theme(theme)
