"""The view "Predictions": how good they are, the worst of them, and an input of one's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, looked_at
from playground.datasets.example import Example, example_of
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.flat import FLAT
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.examples.predicted import PARTS, Part, Predicted, predicted_of
from playground.ui.plots.examples.target_choice import TargetChoice
from playground.ui.plots.predictions.confusion_matrix import ConfusionMatrix
from playground.ui.plots.predictions.headline import Headline
from playground.ui.plots.predictions.roc_plot import RocPlot
from playground.ui.plots.predictions.score_table import ScoreTable
from playground.ui.plots.predictions.summary import how_many, summary
from playground.ui.plots.predictions.tables import curves_table, histogram_table, layers_table, matrix_table, rows_table
from playground.ui.plots.predictions.try_page import TryPage
from playground.ui.plots.predictions.value_plots import ResidualPlot, TruePlot
from playground.ui.plots.predictions.worst_side import WorstSide
from playground.ui.texts.data import class_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import PlainLabel
from playground.ui.widgets.sparing import Sparing

# Milliseconds between two workings-out of scores, and of the worst examples, which a person reads.
SCORES_REST, WORST_REST = 125, 250
# From so many pixels on, the worst examples stand beside a page.
WIDE = 620
FOR_CLASSES, FOR_VALUES = ("confusion", "scores", "roc", "worst", "try"), ("true", "residuals", "worst", "try")


class PredictionsPanel(LiveView):
    """Its pages are chosen in the title; the part of the data by a switch."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._document: Document | None = None
        self._dataset: Dataset | None = None
        self._frame: Frame | None = None
        self._stale = False
        self._example: Example | None = None
        self._choosing = False
        self.found: Predicted | None = None
        self.cell: tuple[int, int] | None = None
        self._make_pages(theme)
        self._make_controls(theme)
        self._arrange()
        self._scores = Sparing(SCORES_REST, self._show_scores, self)
        self._worst = Sparing(WORST_REST, self._show_worst, self)
        self._list_pages(FOR_CLASSES)
        self.show_theme(theme)

    def _make_pages(self, theme: Theme) -> None:
        self.matrix, self.scores, self.roc = ConfusionMatrix(theme), ScoreTable(theme), RocPlot(theme)
        self.true_plot, self.residuals = TruePlot(theme), ResidualPlot(theme)
        self.try_page = TryPage(theme)
        self.pages: dict[str, QWidget] = {
            "confusion": self.matrix, "scores": self.scores, "roc": self.roc,
            "true": self.true_plot, "residuals": self.residuals, "try": self.try_page,
        }  # fmt: skip
        self.stack = QStackedWidget()
        for page in self.pages.values():
            self.stack.addWidget(page)
        self.matrix.chosen.connect(self._choose_cell)
        self.try_page.changed.connect(self._choose_example)

    def _make_controls(self, theme: Theme) -> None:
        self.titles = {
            "confusion": self.tr("Confusion matrix"), "scores": self.tr("Precision and recall"),
            "roc": self.tr("ROC curve"), "true": self.tr("Predicted against true"),
            "residuals": self.tr("Residuals"), "worst": self.tr("Worst examples"), "try": self.tr("Try it"),
        }  # fmt: skip
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("What is shown"))
        self.choice.setToolTip(self.tr("Scores, the worst examples, or an input of your own to try."))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choice.setMinimumWidth(64)
        self.choice.setStyleSheet(FLAT)
        self.choice.currentIndexChanged.connect(self._turn_page)
        self.heading.title.hide()
        self.heading.row.insertWidget(0, self.choice)
        self.target = TargetChoice(self, 1)
        self._make_switch(theme)
        self.nothing = PlainLabel(self.tr("No predictions to show yet."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)

    def _make_switch(self, theme: Theme) -> None:
        self.words: dict[str, Part] = dict(
            zip((self.tr("Validation"), self.tr("Train"), self.tr("Both")), PARTS, strict=True)
        )
        self.switch = Segments(tuple(self.words), theme, self)
        self.switch.setToolTip(self.tr("Which rows are looked at."))
        self.switch.chosen.connect(lambda _word: self._look_again())
        self.headline = Headline(theme, self)
        self.beside = WorstSide(self.titles["worst"], theme)
        self.worst = self.beside.list
        self.worst.row_chosen.connect(self._try_row)
        self.beside.all_asked.connect(lambda: self._choose_cell(None))

    def _arrange(self) -> None:
        self.top = QWidget()
        self.top_row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.headline, 1)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.nothing, 1)
        body.addWidget(self.stack, 3)
        body.addWidget(self.beside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.top)
        column.addLayout(body, 1)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("PredictionsPanel", "Predictions")

    def explanation(self) -> str:
        return self.tr(
            "How good the predictions are for rows of the data, in blue where right and orange where wrong, which rows "
            "are predicted worst, and what the network and its every layer make of an input of your own."
        )

    # Pages

    @property
    def page(self) -> str:
        """The page that is shown, by its key."""
        return str(self.choice.currentData())

    @property
    def part(self) -> Part:
        """Which rows are looked at."""
        return self.words[self.switch.word]

    @property
    def _shows_worst(self) -> bool:
        return self.page == "worst" or (self.page != "try" and self.width() >= WIDE)

    def choose_page(self, page: str) -> None:
        """As a person does in the title."""
        self.choice.setCurrentIndex(self.choice.findData(page))

    def _list_pages(self, keys: tuple[str, ...]) -> None:
        if keys == tuple(self.choice.itemData(place) for place in range(self.choice.count())):
            return
        before = self.choice.currentData()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for key in keys:
                self.choice.addItem(self.titles[key], key)
            self.choice.setCurrentIndex(max(self.choice.findData(before), 0))
        self._turn_page()

    def _turn_page(self) -> None:
        page = self.page
        if page in self.pages:
            self.stack.setCurrentWidget(self.pages[page])
        self._lay_out()
        self._look_again()
        self.wanted_changed.emit()

    def _lay_out(self) -> None:
        """What is seen of the parts: the worst examples alone, or beside a page where there is room."""
        trying, alone, there = self.page == "try", self.page == "worst", self.found is not None
        self.top.setVisible(not trying)
        self.target.show_where(not trying)
        self._turn_top()
        self.stack.setVisible(trying or (there and not alone))
        self.beside.setVisible(there and self._shows_worst)
        self.beside.title.setVisible(not alone)
        self.nothing.setVisible(not there and not trying)
        self.beside.filter.setVisible(self.cell is not None)

    def _turn_top(self) -> None:
        """The three errors of values, and large writing, need a line of their own where it is narrow."""
        fields = 3 if self.choice.findData("true") >= 0 else 1
        below = self.switch.sizeHint().width() + self.headline.needed(fields) > self.width() - 24
        directions = QBoxLayout.Direction
        self.top_row.setDirection(directions.TopToBottom if below else directions.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self._shows_worst
        self._lay_out()
        if shown and self.isVisible():
            self._worst.ask()

    # What it shows

    def show_document(self, document: Document) -> None:
        self._document, self._stale = document, True
        self.target.show_document(document)
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._document is None or not self._stale:
            return
        self._stale = False
        before, self._dataset = self._dataset, looked_at(self._document)
        self.try_page.show_document(self._document, self._dataset)
        if self._example is not None:
            self.try_page.show_example(self._example)
        if before is None or before.settings.origin != self._dataset.settings.origin:
            self.cell = None
            self.matrix.show_cell(None)
        decides = self._dataset.settings.facts.task != "regression"
        self._list_pages(FOR_CLASSES if decides else FOR_VALUES)
        if before is not None and before is not self._dataset:
            self._look_again()
        self.wanted_changed.emit()

    def show_example(self, example: Example) -> None:
        self._example = example
        self.worst.show_chosen(example.row)
        if not self._stale:
            self.try_page.show_example(example)

    def wanted(self, wanted: Wanted) -> Wanted:
        if self.page == "try":
            return replace(wanted, tried=self.try_page.tried)
        return replace(wanted, points=True)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self.page == "try":
            self.try_page.show_frame(frame)
            return
        for work in (self._scores, self._worst) if self._shows_worst else (self._scores,):
            work.ask_for(frame)

    def forget(self) -> None:
        self._frame = None
        self.try_page.forget()
        self._show_scores()
        self._show_worst()

    def _look_again(self) -> None:
        """A person chose something else, and waits."""
        if self.isVisible():
            self._scores.do()
            self._worst.do()

    def _predicted(self) -> Predicted | None:
        whole = predicted_of(self._frame, self._dataset)
        return None if whole is None else whole.of(self.part)

    def _show_scores(self) -> None:
        before, self.found = self.found, self._predicted()
        self._show_headline()
        if (before is None) != (self.found is None):
            self._lay_out()
        page = self.pages.get(self.page)
        if page is not None and page is not self.try_page:
            page.show_predicted(self.found)  # type: ignore[attr-defined]
        self._turn_top()
        self.heading.note.setText("" if self.page == "try" else how_many(self.found, self._dataset, self.part))

    def _show_headline(self) -> None:
        roc = self.roc if self.page == "roc" else None
        if roc is not None and self.found is not None and self.found.decides:
            roc.show_predicted(self.found)
        self.headline.show_fields(*summary(self.found, roc))

    def _show_worst(self) -> None:
        found = self._predicted()
        self.worst.show_predicted(None if found is None else found.mistaken(self.cell))

    # What a person does

    def _choose_cell(self, cell: tuple[int, int] | None) -> None:
        self.cell = cell
        self.matrix.show_cell(cell)
        if cell is not None and self._dataset is not None and self.found is not None:
            self.beside.show_cell(*(class_title(self.found.names[place]) for place in cell))
        if cell is not None and not self._shows_worst:
            self.choose_page("worst")
        self._lay_out()
        self._worst.do()

    def _choose_example(self) -> None:
        self.example_chosen.emit(self.try_page.example)
        self.wanted_changed.emit()

    def let_choose(self, on: bool) -> None:
        # Otherwise a row is tried.
        self._choosing = on

    def _try_row(self, row: int) -> None:
        if self._choosing and self._dataset is not None:
            self.example_chosen.emit(example_of(self._dataset, row))
            return
        self.choose_page("try")
        self.try_page.show_row(row)

    # Doors

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (*self.pages.values(), self.beside, self.switch, self.headline):
            part.show_theme(theme)  # type: ignore[attr-defined]
        small = scaled_font(0.8)
        for button in self.switch.buttons.values():
            button.setFont(small)
        self.switch.show_theme(theme)
        self.nothing.setStyleSheet(f"color: {theme.muted}")
        self._lay_out()

    def table(self) -> Table | None:
        match self.page:
            case "confusion":
                return matrix_table(self.matrix)
            case "scores":
                return self.scores.scores
            case "roc":
                return curves_table(self.roc.curves)
            case "true":
                return rows_table(self.found)
            case "residuals":
                return histogram_table(self.residuals.edges, self.residuals.counts)
            case "worst":
                return rows_table(self.worst.found)
        return layers_table(self.try_page.strips.strips, self.try_page.bars.answer())
