"""What the start page, its examples and the tour say."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

LINK = "link"
"""Stands among the examples: a link of TensorFlow Playground."""

# Title -> examples, in the order of the page.
SECTIONS = {
    "two": ("circle", "xor", "gauss", "moons", "checkerboard", "spiral", "boundary", "branches"),
    "functions": ("plane", "bumps", "sinc", "sine"),
    "more": ("three-blobs", "four-blobs", "rings", "arms", "iris"),
    "pictures": ("digits", "pictures", "waves"),
    "wrong": ("dropout", "step"),
    "elsewhere": (LINK,),
}
SECTION_TITLES = {
    "two": QT_TRANSLATE_NOOP("Text", "Two classes"),
    "functions": QT_TRANSLATE_NOOP("Text", "Functions"),
    "more": QT_TRANSLATE_NOOP("Text", "More than two classes"),
    "pictures": QT_TRANSLATE_NOOP("Text", "Pictures and sequences"),
    "wrong": QT_TRANSLATE_NOOP("Text", "What can go wrong"),
    "elsewhere": QT_TRANSLATE_NOOP("Text", "From elsewhere"),
}
TITLES = {
    "circle": QT_TRANSLATE_NOOP("Text", "Circle"),
    "xor": QT_TRANSLATE_NOOP("Text", "XOR"),
    "gauss": QT_TRANSLATE_NOOP("Text", "Two clouds"),
    "moons": QT_TRANSLATE_NOOP("Text", "Two moons"),
    "checkerboard": QT_TRANSLATE_NOOP("Text", "Checkerboard"),
    "spiral": QT_TRANSLATE_NOOP("Text", "Spiral"),
    "branches": QT_TRANSLATE_NOOP("Text", "Branches"),
    "plane": QT_TRANSLATE_NOOP("Text", "Plane"),
    "bumps": QT_TRANSLATE_NOOP("Text", "Bumps"),
    "sinc": QT_TRANSLATE_NOOP("Text", "Sinc"),
    "sine": QT_TRANSLATE_NOOP("Text", "Sine"),
    "boundary": QT_TRANSLATE_NOOP("Text", "Boundary"),
    "three-blobs": QT_TRANSLATE_NOOP("Text", "Three blobs"),
    "four-blobs": QT_TRANSLATE_NOOP("Text", "Four blobs"),
    "rings": QT_TRANSLATE_NOOP("Text", "Rings"),
    "arms": QT_TRANSLATE_NOOP("Text", "Three arms"),
    "iris": QT_TRANSLATE_NOOP("Text", "Iris"),
    "digits": QT_TRANSLATE_NOOP("Text", "Digits"),
    "pictures": QT_TRANSLATE_NOOP("Text", "Pictures"),
    "waves": QT_TRANSLATE_NOOP("Text", "Waves"),
    "dropout": QT_TRANSLATE_NOOP("Text", "Dropout"),
    "step": QT_TRANSLATE_NOOP("Text", "Step"),
    LINK: QT_TRANSLATE_NOOP("Text", "Paste a link"),
}
LINES = {
    "circle": QT_TRANSLATE_NOOP("Text", "a first network"),
    "xor": QT_TRANSLATE_NOOP("Text", "one line is not enough"),
    "gauss": QT_TRANSLATE_NOOP("Text", "the easiest border"),
    "moons": QT_TRANSLATE_NOOP("Text", "a bent border"),
    "checkerboard": QT_TRANSLATE_NOOP("Text", "many borders"),
    "spiral": QT_TRANSLATE_NOOP("Text", "what depth is for"),
    "branches": QT_TRANSLATE_NOOP("Text", "two ways, merged"),
    "plane": QT_TRANSLATE_NOOP("Text", "a straight answer"),
    "bumps": QT_TRANSLATE_NOOP("Text", "a surface with hills"),
    "sinc": QT_TRANSLATE_NOOP("Text", "the surface sin(r)/r"),
    "sine": QT_TRANSLATE_NOOP("Text", "a noisy curve"),
    "boundary": QT_TRANSLATE_NOOP("Text", "type the border"),
    "three-blobs": QT_TRANSLATE_NOOP("Text", "one output for each"),
    "four-blobs": QT_TRANSLATE_NOOP("Text", "a corner for each"),
    "rings": QT_TRANSLATE_NOOP("Text", "one inside another"),
    "arms": QT_TRANSLATE_NOOP("Text", "three spirals at once"),
    "iris": QT_TRANSLATE_NOOP("Text", "three kinds of flowers"),
    "digits": QT_TRANSLATE_NOOP("Text", "handwriting, 8 by 8"),
    "pictures": QT_TRANSLATE_NOOP("Text", "seen by a convolution"),
    "waves": QT_TRANSLATE_NOOP("Text", "a memory for sequences"),
    "dropout": QT_TRANSLATE_NOOP("Text", "against overfitting"),
    "step": QT_TRANSLATE_NOOP("Text", "why it cannot learn"),
    LINK: QT_TRANSLATE_NOOP("Text", "TensorFlow Playground"),
}
# The four steps of the tour: name, what stands in the strip, what the bubble says.
STEPS = ("data", "play", "neuron", "spiral")
STEP_TITLES = {
    "data": QT_TRANSLATE_NOOP("Text", "Choose data"),
    "play": QT_TRANSLATE_NOOP("Text", "Press Play"),
    "neuron": QT_TRANSLATE_NOOP("Text", "Add a neuron"),
    "spiral": QT_TRANSLATE_NOOP("Text", "Try the spiral"),
}
STEP_LINES = {
    "data": QT_TRANSLATE_NOOP("Text", "the circle"),
    "play": QT_TRANSLATE_NOOP("Text", "watch it learn"),
    "neuron": QT_TRANSLATE_NOOP("Text", "see what it does"),
    "spiral": QT_TRANSLATE_NOOP("Text", "it needs depth"),
}
STEP_WORDS = {
    "data": QT_TRANSLATE_NOOP(
        "Text", "A disc of blue points inside a ring of orange ones. The network has to find the border between them."
    ),
    "play": QT_TRANSLATE_NOOP(
        "Text", "Each small picture is what one neuron answers over the plane. Watch them change: slowly, then faster."
    ),
    "neuron": QT_TRANSLATE_NOOP(
        "Text", "Plus at the top of a layer gives it one neuron more: one line more that the border can be made of."
    ),
    "spiral": QT_TRANSLATE_NOOP(
        "Text", "Two arms wound around each other. This network is too small for them: add neurons and layers."
    ),
}


def section_title(name: str) -> str:
    return said(SECTION_TITLES, name)


def start_title(name: str) -> str:
    """An example on the start page."""
    return said(TITLES, name)


def start_line(name: str) -> str:
    """What the example is about, in a few words."""
    return said(LINES, name) if name in LINES else ""


def epoch_text(epoch: int, last: int) -> str:
    return say(QT_TRANSLATE_NOOP("Text", "epoch {epoch} of {last}"), epoch=epoch, last=last)


def step_title(name: str) -> str:
    """A step of the tour."""
    return said(STEP_TITLES, name)


def step_line(name: str) -> str:
    return said(STEP_LINES, name)


def step_words(name: str) -> str:
    """What the tour says at that step."""
    return said(STEP_WORDS, name)
