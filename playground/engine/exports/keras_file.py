"""The network as a .keras file: its layers, weights, and optimizer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import keras
from keras.src.saving.saving_lib import save_model

from playground.engine.exports.front import facts_of_columns, network_of_columns
from playground.engine.session import Session

CONFIG, METADATA = "config.json", "metadata.json"
OPERATIONS = "keras.src.ops."

# What later versions write as it is by itself: an older one refuses arguments that it does not know.
SINCE_3_6 = {
    "quantization_config": None,
    "input_axes": None,
    "output_axes": None,
    "renorm": False,
    "renorm_clipping": None,
    "renorm_momentum": 0.99,
    "ragged": False,
}


def content(session: Session) -> bytes:
    """Keras reads it back as it is, and goes on training where it stopped. A table's columns go in as they are."""
    return _written(network_of_columns(session), facts_of_columns(session.document))


def content_of_prepared(session: Session) -> bytes:
    """The same without what prepares the columns."""
    return _written(session.keras_network(), {})


def _written(network: keras.Model, facts: Mapping[str, object]) -> bytes:
    kept, written = BytesIO(), BytesIO()
    save_model(network, kept)
    with ZipFile(kept) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[CONFIG] = json.dumps(for_older(json.loads(parts[CONFIG]))).encode()
    parts[METADATA] = json.dumps(json.loads(parts[METADATA]) | facts).encode()
    with ZipFile(written, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def for_older(value: Any) -> Any:
    """A config without what is new in it and says nothing."""
    match value:
        case dict():
            kept = {name: for_older(found) for name, found in value.items() if not _says_nothing(name, found)}
            if str(value.get("module", "")).startswith(OPERATIONS):
                # The network finds an operation by the name beside its config; it has no weights to be found.
                kept["config"].pop("name", None)
            return kept
        case list():
            return [for_older(found) for found in value]
    return value


def _says_nothing(name: str, value: Any) -> bool:
    return name in SINCE_3_6 and value == SINCE_3_6[name]
