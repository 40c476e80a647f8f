"""A field over a node's title, to write its name in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from playground.document import edits
from playground.document.edits import LONGEST_NAME
from playground.ui.text import layer_title, node_title

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView


class NameEdit(QLineEdit):
    """Enter takes the name as one undo step, Esc leaves the old one; a blank name gives the layer's own."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view, self._node_id = view, ""
        self.setMaxLength(LONGEST_NAME)
        self.setAccessibleName(self.tr("Name"))
        self.installEventFilter(self)
        self.hide()

    def open(self, node_id: str) -> None:
        """Over the title of this node."""
        document, body = self._view.editor.document, self._view.canvas.nodes[node_id].body
        self._view.ensureVisible(body, 24, 24)
        self._node_id = node_id
        self.setText(node_title(document.graph.by_id[node_id], document))
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
        node = document.graph.by_id.get(node_id)
        if node is None or self.text() == node_title(node, document):
            return
        own = "" if self.text().strip() == layer_title(node.layer.kind) else self.text()
        self._view.editor.apply(self.tr("Rename layer"), edits.rename(document, node_id, own))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._node_id:
            self.take()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in keys:  # type: ignore[attr-defined]
            self.leave() if event.key() == Qt.Key.Key_Escape else self.take()  # type: ignore[attr-defined]
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)
            return True
        return super().eventFilter(watched, event)
