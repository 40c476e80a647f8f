"""What the colours mean, as a bar."""

from __future__ import annotations

from playground.ui.plots.charts.legend import ColourLegend
from playground.ui.theme import LIGHT


def test_the_legend_runs_from_orange_to_blue(qtbot) -> None:
    legend = ColourLegend(LIGHT)
    qtbot.addWidget(legend)
    legend.resize(240, 20)
    picture = legend.grab().toImage()
    left, right = picture.pixelColor(40, 10), picture.pixelColor(200, 10)
    assert left.red() > left.blue()
    assert right.blue() > right.red()
