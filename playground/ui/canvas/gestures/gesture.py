"""What every gesture is: a press, moves, and a release or a change of mind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QPointF, Qt

from playground.document.document import Document
from playground.ui.canvas.stage.stage import Stage

# A hand that shakes this little, in pixels of the screen, means a click.
STILL = 4


@dataclass(frozen=True)
class Pointer:
    """Where the pointer is, in the scene and in the view, and the keys that are held."""

    scene: QPointF
    view: QPoint
    keys: Qt.KeyboardModifier

    @property
    def adds(self) -> bool:
        """Whether what is pressed joins the selection rather than replacing it."""
        return bool(self.keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))


class Gesture(QObject):
    """What a press began. Ends with release or cancel, once; `base` is the document it started from."""

    def __init__(self, view: Stage) -> None:
        super().__init__()
        self.view = view
        self.base: Document = view.editor.document
        self.pressed = Pointer(QPointF(), QPoint(), Qt.KeyboardModifier.NoModifier)
        self.under_way = False

    def press(self, pointer: Pointer) -> None:
        self.pressed = pointer

    def move(self, pointer: Pointer) -> None:
        if not self.under_way and (pointer.view - self.pressed.view).manhattanLength() >= STILL:
            self.under_way = True
            self.begin()
        if self.under_way:
            self.drag(pointer)

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if self.under_way:
            self.drop(pointer)
        else:
            self.click(pointer)

    def cancel(self) -> None:
        """Leave everything as it was before the press."""

    # What each kind fills in

    def begin(self) -> None:
        """The pointer has left its place: this is no click."""

    def drag(self, pointer: Pointer) -> None: ...

    def drop(self, pointer: Pointer) -> None: ...

    def click(self, pointer: Pointer) -> None: ...
