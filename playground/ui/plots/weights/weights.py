"""Weights and gradients: each layer's weights, and how large its gradient and its steps are, now and over the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.sizes import LayerSizes
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.layer_names import layer_names, still_standing
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.weights.size_bars import Bars, SizeBars
from playground.ui.plots.weights.size_chart import SizeChart
from playground.ui.plots.weights.weight_arrays import picture_of
from playground.ui.plots.weights.weight_grid import BARS, WeightGrid, cell_of
from playground.ui.plots.weights.weight_pages import MatrixPage, scrolled
from playground.ui.theme import Theme
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import PlainLabel
from playground.ui.widgets.sparing import Sparing

# Milliseconds between two drawings of these numbers: eight a second are as many as can be read.
REST = 125


class WeightsPanel(LiveView):
    """Pages by a switch; a click on a layer's histogram shows its weights as a picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.words = (self.tr("Weights"), self.tr("Over time"), self.tr("Now"))
        self.switch = Segments(self.words, theme, self)
        self.switch.chosen.connect(lambda _word: self._draw())
        self.grid, self.matrix = WeightGrid(theme), MatrixPage(theme)
        self.over_time, self.bars = SizeChart(theme), SizeBars(theme)
        self.nothing = PlainLabel(parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.grid.chosen.connect(self._open)
        self.matrix.left.connect(lambda: self._open(""))
        self._drawing = Sparing(REST, self._draw_newest, self)
        self._document: Document | None = None
        self._frame: Frame | None = None
        self._drawn: Frame | None = None
        self._opened = ""
        self._arrange()
        self.show_theme(theme)
        self._draw()

    def _arrange(self) -> None:
        self.scrolled_grid, self.scrolled_bars = scrolled(self.grid), scrolled(self.bars)
        self.pages = QStackedWidget(self)
        for page in (self.nothing, self.scrolled_grid, self.matrix, self.over_time, self.scrolled_bars):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pages, 1)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("WeightsPanel", "Weights and gradients")

    def explanation(self) -> str:
        return self.tr(
            "Weights: how many of each layer's are how large, orange below 0 and blue above; click a layer for every "
            "one of them. Over time and Now: the size of the gradient and of a batch's update, layer by layer on a "
            "logarithmic axis, so that gradients that vanish or explode on their way back are seen."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, sizes=True)

    @property
    def page(self) -> int:
        """0 for the weights, 1 over time, 2 for now."""
        return self.words.index(self.switch.word)

    def show_now(self) -> None:
        """The page of how large gradients and steps are at this moment."""
        self.switch.show_word(self.words[2])
        self._draw()

    def show_document(self, document: Document) -> None:
        self._document = document
        if self.isVisible():
            self._draw()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self.isVisible():
            self._drawing.ask_for(frame)

    def forget(self) -> None:
        self._frame = None
        self._draw()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.switch, self.grid, self.matrix, self.over_time, self.bars):
            part.show_theme(theme)
        self.nothing.setStyleSheet(f"color: {theme.muted}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _open(self, node: str) -> None:
        """Show one layer's weights, or with "" all layers'."""
        self._opened = node
        self._draw()
        (self.matrix.matrix if node else self.grid).setFocus()

    def _draw_newest(self) -> None:
        if self._frame is not self._drawn and self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self._drawn = self._frame
        draw: tuple[Callable[[], QWidget | None], ...] = (self._draw_weights, self._draw_history, self._draw_now)
        page = draw[self.page]()
        if page is None:
            self.nothing.setText(
                self.tr("Once the network is ready, its weights are here.")
                if self.page == 0
                else self.tr("Train a little: the sizes are measured as the network trains.")
            )
        self.pages.setCurrentWidget(page or self.nothing)

    def _nodes(self) -> list[str]:
        """The layers with weights, in the order of the network."""
        document, frame = self._document, self._frame
        if document is None or frame is None:
            return []
        # What Dropout keeps is the state of its draws, whole numbers and no weights.
        found = {node for node, arrays in frame.weights.items() if arrays and arrays[0].dtype.kind == "f"}
        return still_standing(document, frame, [node for node in document.graph.order if node in found])

    def _names(self) -> dict[str, str]:
        assert self._document is not None
        return layer_names(self._document, self._nodes())

    def _draw_weights(self) -> QWidget | None:
        document, frame, nodes = self._document, self._frame, self._nodes()
        if document is None or frame is None or not nodes:
            return None
        names = self._names()
        if self._opened in names:
            layer = document.graph.by_id[self._opened].layer
            self.matrix.show_layer(names[self._opened], layer.weight_names, frame.weights[self._opened])
            return self.matrix
        self.grid.show_cells(tuple(cell_of(node, names[node], frame.weights[node][0]) for node in nodes))
        return self.scrolled_grid

    def _draw_history(self) -> QWidget | None:
        frame = self._frame
        if frame is None or not len(frame.size_history.epochs) or not self._nodes():
            return None
        past = self.tr("epoch {epoch}").format(epoch=f"{frame.epoch:,}")
        moment = None if frame.past is None else (float(frame.epoch), past)
        self.over_time.show_history(frame.size_history, self._names(), moment)
        return self.over_time

    def _draw_now(self) -> QWidget | None:
        found = self._now()
        if not found:
            return None
        self.bars.show_sizes(found)
        return self.scrolled_bars

    def _now(self) -> tuple[Bars, ...]:
        if self._frame is None or self._document is None:
            return ()
        sizes = self._frame.sizes or self._sizes_then(self._frame)
        return tuple(Bars(name, sizes[node]) for node, name in self._names().items() if node in sizes)

    @staticmethod
    def _sizes_then(frame: Frame) -> dict[str, LayerSizes]:
        """Those measured nearest to the earlier moment that the frame shows; none for the present."""
        history = frame.size_history
        if frame.past is None or not len(history.epochs):
            return {}
        row = history.values[int(np.abs(history.epochs - frame.epoch).argmin())]
        return {node: LayerSizes(*sizes) for node, sizes in zip(history.nodes, row.tolist(), strict=True)}

    # The numbers

    def table(self) -> Table | None:
        """What the page that is shown draws."""
        shown = self.pages.currentWidget()
        if shown is self.scrolled_grid:
            return self._weights_table()
        if shown is self.matrix:
            return self._matrix_table()
        if shown is self.over_time:
            return self._history_table()
        return self._now_table() if shown is self.scrolled_bars else None

    def _weights_table(self) -> Table:
        rows = []
        for cell in self.grid.cells:
            edges = np.linspace(-cell.limit, cell.limit, BARS + 1).tolist()
            rows += [(cell.name, *bar) for bar in zip(edges[:-1], edges[1:], cell.counts.tolist(), strict=True)]
        return Table((self.tr("layer"), self.tr("from"), self.tr("to"), self.tr("weights counted")), tuple(rows))

    def _matrix_table(self) -> Table | None:
        """A row for each number: where it stands in its array, from 1, and its value; then the biases."""
        if self.matrix.shown is None:
            return None
        name, array, bias = self.matrix.shown
        flat = array if array.ndim == 4 else picture_of(array).array
        places = (" ".join(str(step + 1) for step in place) for place in np.ndindex(*flat.shape))
        rows = [(name, place, value) for place, value in zip(places, flat.ravel().tolist(), strict=True)]
        if bias is not None:
            rows += [("bias", str(unit + 1), value) for unit, value in enumerate(bias.tolist())]
        return Table((self.tr("array"), self.tr("place"), self.tr("weight")), tuple(rows))

    def _history_table(self) -> Table:
        history, values = self.over_time.history, self.over_time.values()
        numbers = np.where(np.isfinite(values), values, np.nan).tolist()
        rows = tuple((epoch, *row) for epoch, row in zip(history.epochs.tolist(), numbers, strict=True))
        measure = self.over_time.measure.currentText()
        return Table((self.tr("epoch"), *(f"{measure}: {name}" for _, _, name in self.over_time.shown)), rows)

    def _now_table(self) -> Table:
        heads = (
            self.tr("layer"),
            self.tr("weight"),
            self.tr("gradient"),
            self.tr("update"),
            self.tr("update ÷ weight"),
        )
        rows = (
            (bars.name, bars.sizes.weights, bars.sizes.gradient, bars.sizes.update, bars.ratio)
            for bars in self.bars.layers
        )
        return Table(heads, tuple(rows))
