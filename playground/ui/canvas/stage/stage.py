"""The scene on the screen: what every part of the canvas may use, and nothing of what these parts are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QFont
from PySide6.QtWidgets import QApplication, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import folded, in_sight
from playground.document.graph import DATA
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.layout.arrange import make_room
from playground.ui.canvas.layout.box import Size
from playground.ui.canvas.scene.scene import CanvasScene
from playground.ui.canvas.stage.offer import Offer
from playground.ui.canvas.stage.pointer_label import PointerLabel
from playground.ui.canvas.stage.zoom_view import ZoomView
from playground.ui.editor import Editor
from playground.ui.own_layers import OwnLayers
from playground.ui.theme import Theme

FIT_MARGIN, LARGEST_FIT = 16, 1.6


class Stage(ZoomView):
    """`canvas` is the scene; every change goes through `editor`. It says words, offers steps and knows the pointer."""

    # Words at the pointer are out of place now.
    quieted = Signal()
    # Whatever gesture is under way is to leave everything as it was.
    given_up = Signal()
    # A connection from this node was let go where there is nothing: whether it leaves the node, and the point.
    left_loose = Signal(str, bool, QPoint)
    # The keys are to go to what the adviser says.
    adviser_asked = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None, own_layers: OwnLayers | None) -> None:
        self.canvas = CanvasScene(editor.shown, Fonts.of(QApplication.font()), theme)
        super().__init__(self.canvas, theme, parent)
        # A child goes after its view; one that went before would scroll the view while its items are gone.
        self.canvas.setParent(self)
        self.editor, self.own_layers = editor, own_layers or OwnLayers()
        self.label, self.offer = PointerLabel(theme, self), Offer(theme, self)
        self._touched = False
        self.view_changed.connect(lambda: self.canvas.show_zoom(self.zoom))

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.label.show_theme(theme)
        self.offer.show_theme(theme)

    def selected_nodes(self) -> tuple[str, ...]:
        return self.canvas.selected_nodes

    def select(self, node_ids: Iterable[str]) -> None:
        """These; in place of what a closed group hides, its card."""
        self.canvas.select(in_sight(self.canvas.whole, node_ids))

    def where(self) -> QPoint:
        """The pointer, or the middle of the view where the pointer is elsewhere."""
        room = self.viewport().rect()
        at = self.viewport().mapFromGlobal(QCursor.pos())
        return at if room.contains(at) else room.center()

    def with_room(self, document: Document) -> Document:
        """A document with other data: what stands behind Data moves aside, where its inputs need more room, and behind
        each layer that has grown over the next."""
        self.editor.preview(document)
        graph, boxes = folded(document).graph, self.canvas.boxes()
        for name in filter(boxes.__contains__, graph.order):
            ahead = [boxes[target] for target in graph.targets[name] if target in boxes]
            if name == DATA or any(boxes[name].meets(box, 0.0) for box in ahead):
                moved = make_room(graph, boxes, name)
                boxes |= {other: replace(boxes[other], x=x, y=y) for other, (x, y) in moved.items()}
                document = edits.move(document, moved)
        return document

    # Looking

    def zoom_to_fit(self) -> None:
        """All of it, with what is said of it, as large as it fits."""
        self._touched = False
        self.zoom_to_rect(self.canvas.content_rect(), margin=FIT_MARGIN, largest=LARGEST_FIT)

    @property
    def is_touched(self) -> bool:
        """Whether somebody has chosen a view."""
        return self._touched

    def fit_untouched(self) -> None:
        """Until somebody has chosen a view, all of the network is shown."""
        if not self._touched:
            self.zoom_to_fit()

    def zoom_to_rect(self, rect: QRectF, margin: int, largest: float = 1.0) -> None:
        super().zoom_to_rect(rect, margin, largest * self.canvas.fonts.letters)

    def full_size(self) -> None:
        """As large as its letters ask for."""
        self.zoom_to(self.canvas.fonts.letters)

    @property
    def room(self) -> Size:
        """What of the scene is seen in full size."""
        room, letters = self.viewport().size(), self.canvas.fonts.letters
        return room.width() / letters, room.height() / letters

    def show_font(self, font: QFont) -> None:
        """Larger or smaller letters make all of it larger or smaller, so that what stands beside each other does."""
        before, fonts = self.canvas.fonts.letters, Fonts.of(font)
        self.canvas.show_look(fonts, self.theme)
        if self._touched and fonts.letters != before:
            self.zoom_to(self.zoom * fonts.letters / before)
        self.fit_untouched()

    def zoom_to_selection(self) -> None:
        """What is selected as large as it fits; the whole network where nothing is."""
        self._touched = True
        self.zoom_to_rect(self.canvas.selected_rect() or self.canvas.content_rect(), margin=64)

    def zoom_to(self, zoom: float, around: QPoint | None = None) -> None:
        self._touched = True
        super().zoom_to(zoom, around)

    def keep_in_sight(self) -> None:
        """Until somebody has chosen a view, nothing of the network, nor what is said of it, is beyond the edges."""
        still = self.editor.shown is self.editor.document and not self._touched
        if still and not self.seen().contains(self.canvas.content_rect()):
            self.zoom_to_fit()

    def pan(self, away: QPoint) -> None:
        self._touched = True
        super().pan(away)

    def look_at(self, middle: QPointF) -> None:
        """Show this point of the scene in the middle."""
        self._touched = True
        self.centerOn(middle)

    # Saying

    def say(self, text: str, at: QPoint, lasting: bool = False) -> None:
        """A few words at a point of the view."""
        self.label.say(text, at, lasting)

    def be_quiet(self) -> None:
        self.label.be_quiet()
        self.quieted.emit()

    def show_cursor(self, shape: Qt.CursorShape | None) -> None:
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)
