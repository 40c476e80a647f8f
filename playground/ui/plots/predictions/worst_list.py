"""The rows that are predicted worst: their inputs, what is right, what is predicted."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from playground.datasets.rows import RowColumn, input_columns
from playground.ui import text
from playground.ui.plots.examples.inputs import aspect, paint_example
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.plots.examples.writing import elided
from playground.ui.texts.data import class_title
from playground.ui.texts.numbers import amount_text, decimals_text, share_text, with_unit
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

MOST, DIGITS = 12, 2
# From so many pixels on, rows are larger.
ROOMY = 420
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WorstList(QListWidget):
    """At most 12 rows, the worst first. `row_chosen(row)` is the data's row that a person takes up."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Worst examples"))
        self.setItemDelegate(RowPainter(self))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setToolTip(self.tr("Click an example to try it."))
        self.found: Predicted | None = None
        self._columns: tuple[RowColumn, ...] = ()
        self.chosen: int | None = None
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(QApplication.font())
        self.setStyleSheet(f"QListWidget {{ background: {theme.panel}; border: none; outline: none; }}")
        self.doItemsLayout()
        self.viewport().update()

    def show_predicted(self, found: Predicted | None) -> None:
        self.found = None if found is None else found.worst(MOST)
        self._columns = ()
        if self.found is not None and not self.found.dataset.settings.facts.by_example:
            self._columns = input_columns(self.found.dataset, self.found.rows)
        rows = [] if self.found is None else self.found.rows.tolist()
        with QSignalBlocker(self):
            current = self.currentItem().data(Qt.ItemDataRole.UserRole) if self.currentItem() else None
            while self.count() > len(rows):
                self.takeItem(self.count() - 1)
            while self.count() < len(rows):
                self.addItem(QListWidgetItem())
            for place, row in enumerate(rows):
                self.item(place).setData(Qt.ItemDataRole.UserRole, row)
                self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, self.spoken(place))
            if current in rows:
                # The keyboard's place stays on the row, wherever that has come to stand.
                self.setCurrentRow(rows.index(current))
        self.viewport().update()

    def show_chosen(self, row: int | None) -> None:
        """The data's row that is the chosen example; its frame shows it."""
        if row != self.chosen:
            self.chosen = row
            self.viewport().update()

    def _choose(self, item: QListWidgetItem) -> None:
        self.row_chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)))

    def fonts(self) -> tuple[QFont, QFont]:
        """Of a row's first line and of the others: larger where there is room."""
        larger = 1.3 if self.width() >= ROOMY else 1.0
        return scaled_font(larger), scaled_font(larger * SMALLER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()

    # Words

    def where(self, place: int) -> str:
        """ "Row 17 · validation"."""
        assert self.found is not None
        row, test = int(self.found.rows[place]) + 1, bool(self.found.tests[place])
        return (
            self.tr("Row {row} · validation").format(row=row) if test else self.tr("Row {row} · train").format(row=row)
        )

    def answers(self, place: int) -> tuple[str, str]:
        """The right answer and the predicted one."""
        found = self.found
        assert found is not None
        if not found.decides:
            true, guessed = (float(values[place]) for values in found.values)
            if found.measure is None:
                return decimals_text(true), decimals_text(guessed)
            return amount_text(true, found.unit), amount_text(guessed, found.unit)
        return class_title(found.names[found.true[place]]), class_title(found.names[found.guessed[place]])

    def measure(self, place: int) -> str:
        """How wrong it is: the probability of the right class, or the distance."""
        found = self.found
        assert found is not None
        if not found.decides:
            distance = float(found.missed[place])
            told = decimals_text(distance) if found.measure is None else amount_text(distance, found.unit)
            return self.tr("off by {distance}").format(distance=told)
        share = share_text(float(1 - found.missed[place]))
        return self.tr("{share} for {name}").format(share=share, name=self.answers(place)[0])

    def inputs(self, place: int) -> str:
        """ "x₁ 0.52   x₂ −1.20"; "" for pictures and traces, which are drawn."""
        found = self.found
        assert found is not None
        return "   ".join(_told(each, place) for each in self._columns if np.isfinite(each.values[place]))

    def spoken(self, place: int) -> str:
        true, guessed = self.answers(place)
        words = self.tr("{where}, true {true}, predicted {guessed}, {measure}")
        said = words.format(where=self.where(place), true=true, guessed=guessed, measure=self.measure(place))
        return f"{said}, {self.inputs(place)}".rstrip(", ")


def _told(column: RowColumn, place: int) -> str:
    """ "body mass 3,750 g", "island Dream"."""
    value = float(column.values[place])
    words = column.words[int(value)] if column.words else decimals_text(value, min(column.decimals, DIGITS))
    return f"{text.feature_title(column.name)} {with_unit(words, column.unit)}"


class RowPainter(QStyledItemDelegate):
    """Paints one row of the list."""

    def __init__(self, of: WorstList) -> None:
        super().__init__(of)
        self._list = of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        first, second = map(QFontMetricsF, self._list.fonts())
        lines = 2 if self._list.found is None or not self._list.inputs(index.row()) else 3
        return QSize(100, int(first.height() + (lines - 1) * second.height()) + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown, place = self._list, index.row()
        if shown.found is None or place >= len(shown.found.rows):
            return
        theme, where = shown.theme, QRectF(option.rect)
        state = option.state
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(where, theme.colour("hover"))
        chosen = int(shown.found.rows[place]) == shown.chosen
        if chosen or state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2 if chosen else 1))
            painter.drawRect(where.adjusted(1, 1, -1, -1))
        painter.setPen(theme.colour("line"))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        where.adjust(4, 5, -4, -6)
        where.setLeft(where.left() + self._paint_input(painter, where, place))
        self._paint_words(painter, where, place)

    def _paint_input(self, painter: QPainter, where: QRectF, place: int) -> float:
        """The picture or the trace, where it is one; the room that it takes."""
        found = self._list.found
        assert found is not None
        facts, values = found.dataset.settings.facts, found.dataset.points[found.rows[place]]
        if not facts.by_example:
            return 0.0
        room = QRectF(where.left(), where.top(), aspect(facts) * where.height(), where.height())
        paint_example(painter, room, values, facts, self._list.theme)
        return room.width() + 10

    def _paint_words(self, painter: QPainter, where: QRectF, place: int) -> None:
        shown = self._list
        assert shown.found is not None
        theme, (font, small) = shown.theme, shown.fonts()
        high, low = QFontMetricsF(font).height(), QFontMetricsF(small).height()
        painter.setFont(font)
        line = QRectF(where.left(), where.top(), where.width(), high)
        self._paint_answers(painter, line, place)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        line = QRectF(where.left(), where.top() + high, where.width(), low)
        elided(painter, line, LEFT, f"{shown.measure(place)} · {shown.where(place)}")
        elided(painter, line.translated(0, low), LEFT, shown.inputs(place))

    def _paint_answers(self, painter: QPainter, line: QRectF, place: int) -> None:
        """ "true 8 → 3", a square of its colour before each class."""
        shown, found = self._list, self._list.found
        assert found is not None
        several = found.output.shape[1] > 1
        metrics, x = QFontMetricsF(painter.font()), line.left()
        classes = (found.true[place], found.guessed[place]) if several else (None, None)
        marks = (self.tr("true"), "→")
        for mark, name, which in zip(marks, shown.answers(place), classes, strict=True):
            painter.setPen(shown.theme.colour("muted"))
            painter.drawText(QPointF(x, line.top() + metrics.ascent()), mark)
            x += metrics.horizontalAdvance(mark) + 6
            if which is not None:
                painter.fillRect(
                    QRectF(x, line.center().y() - 4, 8, 8), QColor(*CLASS_COLOURS[which % len(CLASS_COLOURS)])
                )
                x += 12
            painter.setPen(shown.theme.colour("ink"))
            elided(painter, QRectF(x, line.top(), max(line.right() - x, 0), line.height()), LEFT, name)
            x += metrics.horizontalAdvance(name) + 8
