"""A small search field on the canvas: type a layer's name, Enter puts it there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.document.files.own_layers import OwnLayer
from playground.document.layers.layers import LAYERS, PALETTE
from playground.ui.icons import icon, layer_icon, own_layer_icon
from playground.ui.own_layers import OwnLayers
from playground.ui.text import family_title, layer_help, layer_title, note_help, note_title, own_layer_help
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

KIND = Qt.ItemDataRole.UserRole
# Stands among the kinds of layers.
NOTE = "Note"
WIDTH, MOST_ROWS, AWAY = 248, 7, 8


def matching(words: str, own: Mapping[str, OwnLayer] | None = None) -> list[str]:
    """The kinds and NOTE that hold every word in their title, kind or family; those that begin with the words first.

    So do layers of one's `own`, by the words of the palette for them.
    """
    wanted = words.casefold().split()
    texts = {kind: f"{layer_title(kind)} {kind} {family_title(LAYERS[kind].family)}".casefold() for kind in PALETTE}
    texts |= {kind: layer.name.casefold() for kind, layer in (own or {}).items()}
    texts[NOTE] = note_title().casefold()
    found = [kind for kind in texts if all(word in texts[kind] for word in wanted)]
    return sorted(found, key=lambda kind: not texts[kind].startswith(words.casefold().strip()))


class QuickAdd(QFrame):
    """Opens at a point of the canvas. `chosen(kind)` on Enter or a click; Esc and a click elsewhere close it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, own_layers: OwnLayers) -> None:
        super().__init__(parent)
        self._room, self._theme, self._own_layers = parent, theme, own_layers
        self.setObjectName("quick_add")
        # A click beside a row is none on the canvas.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.at, self.meant = QPoint(), True
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Add a layer…"))
        self.search.setAccessibleName(self.tr("Add a layer"))
        self.search.setToolTip(self.tr("Type a part of its name; Enter adds the layer, Esc leaves"))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Layers found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setIconSize(QSize(18, 18))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.search)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.found)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.found.itemClicked.connect(self._choose)
        self.show_theme(theme)
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(
            f"#quick_add {{ background: {theme.panel}; border: 1px solid {theme.accent}; border-radius: 10px; }}"
        )
        if self.isVisible():
            self._fill()

    def open(self, at: QPoint, meant: bool = True) -> None:
        """Show an empty field at a point of the parent, inside of it; whether somebody `meant` this point."""
        self.at, self.meant = at, meant
        self.search.clear()
        self._fill()
        room = self._room.rect().adjusted(AWAY, AWAY, -AWAY, -AWAY)
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_quietly(self) -> None:
        """Gone; the keys go back to the canvas."""
        if self.isVisible():
            self.hide()
            self._room.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        self.found.clear()
        known = self._own_layers.words
        for kind in matching(self.search.text(), known):
            item = self._row(kind, known.get(kind))
            item.setData(KIND, kind)
            item.setSizeHint(QSize(0, max(27, self.fontMetrics().height() + 10)))
        self.found.setCurrentRow(0)
        if not self.found.count():
            QListWidgetItem(self.tr("No layer is called that."), self.found).setFlags(Qt.ItemFlag.NoItemFlags)
        row = max(27, self.fontMetrics().height() + 10)
        self.found.setFixedHeight(row * min(MOST_ROWS, max(1, self.found.count())) + 4)
        self.setFixedSize(WIDTH, self.search.sizeHint().height() + self.found.height() + 16)

    def _row(self, kind: str, own: OwnLayer | None) -> QListWidgetItem:
        """A layer, a layer of one's own, or a note."""
        if own is not None:
            picture, words, help = own_layer_icon(own.colour, self._theme), own.name, own_layer_help(own)
        elif kind == NOTE:
            picture, words, help = icon("note", self._theme, "muted"), note_title(), note_help()
        else:
            picture, words, help = layer_icon(kind, self._theme, "muted"), layer_title(kind), layer_help(kind)
        item = QListWidgetItem(picture, words, self.found)
        item.setToolTip(tip(help))
        return item

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        last = self.found.count() - 1
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_quietly()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.found.currentItem())
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self.found.setCurrentRow(min(last, self.found.currentRow() + 1))
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self.found.setCurrentRow(max(0, self.found.currentRow() - 1))
            case _:
                return False
        return True

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KIND):
            kind = item.data(KIND)
            self.close_quietly()
            self.chosen.emit(kind)
