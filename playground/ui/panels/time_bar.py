"""The time of a run, under the curves: a slider over its kept moments, a film of them, and going on from one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QWidget

from playground.document.document import Document
from playground.document.edits.rivals import trains_alike
from playground.frames.frame import Frame
from playground.frames.run import NO_REEL, Reel, Status
from playground.ui.icons import icon
from playground.ui.panels.form import WheelGuard
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, keep_place, tool_button
from playground.ui.widgets.plain import tip
from playground.ui.widgets.slider import Slider

TICK_MS = 40
WHOLE_RUN_SECONDS = 10
PACES = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
MEGABYTE = 1 << 20
BOUNDS = (16, 64, 256, 1024)


class TimeBar(Panel):
    """Scrubs through the run. `past_asked` carries the batches trained until a moment, None for the present."""

    past_asked = Signal(object)
    go_on_asked = Signal()
    film_asked = Signal()
    bound_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reel: Reel = NO_REEL
        self._epoch = 0
        self._document: Document | None = None
        # What the newest frame told, and of which document.
        self._filmed: Document | None = None
        self._shown: tuple[Reel, int | None] = (NO_REEL, None)
        # Where in the reel the film stands, in moments, with the part of one that is not yet over.
        self._at = 0.0
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_parts(theme)
        self._film = QTimer(self, interval=TICK_MS)
        self._film.timeout.connect(self._next)
        self.show_theme(theme)
        self._show_reel(NO_REEL, None)

    def _make_parts(self, theme: Theme) -> None:
        self.play = tool_button(icon("play", theme), self.tr("Play the run as a film"), side=14)
        self.play.clicked.connect(self._play_or_pause)
        self.slider = Slider()
        self.slider.setAccessibleName(self.tr("Moment of the run"))
        self.slider.setToolTip(self.tr("Moment of the run: click or drag to look back"))
        self.slider.valueChanged.connect(self._scrub)
        self.slider.installEventFilter(WheelGuard(self))
        self.moment = TextLabel(scale=SMALL)
        self.moment.setFont(scaled_font(SMALL, fixed_digits=True))
        self.memory = self._link("", "")
        self.memory.setFont(scaled_font(SMALL, fixed_digits=True))
        self._make_bounds()
        self.pace = QComboBox()
        self.pace.addItems([f"{pace:g}×" for pace in PACES])
        self.pace.setCurrentIndex(PACES.index(1.0))
        self.pace.setToolTip(self.tr("How fast the film plays; at 1× the whole run takes 10 s"))
        self.pace.setAccessibleName(self.tr("Speed of the film"))
        self.pace.installEventFilter(WheelGuard(self))
        self.go_on = self._link(
            self.tr("Go on from here"), self.tr("Train on from this moment; what came after it is forgotten")
        )
        self.go_on.clicked.connect(lambda: self.go_on_asked.emit())
        self.back = self._link(self.tr("Back to now"), self.tr("Show the network as it is now"))
        self.back.clicked.connect(self.show_present)
        self.save = tool_button(icon("export", theme), self.tr("Save the run as a film: GIF or MP4"), side=14)
        self.save.clicked.connect(self.film_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 14, 1)
        row.setSpacing(8)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        for part in (self.moment, self.go_on, self.back, self.pace, self.save, self.memory):
            row.addWidget(part)
        keep_place(self.go_on, self.back, self.memory)

    def _make_bounds(self) -> None:
        """A menu of how much memory the moments may take."""
        menu, self.bounds = QMenu(self.memory), QActionGroup(self)
        for megabytes in BOUNDS:
            action = self.bounds.addAction(self.tr("Keep up to {bound} MB").format(bound=f"{megabytes:,}"))
            action.setCheckable(True)
            action.setData(megabytes)
            menu.addAction(action)
        self.bounds.triggered.connect(lambda action: self.bound_chosen.emit(action.data()))
        self.memory.setMenu(menu)

    @staticmethod
    def _link(text: str, help: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("look", "link")
        made.setToolTip(tip(help))
        return made

    # What it shows

    @property
    def steps(self) -> list[int]:
        """The kept moments, as batches trained until each."""
        return [int(step) for step in self._reel.steps]

    @property
    def past(self) -> int | None:
        """The epoch of the past that is shown, None for the present."""
        return None if self._shown[1] is None else self._epoch

    def show_document(self, document: Document) -> None:
        """Another network has another past, which comes with its first frame."""
        self._film.stop()
        self._show_play()
        self._document = document
        if self._filmed is not None:
            # An edit that is taken back may bring no new frame.
            alike = trains_alike(self._filmed, document)
            self._show_reel(*(self._shown if alike else (NO_REEL, None)))

    def show_status(self, status: Status) -> None:
        """While the network learns, the slider stands at the present."""
        if status.state == "training":
            self._film.stop()
            self._show_play()

    def show_frame(self, frame: Frame) -> None:
        self._epoch = frame.epoch
        self._filmed, self._shown = self._document, (frame.reel, frame.past)
        self._show_reel(*self._shown)

    def forget(self) -> None:
        self._film.stop()
        self._filmed, self._shown = None, (NO_REEL, None)
        self._show_reel(*self._shown)
        self._show_play()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.save.setIcon(icon("export", theme))
        self._show_play()

    def _show_reel(self, reel: Reel, past: int | None) -> None:
        self._reel = reel
        count = len(reel.steps)
        last = max(0, count - 1)
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(last)
            self.slider.setPageStep(max(1, count // 20))
            # A frame that comes while the slider is moved answers where it was; a hand stays where it is.
            if past is None or not self._is_moved:
                self.slider.setValue(last if past is None else int((reel.steps <= past).sum()) - 1)
        self.slider.setEnabled(count > 1)
        self.play.setEnabled(count > 1)
        self.save.setEnabled(count > 1)
        self._show_words(past is not None)

    @property
    def _is_moved(self) -> bool:
        return self.slider.isSliderDown() or self._film.isActive()

    def _show_words(self, past: bool) -> None:
        reel = self._reel
        self.go_on.setVisible(past)
        self.back.setVisible(past)
        newest = int(reel.steps[-1]) // reel.steps_per_epoch if len(reel.steps) else 0
        words = self.tr("Epoch {epoch} of {newest}")
        longest = words.format(epoch=f"{newest:,}", newest=f"{newest:,}")
        self.moment.setMinimumWidth(self.moment.fontMetrics().horizontalAdvance(longest))
        self.moment.setText(words.format(epoch=f"{self._epoch:,}", newest=f"{newest:,}") if past else self.tr("Now"))
        taken, bound = reel.bytes / MEGABYTE, reel.bound // MEGABYTE
        self.memory.setText(self.tr("{taken} of {bound} MB").format(taken=f"{taken:.1f}", bound=bound))
        self.memory.setVisible(len(reel.steps) > 1)
        help = self.tr("{count} moments of the run are kept in memory; when it is full, every second one goes.")
        self.memory.setToolTip(tip(help.format(count=f"{len(reel.steps):,}")))
        for action in self.bounds.actions():
            action.setChecked(action.data() == bound)

    def _show_play(self) -> None:
        playing = self._film.isActive()
        self.play.setIcon(icon("pause" if playing else "play", self._theme))
        words = self.tr("Pause the film") if playing else self.tr("Play the run as a film")
        self.play.setToolTip(tip(words))
        self.play.setAccessibleName(words)

    # What a person asks

    def _scrub(self, place: int) -> None:
        if place < len(self._reel.steps):
            self._at = float(place)
            self._ask(place)

    def _ask(self, place: int) -> None:
        # The last place is the present, unless a film is running up to it.
        newest = place >= len(self._reel.steps) - 1
        self.past_asked.emit(None if newest else int(self._reel.steps[place]))

    def go_to(self, epoch: int) -> None:
        """To the last kept moment that is no later than that epoch."""
        wanted = epoch * self._reel.steps_per_epoch
        self.slider.setValue(max(0, sum(step <= wanted for step in self.steps) - 1))

    def show_present(self) -> None:
        """Back to the newest moment."""
        self._film.stop()
        self._show_play()
        self.past_asked.emit(None)

    def _play_or_pause(self) -> None:
        if self._film.isActive():
            self._film.stop()
        else:
            self._at = float(self.slider.value())
            if self._at >= len(self._reel.steps) - 1:
                self._at = 0.0
                self._show_place(0)
            self._film.start()
        self._show_play()

    def _next(self) -> None:
        last = len(self._reel.steps) - 1
        self._at += PACES[self.pace.currentIndex()] * last * TICK_MS / (1000 * WHOLE_RUN_SECONDS)
        place = min(int(self._at), last)
        if place != self.slider.value():
            self._show_place(place)
        if place >= last:
            self._film.stop()
            self._show_play()

    def _show_place(self, place: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(place)
        self._ask(place)
