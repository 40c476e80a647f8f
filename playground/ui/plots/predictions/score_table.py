"""Precision, recall and F1 of each class, with their means, as a table."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from playground.datasets.scores import class_scores, confusion
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.texts.data import class_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.live_view import Table

SCALES, HEADER = (1.0, SMALLER, 0.8, 0.72, 0.64, 0.56), 0.9
# Beside a number in its column; and for the scroll bar.
ROOM = 18
STYLE = """
QTableWidget {{ background: {panel}; border: none; color: {ink}; }}
QTableWidget:focus {{ border: 1px solid {accent}; }}
QTableWidget::item {{ padding: 0 3px; border-bottom: 1px solid {line}; }}
QHeaderView, QHeaderView::section {{ background: {panel}; color: {muted}; border: none; padding: 1px 3px; }}
QHeaderView::section {{ font-size: {pixels}px; }}
"""


class ScoreTable(QTableWidget):
    """A row for each class, then the plain mean over classes and the one weighted by their rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.scores: Table | None = None
        self.setAccessibleName(self.tr("Precision and recall"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(30)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._fit_font()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        """As large as lets every number be read, and the names where there is room for both."""
        wide = self.width() > 420
        scale = next((scale for scale in SCALES[not wide :] if self._needs(scale) <= self.width()), SCALES[-1])
        self.setFont(scaled_font(scale, fixed_digits=True))
        colours = {name: getattr(self.theme, name) for name in ("panel", "ink", "muted", "line", "accent")}
        sheet = STYLE.format(pixels=QFontInfo(scaled_font(scale * HEADER)).pixelSize(), **colours)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + (10 if wide else 4))
        modes, widths = QHeaderView.ResizeMode, self._widths(scale)
        for column in range(self.columnCount()):
            self.horizontalHeader().setSectionResizeMode(column, modes.Stretch if wide or not column else modes.Fixed)
            if column and not wide:
                self.setColumnWidth(column, widths[column - 1])

    def _needs(self, scale: float) -> int:
        """How wide the whole would be in this font."""
        body, rows = QFontMetrics(scaled_font(scale)), self.scores.rows if self.scores is not None else ()
        names = max((body.horizontalAdvance(str(row[0])) for row in rows), default=40)
        return min(names, self.width() // 4) + sum(self._widths(scale)) + ROOM

    def _widths(self, scale: float) -> list[int]:
        """Of each column of numbers in this font."""
        body, head = QFontMetrics(scaled_font(scale)), QFontMetrics(scaled_font(scale * HEADER))
        words = self.columns()[1:]
        return [max(body.horizontalAdvance("0.000") + ROOM, head.horizontalAdvance(word) + ROOM // 2) for word in words]

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_font()

    def columns(self) -> tuple[str, ...]:
        return self.tr("Class"), self.tr("Precision"), self.tr("Recall"), self.tr("F1"), self.tr("Rows")

    def show_predicted(self, found: Predicted | None) -> None:
        before, self.scores = self.scores, None if found is None else self.table_of(found)
        if names_of(before) != names_of(self.scores):
            self._fit_font()
        rows = () if self.scores is None else self.scores.rows
        with QSignalBlocker(self):
            self.setHorizontalHeaderLabels(list(self.columns()))
            self.setRowCount(len(rows))
            for at, place in product(range(len(rows)), range(5)):
                value = rows[at][place]
                words = f"{value:.3f}" if isinstance(value, float) else str(value)
                self._write(at, place, words, mean=at >= len(rows) - 2)

    def _write(self, row: int, column: int, text: str, mean: bool) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if item.text() != text:
            item.setText(text)
        item.setForeground(self.theme.colour("muted" if mean and column == 0 else "ink"))

    def table_of(self, found: Predicted) -> Table:
        """What stands in the table, as numbers."""
        scores = class_scores(confusion(found.true, found.guessed, len(found.names)))
        numbers = zip(scores.precision, scores.recall, scores.f1, scores.rows, strict=True)
        names = map(class_title, found.names)
        rows = [(name, float(p), float(r), float(f), int(n)) for name, (p, r, f, n) in zip(names, numbers, strict=True)]
        means = ((self.tr("Mean"), scores.macro()), (self.tr("Weighted"), scores.weighted()))
        return Table(self.columns(), (*rows, *((name, *mean, len(found.rows)) for name, mean in means)))


def names_of(table: Table | None) -> list[object]:
    """The first column of a table."""
    return [row[0] for row in table.rows] if table is not None else []
