"""The answer to one input: a bar for the probability of each class, a value, or several."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from playground.datasets.dataset import class_names
from playground.datasets.measures import Measure, target_measure
from playground.document.settings import DataSettings
from playground.ui.plots.examples.predicted import shares_of
from playground.ui.plots.examples.writing import elided
from playground.ui.texts.data import class_title, target_names
from playground.ui.texts.numbers import decimals_text, share_text
from playground.ui.texts.output import value_text
from playground.ui.theme import CLASS_COLOURS, NEGATIVE, POSITIVE, Theme
from playground.ui.widgets.fonts import scaled_font

# Ten classes can be read in this height, in a smaller font.
LEAST_HIGH = 122
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT, LEFT = Qt.AlignmentFlag.AlignRight | MIDDLE, Qt.AlignmentFlag.AlignLeft | MIDDLE


class OutputBars(QWidget):
    """The likeliest class is bold, and red where another one is right, which is bold then too.

    Of two classes, orange is the first and blue the second.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.names: tuple[str, ...] = ()
        self.shares: NDArray[np.float64] | None = None
        # Where there are no classes: a value, or one for each of the targets, with what they stand for.
        self.values: tuple[float, ...] = ()
        self.measures: tuple[Measure | None, ...] = (None,)
        self.targets: tuple[str, ...] = ()
        self.truth: float | None = None
        self.right: int | None = None
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(scaled_font(1.0, fixed_digits=True))
        self.updateGeometry()
        self.update()

    def show_answer(
        self,
        output: NDArray[np.floating] | None,
        data: DataSettings,
        truth: float | None = None,
        right: int | None = None,
    ) -> None:
        """The output as people read it, (channels,), of this data.

        `truth` is the right value where a rule is known, `right` the right class by index.
        """
        names, targets = tuple(map(class_title, class_names(data))), target_names(data)
        if (names, targets) != (self.names, self.targets):
            self.names, self.targets = names, targets
            self.updateGeometry()
        self.shares, self.values, self.truth, self.right = None, (), truth, right
        self.measures = tuple(target_measure(data.origin, goal) for goal in range(len(targets) or 1))
        if output is not None and np.isfinite(output).all():
            if names:
                self.shares = shares_of(output[np.newaxis])[0]
            if len(output) == len(self.measures):
                self.values = tuple(output.tolist())
        self.setAccessibleName(self.spoken())
        self.update()

    def spoken(self) -> str:
        """The answer in words."""
        if self.shares is not None:
            parts = [f"{name} {share_text(float(s))}" for name, s in zip(self.names, self.shares, strict=True)]
            return self.tr("Output: {parts}").format(parts=", ".join(parts))
        told = ", ".join(" ".join(pair) for pair in self._rows) if self.targets else self.told[0]
        return self.tr("Output: {parts}").format(parts=told)

    @property
    def told(self) -> tuple[str, ...]:
        """The value of each target, in the unit of its column where there is one."""
        if not self.values:
            return ("–",) * len(self.measures)
        return tuple(_told(value, each) for value, each in zip(self.values, self.measures, strict=True))

    @property
    def _rows(self) -> list[tuple[str, str]]:
        """Of several targets, what each is called and its value."""
        return list(zip(self.targets, self.told, strict=True))

    def answer(self) -> tuple[tuple[str, float], ...]:
        """Each class with its probability, or the value; nothing before there is an answer."""
        if self.shares is not None:
            return tuple(zip(self.names, self.shares.tolist(), strict=True))
        return tuple(zip(self.targets or ("1",), self.values, strict=True)) if self.values else ()

    def sizeHint(self) -> QSize:
        high = QFontMetricsF(QApplication.font()).height()
        rows = len(self.names or self.targets)
        return QSize(150, int(rows * (high + 3) + 4) if rows else int(4.2 * high))

    def minimumSizeHint(self) -> QSize:
        return QSize(110, min(self.sizeHint().height(), LEAST_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.names:
            self._paint_classes(painter)
        elif self.targets:
            self._paint_values(painter)
        else:
            self._paint_value(painter)

    def _paint_value(self, painter: QPainter) -> None:
        """The value large, what it is above it, the right one below."""
        small = scaled_font(0.86)
        high, low = QFontMetricsF(scaled_font(1.9, bold=True)).height(), QFontMetricsF(small).height()
        wide = float(self.width())
        painter.setFont(small)
        painter.setPen(self.theme.colour("muted"))
        elided(painter, QRectF(0, 0, wide, low), LEFT, self.tr("Output"))
        if self.truth is not None:
            words = self.tr("true value {value}").format(value=_told(self.truth, self.measures[0]))
            elided(painter, QRectF(0, low + high, wide, low), LEFT, words)
        painter.setFont(scaled_font(1.9, bold=True, fixed_digits=True))
        painter.setPen(self.theme.colour("ink"))
        painter.drawText(QRectF(0, low, wide, high), LEFT, self.told[0])

    def _paint_values(self, painter: QPainter) -> None:
        """Of each target the name and the value, below each other."""
        rows, font = self._rows, scaled_font(1.0)
        high = min(self.height() / len(rows), 1.9 * QFontMetricsF(font).height())
        bold = scaled_font(min(1.0, high / QFontMetricsF(font).height()), bold=True, fixed_digits=True)
        widest = max(QFontMetricsF(bold).horizontalAdvance(value) for _, value in rows)
        for place, (name, value) in enumerate(rows):
            line = QRectF(0, place * high, self.width(), high)
            painter.setFont(bold)
            painter.setPen(self.theme.colour("ink"))
            painter.drawText(line, RIGHT, value)
            painter.setFont(scaled_font(bold.pointSizeF() / QApplication.font().pointSizeF()))
            painter.setPen(self.theme.colour("muted"))
            elided(painter, line.adjusted(0, 0, -widest - 10, 0), LEFT, name)

    def _paint_classes(self, painter: QPainter) -> None:
        count = len(self.names)
        high = min(self.height() / count, 1.9 * QFontMetricsF(scaled_font()).height())
        scale = min(max(high / (QFontMetricsF(scaled_font()).height() + 1), 0.78), 1.0 if high < 22 else 1.15)
        plain, bold = (scaled_font(scale, bold=is_bold, fixed_digits=True) for is_bold in (False, True))
        metrics = QFontMetricsF(bold)
        widest = max(metrics.horizontalAdvance(name) for name in self.names)
        left = min(widest + 2, 0.42 * self.width())
        number = metrics.horizontalAdvance("100.0 %")
        best = -1 if self.shares is None else int(self.shares.argmax())
        for place, name in enumerate(self.names):
            row = QRectF(0, place * high, self.width(), high)
            told, wrong = place in (best, self.right), place == best and self.right not in (None, best)
            painter.setFont(bold if told else plain)
            painter.setPen(self.theme.colour("ink" if told else "muted"))
            elided(painter, QRectF(0, row.top(), left, high), RIGHT, name)
            painter.setPen(self.theme.colour("problem" if wrong else "ink" if told else "muted"))
            share = 0.0 if self.shares is None else float(np.clip(self.shares[place], 0, 1))
            painter.drawText(row, RIGHT, "–" if self.shares is None else share_text(share))
            bar = QRectF(left + 7, row.top() + 0.18 * high, max(row.width() - left - number - 14, 4), 0.64 * high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("hover"))
            painter.drawRoundedRect(bar, 3, 3)
            bar.setWidth(bar.width() * share)
            painter.setBrush(self._colour(place))
            if bar.width() >= 1:
                if self.theme.dark:
                    # Brown and violet are near the ground.
                    painter.setPen(QPen(QColor(255, 255, 255, 97), 1))
                    bar.adjust(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(bar, min(3, bar.width() / 2), 3)

    def _colour(self, place: int) -> QColor:
        if len(self.names) == 2:
            return QColor(*(NEGATIVE, POSITIVE)[place])
        return QColor(*CLASS_COLOURS[place % len(CLASS_COLOURS)])


def _told(value: float, measure: Measure | None) -> str:
    return decimals_text(value, 3) if measure is None else value_text(value, measure)
