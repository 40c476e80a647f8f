"""Two columns against each other, a point for each run: a setting and what came of it, or any other two."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.runs.lines import MEASURES, Line, names_of, value_of
from playground.runs.parallel import Scale, scale_of
from playground.runs.trials import SEED, Trial
from playground.ui.experiment.picture import Picture
from playground.ui.experiment.ticks import column_title, ticks

RADIUS, NEAR, INSIDE = 3.6, 14.0, 9.0


class Scatter(Picture):
    """The first setting against the validation loss, unless told."""

    def columns(self) -> tuple[str, ...]:
        names = names_of(self._all())
        return (*names, *MEASURES) if names else ()

    def sides(self) -> tuple[str, str] | None:
        columns = self.columns()
        if not columns:
            return None
        first = next((name for name in columns if name != SEED), columns[0])
        return self.across if self.across in columns else first, self.up if self.up in columns else "test_loss"

    def _all(self) -> tuple[Trial, ...]:
        return self.shown.experiment.trials if self.shown.experiment is not None else ()

    def _scales(self) -> tuple[Scale, Scale] | None:
        """Across and up, where any run has a value of both."""
        sides = self.sides()
        found = [scale_of(self._all(), self.shown.rows, column) for column in sides or ()]
        return (found[0], found[1]) if len(found) == 2 and found[0] and found[1] else None

    def _inner(self, room: QRectF, up: Scale) -> QRectF:
        metrics = QFontMetricsF(self.small())
        left = max(metrics.horizontalAdvance(words) for _, words in ticks(up, self._all())) + 8
        return room.adjusted(min(left, room.width() / 3), metrics.height() + 6, -14, -2 * metrics.height() - 8)

    def _points(self, inner: QRectF, scales: tuple[Scale, Scale]) -> Iterator[tuple[Trial, QPointF]]:
        """Of the runs that have both values; none stands on the frame."""
        room = inner.adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)
        for trial in self._all():
            line = Line((trial,), dict(trial.settings))
            values = [value_of(line, scale.column, self.shown.rows) for scale in scales]
            shares = [
                None if value is None else scale.share(value) for scale, value in zip(scales, values, strict=True)
            ]
            if shares[0] is not None and shares[1] is not None:
                yield trial, QPointF(room.left() + shares[0] * room.width(), room.bottom() - shares[1] * room.height())

    def draw(self, painter: QPainter, room: QRectF) -> None:
        scales = self._scales()
        if scales is None:
            self.say_nothing(painter, room, self.tr("Each run becomes a point here once it is done."))
            return
        inner = self._inner(room, scales[1])
        self._draw_axes(painter, room, inner, scales)
        kept = {trial.key for trial in self.trials}
        points = list(self._points(inner, scales))
        painter.setPen(Qt.PenStyle.NoPen)
        # What is looked at lies on top, what is left out below.
        for trial, point in sorted(points, key=lambda one: (one[0].key == self.looked_at, one[0].key in kept)):
            looked, is_kept = trial.key == self.looked_at, trial.key in kept
            colour = self.theme.colour("ink") if looked else self.theme.colour("accent" if is_kept else "muted",
                                                                               170 if is_kept else 70)  # fmt: skip
            painter.setBrush(colour)
            painter.drawEllipse(point, RADIUS + 1.6 * looked, RADIUS + 1.6 * looked)
        missing = len(self.shown.rows) - len(points)
        if missing > 0:
            painter.setPen(self.theme.colour("muted"))
            words = self.tr("runs without a value: {count}").format(count=missing)
            painter.drawText(
                room.adjusted(0, 0, -4, 0), int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight), words
            )

    def _draw_axes(self, painter: QPainter, room: QRectF, inner: QRectF, scales: tuple[Scale, Scale]) -> None:
        experiment = self.shown.experiment
        assert experiment is not None
        painter.setFont(self.small())
        metrics, (across, up) = painter.fontMetrics(), scales
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner)
        painter.setPen(self.theme.colour("ink"))
        titles = [column_title(experiment.base, scale.column) for scale in scales]
        wide = int(inner.width())
        below = QRectF(inner.left(), inner.bottom() + metrics.height() + 4, inner.width(), metrics.height() + 2)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), metrics.elidedText(titles[0], elide, wide))
        painter.drawText(
            QPointF(room.left(), room.top() + metrics.ascent()), metrics.elidedText(titles[1], elide, wide)
        )
        painter.setPen(self.theme.colour("muted"))
        end = room.left() - 1
        for share, words in sorted(ticks(across, self._all())):
            x = inner.left() + INSIDE + share * (inner.width() - 2 * INSIDE)
            half = metrics.horizontalAdvance(words) / 2
            # One that has no room beside its neighbour is left out.
            if x - half > end:
                painter.drawText(
                    QPointF(min(x - half, room.right() - 2 * half), inner.bottom() + metrics.ascent() + 3), words
                )
                end = x + half + 6
        for share, words in ticks(up, self._all()):
            y = inner.bottom() - INSIDE - share * (inner.height() - 2 * INSIDE)
            place = QRectF(room.left(), y - 8, inner.left() - room.left() - 5, 16)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(place, right, metrics.elidedText(words, elide, int(place.width())))

    def at(self, x: float, y: float) -> Trial | None:
        scales = self._scales()
        if scales is None:
            return None
        apart = {
            trial: abs(point.x() - x) + abs(point.y() - y)
            for trial, point in self._points(self._inner(self.room(), scales[1]), scales)
        }
        nearest = min(apart, key=lambda trial: apart[trial], default=None)
        return nearest if nearest is not None and apart[nearest] <= NEAR else None
