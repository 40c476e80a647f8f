"""Gestures on the canvas: one class, one undo step each; press, move, release, or cancel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem

from playground.document.checks.problems import Fix
from playground.document.document import Document
from playground.document.edits import edits, notes
from playground.document.edits.groups import expanded, folded, in_sight
from playground.document.graph import DATA, OUTPUT, Edge
from playground.ui.canvas.gestures.dropping import apply_fix
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.gestures.lit import Lit
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.guides import GuideLines
from playground.ui.canvas.layout.aligning import SNAP_REACH, Guide, Lines
from playground.ui.canvas.layout.arrange import make_room, snap
from playground.ui.canvas.layout.box import Box, Place
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import refusal_text
from playground.ui.texts.said import later


class PanGesture(Gesture):
    """The canvas follows the pointer."""

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._last = pointer.view
        self.view.show_cursor(Qt.CursorShape.ClosedHandCursor)

    def drag(self, pointer: Pointer) -> None:
        self.view.pan(pointer.view - self._last)
        self._last = pointer.view

    def drop(self, pointer: Pointer) -> None:
        self.view.show_cursor(None)

    def click(self, pointer: Pointer) -> None:
        self.view.show_cursor(None)

    def cancel(self) -> None:
        self.view.show_cursor(None)


class BandGesture(Gesture):
    """A rubber band selects what it touches; with Shift, in addition."""

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._before = (self.view.canvas.selected, self.view.canvas.selected_lines)
        self._band: QGraphicsRectItem | None = None

    def begin(self) -> None:
        theme = self.view.theme
        self._band = QGraphicsRectItem()
        pen = QPen(theme.colour("accent"), 1.0)
        pen.setCosmetic(True)
        self._band.setPen(pen)
        self._band.setBrush(theme.colour("accent", 28))
        self._band.setZValue(10)
        self.view.canvas.addItem(self._band)

    def drag(self, pointer: Pointer) -> None:
        assert self._band is not None
        rect = QRectF(self.pressed.scene, pointer.scene).normalized()
        self._band.setRect(rect)
        names = (*self.view.canvas.nodes, *self.view.canvas.notes.by_id)
        touched = [name for name in names if self.view.canvas.body_of(name).intersects(rect)]
        kept = self._before[0] if self.pressed.adds else ()
        self.view.canvas.select((*kept, *touched))

    def drop(self, pointer: Pointer) -> None:
        self._remove_band()

    def click(self, pointer: Pointer) -> None:
        if not self.pressed.adds:
            self.view.canvas.select()

    def cancel(self) -> None:
        self._remove_band()
        self.view.canvas.select(*self._before)

    def _remove_band(self) -> None:
        if self._band is not None:
            self.view.canvas.removeItem(self._band)
            self._band = None


class MoveGesture(Gesture):
    """What is selected follows the pointer, on the grid; a loose node let go on a connection goes into it."""

    def __init__(self, view: Stage, node_id: str) -> None:
        super().__init__(view)
        self._node_id = node_id
        self._starts: dict[str, Place] = {}
        self._beside = Lines(())
        self._lit = Lit()
        self._guides: GuideLines | None = None

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._selected = self.view.canvas.selected
        self._selected_lines = self.view.canvas.selected_lines
        if self._node_id not in self._selected:
            self.view.canvas.select((*self._selected, self._node_id) if pointer.adds else (self._node_id,))

    def begin(self) -> None:
        canvas = self.view.canvas
        self._placed = canvas.placed(self.base)
        moving = expanded(self.base, {*canvas.selected, self._node_id})
        places = notes.places(self._placed)
        self._starts = {name: places[name] for name in moving}
        seen, gone = canvas.nodes_in(self.view.seen()), set(in_sight(self.base, moving))
        self._beside = Lines(canvas.box_of(name) for name in (*seen, *canvas.notes.by_id) if name not in gone)
        self._size = canvas.box_of(self._node_id)
        self._guides = GuideLines(self.view.theme)
        canvas.addItem(self._guides)
        self.view.show_cursor(Qt.CursorShape.ClosedHandCursor)

    def drag(self, pointer: Pointer) -> None:
        self.view.editor.preview(self._moved(pointer))
        self._lit.show(self._edge_under(pointer))

    def drop(self, pointer: Pointer) -> None:
        edge, moved = self._lit.edge.edge if self._lit.edge else None, self._moved(pointer)
        self._clear()
        if edge is not None and (code := edits.between_refusal(moved, self._node_id, edge)):
            self.view.say(refusal_text(code), pointer.view)
            edge = None
        if edge is not None:
            self.view.editor.apply(later("Text", "Insert layer"), self._inserted(moved, edge))
        elif moved != self._placed:
            layers = self._starts.keys() & self.base.graph.by_id.keys()
            self.view.editor.apply(later("Text", "Move layers") if layers else later("Text", "Move notes"), moved)
        else:
            self.view.editor.cancel()

    def click(self, pointer: Pointer) -> None:
        if pointer.adds and self._node_id in self._selected:
            self.view.canvas.select((name for name in self._selected if name != self._node_id), self._selected_lines)
        elif not pointer.adds:
            self.view.canvas.select((self._node_id,))

    def cancel(self) -> None:
        self._clear()
        self.view.editor.cancel()
        self.view.canvas.select(self._selected, self._selected_lines)

    def _moved(self, pointer: Pointer) -> Document:
        away = pointer.scene - self.pressed.scene
        x, y = self._size.x, self._size.y
        dx, dy = away.x(), away.y()
        # The node under the pointer goes level with others near it, else onto the grid; Alt leaves both.
        guides: tuple[Guide, ...] = ()
        if not pointer.keys & Qt.KeyboardModifier.AltModifier:
            here = Box(x + dx, y + dy, self._size.width, self._size.height)
            (right, down), guides = self._beside.snap(here, SNAP_REACH / self.view.zoom)
            level = {guide.upright for guide in guides}
            dx = dx + right if True in level else snap(x + dx) - x
            dy = dy + down if False in level else snap(y + dy) - y
        if self._guides is not None:
            self._guides.show_guides(guides)
        if not dx and not dy:
            return self._placed
        return notes.move(self._placed, {name: (px + dx, py + dy) for name, (px, py) in self._starts.items()})

    def _clear(self) -> None:
        self._lit.show(None)
        self.view.show_cursor(None)
        if self._guides is not None:
            self.view.canvas.removeItem(self._guides)
            self._guides = None

    def _edge_under(self, pointer: Pointer) -> EdgeItem | None:
        canvas, name = self.view.canvas, self._node_id
        sources, targets = canvas.document.graph.sources, canvas.document.graph.targets
        loose = name in sources and not sources[name] and not targets[name]
        if not loose or len(canvas.selected) > 1 or name in (DATA, OUTPUT):
            return None
        return self.view.canvas.edge_at(pointer.scene)

    def _inserted(self, moved: Document, edge: Edge) -> Document:
        changed = edits.put_between(moved, self._node_id, edge)
        return edits.move(changed, make_room(folded(changed).graph, self.view.canvas.boxes(), self._node_id))


class EdgeGesture(Gesture):
    """A click selects a connection."""

    def __init__(self, view: Stage, item: EdgeItem) -> None:
        super().__init__(view)
        self._edge = item.edge

    def click(self, pointer: Pointer) -> None:
        canvas = self.view.canvas
        if pointer.adds:
            canvas.select(canvas.selected, {*canvas.selected_lines} ^ {self._edge})
        else:
            canvas.select((), (self._edge,))


class FixGesture(Gesture):
    """A click on the link of a problem mends what is wrong."""

    def __init__(self, view: Stage, fix: Fix) -> None:
        super().__init__(view)
        self._fix = fix

    def release(self, pointer: Pointer) -> None:
        found = self.view.canvas.fix_at(pointer.scene)
        if found is not None and found[1] == self._fix:
            apply_fix(self.view, self._fix)
