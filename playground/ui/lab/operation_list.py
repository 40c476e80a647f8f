"""The lab's operations by group, to browse and to search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from playground.lab.losses import LOSS_KINDS
from playground.lab.operations.table import OPERATIONS
from playground.ui.icons import icon
from playground.ui.texts.lab.losses import loss_page_does, loss_page_title
from playground.ui.texts.lab.operations import group_title, operation_does, operation_title
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

# Words by which the metrics are found.
METRICS = "keras.metrics update_state result reset_state"
NAME, LOSS, SAID = (Qt.ItemDataRole.UserRole + number for number in range(3))


class OperationList(QWidget):
    """`chosen` tells an operation's name, `loss_chosen` that of a loss; `metrics_asked`: the meters are wanted."""

    chosen = Signal(str)
    loss_chosen = Signal(str)
    metrics_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._shown = theme, ""
        self.search = QLineEdit(self)
        self.search.setProperty("look", "search")
        self.search.setPlaceholderText(self.tr("%1 operations").replace("%1", str(len(OPERATIONS))))
        self.search.setAccessibleName(self.tr("Search operations"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._tree = QTreeWidget(self)
        self._tree.setHeaderHidden(True)
        self._tree.setColumnCount(2)
        self._tree.setAccessibleName(self.tr("Operations"))
        # Qt would paint the selection's bar beside an indented item: an empty icon indents it.
        self._tree.setIndentation(0)
        self._tree.setRootIsDecorated(False)
        self._tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._tree.currentItemChanged.connect(self._choose)
        self._tree.itemClicked.connect(self._turn)
        self._tree.itemExpanded.connect(self._show_arrow)
        self._tree.itemCollapsed.connect(self._show_arrow)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 8)
        column.addWidget(self.search)
        column.addWidget(self._tree, 1)

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        blank = QPixmap(QSize(16, 16))
        blank.fill(Qt.GlobalColor.transparent)
        rows: dict[str, list[str]] = {}
        for operation in OPERATIONS.values():
            if operation.group not in groups:
                groups[operation.group] = QTreeWidgetItem(self._tree, [group_title(operation.group), ""])
            item = QTreeWidgetItem(groups[operation.group], [operation_title(operation.name), ""])
            item.setData(0, NAME, operation.name)
            item.setIcon(0, QIcon(blank))
            item.setToolTip(0, tip(operation_does(operation.name)))
            item.setData(0, SAID, f"{operation.name} {operation.template}")
            item.setFirstColumnSpanned(True)
            self._items[operation.name] = item
            if operation.row not in rows.setdefault(operation.group, []):
                rows[operation.group].append(operation.row)
        self._losses = groups["losses"] = QTreeWidgetItem(self._tree, [group_title("losses"), ""])
        rows["losses"] = ["B9", "C5"]
        self._fill_losses(blank)
        for group, item in groups.items():
            item.setText(1, " ".join(rows[group]))
            item.setForeground(1, self.palette().placeholderText())
            self._show_arrow(item)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)

    def _fill_losses(self, blank: QPixmap) -> None:
        for loss, kind in LOSS_KINDS.items():
            item = QTreeWidgetItem(self._losses, [loss_page_title(loss), ""])
            item.setData(0, LOSS, loss)
            item.setData(0, SAID, f"{loss} keras.losses.{kind.keras}")
            item.setIcon(0, QIcon(blank))
            item.setToolTip(0, tip(loss_page_does(loss)))
            item.setFirstColumnSpanned(True)
            self._items[loss] = item
        self._metrics = QTreeWidgetItem(self._losses, [self.tr("Metrics, step by step"), ""])
        self._metrics.setIcon(0, QIcon(blank))
        self._metrics.setToolTip(0, tip(self.tr("Make one, update it, read its result, reset it: beside the network")))
        self._metrics.setData(0, SAID, METRICS)
        self._metrics.setFirstColumnSpanned(True)
        self._items[METRICS] = self._metrics

    def _turn(self, item: QTreeWidgetItem) -> None:
        """A press on a group opens or closes it."""
        if item.childCount():
            item.setExpanded(not item.isExpanded())

    def _show_arrow(self, item: QTreeWidgetItem) -> None:
        item.setIcon(0, icon("chevron-down" if item.isExpanded() else "chevron-right", self._theme, "muted"))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for group in self._groups():
            self._show_arrow(group)

    def _groups(self) -> list[QTreeWidgetItem]:
        found = [self._tree.topLevelItem(number) for number in range(self._tree.topLevelItemCount())]
        return [item for item in found if item is not None]

    def show_operation(self, name: str) -> None:
        """Select it without telling."""
        self._shown = name
        self.settle()

    def settle(self) -> None:
        """Select what is shown again, as after a choice that led elsewhere."""
        blocked = self._tree.blockSignals(True)
        self._tree.setCurrentItem(self._items[self._shown])
        self._tree.blockSignals(blocked)

    def show_loss(self, loss: str) -> None:
        """Select a loss without telling."""
        self._losses.setExpanded(True)
        self.show_operation(loss)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        for role, told in ((NAME, self.chosen), (LOSS, self.loss_chosen)):
            if item is not None and (name := item.data(0, role)):
                told.emit(name)
        if item is self._metrics:
            self.metrics_asked.emit()

    def _filter(self, text: str) -> None:
        """Show what has all the words in its name, its sentence or its code."""
        words = text.casefold().split()
        for item in self._items.values():
            said = f"{item.text(0)} {item.toolTip(0)} {item.data(0, SAID)}".casefold()
            item.setHidden(not all(word in said for word in words))
        for group in self._groups():
            children = [item for item in self._items.values() if item.parent() is group]
            group.setHidden(all(child.isHidden() for child in children))
            group.setExpanded(bool(words) or any(child.isSelected() for child in children))
