"""What keys do on the canvas to what is selected there, and how they walk through it.

Plain arrows move the selection, as in drawing programs; with Alt they walk along connections, Page Up and Page
Down step through every layer and then every note, full stop and comma through every layer and connection. Tab goes
through these too, and behind the last leaves the canvas, as it leaves every part of the window; with Ctrl at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from playground.document.graph import DATA, OUTPUT, Edge
from playground.ui.canvas.commands.placing import CHAIN_GAP
from playground.ui.canvas.gestures.under_way import UnderWay
from playground.ui.canvas.hands import Hands
from playground.ui.canvas.keys.space_bar import SpaceBar
from playground.ui.canvas.layout.arrange import GRID
from playground.ui.canvas.layout.walking import from_edge, step, step_through, walk
from playground.ui.canvas.stage.stage import Stage

WAYS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
STEPS = {"left": (-GRID, 0.0), "right": (GRID, 0.0), "up": (0.0, -GRID), "down": (0.0, GRID)}


class Doing(Protocol):
    """What a key can begin or end on the canvas beside gestures."""

    def escape(self) -> None: ...
    def open_quick_add(self) -> None: ...
    def go_into(self, name: str) -> None: ...


class KeyCommands:
    """The commands of one canvas as keys give them. One gives False where its key means nothing just now."""

    def __init__(self, view: Stage, hands: Hands, under_way: UnderWay, doing: Doing) -> None:
        self._view, self.hands, self.under_way, self.doing = view, hands, under_way, doing
        self.space_bar = SpaceBar(view, lambda: under_way.gesture is not None, lambda: doing.open_quick_add())
        # Whether the mouse was moved here since the keys chose something.
        self.pointed = True

    @property
    def _here(self) -> str:
        """The one node or group that is selected, else ""."""
        selected = self._view.canvas.selected
        return selected[0] if len(selected) == 1 else ""

    @property
    def _edge(self) -> Edge | None:
        """The one connection that is selected and nothing else."""
        canvas = self._view.canvas
        edges = canvas.selected_edges
        return edges[0] if len(edges) == 1 and not canvas.selected else None

    @property
    def beside(self) -> QPoint | None:
        """A point of the view where a layer behind the selected one would begin."""
        view, here = self._view, self._here
        if here not in view.canvas.nodes or here == OUTPUT:
            return None
        body = view.canvas.body_of(here)
        return view.mapFromScene(QPointF(body.right() + CHAIN_GAP, body.top()))

    def ask_adviser(self) -> None:
        """The keys go to the adviser's line."""
        self._view.adviser_asked.emit()

    # Walking

    def walk(self, event: QKeyEvent) -> None:
        """Along connections."""
        canvas, way = self._view.canvas, WAYS[Qt.Key(event.key())]
        if not self._begin(way):
            here = next(iter(canvas.selected_nodes), DATA)
            self._go(walk(canvas.document.graph, canvas.boxes(), here, way))

    def nudge(self, event: QKeyEvent) -> None:
        """Move what is selected; where that is no layer, choose one."""
        way = WAYS[Qt.Key(event.key())]
        if not self._begin(way):
            self.hands.selection.nudge(*STEPS[way])

    def _begin(self, way: str) -> bool:
        """From a connection, or from nothing, to what lies that way; whether it was one of these."""
        if self._edge is not None:
            self._go(from_edge(self._view.canvas.document.graph, self._edge, way))
        elif not self._view.canvas.selected:
            self._go(OUTPUT if way in ("left", "up") else DATA)
        else:
            return False
        return True

    def page(self, event: QKeyEvent) -> None:
        """Through every layer and every note."""
        canvas, down = self._view.canvas, event.key() == Qt.Key.Key_PageDown
        self._go(step(canvas.document.graph, self._here, down, tuple(canvas.notes.by_id)))

    def step(self, event: QKeyEvent) -> bool:
        """Through every layer and every connection; by Tab not past the last, where the keys leave the canvas."""
        graph, here = self._view.canvas.document.graph, self._edge or self._here
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go(step_through(graph, here, event.text() == "."))
            return True
        forward = event.key() == Qt.Key.Key_Tab
        if self.under_way.gesture is not None:
            return self.under_way.by_keys is not None and self.under_way.by_keys.step(forward)
        there, first = step_through(graph, here, forward), step_through(graph, "", forward)
        around = there == first and here == step_through(graph, "", not forward)
        if around or (not here and self._view.canvas.selected):
            return False
        self._go(there)
        return True

    def leave(self, event: QKeyEvent) -> None:
        """To the next part of the window."""
        QWidget.focusNextPrevChild(self._view, event.key() == Qt.Key.Key_Tab)

    def _go(self, there: str | Edge) -> None:
        view, self.pointed = self._view, False
        if isinstance(there, Edge):
            view.canvas.select((), (there,))
            middle = view.canvas.edges[there].middle
            view.ensureVisible(QRectF(middle.x() - 24, middle.y() - 24, 48, 48), 24, 24)
        else:
            view.select((there,))
            view.ensureVisible(view.canvas.body_of(there), 24, 24)

    # What is selected

    def take_offer(self) -> bool:
        offered = self._view.offer.isVisible()
        self._view.offer.take()
        return offered

    def replug(self) -> bool:
        if self._edge is None:
            return False
        self.under_way.replug(self._edge)
        return True

    def go_into(self) -> bool:
        return self._with(self._here, self.doing.go_into)

    def rename(self) -> bool:
        # A note has no name but its text.
        written = self._here in self._view.canvas.notes.by_id
        return self._with(self._here, self.doing.go_into if written else self.hands.name_edit.open)

    def connect_from(self) -> bool:
        framed = self._here in self._view.canvas.frames.by_id
        return self._with("" if framed else self._here, self.under_way.connect_from)

    def cycle_form(self) -> bool:
        return self._with_layer(self.hands.forms.cycle)

    def edit_weights(self) -> bool:
        return self._with_layer(self.hands.weight_edit.open_first)

    def _with_layer(self, run: Callable[[str], object]) -> bool:
        """Run it with the one layer that is selected; of an open group or a note, say that it is none."""
        if self._here and self._here not in self._view.canvas.document.graph.by_id:
            words = QCoreApplication.translate("KeyCommands", "Only a layer has neurons and weights: select one.")
            self._view.say(words, self._view.where())
            return True
        return self._with(self._here, run)

    def _with(self, name: str, run: Callable[[str], object]) -> bool:
        """Run it with that node or group; whether there is one."""
        if name:
            run(name)
        return bool(name)

    # Larger and smaller

    def grow(self, event: QKeyEvent) -> None:
        """One neuron more or less. Where + needs Shift, the key alone means it too."""
        self.hands.selection.grow(-1 if event.text() == "-" else 1)

    def zoom(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Minus:
            self._view.zoom_out()
        else:
            self._view.zoom_in()
