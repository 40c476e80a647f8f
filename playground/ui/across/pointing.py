"""Where the controls of the window are that a lesson names, and what the control under the pointer is called.

A control carries its name, as `setting:noise`, as its object name, from where it is made; what is no widget of its own
(a layer, a connection, a row of the palette, a menu) is asked of what paints it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QScrollArea, QStackedWidget, QTreeWidgetItem, QWidget

from playground.document.document import Document
from playground.document.edits.groups import in_sight
from playground.document.graph import Edge
from playground.document.limits import limits
from playground.ui.canvas.view import CanvasView
from playground.ui.docks.view_dock import ViewDock
from playground.ui.lessons.side import Side
from playground.ui.lessons.spotlight import Spot
from playground.ui.panels.palette import KIND, PalettePanel

# Of a connection, as much is ringed as lies between two cards that stand beside each other, in pixels of the scene.
LONGEST, LEAST_HIGH = 110.0, 46.0
MARGIN = 60
VIEW = "view:"


class Pointing:
    """`find` says where a target is seen now, `reveal` brings it to be seen, `names_at` is the way back."""

    def __init__(self, window: QMainWindow, canvas: CanvasView, palette: PalettePanel) -> None:
        self._window, self._canvas, self._palette = window, canvas, palette
        self._finders: dict[str, Callable[[str], Spot | None]] = {
            "layer": self._layer, "edge": self._edge, "palette": self._palette_row, "menu": self._menu,
        }  # fmt: skip

        # The lab is made when it is first seen.
        self.open_lab: Callable[[], None] = lambda: None

    @property
    def _document(self) -> Document:
        return self._canvas.editor.document

    def find(self, target: str) -> Spot | None:
        """Where it is seen; None where it is not, or does not exist."""
        kind, _, name = target.partition(":")
        if kind in self._finders:
            return self._finders[kind](name)
        spots = (self._seen(part) or self._tab_to(part) for part in self._parts(target))
        return next((spot for spot in spots if spot is not None), None)

    def reveal(self, target: str) -> bool:
        """Open what it is in, and scroll to it; whether there is such a thing."""
        kind, _, name = target.partition(":")
        if kind in ("layer", "edge"):
            self._open(self._canvas)
            place = self._scene_place(kind, name)
            if place is not None:
                self._bring(place)
            return place is not None
        if kind == "palette":
            self._open(self._palette)
            return self._bring_row(name)
        if kind == "menu":
            return self._named_menu(name) is not None
        if kind == "lab":
            self.open_lab()
        if kind == "setting" and not any(part.isVisible() or self._tab_to(part) for part in self._parts(target)):
            self._select_for(name)
        # One that is seen comes before one that would have to be opened.
        for part in sorted(self._parts(target), key=lambda part: not part.isVisible()):
            self._open(part)
            if part.isVisible() or _is_coming(part) or self._tab_to(part):
                return True
        return False

    def names_at(self, part: QWidget | None, at: QPoint) -> tuple[str, ...]:
        """The targets at a point of the screen, from the control outwards: `setting:units`, then `panel:layer`."""
        return tuple(self._names(part, at))

    def _names(self, part: QWidget | None, at: QPoint) -> Iterator[str]:
        if part is self._palette.tree.viewport():
            item = self._palette.tree.itemAt(part.mapFromGlobal(at))
            if item is not None and item.data(0, KIND):
                yield f"palette:{item.data(0, KIND)}"
        elif part is self._canvas.viewport() or part is self._canvas:
            yield from self._canvas_names(at)
        while part is not None:
            if isinstance(part, ViewDock):
                yield VIEW + part.objectName()
            elif ":" in part.objectName():
                yield part.objectName()
            part = part.parentWidget()

    def _canvas_names(self, at: QPoint) -> Iterator[str]:
        """The layer at the point, else the one that is selected; by its id, then by its kind."""
        scene = self._canvas.mapToScene(self._canvas.viewport().mapFromGlobal(at))
        nodes = self._canvas.canvas.nodes
        under = [name for name in nodes if self._canvas.canvas.body_of(name).contains(scene)]
        for name in under or self._canvas.canvas.selected_nodes:
            yield f"layer:{name}"
            if name in self._document.graph.by_id:
                yield f"palette:{self._document.graph.by_id[name].layer.kind}"
        yield "panel:canvas"

    # What is a widget

    def _parts(self, target: str) -> list[QWidget]:
        if target == "panel:canvas":
            return [self._canvas]
        if target.startswith(VIEW):
            # The whole dock, with its title; the view itself may not be made yet.
            return list[QWidget](self._window.findChildren(ViewDock, target.removeprefix(VIEW)))
        # Without a name, Qt finds everything.
        return list(self._window.findChildren(QWidget, target)) if target else []

    @staticmethod
    def _seen(part: QWidget, place: QRect | None = None) -> Spot | None:
        """As much of it as is seen."""
        seen, outer = part.rect() if place is None else place.intersected(part.rect()), part
        while not outer.isWindow() and (above := outer.parentWidget()) is not None:
            outer = above
            seen &= QRect(part.mapFrom(outer, QPoint(0, 0)), outer.size())
        return Spot(part, seen) if part.isVisible() and not seen.isEmpty() else None

    def _tab_to(self, part: QWidget) -> Spot | None:
        """The tab beside the lesson's that it is behind."""
        side = next((outer for outer in _above(part) if isinstance(outer, Side)), None)
        place = side.tab_to(part) if side is not None else QRect()
        return self._seen(side.tabs, place) if side is not None and not place.isEmpty() else None

    def _open(self, part: QWidget) -> None:
        """From the outermost inwards: pages, docks, panels that are closed at first; then scroll to it."""
        way = [part, *_above(part)]
        for inner, outer in reversed(list(pairwise(way))):
            if isinstance(outer, QStackedWidget) and outer.indexOf(inner) >= 0:
                outer.setCurrentWidget(inner)
            if isinstance(outer, Side):
                outer.bring(part)
            if isinstance(inner, QDockWidget):
                inner.show()
                inner.raise_()
        for panel in way:
            # A panel is closed by a command of the View menu; a row of it is hidden where it does not apply.
            if panel.objectName().startswith("panel:"):
                panel.setVisible(panel.objectName() in OPENED or not panel.isHidden())
        QTimer.singleShot(0, part, lambda: _scroll_to(part))

    def _select_for(self, setting: str) -> None:
        """Select a layer that has this setting, or nothing, so that the settings of training are seen."""
        nodes = [node.id for node in self._document.graph.nodes if setting in limits(node.layer)]
        if not set(nodes) & set(self._canvas.canvas.selected_nodes):
            self._canvas.select(nodes[:1])

    # What is painted

    def _layer(self, name: str) -> Spot | None:
        return self._on_canvas(self._scene_place("layer", name))

    def _edge(self, name: str) -> Spot | None:
        return self._on_canvas(self._scene_place("edge", name))

    def _on_canvas(self, place: QRectF | None) -> Spot | None:
        if place is None:
            return None
        spot = self._seen(self._canvas.viewport(), self._canvas.mapFromScene(place).boundingRect())
        return replace(spot, kept=self._cards()) if spot is not None else None

    def _cards(self) -> tuple[QRect, ...]:
        """Of layers, with what stands in them to be read."""
        scene = self._canvas.canvas
        return tuple(self._canvas.mapFromScene(scene.body_of(name)).boundingRect() for name in scene.nodes)

    def _scene_place(self, kind: str, name: str) -> QRectF | None:
        """A layer's card, or that of the closed group that hides it; the middle of a connection."""
        scene = self._canvas.canvas
        if kind == "layer":
            (shown,) = in_sight(scene.whole, [name])
            return scene.body_of(shown) if shown in (*scene.nodes, *scene.frames.by_id) else None
        for cut in (place for place, letter in enumerate(name) if letter == "-"):
            item = scene.edges.get(Edge(name[:cut], name[cut + 1 :]))
            if item is not None:
                place = QRectF(item.start, item.end).normalized()
                width, height = min(place.width(), LONGEST), max(LEAST_HIGH, min(place.height(), LONGEST))
                around = QRectF(0, 0, width, height)
                around.moveCenter(item.middle)
                return around
        return None

    def _bring(self, place: QRectF) -> None:
        view = self._canvas
        if not view.rect().contains(view.mapFromScene(place).boundingRect()):
            view.ensureVisible(place, MARGIN, MARGIN)
        if not view.rect().contains(view.mapFromScene(place).boundingRect()):
            view.zoom_to_fit()

    def _row(self, kind: str) -> QTreeWidgetItem | None:
        return next((item for item in self._palette.tree.layers() if item.data(0, KIND) == kind), None)

    def _palette_row(self, kind: str) -> Spot | None:
        row = self._row(kind)
        if row is None or row.isHidden():
            return None
        tree = self._palette.tree
        return self._seen(tree.viewport(), tree.visualItemRect(row)) or self._tab_to(tree)

    def _bring_row(self, kind: str) -> bool:
        row = self._row(kind)
        if row is not None:
            if row.isHidden():
                self._palette.search.clear()
            # Once the panel has been laid out.
            QTimer.singleShot(0, self._palette.tree, lambda: self._palette.tree.scrollToItem(row))
        return row is not None

    def _named_menu(self, name: str) -> QMenu | None:
        return self._window.menuBar().findChild(QMenu, f"menu:{name}")

    def _menu(self, name: str) -> Spot | None:
        menu, bar = self._named_menu(name), self._window.menuBar()
        return self._seen(bar, bar.actionGeometry(menu.menuAction())) if menu is not None else None


OPENED = ("panel:problems", "panel:history")
"""Panels that a person opens and closes; the others come and go by what there is to say."""


def _is_coming(part: QWidget) -> bool:
    """Whether it was made just now, in a form that is seen: its layout shows it in a moment."""
    above = part.parentWidget()
    by_hand = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return not by_hand and above is not None and above.isVisible()


def _above(part: QWidget) -> Iterator[QWidget]:
    while (parent := part.parentWidget()) is not None:
        yield parent
        part = parent


def _scroll_to(part: QWidget) -> None:
    """In every area that it stands in, from the innermost outwards."""
    for area in _above(part):
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(part, 0, MARGIN // 4)
