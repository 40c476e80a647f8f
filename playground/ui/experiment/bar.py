"""Above the runs: start and stop, how far it is, the best so far."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from playground.runs.lines import measured
from playground.ui.experiment.running import Hands
from playground.ui.experiment.runs_model import Shown
from playground.ui.texts.runs.plan import measure_text, measure_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel, TextLabel
from playground.ui.widgets.plain import tip
from playground.ui.widgets.share_bar import ShareBar

SMALL, LARGE = 0.86, 1.35
EXPORTS = (".csv", ".md", ".png", ".svg")


class Hero(QWidget):
    """A number with what it is above it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = TextLabel("–", scale=LARGE, bold=True, parent=self)
        self.number.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 18, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(title, scale=SMALL, muted=True, parent=self))
        column.addWidget(self.number)


class Bar(QFrame):
    """`begun`, `stopped` and `cleared` are what a person asks for; `exported` carries the ending of a file."""

    begun = Signal()
    stopped = Signal()
    cleared = Signal()
    exported = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self._on = False
        self.start = QPushButton(self.tr("Start"), self)
        self.start.setObjectName("button:experiment")
        self.start.setProperty("look", "primary")
        self.start.clicked.connect(lambda: (self.stopped if self._on else self.begun).emit())
        self.clear = QPushButton(self.tr("Forget the runs"), self)
        self.clear.clicked.connect(self.cleared)
        self.runs, self.left = Hero(self.tr("Runs"), self), Hero(self.tr("Time left"), self)
        self.best = Hero(self.tr("Best validation loss"), self)
        self.accuracy = Hero(self.tr("Its accuracy"), self)
        self.share, self.words = ShareBar(theme, self), CutLabel("", scale=SMALL, muted=True, parent=self)
        self.export = QPushButton(self.tr("Export"), self)
        menu = QMenu(self.export)
        titles = (self.tr("Table as CSV…"), self.tr("Table as Markdown…"), self.tr("Pictures as PNG…"),
                  self.tr("Pictures as SVG…"))  # fmt: skip
        for ending, title in zip(EXPORTS, titles, strict=True):
            menu.addAction(title).triggered.connect(lambda _=False, ending=ending: self.exported.emit(ending))
        self.export.setMenu(menu)
        row, far = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        far.addWidget(self.words)
        far.addWidget(self.share)
        for part in (self.start, self.clear):
            row.addWidget(part)
        row.addSpacing(14)
        for hero in (self.runs, self.left, self.best, self.accuracy):
            row.addWidget(hero)
        row.addLayout(far, 1)
        row.addWidget(self.export)

    def show_runs(self, shown: Shown, running: bool, hands: Hands, left: float | None, done: bool) -> None:
        """`left`: seconds, where they are known. `done`: every run has come to its end."""
        self._on = running
        trials = shown.experiment.trials if shown.experiment is not None else ()
        self.start.setText(
            self.tr("Stop") if running else self.tr("Go on") if shown.rows and not done else self.tr("Start")
        )
        self.clear.setEnabled(bool(shown.rows) and not running)
        self.export.setEnabled(bool(shown.rows))
        self.runs.number.setText(f"{len(shown.rows):,} / {len(trials):,}" if trials else "–")
        self.left.number.setText(clock(left) if running and left is not None else "–")
        losses = {key: loss for key, row in shown.rows.items() if (loss := measured(row, "test_loss")) is not None}
        best = min(losses, key=lambda key: losses[key], default=None)
        accuracy = measured(shown.rows[best], "test_accuracy") if best is not None else None
        self.best.number.setText(measure_text("test_loss", losses[best]) if best is not None else "–")
        self.best.number.setToolTip(tip(measure_title("test_loss")))
        self.accuracy.number.setText(measure_text("test_accuracy", accuracy) if accuracy is not None else "–")
        self.share.show_share(len(shown.rows) / len(trials) if trials else 0.0)
        self.words.setText(self._words(hands, len(shown.under_way)) if running else "")

    def _words(self, hands: Hands, under_way: int) -> str:
        if hands.cluster and hands.workers is None:
            return self.tr("Looking for {address}").format(address=hands.cluster)
        if hands.cluster and not hands.workers:
            words = self.tr("No worker yet; one is started by: dask worker {address} --nthreads 1")
            return words.format(address=hands.cluster)
        if hands.cluster:
            words = self.tr("{address} · workers: {workers} · under way: {count}")
            return words.format(address=hands.cluster, workers=hands.workers, count=under_way)
        if not under_way:
            return self.tr("TensorFlow loads in {workers} processes").format(workers=hands.workers)
        return self.tr("Processes: {workers} · under way: {count}").format(workers=hands.workers, count=under_way)

    def show_theme(self, theme: Theme) -> None:
        self.share.show_theme(theme)


def clock(seconds: float) -> str:
    """1:05, or 1:02:03 from an hour on."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
