"""The quiet blocks of a step: a formula in a place of its own, and code that scrolls by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from playground.lessons.tex import TexError
from playground.ui.formulas import DISPLAY, Formula, Room, formula, live_formula, picture, room_alone
from playground.ui.lessons.words import fixed_font
from playground.ui.lessons.writing import live_in, with_numbers
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL

ACROSS, DOWN = 18, 12
COPIED_MS = 1_500
# Of pygments' kinds of words, those that stand out, and in which colour of the theme.
COLOURS = {
    "Token.Keyword": "accent", "Token.Operator.Word": "accent", "Token.Literal.String": "good",
    "Token.Literal.Number": "validation", "Token.Comment": "muted",
}  # fmt: skip


class FormulaBlock(QFrame):
    """A formula by itself, smaller where there is no room for it; copied as LaTeX."""

    def __init__(self, tex: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tex, self._theme, self._facts = tex, theme, {}  # type: tuple[str, Theme, Mapping[str, object]]
        self._live = live_in(tex)
        self._seen: tuple[str, ...] = ()
        self._made: Formula | None = None
        self.setProperty("look", "block")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make()

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        """Its live numbers as they are now, if formulas are to be set anew."""
        if not formulas:
            return
        self._facts = facts
        if self._live and self._numbers() != self._seen:
            self._make()

    def _numbers(self) -> tuple[str, ...]:
        return tuple(live.text(self._facts) for live in self._live)

    @property
    def tex(self) -> str:
        """It in LaTeX, with the numbers of now."""
        return with_numbers(self._tex, self._seen)

    def _make(self) -> None:
        self._seen = self._numbers()
        try:
            self._made = live_formula(self.tex, True) if self._live else formula(self._tex, True)
        except TexError:
            self._made = None
        self.setAccessibleName(self.tex)
        self.updateGeometry()
        self.update()

    def _size(self) -> tuple[float, Room]:
        """Pixels of an em, and the room it takes, within this width."""
        assert self._made is not None
        pixels, free = QFontInfo(QApplication.font()).pixelSize() * DISPLAY, max(60, self.width() - 2 * ACROSS)
        pixels *= min(1.0, free / (self._made.width * pixels))
        return pixels, room_alone(self._made, pixels)

    def sizeHint(self) -> QSize:
        if self._made is None:
            return QSize(120, 2 * DOWN + self.fontMetrics().height())
        _, room = self._size()
        return QSize(room.width + 2 * ACROSS, room.height + 2 * DOWN)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._made is None:
            painter.setFont(fixed_font(SMALL))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(self.rect().adjusted(ACROSS, 0, -ACROSS, 0), Qt.AlignmentFlag.AlignVCenter, self._tex)
        else:
            pixels, room = self._size()
            image = picture(self._made, pixels, room, self._theme, self.devicePixelRatioF())
            painter.drawImage(QPoint(ACROSS, (self.height() - room.height) // 2), image)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as LaTeX")).triggered.connect(self._copy)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.tex)


class CodeBlock(QPlainTextEdit):
    """Code to read and to copy; a listing of something else is not coloured and has no button."""

    def __init__(self, code: str, theme: Theme, python: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._theme, self._python = code, theme, python
        self.setProperty("look", "code")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Code"))
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.copy_button.setProperty("look", "small")
        self.copy_button.setVisible(python)
        self.copy_button.clicked.connect(self._copy_all)
        self._rest = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._rest.timeout.connect(lambda: self._say(self.tr("Copy")))
        self._write()

    def _write(self) -> None:
        self.setFont(fixed_font(SMALL))
        self.clear()
        cursor = QTextCursor(self.document())
        for words, colour in self._coloured() if self._python else [(self._code, "")]:
            shape = QTextCharFormat()
            shape.setForeground(self._theme.colour(colour or "ink"))
            if colour == "accent":
                shape.setFontWeight(QFont.Weight.DemiBold)
            cursor.insertText(words, shape)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.updateGeometry()

    def _coloured(self) -> Iterator[tuple[str, str]]:
        """The words of the code and the colour of each, "" for ink."""
        # Imported with the first code that is seen.
        from pygments.lexers.python import PythonLexer

        for kind, words in PythonLexer(stripnl=False, ensurenl=False).get_tokens(self._code):
            yield words, next((colour for name, colour in COLOURS.items() if str(kind).startswith(name)), "")

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        """Code has nothing that changes."""

    def sizeHint(self) -> QSize:
        lines, line = self.document().blockCount(), self.fontMetrics().lineSpacing()
        around = self.contentsMargins()
        bar = self.horizontalScrollBar()
        high = lines * line + around.top() + around.bottom() + 2 * int(self.document().documentMargin())
        return QSize(200, high + (bar.sizeHint().height() if bar.maximum() > 0 else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self._place_button()

    def _place_button(self) -> None:
        size = self.copy_button.sizeHint()
        self.copy_button.resize(size)
        self.copy_button.move(self.width() - size.width() - 6, 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._write()

    def _copy_all(self) -> None:
        QApplication.clipboard().setText(self._code)
        self._say(self.tr("Copied"))
        self._rest.start()

    def _say(self, words: str) -> None:
        self.copy_button.setText(words)
        self._place_button()
