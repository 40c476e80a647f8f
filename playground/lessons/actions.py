"""What a button in the text does, `[Play](do:play)`, `[Slower](do:set learning_rate=0.1)`, and where a walk begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from playground.document.layers.layers import LAYERS
from playground.document.limits import Choice, Flag, Limit, Real, Several, Text, Whole, limits
from playground.document.settings import OPTIMIZERS, DataSettings, TrainingSettings
from playground.document.words import Words
from playground.lessons.conditions import nearest
from playground.lessons.known import RENAMED, SETTINGS

BEGIN = "do:"
VERBS = ("play", "pause", "step", "epoch", "reset", "undo", "set")
_OPTIMIZER = Choice(tuple(OPTIMIZERS))


class ActionError(ValueError):
    """A link that does nothing known: `code`, the wrong word `got`, and what may be meant or is expected."""

    def __init__(self, code: str, got: str, near: str = "", expected: Words | str = "", setting: str = "") -> None:
        super().__init__(f"{code.replace('_', ' ')}: {got}")
        self.code, self.got = code, got
        self.values = {"got": got, "near": near, "expected": expected, "setting": setting}


@dataclass(frozen=True, slots=True)
class Action:
    """One of VERBS; `set` has the name of a setting and its value, of the setting's own kind."""

    verb: str
    setting: str = ""
    value: Any = None


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a walk begins. row: of the data, counted from 1, None for the chosen example; `inputs`, raw and in their
    order, stand for a row that is in no data, `target` for its label, None for that of the nearest row.

    half: by half the squared error. weight: the name of a layer and of its array, and the place in it.
    """

    row: int | None = None
    inputs: tuple[float, ...] = ()
    target: float | None = None
    half: bool = False
    weight: tuple[str, str, tuple[int, ...]] | None = None


HALF_LOSS = "half squared error"
_WRITTEN = {"sample": "sample: 3, sample: x1 = 1, x2 = 2, t = 0", "loss": f"loss: {HALF_LOSS}",
            "weight": "weight: dense_1.kernel[0, 0]"}  # fmt: skip
_NUMBER = r"[-−+]?\d{1,9}(?:\.\d{1,9})?"
_INPUT = re.compile(rf"\s*(\w{{1,40}})\s*=\s*({_NUMBER})\s*")
_WEIGHT = re.compile(r"(.{1,80})\.(\w{1,40})\[\s*(\d{1,5}(?:\s*,\s*\d{1,5}){0,3})\s*\]")


def read_walk(settings: Iterable[tuple[str, str]]) -> Opening:
    """What a block's lines ask for. Raises ActionError."""
    given = dict(settings)
    row, inputs, target = _sample(given["sample"]) if "sample" in given else (None, (), None)
    loss, weight = given.get("loss", ""), None
    if loss not in ("", HALF_LOSS):
        raise ActionError("walk_value", loss, HALF_LOSS, _WRITTEN["loss"], "loss")
    if "weight" in given:
        found = _WEIGHT.fullmatch(given["weight"])
        if found is None:
            raise ActionError("walk_value", given["weight"], expected=_WRITTEN["weight"], setting="weight")
        weight = found[1].strip(), found[2], tuple(int(part) for part in found[3].split(","))
    return Opening(row, inputs, target, bool(loss), weight)


def _sample(text: str) -> tuple[int | None, tuple[float, ...], float | None]:
    if text.isdecimal() and 0 < len(text) < 7 and int(text):
        return int(text), (), None
    parts = [_INPUT.fullmatch(part) for part in text.replace("，", ",").split(",")]
    named = [(part[1], float(part[2].replace("−", "-"))) for part in parts if part is not None]
    inputs, targets = [value for name, value in named if name != "t"], [value for name, value in named if name == "t"]
    if len(named) < len(parts) or not inputs or len(targets) > 1:
        raise ActionError("walk_value", text, expected=_WRITTEN["sample"], setting="sample")
    return None, tuple(inputs), targets[0] if targets else None


def read_action(address: str) -> Action:
    """What a link's address asks for, with its spaces as they are or as %20. Raises ActionError."""
    verb, _, rest = unquote(address).removeprefix(BEGIN).strip().partition(" ")
    if verb not in VERBS:
        raise ActionError("unknown_action", verb, nearest(verb, VERBS), ", ".join(VERBS))
    if verb != "set":
        if rest:
            raise ActionError("unknown_action", f"{verb} {rest}", verb, ", ".join(VERBS))
        return Action(verb)
    name, equals, value = (part.strip() for part in rest.partition("="))
    if not equals:
        raise ActionError("no_equals", rest)
    if name not in SETTINGS:
        raise ActionError("unknown_setting", name, nearest(name, SETTINGS))
    return _setting(name, value)


def _setting(name: str, text: str) -> Action:
    expected: Words | str = ""
    for limit in _limits_of(name):
        value = _value(limit, text)
        if value is not None and limit.accepts(value):
            return Action("set", name, value)
        expected = limit.expected()
    if not expected:
        raise ActionError("cannot_be_set", name)
    raise ActionError("bad_setting", text, expected=expected, setting=name)


def _limits_of(name: str) -> list[Limit]:
    """What its values may be: of the data, the training, or any of the layers that have it."""
    if name == "optimizer":
        return [_OPTIMIZER]
    of = RENAMED.get(name, name)
    for kind in (DataSettings, TrainingSettings):
        if of in limits(kind):
            return [limits(kind)[of]]
    return [limits(kind)[name] for kind in LAYERS.values() if name in limits(kind)]


def _value(limit: Limit, text: str) -> Any:
    """The text as the limit's kind of value; None where it is none."""
    try:
        match limit:
            case Whole():
                return int(text)
            case Real():
                return float(text.removesuffix("%"))
            case Choice() | Text():
                return text
            case Flag():
                return {"true": True, "false": False}.get(text.lower())
            case Several():
                return tuple(word.strip() for word in text.split(",") if word.strip())
    except ValueError:
        return None
    return None
