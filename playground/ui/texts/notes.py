"""Notes and their colours, as words."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

COLOURS = {
    "yellow": QT_TRANSLATE_NOOP("Text", "Yellow"),
    "blue": QT_TRANSLATE_NOOP("Text", "Blue"),
    "green": QT_TRANSLATE_NOOP("Text", "Green"),
    "grey": QT_TRANSLATE_NOOP("Text", "Grey"),
}


def note_title() -> str:
    """A note among the kinds of layers."""
    return say(QT_TRANSLATE_NOOP("Text", "Note"))


def note_help() -> str:
    """What a note is, in a sentence."""
    return say(
        QT_TRANSLATE_NOOP("Text", "A text on the canvas, with arrows if you like; the network knows nothing of it.")
    )


def note_colour_text(colour: str) -> str:
    return said(COLOURS, colour)
