"""What is said of known picture sets: what they are, whose, and why one cannot be had."""

from __future__ import annotations

from playground.datasets.galleries.copies import home
from playground.datasets.galleries.gallery import Gallery, GalleryError
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

CLASSES = {
    "t-shirt": QT_TRANSLATE_NOOP("Text", "T-shirt"),
    "trousers": QT_TRANSLATE_NOOP("Text", "trousers"),
    "pullover": QT_TRANSLATE_NOOP("Text", "pullover"),
    "dress": QT_TRANSLATE_NOOP("Text", "dress"),
    "coat": QT_TRANSLATE_NOOP("Text", "coat"),
    "sandal": QT_TRANSLATE_NOOP("Text", "sandal"),
    "shirt": QT_TRANSLATE_NOOP("Text", "shirt"),
    "sneaker": QT_TRANSLATE_NOOP("Text", "sneaker"),
    "bag": QT_TRANSLATE_NOOP("Text", "bag"),
    "ankle boot": QT_TRANSLATE_NOOP("Text", "ankle boot"),
    "airplane": QT_TRANSLATE_NOOP("Text", "airplane"),
    "automobile": QT_TRANSLATE_NOOP("Text", "automobile"),
    "bird": QT_TRANSLATE_NOOP("Text", "bird"),
    "cat": QT_TRANSLATE_NOOP("Text", "cat"),
    "deer": QT_TRANSLATE_NOOP("Text", "deer"),
    "dog": QT_TRANSLATE_NOOP("Text", "dog"),
    "frog": QT_TRANSLATE_NOOP("Text", "frog"),
    "horse": QT_TRANSLATE_NOOP("Text", "horse"),
    "ship": QT_TRANSLATE_NOOP("Text", "ship"),
    "truck": QT_TRANSLATE_NOOP("Text", "truck"),
}
WHAT = {
    "mnist": QT_TRANSLATE_NOOP("Text", "Handwritten digits"),
    "fashion-mnist": QT_TRANSLATE_NOOP("Text", "Clothes and shoes of a shop"),
    "cifar-10": QT_TRANSLATE_NOOP("Text", "Animals and vehicles"),
}
ERRORS = {
    "absent": QT_TRANSLATE_NOOP("Text", "There is no copy of {name} on this machine."),
    "damaged": QT_TRANSLATE_NOOP(
        "Text", "{path} is damaged, or another file: its SHA-256 is not that of the original. Download it anew."
    ),
    "unreadable": QT_TRANSLATE_NOOP("Text", "The copy of {name} is not laid out as the original is."),
    "other_rows": QT_TRANSLATE_NOOP("Text", "The pictures that the project names are others than those of {name}."),
    "unknown": QT_TRANSLATE_NOOP("Text", "The project names pictures that this program does not know."),
    "unsafe": QT_TRANSLATE_NOOP("Text", "{address} is not asked: only https is safe."),
    "wrong_sum": QT_TRANSLATE_NOOP(
        "Text", "What {address} has sent is not the original: its SHA-256 is another. Nothing of it was kept."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Text", "{address} sends more than the {bytes} bytes of the original. Nothing of it was kept."
    ),
    "refused": QT_TRANSLATE_NOOP("Text", "{address} cannot be had now: the server answers {code}."),
    "cut_short": QT_TRANSLATE_NOOP(
        "Text", "The connection broke off. What has come is kept, and Download goes on from there."
    ),
    "offline": QT_TRANSLATE_NOOP(
        "Text",
        "{host} cannot be reached. Is this machine on the internet? A copy that is put into {folder} does as well.",
    ),
}
FACTS = QT_TRANSLATE_NOOP(
    "Text", "{what}: {all} pictures of {side} × {side}, {colour}, in {classes} classes. Up to {most} are used at once."
)
COLOURS = {False: QT_TRANSLATE_NOOP("Text", "grey"), True: QT_TRANSLATE_NOOP("Text", "in colour")}
LICENCE = QT_TRANSLATE_NOOP("Text", "{source} · licence: {licence}")
NO_LICENCE = QT_TRANSLATE_NOOP("Text", "{source} · its makers name no licence, and ask to be cited")
WRITING = QT_TRANSLATE_NOOP("Text", "It cannot be written: {why}.")


def class_names(gallery: Gallery) -> tuple[str, ...]:
    """Its classes as people call them."""
    return tuple(say(CLASSES[name]) if name in CLASSES else name for name in gallery.classes)


def facts_text(gallery: Gallery) -> str:
    """What is in it, and how much of it is used."""
    return say(
        FACTS, what=say(WHAT[gallery.name]), all=f"{gallery.pictures:,}", side=gallery.side,
        colour=say(COLOURS[gallery.colour]), classes=len(gallery.classes), most=f"{gallery.most:,}",
    )  # fmt: skip


def licence_text(gallery: Gallery) -> str:
    """Whose it is, and what one may do with it."""
    return say(LICENCE if gallery.licence else NO_LICENCE, source=gallery.source, licence=gallery.licence)


def gallery_error_text(error: Exception) -> str:
    """Why it cannot be had."""
    if isinstance(error, GalleryError):
        values = {name: f"{value:,}" if name == "bytes" else value for name, value in error.values.items()}
        return say(ERRORS[error.key], folder=home(), **values)
    return say(WRITING, why=getattr(error, "strerror", None) or str(error))
