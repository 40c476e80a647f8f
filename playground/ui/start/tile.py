"""An example on the start page: its picture, which plays what it learns while one points at it, and its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from playground.ui.icons import paint_icon
from playground.ui.start.films import Film
from playground.ui.texts.start import epoch_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.plain import tip

WIDE, HIGH, LETTERS = 139, 132, 46
ROUNDING, BAR = 8.0, 4.0
FILM_MS = 2_000


class Tile(QAbstractButton):
    """`film` may come after it is shown; until then its place is quiet. One without frames is a link."""

    def __init__(self, name: str, title: str, line: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.title, self._line, self._theme = name, title, line, theme
        self.film: Film | None = None
        # The frame that is shown, from the end: a film that is not playing shows what was learned.
        self.at = -1
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._go_on)
        self.setFixedSize(WIDE, HIGH + LETTERS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setToolTip(tip(f"{title}: {line}"))

    def show_film(self, film: Film | None) -> None:
        self.film = film
        self.setEnabled(film is not None)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def line(self) -> str:
        """What stands below the title: the epoch while it plays."""
        film = self.film
        if film is None or not self._clock.isActive() or not film.epochs:
            return self._line
        return epoch_text(film.epochs[self.at], film.epochs[-1])

    def play(self) -> None:
        """The film, once; where the system wants no motion its last picture stays."""
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        if self.film is not None and len(self.film.frames) > 1 and not still:
            self.at = 0
            self._clock.start(FILM_MS // len(self.film.frames))
            self.update()

    def _stop(self) -> None:
        self._clock.stop()
        self.at = -1
        self.update()

    def _go_on(self) -> None:
        self.at += 1
        if self.film is None or self.at >= len(self.film.frames):
            self._stop()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.play()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.play()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH + LETTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(2, 2, WIDE - 4, HIGH - 4)
        path = QPainterPath()
        path.addRoundedRect(place, ROUNDING, ROUNDING)
        painter.fillPath(path, self._theme.colour("canvas"))
        painter.save()
        painter.setClipPath(path)
        self._paint_picture(painter, place)
        painter.restore()
        lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        pen = QPen(self._theme.colour("accent" if lit else "line"), 2 if lit else 1)
        if self.film is not None and not self.film.frames:
            pen = QPen(self._theme.colour("accent" if lit else "muted"), 1.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._paint_words(painter)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        if self.film is None:
            return
        if not self.film.frames:
            side = 28.0
            middle = QRectF(place.center() - QPointF(side / 2, side / 2), QSizeF(side, side))
            paint_icon(painter, "link", middle, self._theme.colour("muted"))
            return
        painter.drawImage(place, self.film.frames[self.at])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x, y, colour in self.film.points:
            at = QPointF(place.center().x() + x * place.width() / 2, place.center().y() - y * place.height() / 2)
            painter.setBrush(QColor(*colour))
            painter.setPen(QPen(QColor(255, 255, 255), 0.8))
            painter.drawEllipse(at, 2.0, 2.0)
        if self._clock.isActive():
            whole = QRectF(place.x() + 10, place.bottom() - 12, place.width() - 20, BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 150))
            painter.drawRoundedRect(whole, 2, 2)
            whole.setWidth(whole.width() * (self.at + 1) / len(self.film.frames))
            painter.setBrush(QColor(29, 35, 48))
            painter.drawRoundedRect(whole, 2, 2)

    def _paint_words(self, painter: QPainter) -> None:
        bold, small = scaled_font(bold=True), scaled_font(SMALL)
        row = QRectF(0, HIGH + 5, WIDE, 18)
        painter.setPen(self._theme.colour("ink" if self.isEnabled() else "muted"))
        painter.setFont(bold)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.title)
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        words = painter.fontMetrics().elidedText(self.line, Qt.TextElideMode.ElideRight, WIDE)
        painter.drawText(row.translated(0, 18), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
