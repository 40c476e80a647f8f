"""The network as a .keras file: its layers, weights, and optimizer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from playground.engine.session import Session

CONFIG = "config.json"
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


def write(session: Session, path: Path) -> None:
    """Keras reads it back as it is, and goes on training where it stopped."""
    session.keras_network().save(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[CONFIG] = json.dumps(_for_older(json.loads(parts[CONFIG]))).encode()
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _for_older(value: Any) -> Any:
    """A config without what is new in it and says nothing."""
    match value:
        case dict():
            kept = {name: _for_older(found) for name, found in value.items() if not _says_nothing(name, found)}
            if str(value.get("module", "")).startswith(OPERATIONS):
                # The network finds an operation by the name beside its config; it has no weights to be found.
                kept["config"].pop("name", None)
            return kept
        case list():
            return [_for_older(found) for found in value]
    return value


def _says_nothing(name: str, value: Any) -> bool:
    return name in SINCE_3_6 and value == SINCE_3_6[name]
