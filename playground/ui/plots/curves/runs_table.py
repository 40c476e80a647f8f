"""The runs beside each other in figures: named, shown or hidden, and deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import isfinite, nan

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from playground.document.document import Document
from playground.document.edits.differences import differences
from playground.frames.run import Curves
from playground.ui.icons import icon
from playground.ui.plots.curves.runs import Ghost, Summary, summary
from playground.ui.text import run_text
from playground.ui.texts.metrics import metric_title
from playground.ui.texts.numbers import loss_text, metric_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import fill_panel
from playground.ui.widgets.parts import heading, tool_button
from playground.ui.widgets.plain import PlainLabel, tip

WIDE_NAME = 260
MOST_HIGH, APART = 420, 10
NAMES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RunsTable(QFrame):
    """Opens over the window; the present run first, then the earlier ones, the newest of them on top.

    Emits what a person does with the run of that number; it shows nothing else until it is told by `show_runs`.
    """

    renamed = Signal(int, str)
    shown_chosen = Signal(int, bool)
    deleted = Signal(int)
    all_deleted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.theme = theme
        self._numbers: tuple[int, ...] = ()
        self._metrics: tuple[str, ...] | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.table = self._make_table()
        self.hint = PlainLabel(parent=self)
        self.hint.setWordWrap(True)
        self.delete_all = QPushButton(self.tr("Delete all"), self)
        self.delete_all.clicked.connect(self.all_deleted)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._delete_current)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.delete_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(heading(self.tr("Runs")))
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.show_theme(theme)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 0, self)
        table.setAccessibleName(self.tr("Runs"))
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        table.itemChanged.connect(self._take_change)
        return table

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        fill_panel(self, theme)
        self.setFont(QApplication.font())
        self.table.verticalHeader().setDefaultSectionSize(QFontMetrics(QApplication.font()).height() + 12)

    def open_at(self, corner: QPoint) -> None:
        """With its top right corner there, as far as the screen allows."""
        self._fit()
        left_top = corner - QPoint(self.width(), 0)
        screen = self.screen().availableGeometry()
        left_top.setX(max(screen.left(), min(left_top.x(), screen.right() - self.width())))
        left_top.setY(max(screen.top(), min(left_top.y(), screen.bottom() - self.height())))
        self.move(left_top)
        self.show()
        self.table.setFocus()

    def show_runs(
        self, present: Curves, ghosts: Sequence[Ghost], shown: Collection[int], document: Document | None
    ) -> None:
        """The run under way and the earlier ones, of which those with the numbers in `shown` are drawn."""
        numbers = (0, *(ghost.run.number for ghost in reversed(ghosts)))
        measured = () if document is None else document.metrics
        # Those that are measured now first; an earlier run may have others.
        metrics = tuple(dict.fromkeys([*measured, *(name for one in ghosts for name in one.run.curves.metrics)]))
        with QSignalBlocker(self.table):
            if (numbers, metrics) != (self._numbers, self._metrics):
                self._numbers, self._metrics = numbers, metrics
                self._make_columns(metrics)
                self._make_rows()
            self._write(0, self.tr("This run"), summary(present))
            for row, ghost in enumerate(reversed(ghosts), 1):
                self._write(row, ghost_title(ghost, document), summary(ghost.run.curves))
                checked = Qt.CheckState.Checked if ghost.run.number in shown else Qt.CheckState.Unchecked
                self._item(row, 0).setCheckState(checked)
        self.hint.setText(
            self.tr(
                "A tick shows a run, F2 or a double click renames it. Each bears what it has that this run has not."
            )
            if ghosts
            else self.tr("A run that is reset, or left behind by going back, stays here to be compared.")
        )
        self.delete_all.setEnabled(bool(ghosts))
        self._fit()

    def show_present(self, present: Curves) -> None:
        """The figures of the run under way, as it goes on."""
        with QSignalBlocker(self.table):
            self._write(0, self.tr("This run"), summary(present))

    def _make_columns(self, metrics: tuple[str, ...]) -> None:
        titles = (
            self.tr("Run"), self.tr("Epochs"), self.tr("Train loss"), self.tr("Validation loss"), self.tr("Best"),
            *map(metric_title, metrics), "",
        )  # fmt: skip
        self.table.setColumnCount(len(titles))
        for place, title in enumerate(titles):
            item = QTableWidgetItem(title)
            item.setTextAlignment(FIGURES if place else NAMES)
            self.table.setHorizontalHeaderItem(place, item)

    def _make_rows(self) -> None:
        seen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self.table.setRowCount(0)
        self.table.setRowCount(len(self._numbers))
        for row, number in enumerate(self._numbers):
            for place in range(self.table.columnCount()):
                item = QTableWidgetItem()
                item.setTextAlignment(FIGURES if place else NAMES)
                item.setFlags(seen)
                self.table.setItem(row, place, item)
            if number:
                choice = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
                self._item(row, 0).setFlags(seen | choice)
                self.table.setCellWidget(row, self.table.columnCount() - 1, self._bin(number))

    def _bin(self, number: int) -> QWidget:
        button = tool_button(icon("trash", self.theme, "muted"), self.tr("Delete this run"), side=15)
        button.setProperty("look", "quiet")
        button.clicked.connect(lambda: self.deleted.emit(number))
        return button

    def _write(self, row: int, title: str, figures: Summary) -> None:
        for place, text in enumerate((title, *self._texts(figures))):
            self._item(row, place).setText(text)
        self._item(row, 0).setToolTip(tip(title))

    def _item(self, row: int, place: int) -> QTableWidgetItem:
        item = self.table.item(row, place)
        assert item is not None
        return item

    def _texts(self, figures: Summary) -> tuple[str, ...]:
        best = loss_text(figures.best_loss)
        if isfinite(figures.best_loss):
            best = self.tr("{loss} at {epoch}").format(loss=best, epoch=f"{figures.best_epoch:,}")
        return (
            f"{figures.epochs:,}", loss_text(figures.train_loss), loss_text(figures.validation_loss), best,
            *(metric_text(name, figures.metrics.get(name, nan)) for name in self._metrics or ()),
        )  # fmt: skip

    def _fit(self) -> None:
        table = self.table
        table.resizeColumnsToContents()
        table.setColumnWidth(0, max(WIDE_NAME, min(table.columnWidth(0), 2 * WIDE_NAME)))
        for place in range(1, table.columnCount() - 1):
            table.setColumnWidth(place, table.columnWidth(place) + APART)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        wide = sum(table.columnWidth(place) for place in range(table.columnCount())) + 24
        high = header.sizeHint().height() + sum(table.rowHeight(row) for row in range(table.rowCount())) + 6
        table.setFixedSize(QSize(wide, min(high, MOST_HIGH)))
        self.adjustSize()

    def _take_change(self, item: QTableWidgetItem) -> None:
        number = self._numbers[item.row()]
        name = item.text()
        if name != item.toolTip():
            self.renamed.emit(number, name)
        else:
            self.shown_chosen.emit(number, item.checkState() is Qt.CheckState.Checked)

    def _delete_current(self) -> None:
        row = self.table.currentRow()
        if row > 0:
            self.deleted.emit(self._numbers[row])


def ghost_title(ghost: Ghost, document: Document | None) -> str:
    """What a person called it, else its number and what it has that the document has not."""
    if ghost.name or document is None:
        return ghost.name or run_text(ghost.run.number)
    return run_text(ghost.run.number, differences(document, ghost.run.document))
