"""What the network is trained on, where there is a choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from playground.frames.news import CPU, GPU, Hello


class DeviceMenu(QMenu):
    """Part of a menu only where TensorFlow sees a GPU."""

    chosen = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self.setTitle(self.tr("Device"))
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.actions_of = {name: self.addAction(name) for name in (CPU, GPU)}
        for name, action in self.actions_of.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self.chosen.emit(name))
        self.actions_of[CPU].setToolTip(
            self.tr("Faster for small networks: a batch of theirs is done before a GPU has begun.")
        )
        self.actions_of[GPU].setToolTip(self.tr("Faster for large networks, such as convolutions over many pictures."))
        self._in_menu = menu.addMenu(self)
        self._in_menu.setVisible(False)

    def show_engine(self, engine: Hello | None) -> None:
        """Which devices there are, and which of them trains."""
        self._in_menu.setVisible(engine is not None and len(engine.devices) > 1)
        if engine is not None:
            self.actions_of[engine.device].setChecked(True)
