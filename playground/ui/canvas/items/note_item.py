"""A note on the canvas: a quiet card with wrapped text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.note import Note
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.node_item import TEXT_FROM
from playground.ui.canvas.layout.box import Box
from playground.ui.theme import Theme

PAD, ROUNDING = 10.0, 7.0
HANDLE_RADIUS, HANDLE_REACH, EDGE_REACH = 5.0, 10.0, 6.0
# Paper, its border, and the arrows that leave it; light, then dark.
TINTS = {
    "yellow": (("#fff7d6", "#ecd98a", "#b3922a"), ("#383221", "#6b5f33", "#cdb45c")),
    "blue": (("#e6f1fb", "#b3d2ec", "#4b86b8"), ("#1e2e3e", "#3a5872", "#78add6")),
    "green": (("#e7f5e9", "#b2d9b8", "#4f9160"), ("#1f3326", "#3d6548", "#7fbf8e")),
    "grey": (("#f6f7f9", "#ccd3dd", "#7b8696"), ("#272d36", "#475060", "#98a2b3")),
}


def tint(colour: str, theme: Theme) -> tuple[QColor, QColor, QColor]:
    """Paper, border and arrows of a note of this colour."""
    paper, border, line = TINTS[colour][theme.dark]
    return QColor(paper), QColor(border), QColor(line)


def text_lines(text: str, font: QFont, room: float) -> tuple[str, ...]:
    """The text in lines no wider than `room`, its own lines and blank ones kept; Chinese breaks anywhere."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    for paragraph in text.expandtabs(4).split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room + 1.0)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(paragraph)]
        lines += [paragraph[start:end].rstrip() for start, end in zip(starts, ends, strict=True)] or [""]
    return tuple(lines)


def size_of_text(text: str, width: float, fonts: Fonts) -> QSizeF:
    """How large a note of this width is with this text."""
    across = width * fonts.unit
    rows = len(text_lines(text, fonts.body, across - 2 * PAD))
    return QSizeF(across, rows * QFontMetricsF(fonts.body).lineSpacing() + 2 * PAD * 0.8)


class NoteItem(QGraphicsItem):
    """Shows one note. What it shows is given to it; it changes nothing itself."""

    def __init__(self, note: Note, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.note, self._fonts, self._theme = note, fonts, theme
        self._handle = False
        self._measure()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        # Over connections and under cards: what is explained is never hidden.
        self.setZValue(1.6)

    def _measure(self) -> None:
        self.size = size_of_text(self.note.text, self.note.width, self._fonts)
        self._lines = text_lines(self.note.text, self._fonts.body, self.size.width() - 2 * PAD)
        self.setPos(self.note.x, self.note.y)

    # What it is told

    def show_note(self, note: Note, fonts: Fonts, theme: Theme) -> bool:
        """Another text, place or colour; whether it stands elsewhere or is larger or smaller than before."""
        if (note, fonts, theme) == (self.note, self._fonts, self._theme):
            return False
        before = self.box
        self.prepareGeometryChange()
        self.note, self._fonts, self._theme = note, fonts, theme
        self._measure()
        self.update()
        return self.box != before

    def show_handle(self, shown: bool) -> None:
        """The handle from which an arrow is drawn: at the note under the pointer."""
        if shown != self._handle:
            self._handle = shown
            self.update()

    # What it is asked

    @property
    def shows_handle(self) -> bool:
        return self._handle

    @property
    def body(self) -> QRectF:
        """The card, in the scene."""
        return QRectF(self.pos(), self.size)

    @property
    def box(self) -> Box:
        return Box(self.x(), self.y(), self.size.width(), self.size.height())

    @property
    def handle(self) -> QPointF:
        """Where an arrow is drawn from, in the scene."""
        return self.pos() + QPointF(self.size.width() / 2, self.size.height())

    def at_handle(self, at: QPointF) -> bool:
        away = at - self.handle
        return away.x() ** 2 + away.y() ** 2 <= HANDLE_REACH**2

    def at_edge(self, at: QPointF) -> bool:
        """Whether this point of the scene is at the edge that makes it wider."""
        body = self.body
        return abs(at.x() - body.right()) <= EDGE_REACH and body.top() <= at.y() <= body.bottom()

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(), self.size).adjusted(-2, -2, 2, HANDLE_REACH)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(QPointF(), self.size))
        return path

    # How it looks

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        theme, card = self._theme, QRectF(QPointF(), self.size)
        paper, border, line = tint(self.note.colour, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 60 if theme.dark else 14))
        painter.drawRoundedRect(card.adjusted(-0.5, 1, 0.5, 2), ROUNDING, ROUNDING)
        painter.setBrush(paper)
        chosen = self.isSelected()
        painter.setPen(QPen(theme.colour("accent") if chosen else border, 2.0 if chosen else 1.0))
        inset = 0.0 if chosen else 0.5
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), ROUNDING, ROUNDING)
        if scale >= TEXT_FROM:
            self._paint_text(painter)
        if self._handle:
            painter.setPen(QPen(line, 2.0))
            painter.setBrush(theme.colour("panel"))
            painter.drawEllipse(QPointF(card.width() / 2, card.height()), HANDLE_RADIUS, HANDLE_RADIUS)

    def _paint_text(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._fonts.body)
        painter.setFont(self._fonts.body)
        painter.setPen(self._theme.colour("ink"))
        y = PAD * 0.8 + metrics.ascent()
        for line in self._lines:
            painter.drawText(QPointF(PAD, y), line)
            y += metrics.lineSpacing()
