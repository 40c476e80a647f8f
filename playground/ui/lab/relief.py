"""A result that is a surface, as a landscape in three dimensions beside its cells, and its extremes in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.operations.table import OPERATIONS
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel

# With fewer rows or columns its cells say more; so many are drawn.
LEAST, MOST_DRAWN = 12, 56
REACH = (-8.0, 8.0)
Span = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Heights, shape (side, side), row 0 at the smallest second coordinate, NaN among them; largest is not 0.

    spans, names: of the first coordinate, which goes along a row, and the second.
    """

    heights: NDArray[np.floating]
    largest: float
    spans: tuple[Span, Span]
    names: tuple[str, str]


class SurfaceView(QWidget):
    """What draws a surface; the window has one where there is OpenGL."""

    def show_surface(self, surface: Surface) -> None:
        raise NotImplementedError

    def show_theme(self, theme: Theme) -> None:
        raise NotImplementedError


MakeView = Callable[[Theme], SurfaceView | None]


def surface_of(answer: LabAnswer) -> Surface | None:
    """The first result as a surface; None where it is no matrix of many floats, or all of them are equal."""
    values = answer.results[0].values if answer.results else None
    # Coordinates are no heights.
    if answer.question.chain.last.operation == "meshgrid":
        return None
    if values is None or values.ndim != 2 or values.dtype.kind != "f" or min(values.shape) < LEAST:
        return None
    numbers = values.astype(np.float64)
    finite = numbers[np.isfinite(numbers)]
    if not finite.size or finite.min() == finite.max():
        return None
    rows, columns = (_drawn(numbers, axis) for axis in (0, 1))
    heights = np.where(np.isfinite(numbers), numbers, np.nan)[np.ix_(rows, columns)]
    of_plane = OPERATIONS[answer.question.chain.last.operation].group == "grids"
    spans = (REACH, REACH) if of_plane else ((0.0, values.shape[1] - 1.0), (0.0, values.shape[0] - 1.0))
    axis = QCoreApplication.translate("TensorGrid", "axis %1")
    names = ("x", "y") if of_plane else (axis.replace("%1", "1"), axis.replace("%1", "0"))
    return Surface(heights, float(np.abs(finite).max()), spans, names)


def _drawn(numbers: NDArray[np.floating], axis: int) -> NDArray[np.intp]:
    """The rows or columns that are drawn, evenly, both ends among them, and those that are no numbers."""
    side, length = min(max(numbers.shape), MOST_DRAWN), numbers.shape[axis]
    kept = np.linspace(0, length - 1, side).round().astype(np.intp)
    for place in np.unique(np.nonzero(~np.isfinite(numbers))[axis]):
        kept[np.abs(kept - place).argmin()] = place
    return kept


class Relief(QWidget):
    """Seen as long as a result is a surface; the view is made when it is first needed."""

    def __init__(self, theme: Theme, make: MakeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._make = theme, make
        self.view: SurfaceView | None = None
        self._asked = False
        self.said = TextLabel("", scale=0.88, muted=True, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._column.addWidget(self.said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        """Another answer; gone where it is no surface."""
        surface = surface_of(answer)
        self.setVisible(surface is not None)
        if surface is None:
            return
        if not self._asked:
            self._asked, self.view = True, self._make(self._theme)
            if self.view is not None:
                self._column.insertWidget(0, self.view, 1)
                self._column.setStretch(1, 0)
        if self.view is not None:
            self.view.show_surface(surface)
        values = answer.results[0].values
        assert values is not None
        self.said.setText(self._extremes(values.astype(np.float64)))

    def _extremes(self, values: NDArray[np.floating]) -> str:
        """Its highest and lowest point, and how many are no number."""
        parts = []
        for words, place in ((self.tr("highest"), np.nanargmax(values)), (self.tr("lowest"), np.nanargmin(values))):
            row, column = np.unravel_index(place, values.shape)
            parts.append(f"{words} {number_text(float(values[row, column]))} [{row}, {column}]")
        holes = np.argwhere(np.isnan(values)).tolist()
        parts.append(f"NaN: {len(holes)} {holes[0]}" if holes else self.tr("no NaN"))
        if self.view is None:
            parts.append(self.tr("in 3D with OpenGL, which is not there"))
        return " · ".join(parts)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.view is not None:
            self.view.show_theme(theme)
