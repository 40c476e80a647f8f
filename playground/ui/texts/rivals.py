"""What rivals are called, and what they have otherwise than the present network."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.edits.rivals import PRESENT, rival_differences, rival_of
from playground.ui.texts.course import comparison_text, having_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

MOST_IN_A_NAME = 2

WORDS = {
    "present": QT_TRANSLATE_NOOP("Text", "Present network"),
    "rival": QT_TRANSLATE_NOOP("Text", "Rival {number}"),
    "alike": QT_TRANSLATE_NOOP("Text", "the same as the present network"),
    "on_canvas": QT_TRANSLATE_NOOP("Text", "on the canvas"),
}


def rival_title(document: Document, rival_id: str) -> str:
    """What a network is called: its name, else what it has that the present one has not."""
    if rival_id == PRESENT:
        return document.name or said(WORDS, "present")
    rival = rival_of(document, rival_id)
    if rival is None or rival.name:
        return rival.name if rival else ""
    number = 1 + document.rivals.index(rival)
    found = having_text(rival_differences(document, rival)[:MOST_IN_A_NAME])
    return found or say(WORDS["rival"], number=number)


def rival_text(document: Document, rival_id: str) -> str:
    """What a rival has otherwise than the present network, in a line: "relu → tanh, without Dropout"."""
    rival = rival_of(document, rival_id)
    if rival is None:
        return said(WORDS, "on_canvas")
    return comparison_text(rival_differences(document, rival)) or said(WORDS, "alike")
