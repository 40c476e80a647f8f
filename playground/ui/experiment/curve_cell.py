"""Paints the table's cells: a run's curves small in its row, a group's mean with a band."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.runs.bands import Band, band_of, curve_of, highest
from playground.runs.lines import Line
from playground.ui.experiment.cells import STATE
from playground.ui.experiment.runs_model import RunsModel
from playground.ui.texts.runs.plan import state_word
from playground.ui.theme import Theme

ROOM = 5
MARK = 3
BROKEN = ("diverged", "failed", "lost")


class CurveCell(QStyledItemDelegate):
    """Draws every cell; all curves stand on one scale, from 0 to the highest first loss."""

    def __init__(self, runs: RunsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.runs, self.theme = runs, theme
        self.looked_at = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, column = self.runs.lines[index.row()], self.runs.columns[index.column()]
        painter.save()
        self._paint_ground(painter, option, line, index.column() == 0)
        room = QRectF(option.rect).adjusted(ROOM + 14 * (line.inside and index.column() == 0), 2, -ROOM, -2)
        if column == "curve":
            self._paint_curves(painter, room, line)
        else:
            self._paint_text(painter, room, line, column, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, first: bool) -> None:
        # PySide's stubs lack the fields of the option.
        rect, state = option.rect, option.state
        # Qt has painted the whole row as selected.
        painter.fillRect(rect, self.theme.colour("panel"))
        looked = self.looked_at in {trial.key for trial in line.trials}
        if state & QStyle.StateFlag.State_Selected or looked:
            painter.fillRect(rect, self.theme.colour("accent", 40 if looked else 24))
        elif line.inside:
            painter.fillRect(rect, self.theme.colour("window"))
        if looked and first:
            painter.fillRect(QRectF(rect.left(), rect.top(), MARK, rect.height()), self.theme.colour("accent"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_text(
        self, painter: QPainter, room: QRectF, line: Line, column: str, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        text = str(index.data() or "")
        font = painter.font()
        font.setBold(line.is_group and (column in line.settings or column == "test_loss"))
        painter.setFont(font)
        painter.setPen(self.theme.colour(self._ink(line, column)))
        if column == STATE and painter.fontMetrics().horizontalAdvance(text) > room.width():
            text = self._word(line) or text
        side = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _word(self, line: Line) -> str:
        """What became of a run that is over, in one word; "" for others."""
        row = None if line.is_group else self.runs.shown.rows.get(line.trials[0].key)
        return state_word(row.state) if row is not None else ""

    def _ink(self, line: Line, column: str) -> str:
        shown = self.runs.shown
        if line.is_group:
            return "muted" if column in ("median", "n", STATE) else "ink"
        key = line.trials[0].key
        if key in shown.under_way:
            return "accent"
        row = shown.rows.get(key)
        if row is None or column in ("epochs", STATE):
            return "problem" if row is not None and row.state in BROKEN else "muted"
        return "problem" if row.state in BROKEN else "ink"

    def _paint_curves(self, painter: QPainter, room: QRectF, line: Line) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, keys = self.runs.shown, [trial.key for trial in line.trials]
        most = highest(shown.rows, shown.under_way)
        epochs = max(trial.epochs for trial in line.trials)
        if line.is_group:
            band = band_of([curve_of(key, "validation", shown.rows, shown.under_way) for key in keys])
            if band is not None:
                self._paint_band(painter, room, band, epochs, most)
            return
        for side, colour in (("train", "train"), ("validation", "validation")):
            at, values = curve_of(keys[0], side, shown.rows, shown.under_way)
            points = [QPointF(*place(room, x, y, epochs, most)) for x, y in zip(at, values, strict=False)]
            painter.setPen(QPen(self.theme.colour(colour), 1.2 if side == "validation" else 0.8))
            painter.drawPolyline(QPolygonF(points))
            if side == "validation" and points and keys[0] in shown.under_way:
                painter.setBrush(self.theme.colour(colour))
                painter.drawEllipse(points[-1], 2, 2)

    def _paint_band(self, painter: QPainter, room: QRectF, band: Band, epochs: int, most: float) -> None:
        low = [QPointF(*place(room, x, y, epochs, most)) for x, y in zip(band.epochs, band.low, strict=True)]
        high = [QPointF(*place(room, x, y, epochs, most)) for x, y in zip(band.epochs, band.high, strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("validation", 50))
        painter.drawPolygon(QPolygonF([*low, *reversed(high)]))
        painter.setPen(QPen(self.theme.colour("validation"), 1.4))
        middle = [QPointF(*place(room, x, y, epochs, most)) for x, y in zip(band.epochs, band.mean, strict=True)]
        painter.drawPolyline(QPolygonF(middle))


def place(room: QRectF, epoch: float, loss: float, epochs: int, most: float) -> tuple[float, float]:
    """Where an epoch's loss stands in a room of that many epochs, 0 to the highest."""
    share = min(max(loss / most, 0.0), 1.0) if most > 0 else 0.0
    return room.left() + room.width() * min(epoch / max(epochs, 1), 1.0), room.bottom() - room.height() * share
