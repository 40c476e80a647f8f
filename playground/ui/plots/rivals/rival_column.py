"""One network among several: its name, what it has otherwise, its figures, its output over the plane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from playground.document.edits.rivals import PRESENT
from playground.document.graph import LONGEST_NAME
from playground.ui.icons import icon
from playground.ui.plots.planes.line_view import LineView
from playground.ui.plots.planes.plane_view import PlaneView
from playground.ui.plots.rivals.rival_figures import Figures
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.parts import tool_button
from playground.ui.widgets.plain import tip

SMALLEST = 56
NARROW = 150


class Swatch(QWidget):
    """A bar in the colour that the network has in the chart."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self.theme = colour, theme
        self.setFixedHeight(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(self._colour))
        painter.drawRoundedRect(self.rect(), 1.5, 1.5)


class NameField(QLineEdit):
    """A title that can be written over. `named` carries what was typed; Esc leaves the old one."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "title")
        self.setMaxLength(LONGEST_NAME)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Name of the network"))
        self.setToolTip(tip(self.accessibleName()))
        self.editingFinished.connect(self._take)
        self._title = ""

    def show_title(self, title: str) -> None:
        """What it is called; not while somebody writes another name."""
        self._title = title
        self.setToolTip(tip(title))
        if not self.isModified():
            room = self.width() - 14
            shown = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
            with QSignalBlocker(self):
                self.setText(title if self.hasFocus() else shown)
                self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_title(self._title)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.show_title(self._title)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_title(self._title)

    def _take(self) -> None:
        if self.isModified():
            self.setModified(False)
            if self.text().strip() != self._title:
                self.named.emit(self.text().strip())
            else:
                self.show_title(self._title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.show_title(self._title)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        # All of it, not one word: it is to be written anew.
        self.selectAll()


class RivalColumn(QWidget):
    """`renamed(id, name)`, `edit_asked(id)` and `remove_asked(id)` are a person's wishes."""

    renamed = Signal(str, str)
    edit_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rival_id = PRESENT
        self.theme = theme
        self.swatch = Swatch(colour, theme, self)
        self.name = NameField(self)
        self.name.named.connect(lambda name: self.renamed.emit(self.rival_id, name))
        self.what = Note(self)
        self.what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.figures = Figures(colour, theme, self)
        self.plane, self.line = PlaneView(theme, self), LineView(theme, self)
        self.edit = tool_button(icon("edit", theme, "muted"), self.tr("Edit this one: put it on the canvas"), side=15)
        self.remove = tool_button(icon("trash", theme, "muted"), self.tr("Remove this rival"), side=15)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.rival_id))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.rival_id))
        rename = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        rename.activated.connect(self.start_naming)
        self._arrange()
        self.show_theme(theme)

    def _arrange(self) -> None:
        self.head = QWidget(self)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.name, 1)
        for button in (self.edit, self.remove):
            button.setProperty("look", "quiet")
            head.addWidget(button)
        self.pictures = QWidget(self)
        self.pages = QStackedLayout(self.pictures)
        for page in (self.plane, self.line):
            page.setMinimumSize(SMALLEST, SMALLEST)
            page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.swatch)
        column.addWidget(self.head)
        column.addWidget(self.what)
        column.addWidget(self.figures)
        column.addSpacing(2)
        column.addWidget(self.pictures, 1)
        QApplication.instance().focusChanged.connect(self._show_near)  # type: ignore[union-attr]

    def show_theme(self, theme: Theme) -> None:
        self.theme = self.swatch.theme = theme
        for part in (self.figures, self.plane, self.line):
            part.show_theme(theme)
        self.edit.setIcon(icon("edit", theme, "muted"))
        self.remove.setIcon(icon("trash", theme, "muted"))
        self.name.setFont(scaled_font(bold=True))
        self.what.setFont(scaled_font(SMALLER))
        # The same with buttons beside it and without, so that all columns stand level.
        self.head.setFixedHeight(max(26, self.name.fontMetrics().height() + 10))
        self.update()

    def show_network(self, rival_id: str, title: str) -> None:
        """Which network it is: PRESENT, or a rival that can be edited and removed."""
        self.rival_id = rival_id
        self.name.show_title(title)
        self._show_near()

    def _show_near(self) -> None:
        """The buttons of a rival; in a narrow column only while the pointer or the focus is in it."""
        focused = QApplication.focusWidget()
        near = self.underMouse() or self.width() >= NARROW or (focused is not None and self.isAncestorOf(focused))
        for button in (self.edit, self.remove):
            button.setVisible(near and self.rival_id != PRESENT)

    def show_compact(self, compact: bool) -> None:
        """Without the line below the name, where there is no room for it."""
        self.what.setVisible(not compact)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_near()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_near()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit()
        self._show_near()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._limit()
        return handled

    def _limit(self) -> None:
        """No higher than a square can use, so that the legend stands right below it."""
        self.setMaximumHeight(self.minimumSizeHint().height() - SMALLEST + max(SMALLEST, self.width()))

    def say(self, words: str, wrong: bool = False) -> None:
        """The line below the name."""
        self.what.setText(words)
        self.what.setToolTip(tip(words))
        palette = self.what.palette()
        colour = self.theme.colour("problem" if wrong else "muted")
        if palette.color(QPalette.ColorRole.WindowText) != QColor(colour):
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.what.setPalette(palette)

    def start_naming(self) -> None:
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()
