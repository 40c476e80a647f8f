"""The layers to choose from: search them, drag them out, or take one with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QDrag, QFont, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from playground.document.document import Document
from playground.document.layers.layers import LAYERS, PALETTE
from playground.ui.icons import icon, layer_icon, own_layer_icon
from playground.ui.own_layers import KEPT, OwnLayers
from playground.ui.panels.own_layers_note import OwnLayersNote
from playground.ui.text import family_title, layer_help, layer_title, own_layer_help
from playground.ui.theme import Theme
from playground.ui.widgets.drags import LAYER_MIME
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, heading
from playground.ui.widgets.plain import tip

KIND = Qt.ItemDataRole.UserRole


def drag_picture(title: str, picture: QIcon, theme: Theme, font: QFont, ratio: float) -> QPixmap:
    """What hangs at the pointer while a layer is dragged: a small node."""
    bold = QFont(font)
    bold.setBold(True)
    probe = QPixmap(1, 1)
    with QPainter(probe) as painter:
        painter.setFont(bold)
        width = painter.fontMetrics().horizontalAdvance(title) + 52
    made = QPixmap(round(width * ratio), round(40 * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent"))
        painter.setBrush(theme.colour("panel", 242))
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, 39), 10, 10)
        picture.paint(painter, QRect(12, 10, 20, 20))
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(40, 0, width - 44, 40), Qt.AlignmentFlag.AlignVCenter, title)
    return made


def _children(family: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for place in range(family.childCount()) if (item := family.child(place))]


class LayerTree(QTreeWidget):
    """Families and their layers; only layers are chosen, by the pointer or by the keyboard."""

    chosen = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, theme: Theme, own_layers: OwnLayers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._own_layers = theme, own_layers
        self._own: QTreeWidgetItem | None = None
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)
        self.setIconSize(QSize(18, 18))
        self.setDragEnabled(True)
        # On a small screen it is what gives room to the others.
        self.setMinimumHeight(36)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(self._choose)
        self._fill()

    def _fill(self) -> None:
        families: dict[str, QTreeWidgetItem] = {}
        for kind in PALETTE:
            family = LAYERS[kind].family
            if family not in families:
                families[family] = self._family(family_title(family))
            self._item(families[family], layer_title(kind), kind, layer_help(kind))
        self.show_own()

    def _item(self, family: QTreeWidgetItem, title: str, kind: str, help: str) -> None:
        item = QTreeWidgetItem(family, [title])
        item.setData(0, KIND, kind)
        item.setToolTip(0, tip(help))
        item.setSizeHint(0, QSize(0, max(27, self.fontMetrics().height() + 10)))
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def show_own(self) -> None:
        """The layers of one's own, kept or of this project, as a family of their own above the others."""
        current = self.currentItem()
        before = current.data(0, KIND) if current is not None else None
        if self._own is not None:
            self.takeTopLevelItem(self.indexOfTopLevelItem(self._own))
            self._own = None
        words = self._own_layers.words
        if words:
            self._own = self._family(self.tr("Own layers"), first=True)
        for kind, own in words.items():
            assert self._own is not None
            held = own_layer_help(own)
            help = held if kind.startswith(KEPT) else self.tr("In this project: {layers}").format(layers=held)
            self._item(self._own, own.name, kind, help)
        self.expandAll()
        self.show_theme(self._theme)
        again = next((item for item in self.layers() if before and item.data(0, KIND) == before), None)
        if again is not None:
            self.setCurrentItem(again)

    def _family(self, title: str, first: bool = False) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        self.insertTopLevelItem(0 if first else self.topLevelItemCount(), item)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setSizeHint(0, QSize(0, max(26, self.fontMetrics().height() + 8)))
        return item

    def families(self) -> list[QTreeWidgetItem]:
        return [item for place in range(self.topLevelItemCount()) if (item := self.topLevelItem(place))]

    def layers(self) -> list[QTreeWidgetItem]:
        return [item for family in self.families() for item in _children(family)]

    def shown(self) -> list[QTreeWidgetItem]:
        return [item for item in self.layers() if not item.isHidden()]

    def search(self, words: str) -> None:
        """Show the layers whose title or kind holds the words."""
        wanted = words.casefold().split()
        for family in self.families():
            for item in _children(family):
                text = f"{item.text(0)} {item.data(0, KIND)}".casefold()
                item.setHidden(not all(word in text for word in wanted))
            family.setHidden(all(item.isHidden() for item in _children(family)))
        current, shown = self.currentItem(), self.shown()
        if shown and (current is None or current.isHidden() or not current.data(0, KIND)):
            self.setCurrentItem(shown[0])

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for family in self.families():
            family.setForeground(0, QColor(theme.muted))
        for item in self.layers():
            item.setIcon(0, self._icon(item.data(0, KIND), "muted"))

    def _icon(self, kind: str, colour: str) -> QIcon:
        own = self._own_layers.words.get(kind)
        return own_layer_icon(own.colour, self._theme) if own else layer_icon(kind, self._theme, colour)

    def mimeTypes(self) -> list[str]:
        return [LAYER_MIME]

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:  # type: ignore[override]
        data = QMimeData()
        data.setData(LAYER_MIME, items[0].data(0, KIND).encode())
        data.setText(items[0].text(0))
        return data

    def startDrag(self, actions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is None or not item.data(0, KIND):
            return
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        made = self._icon(item.data(0, KIND), "accent")
        picture = drag_picture(item.text(0), made, self._theme, self.font(), self.devicePixelRatioF())
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(24, 20))
        drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and (name := self._kept_name(self.currentItem())):
            self.forget_asked.emit(name)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a layer that is kept."""
        name = self._kept_name(self.itemAt(event.pos()))
        if name:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Remove from own layers")).triggered.connect(lambda: self.forget_asked.emit(name))
            menu.popup(event.globalPos())

    @staticmethod
    def _kept_name(item: QTreeWidgetItem | None) -> str:
        """The name of a layer of one's own that can be removed, else ""."""
        kind = item.data(0, KIND) if item is not None else None
        return kind.removeprefix(KEPT) if kind and kind.startswith(KEPT) else ""

    def choose_current(self) -> None:
        self._choose(self.currentItem())

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, KIND):
            self.chosen.emit(item.data(0, KIND))


