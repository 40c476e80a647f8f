"""What the window remembers between starts."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings

from playground.frames.pace import PACES

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")
MOST_RECENT = 8


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


def name_program() -> None:
    """The name under which the system keeps the settings."""
    QCoreApplication.setApplicationName("Playground")
    QCoreApplication.setOrganizationName("Playground")


def read_settings() -> Settings:
    """What was kept, with the default in place of what cannot be understood."""
    kept, default = QSettings(), Settings()
    theme = str(kept.value("theme", default.theme))
    recent = kept.value("recent", [])
    # A file keeps a list of one as the one.
    recent = [recent] if isinstance(recent, str) and recent else recent
    states = {name: _bytes(kept.value(name)) for name in ("geometry", "docks")}
    return Settings(
        theme=theme if theme in THEMES else default.theme,
        language=language if (language := str(kept.value("language", ""))) in LANGUAGES else default.language,
        recent=tuple(str(path) for path in recent)[:MOST_RECENT] if isinstance(recent, list | tuple) else (),
        # A file keeps words only.
        presentation=kept.value("presentation", "false") in (True, "true"),
        pace=pace if (pace := str(kept.value("pace", default.pace))) in PACES else default.pace,
        smoothing=_share(kept.value("smoothing", default.smoothing)),
        logarithmic=kept.value("logarithmic", "false") in (True, "true"),
        welcome=kept.value("welcome", "true") in (True, "true"),
        tour_done=kept.value("tour_done", "false") in (True, "true"),
        adviser=kept.value("adviser", "true") in (True, "true"),
        film_megabytes=_whole(kept.value("film_megabytes", ""), default.film_megabytes, 1, 65_536),
        **states,
    )


def _bytes(value: object) -> bytes:
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _share(value: object) -> float:
    """A number from 0 to below 1, as a file has it in words."""
    try:
        share = float(str(value))
    except ValueError:
        return 0.0
    return share if 0 <= share < 1 else 0.0


def _whole(value: object, default: int, low: int, high: int) -> int:
    """A whole number within its limits, as a file has it in words."""
    try:
        number = int(str(value))
    except ValueError:
        return default
    return number if low <= number <= high else default


def write_settings(settings: Settings) -> None:
    kept = QSettings()
    for field in fields(settings):
        value = getattr(settings, field.name)
        match value:
            case bytes():
                kept.setValue(field.name, QByteArray(value))
            case tuple():
                kept.setValue(field.name, list(value))
            case _:
                kept.setValue(field.name, value)
