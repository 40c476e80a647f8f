"""Data of a person's own in a project file, checked: sizes first, then the numbers against their digest."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from array import array
from math import isfinite
from typing import Any, TypeVar

from playground.document.files.checked import FileError, can_be_saved, list_of, record_of, settings_of
from playground.document.limits import limits
from playground.document.own_data import (
    GALLERY,
    LONGEST_NAME,
    LONGEST_RECIPE,
    MOST_CLASSES,
    MOST_COLUMNS,
    MOST_INSIDE,
    MOST_TARGETS,
    OwnColumn,
    OwnData,
    OwnTarget,
)
from playground.document.words import words

Kind = TypeVar("Kind", OwnColumn, OwnTarget)

PARTS = {"columns", "classes", "targets", "values", "recipe"}
# How the one target was kept, by its fields, before there could be several.
ONE_TARGET = {"name": "target", "middle": "target_middle", "size": "target_size", "unit": "target_unit"}
PLACE = "data.own"


def plain_own(own: OwnData) -> dict[str, Any]:
    """As the names and values of JSON."""
    return {
        **{name: getattr(own, name) for name in limits(own)},
        "columns": [{name: getattr(column, name) for name in limits(column)} for column in own.columns],
        "classes": list(own.classes),
        "targets": [{name: getattr(target, name) for name in limits(target)} for target in own.targets],
        "values": own.values,
        "recipe": own.recipe,
    }


def own_of(content: Any) -> OwnData:
    """The data in a file's record. Raises FileError."""
    record = dict(record_of(content, PLACE, PARTS | set(limits(OwnData)) | set(ONE_TARGET.values())))
    columns = _several(OwnColumn, record.pop("columns", []), "columns", MOST_COLUMNS)
    targets = _targets(record)
    classes = tuple(list_of(record.pop("classes", []), f"{PLACE}.classes", MOST_CLASSES))
    for at, name in enumerate(classes):
        _text(name, f"{PLACE}.classes[{at}]", LONGEST_NAME)
    values = _text(record.pop("values", ""), f"{PLACE}.values", MOST_INSIDE * 4 // 3 + 4)
    recipe = _text(record.pop("recipe", ""), f"{PLACE}.recipe", LONGEST_RECIPE)
    own = settings_of(
        OwnData, record, PLACE, columns=columns, classes=classes, targets=targets, values=values, recipe=recipe
    )
    _check_classes(own)
    if own.look == "plane" and len(columns) != 2:
        raise FileError("out_of_range", f"{PLACE}.columns", words("2 columns"), len(columns))
    if not re.fullmatch("[0-9a-f]{64}", own.digest):
        raise FileError("out_of_range", f"{PLACE}.digest", words("64 digits from 0 to f"), own.digest)
    if own.by_column != (0 < own.train_rows < own.rows) or (own.by_column and own.maker != "table"):
        low, high = (1, own.rows - 1) if own.by_column else (0, 0)
        needed = words("{low} to {high}", low=low, high=high)
        raise FileError("out_of_range", f"{PLACE}.train_rows", needed, own.train_rows)
    if own.maker == GALLERY:
        _check_named(own)
    elif own.apart:
        _check_apart(own)
    else:
        _check_values(own)
    return own


def _several(kind: type[Kind], content: Any, name: str, most: int) -> tuple[Kind, ...]:
    """A record for each: at least one."""
    place = f"{PLACE}.{name}"
    found = tuple(
        settings_of(kind, record_of(each, f"{place}[{at}]"), f"{place}[{at}]")
        for at, each in enumerate(list_of(content, place, most))
    )
    if not found:
        raise FileError("wrong_type", place, words("a list [...]"), [])
    return found


def _targets(record: dict[str, Any]) -> tuple[OwnTarget, ...]:
    """Those of the file, taken out of its record."""
    before = {field: record.pop(key) for field, key in ONE_TARGET.items() if key in record}
    if "targets" in record:
        return _several(OwnTarget, record.pop("targets"), "targets", MOST_TARGETS)
    return (settings_of(OwnTarget, before, PLACE),)


def _text(value: object, place: str, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest or not can_be_saved(value):
        raise FileError("bad_text", place, words("text of at most {most} letters", most=f"{longest:,}"), value)
    return value


def _check_classes(own: OwnData) -> None:
    low, high = {"binary": (2, 2), "classes": (2, MOST_CLASSES), "regression": (0, 0)}[own.task]
    if not low <= len(own.classes) <= high:
        raise FileError(
            "out_of_range", f"{PLACE}.classes", words("{low} to {high}", low=low, high=high), len(own.classes)
        )
    if own.task != "regression" and len(own.targets) > 1:
        raise FileError("out_of_range", f"{PLACE}.targets", words("{low} to {high}", low=1, high=1), len(own.targets))


def _check_named(own: OwnData) -> None:
    """Raise FileError where rows that are only named could not be had as bytes, or not as many."""
    if own.packing != "u1" or own.values or own.task == "regression":
        raise FileError("out_of_range", f"{PLACE}.values", words("none: they are named"), own.packing)
    if own.rows * own.width > MOST_INSIDE:
        raise FileError("out_of_range", f"{PLACE}.rows", words("{count} bytes", count=MOST_INSIDE), own.rows)


def _check_apart(own: OwnData) -> None:
    """Raise FileError where no file is named that the rows could be read from."""
    if own.packing != "f4" or not own.recipe:
        raise FileError("out_of_range", f"{PLACE}.values", words("the rows, or the recipe of a table"), "")


def _check_values(own: OwnData) -> None:
    """Raise FileError where they are not as many, not finite, not of their digest, or no labels of the task."""
    place, width = f"{PLACE}.values", own.width
    try:
        content = base64.b64decode(own.values, validate=True)
    except binascii.Error as error:
        raise FileError("bad_text", place, words("base64"), own.values) from error
    needed = own.number_bytes * own.rows * width
    if len(content) != needed:
        raise FileError("out_of_range", place, words("{count} bytes", count=needed), len(content))
    if hashlib.sha256(content).hexdigest() != own.digest:
        raise FileError("out_of_range", f"{PLACE}.digest", words("the digest of the values"), own.digest)
    if own.packing == "u1":
        _check_bytes(own, content, width)
        return
    numbers = array("f", content)
    labels = {*numbers[len(own.columns) :: width]}
    if not all(map(isfinite, numbers)):
        raise FileError("out_of_range", place, words("finite numbers"), "nan")
    known = {"binary": {-1.0, 1.0}, "classes": set(map(float, range(len(own.classes)))), "regression": labels}
    if not labels <= known[own.task]:
        raise FileError("out_of_range", place, words("labels of its classes"), max(labels - known[own.task]))


def _check_bytes(own: OwnData, content: bytes, width: int) -> None:
    """Raise FileError where bytes are no labels of the classes."""
    most = max(content[width - 1 :: width])
    if own.task == "regression" or most >= len(own.classes):
        raise FileError("out_of_range", f"{PLACE}.values", words("labels of its classes"), most)
