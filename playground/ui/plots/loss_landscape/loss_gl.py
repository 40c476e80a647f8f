"""The loss over two directions as a lit surface, with the way of the run on it; needs OpenGL."""

from __future__ import annotations

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from playground.frames.landscape import Landscape
from playground.ui.plots.loss_landscape.loss_map import loss_rgb, loss_span, shown_losses
from playground.ui.plots.surfaces.relief import HALF, RISE
from playground.ui.plots.surfaces.surface_gl import SurfaceView
from playground.ui.theme import Theme

ABOVE = 0.03


class LossSurface(SurfaceView):
    """Higher is worse. What is no number, or still to come, stands at the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._path = gl.GLLinePlotItem(mode="line_strip", glOptions="translucent", antialias=True, width=3)
        self._star = gl.GLScatterPlotItem(glOptions="translucent", pxMode=True)
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Loss as a landscape"))
        for depth, item in ((12, self._path), (13, self._star)):
            item.setDepthValue(depth)
            self.addItem(item)

    def show_landscape(self, found: Landscape, names: tuple[str, str, str]) -> None:
        logs = shown_losses(found.losses)
        low, high = loss_span(logs)
        heights = np.clip(np.nan_to_num(2 * (logs - low) / (high - low) - 1, nan=1.0), -1, 1)
        spans = ((float(found.x[0]), float(found.x[-1])), (float(found.y[0]), float(found.y[-1])))
        self.show_axes(spans, names, (low, high))
        rgb = loss_rgb(np.where(np.isnan(logs), high, logs), (low, high), (0, 0, 0))
        # Its first row is the largest second input.
        self.show_surface(heights[::-1], rgb[::-1])
        places = np.stack(
            [2 * (found.path[:, axis] - span[0]) / (span[1] - span[0]) - 1 for axis, span in enumerate(spans)], axis=1
        )
        self._show_path(heights[::-1], places)

    def _show_path(self, heights: NDArray[np.floating], places: NDArray[np.floating]) -> None:
        """The run's way on the surface: places (moments, 2), each from -1 to 1."""
        risen = self.on_surface(heights, places)
        path = np.column_stack([places * HALF, RISE * risen + ABOVE]).astype(np.float32)
        self._path.setData(pos=path, color=(1.0, 1.0, 1.0, 1.0))
        size = 12.0 * self.devicePixelRatioF()
        self._star.setData(pos=path[-1:], color=(1.0, 1.0, 1.0, 1.0), size=size)
