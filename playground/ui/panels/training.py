"""How the network learns: the optimizer's own settings, clipping, batch, seed, metrics, schedule and stopping."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.frames.frame import Frame
from playground.ui.editor import Editor
from playground.ui.panels.form import SettingsForm, with_setting
from playground.ui.panels.metrics_box import MetricsBox
from playground.ui.panels.running import ScheduleForm, StoppingForm
from playground.ui.text import changing, optimizer_help, setting_help, setting_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import FormRow, Line, TextLabel, heading

# The tool bar holds the learning rate, `playground train` the epochs, and metrics have a box of their own.
ELSEWHERE = ("learning_rate", "epochs", "metrics")


class TrainingForm(QWidget):
    """Training settings, and below them those of the chosen optimizer."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.settings = SettingsForm(theme, hidden=ELSEWHERE)
        self.metrics = MetricsBox(theme)
        self.metrics.chosen.connect(lambda names: editor.apply(changing("metrics"), self._with("metrics", names)))
        self.optimizer = SettingsForm(theme)
        self.optimizer_name = heading("")
        self.optimizer_help = TextLabel(muted=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Training")))
        column.addWidget(self.settings)
        metrics = FormRow(setting_title("metrics"), self.metrics, setting_help("metrics"))
        metrics.setObjectName("setting:metrics")
        column.addWidget(metrics)
        column.addSpacing(4)
        column.addWidget(Line())
        column.addSpacing(4)
        for part in (self.optimizer_name, self.optimizer_help, self.optimizer):
            column.addWidget(part)
        self.schedule, self.stopping = ScheduleForm(editor, theme), StoppingForm(editor, theme)
        for section in (self.schedule, self.stopping):
            column.addSpacing(4)
            column.addWidget(Line())
            column.addSpacing(4)
            column.addWidget(section)
        for form, change in ((self.settings, self._with), (self.optimizer, self._with_optimizer)):
            form.moved.connect(lambda name, value, make=change: editor.preview(make(name, value)))
            form.changed.connect(lambda name, value, make=change: editor.apply(changing(name), make(name, value)))
            form.cancelled.connect(editor.cancel)

    def _with(self, name: str, value: object) -> Document:
        document = self._editor.document
        return edits.set_training(document, with_setting(document.training, name, value))

    def _with_optimizer(self, name: str, value: object) -> Document:
        document = self._editor.document
        optimizer = with_setting(document.training.optimizer, name, value)
        return edits.set_training(document, replace(document.training, optimizer=optimizer))

    def show_document(self, document: Document) -> None:
        training = document.training
        self.settings.show_value(training)
        self.settings.rows["clip_at"].setVisible(training.clipping != "none")
        self.metrics.show_document(document)
        self.optimizer.show_value(training.optimizer)
        name = type(training.optimizer).__name__
        self.optimizer_name.setText(name)
        self.optimizer_help.setText(optimizer_help(name))
        self.schedule.show_document(document)
        self.stopping.show_document(document)

    def show_frame(self, frame: Frame) -> None:
        self.schedule.show_frame(frame)

    def forget(self) -> None:
        self.schedule.forget()

    def show_theme(self, theme: Theme) -> None:
        self.settings.show_theme(theme)
        self.metrics.show_theme(theme)
        self.optimizer.show_theme(theme)
        self.schedule.show_theme(theme)
        self.stopping.show_theme(theme)
        self.show_document(self._editor.shown)
