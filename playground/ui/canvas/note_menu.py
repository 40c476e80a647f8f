"""What can be done with a note, in a menu at the pointer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from playground.document.edits import notes
from playground.document.note import COLOURS, Arrow
from playground.ui.canvas.hands import Hands
from playground.ui.canvas.items.note_item import tint
from playground.ui.canvas.speech.spoken import end_words
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import note_colour_text
from playground.ui.texts.said import later
from playground.ui.theme import Theme

SWATCH = 16


def note_menu(view: Stage, hands: Hands, note_id: str, connect_from: Callable[[str], object]) -> QMenu:
    """Write, point, colour, delete; the colour goes to all notes that are selected."""
    translate = QCoreApplication.translate
    canvas, menu = view.canvas, QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(translate("NoteMenu", "Write"), lambda: hands.note_edit.open(note_id))
    menu.addAction(translate("NoteMenu", "Point at a layer"), lambda: connect_from(note_id))
    menu.addSeparator()
    chosen = QActionGroup(menu)
    for colour in COLOURS:
        action = menu.addAction(swatch(colour, view.theme), note_colour_text(colour))
        action.setCheckable(True)
        action.setChecked(canvas.notes.by_id[note_id].note.colour == colour)
        action.triggered.connect(lambda _=False, colour=colour: hands.selection.colour_notes(colour))
        chosen.addAction(action)
    menu.addSeparator()
    for end in canvas.notes.by_id[note_id].note.arrows:
        words = translate("NoteMenu", "Remove arrow to {end}").format(end=end_words(end, canvas))
        menu.addAction(words, partial(_remove, view, Arrow(note_id, end)))
    menu.addAction(translate("NoteMenu", "Delete"), hands.selection.delete)
    return menu


def open_menu(view: Stage, hands: Hands, event: QContextMenuEvent, connect_from: Callable[[str], object]) -> None:
    """The menu of the note at the pointer or, by the keys, of the one that is selected."""
    canvas = view.canvas
    if event.reason() is QContextMenuEvent.Reason.Mouse:
        at = view.mapToScene(event.pos())
        item = canvas.notes.at(at) if canvas.node_at(at) is None else None
    else:
        item = canvas.notes.by_id.get(canvas.selected[0]) if len(canvas.selected) == 1 else None
    if item is None:
        event.ignore()
        return
    if not item.isSelected():
        canvas.select((item.note.id,))
    by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
    place = event.globalPos() if by_mouse else view.mapToGlobal(view.mapFromScene(item.body.bottomLeft()))
    note_menu(view, hands, item.note.id, connect_from).popup(place)


def _remove(view: Stage, arrow: Arrow) -> None:
    name = later("Text", "Remove arrow")
    view.editor.apply(name, notes.remove_arrow(view.canvas.placed(view.editor.document), arrow))


def swatch(colour: str, theme: Theme) -> QIcon:
    """A small square in a note's colour."""
    paper, border, _ = tint(colour, theme)
    picture = QPixmap(SWATCH, SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(border)
        painter.setBrush(paper)
        painter.drawRoundedRect(1, 1, SWATCH - 3, SWATCH - 3, 3, 3)
    return QIcon(picture)
