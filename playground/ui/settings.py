"""What the window remembers between starts."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths

from playground.document.files.saving import refuse_unreadable, write_beside
from playground.frames.pace import PACES

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")
MOST_RECENT = 8
MOST_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is one of THEMES, `language` of LANGUAGES; `recent` the last opened files, newest first;
    `presentation` whether everything is large; `pace` one of PACES; `smoothing`, from 0 to below 1, and
    `logarithmic` are how the curves are drawn; `film_megabytes` what the kept moments of a run may take;
    `welcome` whether the start page is seen at the start, `tour_done` whether the four steps were; `adviser`
    whether what stands out in a run is said; the rest are Qt's own states."""

    theme: str = "system"
    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    docks: bytes = b""
    presentation: bool = False
    pace: str = "gentle"
    smoothing: float = 0.0
    logarithmic: bool = False
    film_megabytes: int = 64
    welcome: bool = True
    tour_done: bool = False
    adviser: bool = True
    language: str = "system"


def _one_of(names: tuple[str, ...]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in names


def _is_bool(value: Any) -> bool:
    return isinstance(value, bool)


# Of each setting, what it may be in the file; the layout is understood with its checksum only.
ALLOWED: dict[str, Callable[[Any], bool]] = {
    "theme": _one_of(THEMES),
    "language": _one_of(LANGUAGES),
    "pace": _one_of(tuple(PACES)),
    "recent": lambda value: isinstance(value, list) and all(isinstance(path, str) for path in value),
    "smoothing": lambda value: isinstance(value, int | float) and not _is_bool(value) and 0 <= value < 1,
    "film_megabytes": lambda value: isinstance(value, int) and not _is_bool(value) and 1 <= value <= 65_536,
    **dict.fromkeys(("presentation", "logarithmic", "welcome", "tour_done", "adviser"), _is_bool),
}
LAYOUT = ("geometry", "docks")


def name_program() -> None:
    """The name under which the system keeps the settings."""
    QCoreApplication.setApplicationName("Playground")
    QCoreApplication.setOrganizationName("Playground")


def settings_path() -> Path:
    """The file of the settings."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)) / "settings.json"


def read_settings() -> Settings:
    """What was kept, with the default in place of what cannot be understood."""
    return checked_settings()[0]


def checked_settings() -> tuple[Settings, bool]:
    """What was kept, and whether the file was damaged. Of a damaged one, what can be understood by itself is taken,
    but not the layout: Qt crashes at states that are not its own."""
    try:
        refuse_unreadable(settings_path())
        with settings_path().open("rb") as file:
            content = file.read(MOST_BYTES)
    except FileNotFoundError:
        return Settings(), False
    except OSError:
        return Settings(), True
    try:
        kept = json.loads(content)
    except (ValueError, RecursionError):
        return Settings(), True
    if not isinstance(kept, dict):
        return Settings(), True
    is_whole = kept.pop("checksum", None) == checksum(kept)
    return _settings(kept, is_whole), not is_whole


def _settings(kept: dict[str, Any], is_whole: bool) -> Settings:
    known = {name: kept[name] for name, allowed in ALLOWED.items() if name in kept and allowed(kept[name])}
    if "recent" in known:
        known["recent"] = tuple(known["recent"][:MOST_RECENT])
    if is_whole:
        known.update((name, _bytes(kept.get(name))) for name in LAYOUT)
    return Settings(**known)


def _bytes(value: Any) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (TypeError, ValueError):
        return b""


def checksum(kept: dict[str, Any]) -> str:
    """Of all that the file has beside it."""
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def write_settings(settings: Settings) -> None:
    """Keep them for the next start. Raises OSError; then those of before are still there."""
    kept: dict[str, Any] = {}
    for field in fields(settings):
        value = getattr(settings, field.name)
        kept[field.name] = base64.b64encode(value).decode() if isinstance(value, bytes) else value
    kept["recent"] = list(settings.recent)
    write_beside(settings_path(), (json.dumps({**kept, "checksum": checksum(kept)}, indent=1) + "\n").encode())
