"""The losses to choose from: the usual one first, those that do not suit the data greyed, each with what it means."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.document.losses import LOSSES, losses_for
from playground.document.task import TaskKind
from playground.ui.panels.form import ChoiceBox
from playground.ui.text import choice_title
from playground.ui.texts.losses import loss_meaning, unsuited_text, usual_text
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.plain import tip

MEANING = Qt.ItemDataRole.UserRole + 1
PAD, GAP = 8, 2
Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """A title, and below it in small words what it means."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title, small = option.fontMetrics, QFontMetrics(scaled_font(SMALL))
        words = small.horizontalAdvance(str(index.data(MEANING) or ""))
        width = max(title.horizontalAdvance(str(index.data())), words) + 2 * PAD
        return QSize(width, title.height() + small.height() + GAP + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        colours, place = option.palette, QRectF(option.rect).adjusted(PAD, PAD / 2, -PAD, -PAD / 2)
        painter.save()
        if enabled and option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, colours.brush(QPalette.ColorRole.Highlight))
            title = small = colours.color(QPalette.ColorRole.HighlightedText)
        else:
            small = colours.color(QPalette.ColorRole.PlaceholderText)
            title = colours.color(QPalette.ColorRole.Text) if enabled else small
        painter.setPen(title)
        painter.setFont(option.font)
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, str(index.data()))
        painter.setPen(small)
        painter.setFont(scaled_font(SMALL))
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, str(index.data(MEANING) or ""))
        painter.restore()


class LossBox(ChoiceBox):
    """Every loss; `show_task` puts them into the order that suits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: TaskKind | None = None
        self.setItemDelegate(TwoLines(self))
        self.show_task("regression")

    def show_task(self, task: TaskKind) -> None:
        """The order for data of this kind; what is chosen stays."""
        if task == self._task:
            return
        chosen, self._task = self.currentData(), task
        model = QStandardItemModel(self)
        suited = losses_for(task)
        for place, name in enumerate([*suited, *(name for name in LOSSES if name not in suited)]):
            item = QStandardItem(choice_title(name))
            item.setData(name, Qt.ItemDataRole.UserRole)
            meaning = loss_meaning(name)
            if name not in suited:
                item.setEnabled(False)
                meaning = unsuited_text(name)
            elif place == 0:
                meaning = usual_text(meaning)
            item.setData(meaning, MEANING)
            item.setToolTip(tip(meaning))
            model.appendRow(item)
        self.setModel(model)
        self.setCurrentIndex(self.findData(chosen) if chosen else 0)
