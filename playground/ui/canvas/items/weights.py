"""The weights of the connection or the neuron under the pointer, as a small table in the colours of weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.document.document import Document
from playground.document.graph import DATA, Edge
from playground.document.layers.dense import Dense
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.text import feature_title, node_title
from playground.ui.texts.numbers import is_power, power_text, with_minus
from playground.ui.theme import Theme, signed_rgb

MOST = 8
PAD, GAP, ROW_ROOM = 9.0, 2.0, 5.0
AWAY = QPoint(18, 20)


@dataclass(frozen=True, eq=False)
class Table:
    """values: a row for each value that comes in, a column for each neuron; bias: below them, one for each column.

    At most MOST rows and columns; `size` says how many there are. `hint` is a line below them.
    """

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Floats
    bias: Floats | None
    size: tuple[int, int]
    hint: str = ""


def edge_table(frame: Frame, document: Document, edge: Edge) -> Table | None:
    """The weights on a connection into a Dense layer; None where there are none, or none of this network yet."""
    if edge not in document.graph.edges:
        return None
    title = QCoreApplication.translate("Weights", "Weights, {source} → {target}")
    nodes = document.graph.by_id
    source, target = node_title(nodes[edge.source], document), node_title(nodes[edge.target], document)
    return _table(frame, document, edge.target, title.format(source=source, target=target), slice(None))


def neuron_table(frame: Frame, document: Document, node_id: str, unit: int) -> Table | None:
    """The weights into one neuron of a Dense layer, and its bias."""
    if node_id not in document.graph.by_id:
        return None
    title = QCoreApplication.translate("Weights", "{layer}, neuron {number}")
    layer = node_title(document.graph.by_id[node_id], document)
    return _table(frame, document, node_id, title.format(layer=layer, number=unit + 1), slice(unit, unit + 1))


def _table(frame: Frame, document: Document, node_id: str, title: str, units: slice) -> Table | None:
    node, trained = document.graph.by_id[node_id], frame.graph.by_id.get(node_id)
    weights, sources = frame.weights.get(node_id, ()), document.graph.sources[node_id]
    # An edited layer, or one joined to another, has not learned what the frame's had.
    alike = trained is not None and trained.layer == node.layer and frame.graph.sources[node_id] == sources
    if not (alike and isinstance(node.layer, Dense) and weights and weights[0].ndim == 2):
        return None
    kernel = weights[0][:, units]
    first = units.start or 0
    names = document.data.input_names if sources == (DATA,) else ()
    inputs, outputs = kernel.shape
    rows = [feature_title(names[row]) if len(names) == inputs else str(row + 1) for row in range(min(inputs, MOST))]
    columns = tuple(str(first + column + 1) for column in range(min(outputs, MOST)))
    bias = weights[1][units][:MOST] if len(weights) > 1 else None
    return Table(title, tuple(rows), columns, kernel[:MOST, :MOST], bias, (inputs, outputs))


def weight_text(value: float) -> str:
    """Three figures at most, so that columns stay narrow: −0.42, 12.3, −107."""
    if not np.isfinite(value):
        return "NaN" if np.isnan(value) else "∞" if value > 0 else "−∞"
    digits = 2 if abs(value) < 9.995 else 1 if abs(value) < 99.95 else 0
    return power_text(value) if is_power(value) else with_minus(f"{value:.{digits}f}")


class WeightsLabel(QWidget):
    """Draws a table beside the pointer, inside its parent. Takes no mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.table: Table | None = None
        self._theme: Theme | None = None
        self.hide()

    def show_table(self, table: Table, at: QPoint, fonts: Fonts, theme: Theme) -> None:
        """The table beside the point `at`, on the other side of it where there is no room."""
        self.table, self._fonts, self._theme = table, fonts, theme
        self._measure(table)
        room = self._room.rect().adjusted(4, 4, -4, -4)
        place = at + AWAY
        x = place.x() if place.x() + self.width() <= room.right() else at.x() - AWAY.x() - self.width()
        y = place.y() if place.y() + self.height() <= room.bottom() else at.y() - AWAY.y() - self.height()
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self.raise_()
        self.update()

    def _lines(self, table: Table) -> list[str]:
        """What stands below the numbers: how many are left out."""
        rows, columns = table.values.shape
        if (rows, columns) == table.size:
            return [table.hint] if table.hint else []
        words = QCoreApplication.translate("Weights", "{shown} of {all} are shown")
        return [words.format(shown=f"{rows} × {columns}", all=f"{table.size[0]:,} × {table.size[1]:,}")]

    def _measure(self, table: Table) -> None:
        small, title = QFontMetricsF(self._fonts.small), QFontMetricsF(self._fonts.title)
        names = [*table.rows, *([self._bias_name] if table.bias is not None else [])]
        self._names = max(small.horizontalAdvance(name) for name in names) + 8
        texts = [weight_text(float(value)) for value in table.values.flat]
        self._cell = QSizeF(
            max(small.horizontalAdvance(text) for text in (*texts, "−0.00")) + 12, small.height() + ROW_ROOM
        )
        below = self._lines(table)
        widths = [
            self._names + len(table.columns) * (self._cell.width() + GAP),
            title.horizontalAdvance(table.title),
            *(small.horizontalAdvance(line) for line in below),
        ]
        # The heads of columns tell nothing where there is one.
        self._top = PAD + title.height() + 4 + (small.height() + 2 if len(table.columns) > 1 else 0)
        rows = len(table.rows) * (self._cell.height() + GAP)
        bias = self._cell.height() + GAP + 5 if table.bias is not None else 0
        self._foot = self._top + rows + bias
        self.resize(round(max(widths) + 2 * PAD), round(self._foot + len(below) * small.height() + PAD))

    @property
    def _bias_name(self) -> str:
        return QCoreApplication.translate("Weights", "bias")

    def paintEvent(self, event: QPaintEvent) -> None:
        table, theme = self.table, self._theme
        if table is None or theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(self._fonts.title)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(PAD, PAD, self.width(), 40), table.title)
        painter.setFont(self._fonts.small)
        small = QFontMetricsF(self._fonts.small).height()
        painter.setPen(theme.colour("muted"))
        if len(table.columns) > 1:
            for column, name in enumerate(table.columns):
                place = self._place(column, 0).translated(0, -small - 2)
                painter.drawText(QRectF(place.topLeft(), QSizeF(place.width(), small)), _MIDDLE, name)
        for number, line in enumerate(self._lines(table)):
            painter.drawText(QRectF(PAD, self._foot + 1 + number * small, self.width(), small), line)
        for row, name in enumerate(table.rows):
            self._paint_row(painter, name, row, 0.0, table.values[row])
        if table.bias is not None:
            self._paint_row(painter, self._bias_name, len(table.rows), 5.0, table.bias)

    def _place(self, column: int, row: int) -> QRectF:
        x = PAD + self._names + column * (self._cell.width() + GAP)
        return QRectF(x, self._top + row * (self._cell.height() + GAP), self._cell.width(), self._cell.height())

    def _paint_row(self, painter: QPainter, name: str, row: int, lower: float, values: Floats) -> None:
        assert self._theme is not None
        place = self._place(0, row).translated(0, lower)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRectF(PAD, place.y(), self._names, place.height()), Qt.AlignmentFlag.AlignVCenter, name)
        for column, (value, rgb) in enumerate(zip(values, signed_rgb(values), strict=True)):
            place = self._place(column, row).translated(0, lower)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*map(int, rgb)))
            painter.drawRoundedRect(place, 4, 4)
            # Dark blue is the one colour that dark ink cannot be read on.
            painter.setPen(QColor("#ffffff" if value > 0.85 else "#1d2330"))
            painter.drawText(place, _MIDDLE, weight_text(float(value)))


_MIDDLE = Qt.AlignmentFlag.AlignCenter
