"""The chain of calls along the top: each step with its shape, what follows, and the whole as a script."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.operations.table import OPERATIONS
from playground.ui.lab.laying import empty
from playground.ui.lab.tensors.tensor_field import shape_text
from playground.ui.lab.work import Work
from playground.ui.texts.lab.operations import group_title, operation_title
from playground.ui.widgets.plain import tip

# In pixels: around the words of a step, and all that lies between parts.
AROUND, BETWEEN = 30, 90


class Strip(QWidget):
    """`looked` asks for a step, `followed` for another operation on the result, `script_asked` for the program.

    `beside_asked`: the lab is to stand beside the canvas.
    `list_asked`: whether the operations are to be seen, where they are folded away.
    """

    looked = Signal(int)
    followed = Signal(str)
    script_asked = Signal()
    list_asked = Signal(bool)
    beside_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(6)
        self._follow = QPushButton(self.tr("Use the result as input"), self)
        self._follow.setProperty("look", "link")
        self._follow.setMenu(self._operations())
        self._script = QPushButton(self.tr("Copy the script"), self)
        self._script.setToolTip(self.tr("The whole chain as a program that runs alone"))
        self._script.clicked.connect(self.script_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        self.open_list = QPushButton(self.tr("Operations"), self)
        # A lesson points at the list, or, where that is folded away, at what opens it.
        self.open_list.setObjectName("lab:list")
        self.open_list.setCheckable(True)
        self.open_list.toggled.connect(self.list_asked)
        self.open_list.hide()
        row.addWidget(self.open_list)
        row.addLayout(self._steps)
        row.addWidget(self._follow)
        row.addStretch(1)
        row.addWidget(self._script)
        self.beside = QPushButton(self.tr("Beside the canvas"), self)
        self.beside.setToolTip(self.tr("The network at the left and the lab at the right, in one window"))
        self.beside.clicked.connect(self.beside_asked)
        row.addWidget(self.beside)

    def _operations(self) -> QMenu:
        """What may take a tensor, by group."""
        menu = QMenu(self)
        groups: dict[str, QMenu] = {}
        for operation in OPERATIONS.values():
            if operation.inputs:
                if operation.group not in groups:
                    groups[operation.group] = menu.addMenu(group_title(operation.group))
                action = groups[operation.group].addAction(operation_title(operation.name))
                action.triggered.connect(lambda _=False, name=operation.name: self.followed.emit(name))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where all steps have no room for their words, only the one that is looked at has them."""
        items = [self._steps.itemAt(place) for place in range(self._steps.count())]
        steps = [part for item in items if item is not None and isinstance(part := item.widget(), QPushButton)]
        others = (self.open_list, self._follow, self._script, self.beside)
        room = self.width() - sum(part.sizeHint().width() for part in others if not part.isHidden()) - BETWEEN
        wide = sum(step.fontMetrics().horizontalAdvance(step.accessibleName()) + AROUND for step in steps)
        for number, step in enumerate(steps, start=1):
            full = wide <= room or step.isChecked()
            step.setText(step.accessibleName() if full else str(number))

    def show_work(self, work: Work, answer: LabAnswer | None) -> None:
        """The steps, the one that is looked at lit; shapes as far as they are known."""
        empty(self._steps)
        for number, call in enumerate(work.chain.calls):
            known = answer is not None and number < len(answer.steps) and answer.steps[number].shapes
            shapes = (
                " ".join(shape_text(shape) for shape in answer.steps[number].shapes[:2]) if answer and known else ""
            )
            step = QPushButton(f"{number + 1}  {operation_title(call.operation)}  {shapes}".rstrip(), self)
            step.setToolTip(tip(step.text()))
            step.setAccessibleName(step.text())
            step.setProperty("look", "chip")
            step.setCheckable(True)
            step.setChecked(number == work.at)
            step.clicked.connect(lambda _=False, to=number: self.looked.emit(to))
            self._steps.addWidget(step)
        self._fit()
        ran = answer is not None and answer.trouble is None and len(answer.results) == 1
        self._follow.setEnabled(bool(ran) and work.has_room)
