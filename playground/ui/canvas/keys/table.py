"""Every key of the canvas: what is pressed, what it does, and how the sheet of keys says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from playground.ui.canvas.keys.commands import KeyCommands
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Key:
    """Keys that do one thing on the canvas, and how the sheet says it: the keys, and what they do.

    `presses` are in Qt's words, as "Ctrl+Del"; where there are none, it is the mouse that does it. `run` gives False
    where they mean nothing just now: then the next row with the same keys is asked.
    """

    written: str
    words: str
    presses: tuple[str, ...] = ()
    run: Callable[[KeyCommands, QKeyEvent], object] = lambda commands, event: False

    def fits(self, event: QKeyEvent) -> bool:
        return any(is_pressed(press, event) for press in self.presses)


def is_pressed(press: str, event: QKeyEvent) -> bool:
    """Whether these keys are pressed. Signs count as they are written, on whichever key they stand; Shift is free."""
    wanted, held = QKeySequence(press)[0], event.modifiers()  # type: ignore[index]
    needed = wanted.keyboardModifiers()
    if (needed & CONTROL) != (held & CONTROL) or (needed & ALT and not held & ALT):
        return False
    if len(press) == 1 and not press.isalpha():
        return event.text() == press
    return event.key() == wanted.key()


# One row for each thing that keys do, in the order of the sheet.
KEYS = (
    Key(
        QT_TRANSLATE_NOOP("Text", "Space, / or double-click"),
        QT_TRANSLATE_NOOP("Text", "Add a layer by its name, behind the selected one or into the selected connection"),
        ("/", "Ctrl+Space", "Ctrl+/"),
        lambda commands, event: commands.doing.open_quick_add(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "N"),
        QT_TRANSLATE_NOOP("Text", "Add a note"),
        ("N",),
        lambda commands, event: commands.hands.selection.add_note(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "A"),
        QT_TRANSLATE_NOOP("Text", "Go to what the adviser says; Esc comes back"),
        ("A",),
        lambda commands, event: commands.ask_adviser(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Alt+arrows"),
        QT_TRANSLATE_NOOP("Text", "Walk along connections; ← and → are the lesson’s while it is in front"),
        ("Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down"),
        KeyCommands.walk,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Page Up, Page Down"),
        QT_TRANSLATE_NOOP("Text", "Every layer and note in turn"),
        ("PgUp", "PgDown"),
        KeyCommands.page,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Tab, or . and ,"),
        QT_TRANSLATE_NOOP("Text", "Every layer and every connection in turn"),
        ("Tab", "Backtab", ".", ","),
        KeyCommands.step,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Ctrl+Tab"),
        QT_TRANSLATE_NOOP("Text", "Leave the canvas"),
        ("Ctrl+Tab", "Ctrl+Backtab"),
        KeyCommands.leave,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Enter"),
        QT_TRANSLATE_NOOP("Text", "Take what is offered, such as to join a gap"),
        ("Return", "Enter"),
        lambda commands, event: commands.take_offer(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "R or Enter"),
        QT_TRANSLATE_NOOP("Text", "Lead the selected connection to another layer"),
        ("R", "Return", "Enter"),
        lambda commands, event: commands.replug(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Arrows"),
        QT_TRANSLATE_NOOP("Text", "Move what is selected"),
        ("Left", "Right", "Up", "Down"),
        KeyCommands.nudge,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Enter"),
        QT_TRANSLATE_NOOP("Text", "Edit the selected layer, or go into the group"),
        ("Return", "Enter"),
        lambda commands, event: commands.go_into(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "F2"),
        QT_TRANSLATE_NOOP("Text", "Rename it in place"),
        ("F2",),
        lambda commands, event: commands.rename(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "C"),
        QT_TRANSLATE_NOOP("Text", "Connect from it; arrows or a name choose the target"),
        ("C",),
        lambda commands, event: commands.connect_from(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "E"),
        QT_TRANSLATE_NOOP("Text", "Show its neurons, then collapse it, then expand it"),
        ("E",),
        lambda commands, event: commands.cycle_form(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "W"),
        QT_TRANSLATE_NOOP("Text", "Type numbers into its weights"),
        ("W",),
        lambda commands, event: commands.edit_weights(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Drag on a number"),
        QT_TRANSLATE_NOOP("Text", "Turn that weight up or down, with Shift finely; Esc gives it back"),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "+ and -"),
        QT_TRANSLATE_NOOP("Text", "One neuron more or less in the selected layers"),
        ("+", "=", "-"),
        KeyCommands.grow,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Delete"),
        QT_TRANSLATE_NOOP("Text", "Delete what is selected"),
        ("Del", "Backspace"),
        lambda commands, event: commands.hands.selection.delete(),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Ctrl+Delete"),
        QT_TRANSLATE_NOOP("Text", "Delete and join the gap"),
        ("Ctrl+Del", "Ctrl+Backspace"),
        lambda commands, event: commands.hands.selection.delete(heal=True),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Shift+click"),
        QT_TRANSLATE_NOOP("Text", "Add to the selection, or take away"),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Space+drag"),
        QT_TRANSLATE_NOOP("Text", "Pan; the wheel zooms"),
        ("Space",),
        lambda commands, event: commands.space_bar.press(event),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Ctrl with + and -"),
        QT_TRANSLATE_NOOP("Text", "Zoom in and out"),
        ("Ctrl++", "Ctrl+=", "Ctrl+-"),
        KeyCommands.zoom,
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Alt while moving"),
        QT_TRANSLATE_NOOP("Text", "Leave the grid"),
    ),
    Key(
        QT_TRANSLATE_NOOP("Text", "Esc"),
        QT_TRANSLATE_NOOP("Text", "Give up what is under way; select nothing"),
        ("Esc",),
        lambda commands, event: commands.doing.escape(),
    ),
)


def key_rows() -> list[tuple[str, str]]:
    """The keys and what they do, for the sheet."""
    return [(say(key.written), say(key.words)) for key in KEYS]
