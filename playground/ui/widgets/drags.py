"""What can be dragged from the panels onto the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

LAYER_MIME = "application/x-playground-layer"
DATA_MIME = "application/x-playground-data"
FEATURE_MIME = "application/x-playground-feature"


class DragSource(QObject):
    """Lets a button be dragged as well as clicked; carries `word` as that mime type."""

    def __init__(self, button: QAbstractButton, mime: str, word: str) -> None:
        super().__init__(button)
        self._button, self._mime, self._word = button, mime, word
        self._pressed: QPoint | None = None
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._pressed = at
            elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
                if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                    self._start()
                    return True
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return False

    def _start(self) -> None:
        self._pressed = None
        self._button.setDown(False)
        drag = QDrag(self._button)
        drag.setMimeData(self.mime_data())
        drag.setPixmap(self._button.grab())
        drag.setHotSpot(self._button.rect().center())
        drag.exec(Qt.DropAction.CopyAction)

    def mime_data(self) -> QMimeData:
        """What the drag carries."""
        data = QMimeData()
        data.setData(self._mime, self._word.encode())
        return data
