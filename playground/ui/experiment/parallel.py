"""Parallel coordinates: a line for each run; a range drawn on a scale leaves out the others."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen

from playground.runs.axes import value_text
from playground.runs.lines import MEASURES, Line, value_of
from playground.runs.parallel import Scale, scales_of
from playground.runs.trials import Trial
from playground.ui.experiment.picture import Picture
from playground.ui.experiment.ticks import column_title, ticks
from playground.ui.texts.runs.plan import measure_text

NEAR = 12.0
DRAWN = 4.0


class Parallel(Picture):
    """Drag along a scale for a range: `ranged` carries its column, lowest and highest value; None by a click."""

    within: dict[str, tuple[float, float]]
    _began: tuple[Scale, float] | None = None
    _now = 0.0

    def show_within(self, within: dict[str, tuple[float, float]]) -> None:
        """Ranges that are looked at."""
        self.within = within
        self.update()

    def _all(self) -> tuple[Trial, ...]:
        return self.shown.experiment.trials if self.shown.experiment is not None else ()

    def _scales(self) -> tuple[Scale, ...]:
        return scales_of(self._all(), self.shown.rows)

    def _x(self, room: QRectF, at: int, count: int) -> float:
        inner = room.adjusted(24, 0, -46, 0)
        return inner.left() + inner.width() * (at / max(count - 1, 1))

    def _y(self, room: QRectF, share: float) -> float:
        return room.bottom() - 6 - (room.height() - 16 - self._lines(room) * self._high()) * share

    def _points(self, trial: Trial, scales: tuple[Scale, ...], room: QRectF) -> list[QPointF]:
        """Empty where the run has no value on every scale."""
        line, found = Line((trial,), dict(trial.settings)), []
        for at, scale in enumerate(scales):
            value = value_of(line, scale.column, self.shown.rows)
            share = None if value is None else scale.share(value)
            if share is None:
                return []
            found.append(QPointF(self._x(room, at, len(scales)), self._y(room, share)))
        return found

    def draw(self, painter: QPainter, room: QRectF) -> None:
        scales = self._scales()
        if len(scales) < 2 or not any(scale.column in MEASURES for scale in scales):
            self.say_nothing(painter, room, self.tr("Each run becomes a line here once it is done."))
            return
        kept = {trial.key for trial in self.trials}
        drawn = [(trial, points) for trial in self._all() if (points := self._points(trial, scales, room))]
        for wanted, colour, width in (
            (False, self.theme.colour("muted", 60), 1.0),
            (True, self.theme.colour("accent", 150), 1.2),
        ):
            painter.setPen(QPen(colour, width))
            for trial, points in drawn:
                if (trial.key in kept) == wanted:
                    painter.drawPath(_smooth(points))
        for trial, points in drawn:
            if trial.key == self.looked_at:
                painter.setPen(QPen(self.theme.colour("ink"), 2))
                painter.drawPath(_smooth(points))
        lines, apart = self._lines(room), self._x(room, 1, len(scales)) - self._x(room, 0, len(scales))
        for at, scale in enumerate(scales):
            x = self._x(room, at, len(scales))
            self._draw_scale(painter, room, scale, (x, apart), at % lines, min(130.0, lines * apart - 8))

    def _high(self) -> float:
        return QFontMetricsF(self.small()).height() + 2

    def _lines(self, room: QRectF) -> int:
        """Names that have no room side by side stand on two lines by turns."""
        scales, experiment, metrics = self._scales(), self.shown.experiment, QFontMetricsF(self.small())
        if experiment is None or len(scales) < 2:
            return 1
        apart = self._x(room, 1, len(scales)) - self._x(room, 0, len(scales))
        widest = max(metrics.horizontalAdvance(column_title(experiment.base, scale.column)) for scale in scales)
        return 1 if min(widest, 130.0) <= apart - 8 else 2

    def _draw_scale(
        self, painter: QPainter, room: QRectF, scale: Scale, place: tuple[float, float], line: int, wide: float
    ) -> None:
        x, apart = place
        painter.setFont(self.small())
        painter.setPen(QPen(self.theme.colour("muted"), 1))
        painter.drawLine(QPointF(x, self._y(room, 0)), QPointF(x, self._y(room, 1)))
        experiment = self.shown.experiment
        assert experiment is not None
        title = column_title(experiment.base, scale.column)
        painter.setPen(self.theme.colour("ink"))
        title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(wide))
        left = min(max(x - wide / 2, room.left()), room.right() - wide)
        side = (
            Qt.AlignmentFlag.AlignLeft
            if left > x - wide / 2
            else Qt.AlignmentFlag.AlignRight
            if left < x - wide / 2
            else Qt.AlignmentFlag.AlignHCenter
        )
        painter.drawText(QRectF(left, room.top() + line * self._high(), wide, 18), int(side), title)
        painter.setPen(self.theme.colour("muted"))
        for share, words in ticks(scale, self._all()):
            told = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(apart - 8))
            spot = QRectF(x + 4, self._y(room, share) - 7, painter.fontMetrics().horizontalAdvance(told) + 3, 14)
            # Lines pass behind it.
            painter.fillRect(spot, self.theme.colour("panel", 200))
            painter.drawText(spot.adjusted(1, 0, 20, 0), int(Qt.AlignmentFlag.AlignVCenter), told)
        if scale.column in self.within:
            low, high = (scale.share(value) or 0.0 for value in self.within[scale.column])
            top, bottom = self._y(room, min(high, 1.0)), self._y(room, max(low, 0.0))
            painter.fillRect(QRectF(x - DRAWN, top, 2 * DRAWN, bottom - top), self.theme.colour("accent", 90))

    # What a person does

    def at(self, x: float, y: float) -> Trial | None:
        room, scales = self.room(), self._scales()
        nearest, found = NEAR, None
        for trial in self._all():
            points = self._points(trial, scales, room)
            for one, other in pairwise(points):
                if one.x() <= x <= other.x():
                    share = (x - one.x()) / max(other.x() - one.x(), 1e-9)
                    apart = abs(one.y() + share * (other.y() - one.y()) - y)
                    if apart < nearest:
                        nearest, found = apart, trial
        return found

    def _share(self, y: float) -> float:
        room = self.room()
        top, bottom = self._y(room, 1), self._y(room, 0)
        return min(max((bottom - y) / max(bottom - top, 1.0), 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scales = self._scales()
        for at, scale in enumerate(scales):
            if abs(self._x(self.room(), at, len(scales)) - event.position().x()) <= NEAR and not scale.words:
                self._began, self._now = (scale, self._share(event.position().y())), event.position().y()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._began is None:
            return
        scale, first = self._began
        self._began = None
        last = self._share(event.position().y())
        low, high = sorted((first, last))
        if high - low < 0.02:
            self.ranged.emit((scale.column, None))
        else:
            self.ranged.emit((scale.column, (scale.value(low), scale.value(high))))

    def told_ranges(self) -> str:
        """The ranges in words."""
        experiment = self.shown.experiment
        if experiment is None:
            return ""
        titles = {column: column_title(experiment.base, column) for column in self.within}
        told = [
            f"{titles[column]} {_short(column, low)} – {_short(column, high)}"
            for column, (low, high) in self.within.items()
        ]
        return ", ".join(told)


def _short(column: str, value: float) -> str:
    return measure_text(column, value) if column in MEASURES else value_text(float(f"{value:.3g}"))


def _smooth(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for one, other in pairwise(points):
        middle = (one.x() + other.x()) / 2
        path.cubicTo(QPointF(middle, one.y()), QPointF(middle, other.y()), other)
    return path
