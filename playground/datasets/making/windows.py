"""Sequences of a person's own: windows over a wave or a column whose next value is learned, echo and parity."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

import numpy as np

from playground.datasets.draws import Floats
from playground.datasets.formulas import NUMPY
from playground.datasets.making.typed import LARGE, MOST_NOISE, FunctionError
from playground.datasets.measures import drawn_span
from playground.datasets.packing import packed
from playground.document.formula.formula import evaluate
from playground.document.formula.typed import CURVE, parse_typed
from playground.document.own_data import OwnColumn, OwnData, OwnTarget

WAVE, ECHO, PARITY, COLUMN = "wave", "echo", "parity", "column"
KINDS = (WAVE, ECHO, PARITY, COLUMN)
FEWEST_STEPS, MOST_STEPS, FEWEST, MOST = 2, 128, 20, 20_000


@dataclass(frozen=True, slots=True)
class SequenceData:
    """What a person asks for: `examples` windows of `steps` values each.

    Of a wave y = f(x), x from `low` to `high`, and of a column the value `ahead` steps behind the window is learned; of
    echo the one that came `ahead` steps before the last; of parity whether an odd number of its bits is 1. `noise` is a
    share in percent of the wave's deviation.
    """

    kind: str = WAVE
    text: str = "y = sin(x) + sin(3*x) / 3"
    low: float = 0.0
    high: float = 60.0
    steps: int = 16
    ahead: int = 1
    examples: int = 400
    noise: float = 0.0
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Values (n, steps) and what is learned of each, (n,). `lost` windows have a gap in them and are left out."""

    values: Floats
    labels: Floats
    lost: int = 0


def windows_over(series: Floats, steps: int, ahead: int) -> Windows:
    """Every window of so many values in a row of a series, (values,), and the value so many steps behind it.

    Those with a gap (NaN) in them are left out. Raises FunctionError where there are fewer than two.
    """
    count = len(series) - steps - ahead + 1
    if count < 2:
        raise FunctionError("too_short")
    values = np.lib.stride_tricks.sliding_window_view(series, steps)[:count]
    labels = series[steps + ahead - 1 :][:count]
    whole = np.isfinite(values).all(axis=1) & np.isfinite(labels)
    if whole.sum() < 2:
        raise FunctionError("only_gaps")
    return Windows(values[whole].copy(), labels[whole].copy(), int((~whole).sum()))


def wave_of(asked: SequenceData) -> Floats:
    """The typed wave at even steps, as many as make the windows. Raises FormulaError and FunctionError."""
    typing = parse_typed(asked.text)
    if typing.kind != CURVE:
        raise FunctionError("no_wave")
    if not asked.low < asked.high:
        raise FunctionError("no_domain")
    x = np.linspace(asked.low, asked.high, asked.examples + asked.steps + asked.ahead - 1)
    with np.errstate(all="ignore"):
        values: Floats = np.broadcast_to(
            np.asarray(evaluate(typing.expression, x, NUMPY, x), np.float64), len(x)
        ).copy()
    values[~(np.abs(values) < 1e30)] = np.nan
    spread = float(np.nanstd(values)) if np.isfinite(values).any() else 0.0
    return values + asked.noise / 100 * spread * np.random.default_rng(asked.seed).standard_normal(len(x))


def windows_of(asked: SequenceData, column: Floats | None = None) -> Windows:
    """The windows that are asked for; `column` are a table's values, (rows,). Raises FormulaError, FunctionError."""
    random = np.random.default_rng(asked.seed)
    match asked.kind:
        case k if k == COLUMN:
            if column is None:
                raise FunctionError("no_series")
            return windows_over(column, asked.steps, asked.ahead)
        case k if k == WAVE:
            return windows_over(wave_of(asked), asked.steps, asked.ahead)
        case k if k == ECHO:
            if asked.ahead >= asked.steps:
                raise FunctionError("too_far_back")
            values = random.uniform(-1, 1, (asked.examples, asked.steps))
            return Windows(values, values[:, -1 - asked.ahead].copy())
        case _:
            bits = random.integers(0, 2, (asked.examples, asked.steps))
            signs = (2 * bits - 1).astype(np.float64)
            return Windows(signs, (2 * (bits.sum(axis=1) % 2) - 1).astype(np.float64))


def sequence_data(
    asked: SequenceData, title: str, names: tuple[str, str], column: Floats | None = None, unit: str = ""
) -> OwnData:
    """Sequences as a document's data. `names` are those of an even and of an odd number of ones. Raises as
    `windows_of`."""
    made = windows_of(asked, column)
    decides, ahead = asked.kind == PARITY, asked.kind in (WAVE, COLUMN)
    middle, size = 0.0, 1.0
    if asked.kind == COLUMN or np.abs(made.values).max() > LARGE:
        middle, size = float(made.values.mean()), float(made.values.std()) or 1.0
    span = drawn_span(made.values) if made.values.min() < made.values.max() else (-1.0, 1.0)
    first = OwnColumn("step_1", middle, size, *span, unit)
    target = "" if decides else f"step_{asked.steps + (asked.ahead if ahead else -asked.ahead)}"
    values, digest = packed((made.values - middle) / size, made.labels if decides else (made.labels - middle) / size)
    return OwnData(
        columns=tuple(replace(first, name=f"step_{at}") for at in range(1, asked.steps + 1)),
        classes=names if decides else (),
        title=title,
        task="binary" if decides else "regression",
        targets=(OwnTarget(target, middle, size, unit),),
        rows=len(made.values),
        digest=digest,
        # What is to come is told by what was before it, so the last windows validate.
        split="last" if ahead else "random",
        look="sequence",
        values=values,
        recipe=json.dumps({"made": "sequence", **asdict(asked)}),
        maker="sequence",
    )


def sequence_of(own: OwnData | None) -> SequenceData | None:
    """What was asked for of these data; None for others."""
    if own is None or own.maker != "sequence":
        return None
    try:
        recipe = json.loads(own.recipe)
        given = SequenceData(**{name: recipe[name] for name in SequenceData.__slots__})
    except (ValueError, KeyError, TypeError):
        return None
    whole = (given.steps, given.ahead, given.examples, given.seed)
    real = (given.low, given.high, given.noise)
    fits = (
        isinstance(given.text, str)
        and given.kind in KINDS
        and all(isinstance(each, int) and not isinstance(each, bool) for each in whole)
        and all(isinstance(each, int | float) and abs(each) < 1e9 for each in real)
        and FEWEST_STEPS <= given.steps <= MOST_STEPS
        and 1 <= given.ahead <= MOST_STEPS
        and FEWEST <= given.examples <= MOST
        and 0 <= given.noise <= MOST_NOISE
        and given.seed >= 0
    )
    return given if fits else None
