"""The whole network in the corner of the canvas, with what is on screen framed; a press or a drag goes there."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from playground.ui.canvas.items.note_item import tint
from playground.ui.canvas.overlays.sight_bar import SightBar
from playground.ui.canvas.stage.stage import Stage
from playground.ui.theme import Theme

SIZE, AWAY, PAD = QSize(132, 84), 12, 6
# A canvas smaller than this needs its room for itself.
SMALLEST_ROOM = QSize(480, 320)
INTERVAL = 100


class Minimap(QWidget):
    """Draws the nodes once for each document and the frame as often as the view moves."""

    def __init__(self, view: Stage, below: SightBar) -> None:
        super().__init__(view)
        self._view, self._below = view, below
        self._picture: QPixmap | None = None
        self._map, self._content = QTransform(), QRectF()
        self._grabbed: QPointF | None = None
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview"))
        self.setToolTip(self.tr("Overview: drag to look elsewhere"))
        # While a node is dragged the document changes with each move of the mouse; the overview need not.
        self._soon = QTimer(self, singleShot=True, interval=INTERVAL)
        self._soon.timeout.connect(self._forget)

    def show_document(self) -> None:
        """The nodes stand elsewhere, or there are others."""
        if not self._soon.isActive():
            self._soon.start()

    def show_theme(self, theme: Theme) -> None:
        self._below.show_theme(theme)
        self._forget()

    def show_place(self) -> None:
        """Above the bar in the bottom right corner, where there is room and where not all is on screen anyway."""
        room = self._view.rect()
        self._below.show_place()
        large = room.width() >= SMALLEST_ROOM.width() and room.height() >= SMALLEST_ROOM.height()
        self.move(room.right() - self.width() - AWAY, self._below.y() - self.height() - AWAY // 2)
        self.setVisible(large and not self._view.seen().contains(self._view.canvas.nodes_rect()))
        self.update()

    def _forget(self) -> None:
        self._picture = None
        self.show_place()

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        frame = self._map.mapRect(self._view.seen()).intersected(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(QPen(self._view.theme.colour("accent"), 1.5))
        painter.setBrush(self._view.theme.colour("accent", 26))
        painter.drawRoundedRect(frame, 3, 3)

    def _drawn(self) -> QPixmap:
        """Panel, connections as lines, nodes and notes as small cards; also finds the scale."""
        theme, canvas, ratio = self._view.theme, self._view.canvas, self.devicePixelRatioF()
        self._content = canvas.nodes_rect()
        self._map = _fitting(self._content, QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD))
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("line"))
            painter.setBrush(theme.colour("panel", 235))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            line = QPen(theme.colour("muted", 110), 1.0)
            line.setCosmetic(True)
            painter.setTransform(self._map, True)
            painter.setPen(line)
            painter.drawLines([QLineF(edge.start, edge.end) for edge in canvas.edges.values()])
            painter.setPen(Qt.PenStyle.NoPen)
            chosen, wrong = set(canvas.selected_nodes), canvas.problem_items.by_node.keys()
            kinds: dict[str, list[QRectF]] = {"muted": [], "note_line": [], "accent": []}
            for name, box in canvas.boxes().items():
                kind = "accent" if name in chosen else "note_line" if name in wrong else "muted"
                kinds[kind].append(QRectF(box.x, box.y, box.width, box.height))
            for note in canvas.notes.by_id.values():
                painter.setBrush(theme.colour("accent") if note.isSelected() else tint(note.note.colour, theme)[1])
                painter.drawRect(note.body)
            for kind, cards in kinds.items():
                painter.setBrush(theme.colour(kind, 150 if kind == "muted" else 255))
                painter.drawRects(cards)
        return picture

    # Looking elsewhere

    @property
    def grabbed(self) -> bool:
        """Whether it is held."""
        return self._grabbed is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._map.inverted()[0].map(event.position())
        seen = self._view.seen()
        # The frame is dragged by where it was taken hold of; elsewhere it jumps to the pointer.
        self._grabbed = at - seen.center() if seen.contains(at) else QPointF()
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            # It was let go of while another window was in front.
            self._grabbed = None
        if self._grabbed is not None:
            self._view.look_at(self._map.inverted()[0].map(event.position()) - self._grabbed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


def _fitting(content: QRectF, room: QRectF) -> QTransform:
    """From the scene to the overview: all of the content, as large as it fits, in the middle."""
    scale = min(room.width() / max(1.0, content.width()), room.height() / max(1.0, content.height()), 0.25)
    made = QTransform.fromTranslate(room.center().x(), room.center().y()).scale(scale, scale)
    return made.translate(-content.center().x(), -content.center().y())
