"""A metric in four steps: make, update, result, reset; by hand, and the same one on the running network."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.meters import (
    METERS,
    MOST_NUMBERS,
    MOST_STEPS,
    LiveReading,
    Meter,
    MeterAnswer,
    MeterQuestion,
    Numbers,
    ResetState,
    Update,
    code_of,
)
from playground.frames.wanted import Wanted
from playground.ui.plots.meters.readings import Readings
from playground.ui.plots.meters.typed import NumbersError, read_numbers
from playground.ui.theme import Theme
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.plain import PlainLabel

ROOM = QSize(360, 420)
CODE_LINES = 4


class MetersPanel(LiveView):
    """`asked(question)`: a MeterQuestion to the engine; `show_answer` brings what the meter says."""

    rest = 60
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.kind = QComboBox()
        self.kind.addItems(list(METERS))
        # A narrow column has room for it too.
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(10)
        self.kind.setAccessibleName(self.tr("Metric"))
        self.kind.setToolTip(self.tr("Another metric of Keras, new"))
        self.names, self.fields = (TextLabel(), TextLabel()), (QLineEdit(), QLineEdit())
        self.update_button, self.reset_button = QPushButton(self.tr("Update")), QPushButton(self.tr("Reset"))
        self.update_button.setToolTip(self.tr("update_state: what is typed is added to what the metric knows (Enter)"))
        self.reset_button.setToolTip(self.tr("reset_state: the metric forgets all it was given"))
        self.trouble = PlainLabel()
        self.trouble.setWordWrap(True)
        self.by_hand = Readings(self.tr("By hand"), theme)
        self.live = Readings(self.tr("On the running network"), theme)
        self.code = QPlainTextEdit(readOnly=True)
        self.code.setAccessibleName(self.tr("The lines of Keras that were run"))
        self.copy_button = QPushButton(self.tr("Copy"))
        self.question = MeterQuestion(next(iter(METERS)))
        self._document: Document | None = None
        self._answer: MeterAnswer | None = None
        self._live: LiveReading | None = None
        self._arrange()
        self._listen()
        self.show_theme(theme)
        self._make()

    def _arrange(self) -> None:
        inside, scroll = QWidget(), QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        for ground in (inside, scroll.viewport()):
            # The panel's own is seen through them.
            ground.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        first, typed, second = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        first.addWidget(self.kind, 1)
        for name, field in zip(self.names, self.fields, strict=True):
            name.setBuddy(field)
            typed.addWidget(name)
            field.setMinimumWidth(40)
            typed.addWidget(field, 1)
        for button in (self.update_button, self.reset_button):
            first.addWidget(button)
        for readings in (self.by_hand, self.live):
            second.addWidget(readings)
        below = QHBoxLayout()
        below.addWidget(self.code, 1)
        below.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        column.addLayout(typed)
        column.addWidget(self.trouble)
        column.addLayout(second)
        column.addLayout(below, 1)

    def _listen(self) -> None:
        self.kind.activated.connect(lambda _: self._make())
        self.update_button.clicked.connect(self.update_meter)
        self.reset_button.clicked.connect(self.reset_meter)
        for field in self.fields:
            field.returnPressed.connect(self.update_meter)
            field.textEdited.connect(lambda _: self._complain(""))
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.code.toPlainText()))

    # What it is

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("MetersPanel", "Meters")

    def explanation(self) -> str:
        return self.tr(
            "A metric of Keras: made, updated with numbers that you type, asked for its result, and reset. The boxes "
            "are its own variables. Beside it the same metric on the running network, reset as each epoch begins: "
            "labels against what the network gives now; Mean and Sum of each batch's loss."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        losses = self._meter.food == "losses"
        return replace(wanted, meter=self._meter.name, batches=wanted.batches or losses)

    @property
    def _meter(self) -> Meter:
        return METERS[self.question.meter]

    # What a person does

    def _make(self) -> None:
        """Another metric, new."""
        self._ask(MeterQuestion(self.kind.currentText()))
        meter = self._meter
        titles = (self.tr("labels"), self.tr("predictions")) if meter.pairs else (self.tr("values"), "")
        for number, (name, field) in enumerate(zip(self.names, self.fields, strict=True)):
            name.setVisible(number < len(meter.start))
            field.setVisible(number < len(meter.start))
            name.setText(titles[number])
            field.setAccessibleName(titles[number])
            field.setToolTip(self.tr("A number, or several: 2, or 4, 6, or [[0.7, 0.3], [0.6, 0.4]]"))
            field.setText(meter.start[number] if number < len(meter.start) else "")
        self._live = None
        self._show_live()
        self.wanted_changed.emit()

    def update_meter(self) -> None:
        """Give it what is typed."""
        given: list[Numbers] = []
        for field in self.fields[: len(self._meter.start)]:
            try:
                given.append(read_numbers(field.text()))
            except NumbersError as error:
                self._complain(self._words(error.code), field)
                field.setFocus()
                return
        if len(self.question.steps) >= MOST_STEPS:
            self._complain(self.tr("These are many steps. Reset begins a new list of them."))
            return
        self._ask(replace(self.question, steps=(*self.question.steps, Update(tuple(given)))))

    def reset_meter(self) -> None:
        """It forgets; a list of steps that is long begins anew."""
        steps = self.question.steps
        self._ask(replace(self.question, steps=(*steps, ResetState()) if 0 < len(steps) < MOST_STEPS - 1 else ()))

    def _ask(self, question: MeterQuestion) -> None:
        self.question, self._answer = question, None
        self._complain("")
        self._show_question()
        self.asked.emit(question)

    # What it shows

    def show_answer(self, answer: MeterAnswer) -> None:
        """What the metric says; of a step that it refused, why, and that step is taken back."""
        if answer.question != self.question:
            return
        if answer.trouble or answer.sizes:
            steps = answer.question.steps[: len(answer.readings) - 1]
            self.question = replace(answer.question, steps=steps)
            self._complain(self._refusal(answer))
        self._answer = replace(answer, question=self.question)
        self._show_question()

    def _refusal(self, answer: MeterAnswer) -> str:
        if answer.sizes is not None:
            words = self.tr("{labels} labels and {predictions} predictions: there must be as many of both.")
            return words.format(labels=answer.sizes[0], predictions=answer.sizes[1])
        return self.tr("Keras does not take these: {words}").format(words=answer.trouble)

    def _show_question(self) -> None:
        answer = self._answer
        note = self.tr("TensorFlow is loading, or busy…")
        if answer is not None:
            updates = 0
            for step in self.question.steps:
                updates = 0 if isinstance(step, ResetState) else updates + 1
            note = self.tr("updated once") if updates == 1 else self.tr("updated {count} times").format(count=updates)
        self.by_hand.show_reading(answer.readings[-1] if answer else None, note)
        self.code.setPlainText(code_of(self.question))
        bar = self.code.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.reset_button.setEnabled(bool(self.question.steps))

    def show_document(self, document: Document) -> None:
        self._document = document
        if self.isVisible():
            self._show_live()

    def show_frame(self, frame: Frame) -> None:
        if frame.wanted.meter == self._meter.name and frame.past is None:
            self._live = frame.meter
            if self.isVisible():
                self._show_live()

    def forget(self) -> None:
        self._live = None
        self._show_live()

    def _show_live(self) -> None:
        task = None if self._document is None else self._document.data.facts.task
        if task is not None and task not in self._meter.tasks:
            note = self.tr("{metric} does not suit this data.").format(metric=self._meter.name)
            self.live.show_reading(None, note)
            return
        live = self._live
        if live is None or not live.batches:
            self.live.show_reading(live.reading if live else None, self.tr("reset: no batch of an epoch yet"))
            return
        words = self.tr("epoch {epoch}, after {batches} of {all} batches")
        note = words.format(epoch=f"{live.epoch:,}", batches=f"{live.batches:,}", all=f"{live.of:,}")
        self.live.show_reading(live.reading, note)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.trouble.setStyleSheet(f"color: {theme.problem}")
        self.by_hand.show_theme(theme)
        self.live.show_theme(theme)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(max(4.0, QApplication.font().pointSizeF() * 0.95))
        self.code.setFont(font)
        self.code.setMinimumHeight(self.code.fontMetrics().height() * CODE_LINES)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.room_asked.emit(ROOM)
        self._show_live()
        if self._answer is None:
            self.asked.emit(self.question)

    def _complain(self, words: str, field: QLineEdit | None = None) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        for one in self.fields:
            if bool(one.property("wrong")) != (one is field):
                one.setProperty("wrong", one is field)
                one.style().unpolish(one)
                one.style().polish(one)

    def _words(self, code: str) -> str:
        return {
            "empty": self.tr("Type a number, or several: 4, 6"),
            "no_numbers": self.tr("These are no numbers. Write 2, or 4, 6, or [[0.7, 0.3], [0.6, 0.4]]."),
            "too_many": self.tr("At most {count} numbers at once.").format(count=MOST_NUMBERS),
            "uneven": self.tr("The rows are not equally long."),
        }[code]

    def table(self) -> Table | None:
        """The result after each step."""
        if self._answer is None:
            return None
        readings = self._answer.readings
        names = [name for name, _ in readings[0].variables]
        rows = tuple(
            (number, reading.result, *(float(value.ravel()[0]) for _, value in reading.variables))
            for number, reading in enumerate(readings)
        )
        return Table((self.tr("step"), self.tr("result"), *names), rows)
