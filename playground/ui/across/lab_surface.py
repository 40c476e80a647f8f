"""The lab's surfaces drawn by the landscape that the output has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QResizeEvent

from playground.ui.lab.relief import Surface, SurfaceView
from playground.ui.plots.surfaces.surface_3d import make_surface_view
from playground.ui.theme import Theme, signed_rgb

if TYPE_CHECKING:
    from playground.ui.plots.surfaces.surface_gl import SurfaceView as Landscape

# How far above the surface the mark of a hole stands.
ABOVE = 0.2
WIDEST = 1.25


def make_lab_surface(theme: Theme) -> SurfaceView | None:
    """None where there is no OpenGL."""
    view = make_surface_view(theme)
    return None if view is None else LabSurface(theme, view)


class LabSurface(SurfaceView):
    """Heights in the lab's colours; over what is no number stands a red point."""

    def __init__(self, theme: Theme, view: Landscape) -> None:
        super().__init__()
        self._theme, self.view = theme, view
        self._surface: Surface | None = None
        view.setParent(self)
        view.setAccessibleName(self.tr("The result as a landscape"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A little wider than high at most, as it is cut above and below where it is wider."""
        wide = min(self.width(), round(WIDEST * self.height()))
        self.view.setGeometry(0, 0, wide, self.height())

    def show_surface(self, surface: Surface) -> None:
        self._surface = surface
        # The landscape's first row lies at the largest second coordinate.
        heights = surface.heights[::-1] / surface.largest
        holes = np.isnan(heights)
        filled = np.where(holes, _beside(heights), heights)
        red = np.array(self._theme.colour("problem").getRgb(), np.uint8)[:3]
        rgb = np.where(holes[..., np.newaxis], red, signed_rgb(0.85 * filled))
        self.view.show_axes(surface.spans, (*surface.names, "z"), (-surface.largest, surface.largest))
        self.view.show_surface(filled, rgb)
        rows, columns = np.nonzero(holes)
        side = len(heights) - 1
        places = np.column_stack([2 * columns / side - 1, 1 - 2 * rows / side])
        feet = filled[rows, columns]
        colours = np.tile(red, (len(places), 1))
        self.view.show_points(places, colours, np.zeros(len(places), np.bool_), feet, feet + ABOVE)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.view.show_theme(theme)
        if self._surface is not None:
            self.show_surface(self._surface)


def _beside(heights: NDArray[np.floating]) -> NDArray[np.floating]:
    """Of each place the mean of what is a number around it, 0 where nothing is."""
    around = np.pad(heights, 1, constant_values=np.nan)
    side = len(heights)
    near = np.stack([around[i : i + side, j : j + side] for i in (0, 1, 2) for j in (0, 1, 2)])
    there = np.isfinite(near)
    return np.where(there, near, 0).sum(axis=0) / np.maximum(there.sum(axis=0), 1)
