"""The 3D view itself: pyqtgraph's surface, points on it, and a box with numbers."""

from __future__ import annotations

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QSurfaceFormat, QVector3D
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.colouring import value_at
from playground.ui.plots.surface_3d import HALF, RISE, lit, picked
from playground.ui.plots.ticks import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import SMALL, scaled_font

LIFT = 0.03
Corner = tuple[float, float, float]


class SurfaceView(gl.GLViewWidget):
    """Turns under the mouse, zooms with the wheel. Every item is kept and given new values."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        smooth = QSurfaceFormat(self.format())
        smooth.setSamples(4)
        self.setFormat(smooth)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(140, 140)
        self.setCameraPosition(QVector3D(0, 0, -0.08), distance=4.35, elevation=32, azimuth=-60)
        self.opts["fov"] = 45
        self._surface = gl.GLSurfacePlotItem(computeNormals=False, smooth=True, shader=None, glOptions="opaque")
        self._edges = gl.GLScatterPlotItem(glOptions="translucent", pxMode=True)
        self._dots = gl.GLScatterPlotItem(glOptions="translucent", pxMode=True)
        self._box = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=True)
        self._texts = [gl.GLTextItem(glOptions="translucent") for _ in range(8)]
        for item in (self._box, self._surface, self._edges, self._dots, *self._texts):
            self.addItem(item)
        self._surface.setVisible(False)
        self._side = 0
        self.show_theme(theme)

    def heightForWidth(self, width: int) -> int:
        return width

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackgroundColor(theme.panel)
        self._box.setData(pos=box_lines(), color=theme.colour("muted", 110).getRgbF(), width=1)
        font = scaled_font(self.font(), SMALL)
        for item in self._texts:
            item.setData(color=theme.colour("muted"), font=font)

    def show_axes(self, span: tuple[float, float], names: tuple[str, str], value_span: tuple[float, float]) -> None:
        """Numbers at the ends of the three axes, and the names of both inputs."""
        beside, middle = HALF * 1.16, Qt.AlignmentFlag.AlignCenter
        low, high = (number_text(value) for value in span)
        placed: list[tuple[str, Corner]] = [
            (low, (-HALF, -beside, -RISE)), (names[0], (0, -beside, -RISE)), (high, (HALF, -beside, -RISE)),
            (low, (beside, -HALF, -RISE)), (names[1], (beside, 0, -RISE)), (high, (beside, HALF, -RISE)),
            (number_text(value_span[0], 2), (-HALF * 1.08, -HALF, -RISE * 0.9)),
            (number_text(value_span[1], 2), (-HALF * 1.08, -HALF, RISE)),
        ]  # fmt: skip
        for item, (text, place) in zip(self._texts, placed, strict=True):
            item.setData(text=text, pos=np.array(place, float), alignment=middle)

    def show_surface(self, heights: NDArray[np.floating] | None, rgb: NDArray[np.uint8] | None) -> None:
        """Heights from -1 to 1, shape (side, side), and colours (side, side, 3), row 0 at the largest second input."""
        self._surface.setVisible(heights is not None)
        if heights is None or rgb is None:
            return
        kept = picked(len(heights))
        # Rows go down the second input; OpenGL's grid wants the first input first, both growing.
        z = RISE * heights[np.ix_(kept, kept)][::-1].T
        colours = lit(z, rgb[np.ix_(kept, kept)][::-1].transpose(1, 0, 2))
        if len(kept) != self._side:
            self._side = len(kept)
            line = np.linspace(-HALF, HALF, self._side)
            self._surface.setData(x=line, y=line, z=z, colors=colours)
        else:
            self._surface.setData(z=z, colors=colours)

    def show_points(
        self,
        points: NDArray[np.floating],
        colours: NDArray[np.uint8],
        tests: NDArray[np.bool_],
        heights: NDArray[np.floating],
    ) -> None:
        """Points (n, 2) from -1 to 1 on both inputs, colours (n, 3), test or not (n,), heights (n,) from -1 to 1."""
        place = np.column_stack([points * HALF, RISE * heights + LIFT])
        edge = np.where(tests[:, np.newaxis], (0.08, 0.09, 0.13, 1.0), (1.0, 1.0, 1.0, 1.0))
        filled = np.column_stack([colours / 255, np.ones(len(colours))])
        ratio = self.devicePixelRatioF()
        self._edges.setData(pos=place, color=edge, size=7.0 * ratio)
        # A hair nearer to the eye than its edge, so that depth lets it through.
        self._dots.setData(pos=place + np.array([0, 0, 0.004]), color=filled, size=5.0 * ratio)
        for item in (self._edges, self._dots):
            item.setVisible(len(points) > 0)

    @staticmethod
    def on_surface(heights: NDArray[np.floating], points: NDArray[np.floating]) -> NDArray[np.floating]:
        """The heights (side, side) under points (n, 2) that go from -1 to 1."""
        return value_at(heights[..., np.newaxis], (-1.0, 1.0), points[:, 0], points[:, 1])[:, 0]


def box_lines() -> NDArray[np.float32]:
    """The floor, one upright and the line of 0 at the back, as pairs of ends."""
    a, b = HALF, RISE
    corners = [(-a, -a, -b), (a, -a, -b), (a, a, -b), (-a, a, -b)]
    lines = [end for start, stop in zip(corners, corners[1:] + corners[:1], strict=True) for end in (start, stop)]
    for x, y, _ in (corners[0], corners[3], corners[2]):
        lines += [(x, y, -b), (x, y, b)]
    lines += [(-a, -a, b), (-a, a, b), (-a, a, b), (a, a, b)]
    lines += [(-a, -a, 0), (-a, a, 0), (-a, a, 0), (a, a, 0)]
    return np.array(lines, np.float32)
