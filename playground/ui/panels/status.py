"""The bottom bar: what the trainer is doing, and what it is doing it with."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.document.checks.problems import Problem, find_problems
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.schedules import Constant
from playground.frames.frame import Frame
from playground.frames.news import Hello
from playground.frames.run import Status
from playground.ui.icons import icon
from playground.ui.text import count_text, data_title, status_text
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.plain import tip

COLOURS = {
    "training": "good", "ready": "good", "paused": "muted", "loading": "muted", "building": "muted",
    "unfinished": "validation", "diverged": "problem", "failed": "problem",
}  # fmt: skip


def speed_text(speed: float) -> str:
    """Three digits are enough for a number that dances: 6,240, 12.5."""
    if speed < 100:
        return f"{speed:.1f}"
    return f"{float(f'{speed:.3g}'):,.0f}"


class Dot(QWidget):
    """A small disc of one colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(8, 8)
        self._colour = QColor()

    def set_colour(self, colour: QColor) -> None:
        if colour != self._colour:
            self._colour = colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(self.rect())


class SteadyLabel(TextLabel):
    """Stays as wide as its widest text of this kind was, so that what stands behind it keeps its place."""

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._widest = "", 0

    def say(self, kind: str, text: str) -> None:
        """A text; of another kind, it takes its own width again."""
        if kind != self._kind:
            self._kind, self._widest = kind, 0
        self.setText(text)
        self.setToolTip(tip(text))
        self._widest = max(self._widest, super().sizeHint().width())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._widest, 0))


SAID_MS = 4_000
LONGEST_SEED = 16
MARGIN = 2


class StatusPanel(Panel):
    """State, problems and size at the left; data and engine at the right."""

    problems_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._status, self._speed = theme, Status(), 0.0
        self._rate, self._scheduled = 0.0, False
        self._found: tuple[Problem, ...] = ()
        self._said = ""
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.dot = Dot()
        self.state = SteadyLabel()
        self.parameters, self.lesson, self.data, self.engine = (TextLabel() for _ in range(4))
        # A long sentence may be cut off in a narrow window, which it must not widen; its tooltip has it all.
        self.state.setMinimumWidth(60)
        self.problems = QPushButton()
        self.problems.setProperty("look", "link")
        self.problems.setToolTip(self.tr("Show what stops or spoils this network, and how to mend it"))
        self.problems.clicked.connect(self.problems_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, MARGIN, 14, MARGIN)
        row.setSpacing(8)
        for part in (self.dot, self.state, self.problems, self.parameters, self.lesson):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.data)
        row.addSpacing(8)
        row.addWidget(self.engine)
        self.problems.hide()
        self.lesson.hide()
        self.show_status(self._status)

    def sizeHint(self) -> QSize:
        return self._with_link(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._with_link(super().minimumSizeHint())

    def _with_link(self, size: QSize) -> QSize:
        """As high as with the link of problems: it comes and goes, and nothing above moves for it."""
        self.problems.ensurePolished()
        return size.expandedTo(QSize(0, self.problems.sizeHint().height() + 2 * MARGIN))

    def show_status(self, status: Status) -> None:
        self._status = status
        self._show_state()

    def show_frame(self, frame: Frame) -> None:
        self._speed, self._rate = frame.epochs_per_second, frame.learning_rate
        self._show_state()

    def forget(self) -> None:
        self._speed = self._rate = 0.0
        self._show_state()

    def _show_state(self) -> None:
        text = self._said or status_text(self._status)
        if not self._said and self._status.state == "training" and self._speed > 0:
            text = self.tr("{state} · {speed} epochs/s").format(state=text, speed=speed_text(self._speed))
            if self._scheduled:
                text = self.tr("{state} · rate {rate}").format(state=text, rate=number_text(self._rate))
        if text != self.state.text():
            self.state.say("" if self._said else self._status.state, text)
        self.dot.set_colour(self._theme.colour(COLOURS[self._status.state]))

    def show_document(self, document: Document) -> None:
        found = find_problems(document)
        self._found = found
        self._scheduled = document.training.schedule != Constant()
        self.problems.setVisible(bool(found))
        self.problems.setText(count_text("problem", len(found)))
        self._show_severity()
        known = flow(document)
        self.parameters.setText(count_text("parameter", sum(known.parameters.values())))
        title = data_title(document.data.origin)
        data = document.data
        seed = data.seed_text[:LONGEST_SEED] if data.generator == "seedrandom" else data.seed
        self.data.setText(self.tr("{data} · seed {seed}").format(data=title, seed=seed))

    def show_lesson(self, number: int, count: int) -> None:
        """Which lesson of the course is open; 0 for none of it."""
        self.lesson.setText(self.tr("Lesson {number} of {count}").format(number=number, count=count))
        self.lesson.setVisible(number > 0)

    def _show_severity(self) -> None:
        stops = any(problem.severity == "error" for problem in self._found)
        name, colour = ("error", "problem") if stops else ("warning", "validation")
        self.problems.setIcon(icon(name, self._theme, colour))

    def say(self, text: str) -> None:
        """A few words for a few seconds, in place of the state."""
        self._said = text
        self._show_state()
        QTimer.singleShot(SAID_MS, self, self._end_saying)

    def _end_saying(self) -> None:
        self._said = ""
        self._show_state()

    def show_engine(self, engine: Hello | None) -> None:
        """What trains, once it is known."""
        if engine is not None:
            text = self.tr("TensorFlow {version} · {device}").format(version=engine.version, device=engine.device)
            if text != self.engine.text():
                self.engine.setText(text)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show_state()
        self._show_severity()
