"""Every panel of the window, and where around the canvas it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.ui.editor import Editor
from playground.ui.own_layers import OwnLayers
from playground.ui.panels.adviser import AdviserLine
from playground.ui.panels.data import DataPanel
from playground.ui.panels.history import HistoryPanel
from playground.ui.panels.layer import LayerPanel
from playground.ui.panels.notices.changed import ChangedBar
from playground.ui.panels.notices.notice import Notice
from playground.ui.panels.notices.told import ToldBar
from playground.ui.panels.notices.unsaved import UnsavedBar
from playground.ui.panels.palette import PalettePanel
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.panels.status import StatusPanel
from playground.ui.panels.time_bar import TimeBar
from playground.ui.panels.toolbar import ToolBar
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import Line, column, splitter
from playground.ui.widgets.screen_room import Scrolled

Side = Literal["top", "above", "over", "left", "right", "below", "foot"]
Kind = TypeVar("Kind", bound=Panel)


@dataclass(frozen=True, slots=True)
class Given:
    """What panels are made of."""

    editor: Editor
    theme: Theme
    own_layers: OwnLayers


@dataclass(frozen=True, slots=True)
class Entry:
    """A panel to be: its name, which lessons point at it by, where it stands, after those before it, and what makes it.

    One with a `title` is closed at first; a command of that name, with these `keys`, opens and closes it. A `line`
    parts it from what stands towards the middle.
    """

    name: str
    side: Side
    make: Callable[[Given], Panel]
    title: str = ""
    keys: str = ""
    line: bool = False


PROBLEMS, HISTORY = QT_TRANSLATE_NOOP("Text", "Problems"), QT_TRANSLATE_NOOP("Text", "History")

# One line for each panel.
PANELS = (
    Entry("told", "top", lambda given: ToldBar(given.theme)),
    Entry("unsaved", "top", lambda given: UnsavedBar(given.theme)),
    Entry("changed", "top", lambda given: ChangedBar(given.theme)),
    Entry("bar", "above", lambda given: ToolBar(given.editor, given.theme), line=True),
    Entry("notice", "above", lambda given: Notice(given.editor, given.theme)),
    Entry("adviser", "over", lambda given: AdviserLine(given.theme), line=True),
    Entry("data", "left", lambda given: DataPanel(given.editor, given.theme)),
    Entry("layers", "left", lambda given: PalettePanel(given.theme, given.own_layers)),
    Entry("layer", "right", lambda given: LayerPanel(given.editor, given.theme)),
    Entry("problems", "right", lambda given: ProblemsPanel(given.editor, given.theme), PROBLEMS, "Ctrl+Shift+M"),
    Entry("history", "right", lambda given: HistoryPanel(given.editor, given.theme), HISTORY, "Ctrl+H"),
    Entry("time", "below", lambda given: TimeBar(given.theme), line=True),
    Entry("status", "foot", lambda given: StatusPanel(given.theme), line=True),
)


class Panels:
    """All panels, with one door for all of them at each kind of news."""

    def __init__(self, given: Given) -> None:
        self._made = [(entry, entry.make(given)) for entry in PANELS]
        for entry, panel in self._made:
            panel.setObjectName(f"panel:{entry.name}")
            if entry.title:
                panel.hide()

    def of(self, kind: type[Kind]) -> Kind:
        """The panel of that kind."""
        return next(panel for _, panel in self._made if isinstance(panel, kind))

    def toggles(self) -> list[tuple[str, str, Callable[[], object]]]:
        """For each panel that opens and closes its title, its keys, and what does so."""
        return [(say(entry.title), entry.keys, partial(toggle, panel)) for entry, panel in self._made if entry.title]

    # Where they stand

    def over(self, canvas: QWidget) -> QWidget:
        """The canvas, with those that stand over it and are as wide."""
        return column(*self._on("over"), canvas, stretched=canvas)

    def left(self) -> QWidget:
        """Those at the left, below each other; the last takes what height is left."""
        panels = self._on("left")
        return Scrolled(column(*panels, stretched=panels[-1]))

    def right(self) -> QWidget:
        """Those at the right, below each other, with lines between them that can be moved."""
        return splitter(Qt.Orientation.Vertical, *self._on("right"))

    def around(self, middle: QWidget) -> QWidget:
        """The middle, with those above and below it, which stay in sight on the smallest screen."""
        middle = Scrolled(middle, across=True)
        # Another page can take the place of all but what is at the top and at the foot.
        self.pages = QStackedWidget()
        self.pages.addWidget(column(*self._on("above"), middle, *self._on("below"), stretched=middle))
        return column(*self._on("top"), self.pages, *self._on("foot"), stretched=self.pages)

    def _on(self, side: Side) -> list[QWidget]:
        """The panels of that side, with their lines."""
        found: list[QWidget] = []
        for entry, panel in self._made:
            if entry.side == side:
                line = [Line()] if entry.line else []
                found += [*line, panel] if side in ("below", "foot") else [panel, *line]
        return found

    # Their doors

    def show_document(self, document: Document) -> None:
        for _, panel in self._made:
            panel.show_document(document)

    def show_frame(self, frame: Frame) -> None:
        for _, panel in self._made:
            panel.show_frame(frame)

    def forget(self) -> None:
        for _, panel in self._made:
            panel.forget()

    def show_status(self, status: Status) -> None:
        for _, panel in self._made:
            panel.show_status(status)

    def show_selection(self, node_ids: Sequence[str]) -> None:
        for _, panel in self._made:
            panel.show_selection(node_ids)

    def listen_to_disk(self, told: SignalInstance, reload: Callable[[], object]) -> None:
        """`told` carries the open file's name and what somebody else made of it."""
        self.of(ChangedBar).listen(told, reload)

    def show_theme(self, theme: Theme) -> None:
        for _, panel in self._made:
            panel.show_theme(theme)


def toggle(panel: QWidget) -> None:
    """Open it, or close it."""
    panel.setVisible(not panel.isVisible())
