"""The titles of the files that can be exported."""

from __future__ import annotations

from playground.document.checks.opening import opens_from
from playground.document.document import Document
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

NEEDS = QT_TRANSLATE_NOOP("Text", "{title}, opens in Keras {version} or later")

WITH_ENDING = QT_TRANSLATE_NOOP("Text", "{title} ({ending})")


def export_title(row: Format) -> str:
    """ "Keras network (.keras)"; a folder has no ending."""
    title = said(TITLES, row.name)
    return say(WITH_ENDING, title=title, ending=row.ending) if row.ending else title


def export_caption(row: Format, document: Document) -> str:
    """What the dialog that asks where to says: the title, and which versions of Keras open the file."""
    title = export_title(row)
    return say(NEEDS, title=title, version=opens_from(document)) if row.name == "keras" else title
