"""How the learning rate changes and when a run stops: two sections of the training form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.schedules import SCHEDULES, Constant, OnPlateau
from playground.document.stopping import Stopping
from playground.frames.frame import Frame
from playground.ui.editor import Editor
from playground.ui.panels.form import SettingsForm, WordBox, with_setting
from playground.ui.panels.rate_plot import RatePlot
from playground.ui.text import changing, schedule_help, setting_help, setting_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import FormRow, TextLabel, heading


class ScheduleForm(QWidget):
    """Which schedule, its settings, and the learning rate it makes, drawn before it runs."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.kind = WordBox(tuple(SCHEDULES), theme)
        self.kind.activated.connect(lambda _: self._choose(self.kind.currentData()))
        self.help = TextLabel(muted=True, wrap=True)
        self.form = SettingsForm(theme)
        self.plot = RatePlot(theme)
        self.may = TextLabel(
            self.tr("Drawn as fast as it may fall; it falls only where the loss stops getting better."),
            muted=True,
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = FormRow(setting_title("schedule"), self.kind, setting_help("schedule"))
        row.setObjectName("setting:schedule")
        for part in (heading(self.tr("Learning rate over the run")), row, self.help, self.form, self.plot, self.may):
            column.addWidget(part)
        self.form.moved.connect(lambda name, value: editor.preview(self._with(name, value)))
        self.form.changed.connect(lambda name, value: editor.apply(changing(name), self._with(name, value)))
        self.form.cancelled.connect(editor.cancel)

    def _choose(self, name: str) -> None:
        training = self._editor.document.training
        if name != type(training.schedule).__name__:
            changed = replace(training, schedule=SCHEDULES[name]())
            self._editor.apply(changing("schedule"), edits.set_training(self._editor.document, changed))

    def _with(self, name: str, value: object) -> Document:
        document = self._editor.document
        schedule = with_setting(document.training.schedule, name, value)
        return edits.set_training(document, replace(document.training, schedule=schedule))

    def show_document(self, document: Document) -> None:
        schedule = document.training.schedule
        name = type(schedule).__name__
        self.kind.setCurrentIndex(self.kind.findData(name))
        self.help.setText(schedule_help(name))
        self.form.show_value(schedule)
        self.plot.show_document(document)
        self.plot.setVisible(not isinstance(schedule, Constant))
        self.may.setVisible(isinstance(schedule, OnPlateau))

    def show_frame(self, frame: Frame) -> None:
        self.plot.show_frame(frame)

    def forget(self) -> None:
        self.plot.forget()

    def show_theme(self, theme: Theme) -> None:
        self.form.show_theme(theme)
        self.plot.show_theme(theme)


class StoppingForm(QWidget):
    """The rules that end a run; those that belong to a rule that is off are not shown."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.form = SettingsForm(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Stop by itself")))
        column.addWidget(TextLabel(self.tr("0 turns a rule off; Play goes on after a stop."), muted=True, wrap=True))
        column.addWidget(self.form)
        self.form.moved.connect(lambda name, value: editor.preview(self._with(name, value)))
        self.form.changed.connect(lambda name, value: editor.apply(changing(name), self._with(name, value)))
        self.form.cancelled.connect(editor.cancel)

    def _with(self, name: str, value: object) -> Document:
        document = self._editor.document
        stopping = with_setting(document.training.stopping, name, value)
        return edits.set_training(document, replace(document.training, stopping=stopping))

    def show_document(self, document: Document) -> None:
        stopping: Stopping = document.training.stopping
        rows = self.form.rows
        self.form.show_value(stopping)
        rows = self.form.rows
        for name in ("least_gain", "restore_best"):
            rows[name].setVisible(stopping.patience > 0)
        rows["watched"].setVisible(bool(stopping.until_loss or stopping.until_accuracy or stopping.patience))
        rows["until_accuracy"].setVisible(document.data.facts.task != "regression")

    def show_theme(self, theme: Theme) -> None:
        self.form.show_theme(theme)
