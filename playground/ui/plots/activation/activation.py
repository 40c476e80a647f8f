"""The selected layer's activation function, its derivative, and the values that flow into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui import text
from playground.ui.plots.activation.activation_chart import (
    ActivationChart,
    compared_colour,
    compared_style,
    counts,
    middles,
    most_reach,
    reach_of,
)
from playground.ui.plots.activation.compare import CompareMenu
from playground.ui.plots.charts.activations import Function, function_of, saturated_share
from playground.ui.plots.charts.keys import Key, Keys
from playground.ui.plots.charts.spreads import percent
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import PlainLabel, tip

MARGINS = (12, 2, 0, 8)
# As wide as its numbers mostly are.
WIDEST = "x = −0.125  f(x) = −0.125  f′(x) = 0.125"
# Two functions are one where they are no further apart.
SAME = 1e-6


class ActivationPanel(LiveView):
    """For the first selected node; says so where there is no function to draw."""

    rest = 50

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.chart = ActivationChart(theme, self)
        self.chart.setAccessibleName(self.tr("Activation function with a probe: Left and Right move it"))
        self.chart.probed.connect(self._show_probe)
        self.nothing = PlainLabel(self.tr("Select a layer with an activation function."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._make_words(theme)
        self._arrange()
        self._document: Document | None = None
        self._selected = ""
        self._function: Function | None = None
        self._flowing: Floats | None = None
        self._dead: NDArray[np.bool_] | None = None
        self.show_theme(theme)

    def _make_words(self, theme: Theme) -> None:
        self.keys = Keys(theme, self)
        self.probe_words, self.words = Note(self), Note(self)
        self.words.setToolTip(tip(self.tr(
            "Of up to 4,096 of the values that come in: flat where the slope is below 0.05. A unit is dead if its "
            "slope is that flat for every train point, at most the first 1,200, so that nothing can teach it any more."
        )))  # fmt: skip
        self.compare = CompareMenu(self.tr("Compare with"), self)
        self.compare.changed.connect(self._draw_flowing)
        self.addAction(self.compare.menuAction())
        self.button = QPushButton(self.tr("Compare"), self)
        self.button.setProperty("look", "link")
        self.button.setToolTip(self.tr("Draw other activation functions over this one"))
        self.button.clicked.connect(lambda: self.compare.popup(self.button.mapToGlobal(self.button.rect().topLeft())))

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 10, 0)
        foot.addWidget(self.probe_words, 1)
        foot.addWidget(self.button)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(1)
        column.addWidget(self.chart, 1)
        column.addWidget(self.keys)
        column.addLayout(foot)
        column.addWidget(self.words)
        self.pages = QStackedLayout(self)
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(body)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("ActivationPanel", "Activation")

    def explanation(self) -> str:
        return self.tr(
            "The activation function of the selected layer over what comes in, its derivative dashed, and behind them "
            "in grey how often each value comes in over the training points; drag the line for its numbers at any x, "
            "where the dark line is the tangent."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, selected=self._selected)

    def table(self) -> Table | None:
        """A row for each bar: the middle of its values, every function that is drawn there, and the count."""
        if self._function is None or not self.chart.reach:
            return None
        x, chosen = middles(self.chart.reach), self.compare.chosen
        lists = [x, self._function.value(x), self._function.derivative(x), counts(self._finite(), self.chart.reach)]
        lists += [function.value(x) for _, _, function in chosen]
        columns = (self.tr("value coming in"), self.tr("function"), self.tr("derivative"), self.tr("values counted"))
        rows = tuple(zip(*(np.asarray(values).tolist() for values in lists), strict=True))
        return Table((*columns, *(name for _, name, _ in chosen)), rows)

    def show_document(self, document: Document) -> None:
        self._document = document
        self.compare.show_document(document)
        self._choose()

    def show_selection(self, node_ids: Sequence[str]) -> None:
        selected = node_ids[0] if node_ids else ""
        if selected != self._selected:
            self._selected, self._flowing, self._dead = selected, None, None
            self.chart.reach = 0.0
        self._choose()

    def show_frame(self, frame: Frame) -> None:
        if frame.wanted.selected != self._selected:
            return
        self._flowing, self._dead = frame.flowing, frame.dead
        if self.isVisible():
            self._draw_flowing()

    def forget(self) -> None:
        self._flowing = self._dead = None
        self.chart.reach = 0.0
        self._draw_flowing()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.chart.show_theme(theme)
        self.keys.show_theme(theme)
        self.nothing.setStyleSheet(f"color: {theme.muted}")
        self.probe_words.setFont(scaled_font(SMALLER, fixed_digits=True))
        self.words.setFont(scaled_font(SMALLER))
        self.button.setFont(scaled_font(SMALLER))
        self._fit_button()
        for note, colour in ((self.probe_words, "ink"), (self.words, "muted")):
            palette = note.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.colour(colour))
            note.setPalette(palette)
        self._draw_flowing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_button()

    def _fit_button(self) -> None:
        """Beside the numbers where all of them have room; it is in the view's menu too."""
        # The view is as high with it as without.
        self.probe_words.setMinimumHeight(self.button.sizeHint().height())
        numbers = self.probe_words.fontMetrics().horizontalAdvance(WIDEST)
        self.button.setVisible(numbers + self.button.sizeHint().width() + 2 * MARGINS[0] <= self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_flowing()

    def _choose(self) -> None:
        """Find the selected layer's function, and draw it if it is another one."""
        node = self._document.graph.by_id.get(self._selected) if self._document else None
        function = function_of(node.layer) if node else None
        self.pages.setCurrentIndex(1 if function else 0)
        if function is None:
            self.heading.title.setText(self.tr("Activation"))
        elif self._function is None or function.formula != self._function.formula or not self.chart.reach:
            name = text.choice_title(function.word)
            self.heading.title.setText(self.tr("Activation · {name}").format(name=name))
            self.chart.reach = 0.0
        self._function = function
        self._draw_flowing()

    def _draw_flowing(self) -> None:
        """The curves, the bars, and the shares in words."""
        if self._function is None or not self.isVisible():
            self.words.setText("")
            return
        values, chosen = self._finite(), self.compare.chosen
        reach = reach_of(values, self.chart.reach, most_reach(self._function))
        self.chart.show_function(self._function, reach, [(place, function) for place, _, function in chosen])
        self.chart.show_values(values)
        self.keys.show_keys(
            tuple(Key(compared_colour(at, self.theme), name, compared_style(at)) for at, name, _ in chosen)
        )
        alike = [name for _, name, other in chosen if self._is_alike(other)]
        same = [self.tr("{name}: the same curve").format(name=name) for name in alike]
        self.words.setText(" · ".join(filter(None, (*same, self._shares(self._function, values)))))
        self._show_probe()

    def _is_alike(self, other: Function) -> bool:
        """Whether another formula gives the same numbers, as 2σ(2x) − 1 does for tanh."""
        assert self._function is not None
        x = middles(self.chart.reach)
        named_alike = other.word == self._function.word
        return not named_alike and bool(np.allclose(other.value(x), self._function.value(x), rtol=0, atol=SAME))

    def _finite(self) -> Floats:
        """The values that flow in, without those that are none."""
        values = np.zeros(0, np.float32) if self._flowing is None else self._flowing
        return values[np.isfinite(values)]

    def _shares(self, function: Function, values: Floats) -> str:
        """How much of what flows in is flat, how many units are dead, and how much lies beyond the chart."""
        if not values.size:
            return ""
        said = []
        if function.word == "step":
            said.append(self.tr("no gradient"))
        elif function.word != "linear":
            share = percent(saturated_share(function, values))
            words = self.tr("{share} inactive") if function.word == "relu" else self.tr("{share} saturated")
            said.append(words.format(share=share))
            if self._dead is not None:
                dead, units = int(self._dead.sum()), len(self._dead)
                said.append(self.tr("{dead} of {units} units dead").format(dead=dead, units=units))
        beyond = float(np.mean(np.abs(values) > self.chart.reach))
        if beyond:
            said.append(self.tr("{share} beyond ±{reach}").format(share=percent(beyond), reach=f"{self.chart.reach:g}"))
        return " · ".join(said)

    def _show_probe(self) -> None:
        """The numbers where the probe stands."""
        if self._function is None or self.chart.function is None:
            return
        value, slope = self.chart.at_probe()
        x, y, rise = (number_text(number) for number in (self.chart.probe, value, slope))
        self.probe_words.setText(f"x = {x}  f(x) = {y}  f′(x) = {rise}")
        self.chart.setAccessibleDescription(self.probe_words.text())
