"""All samples as points, near each other where a layer makes the same of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.datasets.dataset import Dataset, class_names
from playground.frames.arrays import Floats
from playground.frames.projection import Projection
from playground.ui.plots.examples.inputs import aspect, paint_example
from playground.ui.texts.data import class_title
from playground.ui.texts.examples import example_title, read_text
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

MARGIN, DOT, REACH, PICTURE = 14.0, 3.2, 9.0, 56.0
GLIDE_MS = 200


class SampleMap(QWidget):
    """A number in a ring stands at the middle of each class. `row_chosen(row)` by a click; the picture under the
    pointer is shown beside it."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.projection: Projection | None = None
        self.chosen: int | None = None
        self.hovered: int | None = None
        self._dataset: Dataset | None = None
        # Where points stand from -1 to +1, as they glide from one place to another.
        self._places: Floats = np.zeros((0, 2), np.float32)
        self._from = self._to = self._places
        self._glide = QVariantAnimation(self, duration=GLIDE_MS, startValue=0.0, endValue=1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._glide.valueChanged.connect(self._move)
        self.setMouseTracking(True)
        self.setMinimumSize(120, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of all samples"))

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_projection(self, dataset: Dataset, projection: Projection | None) -> None:
        """Samples of this data; None for an empty map. From one layer to another the points glide."""
        before, self._dataset, self.projection = self.projection, dataset, projection
        self.hovered = None
        if projection is None:
            self._to = self._places = np.zeros((0, 2), np.float32)
        else:
            self._from, self._to = self._places, spread(projection.points)
            glides = before is not None and len(self._from) == len(self._to) and before.node != projection.node
            self._glide.stop()
            if glides and self.isVisible():
                self._glide.start()
            else:
                self._places = self._to
        self.update()

    def show_chosen(self, row: int | None) -> None:
        """The data's row that is the chosen example."""
        self.chosen = row
        self.update()

    def _move(self, share: float) -> None:
        self._places = self._from + np.float32(share) * (self._to - self._from)
        self.update()

    # Where things are

    def pixels(self) -> Floats:
        """Where each point stands in the widget, (samples, 2); the second direction points up."""
        wide, high = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        return np.column_stack(
            [MARGIN + (self._places[:, 0] + 1) / 2 * wide, MARGIN + (1 - self._places[:, 1]) / 2 * high]
        )

    def row_at(self, at: QPointF) -> int | None:
        """The data's row whose point is nearest, within reach."""
        if self.projection is None or not len(self._places):
            return None
        apart = np.hypot(*(self.pixels() - (at.x(), at.y())).T)
        nearest = int(apart.argmin())
        return int(self.projection.rows[nearest]) if apart[nearest] <= REACH else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(self.theme.colour("canvas"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.projection is None or self._dataset is None:
            painter.setPen(self.theme.colour("muted"))
            words = self.tr("The map comes with the network.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        places, labels = self.pixels(), self._dataset.labels[self.projection.rows].astype(int)
        for label in range(len(class_names(self._dataset.settings))):
            painter.setPen(QPen(self._colour(label), DOT, c=Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF([QPointF(*place) for place in places[labels == label].tolist()]))
        self._paint_classes(painter, places, labels)
        for row, colour in ((self.hovered, "ink"), (self.chosen, "accent")):
            self._ring(painter, places, row, colour)
        self._paint_hovered(painter, places)

    @staticmethod
    def _colour(label: int) -> QColor:
        return QColor(*CLASS_COLOURS[label % len(CLASS_COLOURS)])

    def _paint_classes(self, painter: QPainter, places: Floats, labels: np.ndarray) -> None:
        assert self._dataset is not None
        painter.setFont(scaled_font(SMALLER, bold=True))
        names = class_names(self._dataset.settings)
        for label, name in enumerate(names if fit_in_rings(names) else ()):
            if not (labels == label).any():
                continue
            middle = QPointF(*np.median(places[labels == label], axis=0).tolist())
            painter.setPen(QPen(self._colour(label), 2))
            painter.setBrush(self.theme.colour("panel"))
            painter.drawEllipse(middle, 9, 9)
            painter.setPen(self.theme.colour("ink"))
            where = QRectF(middle.x() - 20, middle.y() - 9, 40, 18)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, class_title(name))

    def _place_of(self, places: Floats, row: int | None) -> QPointF | None:
        if self.projection is None:
            return None
        at = np.flatnonzero(self.projection.rows == row)
        return QPointF(*places[at[0]].tolist()) if len(at) else None

    def _ring(self, painter: QPainter, places: Floats, row: int | None, colour: str) -> None:
        place = self._place_of(places, row)
        if place is not None and self._dataset is not None:
            painter.setPen(QPen(self.theme.colour("panel"), 5))
            painter.setBrush(self._colour(int(self._dataset.labels[row])))
            painter.drawEllipse(place, 6, 6)
            painter.setPen(QPen(self.theme.colour(colour), 2.5))
            painter.drawEllipse(place, 6, 6)

    def _paint_hovered(self, painter: QPainter, places: Floats) -> None:
        """The picture beside its point, within the map."""
        place = self._place_of(places, self.hovered)
        if place is None or self._dataset is None:
            return
        values, facts = self._dataset.points[self.hovered], self._dataset.settings.facts
        wide = PICTURE * aspect(facts)
        left = place.x() + 12 if place.x() + 12 + wide < self.width() else place.x() - 12 - wide
        top = min(max(place.y() - PICTURE / 2, 4), self.height() - PICTURE - 4)
        where = QRectF(left, top, wide, PICTURE)
        paint_example(painter, where, values, facts, self.theme)
        painter.setPen(QPen(self.theme.colour("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(where)

    # The pointer

    def spoken(self, row: int) -> str:
        """ "Picture 1,776, a 7"."""
        assert self._dataset is not None
        true = class_title(class_names(self._dataset.settings)[int(self._dataset.labels[row])])
        return f"{example_title(self._dataset.settings.facts, row)}, {read_text('', true)}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row != self.hovered:
            self.hovered = row
            self.setCursor(Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription("" if row is None else self.spoken(row))
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if row is not None:
            self.row_chosen.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered = None
        self.update()


def fit_in_rings(names: tuple[str, ...]) -> bool:
    """Whether each class's name has room in a ring at its middle; words have not."""
    return all(len(name) <= 2 for name in names)


def spread(points: Floats) -> Floats:
    """Points (samples, 2) from -1 to +1 along each direction, so that they have all of the room."""
    low, high = points.min(axis=0), points.max(axis=0)
    return (2 * (points - low) / np.where(high > low, high - low, 1) - 1).astype(np.float32)
