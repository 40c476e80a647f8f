"""Loss and metrics of the run, epoch by epoch or batch by batch, with earlier runs behind it."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QSignalBlocker, QTimer
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.run import NO_CURVES, Batches, Curves, both_sides, column_names, with_restored
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.legend import LineLegend
from playground.ui.plots.charts.smoothing import STEPS
from playground.ui.plots.curves.curve_chart import CurveChart
from playground.ui.plots.curves.measures import Behind, batches_reach, behind, epochs_reach, over_batches, over_epochs
from playground.ui.plots.curves.metric_chart import MetricChart
from playground.ui.plots.curves.runs import Ghost, Ghosts, best_point
from playground.ui.plots.curves.runs_table import RunsTable
from playground.ui.text import run_text
from playground.ui.texts.metrics import side_text
from playground.ui.texts.numbers import loss_text
from playground.ui.theme import Theme
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import tip

LONGEST_NAME = 18
LOSS = "loss"


class CurvesPanel(LiveView):
    """Two charts; the second where a metric is measured."""

    rest = 50

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.loss = CurveChart(self.tr("Loss"), theme, self)
        self.metric_chart = MetricChart(theme, self)
        self.metric_chart.turned.connect(self._draw)
        self.legend = LineLegend((("train", self.tr("train")), ("validation", self.tr("validation"))), theme, self)
        self.separator = QFrame(self)
        self.separator.setFixedWidth(1)
        self.runs_button = QPushButton(self)
        self.runs_button.setProperty("look", "link")
        self.runs_button.clicked.connect(self.show_runs)
        self.runs_button.hide()
        self.runs = RunsTable(theme, self)
        self.smoothing = 0.0
        self._best_words = ""
        self._ghosts = Ghosts()
        self._shown: tuple[Ghost, ...] = ()
        # Of each measure that has been drawn since they were chosen.
        self._behind: dict[str, tuple[Behind, ...]] = {}
        self._document: Document | None = None
        self._frame: Frame | None = None
        self._make_actions()
        self._wire_runs()
        self._arrange()
        self.show_theme(theme)

    def _make_actions(self) -> None:
        self.per_batch = self._checkable(self.tr("Loss of each batch"), self._choose_batches)
        self.per_batch.setToolTip(tip(self.tr(
            "The newest 4,096 batches, each with the loss it was trained on. Small networks train slower meanwhile."
        )))  # fmt: skip
        self.logarithmic = self._checkable(self.tr("Logarithmic scale"), self._choose_scale)
        menu = QMenu(self.tr("Smoothing"), self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.smoothings: list[QAction] = []
        for weight in STEPS:
            words = self.tr("{weight} of what was before").format(weight=f"{weight:g}") if weight else self.tr("None")
            action = QAction(words, group, checkable=True, checked=not weight)
            action.triggered.connect(lambda _=False, weight=weight: self.smooth(weight))
            menu.addAction(action)
            self.smoothings.append(action)
        self.addAction(menu.menuAction())
        self.events = self._checkable(self.tr("Mark what happened"), lambda _: self._draw(), on=True)
        self.events.setToolTip(
            self.tr("Where the learning rate or the network changed, or the run went on or stopped.")
        )
        self.compare = QAction(self.tr("Compare runs…"), self)
        self.compare.triggered.connect(self.show_runs)
        self.addAction(self.compare)

    def _checkable(self, words: str, choose: Any, on: bool = False) -> QAction:
        action = QAction(words, self, checkable=True, checked=on)
        action.toggled.connect(choose)
        self.addAction(action)
        return action

    def _wire_runs(self) -> None:
        self.runs.renamed.connect(lambda number, name: self.keep_runs(self._ghosts.named(number, name)))
        self.runs.shown_chosen.connect(lambda number, shown: self.keep_runs(self._ghosts.with_shown(number, shown)))
        self.runs.deleted.connect(lambda number: self.keep_runs(self._ghosts.without(number)))
        self.runs.all_deleted.connect(lambda: self.keep_runs(self._ghosts.without_any()))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.loss, 1)
        row.addWidget(self.separator)
        row.addWidget(self.metric_chart, 1)
        # Each chart has its name above it, instead of one for both.
        self.heading.title.hide()
        self.heading.note.hide()
        self.heading.row.setSpacing(0)
        # Its halves follow the width of the charts, which they must not hold.
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.heading.row.addWidget(self.loss.heading, 1)
        self.heading.row.addWidget(self.metric_chart.heading, 1)
        self.heading.row.addWidget(self.runs_button)
        self.loss.heading.row.addWidget(self.legend)
        self.loss.heading.row.setContentsMargins(0, 0, 24, 0)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("CurvesPanel", "Loss and metrics")

    def explanation(self) -> str:
        return self.tr(
            "How wrong the network is after each epoch (loss) and how good its predictions are (metrics, chosen "
            "with the training settings), on the points it learns from (the first 1,200 if they are more) in blue "
            "and on those kept for validation in orange; the ring is where the validation loss was lowest, pale "
            "curves are earlier runs, and small marks on the axis tell what happened."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, batches=True) if self.per_batch.isChecked() else wanted

    def table(self) -> Table | None:
        if self._frame is None:
            return None
        batches = self._batches
        if batches is not None:
            rows = zip(batches.steps.tolist(), batches.losses.tolist(), strict=True)
            return Table((self.tr("batch"), self.tr("train loss")), tuple(rows))
        curves = self._frame.curves
        measured = [name for name in self._metrics if name in curves.metrics]
        columns = [self.tr("epoch"), self.tr("train loss"), self.tr("validation loss")]
        columns += [side_text(side, name) for name in measured for side in ("train", "validation")]
        names, listed = column_names(measured), list[tuple[float | int | str | None, ...]]()
        for epoch, values, best in with_restored(curves, self._frame.restored):
            known = dict(zip(curves.names, values, strict=True))
            # A metric that was chosen later has no values before.
            shown = (known[name] if isfinite(known[name]) else None for name in names)
            listed.append((epoch, *shown, *([best or None] if self._frame.restored else [])))
        return Table((*columns, *([self.tr("restored from epoch")] if self._frame.restored else [])), tuple(listed))

    def show_document(self, document: Document) -> None:
        self._document = document
        self.metric_chart.show_metrics(document.metrics)
        for part in (self.metric_chart, self.separator, self.metric_chart.heading):
            part.setVisible(bool(document.metrics))
        self._place_headings()
        if self._ghosts.kept:
            self.keep_runs(self._ghosts)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        ghosts = self._ghosts.with_ended(frame.ended)
        if ghosts is not self._ghosts:
            self.keep_runs(ghosts)
        else:
            self._draw()
        if self.runs.isVisible():
            self.runs.show_present(frame.curves)

    def forget(self) -> None:
        self._frame = None
        self._draw()
        if self.runs.isVisible():
            self.runs.show_present(NO_CURVES)

    def forget_runs(self) -> None:
        """Those of another project."""
        self.keep_runs(Ghosts())

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.loss.show_theme(theme)
        self.metric_chart.show_theme(theme)
        self.legend.show_theme(theme)
        self.runs.show_theme(theme)
        self.separator.setStyleSheet(f"background: {theme.line}; border: none")

    def show_choices(self, smoothing: float, logarithmic: bool) -> None:
        """How the curves were drawn at the end of the last start."""
        self.smooth(min(STEPS, key=lambda step: abs(step - smoothing)))
        with QSignalBlocker(self.logarithmic):
            self.logarithmic.setChecked(logarithmic)
        self._choose_scale(logarithmic)

    def smooth(self, weight: float) -> None:
        """Draw each value drawn towards those before it, which count `weight`; 0 draws the values as they are."""
        self.smoothing = weight
        for action, step in zip(self.smoothings, STEPS, strict=True):
            with QSignalBlocker(action):
                action.setChecked(step == weight)
        self._draw()

    def show_runs(self) -> None:
        """The table of all runs, under the title bar."""
        self._fill_runs()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        self.runs.open_at(corner)

    @property
    def ghosts(self) -> Ghosts:
        """The earlier runs that are kept."""
        return self._ghosts

    @property
    def _metrics(self) -> tuple[str, ...]:
        return self._document.metrics if self._document is not None else ()

    @property
    def _batches(self) -> Batches | None:
        return self._frame.batches if self._frame is not None and self.per_batch.isChecked() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_headings()
        QTimer.singleShot(0, self, self._fit_best)

    def _place_headings(self) -> None:
        """The metric's name begins above its chart, which takes the right half."""
        half = self.width() // 2 + 1
        # Where both do not fit beside each other the colours are those of the numbers at the top of the window.
        needed = self.loss.heading.title.sizeHint().width() + self.legend.width() + 24 + self.loss.heading.row.spacing()
        self.legend.setVisible(not self._metrics or half >= needed)
        self.loss.heading.setMinimumWidth(min(half, self.heading.width()) if self._metrics else 0)
        self.loss.heading.setMaximumWidth(half if self._metrics else 16_777_215)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _choose_scale(self, logarithmic: bool) -> None:
        self.loss.logarithmic = self.metric_chart.logarithmic = logarithmic
        self._draw()

    def _choose_batches(self, _on: bool) -> None:
        self._draw()
        self.wanted_changed.emit()

    def keep_runs(self, ghosts: Ghosts) -> None:
        """Other earlier runs, or the same under other names."""
        self._ghosts = ghosts
        shown = ghosts.shown(self._document)
        if shown != self._shown:
            self._shown, self._behind = shown, {}
        count = len(ghosts.of(self._document))
        words = self.tr("1 earlier run") if count == 1 else self.tr("{count} earlier runs").format(count=count)
        self.runs_button.setText(words)
        self.runs_button.setVisible(count > 0)
        if self.runs.isVisible():
            self._fill_runs()
        self._draw()

    def _fill_runs(self) -> None:
        curves = self._frame.curves if self._frame else NO_CURVES
        shown = {ghost.run.number for ghost in self._ghosts.shown(self._document)}
        self.runs.show_runs(curves, self._ghosts.of(self._document), shown, self._document)

    def _draw(self) -> None:
        if not self.isVisible():
            return
        curves = self._frame.curves if self._frame else NO_CURVES
        batches = self._batches
        if batches is None:
            self._draw_epochs(self.loss, curves, LOSS)
        else:
            self._draw_batches(batches)
        if self._metrics:
            self._draw_epochs(self.metric_chart, curves, self.metric_chart.measure)
        self._tell_best(None if batches else best_point(curves))

    def _draw_epochs(self, chart: CurveChart, curves: Curves, measure: str) -> None:
        frame, runs = self._frame, self._behind_of(measure)
        train, validation = (over_epochs(curves, name, self.smoothing) for name in both_sides(measure))
        steps = frame.reel.steps_per_epoch if frame else 1
        happened = frame.events if frame and self.events.isChecked() else ()
        best = best_point(curves) if measure == LOSS else None
        moment = None
        if frame is not None and frame.past is not None:
            moment = (frame.past / steps, self.tr("epoch {epoch}").format(epoch=f"{frame.epoch:,}"))
        chart.chart.events = tuple((float(event.epoch), event) for event in happened)
        chart.show_marks(best, moment)
        chart.show_curves(train, validation, epochs_reach(curves), runs)

    def _behind_of(self, measure: str) -> tuple[Behind, ...]:
        """The earlier runs that are drawn; the same as long as they are."""
        if measure not in self._behind:
            runs = (behind(short_name(ghost), ghost.run.curves, measure) for ghost in self._shown)
            self._behind[measure] = tuple(runs)
        return self._behind[measure]

    def _draw_batches(self, batches: Batches) -> None:
        frame = self._frame
        assert frame is not None
        steps = frame.reel.steps_per_epoch
        happened = frame.events if self.events.isChecked() else ()
        moment = None
        if frame.past is not None:
            moment = (float(frame.past), self.tr("batch {batch}").format(batch=f"{frame.past:,}"))
        self.loss.chart.events = tuple((float(event.epoch * steps), event) for event in happened)
        self.loss.show_marks(None, moment)
        self.loss.show_curves(*over_batches(batches, self.smoothing), batches_reach(batches))

    def _tell_best(self, best: tuple[int, float] | None) -> None:
        """In the heading and for a screen reader."""
        short = words = ""
        if best is not None:
            loss, epoch = loss_text(best[1]), f"{best[0]:,}"
            short = self.tr("best {loss}").format(loss=loss)
            words = self.tr("The lowest validation loss was {loss}, at epoch {epoch}.").format(loss=loss, epoch=epoch)
        if words != self.loss.heading.note.toolTip():
            self.loss.heading.note.setToolTip(tip(words))
            self.loss.chart.setAccessibleDescription(words)
            self._best_words = short
            self._fit_best()

    def _fit_best(self) -> None:
        """The best loss in the heading where there is room for all of it; the ring shows it anyway."""
        note = self.loss.heading.note
        fits = note.fontMetrics().horizontalAdvance(self._best_words) <= note.width()
        note.setText(self._best_words if fits else "")


def short_name(ghost: Ghost) -> str:
    """What an earlier run is called beside its values."""
    return ghost.name[:LONGEST_NAME] or run_text(ghost.run.number)
