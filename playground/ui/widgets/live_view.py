"""What every live view of the network offers, so that one frame with one menu can hold any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from playground.datasets.example import Example
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Heading, fill_panel


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers that a view shows: each row has one value for each column; None where there is none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[float | int | str | None, ...], ...]


class LiveView(QWidget):
    """Shows the network while it learns. Its dock has the title bar, the menu, the pause and the saving.

    `heading` is the middle of that title bar: a view writes its title and note there and adds its own controls to
    `heading.row`. Commands of its own are its `actions()`, added by `addAction`: they stand first in its menu.
    Frames come only while the view is seen and not paused; `isVisible()` is False behind another tab too.
    """

    rest: ClassVar[int] = 0
    """Milliseconds between two frames at least, for a view that takes long to draw; the newest is never left out."""
    wanted_changed = Signal()
    """It wants other things of the frames than before, as after a person chose something in it."""

    room_asked = Signal(QSize)
    """What it shows now needs this size, which it has not got. Asked once, so that a person's own sizes stay."""

    example_chosen = Signal(object)
    """A person chooses another Example; `show_example` tells every view of it."""

    view_chosen = Signal(str, object)
    """A person makes one of the document's view settings, by its name, another; `show_document` tells every view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.heading = Heading(self.title(), self)
        self.heading.hide()

    @classmethod
    def title(cls) -> str:
        """Its name in menus and tabs, as "Loss landscape"; the same at all times, and before one is made."""
        raise NotImplementedError

    def explanation(self) -> str:
        """One sentence: what it shows, and what its axes and colours mean."""
        raise NotImplementedError

    def show_document(self, document: Document) -> None:
        """The document, even while nobody sees the view: keep it, and work only if `isVisible()`."""

    def show_selection(self, node_ids: Sequence[str]) -> None:
        """The nodes that are selected on the canvas, even while nobody sees the view."""

    def show_example(self, example: Example) -> None:
        """The chosen example, the same in every view, even while nobody sees this one."""

    def show_training(self, running: bool) -> None:
        """Whether it trains from now on, even while nobody sees the view."""

    def let_choose(self, on: bool) -> None:
        """Whether a click on one of its points or rows chooses that as the example, and does nothing else."""

    def show_frame(self, frame: Frame) -> None:
        """The newest frame. It may lack what was wanted a moment ago: pass over what is not there."""

    def forget(self) -> None:
        """What frames have told belongs to another network: nothing in its place until the next one, seen or not."""

    def show_theme(self, theme: Theme) -> None:
        """Other colours, or another size of the application's font. An override begins with this one."""
        self.theme = theme
        fill_panel(self, theme)
        self.heading.show_theme(theme)

    def wanted(self, wanted: Wanted) -> Wanted:
        """What others want, and with it what this view needs; asked only while it is seen and not paused."""
        return wanted

    def table(self) -> Table | None:
        """The numbers that are shown now, for a CSV file; None where there are none."""
        return None

    def why_no_svg(self) -> str:
        """Why it cannot be saved as lines now, in a sentence, as for 3D; "" where it can."""
        return ""
