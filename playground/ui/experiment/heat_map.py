"""Two settings against each other: the mean validation loss in each cell, the lower the stronger."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.document.document import Document
from playground.runs.axes import Value
from playground.runs.heat import Heat, heat_of
from playground.runs.lines import Spread, names_of
from playground.runs.trials import SEED, Trial
from playground.ui.experiment.picture import Picture
from playground.ui.texts.numbers import loss_text
from playground.ui.texts.runs.plan import axis_title, value_title

GAP = 3.0
LEAST_HIGH = 34.0
RIGHT, MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


class HeatMap(Picture):
    """Which two settings is chosen by `across` and `up`; the others are averaged over."""

    def axes(self) -> tuple[str, ...]:
        """What may stand along a side."""
        return tuple(name for name in names_of(self.trials) if name != SEED) or names_of(self.trials)

    def columns(self) -> tuple[str, ...]:
        return self.axes() if len(self.axes()) > 2 else ()

    def _heat(self) -> Heat | None:
        names = self.axes()
        if len(names) < 2:
            return None
        across = self.across if self.across in names else names[-1]
        others = [name for name in names if name != across]
        return heat_of(self.trials, self.shown.rows, across, self.up if self.up in others else others[0])

    def sides(self) -> tuple[str, str] | None:
        """The settings across and up."""
        names = self.axes()
        if len(names) < 2:
            return None
        across = self.across if self.across in names else names[-1]
        others = [name for name in names if name != across]
        return across, self.up if self.up in others else others[0]

    def _cell(self, heat: Heat, room: QRectF, column: int, line: int) -> QRectF:
        wide, high = room.width() / len(heat.across), room.height() / len(heat.up)
        # The last value stands on top, as in a graph.
        top = room.bottom() - (line + 1) * high
        return QRectF(room.left() + column * wide, top, wide, high).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)

    def _inner(self, heat: Heat, room: QRectF) -> QRectF:
        metrics = QFontMetricsF(self.small())
        wide = max(metrics.horizontalAdvance(value_title(value)) for value in heat.up) + 8
        return room.adjusted(wide, metrics.height() + 4, 0, -metrics.height() - 4)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        heat, sides, experiment = self._heat(), self.sides(), self.shown.experiment
        if heat is None or sides is None or experiment is None:
            told = self.tr("A heat map needs two settings that vary.")
            none = self.tr("Two settings that vary stand against each other here once runs are done.")
            self.say_nothing(painter, room, told if self.trials else none)
            return
        self._draw_names(painter, room, heat, sides, experiment.base)
        inner = self._inner(heat, room)
        means = [found.mean for _, found in heat.cells.values() if found is not None]
        low, high = min(means, default=0.0), max(means, default=1.0)
        for line, y in enumerate(heat.up):
            for column, x in enumerate(heat.across):
                trials, found = heat.cells.get((x, y), ((), None))
                share = 0.0 if found is None else 1.0 - (found.mean - low) / (high - low) if high > low else 0.5
                self._draw_cell(painter, self._cell(heat, inner, column, line), trials, found, share)

    def _draw_names(
        self, painter: QPainter, room: QRectF, heat: Heat, sides: tuple[str, str], document: Document
    ) -> None:
        painter.setFont(self.small())
        painter.setPen(self.theme.colour("muted"))
        inner = self._inner(heat, room)
        words = f"{axis_title(document, sides[1])} ↑   {axis_title(document, sides[0])} →"
        others = [axis_title(document, name) for name in self.axes() if name not in sides]
        if others:
            words += "   " + self.tr("mean over {others}").format(others=", ".join(others))
        painter.drawText(QRectF(room.left(), room.top(), room.width(), inner.top() - room.top()), words)
        for line, y in enumerate(heat.up):
            cell = self._cell(heat, inner, 0, line)
            painter.drawText(
                QRectF(room.left(), cell.top(), inner.left() - room.left() - 6, cell.height()), RIGHT, value_title(y)
            )
        for column, x in enumerate(heat.across):
            cell = self._cell(heat, inner, column, 0)
            painter.drawText(
                QRectF(cell.left(), inner.bottom() + 3, cell.width(), 20), Qt.AlignmentFlag.AlignHCenter, value_title(x)
            )

    def _draw_cell(
        self, painter: QPainter, cell: QRectF, trials: tuple[Trial, ...], found: Spread | None, share: float
    ) -> None:
        colour = self._colour(share) if found is not None else self.theme.colour("hover")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(cell, 4, 4)
        if self.looked_at in {trial.key for trial in trials}:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("ink"), 2))
            painter.drawRoundedRect(cell, 4, 4)
        painter.setPen(QColor("#ffffff") if colour.lightnessF() < 0.55 else QColor("#1d2330"))
        if found is None:
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(cell, MIDDLE, self.tr("none of {count}").format(count=len(trials)) if trials else "")
            return
        has_room = cell.height() >= LEAST_HIGH
        below = self.tr("{n} of {count}").format(n=found.n, count=len(trials))
        if found.n == len(trials):
            below = f"± {loss_text(found.deviation)}" if found.deviation is not None else ""
        painter.setFont(self.small(bold=True))
        upper = cell.adjusted(0, 0, 0, -cell.height() / 2 + 2) if has_room and below else cell
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(upper, bottom if has_room and below else MIDDLE, loss_text(found.mean))
        if has_room and below:
            painter.setFont(self.small())
            lower = cell.adjusted(0, cell.height() / 2 + 2, 0, 0)
            painter.drawText(lower, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, below)

    def _colour(self, share: float) -> QColor:
        """One hue, from grey to the accent: orange and blue mean -1 and +1."""
        low, high = self.theme.colour("line"), self.theme.colour("accent")
        ends = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
        return QColor(*(round(first + (last - first) * share) for first, last in ends))

    def at(self, x: float, y: float) -> Trial | None:
        heat = self._heat()
        if heat is None:
            return None
        inner = self._inner(heat, self.room())
        for line, up in enumerate(heat.up):
            for column, across in enumerate(heat.across):
                if self._cell(heat, inner, column, line).contains(QPointF(x, y)):
                    return self._best(heat.cells.get((across, up), ((), None))[0])
        return None

    def _best(self, trials: tuple[Trial, ...]) -> Trial | None:
        rows = self.shown.rows
        known = [trial for trial in trials if trial.key in rows and isinstance(_loss(rows[trial.key].numbers), float)]
        return min(
            known, key=lambda trial: _loss(rows[trial.key].numbers) or 0.0, default=trials[0] if trials else None
        )


def _loss(numbers: object) -> Value | None:
    found = numbers.get("test_loss") if hasattr(numbers, "get") else None
    return float(found) if isinstance(found, int | float) else None
