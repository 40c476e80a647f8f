"""What every layer makes of one input: its values as coloured cells, pictures or traces, layer after layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.frames.arrays import Floats
from playground.ui.plots.examples.inputs import image
from playground.ui.plots.examples.writing import elided, readable_on
from playground.ui.plots.planes.colouring import neuron_limit
from playground.ui.texts.numbers import decimals_text, number_text
from playground.ui.texts.output import output_word, two_decimals
from playground.ui.theme import Theme, signed_rgb
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.plain import tip

GAP = 2.0
# Cells of a flat layer: no narrower, no wider; where they are this wide, their number is written in.
NARROWEST, WIDEST, WITH_NUMBER = 9.0, 52.0, 34.0
MOST_MAP, LEAST_MAP = 76.0, 30.0
TRACE_HIGH = 7.0
# Where there is so much room, all of it is larger by so much.
ROOMY, LARGER = 420, 1.4


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """One layer: `values` are (values,), (channels, height, width) or (features, 1, length); see Frame.tried.

    `units` are names of its values where they have any.
    """

    title: str
    values: Floats
    units: tuple[str, ...] = ()
    limit: float = field(default=1.0)


class LayerStrips(QWidget):
    """Colours go from minus a layer's limit, orange, to plus its limit, blue; the limit stands beside its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What every layer makes of it"))
        self.strips: tuple[Strip, ...] = ()
        self._forms: tuple[tuple[int, ...], ...] = ()
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(scaled_font(0.9, fixed_digits=True))
        self.updateGeometry()
        self.update()

    def show_values(
        self, tried: Mapping[str, Floats], titles: Mapping[str, str], units: Mapping[str, tuple[str, ...]]
    ) -> None:
        """The layers that have a title, each with its values; `units` names some layers' values."""
        self.strips = tuple(
            Strip(titles[node], values, units.get(node, ()), neuron_limit(values))
            for node, values in tried.items()
            if node in titles and values.size
        )
        forms = tuple(strip.values.shape for strip in self.strips)
        if forms != self._forms:
            self._forms = forms
            self.updateGeometry()
        self.update()

    # Sizes

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(max(self.width(), 220)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def heightForWidth(self, width: int) -> int:
        return max(ceil(sum(self._high(strip, width) for strip in self.strips)), 20)

    def _title_high(self) -> float:
        return QFontMetricsF(self.font()).height() + 2

    def _high(self, strip: Strip, width: float) -> float:
        rows, _, _, high = self._layout(strip, width)
        return self._title_high() + rows * (high + GAP) + 7

    def _layout(self, strip: Strip, width: float) -> tuple[int, int, float, float]:
        """Rows, columns, and how wide and high each cell is."""
        count, shape = len(strip.values), strip.values.shape
        larger = LARGER if width >= ROOMY else 1.0
        if len(shape) == 1:
            across = min(count, max(int((width + GAP) / (larger * NARROWEST + GAP)), 1))
            rows = ceil(count / across)
            across = ceil(count / rows)
            wide = min((width + GAP) / across - GAP, larger * WIDEST)
            numbered = larger * QFontMetricsF(self.font()).height() + 3
            return rows, across, wide, numbered if wide >= WITH_NUMBER else min(max(wide, 12.0), larger * 18)
        if shape[1] == 1:
            # A line for each feature, a cell for each step.
            return count, 1, width, larger * larger * TRACE_HIGH
        across = min(count, max(int((width + GAP) / (larger * LEAST_MAP + GAP)), 1))
        across = ceil(count / ceil(count / across))
        wide = min((width + GAP) / across - GAP, larger * MOST_MAP)
        return ceil(count / across), across, wide, wide * shape[1] / shape[2]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top, width = QPainter(self), 0.0, float(self.width())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for strip in self.strips:
            high = self._title_high()
            painter.setFont(self.font())
            limit = f"±{number_text(strip.limit)}"
            room = QFontMetricsF(self.font()).horizontalAdvance(limit) + 8
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(0, top, width, high), Qt.AlignmentFlag.AlignRight, limit)
            painter.setPen(self.theme.colour("ink"))
            elided(painter, QRectF(0, top, width - room, high), Qt.AlignmentFlag.AlignLeft, strip.title)
            self._paint_cells(painter, strip, top + high)
            top += self._high(strip, width)

    def _cell(self, strip: Strip, top: float, unit: int) -> QRectF:
        _, across, wide, high = self._layout(strip, self.width())
        row, column = divmod(unit, across)
        return QRectF(column * (wide + GAP), top + row * (high + GAP), wide, high)

    def _paint_cells(self, painter: QPainter, strip: Strip, top: float) -> None:
        if strip.values.ndim == 3:
            for unit, values in enumerate(strip.values):
                painter.drawImage(self._cell(strip, top, unit), image(values / strip.limit))
            return
        colours = signed_rgb(strip.values / strip.limit)
        numbered = self._layout(strip, self.width())[2] >= WITH_NUMBER
        for unit, (value, rgb) in enumerate(zip(strip.values.tolist(), colours.tolist(), strict=True)):
            where, ground = self._cell(strip, top, unit), QColor(*rgb)
            painter.fillRect(where, ground)
            if numbered:
                painter.setPen(readable_on(ground))
                painter.drawText(
                    where,
                    Qt.AlignmentFlag.AlignCenter,
                    two_decimals(value) if abs(value) < 100 else decimals_text(value, 0),
                )

    # Reading

    def read(self, place: QPointF) -> str:
        """What stands at this place: the layer, its neuron, the value; "" where nothing does."""
        top = 0.0
        for strip in self.strips:
            cells = top + self._title_high()
            for unit in range(len(strip.values)):
                where = self._cell(strip, cells, unit)
                if where.contains(place):
                    return self._read_cell(strip, unit, where, place)
            top += self._high(strip, self.width())
        return ""

    def _read_cell(self, strip: Strip, unit: int, where: QRectF, place: QPointF) -> str:
        name = strip.units[unit] if unit < len(strip.units) else output_word("neuron", number=unit + 1)
        if strip.values.ndim == 1:
            return f"{strip.title}, {name}: {decimals_text(float(strip.values[unit]), 4)}"
        height, width = strip.values.shape[1:]
        row = min(int((place.y() - where.top()) / where.height() * height), height - 1)
        column = min(int((place.x() - where.left()) / where.width() * width), width - 1)
        value = decimals_text(float(strip.values[unit, row, column]), 4)
        if height == 1:
            words = self.tr("{layer}, feature {number}, step {step}: {value}")
            return words.format(layer=strip.title, number=unit + 1, step=column + 1, value=value)
        words = self.tr("{layer}, channel {number}, row {row}, column {column}: {value}")
        return words.format(layer=strip.title, number=unit + 1, row=row + 1, column=column + 1, value=value)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.read(QPointF(event.pos()))), self)
            return True
        return super().event(event)
