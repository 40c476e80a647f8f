"""The canvas: turns mouse, keys and drops into gestures, and shows what it is given."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from playground.document.checks.problems import Fix
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.ui.canvas.choosing import double_click, gesture_at
from playground.ui.canvas.commands.forms import Forms
from playground.ui.canvas.commands.grouping import Grouping
from playground.ui.canvas.commands.placing import connect_ends, insert_behind, join_layer, place_layer
from playground.ui.canvas.commands.selection import Selection
from playground.ui.canvas.gestures.dropping import Drops, apply_fix
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.gestures.under_way import UnderWay
from playground.ui.canvas.hands import Hands
from playground.ui.canvas.hover import Hover
from playground.ui.canvas.keys.commands import KeyCommands
from playground.ui.canvas.keys.keyboard import Keyboard
from playground.ui.canvas.motion.dashes import Dashes
from playground.ui.canvas.note_menu import open_menu
from playground.ui.canvas.overlays.first_steps import FirstSteps
from playground.ui.canvas.overlays.minimap import Minimap
from playground.ui.canvas.overlays.node_tools import NodeTools
from playground.ui.canvas.overlays.note_edit import NoteEdit
from playground.ui.canvas.overlays.quick_add import NOTE, QuickAdd
from playground.ui.canvas.overlays.renaming import NameEdit
from playground.ui.canvas.overlays.sight_bar import SightBar
from playground.ui.canvas.overlays.weight_edit import WeightEdit
from playground.ui.canvas.sight import Sight
from playground.ui.canvas.speech.parts import Parts
from playground.ui.canvas.speech.spoken import spoken_selection
from playground.ui.canvas.stage.focus_frame import FocusFrame
from playground.ui.canvas.stage.stage import Stage
from playground.ui.editor import Editor
from playground.ui.own_layers import OwnLayers
from playground.ui.theme import Theme

# A mouse shows where it is; the keys need a line that shows it.
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class CanvasView(Stage):
    """The document's graph, edited by hand. `canvas` is its scene; every change goes through `editor`."""

    selected = Signal(object)
    looked_at_changed = Signal()
    hovered_neuron = Signal(object)
    edit_asked = Signal(str)

    def __init__(
        self, editor: Editor, theme: Theme, parent: QWidget | None = None, own_layers: OwnLayers | None = None
    ) -> None:
        super().__init__(editor, theme, parent, own_layers)
        self._under_way = UnderWay(self)
        self._under_way.ended.connect(self._describe)
        self._told: tuple[str, ...] = ()
        # The end that the layer to be found is joined to.
        self._loose: tuple[str, bool] | None = None
        self._selected_before: tuple[str, ...] = ()
        self._pointed = QPoint()
        self.quick_add, self.drops = QuickAdd(theme, self, self.own_layers), Drops(self)
        self.name_edit, self.note_edit, self.weight_edit = NameEdit(self), NoteEdit(self), WeightEdit(theme, self)
        self.selection, self.grouping = Selection(self, self.note_edit), Grouping(self, self.name_edit)
        self.quick_add.chosen.connect(self._add_quickly)
        self.first_steps, self.forms, self.tools = FirstSteps(self), Forms(self), NodeTools(self)
        self._focus_frame, self.sight_bar = FocusFrame(theme, self), SightBar(self)
        self.minimap = Minimap(self, self.sight_bar)
        self.parts = Parts(self, self.tools)
        self.hands = Hands(
            self.selection, self.grouping, self.forms, self.note_edit, self.name_edit, self.weight_edit, self.tools
        )
        self._keys = KeyCommands(self, self.hands, self._under_way, self)
        self._keyboard = Keyboard(self, self._keys)
        self._hover = Hover(self, self.tools, self.weight_edit)
        self._dashes, self._sight = Dashes(self), Sight(self)
        self._listen()
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Network canvas"))
        self._describe()

    def _listen(self) -> None:
        self._hover.neuron_changed.connect(self.hovered_neuron)
        self.left_loose.connect(self._find_for)
        self.first_steps.connect_asked.connect(lambda: connect_ends(self))
        self.first_steps.layer_asked.connect(lambda: self._find_for("", True, self.viewport().rect().center()))
        self.sight_bar.form_asked.connect(lambda form: self.forms.set(tuple(self.canvas.nodes), form))
        self.tools.changed.connect(self._describe)
        self._sight.changed.connect(self.looked_at_changed)
        for told in (self.given_up, self.pinched):
            told.connect(self.cancel_gesture)
        self.view_changed.connect(self.minimap.show_place)
        self.canvas.picked.connect(self._tell_selected)

    # What it shows

    def show_document(self, document: Document) -> None:
        """Show exactly this document. `selected` follows only where a selected node is gone."""
        if self.gesture is not None and self.editor.document is not self.gesture.base:
            self.cancel_gesture()
        self._hover.leave()
        self.offer.withdraw()
        self.canvas.held = self.gesture is not None
        self.canvas.show_document(document)
        self._sight.look_soon()
        self.first_steps.show_document(document)
        self.note_edit.show_document(document)
        self.minimap.show_document()
        self._describe()
        if self.gesture is None:
            self.keep_in_sight()
        if any(name not in self.canvas.nodes and name not in self.canvas.frames.by_id for name in self._told):
            self._tell_selected()

    def show_frame(self, frame: Frame) -> None:
        self.weight_edit.show_frame(frame)
        self._sight.show_frame(frame)
        self.tools.show_frame(frame)
        self._dashes.show_frame(frame)
        if self._hover.weights.isVisible():
            self._hover.show_weights()

    def forget(self) -> None:
        """What frames have told belongs to another network: blank until the next one."""
        self.canvas.forget()
        self.weight_edit.leave()
        self.tools.forget()
        self._dashes.forget()
        self._hover.hide_weights()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.quick_add, self._focus_frame, self.minimap, self.weight_edit, self.first_steps):
            part.show_theme(theme)
        self.canvas.show_look(self.canvas.fonts, theme)
        self.note_edit.show_theme()

    def show_training(self, running: bool) -> None:
        self._dashes.show_training(running)

    def visible_nodes(self) -> tuple[str, ...]:
        """Ids of the nodes whose maps are on screen, in the order of the graph."""
        return tuple(map(self.canvas.pictured, self._sight.nodes))

    # What it can be told to do

    def place_layer(self, kind: str, at: QPoint | None = None) -> None:
        """A new layer after the one selected: at a point of the view, else right of it or in the middle of the view."""
        place_layer(self, kind, at)

    def open_quick_add(self, at: QPoint | None = None) -> None:
        """The search field at a point of the view; without one beside what is selected, or at the pointer."""
        self.cancel_gesture()
        self._loose, beside = None, None if at else self._keys.beside
        self.quick_add.open(at or beside or self.where(), meant=beside is None)

    def _find_for(self, node_id: str, leaving: bool, at: QPoint) -> None:
        """The search field for the layer at the loose end of a connection."""
        self.open_quick_add(at)
        self._loose = (node_id, leaving)

    def _add_quickly(self, kind: str) -> None:
        if kind == NOTE:
            self.note_edit.open_new(self.mapToScene(self.quick_add.at))
        elif self._loose is not None:
            join_layer(self, kind, self.quick_add.at, *self._loose)
        elif self.quick_add.meant:
            self.place_layer(kind, self.quick_add.at)
        else:
            insert_behind(self, kind)
        # Another one without a move of the mouse would land on this one.
        self._keys.pointed = False

    def go_into(self, name: str) -> None:
        """Open a group, write a note, or ask for the settings of a layer."""
        if name in self.canvas.notes.by_id:
            self.note_edit.open(name)
        elif name in self.canvas.whole.tree.by_id:
            self.grouping.enter(name)
        else:
            self.edit_asked.emit(name)

    def mend(self, fix: Fix) -> None:
        """Apply a problem's fix as one step; a node that it brings gets room."""
        apply_fix(self, fix)
        self.fit_untouched()

    def settle(self) -> None:
        """A document has just come: each node gets its place, and all of them are seen."""
        self.editor.settle(self.canvas.settled(self.editor.document))
        self.zoom_to_fit()

    # Gestures

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.note_edit.take()
        if self.gesture is not None:
            # A second button during a gesture is a change of mind.
            self.cancel_gesture()
            return
        pointer = self._pointer(event)
        gesture = gesture_at(self, self.hands, pointer, event.button(), self._keys.space_bar.pans())
        if gesture is not None:
            self._under_way.gesture = gesture
            self.be_quiet()
            # A second click on empty canvas adds a layer to what the first one let go of.
            self._selected_before = self.canvas.selected_nodes
            gesture.press(pointer)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        match double_click(self, self.hands, self._pointer(event), event.button(), self._keys.space_bar.pans()):
            case "enter", name:
                self.go_into(name)
            case "name", group_id:
                self.name_edit.open(group_id)
            case "add", _:
                self.add_here()
            case _:
                self.mousePressEvent(event)

    def add_here(self) -> None:
        """The search field at the pointer; what it finds follows what the first click on nothing let go of."""
        self.canvas.select((*self.canvas.selected_nodes, *self._selected_before))
        self.open_quick_add(self._pointed)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        pointer = self._pointer(event)
        if self.gesture is not None:
            self.gesture.move(pointer)
        elif not self._keys.space_bar.held:
            self._hover.move(pointer)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        pointer = self._pointer(event)
        self._under_way.finish(pointer)
        self._hover.move(pointer)

    @property
    def gesture(self) -> Gesture | None:
        """The one under way."""
        return self._under_way.gesture

    def cancel_gesture(self) -> None:
        """Leave everything as it was before the press or the drag."""
        self._under_way.cancel()
        self.drops.leave()

    def _pointer(self, event: QtGui.QMouseEvent) -> Pointer:
        at = event.position().toPoint()
        # Qt tells of a pointer at rest again where something above it closes.
        self._keys.pointed = self._keys.pointed or at != self._pointed
        self._pointed = at
        scene = self.viewportTransform().inverted()[0].map(event.position())
        return Pointer(scene, self._pointed, event.modifiers())

    # Keys

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if not self._keyboard.take(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QtGui.QKeyEvent) -> None:
        if not self._keys.space_bar.let_go(event):
            super().keyReleaseEvent(event)

    def escape(self) -> None:
        if self.gesture is not None or self.drops.carried:
            self.cancel_gesture()
        elif not self.grouping.leave():
            self.canvas.select()

    # Drops from the palette

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        self.cancel_gesture()
        self.drops.enter(event)

    def dragMoveEvent(self, event: QtGui.QDragMoveEvent) -> None:
        self.drops.move(event)

    def dragLeaveEvent(self, event: QtGui.QDragLeaveEvent) -> None:
        self.cancel_gesture()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        self.drops.drop(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        self.cancel_gesture()
        open_menu(self, self.hands, event, self._under_way.connect_from)

    # What happens around it

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_frame.setVisible(event.reason() in BY_KEYS)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        self.cancel_gesture()
        self._keys.space_bar.hold(False)
        self._focus_frame.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.gesture is None:
            self._hover.leave()
            self.tools.show_hovered("")
        super().leaveEvent(event)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self.fit_untouched()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_untouched()
        self._focus_frame.setGeometry(self.rect())
        self.minimap.show_place()
        self.first_steps.show_place()
        self._sight.look_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.show_font(self.font())

    def _tell_selected(self) -> None:
        # A note is nothing to the panels, which show layers.
        selected = self.canvas.selected_layers
        if selected != self._told:
            self._told = selected
            self.minimap.show_document()
            self.selected.emit(selected)
        self._describe()

    def _describe(self) -> None:
        """Say to a screen reader what is selected."""
        words = spoken_selection(self.canvas, self.tools.still)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
