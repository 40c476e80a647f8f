"""What can be done with the selected group: its colour, its layers, and commands on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.edits import groups
from playground.document.edits.groups import COLOURS
from playground.ui.editor import Editor
from playground.ui.icons import layer_icon
from playground.ui.text import colour_title, count_text, node_title
from playground.ui.texts.said import later
from playground.ui.theme import Theme, group_colour
from playground.ui.widgets.parts import CutLabel, FormRow, TextLabel
from playground.ui.widgets.plain import PlainLabel, tip

SWATCH, MOST_LISTED = 18, 12


def swatch(colour: str, theme: Theme, ratio: float) -> QIcon:
    """A round spot of a group's colour."""
    picture = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group_colour(colour, theme))
        painter.drawEllipse(QRectF(2, 2, SWATCH - 4, SWATCH - 4))
    return QIcon(picture)


class GroupForm(QWidget):
    """The form of one group. `asked(command)` for what the canvas does: "enter", "close", "ungroup" or "keep"."""

    asked = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme, self._group_id = editor, theme, ""
        self.colours = {colour: self._swatch(colour) for colour in COLOURS}
        swatches = QWidget()
        row = QHBoxLayout(swatches)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.colours.values():
            row.addWidget(button)
        row.addStretch()
        self.layers = QVBoxLayout()
        self.layers.setSpacing(0)
        self.more = TextLabel(muted=True)
        self.open = QPushButton()
        self.open.clicked.connect(lambda: self.asked.emit("enter" if self._closed else "close"))
        self.ungroup = QPushButton(self.tr("Ungroup"))
        self.ungroup.setToolTip(self.tr("Its layers stay, each on its own"))
        self.ungroup.clicked.connect(lambda: self.asked.emit("ungroup"))
        self.keep = QPushButton(self.tr("Save as own layer"))
        self.keep.setToolTip(self.tr("Find it in the palette of every project"))
        self.keep.clicked.connect(lambda: self.asked.emit("keep"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(FormRow(self.tr("Colour"), swatches))
        column.addLayout(self.layers)
        column.addWidget(self.more)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open, 0, 0)
        buttons.addWidget(self.ungroup, 0, 1)
        buttons.addWidget(self.keep, 1, 0, 1, 2)
        column.addLayout(buttons)

    def _swatch(self, colour: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(QSize(SWATCH, SWATCH))
        button.setAccessibleName(colour_title(colour))
        button.setToolTip(tip(colour_title(colour)))
        button.clicked.connect(lambda: self._colour(colour))
        return button

    @property
    def _closed(self) -> bool:
        return self._editor.shown.tree.by_id[self._group_id].closed

    def _colour(self, colour: str) -> None:
        document = groups.colour_group(self._editor.document, self._group_id, colour)
        self._editor.apply(later("Text", "Colour group"), document)
        self.show_group(self._editor.shown, self._group_id)

    def show_group(self, document: Document, group_id: str) -> None:
        """This group of the document."""
        self._group_id, group = group_id, document.tree.by_id[group_id]
        for colour, button in self.colours.items():
            with QSignalBlocker(button):
                button.setChecked(colour == group.colour)
                button.setIcon(swatch(colour, self._theme, self.devicePixelRatioF()))
        self.open.setText(self.tr("Open") if group.closed else self.tr("Close"))
        self.open.setToolTip(self.tr("Show its layers") if group.closed else self.tr("Show it as one card"))
        self._list(document, groups.members(document, group_id))

    def _list(self, document: Document, names: tuple[str, ...]) -> None:
        """A line for each layer inside, with its parameters."""
        while (item := self.layers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                # Without a parent, the layout's late call to show it would make a window of it.
                old.hide()
                old.deleteLater()
        known = flow(document)
        for name in names[:MOST_LISTED]:
            line, node = QWidget(), document.graph.by_id[name]
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 3, 0, 3)
            picture = PlainLabel()
            picture.setPixmap(layer_icon(node.layer.kind, self._theme, "muted").pixmap(SWATCH, SWATCH))
            row.addWidget(picture)
            title = CutLabel(node_title(node, document))
            title.setToolTip(tip(title.text()))
            row.addWidget(title, 1)
            if known.parameters.get(name):
                row.addWidget(TextLabel(count_text("parameter", known.parameters[name]), muted=True))
            self.layers.addWidget(line)
        more = len(names) - MOST_LISTED
        self.more.setVisible(more > 0)
        self.more.setText(self.tr("And {count} more.").format(count=more))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
