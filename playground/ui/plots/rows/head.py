"""The head of each column: its name, which way it sorts, and how its values are spread, train below validation."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from playground.datasets.rows import RowColumn
from playground.ui.plots.rows.content import Content
from playground.ui.plots.rows.model import BEFORE, RowModel
from playground.ui.texts.numbers import amount_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

BARS, MOST_WORDS, BARS_HIGH, ROOM = 16, 24, 24, 12
Counts = tuple[NDArray[np.intp], NDArray[np.intp]]


def bar_counts(column: RowColumn, tests: NDArray[np.bool_]) -> Counts:
    """How many train rows and how many validation rows each bar stands for: numbers in equal steps, words one by one.

    The same steps for both; rows without a value are in none.
    """
    there = np.isfinite(column.values)
    values, apart = column.values[there], tests[there]
    if column.words:
        count = min(len(column.words), MOST_WORDS)
        train, test = (np.bincount(values[part].astype(int), minlength=count)[:count] for part in (~apart, apart))
        return train, test
    if not len(values):
        return np.zeros(1, np.intp), np.zeros(1, np.intp)
    span = (float(values.min()), float(values.max()))
    if span[0] == span[1]:
        return np.array([(~apart).sum()]), np.array([apart.sum()])
    return np.histogram(values[~apart], BARS, span)[0], np.histogram(values[apart], BARS, span)[0]


def spread_words(column: RowColumn) -> str:
    """A column in a few lines: its range, mean and deviation, or how many rows have each word."""
    there = column.values[np.isfinite(column.values)]
    missing = len(column.values) - len(there)
    lines = [column.name]
    if column.words:
        counts = np.bincount(there.astype(int), minlength=len(column.words))
        lines += [f"{word}: {count:,}" for word, count in zip(column.words, counts, strict=True)][:MOST_WORDS]
    elif len(there):
        numbers = (there.min(), there.mean(), np.median(there), there.max(), there.std())
        low, mean, middle, high, spread = (amount_text(float(number), column.unit) for number in numbers)
        words = QCoreApplication.translate(
            "Rows", "from {low} to {high}\nmean {mean}, median {middle}\nstandard deviation {spread}"
        )
        lines.append(words.format(low=low, high=high, mean=mean, middle=middle, spread=spread))
    if missing:
        lines.append(QCoreApplication.translate("Rows", "{count} without a value").format(count=f"{missing:,}"))
    return "\n".join(lines)


class RowHead(QHeaderView):
    """Painted for the model's content; a click sorts, which the view's owner does."""

    def __init__(self, model: RowModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model, self.theme = model, theme
        self._counts: dict[int, Counts] = {}
        self._of: Content | None = None
        self.sorted_by: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(44)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        high = QFontMetrics(scaled_font(SMALLER, bold=True)).height() + BARS_HIGH + 12
        return QSize(super().sizeHint().width(), high)

    def show_content(self, content: Content | None) -> None:
        """Count anew what has changed: of new predictions only these."""
        before, self._of = self._of, content
        kept = (
            {}
            if before is None or content is None
            else {id(column): self._counts.get(at) for at, column in enumerate(before.columns)}
        )
        self._counts = {}
        for at, column in enumerate(() if content is None else content.columns):
            assert content is not None
            self._counts[at] = kept.get(id(column)) or bar_counts(column, content.tests)
        self.viewport().update()

    def show_sorted(self, column: int | None, falls: bool) -> None:
        """By which of the content's columns the rows stand, the largest first where it `falls`."""
        self.sorted_by = None if column is None else (column, falls)
        self.viewport().update()

    def wide(self, section: int) -> int:
        """As wide as its name and bars need."""
        metrics = QFontMetrics(scaled_font(SMALLER, bold=True))
        name = metrics.horizontalAdvance(self._model.title(section)) + 2 * ROOM + 8
        return name if section < BEFORE else max(name, BARS * 5 + 2 * ROOM)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, inner = self.theme, QRectF(rect).adjusted(ROOM / 2, 4, -ROOM / 2, -2)
        painter.save()
        painter.fillRect(rect, theme.colour("panel"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(scaled_font(SMALLER, bold=True))
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("ink" if logicalIndex >= BEFORE else "muted"))
        arrow = ""
        if self.sorted_by is not None and self.sorted_by[0] == logicalIndex - BEFORE:
            arrow = " ↓" if self.sorted_by[1] else " ↑"
        room = inner.width() - metrics.horizontalAdvance(arrow)
        words = metrics.elidedText(self._model.title(logicalIndex), Qt.TextElideMode.ElideRight, int(room)) + arrow
        line = QRectF(inner.left(), inner.top(), inner.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if (counts := self._counts.get(logicalIndex - BEFORE)) is not None:
            self._paint_bars(
                painter, QRectF(inner.left(), inner.bottom() - BARS_HIGH, inner.width(), BARS_HIGH), counts
            )
        painter.restore()

    def _paint_bars(self, painter: QPainter, where: QRectF, counts: Counts) -> None:
        train, test = counts
        most = max(int((train + test).max()), 1)
        wide = min(where.width() / len(train), 18.0)
        for place, (below, above) in enumerate(zip(train.tolist(), test.tolist(), strict=True)):
            x, bottom = where.left() + place * wide, where.bottom()
            for count, name in ((below, "train"), (above, "validation")):
                high = where.height() * count / most
                painter.fillRect(QRectF(x, bottom - high, max(wide - 1, 1), high), self.theme.colour(name, 190))
                bottom -= high

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._of is not None:
            section = self.logicalIndexAt(event.pos()) - BEFORE
            if 0 <= section < len(self._of.columns):
                QToolTip.showText(event.globalPos(), tip(spread_words(self._of.columns[section])), self)
                return True
        return super().viewportEvent(event)
