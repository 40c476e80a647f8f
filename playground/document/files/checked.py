"""Values of JSON, each checked where it stands: what is wrong in a file is named with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import isfinite
from typing import Any, TypeVar

from playground.document.edits.edits import FARTHEST, LONGEST_NAME
from playground.document.limits import Numbers, Real, SettingError, Several, Sizes, limits
from playground.document.words import Words, words

MOST_BYTES = 16 << 20
MOST_NODES = 2_000
MOST_EDGES = 20_000
MOST_NOTES = 1_000
MOST_GROUPS = 500
ID = re.compile(r"[a-z][a-z0-9_]{0,63}")

Settings = TypeVar("Settings")


class FileError(ValueError):
    """A file that cannot be opened: `code` says what is wrong, `place` where, as graph.nodes[3].units.

    `expected` and `got` tell what would have been right and what was found, where that helps.
    """

    def __init__(self, code: str, place: str = "", expected: Words | None = None, got: object = None) -> None:
        place = _printable(place)
        self.code, self.place, self.expected = code, place, expected
        self.got = brief(got)
        what = f"expected {expected}, got {self.got}" if expected else code.replace("_", " ")
        super().__init__(f"{place}: {what}" if place else what)

    def within(self, place: str) -> FileError:
        """The same of a part of the file that stands at this place."""
        moved = FileError(self.code, below(place, self.place), self.expected)
        moved.got = self.got
        return moved


def brief(value: object) -> str:
    """The start of it as JSON, as a message shows it."""
    return _printable(json.dumps(value, ensure_ascii=False, default=str), 60)


def _printable(text: str, longest: int = 200) -> str:
    """The text, or its start; half a surrogate pair, which no output can show, becomes "?"."""
    text = text if len(text) <= longest else text[: longest - 3] + "..."
    return text.encode(errors="replace").decode()


def record_of(value: object, place: str, known: set[str] | None = None) -> dict[str, Any]:
    """An object, with no names but those that are known, where these are told."""
    if not isinstance(value, dict):
        raise FileError("wrong_type", place or "file", words("an object {...}"), value)
    for name in value:
        if known is not None and name not in known:
            raise FileError(
                "unknown_setting", below(place, name), words("one of {options}", options=", ".join(sorted(known))), name
            )
    return value


def list_of(value: object, place: str, most: int) -> list[Any]:
    """A list of at most so many entries."""
    if not isinstance(value, list):
        raise FileError("wrong_type", place, words("a list [...]"), value)
    if len(value) > most:
        raise FileError("too_many", place, words("at most {most} entries", most=f"{most:,}"), len(value))
    return value


def check_id(found: object, place: str) -> None:
    """Raise FileError for what can be no node's or group's id."""
    if not isinstance(found, str) or not ID.fullmatch(found):
        raise FileError("bad_id", f"{place}.id", words("a small letter, then letters, digits or _"), found)


def check_name(name: object, place: str) -> None:
    """Raise FileError for what can be no name."""
    if not isinstance(name, str) or len(name) > LONGEST_NAME or not can_be_saved(name):
        raise FileError(
            "bad_name", below(place, "name"), words("text of at most {most} letters", most=LONGEST_NAME), name
        )


def can_be_saved(text: str) -> bool:
    """Whether it has no half surrogate pair, which JSON can spell but UTF-8 cannot."""
    return text == text.encode(errors="ignore").decode()


def point_of(content: list[Any], place: str) -> tuple[float, float]:
    """A point of the canvas."""
    if len(content) != 2 or not all(Real(-FARTHEST, FARTHEST).accepts(value) for value in content):
        raise FileError(
            "bad_position", place, words("[x, y], each from -{far} to {far}", far=f"{FARTHEST:,.0f}"), content
        )
    return float(content[0]), float(content[1])


def one_of(kinds: Mapping[str, type[Settings]], content: Any, name: str) -> Settings:
    """One of a few settings classes, named by its kind."""
    place = f"training.{name}"
    chosen = dict(record_of(content, place))
    kind = chosen.pop("kind", None)
    if not isinstance(kind, str) or kind not in kinds:
        raise FileError(f"unknown_{name}", f"{place}.kind", words("one of {options}", options=", ".join(kinds)), kind)
    return settings_of(kinds[kind], chosen, place)


def settings_of(kind: type[Settings], content: dict[str, Any], place: str, **others: Any) -> Settings:
    """The settings class filled from JSON; what is left out takes its default."""
    known = limits(kind)
    record_of(content, place, set(known))
    given = {name: _value(known[name], value) for name, value in content.items()}
    try:
        return kind(**given, **others)
    except SettingError as error:
        raise FileError(
            "out_of_range", below(place, error.name), error.limit.expected(), content[error.name]
        ) from error


def _value(limit: object, value: Any) -> Any:
    """What JSON can only say as a list or a whole number as what the limit takes."""
    if isinstance(limit, Numbers) and isinstance(value, list):
        return tuple(_value(Real(limit.low, limit.high), part) for part in value)
    if isinstance(limit, Sizes | Several) and isinstance(value, list):
        return tuple(value) if all(isinstance(part, str | int) for part in value) else value
    if isinstance(limit, Real) and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53:
        return float(value)
    return value if not isinstance(value, float) or isfinite(value) else str(value)


def below(place: str, name: str) -> str:
    """The place of a part: "graph.nodes" of "nodes" in "graph"."""
    return f"{place}.{name}" if place else name
