"""TensorFlow Playground's links, read into a document."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.keras_call import PLAYGROUND_BIAS, PLAYGROUND_UNIFORM
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.settings import DATASETS, HIDEABLE, DataSettings, TrainingSettings, ViewSettings

PAGE = "https://playground.tensorflow.org/"
LONGEST = 20_000
MOST_LAYERS, MOST_UNITS = 20, 256
# As the page does with noise beyond what it has.
MOST_NOISE, NOISE_BEYOND = 80.0, 50.0
ACTIVATIONS = {"relu": "relu", "tanh": "tanh", "sigmoid": "sigmoid", "linear": "linear"}
CLASSIFICATION = ("circle", "xor", "gauss", "spiral")
REGRESSION = ("reg-plane", "reg-gauss")
REGULARIZATIONS = ("none", "L1", "L2")
FEATURES = {
    "x": "x1", "y": "x2", "xSquared": "x1_squared", "ySquared": "x2_squared", "xTimesY": "x1_x2",
    "sinX": "sin_x1", "sinY": "sin_x2",
}  # fmt: skip
# They say nothing of the network or of what is shown of it here, but are no nonsense either.
WITHOUT_EFFECT = ("collectStats", "hideText", "tutorial", "cosX", "cosY")
# The page takes a seed as the browser shows it behind the #: percent signs stay, and these marks are not encoded.
UNENCODED = "!#$%&'()*+,-./:;=?@[\\]^_{|}~"
LONGEST_SEED = 64
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", re.ASCII)


class LinkError(ValueError):
    """Text that cannot be a link; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code.replace("_", " "))
        self.code = code


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of a link that was not understood, or of a document that a link cannot say.

    `code` says what; `key` and `value` where; `used` what stands in its place.
    """

    code: str
    key: str = ""
    value: str = ""
    used: str = ""


@dataclass(frozen=True, slots=True)
class _Key:
    """One key of a link: its default, and how its text becomes a value (ValueError where it cannot)."""

    default: Any
    read: Callable[[str], Any]


def is_link(text: str) -> bool:
    """Whether the text looks like a link, or the part of one from # on."""
    text = text.strip()
    return text.startswith("#") or ("://" in text[:12] and "#" in text)


def read_link(text: str, new_seed: str = "") -> tuple[Document, tuple[Remark, ...]]:
    """The document of a link, and what of it was nonsense. Raises LinkError for what is no link at all.

    A link without a seed takes `new_seed`, or a drawn one.
    """
    if len(text) > LONGEST:
        raise LinkError("too_long")
    _, found, state = text.strip().partition("#")
    if not found:
        raise LinkError("no_link")
    given, remarks = _given(state, new_seed or f"{random.random():.5f}")
    return _document(given), tuple(remarks)


def _given(state: str, new_seed: str) -> tuple[dict[str, Any], list[Remark]]:
    """Every key's value: the link's where it is understood, else the default."""
    values: dict[str, Any] = {name: key.default for name, key in KEYS.items()}
    values |= {"seed": new_seed, "hidden": ()}
    remarks: list[Remark] = []
    parts = [part.partition("=") for part in state.split("&") if part]
    for name, _, raw in parts:
        value = quote(raw, UNENCODED, errors="replace") if name == "seed" else unquote(raw, errors="replace")
        if name.endswith("_hide") and name.removesuffix("_hide") in HIDEABLE:
            hidden = {*values["hidden"]} - {name.removesuffix("_hide")}
            hidden |= {name.removesuffix("_hide")} if value == "true" else set()
            values["hidden"] = tuple(control for control in HIDEABLE if control in hidden)
        elif name in KEYS:
            try:
                values[name] = KEYS[name].read(value)
            except ValueError:
                remarks.append(Remark("bad_value", name, value[:60], text_of(values[name])))
            if name == "noise" and values[name] != (noise := _noise_kept(values[name])):
                remarks.append(Remark("beyond", name, value[:60], text_of(noise)))
                values[name] = noise
        elif name.removesuffix("_hide") not in WITHOUT_EFFECT:
            remarks.append(Remark("unknown_key", unquote(name, errors="replace")[:60], value[:60]))
    # As on the page, an input that is hidden is none.
    values |= {name: False for name in FEATURES if name in values["hidden"]}
    if not any(values[name] for name in FEATURES):
        values["x"] = values["y"] = True
        values["hidden"] = tuple(control for control in values["hidden"] if control not in ("x", "y"))
        remarks.append(Remark("no_features", "x", "false", "x, y"))
    if all(name != "seed" for name, _, _ in parts):
        remarks.append(Remark("drawn_seed", "seed", "", new_seed))
    return values, remarks


