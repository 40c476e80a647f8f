"""A bubble that points at what to do next, one of four steps at a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.ui.icons import icon
from playground.ui.texts.start import STEPS, step_title, step_words
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel, tool_button

WIDE, TIP, AWAY = 216, 9, 6


def place_below(target: QRect, size: QSize, room: QRect) -> tuple[QPoint, int]:
    """The top left corner of a bubble below what it points at, inside the room, and how far right its tip stands."""
    x = min(max(target.center().x() - size.width() // 2, room.left() + AWAY), room.right() - size.width() - AWAY)
    y = min(target.bottom() + AWAY, room.bottom() - size.height() - AWAY)
    tip = min(max(target.center().x() - x, 2 * TIP), size.width() - 2 * TIP)
    return QPoint(x, y), tip


class Coach(QFrame):
    """`next_asked` goes to the next step, `skipped` ends the tour. It leaves the keys to what is below it."""

    next_asked = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._room, self._tip = theme, parent, 0
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, TIP + 10, 10, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        self.title, self.words = TextLabel(bold=True), TextLabel(wrap=True)
        self.away = tool_button(icon("close", theme), self.tr("End the tour"), side=14)
        self.away.setProperty("look", "quiet")
        head.addWidget(self.title, 1)
        head.addWidget(self.away)
        foot = QHBoxLayout()
        self.count = TextLabel(scale=SMALL, muted=True)
        self.next, self.skip = QPushButton(self.tr("Next")), QPushButton(self.tr("Skip tour"))
        foot.addWidget(self.count, 1)
        for button in (self.skip, self.next):
            button.setProperty("look", "link")
            foot.addWidget(button)
        buttons: tuple[QWidget, ...] = (self.next, self.skip, self.away)
        for part in buttons:
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(foot)
        self.next.clicked.connect(self.next_asked)
        self.skip.clicked.connect(self.skipped)
        self.away.clicked.connect(self.skipped)
        self.setFixedWidth(WIDE)
        self.hide()

    def show_step(self, name: str) -> None:
        self.title.setText(step_title(name))
        self.words.setText(step_words(name))
        place = STEPS.index(name) + 1
        self.count.setText(self.tr("{place} of {count}").format(place=place, count=len(STEPS)))
        self.next.setVisible(place < len(STEPS))
        self.setFixedHeight(self.heightForWidth(WIDE))

    def point_at(self, target: QRect) -> None:
        """Stand below this place of the parent."""
        at, self._tip = place_below(target, self.size(), self._room.rect())
        self.move(at)
        self.show()
        self.raise_()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.away.setIcon(icon("close", theme))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QPainterPath()
        body.addRoundedRect(QRectF(self.rect()).adjusted(1, TIP, -1, -1), 10, 10)
        tip = QPainterPath(QPointF(self._tip - TIP, TIP + 1))
        tip.lineTo(self._tip, 1)
        tip.lineTo(self._tip + TIP, TIP + 1)
        painter.setPen(QPen(self._theme.colour("accent"), 1.2))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawPath(body.united(tip))
