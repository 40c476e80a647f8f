"""The present network and its rivals side by side: their figures, their outputs, their losses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import nan

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from playground.document.document import Document
from playground.document.edits.rivals import MOST_RIVALS, PRESENT, can_add, rival_differences
from playground.document.metrics import METRICS
from playground.frames.frame import Frame, RivalFrame
from playground.frames.run import Status
from playground.frames.wanted import Wanted
from playground.ui.icons import icon
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.rivals.rival_chart import COLOURS, DASHED, SOLID, RivalChart, Run
from playground.ui.plots.rivals.rival_column import RivalColumn
from playground.ui.plots.rivals.rival_figures import Figure, best_of
from playground.ui.plots.rivals.rival_planes import RivalPlanes
from playground.ui.text import status_text
from playground.ui.texts.metrics import metric_word
from playground.ui.texts.numbers import NOTHING, loss_text, metric_text
from playground.ui.texts.rivals import rival_text, rival_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.parts import tool_button
from playground.ui.widgets.plain import PlainLabel, tip

SIDE = 64
"""Points along one side of each output."""
COLUMN_WIDE, CHART_WIDE, COLUMN_HIGH, CHART_HIGH = 96, 240, 230, 150
COLUMN_GAP, CHART_GAP = 12, 14
PLEASANT_WIDE = 150
HEAD_HIGH, COMPACT_HIGH = 160, 240
"""What a column needs besides its picture; below which height it does without some of that."""
LINE = 17
"""How high a line of the font is for which these are right."""


class RivalsPanel(LiveView):
    """A person's wishes: `add_asked`, `edit_asked(id)`, `remove_asked(id)`, `renamed(id, name)`."""

    add_asked = Signal()
    edit_asked = Signal(str)
    remove_asked = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._document: Document | None = None
        self._frame: Frame | None = None
        self._compact = False
        # For how many rivals room was asked.
        self._roomy = 0
        # What they are called and have otherwise, by their ids: worked out for each document, not for each frame.
        self._titles, self._texts = dict[str, str](), dict[str, str]()
        self.columns = [RivalColumn(colour, theme, self) for colour in COLOURS]
        self.planes = RivalPlanes(self.columns, theme, self)
        self.chart = RivalChart(theme, self)
        self._make_commands()
        self._arrange()
        for column in self.columns:
            column.renamed.connect(self.renamed)
            column.edit_asked.connect(self.edit_asked)
            column.remove_asked.connect(self.remove_asked)
        self.show_theme(theme)
        self._show_rivals()

    def _make_commands(self) -> None:
        self.adding = QAction(self.tr("Add a rival"), self)
        self.adding.setToolTip(self.tr("Copy the present network, to be compared with it"))
        self.adding.triggered.connect(self.add_asked)
        self.logarithmic = QAction(self.tr("Logarithmic scale"), self, checkable=True)
        self.logarithmic.toggled.connect(self._choose_scale)
        self.addActions([self.adding, self.logarithmic])
        self.switch = Segments((self.tr("Networks"), self.tr("Loss")), self.theme, self)
        self.switch.chosen.connect(lambda _: self._place())
        self.plus = tool_button(icon("plus", self.theme, "muted"), self.adding.toolTip(), side=15)
        self.plus.setProperty("look", "quiet")
        self.plus.clicked.connect(self.adding.trigger)
        self.heading.row.addWidget(self.switch)
        self.heading.row.addWidget(self.plus)

    def _arrange(self) -> None:
        self.board = QWidget(self)
        columns = QHBoxLayout()
        columns.setSpacing(COLUMN_GAP)
        for column in self.columns:
            columns.addWidget(column, 1)
        left = QVBoxLayout(self.board)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addLayout(columns, 1000)
        left.addWidget(self.planes.legend)
        left.addStretch(1)
        self.both = QWidget(self)
        self.halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.both)
        self.halves.setContentsMargins(12, 2, 12, 8)
        self.halves.setSpacing(CHART_GAP)
        self.halves.addWidget(self.board)
        self.halves.addWidget(self.chart)
        # What there is room for is shown: three networks must not widen the docks.
        self.both.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.pages = QStackedLayout(self)
        self.pages.addWidget(self._make_empty())
        self.pages.addWidget(self.both)

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        self.words = PlainLabel(self.tr(
            "Add a copy of this network as a rival, then change something: both train on the same data and seed, on "
            "one clock, side by side."
        ), page)  # fmt: skip
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self.adding.text(), page)
        self.button.clicked.connect(self.adding.trigger)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 8, 24, 16)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("RivalsPanel", "Side by side")

    def explanation(self) -> str:
        return self.tr(
            "The present network and copies of it that were changed, trained on the same data and seed on one clock: "
            "their figures, the best of each marked, their outputs in the same colours, and the losses of all over "
            "the epochs, validation solid and train dashed."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        if not self._rivals:
            return wanted
        return replace(wanted, rivals=True, surface_side=max(wanted.surface_side, SIDE))

    def table(self) -> Table | None:
        """A row for each epoch of any network; what one has no row of is left out there."""
        runs = self.chart.runs
        if not any(len(run.curves.epochs) for run in runs):
            return None
        columns, rows = [self.tr("epoch")], dict[int, list[float | None]]()
        for at, run in enumerate(runs):
            columns += [
                self.tr("{network}: train loss").format(network=run.title),
                self.tr("{network}: validation loss").format(network=run.title),
            ]
            losses = np.column_stack([run.curves.train_loss, run.curves.validation_loss])
            for epoch, pair in zip(run.curves.epochs.tolist(), losses.tolist(), strict=True):
                row = rows.setdefault(epoch, [None for _ in range(2 * len(runs))])
                row[2 * at : 2 * at + 2] = pair
        return Table(tuple(columns), tuple((epoch, *rows[epoch]) for epoch in sorted(rows)))

    # What it shows

    @property
    def _rivals(self) -> tuple[str, ...]:
        return tuple(rival.id for rival in self._document.rivals) if self._document is not None else ()

    def show_document(self, document: Document) -> None:
        self._document = document
        self.adding.setEnabled(can_add(document))
        self.plus.setEnabled(can_add(document))
        if self.isVisible():
            self._show_rivals()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self.isVisible():
            self._draw()

    def forget(self) -> None:
        blank = Frame(self._document.graph, data=self._document.data) if self._document is not None else None
        self._frame = blank
        self._draw()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for column in self.columns:
            column.show_theme(theme)
        self.planes.show_theme(theme)
        self.chart.show_theme(theme)
        self.switch.show_theme(theme)
        self.plus.setIcon(icon("plus", theme, "muted"))
        bold = QFontMetrics(scaled_font(bold=True))
        for word, button in self.switch.buttons.items():
            # Bold once it is chosen, which its size does not know of.
            button.setMinimumWidth(bold.horizontalAdvance(word) + 24)
        self.words.setStyleSheet(f"color: {theme.muted}")
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rivals()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _choose_scale(self, logarithmic: bool) -> None:
        self.chart.logarithmic = logarithmic
        self._draw()

    def _show_rivals(self) -> None:
        """Which networks there are, and what they are called."""
        document, rivals = self._document, self._rivals
        self.pages.setCurrentIndex(1 if rivals else 0)
        self.plus.setVisible(0 < len(rivals) < MOST_RIVALS)
        alike = document is not None and any(not rival_differences(document, rival) for rival in document.rivals)
        words = self.tr("Now change something on the canvas: activation, dropout, optimizer…") if alike else ""
        self.heading.note.setText(words)
        self.heading.note.setToolTip(tip(words))
        if document is not None:
            self._titles = {name: rival_title(document, name) for name in (PRESENT, *rivals)}
            self._texts = {name: rival_text(document, name) for name in (PRESENT, *rivals)}
        for column, (name, title) in zip(self.columns, self._titles.items(), strict=False):
            column.show_network(name, title)
        for at, column in enumerate(self.columns):
            column.setVisible(at <= len(rivals))
        if document is not None and rivals:
            self.planes.show_document(document)
        self._place()
        self._draw()
        self._ask_room()

    def _ask_room(self) -> None:
        """For more networks than before: their columns and the chart beside each other."""
        count, before = len(self._rivals), self._roomy
        if self.isVisible() or count < before:
            self._roomy = count
        if self.isVisible() and count > before:
            grow = QFontMetrics(QApplication.font()).height() / LINE
            wide = (1 + count) * (PLEASANT_WIDE + COLUMN_GAP) + CHART_WIDE + 24
            asked = QSize(round(wide * grow), round((HEAD_HIGH + PLEASANT_WIDE) * grow))
            if asked.width() > self.width() or asked.height() > self.height():
                self.room_asked.emit(asked)

    def _place(self) -> None:
        """The chart beside the networks or below them; where there is room for one of them only, the chosen one."""
        count, room = 1 + len(self._rivals), self.contentsRect().adjusted(12, 2, -12, -8)
        wide, high, loss = room.width(), room.height(), self.switch.word == self.tr("Loss")
        grow = QFontMetrics(QApplication.font()).height() / LINE
        head, column, chart = round(HEAD_HIGH * grow), round(COLUMN_HIGH * grow), round(CHART_HIGH * grow)
        # As much for the networks as their pictures can use, the rest for the chart.
        shared, gaps = wide - CHART_GAP, (count - 1) * COLUMN_GAP
        least = count * COLUMN_WIDE + gaps
        most = max(least, min(count * round(PLEASANT_WIDE * grow) + gaps, shared - max(CHART_WIDE, shared // 2)))
        board_wide = min(max(count * (high - head), most), shared - max(CHART_WIDE, shared // 3))
        board_high = min(wide // count + head, high - chart)
        beside, below = board_wide >= least, board_high >= column
        tall = below and (not beside or min(wide // count, board_high - head) > board_wide // count)
        alone = not (beside or below)
        self.halves.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        first, both = (board_high, high) if tall else (board_wide, shared)
        self.halves.setStretch(0, max(first, 1))
        self.halves.setStretch(1, max(both - first, 1))
        self.switch.setVisible(alone and bool(self._rivals))
        # Its tab says the same, and the switch needs the room.
        self.heading.title.setVisible(self.switch.isHidden() or wide >= 320)
        self.board.setVisible(not (alone and loss))
        self.chart.setVisible(not alone or loss)
        self._show_compact(high < COMPACT_HIGH * grow and not tall)

    def _show_compact(self, compact: bool) -> None:
        self._compact = compact
        for column in self.columns:
            column.show_compact(compact)
        self.planes.legend.setVisible(not compact and not self.planes.one_input)

    def _draw(self) -> None:
        frame = self._frame
        if frame is None or not self._rivals:
            return
        seen = {rival.id: rival for rival in frame.rivals}
        present = RivalFrame(PRESENT, Status("training"), frame.epoch, frame.curves, frame.row, frame.surface)
        networks = [present, *(seen.get(name, RivalFrame(name, Status("building"))) for name in self._rivals)]
        self._draw_figures(networks)
        for column, network in zip(self.columns, networks, strict=False):
            words, wrong = self._words(network, frame.epoch)
            column.say(words, wrong)
        self.planes.show_outputs(frame, [network.surface for network in networks])
        self.chart.show_runs(tuple(Run(self._titles.get(one.id, ""), one.curves) for one in networks))

    def _draw_figures(self, networks: list[RivalFrame]) -> None:
        rows = [network.row for network in networks]
        validation, train = (best_of(rows, column, less=True) for column in ("validation_loss", "train_loss"))
        measured = [name for name in self._metrics if any(f"validation_{name}" in row for row in rows)]
        for at, (column, network) in enumerate(zip(self.columns, networks, strict=False)):
            row = network.row
            losses = [
                Figure(self.tr("validation"), loss_text(row.get("validation_loss", nan)), SOLID, validation[at]),
                Figure(self.tr("train"), loss_text(row.get("train_loss", nan)), DASHED, train[at]),
            ]
            metrics = [self._metric_figure(name, rows, at) for name in measured]
            epoch = Figure(self.tr("epoch"), f"{network.epoch:,}" if row else NOTHING)
            shown = (*losses, *metrics[:1])
            column.figures.show_figures(shown if self._compact else (epoch, *shown), tuple(metrics[1:]))

    @property
    def _metrics(self) -> tuple[str, ...]:
        return self._document.metrics if self._document is not None else ()

    @staticmethod
    def _metric_figure(name: str, rows: list[Mapping[str, float]], at: int) -> Figure:
        column = f"validation_{name}"
        best = best_of(rows, column, less=not METRICS[name].more_is_better)
        return Figure(metric_word(name), metric_text(name, rows[at].get(column, nan)), None, best[at])

    def _words(self, network: RivalFrame, epoch: int) -> tuple[str, bool]:
        """What stands below the name, and whether it is bad news."""
        if network.status.state == "unfinished":
            return self.tr("Unfinished: edit it to mend it"), True
        if network.status.state == "building":
            return self.tr("Being built"), False
        if network.status.state != "training":
            return status_text(network.status), network.status.state != "paused"
        if epoch - network.epoch > max(10, 0.05 * epoch):
            return self.tr("Catching up"), False
        return self._texts.get(network.id, ""), False
