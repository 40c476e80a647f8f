"""The rows in a table: sorted by a click on a head, a row chosen as the example by a click on it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from playground.ui.plots.rows.content import Content
from playground.ui.plots.rows.head import RowHead
from playground.ui.plots.rows.model import BEFORE, RowModel
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

SAMPLED, WIDEST = 60, 190
STYLE = """
QTableView {{ background: {panel}; border: none; color: {ink}; gridline-color: {line};
              selection-background-color: {hover}; selection-color: {ink}; }}
QTableView::item {{ padding: 0 6px; }}
QHeaderView {{ background: {panel}; border: none; }}
"""


class RowGrid(QTableView):
    """`sort_asked(column)` is one of the content's, None for the order of the data; `row_chosen` a row of the data;
    `sift_asked` is a clause that a person picked from a cell."""

    sort_asked = Signal(object)
    row_chosen = Signal(int)
    sift_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(theme)
        self.setModel(self.rows)
        self.head = RowHead(self.rows, theme, self)
        self.setHorizontalHeader(self.head)
        self.head.setSectionsMovable(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(9, 9))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Rows of the data"))
        self.setToolTip(self.tr("Click a row to see it in every view; click a column's head to sort."))
        self.head.sectionClicked.connect(self._ask_sort)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self._fitted: tuple[str, ...] = ()
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = self.rows.theme = self.head.theme = theme
        self.setFont(scaled_font(SMALLER, fixed_digits=True))
        colours = {name: getattr(theme, name) for name in ("panel", "ink", "line", "hover")}
        self.setStyleSheet(STYLE.format(**colours))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 7)
        self._fitted = ()
        self._fit()

    def show_rows(self, content: Content | None, order: NDArray[np.intp]) -> None:
        """These rows of the content, in this order."""
        kept = self.verticalScrollBar().value()
        self.head.show_content(content)
        self.rows.show_rows(content, order)
        self.verticalScrollBar().setValue(kept)
        self._fit()

    def show_chosen(self, row: int | None) -> None:
        """The data's row that is the chosen example is marked, where it is listed."""
        content = self.rows.content
        place = -1
        if content is not None and row is not None:
            found = np.flatnonzero(content.rows[self.rows.order] == row)
            place = int(found[0]) if len(found) else -1
        if place < 0:
            self.clearSelection()
        elif not self.selectionModel().isRowSelected(place, QModelIndex()):
            self.selectRow(place)

    def _fit(self) -> None:
        """Columns as wide as their heads and first cells need, once for each set of columns."""
        content = self.rows.content
        names = () if content is None else tuple(map(self.rows.title, range(self.rows.columnCount())))
        if content is None or names == self._fitted:
            return
        self._fitted = names
        metrics, count = self.fontMetrics(), len(content.rows)
        # From the first to the last, so that both parts of the data are among them.
        shown = sorted({round(at * (count - 1) / SAMPLED) for at in range(SAMPLED + 1)} if count else ())
        for section in range(len(names)):
            cells = max((metrics.horizontalAdvance(self.rows.words(row, section - BEFORE)) for row in shown), default=0)
            self.setColumnWidth(section, min(max(self.head.wide(section), cells + 34), WIDEST))

    def _ask_sort(self, section: int) -> None:
        # The number and the part: the data are in the order of both.
        self.sort_asked.emit(None if section < BEFORE else section - BEFORE)

    def _choose(self, index: QModelIndex) -> None:
        if self.rows.content is not None and index.isValid():
            self.row_chosen.emit(int(self.rows.content.rows[self.rows.order[index.row()]]))

    def _offer(self, at: QPoint) -> None:
        clause = self.clause_at(self.indexAt(at))
        if clause:
            menu = QMenu(self)
            menu.addAction(
                self.tr("Only rows with {clause}").format(clause=clause), lambda: self.sift_asked.emit(clause)
            )
            menu.exec(self.viewport().mapToGlobal(at))
            menu.deleteLater()

    def clause_at(self, index: QModelIndex) -> str:
        """What the filter calls rows that have the same in this column; "" where there is nothing."""
        content, column = self.rows.content, index.column() - BEFORE
        if content is None or not index.isValid() or column < -1:
            return ""
        words = self.rows.words(int(self.rows.order[index.row()]), column)
        return words if column < 0 or not words else f"{content.columns[column].name} = {words}"
