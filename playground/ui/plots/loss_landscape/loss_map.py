"""The loss over two directions from above: colours for its size, lines of equal loss, and the way the run took."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from playground.frames.landscape import Landscape
from playground.ui.plots.charts.chart import Chart
from playground.ui.plots.charts.ticks import linear_ticks, tick_texts
from playground.ui.plots.planes.contours import contours
from playground.ui.theme import Theme

LINES = 12
# From low to high, dark to bright; even steps for colour-blind eyes too (the map named cividis).
SCALE = np.array([
    (0, 34, 78), (18, 53, 112), (59, 73, 108), (87, 93, 109), (112, 113, 115),
    (138, 134, 120), (165, 156, 116), (195, 179, 105), (225, 204, 85), (254, 232, 56),
], float)  # fmt: skip
STEEPEST = 0.98


def shown_losses(losses: NDArray[np.floating]) -> NDArray[np.float64]:
    """Logarithms of the losses: what is no number, or infinite, is nan; a loss of 0 stands with the least."""
    values = np.asarray(losses, float)
    known = np.where(np.isfinite(values) & (values > 0), values, np.nan)
    return np.log10(known, where=~np.isnan(known), out=np.full(values.shape, np.nan))


def loss_span(logs: NDArray[np.floating]) -> tuple[float, float]:
    """The lowest and the highest that have a colour of their own; a few peaks may lie above."""
    known = logs[np.isfinite(logs)]
    if not known.size:
        return -1.0, 0.0
    low, high = float(known.min()), float(np.quantile(known, STEEPEST))
    return low, max(high, low + 1e-3)


def loss_rgb(logs: NDArray[np.floating], span: tuple[float, float], unknown: tuple[int, int, int]) -> NDArray[np.uint8]:
    """Colours of logarithmic losses, any shape -> the same shape + (3,)."""
    share = np.clip((logs - span[0]) / (span[1] - span[0]), 0, 1) * (len(SCALE) - 1)
    at = np.arange(len(SCALE))
    filled = np.nan_to_num(share)
    rgb = np.stack([np.interp(filled, at, SCALE[:, channel]) for channel in range(3)], axis=-1)
    rgb[np.isnan(share)] = unknown
    return rgb.round().astype(np.uint8)


class LossMap(Chart):
    """Draws a landscape. `pointed` carries the loss under the pointer with its place, (x, y, loss), or None."""

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.image = pg.ImageItem(axisOrder="row-major")
        self.lines = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.path = pg.PlotCurveItem(antialias=True)
        self.path_shadow = pg.PlotCurveItem(antialias=True)
        self.ends = pg.ScatterPlotItem(pxMode=True)
        self._landscape: Landscape | None = None
        super().__init__(theme, parent)
        for item in (self.image, self.lines, self.path_shadow, self.path, self.ends):
            self.box.addItem(item, ignoreBounds=True)
        self.setMouseTracking(True)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.lines.setPen(pg.mkPen(255, 255, 255, 90, width=1))
        self.path_shadow.setPen(pg.mkPen(0, 0, 0, 120, width=4))
        self.path.setPen(pg.mkPen("#ffffff", width=2))
        if self._landscape is not None:
            self.show_landscape(self._landscape)

    def show_landscape(self, found: Landscape) -> None:
        """What is known of it so far; the rest keeps the ground's colour."""
        self._landscape = found
        logs = shown_losses(found.losses)
        span = loss_span(logs)
        ground = self.theme.colour("hover")
        self.image.setImage(loss_rgb(logs, span, (ground.red(), ground.green(), ground.blue())))
        half_x, half_y = (found.x[1] - found.x[0]) / 2, (found.y[1] - found.y[0]) / 2
        left, right, low, high = found.x[0] - half_x, found.x[-1] + half_x, found.y[0] - half_y, found.y[-1] + half_y
        self.image.setRect(QRectF(left, low, right - left, high - low))
        self._show_lines(found, logs, span)
        for item in (self.path, self.path_shadow):
            item.setData(found.path[:, 0], found.path[:, 1])
        self._show_ends(found)
        for axis, first, last in ((self.set_x, left, right), (self.set_y, low, high)):
            ticks = linear_ticks(first, last, 4)
            axis(float(first), float(last), list(zip(ticks, tick_texts(ticks), strict=True)))

    def _show_lines(self, found: Landscape, logs: NDArray[np.floating], span: tuple[float, float]) -> None:
        if found.share_done < 1:
            self.lines.setData([], [])
            return
        # What has no loss is steep, not flat.
        values = np.where(np.isnan(logs), span[1] + 1, logs)
        levels = tuple(np.linspace(*span, LINES + 2)[1:-1].tolist())
        ends = contours(values, levels).reshape(-1, 2)
        step_x, step_y = found.x[1] - found.x[0], found.y[1] - found.y[0]
        self.lines.setData(found.x[0] + ends[:, 0] * step_x, found.y[0] + ends[:, 1] * step_y)

    def _show_ends(self, found: Landscape) -> None:
        start, edge = pg.mkBrush("#ffffff"), pg.mkPen("#1d2330", width=1.5)
        spots = [{"pos": (0.0, 0.0), "symbol": "star", "size": 15, "brush": pg.mkBrush("#ffffff"), "pen": edge}]
        if len(found.path) > 1:
            place = tuple(map(float, found.path[0]))
            spots.insert(0, {"pos": place, "symbol": "o", "size": 9, "brush": start, "pen": edge})
        self.ends.setData(spots)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._landscape
        if found is None:
            return
        place = self.box.mapSceneToView(event.position())
        column = int(np.abs(found.x - place.x()).argmin())
        row = int(np.abs(found.y - place.y()).argmin())
        inside = self.plot_rect().contains(event.position())
        known = inside and not np.isnan(found.losses[row, column])
        values = (found.x[column], found.y[row], found.losses[row, column])
        self.pointed.emit(tuple(map(float, values)) if known else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
