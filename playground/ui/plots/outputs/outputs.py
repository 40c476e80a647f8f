"""How the output of each layer of the whole network is spread, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.graph import DATA
from playground.frames.frame import Frame
from playground.frames.sizes import Histogram
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.activations import function_of
from playground.ui.plots.charts.layer_names import layer_names, still_standing
from playground.ui.plots.charts.legend import LineLegend
from playground.ui.plots.charts.spreads import Column, SpreadChart
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.plain import PlainLabel


class OutputsPanel(LiveView):
    """A column for each layer; the data's own is shown when a person asks for it."""

    rest = 100

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.chart = SpreadChart(theme, self)
        self.chart.setAccessibleName(self.title())
        self.nothing = PlainLabel(self.tr("Once the network is ready, its layers stand here side by side."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.legend = LineLegend((("validation", self.tr("flat")),), theme, self)
        self.legend.setToolTip(
            self.tr("Flat: where the layer's function hardly rises, so that next to nothing passes.")
        )
        self.words = Note(self)
        self.with_data = QAction(self.tr("Show the data too"), self, checkable=True)
        self.with_data.toggled.connect(lambda: self._draw(anew=True))
        self.addAction(self.with_data)
        self._arrange()
        self._document: Document | None = None
        self._outputs: Mapping[str, Histogram] = {}
        self._frame: Frame | None = None
        self._shown: tuple[str, ...] = ()
        self.show_theme(theme)

    def _arrange(self) -> None:
        self.pages = QStackedLayout()
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.chart)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.addWidget(self.words, 1)
        head.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self.pages, 1)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("OutputsPanel", "Layer outputs")

    def explanation(self) -> str:
        return self.tr(
            "What comes out of each layer over the train points, the first 1,200 if they are more: the wider the "
            "shape, the more of its values lie at that height (exact zeros are cut at the next widest), the dot "
            "is their mean, the line one standard deviation up and down, and orange is where tanh, sigmoid or "
            "softmax is flat and passes no gradient. Signal is how much an output still differs from point to "
            "point."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, outputs=True)

    def show_document(self, document: Document) -> None:
        self._document = document
        if self.isVisible():
            self._draw()

    def show_frame(self, frame: Frame) -> None:
        # Between two looks of the engine the numbers are the same ones.
        if not frame.wanted.outputs or (frame.outputs is self._outputs and self._frame is not None):
            return
        self._frame, self._outputs = frame, frame.outputs
        if self.isVisible():
            self._draw()

    def forget(self) -> None:
        self._frame = None
        self._draw()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.chart.show_theme(theme)
        self.legend.show_theme(theme)
        self.nothing.setStyleSheet(f"color: {theme.muted}")
        self.words.setFont(scaled_font(SMALLER))
        palette = self.words.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("muted"))
        self.words.setPalette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _draw(self, anew: bool = False) -> None:
        columns = self._columns()
        self.pages.setCurrentWidget(self.chart if columns else self.nothing)
        self.legend.setVisible(any(column.found.saturated is not None for column in columns))
        names = tuple(column.name for column in columns)
        self.chart.show_columns(columns, anew or names != self._shown)
        self._shown = names
        self.words.setText(self._words(columns))

    def _columns(self) -> tuple[Column, ...]:
        document, frame = self._document, self._frame
        if document is None or frame is None:
            return ()
        standing = still_standing(document, frame, frame.outputs)
        shown = [node for node in standing if self.with_data.isChecked() or node != DATA]
        names, layers = layer_names(document, shown), document.graph.by_id
        return tuple(Column(names[node], frame.outputs[node], function_of(layers[node].layer)) for node in shown)

    def _words(self, columns: tuple[Column, ...]) -> str:
        """The axis, and what becomes of the signal on its way."""
        if len(columns) < 2:
            return self.tr("↑ output") if columns else ""
        first, last = (number_text(column.found.signal, 2) for column in (columns[0], columns[-1]))
        return self.tr("↑ output · signal {first} → {last}").format(first=first, last=last)

    def table(self) -> Table | None:
        """A row for each bar, with the numbers of its layer."""
        columns = self._columns()
        if not columns:
            return None
        heads = (
            self.tr("layer"), self.tr("from"), self.tr("to"), self.tr("values counted"), self.tr("mean of the layer"),
            self.tr("standard deviation"), self.tr("signal"), self.tr("share of zeros"), self.tr("share that is flat"),
        )  # fmt: skip
        rows = []
        for column in columns:
            found = column.found
            numbers = (found.mean, found.deviation, found.signal, found.zeros, found.saturated)
            bars = zip(found.edges[:-1].tolist(), found.edges[1:].tolist(), found.counts.tolist(), strict=True)
            rows += [(column.name, low, high, count, *numbers) for low, high, count in bars]
        return Table(heads, tuple(rows))
