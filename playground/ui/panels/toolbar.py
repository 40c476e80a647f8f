"""The top bar: play, how far training is, and how fast it learns."""

from __future__ import annotations

from math import nan

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.history import History
from playground.document.limits import Whole, limits
from playground.document.metrics import METRICS
from playground.document.settings import OPTIMIZERS, TrainingSettings
from playground.frames.frame import Frame
from playground.frames.run import ENGINE_GONE, Status
from playground.ui.editor import Editor
from playground.ui.icons import icon
from playground.ui.panels.figure import Figure
from playground.ui.panels.form import WheelGuard, with_setting
from playground.ui.panels.history import redo_text, undo_text
from playground.ui.panels.pace import PaceBox
from playground.ui.panels.rate_box import WRITTEN_RATES, RateBox
from playground.ui.text import changing, node_title, optimizer_help, problem_text, setting_help, setting_title
from playground.ui.texts.metrics import metric_help, metric_title
from playground.ui.texts.numbers import NOTHING, loss_text, metric_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, tool_button
from playground.ui.widgets.plain import tip


class ToolBar(Panel):
    """Play, step, reset, the heroes, and the settings that one changes while watching."""

    play_toggled = Signal()
    step_asked = Signal(bool)
    reset_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    theme_toggled = Signal()
    pace_chosen = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme, self._training, self._unfinished = editor, theme, False, False
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_buttons(theme)
        self._make_figures()
        self._make_fields()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(8)
        for button in (self.play, self.step, self.reset):
            row.addWidget(button)
        row.addSpacing(8)
        for figure in self.figures:
            row.addWidget(figure)
        row.addStretch()
        titled: dict[str, QWidget] = {}
        for name, field in (("learning_rate", self.rate), ("optimizer", self.optimizer), ("batch_size", self.batch)):
            field.setToolTip(tip(setting_help(name)))
            titled[name] = self._titled(setting_title(name), field, name)
            row.addWidget(titled[name])
        speed = self._titled(self.tr("Speed"), self.pace, "speed")
        row.addWidget(speed)
        # A link's names of the controls that a lesson can do without.
        self._controls = {
            "playButton": self.play, "stepButton": self.step, "resetButton": self.reset,
            "learningRate": titled["learning_rate"], "batchSize": titled["batch_size"],
        }  # fmt: skip
        # What goes first where the bar is too narrow; panels and menus have most of it too.
        self._spare = (
            *reversed(self.metrics[1:]), titled["batch_size"], titled["optimizer"], self.light, self.redo, self.undo,
            speed, titled["learning_rate"],
        )  # fmt: skip
        self._unwanted, self._fitting = frozenset[QWidget](), False
        row.addSpacing(4)
        for button in (self.undo, self.redo, self.light):
            row.addWidget(button)
        self.show_theme(theme)
        self.show_document(editor.document)

    def _make_buttons(self, theme: Theme) -> None:
        self.play = tool_button(icon("play", theme), self.tr("Play"))
        self.play.setProperty("look", "play")
        self.play.setFixedSize(38, 38)
        self.play.setIconSize(QSize(22, 22))
        self.step = tool_button(icon("step", theme), self.tr("Train one batch; with Shift, one epoch"), framed=True)
        self.reset = tool_button(icon("reset", theme), self.tr("Start again from new weights"), framed=True)
        self.undo = tool_button(icon("undo", theme), self.tr("Undo"), framed=True)
        self.redo = tool_button(icon("redo", theme), self.tr("Redo"), framed=True)
        self.light = tool_button(icon("moon", theme), self.tr("Light or dark"), framed=True)
        for name in ("play", "step", "reset", "undo", "redo", "light"):
            getattr(self, name).setObjectName(f"button:{name}")
        self.play.clicked.connect(self.play_toggled)
        self.step.clicked.connect(lambda: self.step_asked.emit(_shift_held()))
        self.reset.clicked.connect(self.reset_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.light.clicked.connect(self.theme_toggled)

    def _make_figures(self) -> None:
        self.epoch = Figure(self.tr("Epoch"), "88,888", self.tr("How many times training has seen all points"))
        self.train_loss = Figure(self.tr("Train loss"), "8.8e−88", self.tr("The loss on the points trained on"))
        self.validation_loss = Figure(
            self.tr("Validation loss"), "8.8e−88", self.tr("The loss on points that training never sees")
        )
        self.metrics, self._measured = tuple(Figure("", "100.0 %") for _ in METRICS), tuple[str, ...]()
        self.figures = (self.epoch, self.train_loss, self.validation_loss, *self.metrics)

    def _make_fields(self) -> None:
        known = limits(TrainingSettings)
        batches = known["batch_size"]
        assert isinstance(batches, Whole)
        self.rate = RateBox(WRITTEN_RATES)
        self.rate.chosen.connect(lambda rate: self._apply("learning_rate", rate))
        self.optimizer = QComboBox()
        self.optimizer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.optimizer.installEventFilter(WheelGuard(self.optimizer))
        for at, name in enumerate(OPTIMIZERS):
            self.optimizer.addItem(name)
            self.optimizer.setItemData(at, tip(optimizer_help(name)), Qt.ItemDataRole.ToolTipRole)
        self.optimizer.textActivated.connect(self._choose_optimizer)
        self.batch = NumberBox(batches.low, batches.low, batches.high, step=1, whole=True)
        self.batch.setFixedWidth(self.batch.fontMetrics().horizontalAdvance("8888") + 30)
        self.batch.moved.connect(lambda size: self._editor.preview(self._with("batch_size", int(size))))
        self.batch.finished.connect(lambda size: self._apply("batch_size", int(size)))
        self.batch.cancelled.connect(self._editor.cancel)
        self.pace = PaceBox()
        self.pace.chosen.connect(self.pace_chosen)

    @staticmethod
    def _titled(words: str, field: QWidget, name: str) -> QWidget:
        title = TextLabel(words, scale=SMALL, muted=True)
        title.setBuddy(field)
        field.setAccessibleName(words)
        both = QWidget()
        both.setObjectName(f"setting:{name}")
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(title)
        column.addWidget(field)
        return both

    def _with(self, name: str, value: object) -> Document:
        document = self._editor.document
        return edits.set_training(document, with_setting(document.training, name, value))

    def _apply(self, name: str, value: object) -> None:
        self._editor.apply(changing(name), self._with(name, value))

    def _choose_optimizer(self, name: str) -> None:
        if name != type(self._editor.document.training.optimizer).__name__:
            self._apply("optimizer", OPTIMIZERS[name]())

    def show_document(self, document: Document) -> None:
        training = document.training
        with QSignalBlocker(self.rate), QSignalBlocker(self.optimizer), QSignalBlocker(self.batch):
            self.rate.set_value(training.learning_rate)
            self.optimizer.setCurrentText(type(training.optimizer).__name__)
            self.batch.set_value(training.batch_size)
        self._show_metrics(document.metrics)
        for name, control in self._controls.items():
            control.setVisible(name not in document.view.hidden)
        unwanted = [self._controls[name] for name in document.view.hidden if name in self._controls]
        self._unwanted = frozenset([*unwanted, *self.metrics[len(self._measured) :]])
        if self.isVisible():
            self._fit()
        if self._unfinished:
            self._show_play()
        self._show_history(self._editor.history)

    def _show_metrics(self, names: tuple[str, ...]) -> None:
        for place, figure in enumerate(self.metrics):
            figure.setVisible(place < len(names))
        if names != self._measured:
            self._measured = names
            for name, figure in zip(names, self.metrics, strict=False):
                figure.show_title(metric_title(name), self._metric_help(name))
                figure.set_text(NOTHING)

    def _metric_help(self, name: str) -> str:
        return self.tr("{help} Here of the points that training never sees.").format(help=metric_help(name))

    def _fit(self) -> None:
        """Show as much as there is room for, rather than all of it clipped."""
        if not self._fitting:
            # What is shown may resize the bar, and what is left out resize it back, for ever.
            self._fitting = True
            for part in self._spare:
                part.setVisible(part not in self._unwanted)
            self._fitting = False
            self._leave_out()

    def _leave_out(self) -> None:
        row = self.layout()
        for part in () if self._fitting else self._spare:
            if row is None or row.minimumSize().width() <= self.width():
                break
            part.hide()

    def minimumSizeHint(self) -> QSize:
        """Without all that can be left out."""
        row, least = self.layout(), super().minimumSizeHint()
        spare = [part for part in self._spare if not part.isHidden()]
        away = sum(part.minimumSizeHint().width() + row.spacing() for part in spare) if row else 0
        return QSize(least.width() - away, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # What is left out changes the height, which is no reason to begin anew: that would go on for ever.
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self.isVisible():
            # The parts take the new font after the bar.
            QTimer.singleShot(0, self, self._fit)

    def event(self, event: QEvent) -> bool:
        # A number that needs more digits than ever may take the room of others.
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._leave_out()
        return super().event(event)

    def show_frame(self, frame: Frame) -> None:
        row = frame.row
        self.epoch.set_text(f"{frame.epoch:,}")
        self.train_loss.set_text(loss_text(row.get("train_loss", nan)))
        self.validation_loss.set_text(loss_text(row.get("validation_loss", nan)))
        texts = {name: metric_text(name, row.get(f"validation_{name}", nan)) for name in self._measured}
        for text, figure in zip(texts.values(), self.metrics, strict=False):
            figure.set_text(text)
        if texts:
            self.metrics[0].setToolTip(tip(self._first_help(texts)))

    def forget(self) -> None:
        for figure in (self.epoch, self.train_loss, self.validation_loss, *self.metrics):
            figure.set_text(NOTHING)

    def _first_help(self, texts: dict[str, str]) -> str:
        """What the first metric is, and the metrics that the bar has no room for."""
        first, *others = texts
        pairs = zip(others, self.metrics[1:], strict=False)
        hidden = (f"{metric_title(name)}: {texts[name]}" for name, figure in pairs if figure.isHidden())
        return "\n".join([self._metric_help(first), *hidden])

    def show_status(self, status: Status) -> None:
        self._training = status.state == "training" or status.code == "will_play"
        self._unfinished = status.state == "unfinished"
        self._show_play()
        if self.play.property("fresh") != (status.state == "ready"):
            # A ring around it until the first run.
            self.play.setProperty("fresh", status.state == "ready")
            self.play.style().polish(self.play)
        able = status.state in ("ready", "training", "paused", "diverged")
        # One click before TensorFlow has loaded is remembered.
        self.play.setEnabled(able or status.state in ("loading", "building") or status.code == ENGINE_GONE)
        self.step.setEnabled(able and status.state != "diverged")

    def _show_play(self) -> None:
        words = self.tr("Pause") if self._training else self.tr("Play")
        obstacle = self._obstacle() if self._unfinished else ""
        self.play.setToolTip(tip(obstacle or words))
        self.play.setAccessibleName(words)
        self.play.setAccessibleDescription(obstacle)
        ink = self._theme.window if self._theme.dark else "#ffffff"
        self.play.setIcon(icon("pause" if self._training else "play", self._theme, ink))

    def _obstacle(self) -> str:
        """Why the network cannot be trained: its first problem, in a sentence; "" where there is none."""
        document = self._editor.shown
        problem = next(iter(find_problems(document)), None)
        if problem is None or problem.severity != "error":
            return ""
        node = document.graph.by_id.get(problem.node)
        where = node_title(node, document) if node else self.tr("Network")
        return self.tr("Not yet: {where}: {problem}").format(where=where, problem=problem_text(problem))

    def _show_history(self, history: History) -> None:
        """Undo and redo say what they would take back or do again."""
        self.undo.setEnabled(history.undo_name is not None)
        self.redo.setEnabled(history.redo_name is not None)
        self.undo.setToolTip(tip(undo_text(history)))
        self.redo.setToolTip(tip(redo_text(history)))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button, name in ((self.step, "step"), (self.reset, "reset"), (self.undo, "undo"), (self.redo, "redo")):
            button.setIcon(icon(name, theme))
        self.light.setIcon(icon("sun" if theme.dark else "moon", theme))
        self.train_loss.set_colour(theme.colour("train"))
        self.validation_loss.set_colour(theme.colour("validation"))
        for figure in (self.epoch, *self.metrics):
            figure.set_colour(theme.colour("ink"))
        self._show_play()


def _shift_held() -> bool:
    return bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
