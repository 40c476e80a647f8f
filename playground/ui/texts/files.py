"""What can be wrong with a file, the titles of those that are exported, and the names of the examples."""

from __future__ import annotations

import errno
from pathlib import Path

from playground.document.files.checked import FileError
from playground.document.files.file import ENDING
from playground.document.words import Words
from playground.frames.reply import Failure
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say, say_words

FILE_ERRORS = {
    "nothing_to_paste": QT_TRANSLATE_NOOP("Text", "There is nothing to paste."),
    "too_large": QT_TRANSLATE_NOOP("Text", "The file is too large for a project."),
    "too_many_parts": QT_TRANSLATE_NOOP("Text", "The file holds far more than any project does."),
    "not_json": QT_TRANSLATE_NOOP("Text", "This is not a project file, or it was cut short: it is not valid JSON"),
    "nested_too_deep": QT_TRANSLATE_NOOP("Text", "The file is nested too deep for a project."),
    "not_a_project": QT_TRANSLATE_NOOP("Text", "This JSON file is not a Playground project"),
    "damaged_array": QT_TRANSLATE_NOOP("Text", "What was learned is damaged: an array is not what was saved"),
    "missing_part": QT_TRANSLATE_NOOP("Text", "What was learned is damaged: a part of it is missing"),
    "impossible_run": QT_TRANSLATE_NOOP("Text", "What was learned is damaged: it cannot have come of a run"),
    "newer_version": QT_TRANSLATE_NOOP("Text", "The file was saved by a newer Playground; update to open it"),
}

# What was needed in place of what stands in a file, as document/ names it.
EXPECTED = (
    QT_TRANSLATE_NOOP("Text", "{low} to {high}"),
    QT_TRANSLATE_NOOP("Text", "one of {options}"),
    QT_TRANSLATE_NOOP("Text", "true or false"),
    QT_TRANSLATE_NOOP("Text", "a number"),
    QT_TRANSLATE_NOOP("Text", "whole numbers from 0 on"),
    QT_TRANSLATE_NOOP("Text", "numbers of type {type}"),
    QT_TRANSLATE_NOOP("Text", "1 to 4 sizes of 1 to {high}"),
    QT_TRANSLATE_NOOP("Text", "numbers of {low} to {high}"),
    QT_TRANSLATE_NOOP("Text", "a list of {options}"),
    QT_TRANSLATE_NOOP("Text", "one line of at most {longest} letters"),
    QT_TRANSLATE_NOOP("Text", "a formula of x, such as x * sigmoid(x)"),
    QT_TRANSLATE_NOOP("Text", "base64"),
    QT_TRANSLATE_NOOP("Text", "the rows, or the recipe of a table"),
    QT_TRANSLATE_NOOP("Text", "2 columns"),
    QT_TRANSLATE_NOOP("Text", "{count} bytes"),
    QT_TRANSLATE_NOOP("Text", "the digest of the values"),
    QT_TRANSLATE_NOOP("Text", "finite numbers"),
    QT_TRANSLATE_NOOP("Text", "labels of its classes"),
    QT_TRANSLATE_NOOP("Text", "64 digits from 0 to f"),
    QT_TRANSLATE_NOOP("Text", "text of at most {most} letters"),
    QT_TRANSLATE_NOOP("Text", "at most {most} MiB"),
    QT_TRANSLATE_NOOP("Text", "an id of its own"),
    QT_TRANSLATE_NOOP("Text", "none: it is the project's"),
    QT_TRANSLATE_NOOP("Text", "none: they are named"),
    QT_TRANSLATE_NOOP("Text", "a name"),
    QT_TRANSLATE_NOOP("Text", "an object {...}"),
    QT_TRANSLATE_NOOP("Text", "a list [...]"),
    QT_TRANSLATE_NOOP("Text", "at most {most} entries"),
    QT_TRANSLATE_NOOP("Text", "a small letter, then letters, digits or _"),
    QT_TRANSLATE_NOOP("Text", "text of at most {most} letters"),
    QT_TRANSLATE_NOOP("Text", "[x, y], each from -{far} to {far}"),
    QT_TRANSLATE_NOOP("Text", "note_1, note_2 or another number"),
    QT_TRANSLATE_NOOP("Text", "each end once"),
    QT_TRANSLATE_NOOP("Text", "the id of a node"),
    QT_TRANSLATE_NOOP("Text", "the id of a node or group"),
    QT_TRANSLATE_NOOP("Text", "a member of no other group"),
    QT_TRANSLATE_NOOP("Text", "no group within itself"),
    QT_TRANSLATE_NOOP("Text", "at most {most} groups in one another"),
    QT_TRANSLATE_NOOP("Text", "an id that no note can have"),
    QT_TRANSLATE_NOOP("Text", "ids of nodes or groups"),
    QT_TRANSLATE_NOOP("Text", "no path that leaves the group and comes back"),
    QT_TRANSLATE_NOOP("Text", "no loop"),
    QT_TRANSLATE_NOOP("Text", "“{data}” and “{output}” at their ids"),
    QT_TRANSLATE_NOOP("Text", "a node “{needed}”"),
    QT_TRANSLATE_NOOP("Text", "[source, target]"),
    QT_TRANSLATE_NOOP("Text", "a connection that can be made, once"),
    QT_TRANSLATE_NOOP("Text", "one group around all layers"),
    QT_TRANSLATE_NOOP("Text", "{name}: expected one of {endings}, or no ending for a SavedModel folder"),
)
IN_FILE = QT_TRANSLATE_NOOP("Text", "{place}: {wrong}")
WITH_PLACE = QT_TRANSLATE_NOOP("Text", "{wrong} ({place}).")
PLACES = {"line": QT_TRANSLATE_NOOP("Text", "line {number}"), "byte": QT_TRANSLATE_NOOP("Text", "byte {number}")}

