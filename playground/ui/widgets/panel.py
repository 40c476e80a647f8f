"""What every panel around the canvas offers: a door for each kind of news."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.ui.theme import Theme


class Panel(QFrame):
    """Shows documents, frames and states by the doors that it has a use for, and emits nothing in them."""

    def show_document(self, document: Document) -> None:
        """The document as it is on the screen, a preview included."""

    def show_frame(self, frame: Frame) -> None:
        """The newest frame."""

    def forget(self) -> None:
        """What frames have told belongs to another network: nothing in its place until the next one."""

    def show_status(self, status: Status) -> None:
        """What the trainer does now. Each status is news, even one equal to the last."""

    def show_selection(self, node_ids: Sequence[str]) -> None:
        """The nodes that are selected on the canvas."""

    def show_theme(self, theme: Theme) -> None:
        """Other colours, or another size of the application's font."""
