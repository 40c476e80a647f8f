"""The board: data painted by hand, while the network learns them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.datasets.making.drawn import HIGH, LOW, MOST_POINTS, Drawing, drawing_of, empty
from playground.document.document import Document
from playground.document.settings import DataSettings
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.drawing.plane import DrawingPlane
from playground.ui.drawing.starting import drawing_from
from playground.ui.drawing.tools import ToolRow
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.planes.colouring import output_rgb, value_at
from playground.ui.texts.data import data_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.screen_room import size_on_screen

KEYS = {Qt.Key.Key_B: "brush", Qt.Key.Key_S: "spray", Qt.Key.Key_E: "erase", Qt.Key.Key_M: "move"}
SPAN = (LOW, HIGH)
# How strong the network's colours are below the points, which have to be told from them.
STRENGTH = 0.56


class Board(QDialog):
    """`painted(drawing)` is what a stroke has made, once there is something to learn; `undo_asked` takes one back,
    `redo_asked` brings it again.

    What is too little to learn from, such as the first class, waits here and is not in the document yet; it waits here
    again once the stroke is taken back with which there was enough.
    """

    painted = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Draw data"))
        self.setObjectName("board")
        self._own: object = None
        self._data = DataSettings()
        self._held: list[Drawing] = []
        # Of the document's data before and after such a stroke, what had waited.
        self._waited: dict[tuple[object, object], list[Drawing]] = {}
        self._surface: Floats | None = None
        self._theme = theme
        words = (self.tr("Classes"), self.tr("Curve"))
        self.mode = Segments(words, theme, self)
        self._curve_word = words[1]
        self.tools, self.plane = ToolRow(theme, self), DrawingPlane(theme, self)
        self.plane.setMinimumSize(380, 380)
        self.told, self.note = TextLabel(bold=True), TextLabel(muted=True, wrap=True)
        self._arrange()
        self._connect()
        size_on_screen(self, QSize(640, 760), QSize(480, 480))
        self._show_axes()
        self._show()

    def _arrange(self) -> None:
        whole, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        head.addWidget(self.mode)
        head.addStretch()
        self.start = self._link("start", "")
        head.addWidget(self.start)
        self.undo = self._link("undo stroke", self.tr("Undo stroke"))
        self.clear = self._link("clear", self.tr("Clear"))
        foot.addWidget(self.told, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.clear)
        whole.addLayout(head)
        whole.addWidget(self.tools)
        whole.addWidget(self.plane, 1)
        whole.addLayout(foot)
        whole.addWidget(self.note)
        self.keys = TextLabel(
            self.tr("1 to 6 class · B S E M tool · [ ] size · right button or Alt erases · Shift draws straight"),
            scale=0.92, muted=True, wrap=True,
        )  # fmt: skip
        whole.addWidget(self.keys)

    def _link(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"button:{name}")
        button.setProperty("look", "link")
        # Enter and Space belong to the plane.
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.mode.chosen.connect(lambda word: self._change(empty(word == self._curve_word)))
        self.tools.changed.connect(self._take_tool)
        self.plane.painted.connect(self._change)
        self.plane.grown.connect(self._tell)
        self.plane.sized.connect(lambda steps: self.tools.slider.setValue(self.tools.slider.value() + steps))
        self.undo.clicked.connect(self.take_back)
        self.clear.clicked.connect(lambda: self._change(empty(self.drawing.curve)))
        self.start.clicked.connect(lambda: self._change(drawing_from(self._data) or self.drawing))
        self._take_tool()

    @property
    def drawing(self) -> Drawing:
        """What is on the plane."""
        return self._held[-1] if self._held else drawing_of(self._data.own) or empty()

    def _take_tool(self) -> None:
        self.plane.tool, self.plane.kind, self.plane.reach = self.tools.tool, self.tools.kind, self.tools.reach
        self.plane.update()

    def _change(self, drawing: Drawing) -> None:
        """After a stroke, or all at once."""
        if drawing.ready:
            before, held, self._held = self._own, self._held, []
            self.painted.emit(drawing)
            if held:
                self._waited[before, self._own] = held
        else:
            self._held.append(drawing)
        self._show()

    def take_back(self) -> None:
        """The last stroke."""
        if self._held:
            self._held.pop()
            self._show()
        elif drawing_of(self._data.own) is not None:
            after = self._own
            self.undo_asked.emit()
            self._held = list(self._waited.get((self._own, after), ()))
            self._show()

    # Documents and frames

    def show_document(self, document: Document) -> None:
        self._data = document.data
        if document.data.own != self._own:
            self._own, self._held = document.data.own, []
            self._show()

    def show_frame(self, frame: Frame) -> None:
        """The network's answer, as far as it is one to this drawing."""
        if not self.isVisible():
            return
        fits = drawing_of(frame.data.own) is not None and frame.wanted.axes in ((0, 1), (0, 0))
        self._surface = frame.surface if fits else None
        self._draw_answer()

    def forget(self) -> None:
        self._surface = None
        self._draw_answer()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.mode, self.tools, self.plane):
            part.show_theme(theme)
        self._draw_answer()

    def _show(self) -> None:
        drawing = self.drawing
        self.mode.show_word(next(word for word in self.mode.buttons if (word == self._curve_word) == drawing.curve))
        self.tools.show_counts(np.bincount(drawing.kinds, minlength=2).tolist(), drawing.curve)
        self._take_tool()
        self.plane.show_drawing(drawing)
        self.undo.setEnabled(bool(self._held) or drawing_of(self._data.own) is not None)
        self.clear.setEnabled(bool(len(drawing.points)))
        self.start.setVisible(not len(drawing.points) and drawing_from(self._data) is not None)
        self.start.setText(self.tr("Start from {data}").format(data=data_title(self._data.origin)))
        self._show_axes()
        self._draw_answer()
        self._tell(0)

    def _show_axes(self) -> None:
        names = ("x", "y") if self.drawing.curve else ("x₁", "x₂")
        self.plane.show_axes((SPAN, SPAN), names)

    def _draw_answer(self) -> None:
        surface, drawing = self._surface, self.drawing
        lined = surface is not None and surface.shape[0] == 1
        self.plane.show_curve(surface[0, :, 0] if surface is not None and lined and drawing.curve else None)
        wrong = np.zeros(len(drawing.points), bool)
        if surface is None or lined or drawing.curve:
            self.plane.show_rgb(None)
        else:
            panel = self._theme.colour("panel")
            ground = np.array((panel.red(), panel.green(), panel.blue()))
            rgb = output_rgb(surface, 1.0) * STRENGTH + ground * (1 - STRENGTH)
            self.plane.show_rgb(rgb.astype(np.uint8))
            found = value_at(surface, (SPAN, SPAN), *drawing.points.T)
            said = np.where(found[:, 0] > 0, 0, 1) if found.shape[-1] == 1 else found.argmax(axis=-1)
            wrong = said != drawing.kinds
        if not self.plane.painting:
            self.plane.show_rings(drawing.points[wrong])
            self._count(int(wrong.sum()), surface is not None and not lined)

    def _count(self, wrong: int, known: bool) -> None:
        count = len(self.drawing.points)
        if known and not self.drawing.curve and self.drawing.ready:
            self.told.setText(self.tr("{wrong} of {count} points wrong").format(wrong=wrong, count=count))
        else:
            self.told.setText(self.tr("{count} points").format(count=count))

    def _tell(self, added: int) -> None:
        drawing = self.drawing
        if drawing.full:
            words = self.tr("There are {most} points: the brush paints no more.").format(most=MOST_POINTS)
        elif added:
            words = self.tr("{count} points in this stroke").format(count=f"{added:+d}".replace("-", "−"))
        elif not len(drawing.points):
            curve = self.tr("Paint a curve from left to right: the network learns y for each x.")
            words = curve if drawing.curve else self.tr("Paint points. Two colours are enough.")
        elif not drawing.ready:
            words = self.tr("Paint a second class: with one there is nothing to tell apart.")
        else:
            words = ""
        self.note.setText(words)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, size = Qt.Key(event.key()), self.tools.slider
        if key in KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.tools.choose_tool(KEYS[key])
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_6:
            self.tools.choose_class(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            size.setValue(size.value() + (1 if key == Qt.Key.Key_BracketRight else -1))
        elif _is_redo(event):
            self.redo_asked.emit()
        elif key == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.plane.setFocus()


def _is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Shift+Z or Ctrl+Y, as in the window."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    if held == Qt.KeyboardModifier.ControlModifier:
        return event.key() == Qt.Key.Key_Y
    return event.key() == Qt.Key.Key_Z and bool(held & Qt.KeyboardModifier.ControlModifier)
