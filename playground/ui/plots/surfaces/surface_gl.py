"""The 3D view itself: a lit surface with its mesh, points on stalks, a ghost of the truth, and a box with numbers."""

from __future__ import annotations

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QSurfaceFormat, QVector3D
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.planes.colouring import value_at
from playground.ui.plots.surfaces.axes_gl import Axes, Span, facing
from playground.ui.plots.surfaces.relief import HALF, RISE, lit, mesh_lines, picked
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

LIFT = 0.006
TURN, NEAR, FAR = 6.0, 2.2, 9.0
HOME = {"distance": 4.45, "elevation": 27, "azimuth": -58}
TURNS = {
    Qt.Key.Key_Left: (-TURN, 0.0), Qt.Key.Key_Right: (TURN, 0.0),
    Qt.Key.Key_Up: (0.0, TURN), Qt.Key.Key_Down: (0.0, -TURN),
}  # fmt: skip
ZOOMS = {Qt.Key.Key_Plus: 0.9, Qt.Key.Key_Equal: 0.9, Qt.Key.Key_Minus: 1 / 0.9}


class SurfaceView(gl.GLViewWidget):
    """Turns under the mouse and the arrow keys, zooms with the wheel. Every item is kept and given new values."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        smooth = QSurfaceFormat(self.format())
        smooth.setSamples(4)
        self.setFormat(smooth)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(140, 140)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Output as a landscape"))
        self.setAccessibleDescription(self.tr("Arrow keys turn it, + and − zoom, Home goes back to the first view."))
        self.opts["fov"] = 45
        self.go_home()
        self._axes = Axes()
        self._surface = gl.GLSurfacePlotItem(computeNormals=False, smooth=True, shader=None, glOptions="opaque")
        self._mesh = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=True)
        self._ghost = gl.GLSurfacePlotItem(computeNormals=False, smooth=True, shader=None, glOptions="translucent")
        self._ghost_mesh = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=True)
        self._stalks = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=True)
        self._edges = gl.GLScatterPlotItem(glOptions="translucent", pxMode=True)
        self._dots = gl.GLScatterPlotItem(glOptions="translucent", pxMode=True)
        solid = (self._axes.lines, self._surface, self._mesh, self._stalks, self._edges, self._dots)
        for depth, item in enumerate((*solid, self._ghost, self._ghost_mesh)):
            item.setDepthValue(depth)
            self.addItem(item)
        self.addItem(self._axes)
        for item in (self._surface, self._mesh, self._ghost, self._ghost_mesh):
            item.setVisible(False)
        self._side = 0
        self._ghost_heights: NDArray[np.floating] | None = None
        self.show_theme(theme)

    def heightForWidth(self, width: int) -> int:
        return width

    def go_home(self) -> None:
        """The view from which it is first seen."""
        self.setCameraPosition(QVector3D(0, 0, -0.12), **HOME)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackgroundColor(theme.panel)
        self._axes.lines.setData(color=theme.colour("muted", 90).getRgbF(), width=1)
        self._axes.colour, self._axes.name_colour = theme.colour("muted"), theme.colour("ink")
        self._axes.font = scaled_font(SMALLER, of=self.font())
        self._ghost_mesh.setData(color=theme.colour("good", 150).getRgbF(), width=1)
        self.update()

    def show_axes(self, spans: tuple[Span, Span], names: tuple[str, str, str], value_span: Span) -> None:
        """Numbers along the three axes and the names of both inputs and of the height."""
        self._axes.show_axes(spans, names, value_span)

    def paintGL(self) -> None:
        self._axes.face(facing(self.opts["azimuth"]))
        super().paintGL()

    def orbit(self, azim: float, elev: float) -> None:
        super().orbit(azim, elev)
        # From below, the numbers would stand on their heads.
        self.opts["elevation"] = max(self.opts["elevation"], 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in TURNS:
            self.orbit(*TURNS[key])
            self.update()
        elif key in ZOOMS:
            self.setCameraPosition(distance=min(max(self.opts["distance"] * ZOOMS[key], NEAR), FAR))
        elif key == Qt.Key.Key_Home:
            self.go_home()
        else:
            # Not pyqtgraph's own, which swallows keys.
            QWidget.keyPressEvent(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.go_home()

    def show_surface(self, heights: NDArray[np.floating] | None, rgb: NDArray[np.uint8] | None) -> None:
        """Heights from -1 to 1, shape (side, side), and colours (side, side, 3), row 0 at the largest second input."""
        for item in (self._surface, self._mesh):
            item.setVisible(heights is not None)
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
        self._mesh.setData(pos=mesh_lines(z, LIFT), color=(0.08, 0.09, 0.13, 0.28), width=1)

    def show_ghost(self, heights: NDArray[np.floating] | None) -> None:
        """The true surface, heights (side, side) as those of `show_surface`, as one sees through it."""
        for item in (self._ghost, self._ghost_mesh):
            item.setVisible(heights is not None)
        if heights is None or (self._ghost_heights is not None and np.array_equal(heights, self._ghost_heights)):
            return
        self._ghost_heights = heights
        z, line = RISE * heights[::-1].T, np.linspace(-HALF, HALF, len(heights))
        green = np.array(self.theme.colour("good", 40).getRgb(), np.float32) / 255
        self._ghost.setData(x=line, y=line, z=z, colors=np.tile(green, (z.size, 1)))
        self._ghost_mesh.setData(pos=mesh_lines(z, 0.0))

    def show_points(
        self,
        points: NDArray[np.floating],
        colours: NDArray[np.uint8],
        tests: NDArray[np.bool_],
        feet: NDArray[np.floating],
        heads: NDArray[np.floating],
    ) -> None:
        """Points (n, 2) from -1 to 1, colours (n, 3), test or not (n,), and the ends of their stalks (n,), -1 to 1."""
        for item in (self._stalks, self._edges, self._dots):
            item.setVisible(len(points) > 0)
        if not len(points):
            return
        place = np.column_stack([points * HALF, RISE * heads])
        stalks = np.stack([np.column_stack([points * HALF, RISE * feet]), place], axis=1).reshape(-1, 3)
        edge = np.where(tests[:, np.newaxis], (0.08, 0.09, 0.13, 1.0), (1.0, 1.0, 1.0, 1.0))
        filled, ratio = np.column_stack([colours / 255, np.ones(len(colours))]), self.devicePixelRatioF()
        self._stalks.setData(pos=stalks, color=self.theme.colour("muted", 170).getRgbF(), width=1)
        self._edges.setData(pos=place, color=edge, size=7.0 * ratio)
        # A hair nearer to the eye than its edge, so that depth lets it through.
        self._dots.setData(pos=place + np.array([0, 0, 0.004]), color=filled, size=5.0 * ratio)

    @staticmethod
    def on_surface(heights: NDArray[np.floating], points: NDArray[np.floating]) -> NDArray[np.floating]:
        """The heights (side, side) under points (n, 2) that go from -1 to 1."""
        return value_at(heights[..., np.newaxis], ((-1.0, 1.0), (-1.0, 1.0)), points[:, 0], points[:, 1])[:, 0]
