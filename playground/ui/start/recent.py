"""The last opened files on the start page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from playground.document.files.checked import FileError
from playground.document.files.file import read
from playground.ui.icons import paint_icon
from playground.ui.start.films import Film, still
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.parts import TextLabel, heading
from playground.ui.widgets.plain import tip

MOST_ROWS, HIGH, SIDE = 4, 52, 40
# A larger file is not read for the sake of its picture.
LARGEST_READ = 200_000


class RecentRow(QAbstractButton):
    """A file: what its data looks like, its name, its folder and day. Del takes it out of the list."""

    forgotten = Signal()

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path, self._theme = path, theme
        self.film: Film | None = None
        self.is_there = path.is_file()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(path.stem)
        self.setToolTip(tip(str(path)))

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def line(self) -> str:
        """The folder and the day; or that it is gone."""
        if not self.is_there:
            return self.tr("not found")
        day = QDateTime.fromSecsSinceEpoch(int(self.path.stat().st_mtime))
        return f"{self.path.parent.name} · {QLocale().toString(day, 'd MMMM')}"

    def load(self) -> None:
        """Its picture."""
        try:
            if self.is_there and self.path.stat().st_size <= LARGEST_READ:
                self.film = still(read(self.path).data.origin)
        except (OSError, FileError):
            self.film = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        square = QRectF(6, (HIGH - SIDE) / 2, SIDE, SIDE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("canvas"))
        painter.drawRoundedRect(square, 5, 5)
        if self.film is not None:
            painter.drawImage(square, self.film.frames[-1])
        else:
            paint_icon(painter, "open", square.adjusted(11, 11, -11, -11), theme.colour("muted"))
        left, wide = square.right() + 10, self.width() - square.right() - 14
        lines = ((self.path.stem, scaled_font(), "ink" if self.is_there else "muted"),
                 (self.line, scaled_font(SMALL), "muted"))  # fmt: skip
        for row, (words, font, colour) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(wide))
            place = QRectF(left, 6 + 20 * row, wide, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)


class Recent(QWidget):
    """Up to four of them. `chosen(path)` opens one, `forgotten(path)` takes one out."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading(self.tr("Recent")))
        self._column.addSpacing(6)
        words = self.tr("Networks that you open or save will be listed here. You can also drop a file on this window.")
        self._nothing = TextLabel(words, muted=True, wrap=True)
        self._column.addWidget(self._nothing)

    def show_paths(self, paths: tuple[str, ...]) -> None:
        """These files, newest first."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [RecentRow(Path(path), self._theme, self) for path in paths[:MOST_ROWS]]
        self._nothing.setVisible(not self.rows)
        for row in self.rows:
            path = str(row.path)
            row.clicked.connect(lambda _=False, p=path: self.chosen.emit(p))
            row.forgotten.connect(lambda p=path: self.forgotten.emit(p))
            self._column.addWidget(row)

    def load(self) -> None:
        """Their pictures."""
        for row in self.rows:
            row.load()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.show_theme(theme)
