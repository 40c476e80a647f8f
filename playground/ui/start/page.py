"""The start page: an empty canvas, files, and every example as a small film."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.ui.icons import app_icon, icon
from playground.ui.start.grid import Grid
from playground.ui.start.learn import Learn
from playground.ui.start.recent import Recent
from playground.ui.start.strip import Strip
from playground.ui.theme import Theme
from playground.ui.widgets.first_paint import busy
from playground.ui.widgets.parts import Line, TextLabel
from playground.ui.widgets.plain import PlainLabel

LEFT, LEFT_NARROW, NARROW = 300, 240, 1200
LOGO, BUTTON = 34, 36


class StartPage(QFrame):
    """Asks only; whoever shows it does what is asked, and `left` where nothing is."""

    empty_asked = Signal()
    open_asked = Signal()
    left = Signal()
    shown_at_start = Signal(bool)

    def __init__(self, examples: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._loaded = theme, False
        self.setProperty("look", "page")
        self.recent, self.strip, self.grid = Recent(theme), Strip(theme), Grid(examples, theme)
        self.learn = Learn(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._left()
        row.addWidget(self._side)
        row.addWidget(Line(vertical=True))
        right = QVBoxLayout()
        right.setContentsMargins(32, 24, 24, 0)
        right.setSpacing(20)
        right.addWidget(self.strip)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.grid)
        right.addWidget(area, 1)
        row.addLayout(right, 1)
        self.show_theme(theme)

    def _left(self) -> QWidget:
        side = QFrame()
        side.setProperty("look", "panel")
        side.setFixedWidth(LEFT)
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 26, 24, 20)
        column.setSpacing(10)
        name = QHBoxLayout()
        logo = PlainLabel()
        logo.setPixmap(app_icon().pixmap(QSize(LOGO, LOGO)))
        name.addWidget(logo)
        name.addWidget(TextLabel("Playground", scale=1.75, bold=True))
        name.addStretch()
        column.addLayout(name)
        words = self.tr("Build a neural network by hand, watch it learn, take it away as Keras.")
        column.addWidget(TextLabel(words, muted=True, wrap=True))
        column.addSpacing(6)
        self.empty = QPushButton(self.tr("Empty canvas…"))
        self.empty.setDefault(True)
        self.open = QPushButton(self.tr("Open…"))
        for button, asked in ((self.empty, self.empty_asked), (self.open, self.open_asked)):
            button.setFixedHeight(BUTTON)
            button.clicked.connect(asked)
            column.addWidget(button)
        column.addSpacing(14)
        column.addWidget(self.recent)
        column.addSpacing(14)
        column.addWidget(self.learn)
        column.addStretch()
        self.at_start = QCheckBox(self.tr("Show this page at start"))
        self.at_start.toggled.connect(self.shown_at_start)
        column.addWidget(self.at_start)
        return side

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()
        # The page is painted first; pictures come a moment later.
        QTimer.singleShot(0, self, self._load)

    @busy()
    def _load(self) -> None:
        if not self._loaded:
            self._loaded = True
            self.grid.load_films()
        self.recent.load()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.recent, self.learn, self.strip, self.grid):
            part.show_theme(theme)
        ink = theme.window if theme.dark else "#ffffff"
        self.empty.setIcon(QIcon(icon("plus", theme, ink)))
        self.open.setIcon(QIcon(icon("open", theme)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(LEFT if self.width() >= NARROW else LEFT_NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
