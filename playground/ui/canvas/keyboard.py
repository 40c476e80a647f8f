"""The keys of the canvas: everything that the mouse can do.

Plain arrows move the selection, as in drawing programs; with Alt they walk along connections, Page Up and Page
Down step through every layer and then every note, full stop and comma through every layer and connection. Tab goes
through these too, and behind the last leaves the canvas, as it leaves every part of the window; with Ctrl at once.
The space bar pans while it is held; only tapped, it asks for a layer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from playground.document.graph import DATA, OUTPUT, Edge
from playground.ui.canvas.commands.placing import CHAIN_GAP
from playground.ui.canvas.gestures.key_connecting import KeyConnectGesture
from playground.ui.canvas.hands import Hands
from playground.ui.canvas.layout.arrange import GRID
from playground.ui.canvas.layout.walking import from_edge, step, step_through, walk

if TYPE_CHECKING:
    from playground.ui.canvas.gestures.gesture import Gesture
    from playground.ui.canvas.stage.stage import Stage

WAYS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
STEPS = {"left": (-GRID, 0.0), "right": (GRID, 0.0), "up": (0.0, -GRID), "down": (0.0, GRID)}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
# With Ctrl they zoom. Where + needs Shift, the key alone means it too.
SIZES = {"+": 1, "=": 1, "-": -1}
# Through layers and connections alike.
STEPPING = {".": True, ",": False}
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
StandardKey = QKeySequence.StandardKey


class Doing(Protocol):
    """What a key can begin or end on the canvas."""

    @property
    def gesture(self) -> Gesture | None: ...
    def escape(self) -> None: ...
    def open_quick_add(self) -> None: ...
    def go_into(self, name: str) -> None: ...
    def connect_from(self, node_id: str) -> None: ...
    def replug(self, edge: Edge) -> None: ...


class Keyboard(QObject):
    """Turns keys pressed on one canvas into commands."""

    def __init__(self, view: Stage, hands: Hands, doing: Doing) -> None:
        super().__init__(view)
        self._view, self._hands, self._doing = view, hands, doing
        self.space = self._tapped = False
        # Whether the mouse was moved here since the keys chose something.
        self.pointed = True
        view.installEventFilter(self)

    @property
    def _here(self) -> str:
        """The one node or group that is selected, else ""."""
        selected = self._view.canvas.selected
        return selected[0] if len(selected) == 1 else ""

    @property
    def beside(self) -> QPoint | None:
        """A point of the view where a layer behind the selected one would begin."""
        view, here = self._view, self._here
        if here not in view.canvas.nodes or here == OUTPUT:
            return None
        body = view.canvas.body_of(here)
        return view.mapFromScene(QPointF(body.right() + CHAIN_GAP, body.top()))

    @property
    def _edge(self) -> Edge | None:
        """The one connection that is selected and nothing else."""
        canvas = self._view.canvas
        edges = canvas.selected_edges
        return edges[0] if len(edges) == 1 and not canvas.selected else None

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        view, key = self._view, event.key()
        self._hands.note_edit.take()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self._doing.escape()
        elif isinstance(self._doing.gesture, KeyConnectGesture) and not control:
            return self._doing.gesture.take_key(event)
        elif key in DELETE:
            self._hands.selection.delete(heal=control)
        elif key == Qt.Key.Key_Space and not control:
            # Held until it repeats, it is no tap.
            self._tapped = self._doing.gesture is None and not event.isAutoRepeat()
            self.hold_space(True)
        elif (key == Qt.Key.Key_Space and control) or event.text() == "/":
            self._doing.open_quick_add()
        elif event.text() in STEPPING and not control:
            self._go(step_through(view.canvas.document.graph, self._edge or self._here, STEPPING[event.text()]))
        elif key in TABS and control:
            QWidget.focusNextPrevChild(view, key == Qt.Key.Key_Tab)
        elif event.text() in SIZES and not control:
            self._hands.selection.grow(SIZES[event.text()])
        elif event.matches(StandardKey.SelectAll):
            self._hands.selection.all()
        elif key in WAYS and not control:
            self._arrow(WAYS[Qt.Key(key)], bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            return self._zoom(event, control) or (not control and self._on_one(key))
        return True

    def hold_space(self, held: bool) -> None:
        self.space = held
        if self._doing.gesture is None:
            self._view.show_cursor(Qt.CursorShape.OpenHandCursor if held else None)

    def pans(self) -> bool:
        """Whether a press of the mouse pans now, as the space bar is held."""
        self._tapped = False
        return self.space

    def let_go(self, event: QKeyEvent) -> bool:
        """Whether the end of a key meant something here."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if self.space and not event.isAutoRepeat():
            self.hold_space(False)
            if self._tapped:
                self._doing.open_quick_add()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab comes here before Qt moves the focus."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in TABS:
            return False
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return plain and self._tab(event.key() == Qt.Key.Key_Tab)

    def _tab(self, forward: bool) -> bool:
        """To the next layer or connection, or the one before; not past the last, where the keys leave the canvas."""
        view, here = self._view, self._edge or self._here
        if self._doing.gesture is not None:
            return isinstance(self._doing.gesture, KeyConnectGesture) and self._doing.gesture.step(forward)
        there = step_through(view.canvas.document.graph, here, forward)
        ends = {step_through(view.canvas.document.graph, "", way) for way in (True, False)}
        around = here in ends and there in ends and there == step_through(view.canvas.document.graph, "", forward)
        if around or (not here and view.canvas.selected):
            return False
        self._go(there)
        return True

    def _zoom(self, event: QKeyEvent, control: bool) -> bool:
        view = self._view
        if event.matches(StandardKey.ZoomIn) or (control and event.key() == Qt.Key.Key_Equal):
            view.zoom_in()
        elif event.matches(StandardKey.ZoomOut):
            view.zoom_out()
        elif control and event.key() == Qt.Key.Key_0:
            view.zoom_to_fit()
        else:
            return False
        return True

    def _on_one(self, key: int) -> bool:
        """Keys for the node that is selected."""
        view = self._view
        if key in ENTER and view.offer.isVisible():
            view.offer.take()
        elif key in PAGES:
            notes = tuple(view.canvas.notes.by_id)
            self._go(step(view.canvas.document.graph, self._here, key == Qt.Key.Key_PageDown, notes))
        elif key == Qt.Key.Key_N:
            self._hands.selection.add_note()
        elif self._edge is not None and (key in ENTER or key == Qt.Key.Key_R):
            self._doing.replug(self._edge)
        elif not self._here:
            return False
        elif key in ENTER or (key == Qt.Key.Key_F2 and self._here in view.canvas.notes.by_id):
            self._doing.go_into(self._here)
        elif key == Qt.Key.Key_F2:
            self._hands.name_edit.open(self._here)
        elif key == Qt.Key.Key_C and self._here not in view.canvas.frames.by_id:
            self._doing.connect_from(self._here)
        elif key == Qt.Key.Key_E:
            self._hands.forms.cycle(self._here)
        elif key == Qt.Key.Key_W:
            self._hands.weight_edit.open_first(self._here)
        else:
            return False
        return True

    def _arrow(self, way: str, walking: bool) -> None:
        view = self._view
        if self._edge is not None:
            self._go(from_edge(view.canvas.document.graph, self._edge, way))
        elif not view.canvas.selected:
            self._go(OUTPUT if way in ("left", "up") else DATA)
        elif walking:
            here = next(iter(view.canvas.selected_nodes), DATA)
            self._go(walk(view.canvas.document.graph, view.canvas.boxes(), here, way))
        else:
            self._hands.selection.nudge(*STEPS[way])

    def _go(self, there: str | Edge) -> None:
        view, self.pointed = self._view, False
        if isinstance(there, Edge):
            view.canvas.select((), (there,))
            middle = view.canvas.edges[there].middle
            view.ensureVisible(QRectF(middle.x() - 24, middle.y() - 24, 48, 48), 24, 24)
        else:
            view.select((there,))
            view.ensureVisible(view.canvas.body_of(there), 24, 24)
