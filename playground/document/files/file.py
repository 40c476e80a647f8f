"""The project file: readable JSON with a version. Reading checks everything and runs nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from playground.document.document import Document
from playground.document.files import network
from playground.document.files.checked import MOST_BYTES, FileError, check_id, list_of, record_of, settings_of
from playground.document.files.network import network_of
from playground.document.files.plain import VERSION, plain_document
from playground.document.files.saving import write_beside
from playground.document.rival import MOST_RIVALS, SHARED, Rival
from playground.document.settings import DataSettings, ViewSettings
from playground.document.words import words

ENDING = ".playground"
PARTS = {"format", "version", "data", "view", "rivals"} | network.PARTS


def read(path: Path) -> Document:
    """The document in a file. Raises FileError, or OSError where it cannot be read."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileError("too_large", expected=words("at most {most} MiB", most=MOST_BYTES >> 20), got="more")
    try:
        return loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileError("not_json", f"byte {error.start}") from error


def write(document: Document, path: Path) -> None:
    """Save so that a crash or a full disk leaves the old file whole. Raises OSError."""
    write_beside(path, dumps(document).encode())


def dumps(document: Document) -> str:
    """The document as JSON text, two spaces a level."""
    return json.dumps(plain_document(document), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def loads(text: str) -> Document:
    """The document in JSON text. Raises FileError."""
    try:
        return _document(_json(text))
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


def _document(content: Any) -> Document:
    content = record_of(content, "", PARTS)
    if content.get("format") != "playground":
        raise FileError("not_a_project", "format", words('"playground"'), content.get("format"))
    _check_version(content.get("version"))
    return replace(
        network_of(content),
        data=settings_of(DataSettings, record_of(content.get("data", {}), "data"), "data"),
        view=settings_of(ViewSettings, record_of(content.get("view", {}), "view"), "view"),
        rivals=tuple(_rivals(list_of(content.get("rivals", []), "rivals", MOST_RIVALS))),
    )


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
        raise FileError("bad_version", "version", words("{low} to {high}", low=1, high=VERSION), version)
    if version > VERSION:
        raise FileError("newer_version", "version", words("{low} to {high}", low=1, high=VERSION), version)
