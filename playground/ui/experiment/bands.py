"""The validation loss of each group of runs: its mean as a line, one standard deviation around it as a band."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.runs.bands import Band, band_of, curve_of, highest
from playground.runs.lines import spread_of
from playground.runs.trials import Trial
from playground.ui.experiment.curve_cell import place
from playground.ui.experiment.picture import Picture
from playground.ui.plots.charts.lines import line_colour
from playground.ui.plots.charts.ticks import linear_ticks
from playground.ui.texts.numbers import loss_text
from playground.ui.texts.runs.plan import axis_title, value_title

MOST = 6
KEYS_WIDE = 190.0


class Bands(Picture):
    """The best groups, at most six, the best first."""

    def _groups(self) -> list[tuple[tuple[Trial, ...], Band]]:
        members: dict[object, list[Trial]] = {}
        for trial in self.trials:
            members.setdefault(trial.shared, []).append(trial)
        known = [(tuple(found), spread_of(found, "test_loss", self.shown.rows)) for found in members.values()]
        known.sort(key=lambda pair: pair[1].mean if pair[1] is not None else float("inf"))
        found = []
        for trials, _ in known:
            curves = [curve_of(trial.key, "validation", self.shown.rows, self.shown.under_way) for trial in trials]
            if (band := band_of(curves)) is not None:
                found.append((trials, band))
        return found[:MOST]

    def _inner(self, room: QRectF) -> QRectF:
        keys = min(KEYS_WIDE, room.width() * 0.4)
        return room.adjusted(38, 4, -keys, -18)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        groups, inner = self._groups(), self._inner(room)
        if not groups:
            self.say_nothing(painter, room, self.tr("Curves stand here once a run has begun."))
            return
        epochs = max(trial.epochs for trials, _ in groups for trial in trials)
        most = highest(self.shown.rows, self.shown.under_way)
        self._draw_axes(painter, inner, epochs, most)
        for number, (trials, band) in enumerate(groups):
            colour = QColor(line_colour(number, self.theme))
            thick = self.looked_at in {trial.key for trial in trials}
            self._draw_band(painter, inner, band, colour, (epochs, most), thick)
            self._draw_key(painter, room, inner, number, colour, trials[0])

    def _draw_axes(self, painter: QPainter, inner: QRectF, epochs: int, most: float) -> None:
        painter.setFont(self.small())
        for value in linear_ticks(0, most, 4):
            _, y = place(inner, 0, value, epochs, most)
            painter.setPen(self.theme.colour("line"))
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
            painter.setPen(self.theme.colour("muted"))
            room = QRectF(inner.left() - 40, y - 8, 36, 16)
            painter.drawText(
                room,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                loss_text(value).rstrip("0").rstrip(".") or "0",
            )
        below = QRectF(inner.left(), inner.bottom() + 3, inner.width(), 16)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), self.tr("epoch 0"))
        painter.drawText(
            below, int(Qt.AlignmentFlag.AlignHCenter), self.tr("validation loss, mean ± 1 standard deviation")
        )
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), f"{epochs:,}")

    def _draw_band(
        self, painter: QPainter, inner: QRectF, band: Band, colour: QColor, ends: tuple[int, float], thick: bool
    ) -> None:
        def line(values: tuple[float, ...]) -> list[QPointF]:
            pairs = zip(band.epochs, values, strict=True)
            return [QPointF(*place(inner, epoch, loss, *ends)) for epoch, loss in pairs]

        pale = QColor(colour)
        pale.setAlpha(80 if thick else 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale)
        painter.drawPolygon(QPolygonF([*line(band.low), *reversed(line(band.high))]))
        painter.setPen(QPen(colour, 2.4 if thick else 1.5))
        painter.drawPolyline(QPolygonF(line(band.mean)))

    def _draw_key(
        self, painter: QPainter, room: QRectF, inner: QRectF, number: int, colour: QColor, trial: Trial
    ) -> None:
        experiment = self.shown.experiment
        assert experiment is not None
        top, left = inner.top() + number * 18.0, inner.right() + 12
        painter.setPen(QPen(colour, 2.4))
        painter.drawLine(QPointF(left, top + 8), QPointF(left + 14, top + 8))
        words = ", ".join(f"{axis_title(experiment.base, name)} {value_title(value)}" for name, value in trial.shared)
        painter.setPen(self.theme.colour("ink"))
        painter.setFont(self.small())
        place_ = QRectF(left + 20, top, room.right() - left - 20, 16)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place_.width()))
        painter.drawText(place_, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def at(self, x: float, y: float) -> Trial | None:
        inner, found, nearest = self._inner(self.room()), None, 14.0
        most = highest(self.shown.rows, self.shown.under_way)
        for trials, band in self._groups():
            epochs = max(trial.epochs for trial in trials)
            for epoch, loss in zip(band.epochs, band.mean, strict=True):
                at, up = place(inner, epoch, loss, epochs, most)
                if (apart := abs(at - x) + abs(up - y)) < nearest:
                    nearest, found = apart, trials[0]
        return found
