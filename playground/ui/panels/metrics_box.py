"""Which metrics are measured: a box that opens a list of check boxes, which stays open while one ticks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.metrics import METRICS
from playground.ui.texts.metrics import metric_help, metric_title, several_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import fill_panel
from playground.ui.widgets.plain import tip


class MetricsBox(QComboBox):
    """Offers what suits the data. `chosen` carries all names, also of those chosen for other data."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The only item says what is chosen: no wheel and no arrow key can choose another.
        self.addItem("")
        self.list = QFrame(self, Qt.WindowType.Popup)
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.boxes = {name: QCheckBox(metric_title(name), self.list) for name in METRICS}
        column = QVBoxLayout(self.list)
        column.setContentsMargins(10, 8, 14, 8)
        column.setSpacing(6)
        for name, box in self.boxes.items():
            box.setToolTip(tip(metric_help(name)))
            box.setAccessibleDescription(metric_help(name))
            box.toggled.connect(partial(self._tick, name))
            column.addWidget(box)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        fill_panel(self.list, theme)

    def show_document(self, document: Document) -> None:
        self._names = document.training.metrics
        task = document.data.facts.task
        for name, box in self.boxes.items():
            box.setVisible(task in METRICS[name].tasks)
            with QSignalBlocker(box):
                box.setChecked(name in self._names)
        self.setItemText(0, several_text([name for name in self._names if task in METRICS[name].tasks]))

    def _tick(self, name: str, on: bool) -> None:
        ticked = {*self._names, name} if on else {*self._names} - {name}
        self.chosen.emit(tuple(metric for metric in METRICS if metric in ticked))

    def showPopup(self) -> None:
        self.list.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self.list.width(), self.height() + 2))
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left(), corner.x()))
        corner.setY(min(corner.y(), screen.bottom() - self.list.height()))
        self.list.move(corner)
        self.list.show()
        first = next(box for box in self.boxes.values() if not box.isHidden())
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def hidePopup(self) -> None:
        self.list.hide()
