"""Dropping a layer or a data set from the palette, and the ghost that shows where it will stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.checks.problems import Fix
from playground.document.edits import edits
from playground.document.edits.groups import group_of
from playground.document.layers.layers import PALETTE
from playground.document.settings import DATASETS, FEATURES
from playground.ui.canvas.commands.placing import (
    add_layer,
    apply_in_sight,
    between,
    chain_layer,
    feed_layer,
    in_order,
    insert_layer,
    place_around,
    size_of,
    thing_of,
    thing_title,
)
from playground.ui.canvas.gestures.lit import Lit
from playground.ui.canvas.items.node_item import ROUNDING, Call, NodeItem
from playground.ui.canvas.layout.box import Size
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import fix_text
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.widgets.drags import DATA_MIME, FEATURE_MIME, LAYER_MIME

# A layer let go on this share of a card, at its right, follows it; at its left, feeds it.
SIDE = 0.3


def dragged_word(mime: QMimeData, kind: str, known: object) -> str:
    """What is dragged, if it is of this mime type and in `known`; else ""."""
    if not mime.hasFormat(kind):
        return ""
    word = bytes(mime.data(kind).data()).decode("utf-8", "replace")
    return word if word in known else ""  # type: ignore[operator]


class Ghost(QGraphicsItem):
    """The outline of a card that is not there yet."""

    def __init__(self, title: str, size: Size, theme: Theme) -> None:
        super().__init__()
        self.title, self._theme = title, theme
        self.card = QRectF(0, 0, *size)
        self.setZValue(6)
        self.setOpacity(0.85)

    def boundingRect(self) -> QRectF:
        return self.card.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("panel", 215))
        painter.drawRoundedRect(self.card, ROUNDING, ROUNDING)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(self.card.adjusted(10, 8, -10, -8), self.title)


class PaletteDrop(QObject):
    """One drag from the palette over the canvas: move as often as it moves, then drop or leave."""

    def __init__(self, view: Stage, mime: QMimeData) -> None:
        super().__init__()
        self._view = view
        self.layer = dragged_word(mime, LAYER_MIME, {*PALETTE, *view.own_layers.words})
        self.what = thing_of(view, self.layer) if self.layer else None
        self.data = dragged_word(mime, DATA_MIME, DATASETS)
        self.feature = dragged_word(mime, FEATURE_MIME, FEATURES)
        self._ghost: Ghost | None = None
        self._lit = Lit()
        self._beside: NodeItem | None = None
        self._follows = True

    @property
    def welcome(self) -> bool:
        return bool(self.layer or self.data or self.feature)

    def move(self, at: QPointF) -> None:
        """Show where the layer would stand, or which connection it would go into."""
        if self.what is None:
            return
        canvas = self._view.canvas
        if self._ghost is None:
            size = size_of(canvas, self._view.editor.document, self.what)
            self._ghost = Ghost(thing_title(self.what), size, self._view.theme)
            canvas.addItem(self._ghost)
        place = place_around(at, (self._ghost.card.width(), self._ghost.card.height()))
        self._ghost.setPos(*place)
        beside = self._node_beside(at)
        self._lit.show(canvas.edge_at(at) if canvas.node_at(at) is None and beside is None else None)
        self._call(beside)

    def _node_beside(self, at: QPointF) -> NodeItem | None:
        """The node on whose right side this point lies, which the layer would follow; on whose left, feed."""
        canvas = self._view.canvas
        port = canvas.port_at(at)
        item = port[0] if port else canvas.node_at(at)
        if item is None:
            return None
        side = SIDE * item.body.width()
        self._follows = at.x() > item.body.right() - side
        # A node with more inputs does not say which of them.
        feeds = at.x() < item.body.left() + side and len(canvas.document.graph.sources[item.node_id]) < 2
        return item if (self._follows and item.has_output) or (feeds and item.has_input) else None

    def _call(self, beside: NodeItem | None) -> None:
        if beside is not self._beside:
            for item, call in ((self._beside, Call.QUIET), (beside, Call.CHOSEN)):
                if item is not None:
                    item.show_call(call)
            self._beside = beside

    def leave(self) -> None:
        self._lit.show(None)
        self._call(None)
        if self._ghost is not None:
            self._view.canvas.removeItem(self._ghost)
            self._ghost = None

    def drop(self, at: QPointF) -> None:
        """Put in what was dragged, as one step."""
        self.move(at)
        edge = self._lit.edge.edge if self._lit.edge else None
        beside = self._beside.node_id if self._beside else ""
        self.leave()
        editor = self._view.editor
        if self.data:
            chosen = edits.choose_data(editor.document, self.data)
            editor.apply(later("Text", "Choose data"), self._view.with_room(chosen))
        elif self.feature:
            editor.apply(later("Text", "Add feature"), edits.add_feature(editor.document, self.feature))
        elif self.what is None:
            return
        elif beside:
            chain = chain_layer if self._follows else feed_layer
            chain(self._view, self.what, beside, later("Text", "Add layer"))
        elif edge is not None:
            insert_layer(self._view, self.what, edge, at, later("Text", "Insert layer"))
        else:
            add_layer(self._view, self.what, at, "", later("Text", "Add layer"))


class Drops:
    """What is dragged over one canvas from the palette, if anything is."""

    def __init__(self, view: Stage) -> None:
        self._view = view
        self._drop: PaletteDrop | None = None

    @property
    def carried(self) -> bool:
        return self._drop is not None

    def enter(self, event: QDragEnterEvent) -> None:
        drop = PaletteDrop(self._view, event.mimeData())
        self._drop = drop if drop.welcome else None
        event.acceptProposedAction() if drop.welcome else event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        if self._drop is None:
            event.ignore()
            return
        self._drop.move(self._view.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()

    def leave(self) -> None:
        drop, self._drop = self._drop, None
        if drop is not None:
            drop.leave()

    def drop(self, event: QDropEvent) -> None:
        drop, self._drop = self._drop, None
        if drop is None:
            event.ignore()
            return
        drop.drop(self._view.mapToScene(event.position().toPoint()))
        event.acceptProposedAction()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)


def apply_fix(view: Stage, fix: Fix) -> None:
    """A problem's fix as one step; a node that it brings gets room."""
    document = view.canvas.placed(view.editor.document)
    changed = fix.apply(document)
    for node in changed.graph.nodes:
        if node.id not in document.graph.by_id and not group_of(changed, node.id):
            changed = in_order(view, between(view.canvas, changed, node.id), node.id)
    apply_in_sight(view, partial(fix_text, fix), changed)
