"""The titles of the files that can be exported."""

from __future__ import annotations

from playground.frames.formats import Format
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

TITLES = {
    "keras": QT_TRANSLATE_NOOP("Text", "Keras network"),
    "weights": QT_TRANSLATE_NOOP("Text", "Weights"),
    "saved_model": QT_TRANSLATE_NOOP("Text", "SavedModel folder"),
    "script": QT_TRANSLATE_NOOP("Text", "Python script"),
    "history": QT_TRANSLATE_NOOP("Text", "History of the run"),
    "picture": QT_TRANSLATE_NOOP("Text", "Picture of the window"),
}

WITH_ENDING = QT_TRANSLATE_NOOP("Text", "{title} ({ending})")


def export_title(row: Format) -> str:
    """ "Keras network (.keras)"; a folder has no ending."""
    title = said(TITLES, row.name)
    return say(WITH_ENDING, title=title, ending=row.ending) if row.ending else title
