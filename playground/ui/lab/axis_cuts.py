"""The numbers of a slice as handles on the axes: where it begins, where it ends, and its step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.cuts import AxisCut, Handle, axis_cuts, index_with
from playground.lab.values import Index
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# In pixels: a row, a place of an axis at most, what stands at its left and at its right, the key below.
ROW, WIDEST, LEFT, RIGHT, KEY, HEIGHT = 32, 30, 76, 110, 20, 20
WITH_NUMBERS, GRIP = 15, 4
HANDLES: tuple[Handle, ...] = ("first", "last", "step")
MODIFIED: dict[Qt.KeyboardModifier, Handle] = {
    Qt.KeyboardModifier.ShiftModifier: "last", Qt.KeyboardModifier.ControlModifier: "step",
}  # fmt: skip


class AxisCuts(QWidget):
    """Seen for slices. `cut(index, begins)` tells another index, and whether a gesture begins with it."""

    cut = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._index = theme, Index(())
        self.rows: tuple[AxisCut, ...] = ()
        self._axis, self._held = 0, None  # type: tuple[int, Handle | None]
        self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr("Drag where it begins, ends, or the second place. Keys: ← → begin, with Shift end, with Ctrl step.")
        )
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        """The axes of a sliced tensor; gone for other operations."""
        call = answer.question.chain.last
        index = call.parameter("index")
        tensor = dict(answer.inputs).get("x")
        sliced = call.operation == "index" and isinstance(index, Index) and tensor is not None
        if isinstance(index, Index) and tensor is not None:
            self._index = index
        self.rows = axis_cuts(self._index, tensor.shape) if sliced and tensor is not None else ()
        self._axis = min(self._axis, max(0, len(self.rows) - 1))
        self.setVisible(bool(self.rows))
        self.setAccessibleName("; ".join(f"{self._name(axis)}: {self._said(axis)}" for axis in range(len(self.rows))))
        self.updateGeometry()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, len(self.rows) * ROW + KEY)

    minimumSizeHint = sizeHint

    # Where everything stands

    def _name(self, axis: int) -> str:
        return self.tr("axis %1").replace("%1", str(axis))

    def _said(self, axis: int) -> str:
        """As the code has it."""
        item = self.rows[axis].item
        if isinstance(item, int):
            return str(item)
        start, stop, step = ("" if one is None else str(one) for one in (item.start, item.stop, item.step))
        return f"{start}:{stop}" + (f":{step}" if step else "")

    def _side(self, axis: int) -> float:
        return min(WIDEST, (self.width() - LEFT - RIGHT) / max(1, self.rows[axis].length))

    def box(self, axis: int, place: int) -> QRectF:
        """Where a place of an axis stands."""
        side = self._side(axis)
        return QRectF(LEFT + place * side, axis * ROW + 4, side, HEIGHT)

    def _grip(self, axis: int, handle: Handle) -> QPointF | None:
        """The middle of a handle: at the outer edges of the first and last place, on the second."""
        row = self.rows[axis]
        place = row.place_of(handle)
        if place is None:
            return None
        box, ahead = self.box(axis, place), row.step > 0
        if isinstance(row.item, int) or handle == "step":
            return box.center()
        return QPointF(box.left() if (handle == "first") == ahead else box.right(), box.center().y())

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for axis in range(len(self.rows)):
            self._paint_row(painter, axis)
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        words = self.tr("Bars: begin and end. Dot: the second place, so the step. All three are dragged.")
        below = QRectF(LEFT, len(self.rows) * ROW, self.width() - LEFT, KEY)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(self, painter: QPainter, axis: int) -> None:
        row, side = self.rows[axis], self._side(axis)
        painter.setFont(scaled_font(SMALL, bold=self.hasFocus() and axis == self._axis))
        painter.setPen(self._theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(0, axis * ROW, LEFT - 12, ROW - 4), middle | Qt.AlignmentFlag.AlignRight, self._name(axis)
        )
        taken = set(row.taken)
        painter.setFont(scaled_font(SMALL, fixed_digits=True))
        for place in range(row.length):
            box = self.box(axis, place).adjusted(0, 0, -2 if side > 6 else 0, 0)
            here = place in taken
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent", 120) if here else self._theme.colour("hover"))
            painter.drawRoundedRect(box, 3, 3)
            if side >= WITH_NUMBERS:
                painter.setPen(self._theme.colour("ink" if here else "muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))
        for handle in HANDLES:
            self._paint_grip(painter, axis, handle)
        painter.setPen(self._theme.colour("ink"))
        right = self.box(axis, row.length).left() + 12
        painter.drawText(QRectF(right, axis * ROW, RIGHT, ROW - 4), middle, self._said(axis))

    def _paint_grip(self, painter: QPainter, axis: int, handle: Handle) -> None:
        at = self._grip(axis, handle)
        if at is None:
            return
        painter.setBrush(self._theme.colour("accent"))
        painter.setPen(QPen(QColor(self._theme.panel), 1))
        if handle == "step":
            painter.drawEllipse(QPointF(at.x(), at.y() + HEIGHT / 2), GRIP, GRIP)
        else:
            painter.drawRoundedRect(QRectF(at.x() - GRIP / 2 - 1, at.y() - HEIGHT / 2 - 3, GRIP + 1, HEIGHT + 6), 2, 2)

    # Hands

    def _nearest(self, point: QPointF) -> tuple[int, Handle] | None:
        axis = int(point.y() // ROW)
        if not 0 <= axis < len(self.rows):
            return None
        grips = [(handle, at) for handle in HANDLES if (at := self._grip(axis, handle)) is not None]
        # The step's dot hangs below the others.
        low = point.y() - axis * ROW > 4 + 0.7 * HEIGHT
        ranked = sorted(grips, key=lambda one: abs(one[1].x() - point.x()) + (8 if (one[0] == "step") != low else 0))
        return (axis, ranked[0][0]) if ranked else (axis, "first")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        if found is not None:
            self._axis, self._held = found
            self._moved = False
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            over = self._nearest(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
            return
        row = self.rows[self._axis]
        across = (event.position().x() - LEFT) / self._side(self._axis)
        # A bar at a right edge belongs to the place before it.
        at_edge = self._held != "step" and not isinstance(row.item, int)
        ahead = (self._held == "first") == (row.step > 0)
        self._move(self._held, int((across + (0.5 if ahead else -0.5)) if at_edge else across), not self._moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose an axis, left and right move a handle of it."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if down is not None and self.rows:
            self._axis = max(0, min(len(self.rows) - 1, self._axis + down))
            self.update()
        elif by is not None and self.rows:
            handle = next((one for key, one in MODIFIED.items() if event.modifiers() & key), HANDLES[0])
            place = self.rows[self._axis].place_of(handle)
            self._move(handle, by if place is None else place + by, begins=True)
        else:
            super().keyPressEvent(event)

    def _move(self, handle: Handle, place: int, begins: bool) -> None:
        before = self.rows[self._axis]
        after = before.moved(handle, place)
        if after.taken != before.taken or (handle == "last" and after.item != before.item):
            self._moved = True
            self.cut.emit(index_with(self._index, self.rows, self._axis, after), begins)
