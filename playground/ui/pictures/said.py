"""What is said of a folder of pictures: why there are none, and which are left out."""

from __future__ import annotations

from collections.abc import Sequence

from playground.ui.pictures.finding import PicturesError
from playground.ui.pictures.reading import MOST_PIXELS, Refusal
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

ERRORS = {
    "no_pictures": QT_TRANSLATE_NOOP(
        "Text",
        "“{folder}” has no folders with pictures in them. Put the pictures of each class into a folder of its name.",
    ),
    "one_class": QT_TRANSLATE_NOOP(
        "Text", "All pictures are in “{name}”. There is nothing to tell apart: “{folder}” needs two such folders."
    ),
    "too_many_classes": QT_TRANSLATE_NOOP("Text", "There are {count} folders; at most {most} classes can be learned."),
    "too_many_files": QT_TRANSLATE_NOOP("Text", "There are more than {most} files. Choose a smaller folder."),
}
TOO_LARGE = QT_TRANSLATE_NOOP("Text", "{name}: {width} × {height} pixels, more than {most}; it was not decoded.")
UNREADABLE = QT_TRANSLATE_NOOP("Text", "{name}: cannot be read as a picture.")
MORE = QT_TRANSLATE_NOOP("Text", "… and {count} more")
MOST_TOLD = 5


def error_text(error: PicturesError) -> str:
    """Why no data can be made of a folder."""
    values = {name: f"{value:,}" if isinstance(value, int) else value for name, value in error.values.items()}
    return say(ERRORS[error.key], **values)


def refusals_text(refused: Sequence[Refusal]) -> str:
    """The first of the pictures that are left out, a line each."""
    lines = [refusal_text(each) for each in refused[:MOST_TOLD]]
    if len(refused) > MOST_TOLD:
        lines.append(say(MORE, count=f"{len(refused) - MOST_TOLD:,}"))
    return "\n".join(lines)


def refusal_text(refusal: Refusal) -> str:
    """Why a picture is left out."""
    name = f"{refusal.path.parent.name}/{refusal.path.name}"
    if refusal.code == "too_large":
        return say(
            TOO_LARGE, name=name, width=f"{refusal.width:,}", height=f"{refusal.height:,}", most=f"{MOST_PIXELS:,}"
        )
    return say(UNREADABLE, name=name)
