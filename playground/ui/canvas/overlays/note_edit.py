"""A field over a note, to write its text in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from playground.document.document import Document
from playground.document.edits import notes
from playground.document.note import USUAL_WIDTH
from playground.ui.canvas.items.note_item import PAD, ROUNDING, NoteItem, size_of_text, tint
from playground.ui.canvas.layout.arrange import free_place, snap
from playground.ui.canvas.stage.stage import Stage
from playground.ui.texts.said import later
from playground.ui.widgets.fonts import scaled_font

MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Smaller than this nobody could read what they write, however far away the canvas is.
SMALLEST_SCALE = 0.8


class NoteEdit(QPlainTextEdit):
    """Ctrl+Enter, Esc or a click elsewhere takes the text as one undo step.

    A note without text is none: a new one never was, an old one goes.
    """

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view, self._note_id, self._new = view, "", False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(self.tr("Write a note…"))
        self.setAccessibleName(self.tr("Text of the note"))
        self.setAccessibleDescription(self.tr("Ctrl+Enter or Esc keeps the text; Undo takes it back."))
        self.textChanged.connect(self._stand)
        view.view_changed.connect(self._stand)
        self.hide()

    @property
    def note_id(self) -> str:
        """The note that is written; "" while there is none."""
        return self._note_id

    def open(self, note_id: str) -> None:
        """Over this note."""
        self._view.ensureVisible(self._view.canvas.body_of(note_id), 24, 24)
        self._start(note_id, new=False)

    def open_new(self, at: QPointF) -> None:
        """Over a note that is to be, at a point of the scene or beside what stands there."""
        view, canvas = self._view, self._view.canvas
        size = size_of_text("\n", USUAL_WIDTH, canvas.fonts)
        taken = (*canvas.boxes().values(), *canvas.notes.boxes().values())
        place = free_place((snap(at.x()), snap(at.y())), (size.width(), size.height()), taken, gap=8.0)
        document, note_id = notes.add_note(canvas.placed(view.editor.document), *place)
        view.editor.preview(document)
        view.ensureVisible(canvas.body_of(note_id), 24, 24)
        self._start(note_id, new=True)

    def _start(self, note_id: str, new: bool) -> None:
        self._note_id, self._new = note_id, new
        self.setPlainText(self._view.canvas.notes.by_id[note_id].note.text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._stand()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_document(self, document: Document) -> None:
        """Where its note is gone there is nothing to write."""
        if self._note_id and self._note_id not in notes.by_id(document):
            self._close()

    def show_theme(self) -> None:
        self._stand()

    # Its ends

    def take(self) -> None:
        """The text as it is written."""
        view, new, text = self._view, self._new, notes.written(self.toPlainText())
        note_id = self._close()
        if not note_id:
            return
        item, document = view.canvas.notes.by_id[note_id], view.canvas.placed(view.editor.document)
        if new and text:
            changed, note_id = notes.add_note(document, item.x(), item.y(), text)
            view.editor.apply(later("Text", "Add note"), changed)
        elif new:
            view.editor.cancel()
        elif not text:
            view.editor.apply(later("Text", "Delete note"), notes.remove(document, (note_id,)))
        elif text != item.note.text:
            view.editor.apply(later("Text", "Write note"), notes.change_note(document, note_id, text=text))
        view.select((note_id,))

    def _close(self) -> str:
        """Hide; the note that was written."""
        note_id, self._note_id = self._note_id, ""
        if self.hasFocus():
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        return note_id

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _ends(event):
            # Else the keys of a menu would take them.
            event.accept()
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride and not event.isAccepted() and _is_command(event):
            # What is saved, arranged or closed by a key has the text as it is written.
            self.take()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _ends(event):
            super().keyPressEvent(event)
            # What means nothing here is not for the canvas below.
            event.accept()
        else:
            self.take()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Another window, or the field's own menu, is a pause and no end.
        popup = QApplication.activePopupWidget()
        own = event.reason() is Qt.FocusReason.PopupFocusReason and popup is not None and self.isAncestorOf(popup)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason and not own:
            self.take()

    # Its place

    def _stand(self) -> None:
        """Over its note, as large as the text needs."""
        item = self._view.canvas.notes.by_id.get(self._note_id)
        if item is None:
            return
        scale = self._dress(item)
        size = size_of_text(self.toPlainText(), item.note.width, self._view.canvas.fonts)
        corner, room = self._view.mapFromScene(item.body.topLeft()), self._view.viewport().rect()
        # A line of grace: the field breaks its lines a little earlier than the card.
        height = min(size.height() * scale + self.fontMetrics().lineSpacing(), room.height())
        self.setGeometry(corner.x(), corner.y(), round(size.width() * scale) + 4, round(height))

    def _dress(self, item: NoteItem) -> float:
        """Colours and letters of the note; how much larger than at 100 % they are."""
        view = self._view
        scale = max(view.zoom, SMALLEST_SCALE)
        self.setFont(scaled_font(scale, of=view.canvas.fonts.body))
        sheet = (
            f"QPlainTextEdit {{ background: {tint(item.note.colour, view.theme)[0].name()}; color: {view.theme.ink};"
            f"border: 2px solid {view.theme.accent}; border-radius: {round(ROUNDING * scale)}px; padding: 0px; }}"
        )
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self.document().setDocumentMargin(max(0.0, PAD * 0.8 * scale - 2))
        return scale


def _is_command(event: QEvent) -> bool:
    """Whether these keys may be a menu's."""
    control = isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(control) and event.key() not in MODIFIERS  # type: ignore[attr-defined]


def _ends(event: QKeyEvent) -> bool:
    """Whether this key ends the writing."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and control)
