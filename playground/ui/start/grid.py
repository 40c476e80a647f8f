"""The examples of the start page in their sections, and the way of the arrow keys through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.ui.assets import asset
from playground.ui.start.films import Film, read_film
from playground.ui.start.tile import HIGH, LETTERS, WIDE, Tile
from playground.ui.texts.start import LINK, SECTIONS, section_title, start_line, start_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import heading

COLUMN, ROW, HEAD = 156, 236, 26
KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


def cells(sections: Sequence[Sequence[str]], columns: int) -> dict[str, tuple[int, int]]:
    """Name -> (column, row): sections follow each other, and one that a row has no room for begins the next."""
    found: dict[str, tuple[int, int]] = {}
    column = row = 0
    for names in sections:
        if column and column + min(len(names), columns) > columns:
            column, row = 0, row + 1
        for name in names:
            if column == columns:
                column, row = 0, row + 1
            found[name] = (column, row)
            column += 1
    return found


class Grid(QWidget):
    """As many columns as there is room for. `chosen(name)` tells of an example, or of LINK."""

    chosen = Signal(str)

    def __init__(self, examples: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = [[name for name in names if name in (*examples, LINK)] for names in SECTIONS.values()]
        known = {name for names in self._sections for name in names}
        self._sections[0].extend(name for name in examples if name not in known)
        self.heads = {title: heading(section_title(title)) for title in SECTIONS}
        for head in self.heads.values():
            head.setParent(self)
        self.tiles = {
            name: Tile(name, start_title(name), start_line(name), theme, self)
            for names in self._sections for name in names
        }  # fmt: skip
        for name, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, n=name: self.chosen.emit(n))
        self._cells: dict[str, tuple[int, int]] = {}

    def load_films(self) -> None:
        """What each example learns, once the page is on the screen."""
        for name, tile in self.tiles.items():
            tile.show_film(Film(()) if name == LINK else read_film(asset("films"), name))

    def show_theme(self, theme: Theme) -> None:
        for tile in self.tiles.values():
            tile.show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cells = cells(self._sections, max(1, (self.width() + COLUMN - WIDE) // COLUMN))
        for name, (column, row) in self._cells.items():
            self.tiles[name].move(column * COLUMN, row * ROW + HEAD)
        for head, names in zip(self.heads.values(), self._sections, strict=True):
            head.setVisible(bool(names))
            if names:
                head.move(self.tiles[names[0]].x(), self.tiles[names[0]].y() - HEAD)
                head.adjustSize()
        rows = max((row for _, row in self._cells.values()), default=0)
        self.setMinimumHeight(rows * ROW + HEAD + HIGH + LETTERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((name for name, tile in self.tiles.items() if tile.hasFocus()), "")
        step = KEYS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here:
            self.tiles[here].click()
        elif step is None or not here:
            super().keyPressEvent(event)
        else:
            column, row = self._cells[here]
            wanted = (column + step[0], row + step[1])
            there = next((name for name, cell in self._cells.items() if cell == wanted), here)
            self.tiles[there].setFocus(Qt.FocusReason.TabFocusReason)
