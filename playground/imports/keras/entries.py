"""The entries of a Keras network: what each is, and what it takes its values from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playground.imports.keras.layers import READERS
from playground.imports.keras.operations import MODULE
from playground.imports.refused import Refused, quoted, shown

NETWORKS = ("Sequential", "Functional", "Model")
NETWORK_MODULES = re.compile(
    r"(tf_)?keras(\.src|\.api)?(\.(models|engine))?(\.(functional|sequential|training|model))?"
)
LAYER_MODULES = re.compile(r"(tf_)?keras(\.layers(\.experimental\.preprocessing)?|\.src\.layers(\.[a-z_0-9]+){0,3})")
LONGEST_NAME = 256
NO_SETTING = (None, False)


@dataclass(slots=True)
class Entry:
    """One entry of the list of layers: its class and settings, and the names of what it takes."""

    kind: str
    name: str
    config: dict[str, Any]
    sources: list[Any]
    operation: bool = False
    nested: dict[str, Any] | None = None


def full_name(record: dict[str, Any]) -> str:
    return ".".join(str(part) for part in (record.get("module"), record.get("class_name")) if isinstance(part, str))


def entry_of(record: Any, network: str) -> Entry:
    if not isinstance(record, dict) or not isinstance(record.get("config"), dict):
        raise Refused("A layer is no record with settings.")
    kind, module, config = record.get("class_name"), record.get("module"), record["config"]
    name = config.get("name") or record.get("name")
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
        raise Refused("A layer has no name, or one of more than {most} letters.", most=LONGEST_NAME)
    place = quoted(name)
    if not isinstance(kind, str) or record.get("registered_name") not in (None, kind):
        raise Refused("It is registered as {got}, which is not known.", place, got=shown(record.get("registered_name")))
    operation = isinstance(module, str) and module.startswith(MODULE)
    own_layer = module is None or (isinstance(module, str) and LAYER_MODULES.fullmatch(module) is not None)
    is_network = kind in NETWORKS and (module is None or NETWORK_MODULES.fullmatch(str(module)) is not None)
    if not (operation or (own_layer and (kind in READERS or kind == "InputLayer")) or is_network):
        raise Refused("The layer {got} is not one that is known here.", place, got=shown(full_name(record)))
    try:
        sources = [] if network == "Sequential" else _sources(record.get("inbound_nodes"))
    except Refused as refused:
        raise refused.within(place) from None
    return Entry(kind, name, config, sources, operation, config if is_network else None)


def _sources(calls: Any) -> list[Any]:
    """The names of the layers whose values an entry takes, and numbers among them. Raises Refused."""
    if not isinstance(calls, list) or len(calls) > 1:
        raise Refused("It is used more than once; shared layers are not known here.")
    found: list[Any] = []
    for call in calls:
        if isinstance(call, dict):
            named = call.get("kwargs") or {}
            for name, value in named.items() if isinstance(named, dict) else ():
                if value not in NO_SETTING:
                    raise Refused("It is called with this: {got}.", shown(name), got=shown(value))
            found += _tensors(call.get("args"), 0)
        else:
            found += _tensors(call, 0)
    return found


def _tensors(value: Any, depth: int) -> Iterator[Any]:
    if depth > 4:
        raise Refused("Its inputs are nested too deep.")
    if isinstance(value, dict) and value.get("class_name") == "__keras_tensor__":
        config = value.get("config")
        history = config.get("keras_history") if isinstance(config, dict) else None
        yield _source(history)
    elif isinstance(value, list) and 3 <= len(value) <= 4 and isinstance(value[0], str) and type(value[1]) is int:
        if len(value) == 4 and value[3]:
            raise Refused("It is called with this: {got}.", got=shown(value[3]))
        yield _source(value[:3])
    elif isinstance(value, list):
        for part in value:
            yield from _tensors(part, depth + 1)
    elif type(value) in (int, float):
        yield value
    elif value is not None:
        raise Refused("Its input {got} is no layer's output.", got=shown(value))


def _source(history: Any) -> str:
    is_plain = isinstance(history, list) and len(history) == 3 and isinstance(history[0], str)
    if not is_plain or history[1:] != [0, 0] or any(type(at) is not int for at in history[1:]):
        raise Refused("It takes a second output or use of a layer; shared layers are not known here.")
    return str(history[0])


def ordered(entries: list[Entry]) -> Iterator[Entry]:
    """Each after what it takes values from. Raises Refused for a loop and for what is not there."""
    by_name = {entry.name: entry for entry in entries}
    takers: dict[str, list[str]] = {entry.name: [] for entry in entries}
    waiting = {}
    for entry in entries:
        sources = {source for source in entry.sources if isinstance(source, str)}
        for source in sources:
            if source not in by_name:
                raise Refused("It takes values from {got}, which is not there.", quoted(entry.name), got=quoted(source))
            takers[source].append(entry.name)
        waiting[entry.name] = len(sources)
    ready = [entry.name for entry in reversed(entries) if not waiting[entry.name]]
    count = 0
    while ready:
        name = ready.pop()
        count += 1
        yield by_name[name]
        for taker in reversed(takers[name]):
            waiting[taker] -= 1
            if not waiting[taker]:
                ready.append(taker)
    if count < len(entries):
        looped = next(name for name, left in waiting.items() if left)
        raise Refused("It takes values from itself.", quoted(looped))
