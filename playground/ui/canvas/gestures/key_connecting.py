"""Drawing a connection by the keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import Edge
from playground.ui.canvas.gestures.connecting import ConnectGesture
from playground.ui.canvas.gestures.gesture import Pointer
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.speech.spoken import name_of
from playground.ui.canvas.stage.stage import Stage
from playground.ui.texts.said import later

FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)
# Ends the gesture where the pointer stands for what is chosen.
Finish = Callable[[Pointer], None]


class KeyConnectGesture(ConnectGesture):
    """Arrows and typing choose among the nodes that take the connection, Enter connects; the mouse is not asked."""

    def __init__(self, view: Stage, node_id: str, finish: Finish) -> None:
        super().__init__(view, node_id, leaving=True)
        self._finish = finish
        self._typed, self._chosen = "", ""
        self.choices: tuple[str, ...] = ()

    def start(self) -> bool:
        """Choose the nearest target; whether there is any."""
        canvas = self.view.canvas
        here = canvas.body_of(self.fixed).center()

        def far(node_id: str) -> float:
            away = canvas.nodes[node_id].body.center() - here
            # What stands behind is a rare target.
            return abs(away.x()) + abs(away.y()) + (10_000.0 if away.x() < 0 else 0.0)

        self.choices = tuple(sorted((name for name in canvas.nodes if not self.refusal(name)), key=far))
        if not self.choices:
            self.view.say(self.tr("No layer can take a connection from here."), self._seen(self.fixed))
            return False
        self.under_way = True
        self.begin()
        self._choose(self.choices[0])
        return True

    def step(self, forward: bool) -> bool:
        """The next choice, or the one before."""
        self._typed = ""
        at = self.choices.index(self._chosen) + (1 if forward else -1)
        self._choose(self.choices[at % len(self.choices)])
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key belonged to the choice of a target."""
        key = event.key()
        if key in FORWARD or key in BACKWARD:
            self.step(key in FORWARD)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(self._pointer())
        elif event.text().strip() and event.text().isprintable():
            self._type(event.text())
        else:
            return False
        return True

    def move(self, pointer: Pointer) -> None: ...

    def release(self, pointer: Pointer) -> None:
        self.drop(pointer)

    def _type(self, letter: str) -> None:
        self._typed += letter.casefold()
        document = self.view.canvas.document
        titles = {name: name_of(document.graph.by_id[name], document).casefold() for name in self.choices}
        found = [name for name in self.choices if self._typed in titles[name] or self._typed in name]
        if found:
            self._choose(found[0])
        else:
            self._typed = ""

    def _choose(self, node_id: str) -> None:
        self._chosen = node_id
        self.view.ensureVisible(self.view.canvas.nodes[node_id].body, 24, 24)
        self.drag(self._pointer())
        document = self.view.canvas.document
        name = name_of(document.graph.by_id[node_id], document)
        words = self.question(name)
        self.view.say(words, self._seen(node_id), lasting=True)
        self.view.setAccessibleDescription(words)

    def question(self, name: str) -> str:
        """What is asked while the node of this name is chosen."""
        return self.tr("Connect to {name}: Enter. Another: arrows or its name. Esc gives up.").format(name=name)

    def _under(self, pointer: Pointer) -> NodeItem | None:
        return self.view.canvas.nodes[self._chosen]

    def _pointer(self) -> Pointer:
        at = self.view.canvas.nodes[self._chosen].body.center()
        return Pointer(at, self.view.mapFromScene(at), Qt.KeyboardModifier.NoModifier)

    def _seen(self, node_id: str) -> QPoint:
        return self.view.mapFromScene(self.view.canvas.body_of(node_id).bottomLeft())


class KeyReplugGesture(KeyConnectGesture):
    """The same for a connection that is there: it goes from where it comes from to another layer."""

    def __init__(self, view: Stage, edge: Edge, finish: Finish) -> None:
        super().__init__(view, edge.source, finish)
        self._edge = edge

    def start(self) -> bool:
        started = super().start()
        others = [name for name in self.choices if name != self._edge.target]
        if started and others:
            self._choose(others[0])
        return started

    def without(self) -> Document:
        return edits.disconnect(self.base, self._edge)

    def begin(self) -> None:
        super().begin()
        self._show_edge(False)

    def plug(self, source: str, target: str) -> None:
        placed = self.view.canvas.placed(self.base)
        self.view.editor.apply(later("Text", "Reconnect layers"), edits.reconnect(placed, self._edge, source, target))
        self.view.canvas.select((), (Edge(source, target),))

    def _clear(self) -> None:
        super()._clear()
        self._show_edge(True)

    def cancel(self) -> None:
        super().cancel()
        # Qt lets go of what is hidden.
        self.view.canvas.select((), (self._edge,))

    def _show_edge(self, shown: bool) -> None:
        item = self.view.canvas.edges.get(self._edge)
        if item is not None:
            item.setVisible(shown)
