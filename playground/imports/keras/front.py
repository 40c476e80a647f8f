"""The layers of our own files that prepare a table's columns: taken off, as here the table does that itself."""

from __future__ import annotations

from typing import Any

from playground.document.front import PREFIX, PREPARED
from playground.document.words import Words, words
from playground.imports.refused import quoted

# None has arrays, so those of the layers behind lie where they would lie anyway.
KINDS = ("Reshape", "Cropping1D", "Rescaling", "CategoryEncoding", "Concatenate")


def without_front(listed: list[Any]) -> tuple[list[Any], list[Words]]:
    """The list of layers with an input in the place of what prepares, and what to say of it; else as it is."""
    front = [record for record in listed if _name(record).startswith(PREFIX)]
    width = next((_width(record) for record in front if _name(record) == PREPARED), None)
    if width is None or any(record.get("class_name") not in KINDS for record in front):
        return listed, []
    behind = [record for record in listed if not _is_in_front(record)]
    seen = {"class_name": "InputLayer", "config": {"name": PREPARED, "batch_shape": [None, width]}, "inbound_nodes": []}
    told = "The layers up to {layer} prepare the columns of a table and were left out: here the table does that itself."
    return [seen, *behind], [words(told, layer=quoted(PREPARED))]


def _is_in_front(record: Any) -> bool:
    """Whether it prepares, or is the input of what prepares."""
    return _name(record).startswith(PREFIX) or (isinstance(record, dict) and record.get("class_name") == "InputLayer")


def _name(record: Any) -> str:
    config = record.get("config") if isinstance(record, dict) else None
    return str(config.get("name")) if isinstance(config, dict) else ""


def _width(record: dict[str, Any]) -> int | None:
    """How many numbers a row has behind it."""
    shape = record["config"].get("target_shape")
    return shape[0] if isinstance(shape, list) and len(shape) == 1 and type(shape[0]) is int else None