# What the system says of a file, by its number.
SYSTEM = {
    errno.ENOENT: QT_TRANSLATE_NOOP("Text", "There is no such file."),
    errno.EACCES: QT_TRANSLATE_NOOP("Text", "Permission is missing for this place"),
    errno.EPERM: QT_TRANSLATE_NOOP("Text", "Permission is missing for this place"),
    errno.EISDIR: QT_TRANSLATE_NOOP("Text", "This is a folder, not a file"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("Text", "A part of the path is a file, not a folder"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("Text", "The disk is full"),
    errno.EROFS: QT_TRANSLATE_NOOP("Text", "The disk can be read only"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("Text", "The name is too long"),
    errno.EBUSY: QT_TRANSLATE_NOOP("Text", "Another program uses the file"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("Text", "The disk is full"),
    errno.ELOOP: QT_TRANSLATE_NOOP("Text", "The links lead in a circle"),
    errno.EIO: QT_TRANSLATE_NOOP("Text", "The disk could not be read or written"),
}
# What export says, where no language is known.
EXPORT_ERRORS = (
    QT_TRANSLATE_NOOP("Text", "This folder holds other things than a SavedModel"),
    QT_TRANSLATE_NOOP("Text", "This folder holds other things than logs for TensorBoard"),
    QT_TRANSLATE_NOOP("Text", "There is no such folder"),
    QT_TRANSLATE_NOOP("Text", "there is no network yet"),
    QT_TRANSLATE_NOOP("Text", "ONNX files need two more packages: pip install neuroplayground[export]"),
    QT_TRANSLATE_NOOP("Text", "This is no ordinary file, so nothing can be kept there"),
    QT_TRANSLATE_NOOP("Text", "This is a pipe, not a file that can be read"),
    QT_TRANSLATE_NOOP("Text", "This is a socket, not a file that can be read"),
    QT_TRANSLATE_NOOP("Text", "This is a device, not a file that can be read"),
    QT_TRANSLATE_NOOP("Text", "The file was changed by somebody else meanwhile"),
    QT_TRANSLATE_NOOP("Text", "ffmpeg ended without a word"),
    QT_TRANSLATE_NOOP("Text", "stopped"),
    QT_TRANSLATE_NOOP("Text", "The conversion took too long and was stopped"),
)

# What files of these endings are, for whoever drops or opens one: not yet opened here.
PICTURE = QT_TRANSLATE_NOOP("Text", "This is a picture.")
SCRIPT = QT_TRANSLATE_NOOP("Text", "This is Python code.")
LITE = QT_TRANSLATE_NOOP("Text", "This is a TensorFlow Lite model.")
ARRAYS = QT_TRANSLATE_NOOP("Text", "These are NumPy arrays.")
NOTEBOOK = QT_TRANSLATE_NOOP("Text", "This is a notebook.")
ARCHIVE = QT_TRANSLATE_NOOP("Text", "This is an archive.")
FOREIGN = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg", ".tif", ".tiff"), PICTURE),
    **dict.fromkeys((".npy", ".npz"), ARRAYS),
    **dict.fromkeys((".zip", ".tar", ".gz"), ARCHIVE),
    ".py": SCRIPT,
    ".tflite": LITE,
    ".ipynb": NOTEBOOK,
}
FOLDER = QT_TRANSLATE_NOOP("Text", "This is a folder.")
ONLY_PROJECTS = QT_TRANSLATE_NOOP(
    "Text", "The Playground cannot open it yet: it opens its own projects ({ending}) and links."
)

EXAMPLES = {
    "circle": QT_TRANSLATE_NOOP("Text", "Circle: a first network"),
    "xor": QT_TRANSLATE_NOOP("Text", "XOR: why one line is not enough"),
    "gauss": QT_TRANSLATE_NOOP("Text", "Two clouds: the easiest border"),
    "spiral": QT_TRANSLATE_NOOP("Text", "Spiral: what depth is for"),
    "moons": QT_TRANSLATE_NOOP("Text", "Two moons"),
    "checkerboard": QT_TRANSLATE_NOOP("Text", "Checkerboard"),
    "boundary": QT_TRANSLATE_NOOP("Text", "Boundary: type the border between two classes"),
    "three-blobs": QT_TRANSLATE_NOOP("Text", "Three blobs: an output for each class"),
    "four-blobs": QT_TRANSLATE_NOOP("Text", "Four blobs: a corner for each class"),
    "rings": QT_TRANSLATE_NOOP("Text", "Rings: three classes, one inside another"),
    "arms": QT_TRANSLATE_NOOP("Text", "Three arms: three spirals at once"),
    "plane": QT_TRANSLATE_NOOP("Text", "Plane: regression with a straight answer"),
    "bumps": QT_TRANSLATE_NOOP("Text", "Bumps: regression with hills"),
    "sinc": QT_TRANSLATE_NOOP("Text", "Sinc: the surface sin(r)/r"),
    "sine": QT_TRANSLATE_NOOP("Text", "Sine: a noisy curve"),
    "waves": QT_TRANSLATE_NOOP("Text", "Waves: a memory for sequences"),
    "iris": QT_TRANSLATE_NOOP("Text", "Iris: three kinds of flowers"),
    "digits": QT_TRANSLATE_NOOP("Text", "Digits: handwriting, 8 by 8"),
    "pictures": QT_TRANSLATE_NOOP("Text", "Pictures: digits seen by a convolution"),
    "branches": QT_TRANSLATE_NOOP("Text", "Branches: two ways, merged"),
    "dropout": QT_TRANSLATE_NOOP("Text", "Dropout against overfitting"),
    "step": QT_TRANSLATE_NOOP("Text", "Step: why it cannot learn"),
}


def example_title(name: str) -> str:
    """A bundled example in a menu."""
    return said(EXAMPLES, name)


def error_text(error: Exception) -> str:
    """Why a file cannot be read or written, in one line that names the place."""
    if isinstance(error, FileError):
        return _file_error_text(error)
    return failure_text(Failure.of(error))


def foreign_text(path: Path) -> str:
    """What a file that is no project is, and that it cannot be opened yet; "" where it may be a project."""
    what = FOLDER if path.is_dir() else FOREIGN.get(path.suffix.lower(), "")
    return f"{say(what)} {say(ONLY_PROJECTS, ending=ENDING)}" if what else ""


def film_ending_text(path: Path) -> str:
    """Why a film cannot be written there."""
    return say(QT_TRANSLATE_NOOP("Text", "{name}: a film ends in .gif or .mp4"), name=path.name)


def failure_text(failure: Failure) -> str:
    """Why a file could not be written, in one line."""
    if failure.text in EXPORT_ERRORS or failure.number not in SYSTEM:
        return say_words(Words(failure.text, failure.values))
    return say(SYSTEM[failure.number])


def _file_error_text(error: FileError) -> str:
    if error.code in FILE_ERRORS:
        what = said(FILE_ERRORS, error.code)
    elif error.expected:
        sentence = QT_TRANSLATE_NOOP("Text", "expected {expected}, got {got}")
        what = say(sentence, expected=say_words(error.expected), got=error.got)
    else:
        what = error.code.replace("_", " ")
    if not error.place:
        return what
    if error.code not in FILE_ERRORS:
        return say(IN_FILE, place=error.place, wrong=what)
    kind, _, number = error.place.partition(" ")
    return say(WITH_PLACE, wrong=what, place=say(PLACES[kind], number=number) if kind in PLACES else error.place)
