"""The sheet of keys: those of the menus, and those of the canvas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from playground.ui.widgets.first_paint import busy

Rows = Sequence[tuple[str, str]]
"""Keys and what they do."""


class ShortcutSheet(QDialog):
    """Every key in columns: the menus by their titles, then the canvas. What the screen has no room for scrolls."""

    def __init__(self, menus: Sequence[tuple[str, Rows]], canvas: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        named = [group for group in menus if group[1]]
        columns = (*_halves(named), [(self.tr("Canvas"), canvas)])
        cells = ("".join(_table(*group) for group in column) for column in columns)
        self.words = QLabel(
            f"<table><tr>{''.join(f'<td>{cell}</td><td width=28></td>' for cell in cells)}</tr></table>"
        )
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(16, 4, 0, 8)
        area = QScrollArea()
        area.setWidget(self.words)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)
        # A little more than the words, or bars would show for a pixel.
        around = QSize(40, buttons.sizeHint().height() + 48)
        self.resize((self.words.sizeHint() + around).boundedTo(self.screen().availableSize() * 0.94))


@busy()
def show_shortcuts(window: QWidget, menus: Sequence[tuple[str, Rows]], canvas: Rows) -> None:
    """Open the sheet until somebody closes it."""
    sheet = ShortcutSheet(menus, canvas, window)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()


def _halves(groups: Sequence[tuple[str, Rows]]) -> tuple[Sequence[tuple[str, Rows]], Sequence[tuple[str, Rows]]]:
    """The groups in two columns of about one length."""
    lengths = [2 + len(rows) for _, rows in groups]
    cut = min(range(len(groups) + 1), key=lambda count: max(sum(lengths[:count]), sum(lengths[count:])))
    return groups[:cut], groups[cut:]


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    cell = "<td style='padding: 2px 18px 2px 0; white-space: nowrap'>"
    lines = "".join(f"<tr>{cell}<b>{escape(keys)}</b></td>{cell}{escape(what)}</td></tr>" for keys, what in rows)
    return f"<h4 style='margin: 10px 0 2px 0'>{escape(title)}</h4><table>{lines}</table>"
