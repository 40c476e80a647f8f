"""The view "Table": the rows of the data, sorted and filtered, two columns, and how columns go together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from playground.datasets.dataset import looked_at
from playground.datasets.example import Example, example_of
from playground.datasets.rows import correlations
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.examples.predicted import predicted_of
from playground.ui.plots.examples.target_choice import TargetChoice
from playground.ui.plots.rows.content import (
    MOST_INPUTS,
    Content,
    content_of,
    marks_of,
    order_of,
    rows_table,
    with_predictions,
)
from playground.ui.plots.rows.correlation import Correlation
from playground.ui.plots.rows.grid import RowGrid
from playground.ui.plots.rows.pair_page import PairPage
from playground.ui.plots.rows.pair_plot import PairPlot
from playground.ui.plots.rows.said import help_text, trouble_text
from playground.ui.plots.rows.sifting import SiftError, sifted
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import tip
from playground.ui.widgets.sparing import Sparing

REST = 400  # milliseconds between two looks at new predictions, which a person reads
WIDE, ROOM, MOST_CORRELATED = 620, QSize(760, 300), 64
PAGES = ("rows", "pair", "correlation")


class RowsPanel(LiveView):
    """Its pages show the same rows: those that the filter leaves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._document: Document | None = None
        self._frame: Frame | None = None
        self._stale, self._asked_room, self._told = False, False, ""
        self.content: Content | None = None
        self.chosen: NDArray[np.bool_] = np.zeros(0, bool)
        self.sorting: tuple[int | None, bool] = (None, False)
        # Which of the content's columns the squares of the correlations are of.
        self._correlated: tuple[int, ...] = ()
        self._make_pages(theme)
        self._make_controls(theme)
        self._arrange()
        self._look = Sparing(REST, self._show_predictions, self)
        self.show_theme(theme)

    def _make_pages(self, theme: Theme) -> None:
        self.grid, self.pair, self.matrix = RowGrid(theme), PairPlot(theme), Correlation(theme)
        self.grid.sort_asked.connect(self.sort_by)
        self.grid.sift_asked.connect(self.add_clause)
        for part in (self.grid, self.pair):
            part.row_chosen.connect(self._choose)
        self.matrix.chosen.connect(self._show_cell)
        self.pair_page = PairPage(self.pair)
        self.pair_page.changed.connect(self._show_pair)
        self.up, self.across = self.pair_page.up, self.pair_page.across
        self.stack = QStackedWidget()
        for page in (self.grid, self.pair_page, self.matrix):
            self.stack.addWidget(page)

    def _make_controls(self, theme: Theme) -> None:
        words = (self.tr("Rows"), self.tr("Two columns"), self.tr("Correlation"))
        self.words = dict(zip(words, PAGES, strict=True))
        self.switch = Segments(words, theme, self)
        self.switch.chosen.connect(lambda _: self._turn_page())
        self.target = TargetChoice(self, 2)
        self.sieve = QLineEdit()
        self.sieve.setPlaceholderText(self.tr("Filter: wrong, species = Adelie, mass > 4000"))
        self.sieve.setAccessibleName(self.tr("Filter"))
        self.sieve.setClearButtonEnabled(True)
        self.sieve.setMinimumWidth(60)
        self.sieve.textChanged.connect(lambda _: self._sift())
        self.worst = QPushButton(self.tr("Worst first"))
        self.worst.setProperty("look", "row chip")
        self.worst.setToolTip(self.tr("The rows that are predicted worst, at the top."))
        self.worst.clicked.connect(self.show_worst)

    def _arrange(self) -> None:
        self.top, self.second = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self.top.setSpacing(6)
        self.top.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.second.addWidget(self.sieve, 1)
        self.second.addWidget(self.worst)
        self.top.addLayout(self.second, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(4)
        column.addLayout(self.top)
        column.addWidget(self.stack, 1)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("RowsPanel", "Table")

    def explanation(self) -> str:
        return self.tr(
            "The rows of the data in their own numbers, blue for train and orange for validation, with what is "
            "predicted of each; how each column is spread; two columns against each other, a point for each row, "
            "filled for train, a ring for validation; and how strongly columns go together (Pearson's r)."
        )

    # What it shows

    def show_document(self, document: Document) -> None:
        before, self._document = self._document, document
        self.target.show_document(document)
        if before is None or before.data != document.data or before.target != document.target:
            self._stale = True
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        if not self._asked_room:
            self._asked_room = True
            self.room_asked.emit(ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= WIDE
        self.top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _catch_up(self) -> None:
        if self._document is None or not self._stale:
            return
        self._stale, self._frame = False, None
        dataset, before = looked_at(self._document), self.content
        if before is None or before.dataset.settings.origin != dataset.settings.origin:
            self.sorting = (None, False)
            with QSignalBlocker(self.sieve):
                self.sieve.clear()
        self.content = content_of(dataset)
        self._list_columns()
        self._sift()

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, points=True)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._look.ask_for(frame)

    def forget(self) -> None:
        self._frame = None
        if self.content is not None and self.isVisible():
            self._show_predictions()

    def _show_predictions(self) -> None:
        if self.content is None:
            return
        found = predicted_of(self._frame, self.content.dataset)
        if found is None and not self.content.predicts:
            return
        before, self.content = self.content, with_predictions(self.content, found)
        if before.predicts != self.content.predicts:
            self._move_columns(before)
        self._sift()

    def _move_columns(self, before: Content) -> None:
        """Two columns came or went behind the first: what was chosen stays the same column."""
        step = len(self.content.columns) - len(before.columns) if self.content is not None else 0
        column, falls = self.sorting
        if column is not None and column > 0:
            gone = step < 0 and column in (1, 2)
            self.sorting = (None, False) if gone else (column + step, falls)
        self._list_columns()

    def _list_columns(self) -> None:
        """The columns to choose from, those that were chosen by their names."""
        names = [] if self.content is None else [each.name for each in self.content.columns]
        inputs = len(names) - (3 if self.content is not None and self.content.predicts else 1)
        firsts = (len(names) - inputs + min(1, inputs - 1), len(names) - inputs)
        self.pair_page.list_columns(names, firsts)

    def _sift(self) -> None:
        content = self.content
        if content is None:
            return
        trouble = ""
        try:
            self.chosen = sifted(self.sieve.text(), content.columns, marks_of(content))
        except SiftError as error:
            trouble, self.chosen = trouble_text(error), np.ones(len(content.rows), bool)
        if bool(self.sieve.property("wrong")) != bool(trouble):
            self.sieve.setProperty("wrong", bool(trouble))
            self.sieve.style().unpolish(self.sieve)
            self.sieve.style().polish(self.sieve)
        self.sieve.setToolTip(tip(trouble or help_text()))
        self.worst.setEnabled(content.predicts)
        count, whole, listed = int(self.chosen.sum()), len(content.dataset.points), len(content.rows)
        words = self.tr("{count} rows") if count == whole else self.tr("{count} of {all} rows")
        if count < listed < whole:
            words = self.tr("{count} of {listed} rows, a sample of {all}")
        told = words.format(count=f"{count:,}", all=f"{whole:,}", listed=f"{listed:,}")
        if len(content.dataset.settings.facts.inputs) > MOST_INPUTS:
            told += self.tr(" · the first {count} inputs").format(count=MOST_INPUTS)
        self._told = trouble or told
        self._show_page()

    @property
    def page(self) -> str:
        return self.words[self.switch.word]

    def _turn_page(self) -> None:
        self.stack.setCurrentIndex(PAGES.index(self.page))
        self._show_page()

    def choose_page(self, page: str) -> None:
        """As a person does by the switch."""
        self.switch.show_word(next(word for word, key in self.words.items() if key == page))
        self._turn_page()

    def _show_page(self) -> None:
        content = self.content
        if content is None:
            return
        match self.page:
            case "rows":
                few = content.predicts and not content.known.all()
                words = self.tr(" · {count} predicted").format(count=f"{int(content.known.sum()):,}") if few else ""
                self.heading.note.setText(self._told + words)
                self.grid.head.show_sorted(*self.sorting)
                self.grid.show_rows(content, order_of(content, self.chosen, *self.sorting))
                self.grid.show_chosen(self.pair.chosen)
            case "pair":
                self._show_pair()
            case _:
                self._show_correlations()

    def _show_pair(self) -> None:
        if self.content is not None:
            self.pair.show_pair(self.content, np.flatnonzero(self.chosen), *self.pair_page.places)
            drawn, chosen = len(self.pair.places), int(self.chosen.sum())
            words = self.tr(" · {count} drawn").format(count=f"{drawn:,}") if drawn < chosen else ""
            self.heading.note.setText(self._told + words)

    def _show_correlations(self) -> None:
        assert self.content is not None
        told = [(at, each) for at, each in enumerate(self.content.columns) if len(each.words) <= 2][:MOST_CORRELATED]
        self._correlated = tuple(at for at, _ in told)
        words = self.tr(" · the first {count} columns").format(count=MOST_CORRELATED)
        self.heading.note.setText(self._told + (words if len(told) == MOST_CORRELATED else ""))
        columns = [replace(each, values=each.values[self.chosen]) for _, each in told]
        self.matrix.show_values(tuple(each.name for each in columns), correlations(columns))

    def show_example(self, example: Example) -> None:
        self.pair.show_chosen(example.row)
        self.grid.show_chosen(example.row)

    # What a person does

    def sort_by(self, column: int | None) -> None:
        """The largest first; asked again, the smallest first; and again, as they are in the data."""
        before, falls = self.sorting
        if column is None or column != before:
            self.sorting = (column, column is not None)
        else:
            self.sorting = (column, False) if falls else (None, False)
        self._show_page()

    def show_worst(self) -> None:
        """The worst predicted rows at the top."""
        if self.content is not None and self.content.off is not None:
            self.sorting = (self.content.off, True)
            self.choose_page("rows")
            self.grid.scrollToTop()

    def add_clause(self, clause: str) -> None:
        """One condition more."""
        before = self.sieve.text().strip()
        self.sieve.setText(f"{before}, {clause}" if before else clause)

    def _show_cell(self, row: int, column: int) -> None:
        self.pair_page.choose(self._correlated[row], self._correlated[column])
        self.choose_page("pair")

    def _choose(self, row: int) -> None:
        if self.content is not None:
            self.example_chosen.emit(example_of(self.content.dataset, row))

    # Doors

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.grid, self.pair, self.matrix, self.switch):
            part.show_theme(theme)
        small = scaled_font(0.8)
        for button in self.switch.buttons.values():
            button.setFont(small)
        self.switch.show_theme(theme)

    def table(self) -> Table | None:
        content = self.content
        if content is None:
            return None
        if self.page == "correlation":
            rows = [
                (name, *(float(r) if np.isfinite(r) else None for r in values))
                for name, values in zip(self.matrix.names, self.matrix.values.tolist(), strict=True)
            ]
            return Table((self.tr("Column"), *self.matrix.names), tuple(rows))
        titles = [self.grid.rows.title(section) for section in range(self.grid.rows.columnCount())]
        return rows_table(content, order_of(content, self.chosen, *self.sorting), titles)