class PalettePanel(Panel):
    """The search box over the layers. `chosen(kind)` on Enter or double-click; drags carry LAYER_MIME."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, own_layers: OwnLayers | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own_layers = own_layers or OwnLayers()
        self.setProperty("look", "panel")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search layers…"))
        self.search.setAccessibleName(self.tr("Search layers"))
        self.search.setToolTip(self.tr("Type a part of a layer's name"))
        self.search.setClearButtonEnabled(True)
        self.search.setProperty("look", "search")
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.tree = LayerTree(theme, self.own_layers)
        self.tree.setAccessibleName(self.tr("Layers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.setSpacing(8)
        top.addWidget(heading(self.tr("Layers")))
        top.addWidget(self.search)
        column.addLayout(top)
        self.nothing = TextLabel(self.tr("No layer is called that."), muted=True, wrap=True)
        self.nothing.hide()
        top.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        self.said = OwnLayersNote(self.own_layers)
        column.addWidget(self.said)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.tree.chosen.connect(self.chosen)
        self.tree.forget_asked.connect(self.said.forget)
        self.own_layers.changed.connect(self._show_own)
        self.show_theme(theme)

    def show_document(self, document: Document) -> None:
        """The groups of this document are offered as layers too."""
        self.own_layers.show_document(document)

    def _find(self, words: str) -> None:
        self.tree.search(words)
        self.nothing.setVisible(not self.tree.shown())

    def _show_own(self) -> None:
        self.tree.show_own()
        if self.search.text():
            self._find(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search box, Down goes to the layers, Enter takes the first of them, Esc clears."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.search.text() and self.tree.shown():
                    self.tree.choose_current()
                case Qt.Key.Key_Escape if self.search.text():
                    self.search.clear()
                case _:
                    return False
            return True
        return super().eventFilter(watched, event)

    def show_theme(self, theme: Theme) -> None:
        self._glass.setIcon(icon("search", theme, "muted"))
        self.tree.show_theme(theme)
