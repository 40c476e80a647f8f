"""The project file: readable JSON with a version. Reading checks everything and runs nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from playground.document.document import Document
from playground.document.files import network
from playground.document.files.bounded import check_content
from playground.document.files.checked import MOST_BYTES, FileError, check_id, list_of, record_of, settings_of
from playground.document.files.network import network_of
from playground.document.files.own_data import own_of
from playground.document.files.plain import EXPERIMENT_VERSION, TRAINED_VERSION, plain_document
from playground.document.files.saving import refuse_unreadable, write_beside
from playground.document.rival import MOST_RIVALS, SHARED, Rival
from playground.document.settings import DataSettings, ViewSettings
from playground.document.words import words

ENDING = ".playground"
PARTS = {"format", "version", "data", "view", "rivals"} | network.PARTS
TRAINED = "trained"
"""The part that holds what was learned. It is read in `projects/`, and passed over here."""
EXPERIMENT = "experiment"
"""The part that holds many runs. It is read in `runs/`, and passed over here."""
MARKS = (b'  "experiment":', b'  "trained":')
"""How these parts begin in a file that was saved, each on a line of its own."""
MOST_TRAINED_BYTES = 96 << 20
"""Of a file with that part: 64 MiB of arrays as text, and the words around them."""


def read(path: Path) -> Document:
    """The document in a file. Raises FileError, or OSError where it cannot be read."""
    return read_parts(path)[0]


def read_parts(path: Path) -> tuple[Document, Any, Any]:
    """The document in a file, and what was learned and its experiment as they stand there, unchecked; None for none.

    Raises as `read`.
    """
    refuse_unreadable(path)
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES and any(mark in content for mark in MARKS):
            # The document comes first, and is no longer than without what was learned.
            content += file.read(MOST_TRAINED_BYTES + 1 - len(content))
            _check_size(len(content), MOST_TRAINED_BYTES)
        else:
            _check_size(len(content), MOST_BYTES)
    check_content(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError("not_json", f"byte {error.start}") from error
    # Twice in memory a large file need not be.
    del content
    return _parts(text)


def _check_size(found: int, most: int) -> None:
    if found > most:
        raise FileError("too_large", expected=words("at most {most} MiB", most=most >> 20), got="more")


def write(document: Document, path: Path) -> None:
    """Save so that a crash or a full disk leaves the old file whole. Raises OSError."""
    write_beside(path, dumps(document).encode())


def dumps(document: Document) -> str:
    """The document as JSON text, two spaces a level."""
    return json.dumps(plain_document(document), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def dumps_trained(document: Document, trained: str, experiment: str = "") -> str:
    """As `dumps`, with the JSON text of an experiment and of what was learned as its last parts, "" for none."""
    content = {**plain_document(document), "version": EXPERIMENT_VERSION if experiment else TRAINED_VERSION}
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False).removesuffix("}").rstrip()
    for mark, part in zip(MARKS, (experiment, trained), strict=True):
        text += f",\n{mark.decode()} {part}" if part else ""
    return f"{text}\n}}\n"


def loads(text: str) -> Document:
    """The document in JSON text. Raises FileError."""
    return _parts(text)[0]


def _parts(text: str) -> tuple[Document, Any, Any]:
    try:
        content = _json(text)
        known = isinstance(content, dict)
        trained, experiment = (content.pop(name, None) if known else None for name in (TRAINED, EXPERIMENT))
        return document_of(content), trained, experiment
    except RecursionError as error:
        raise FileError("nested_too_deep") from error


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise FileError("not_json", f"line {error.lineno}") from error
    except ValueError as error:
        # A number of thousands of digits.
        raise FileError("not_json") from error


def document_of(content: Any) -> Document:
    """The document in values of JSON. Raises FileError."""
    content = record_of(content, "", PARTS)
    if content.get("format") != "playground":
        raise FileError("not_a_project", "format", words('"playground"'), content.get("format"))
    _check_version(content.get("version"))
    return replace(
        network_of(content),
        data=_data(record_of(content.get("data", {}), "data")),
        view=settings_of(ViewSettings, record_of(content.get("view", {}), "view"), "view"),
        rivals=tuple(_rivals(list_of(content.get("rivals", []), "rivals", MOST_RIVALS))),
    )


def _data(content: dict[str, Any]) -> DataSettings:
    given = dict(content)
    own = given.pop("own", None)
    return settings_of(DataSettings, given, "data", own=None if own is None else own_of(own))


def _rivals(content: list[Any]) -> Iterable[Rival]:
    seen: set[str] = set()
    for at, entry in enumerate(content):
        place = f"rivals[{at}]"
        rival = _rival(record_of(entry, place, network.PARTS | {"id"}), place)
        if rival.id in seen:
            raise FileError("duplicate_id", f"{place}.id", words("an id of its own"), rival.id)
        seen.add(rival.id)
        yield rival


def _rival(record: dict[str, Any], place: str) -> Rival:
    check_id(record.get("id"), place)
    training = record_of(record.get("training", {}), f"{place}.training")
    for name in SHARED:
        if name in training:
            raise FileError("unknown_setting", f"{place}.training.{name}", words("none: it is the project's"), name)
    try:
        found = network_of(record)
    except FileError as error:
        raise error.within(place) from error
    return Rival(record["id"], found.name, found.graph, found.layout, found.groups, found.training, found.notes)


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError("bad_version", "version", words("{low} to {high}", low=1, high=EXPERIMENT_VERSION), version)
    if version > EXPERIMENT_VERSION:
        raise FileError("newer_version", "version", words("{low} to {high}", low=1, high=EXPERIMENT_VERSION), version)
