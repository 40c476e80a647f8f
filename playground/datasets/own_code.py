"""Data of a person's own in a script: the numbers themselves, and the order in which their rows are used."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

import numpy as np

from playground.datasets.galleries.rows import chosen_in
from playground.datasets.own import own_rows
from playground.datasets.packing import place_of
from playground.document.own_data import GALLERY, OwnData

# As many numbers are written so that a person can read them.
MOST_READABLE = 4_000
LINE = 110


@dataclass(frozen=True, slots=True)
class OwnCode:
    """Parts of a script that make `points` and `labels`: imports, constants, functions, and lines that call them."""

    imports: tuple[str, ...]
    constants: tuple[str, ...]
    functions: tuple[str, ...]
    points: str


def numbers_inside(own: OwnData) -> OwnCode:
    """The rows as the network sees them, inside the script: in digits where they are few, else as base64."""
    if own.maker == GALLERY:
        return _gallery_by_keras(own)
    parted = _parted(own)
    if own.apart:
        said = f"# The table's {own.rows:,} rows as the network sees them, float32, are kept in a file on this machine."
        made = f"table = np.fromfile({str(place_of(own))!r}, '<f4').reshape({own.rows}, -1)"
        return OwnCode((), (), (), f"{said}\n{made}\n{parted}")
    names = ", ".join(repr(each.name or "label") for each in own.targets)
    last = "last number of each is the label" if len(own.targets) == 1 else "last numbers of each are the labels"
    said = f"# The table's {own.rows:,} rows as the network sees them; the {last}, {names}."
    if own.packing == "u1":
        lines = "\n".join(f'    "{line}"' for line in wrap(own.values, LINE))
        said = f"# {own.rows:,} pictures: a byte for each pixel, the last of each row is the class. In base64."
        made = f"table = np.frombuffer(base64.b64decode(\n{lines}\n), np.uint8).reshape({own.rows}, -1)"
        label = "2.0 * table[:, -1] - 1" if own.task == "binary" else "table[:, -1].astype(float)"
        parted = f"points, labels = (table[:, :-1] / np.float32(255)).astype(float), {label}"
        return OwnCode(("import base64",), (), (), f"{said}\n{made}\n{parted}")
    if own.rows * own.width > MOST_READABLE:
        said += "\n# They are too many to be read: float32, little endian, in base64."
        lines = "\n".join(f'    "{line}"' for line in wrap(own.values, LINE))
        made = f'table = np.frombuffer(base64.b64decode(\n{lines}\n), "<f4").reshape({own.rows}, -1).astype(float)'
        return OwnCode(("import base64",), (), (), f"{said}\n{made}\n{parted}")
    points, labels = own_rows(own)
    rows = np.column_stack((points, labels)).astype(np.float32)
    lines = "\n".join(f"    [{', '.join(map(_digits, row))}]," for row in rows)
    return OwnCode((), (), (), f"{said}\ntable = np.array([\n{lines}\n])\n{parted}")


def _gallery_by_keras(own: OwnData) -> OwnCode:
    """Keras has the same pictures, and fetches them where they are not there."""
    chosen = chosen_in(own)
    assert chosen is not None, "a gallery has its recipe"
    gallery = chosen.gallery
    made = f"""# {own.rows:,} of the {gallery.pictures:,} pictures of {gallery.title}: of those that train and
# of those that test evenly from the first to the last.
(train_x, train_y), (test_x, test_y) = keras.datasets.{gallery.keras}.load_data()
first = np.arange({chosen.train}) * {gallery.train} // {chosen.train}
last = np.arange({chosen.test}) * {gallery.test} // {chosen.test}
pixels = np.concatenate((train_x[first], test_x[last])).reshape({own.rows}, -1)
points = (pixels / np.float32(255)).astype(float)
labels = np.concatenate((train_y[first], test_y[last])).reshape(-1).astype(float)"""
    return OwnCode(("import keras",), (), (), made)


def _parted(own: OwnData) -> str:
    """Of each row of the table the inputs, and the label or labels."""
    if len(own.targets) == 1:
        return "points, labels = table[:, :-1], table[:, -1]"
    inputs = len(own.columns)
    return f"points, labels = table[:, :{inputs}], table[:, {inputs}:]"


def _digits(value: np.float32) -> str:
    """As few digits as tell it apart from every other float32."""
    return str(value).removesuffix(".0")


_COUNT = "train_count = min(max(int(len(points) * TRAIN_SHARE / 100), 1), len(points) - 1)"

_EACH_CLASS = """
# The same share of each class trains.
trains = np.zeros(len(labels), bool)
for label in np.unique(labels):
    of_class = order[labels[order] == label]
    count = min(max(int(len(of_class) * TRAIN_SHARE / 100), 1), max(len(of_class) - 1, 1))
    trains[of_class[:count]] = True
if trains.all():
    trains[order[-1]] = False
order, train_count = np.concatenate((order[trains[order]], order[~trains[order]])), trains.sum()
"""

_LAST = f"""
# The last rows validate.
{_COUNT}
order = np.concatenate((order[order < train_count], order[order >= train_count]))
"""

_COLUMN = """
# Those that train stand first.
order = np.concatenate((order[order < train_count], order[order >= train_count]))
"""

_EACH_ROW = """
# Each row is on its side by a number made of its own ones.
mixed = np.full(len(table), DATA_SEED + 1, np.uint64)
for column in table.astype("<f4").view("<u4").astype(np.uint64).T:
    mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
mixed *= np.uint64(0xBF58476D1CE4E5B9)
places = (mixed >> np.uint64(11)) / 2.0**53
trains = places < TRAIN_SHARE / 100
if not trains.any() or trains.all():
    trains[(places if not trains.any() else -places).argmin()] ^= True
order, train_count = np.concatenate((order[trains[order]], order[~trains[order]])), trains.sum()
"""


def split_code(own: OwnData, is_counted: bool = False) -> str:
    """Lines that sort `order` so that the first `train_count` train, as `dataset.split` does.

    By a column they are counted already where the table is read from its file.
    """
    if own.by_column:
        return ("" if is_counted else f"train_count = {own.train_rows}\n") + _COLUMN.strip()
    if own.split == "last":
        return _LAST.strip()
    if own.split == "each_class" and own.task != "regression":
        return _EACH_CLASS.strip()
    return _EACH_ROW.strip() if own.split == "each_row" else _COUNT
