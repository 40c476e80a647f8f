"""Every live view: its kind, and where it docks at first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from playground.ui.plots.activation.activation import ActivationPanel
from playground.ui.plots.curves.curves import CurvesPanel
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.plots.meters.meters import MetersPanel
from playground.ui.plots.output.output import OutputPanel
from playground.ui.plots.outputs.outputs import OutputsPanel
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.plots.rivals.rivals import RivalsPanel
from playground.ui.plots.rows.panel import RowsPanel
from playground.ui.plots.weights.weights import WeightsPanel
from playground.ui.widgets.live_view import LiveView

AREA = Qt.DockWidgetArea


@dataclass(frozen=True, slots=True)
class Entry:
    """A view to be: its kind, where it docks at first, and whether it is open at first.

    `behind` names the view whose tab it shares at first; without it, it stands after those of its area. `share` is
    its part of the area's width (below) or height (at the right).
    """

    name: str
    kind: type[LiveView]
    area: Qt.DockWidgetArea = AREA.BottomDockWidgetArea
    is_open: bool = True
    behind: str = ""
    share: int = 1


# One line for each view; the name is what saved layouts know it by.
VIEWS = (
    Entry("output", OutputPanel, AREA.RightDockWidgetArea, share=465),
    Entry("curves", CurvesPanel, share=550),
    Entry("activation", ActivationPanel, share=275),
    Entry("outputs", OutputsPanel, is_open=False, behind="activation"),
    Entry("weights", WeightsPanel, is_open=False, behind="activation"),
    Entry("predictions", PredictionsPanel, is_open=False, behind="activation"),
    Entry("rows", RowsPanel, AREA.RightDockWidgetArea, is_open=False, behind="output"),
    Entry("landscape", LossLandscapePanel, AREA.RightDockWidgetArea, is_open=False, behind="output"),
    Entry("rivals", RivalsPanel, is_open=False, behind="activation"),
    Entry("meters", MetersPanel, AREA.RightDockWidgetArea, is_open=False, behind="output"),
)
