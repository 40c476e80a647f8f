"""A line for a formula, which is checked as it is typed; what is wrong stands below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from playground.document.formula.formula import FormulaError
from playground.document.formula.parser import LONGEST, parse
from playground.document.limits import Expression
from playground.ui.text import formula_error_text
from playground.ui.widgets.parts import TextLabel

WIDTH = 150
# A wave below a letter: its length and height, in pixels.
WAVE, RISE = 4.0, 1.5


class FormulaBox(QLineEdit):
    """Tells of another formula when it is finished; a wrong one is marked and explained, and stays to be mended.

    Esc, or another value, forgets it. `message` is for whoever lays out the form to put below.
    """

    chosen = Signal(str)

    def __init__(self, limit: Expression, problem: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._value, self._help = limit, "", ""
        self.error: FormulaError | None = None
        self.message = TextLabel(scale=0.92, wrap=True)
        self.show_colour(problem)
        self.message.hide()
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self._mark)
        self.editingFinished.connect(self._finish)

    def show_colour(self, problem: QColor) -> None:
        """What is wrong stands in this colour."""
        self._problem = problem
        colours = self.message.palette()
        colours.setColor(QPalette.ColorRole.WindowText, problem)
        self.message.setPalette(colours)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def set_value(self, text: str) -> None:
        if self.error is None or text != self._value:
            self._show(text)

    def forget(self) -> None:
        """Back from a wrong formula to the last right one."""
        self._show(self._value)

    def _show(self, text: str) -> None:
        self._value = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._mark()

    def _mark(self) -> None:
        """Frame, underline and message say what is wrong and where; the tool tip stays the setting's own."""
        try:
            parse(self.text())
            self.error = None
        except FormulaError as error:
            self.error = error
        wrong = formula_error_text(self.error) if self.error is not None else ""
        if not self.property("wrong"):
            self._help = self.accessibleDescription()
        self.message.setText(wrong)
        self.message.setVisible(bool(wrong))
        self.setAccessibleDescription(wrong or self._help)
        self.setProperty("wrong", bool(wrong))
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def _finish(self) -> None:
        text, before = self.text().strip(), self._value
        if not self._limit.accepts(text):
            return
        self._show(text)
        if text != before:
            self.chosen.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.error is not None:
            self.forget()
        else:
            super().keyPressEvent(event)

    # Where it is wrong

    @property
    def underlined(self) -> QRectF:
        """The place below the wrong letters, or below where one is missing; empty where nothing is wrong."""
        if self.error is None:
            return QRectF()
        first = min(self.error.position - 1, len(self.text()))
        last = max(first + 1, min(first + self.error.length, len(self.text())))
        # Only where the cursor stands is known, and from there how wide the letters are.
        cursor = QRectF(self.cursorRect())
        metrics, text = self.fontMetrics(), self.text().ljust(last)
        at = [metrics.horizontalAdvance(text[:end]) for end in (self.cursorPosition(), first, last)]
        left = cursor.center().x() + at[1] - at[0]
        bottom = cursor.center().y() + metrics.height() / 2
        return QRectF(left, bottom - 1, at[2] - at[1], 2 * RISE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = self.underlined
        if place.isEmpty():
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(room.left(), 0, room.width(), self.height()))
        painter.setPen(QPen(self._problem, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        path = QPainterPath(place.bottomLeft())
        for step in range(1, max(2, round(place.width() / WAVE * 2)) + 1):
            path.lineTo(QPointF(place.left() + step * WAVE / 2, place.top() if step % 2 else place.bottom()))
        painter.drawPath(path)
