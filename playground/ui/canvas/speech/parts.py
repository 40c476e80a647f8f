"""The canvas for screen readers: each node, its ports and each connection is an object that they can walk to."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from playground.document.graph import Edge
from playground.ui.canvas.items.node_item import PORT_REACH
from playground.ui.canvas.overlays.node_tools import NodeTools
from playground.ui.canvas.speech.spoken import name_of, spoken, spoken_edge
from playground.ui.canvas.stage.stage import Stage

INPUT, OUTPUT = "input", "output"
# Qt's own description leaves out that each of its answers may be none.
MaybeInterface = Any
Key = str | Edge | tuple[str, str]
"""A node's id, a connection, or a node's id with which of its ports."""


class Part(QObject):
    """Stands for one of the things on a canvas; Qt asks `interface_of` what to tell of it."""

    def __init__(self, parts: Parts, key: Key) -> None:
        super().__init__(parts)
        self.parts, self.key = parts, key

    @property
    def there(self) -> bool:
        """Whether the document still has it."""
        canvas = self.parts.view.canvas
        match self.key:
            case Edge():
                return self.key in canvas.edges
            case (node_id, _):
                return node_id in canvas.nodes
        return self.key in canvas.nodes

    @property
    def ports(self) -> tuple[Key, ...]:
        """The keys of its own parts."""
        if not isinstance(self.key, str) or not self.there:
            return ()
        item = self.parts.view.canvas.nodes[self.key]
        return tuple(
            (self.key, port) for port, has in ((INPUT, item.has_input), (OUTPUT, item.has_output)) if has
        )  # fmt: skip

    @property
    def name(self) -> str:
        """What is said of it."""
        canvas, document = self.parts.view.canvas, self.parts.view.canvas.document
        match self.key:
            case Edge():
                return spoken_edge(canvas, self.key)
            case (node_id, port):
                node = name_of(document.graph.by_id[node_id], document)
                if port == INPUT:
                    return QCoreApplication.translate("Canvas", "input of {node}").format(node=node)
                return QCoreApplication.translate("Canvas", "output of {node}").format(node=node)
        said = spoken(self.key, document, canvas.drawn_problems(), canvas.whole, self.parts.tools.still)
        return ", ".join(filter(None, (said, canvas.nodes[self.key].told.caption)))

    @property
    def place(self) -> QRectF:
        """Where it is in the scene."""
        canvas = self.parts.view.canvas
        match self.key:
            case Edge():
                return canvas.edges[self.key].path.controlPointRect()
            case (node_id, port):
                item = canvas.nodes[node_id]
                at = item.input_port if port == INPUT else item.output_port
                return QRectF(at.x() - PORT_REACH, at.y() - PORT_REACH, 2 * PORT_REACH, 2 * PORT_REACH)
        return canvas.nodes[self.key].body

    @property
    def selected(self) -> bool:
        canvas = self.parts.view.canvas
        match self.key:
            case Edge():
                return canvas.edges[self.key].isSelected()
            case (_, _):
                return False
        return canvas.nodes[self.key].isSelected()


class Parts(QObject):
    """The parts of one canvas, each made when it is first asked for: most people never need them."""

    def __init__(self, view: Stage, tools: NodeTools) -> None:
        super().__init__(view)
        self.view, self.tools = view, tools
        self._keys: tuple[Key, ...] | None = None
        self._made: dict[Key, Part] = {}
        _install()
        view.canvas.arranged.connect(self._forget)
        view.canvas.picked.connect(self.tell_focus)

    @property
    def keys(self) -> tuple[Key, ...]:
        """All nodes, then all connections, each in the order of the graph."""
        if self._keys is None:
            canvas = self.view.canvas
            graph = canvas.document.graph
            nodes = [node_id for node_id in graph.order if node_id in canvas.nodes]
            nodes += [node_id for node_id in canvas.nodes if node_id not in set(nodes)]
            self._keys = (*nodes, *(edge for edge in graph.edges if edge in canvas.edges))
            for key in [key for key, part in self._made.items() if not part.there]:
                self._made.pop(key).deleteLater()
        return self._keys

    @property
    def made(self) -> int:
        """How many have been asked for."""
        return len(self._made)

    def part(self, key: Key) -> Part:
        if key not in self._made:
            self._made[key] = Part(self, key)
        return self._made[key]

    @property
    def focused(self) -> Part | None:
        """The one part that is selected."""
        canvas = self.view.canvas
        chosen: tuple[Key, ...] = (*canvas.selected_nodes, *canvas.selected_edges)
        return self.part(chosen[0]) if len(chosen) == 1 else None

    def tell_focus(self) -> None:
        """Somebody walks on: the screen reader follows."""
        if QAccessible.isActive() and self.view.hasFocus() and (part := self.focused) is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))

    def at(self, place: QPoint) -> Part | None:
        """What is at a point of the screen."""
        view = self.view
        at = view.mapToScene(view.viewport().mapFromGlobal(place))
        item = view.canvas.node_at(at)
        if item is not None:
            return self.part(item.node_id)
        edge = view.canvas.edge_at(at)
        return self.part(edge.edge) if edge is not None else None

    def _forget(self) -> None:
        self._keys = None


class CanvasInterface(QAccessibleWidget):
    """The canvas itself: its children are its parts, then its widgets."""

    def __init__(self, view: Stage, parts: Parts) -> None:
        super().__init__(view, QAccessible.Role.Canvas)
        self._parts = parts

    def childCount(self) -> int:
        return len(self._parts.keys) + super().childCount()

    def child(self, index: int) -> MaybeInterface:
        keys = self._parts.keys
        if 0 <= index < len(keys):
            return _interface(self._parts.part(keys[index]))
        return super().child(index - len(keys))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        part, keys = child.object(), self._parts.keys
        if isinstance(part, Part):
            return keys.index(part.key) if part.key in keys else -1
        index = super().indexOfChild(child)
        return index if index < 0 else len(keys) + index

    def childAt(self, x: int, y: int) -> MaybeInterface:
        part = self._parts.at(QPoint(x, y))
        return _interface(part) if part is not None else super().childAt(x, y)

    def focusChild(self) -> MaybeInterface:
        part = self._parts.focused
        return _interface(part) if part is not None and self._parts.view.hasFocus() else super().focusChild()


class PartInterface(QAccessibleInterface):
    """What is told of one part."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part

    def isValid(self) -> bool:
        return self._part.there

    def object(self) -> QObject:
        return self._part

    def window(self) -> Any:
        return self._part.parts.view.window().windowHandle()

    def parent(self) -> MaybeInterface:
        key, parts = self._part.key, self._part.parts
        return _interface(parts.part(key[0]) if isinstance(key, tuple) else parts.view)

    def childCount(self) -> int:
        return len(self._part.ports)

    def child(self, index: int) -> MaybeInterface:
        ports = self._part.ports
        return _interface(self._part.parts.part(ports[index])) if 0 <= index < len(ports) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        part, ports = child.object(), self._part.ports
        return ports.index(part.key) if isinstance(part, Part) and part.key in ports else -1

    def childAt(self, x: int, y: int) -> MaybeInterface:
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child is not None and child.rect().contains(x, y)), None)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Indicator if isinstance(self._part.key, tuple) else QAccessible.Role.Graphic

    def state(self) -> QAccessible.State:
        state, part = QAccessible.State(), self._part
        if not part.there:
            state.invalid = True
            return state
        view = part.parts.view
        if not isinstance(part.key, tuple):
            state.focusable = state.selectable = state.multiSelectable = True
            state.selected = part.selected
            state.focused = part.selected and view.hasFocus() and part.parts.focused is part
        state.offscreen = not view.seen().intersects(part.place)
        return state

    def rect(self) -> QRect:
        if not self._part.there:
            return QRect()
        view = self._part.parts.view
        place = view.mapFromScene(self._part.place).boundingRect()
        return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size())

    def text(self, kind: QAccessible.Text) -> str:
        return self._part.name if kind == QAccessible.Text.Name and self._part.there else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None: ...


def _interface(thing: QObject) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(thing)


def interface_of(_: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt's question for what is to be told of an object; None leaves it to Qt."""
    if isinstance(thing, Part):
        return PartInterface(thing)
    if isinstance(parts := getattr(thing, "parts", None), Parts):
        return CanvasInterface(parts.view, parts)
    return None


@cache
def _install() -> None:
    QAccessible.installFactory(interface_of)
