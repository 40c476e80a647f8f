"""A field over the title of a node or group, to write its name in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.edits import LONGEST_NAME
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import group_title, layer_title, node_title
from playground.ui.texts.said import later


def title_of(name: str, document: Document) -> str:
    """What a person calls this node or group."""
    group = document.tree.by_id.get(name)
    return group_title(group) if group is not None else node_title(document.graph.by_id[name], document)


class NameEdit(QLineEdit):
    """Enter takes the name as one undo step, Esc leaves the old one; a blank name gives the layer's own."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view, self._node_id = view, ""
        self.setMaxLength(LONGEST_NAME)
        self.setAccessibleName(self.tr("Name"))
        self.setToolTip(self.tr("Enter takes the name, Esc leaves the old one"))
        self.installEventFilter(self)
        self.hide()

    def open(self, node_id: str) -> None:
        """Over the title of this node."""
        body = self._view.canvas.body_of(node_id)
        if node_id in self._view.canvas.frames.by_id:
            body = self._view.canvas.frames.by_id[node_id].title_place
        self._view.ensureVisible(body, 24, 24)
        self._node_id = node_id
        self.setText(title_of(node_id, self._view.editor.document))
        self.selectAll()
        place = self._view.mapFromScene(body.topLeft())
        across = round(body.width() * self._view.zoom)
        self.setGeometry(place.x(), place.y(), max(140, across), self.sizeHint().height())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Gone, the name as it was."""
        self._node_id = ""
        self.hide()

    def take(self) -> None:
        """The name as it is written, where it was changed."""
        node_id, document = self._node_id, self._view.editor.document
        self.leave()
        node, group = document.graph.by_id.get(node_id), document.tree.by_id.get(node_id)
        if (node is None and group is None) or self.text() == title_of(node_id, document):
            return
        kind = node.layer.kind if node is not None else "Folded"
        own = "" if self.text().strip() == layer_title(kind) else self.text()
        name = later("Text", "Rename layer") if group is None else later("Text", "Rename group")
        self._view.editor.apply(name, edits.rename(document, node_id, own))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Another window is a pause and no end.
        pauses = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.ActiveWindowFocusReason
        if event.type() == QEvent.Type.FocusOut and self._node_id and not pauses:
            self.take()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in keys:  # type: ignore[attr-defined]
            self.leave() if event.key() == Qt.Key.Key_Escape else self.take()  # type: ignore[attr-defined]
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)
            return True
        return super().eventFilter(watched, event)
