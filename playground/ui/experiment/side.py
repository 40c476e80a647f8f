"""The run that is looked at: its output, its numbers, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.runs.experiment import Experiment
from playground.runs.rows import Row
from playground.runs.store import MOST_BYTES
from playground.runs.surfaces import surface_of
from playground.runs.trials import Trial
from playground.ui.experiment.output import RunOutput
from playground.ui.plots.charts.segments import Segments
from playground.ui.texts.runs.plan import axis_title, measure_text, measure_title, setting_value_title, state_text
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel, heading

ALL_ROOM = 1_000
TOLD = ("train_loss", "test_loss", "test_accuracy", "epochs", "parameters", "seconds")


class Side(QFrame):
    """`opened` and `pinned` carry the Trial that is shown."""

    opened = Signal(object)
    pinned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trial: Trial | None = None
        self.setProperty("look", "panel")
        self.output = RunOutput(theme, self)
        self.switch = Segments(("2D", "3D"), theme, self)
        self.switch.chosen.connect(self._turn)
        self.size_kept: Callable[[str], int | None] = lambda _: None
        self.name = TextLabel(bold=True, wrap=True, parent=self)
        self.settings = TextLabel(muted=True, wrap=True, parent=self)
        self.numbers = TextLabel(wrap=True, parent=self)
        self.open = QPushButton(self.tr("Open this one"), self)
        self.open.setProperty("look", "primary")
        self.open.setToolTip(self.tr("Its network with its weights comes onto the canvas (Enter)"))
        self.open.clicked.connect(lambda: self.opened.emit(self.trial))
        self.pin = QPushButton(self.tr("Pin as rival"), self)
        self.pin.setToolTip(self.tr("Its network stands beside the present one and trains with it (P)"))
        self.pin.clicked.connect(lambda: self.pinned.emit(self.trial))
        buttons = QHBoxLayout()
        buttons.addWidget(self.open, 1)
        buttons.addWidget(self.pin)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Output")), 1)
        head.addWidget(self.switch)
        column.addLayout(head)
        # It takes what room the words leave.
        column.addWidget(self.output, ALL_ROOM)
        for part in (self.name, self.settings, self.numbers):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        self.show_run(None, None, None)

    def show_run(self, experiment: Experiment | None, trial: Trial | None, row: Row | None) -> None:
        """That run of the experiment, with its row where it has one; none of all for none."""
        self.trial = trial
        for part in (self.settings, self.numbers):
            part.setVisible(trial is not None)
        self.open.setEnabled(trial is not None)
        self.pin.setEnabled(trial is not None)
        if experiment is None or trial is None:
            self.name.setText(self.tr("Point at a run to see what it learned."))
            self.output.show_output(None, None)
            return
        self.name.setText(self.tr("Run {number}").format(number=trial.number))
        told = (
            f"{axis_title(experiment.base, name)} {setting_value_title(name, value, row)}"
            for name, value in trial.settings
        )
        self.settings.setText(" · ".join(told))
        self.numbers.setText(self._numbers(row))
        is_over, surface = row is not None, surface_of(row.surface) if row is not None else None
        self.output.show_output(trial.document, surface, is_over)

    def _turn(self, word: str) -> None:
        if not self.output.show_in_3d(word == "3D"):
            self.switch.show_word("2D")
            self.switch.buttons["3D"].setEnabled(False)
            self.switch.buttons["3D"].setToolTip(self.tr("A landscape needs OpenGL, which is not to be had here."))

    def _weights(self, row: Row) -> str:
        """Where a large run has its weights, "" where it has them with it."""
        size = self.size_kept(row.stored) if row.stored else None
        if size is not None:
            words = self.tr(
                "Weights: {size} MB, in a file of this computer. Such files take at most {most} GB together, and the "
                "oldest go first."
            )
            return words.format(size=f"{size / 1e6:,.1f}", most=MOST_BYTES >> 30)
        if row.trained or row.state not in ("done", "stopped", "diverged"):
            return ""
        return self.tr("Its weights are not kept here: opened, it has its first ones, and Play trains it again.")

    def _numbers(self, row: Row | None) -> str:
        if row is None:
            return state_text("waiting")
        found = [state_text(row.state, row)]
        for name in TOLD:
            value = row.numbers.get(name)
            if isinstance(value, int | float):
                found.append(f"{measure_title(name)}: {measure_text(name, float(value))}")
        return "\n".join([*found, self._weights(row)]).rstrip()

    def show_theme(self, theme: Theme) -> None:
        self.output.show_theme(theme)
        self.switch.show_theme(theme)
