"""The loss landscape: the loss around the weights of one moment, worked out when asked for, with the way of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from playground.document.document import Document
from playground.document.edits.rivals import is_same_network
from playground.frames.frame import Frame
from playground.frames.landscape import Landscape, Survey
from playground.ui.plots.charts.legend import ColourLegend
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.loss_landscape.loss_map import SCALE, LossMap, loss_span, shown_losses
from playground.ui.plots.surfaces.surface_3d import has_opengl
from playground.ui.texts.numbers import loss_text, number_text
from playground.ui.theme import Theme
from playground.ui.widgets.colour_bar import evenly
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import PlainLabel, tip

if TYPE_CHECKING:
    from playground.ui.plots.loss_landscape.loss_gl import LossSurface

SIDES = (21, 41, 61, 101)


def make_loss_surface(theme: Theme, parent: QWidget) -> LossSurface | None:
    """The view in 3D, None where there is no OpenGL. Its module is imported here, as it loads OpenGL."""
    if not has_opengl():
        return None
    try:
        from playground.ui.plots.loss_landscape.loss_gl import LossSurface

        return LossSurface(theme, parent)
    except (ImportError, RuntimeError):
        return None


class LossLandscapePanel(LiveView):
    """Asks for a landscape by `survey_asked`, with None to stop; given it piece by piece by `show_landscape`.

    It asks by itself when it is opened, and for another network.
    """

    survey_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._found: Landscape | None = None
        self._document: Document | None = None
        self._working = False
        # Whether it may ask by itself: not once a person has stopped it.
        self._starts = True
        self.switch = Segments(("2D", "3D"), theme, self)
        self.switch.chosen.connect(self._choose_view)
        self.heading.row.addWidget(self.switch)
        self.map = LossMap(theme, self)
        self.surface: LossSurface | None = None
        self.map.pointed.connect(self._show_pointed)
        self.legend = ColourLegend(theme, self, evenly(SCALE))
        # Not in the heading, which has no room beside its switch.
        self.told = Note(self)
        self.words = PlainLabel(parent=self)
        self.words.setWordWrap(True)
        self._make_controls()
        self._arrange()
        self.show_theme(theme)
        self._show_state()

    def _make_controls(self) -> None:
        self.directions = QComboBox(self)
        self.directions.addItem(self.tr("Random directions"), "random")
        self.directions.addItem(self.tr("The run's directions"), "run")
        self.directions.setToolTip(tip(self.tr(
            "Random: two drawn directions, each unit's part as long as its weights. "
            "The run's: the two along which the weights of this run have moved most."
        )))  # fmt: skip
        self.directions.setAccessibleName(self.tr("Directions"))
        self.side = QComboBox(self)
        for side in SIDES:
            self.side.addItem(f"{side} × {side}", side)
        self.side.setCurrentIndex(1)
        self.side.setToolTip(self.tr("How many points are worked out: more are finer and take longer"))
        self.side.setAccessibleName(self.tr("Points"))
        self.button = QPushButton(self)
        self.button.clicked.connect(self._ask)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setAccessibleName(self.tr("Share worked out"))

    def _arrange(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.directions)
        controls.addWidget(self.side)
        controls.addStretch()
        controls.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(4)
        column.addLayout(controls)
        column.addWidget(self.progress)
        column.addWidget(self.words)
        self.pages = QStackedLayout()
        self.pages.addWidget(self.map)
        column.addLayout(self.pages, 1)
        column.addWidget(self.told)
        column.addWidget(self.legend)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("LossLandscapePanel", "Loss landscape")

    def explanation(self) -> str:
        return self.tr(
            "The train loss (dark is low, bright is high, logarithmic; of at most 1,200 rows) if all weights "
            "moved along two directions at once, right and up; the star is the network at the epoch named, the "
            "white line the way that training took."
        )

    # What it shows

    def show_document(self, document: Document) -> None:
        """Another network has another landscape; a change of its learning rate alone has not."""
        before, self._document = self._document, document
        if before is not None and not is_same_network(document, before):
            self.forget()

    def show_frame(self, frame: Frame) -> None:
        """A landscape is worked out once, not with each frame; the first tells that there is a network."""
        if self._starts and self._found is None and not self._working:
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._starts = True

    def forget(self) -> None:
        self._found, self._working, self._starts = None, False, True
        self._show_state()

    @property
    def found(self) -> Landscape | None:
        """The landscape that is shown."""
        return self._found

    def show_landscape(self, found: Landscape | None) -> None:
        """What is known so far; None where the run has not moved in two directions."""
        if found is None:
            self._working = self._starts = False
            self._show_state(self.tr("The run has not moved in two directions yet: train a little, then try again."))
            return
        # What comes after it was stopped, or of the network before, is passed over.
        if self._working:
            self._found = found
            self._working = found.share_done < 1
            self._show_state()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.switch, self.map, self.surface):
            if part is not None:
                part.show_theme(theme)
        self.legend.show_theme(theme)
        self.told.show_muted(theme)
        self.words.setStyleSheet(f"color: {theme.muted}")

    def _show_state(self, words: str = "") -> None:
        found = self._found
        self.button.setText(self.tr("Cancel") if self._working else self.tr("Work out"))
        self.progress.setVisible(self._working)
        self.progress.setValue(round(100 * found.share_done) if found is not None and self._working else 0)
        if not words and found is None and not self._working:
            words = self.tr("How does the loss look around the weights that are shown? Training may go on meanwhile.")
        self.words.setText(words)
        self.words.setVisible(bool(words))
        for part in (self.map if self._shown_3d is None else self._shown_3d, self.told, self.legend):
            part.setVisible(found is not None)
        if found is not None:
            self._draw(found)
            low, high = (number_text(10**end) for end in loss_span(shown_losses(found.losses)))
            self.legend.show_range(low, high)
            self.legend.setAccessibleName(self.tr("Loss from {low} to {high}").format(low=low, high=high))
        self.told.setText(self._note())

    def _draw(self, found: Landscape) -> None:
        if self._shown_3d is not None:
            names = (self.tr("first direction"), self.tr("second direction"), self.tr("log₁₀ loss"))
            self._shown_3d.show_landscape(found, names)
        else:
            self.map.show_landscape(found)

    def _choose_view(self, word: str) -> None:
        if word == "3D" and self.surface is None:
            self.surface = make_loss_surface(self.theme, self)
            if self.surface is None:
                self.switch.show_word("2D")
                self._show_state(self.tr("3D needs OpenGL, which this system does not offer."))
                return
            self.pages.addWidget(self.surface)
        self.pages.setCurrentWidget(self.surface if word == "3D" and self.surface is not None else self.map)
        self._show_state()

    def why_no_svg(self) -> str:
        words = self.tr("The landscape is drawn by the graphics card, which knows no lines.")
        return words if self._shown_3d is not None else ""

    @property
    def _shown_3d(self) -> LossSurface | None:
        """The 3D view, while it is the one that is seen."""
        return self.surface if self.pages.currentWidget() is self.surface else None

    def _note(self) -> str:
        found = self._found
        if found is None:
            return ""
        middle = found.losses[int(np.abs(found.y).argmin()), int(np.abs(found.x).argmin())]
        return self.tr("loss {loss} at epoch {epoch}").format(loss=loss_text(float(middle)), epoch=f"{found.epoch:,}")

    def _show_pointed(self, pointed: tuple[float, float, float] | None) -> None:
        if pointed is None:
            self.told.setText(self._note())
        else:
            x, y = map(number_text, pointed[:2])
            self.told.setText(self.tr("loss {loss} at ({x}, {y})").format(loss=loss_text(pointed[2]), x=x, y=y))

    def table(self) -> Table | None:
        """A row for each point that is worked out."""
        found = self._found
        if found is None:
            return None
        rows = tuple(
            (float(x), float(y), float(loss))
            for y, row in zip(found.y, found.losses, strict=True)
            for x, loss in zip(found.x, row, strict=True)
            if not np.isnan(loss)
        )
        return Table((self.tr("first direction"), self.tr("second direction"), self.tr("train loss")), rows)

    # What a person asks

    def _ask(self) -> None:
        self._working = self._starts = not self._working
        if self._working:
            self._found = None
            self.survey_asked.emit(Survey(self.directions.currentData(), self.side.currentData()))
        else:
            self.survey_asked.emit(None)
        self._show_state()