def _noise_kept(noise: float) -> float:
    return 0.0 if noise < 0 else noise if noise <= MOST_NOISE else NOISE_BEYOND


def text_of(value: Any) -> str:
    """A value as a link has it."""
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return ",".join(map(str, value))
        case float():
            brief = f"{value:.10g}"
            return brief if float(brief) == value else repr(value)
    return str(value)


def _flag(text: str) -> bool:
    if text not in ("true", "false", "1", "0"):
        raise ValueError(text)
    return text in ("true", "1")


def _number(low: float, high: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        if not NUMBER.fullmatch(text) or not low <= float(text) <= high:
            raise ValueError(text)
        return float(text)

    return read


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(text)
        return int(text)

    return read


def _word(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return read


def _shape(text: str) -> tuple[int, ...]:
    parts = text.split(",") if text else []
    if len(parts) > MOST_LAYERS:
        raise ValueError(text)
    return tuple(_whole(1, MOST_UNITS)(part) for part in parts)


def _seed(text: str) -> str:
    if not 0 < len(text) <= LONGEST_SEED or quote(text, UNENCODED) != text or set("&=#") & set(text):
        raise ValueError(text)
    return text


KEYS: dict[str, _Key] = {
    "activation": _Key("tanh", _word(*ACTIVATIONS)),
    "regularization": _Key("none", _word(*REGULARIZATIONS)),
    "batchSize": _Key(10, _whole(1, 4096)),
    "dataset": _Key("circle", _word(*CLASSIFICATION)),
    "regDataset": _Key("reg-plane", _word(*REGRESSION)),
    "learningRate": _Key(0.03, _number(-1000, 1000)),
    "regularizationRate": _Key(0.0, _number(-1000, 1000)),
    "noise": _Key(0.0, _number(-1e9, 1e9)),
    "networkShape": _Key((4, 2), _shape),
    "seed": _Key("", _seed),
    "showTestData": _Key(False, _flag),
    "discretize": _Key(False, _flag),
    "percTrainData": _Key(50.0, _number(1, 99)),
    **{name: _Key(name in ("x", "y"), _flag) for name in FEATURES},
    "problem": _Key("classification", _word("classification", "regression")),
    "initZero": _Key(False, _flag),
}


def _document(given: dict[str, Any]) -> Document:
    regression = given["problem"] == "regression"
    name = given["regDataset"] if regression else given["dataset"]
    data = DataSettings(
        name=name,
        points=DATASETS[name].points,
        noise=given["noise"],
        train_share=given["percTrainData"],
        generator="seedrandom",
        seed_text=given["seed"],
        features=tuple(feature for key, feature in FEATURES.items() if given[key]),
    )
    training = TrainingSettings(
        learning_rate=given["learningRate"],
        batch_size=given["batchSize"],
        order="as_made",
        part_batches="carried",
    )
    view = ViewSettings(given["showTestData"], given["discretize"], given["hidden"])
    document = edits.set_layer(Document(data=data, training=training, view=view), OUTPUT, Output("half_squared_error"))
    return _with_layers(document, given)


def _with_layers(document: Document, given: dict[str, Any]) -> Document:
    last = "linear" if given["problem"] == "regression" else "tanh"
    activations = [ACTIVATIONS[given["activation"]]] * len(given["networkShape"])
    before = DATA
    for units, activation in zip((*given["networkShape"], 1), (*activations, last), strict=True):
        layer = dense_of(units, activation, given["initZero"], given["regularization"], given["regularizationRate"])
        document, before = edits.add_node(document, layer, 0.0, 0.0, before)
    # Without places, the canvas lays the network out.
    return replace(edits.connect(document, before, OUTPUT), layout=())


def dense_of(units: int, activation: str, zero: bool, regularization: str, rate: float) -> Dense:
    """A layer as the page has it."""
    return Dense(
        units,
        activation,
        kernel_initializer="zeros" if zero else PLAYGROUND_UNIFORM,
        bias_initializer="zeros" if zero else PLAYGROUND_BIAS,
        # The page's L2 takes rate · w at each step, Keras's twice that.
        l1=rate if regularization == "L1" else 0.0,
        l2=rate / 2 if regularization == "L2" else 0.0,
        hold_zero=regularization == "L1",
    )
