"""The lab at the right of the network, in one window with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, heading, tool_button

# How much of the window the lab has at first.
SHARE = 0.46


class LabBeside(QObject):
    """Takes what is in the lab, and gives it back. `alone_asked` and `close_asked` are its two buttons."""

    alone_asked = Signal()
    close_asked = Signal()

    def __init__(self, pages: QStackedWidget, theme: Theme) -> None:
        super().__init__(pages)
        self._pages = pages
        self.pane = QWidget(pages)
        self.pane.hide()
        alone = QPushButton(self.tr("Alone in the window"))
        alone.clicked.connect(self.alone_asked)
        self._close = tool_button(icon("close", theme, "muted"), self.tr("Close the lab"))
        self._close.clicked.connect(self.close_asked)
        head, self._column = QHBoxLayout(), QVBoxLayout(self.pane)
        head.setContentsMargins(12, 4, 8, 4)
        head.addWidget(heading(self.tr("Lab")), 1)
        head.addWidget(alone)
        head.addWidget(self._close)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(Line())
        network = pages.widget(0)
        assert network is not None
        self._split = self._around(network)

    @property
    def is_on(self) -> bool:
        return not self.pane.isHidden()

    def take(self, inside: QWidget) -> None:
        """Show it beside the network, which is seen then."""
        self._column.addWidget(inside, 1)
        self.pane.show()
        wide = int(SHARE * self._pages.width())
        self._split.setSizes([self._pages.width() - wide, wide])
        self._pages.setCurrentIndex(0)

    def leave(self) -> None:
        """The network has the window again; what was inside is to be put elsewhere."""
        self.pane.hide()

    def _around(self, network: QWidget) -> QSplitter:
        """A splitter in the network's place, with the network in it, from the start: later all would be styled anew."""
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self._pages.insertWidget(0, split)
        split.addWidget(network)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        network.show()
        self._pages.setCurrentIndex(0)
        return split

    def show_theme(self, theme: Theme) -> None:
        self._close.setIcon(icon("close", theme, "muted"))
