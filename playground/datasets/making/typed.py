"""Data made of a typed function: z = f(x, y), y = f(x), or a boundary f(x, y) > 0, on an even grid."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, replace

import numpy as np

from playground.datasets.draws import Floats
from playground.datasets.formulas import NUMPY
from playground.datasets.packing import packed
from playground.document.formula.formula import evaluate
from playground.document.formula.typed import BOUNDARY, CURVE, Typing, parse_typed
from playground.document.own_data import OwnColumn, OwnData, OwnTarget

FEWEST, MOST, FARTHEST, MOST_NOISE = 20, 20_000, 1_000.0, 80.0
# Values that go farther are learned in steps of their deviation.
LARGE = 10.0


class FunctionError(ValueError):
    """No data can be made of it: why by `code`."""

    def __init__(self, code: str) -> None:
        super().__init__(code.replace("_", " "))
        self.code = code


@dataclass(frozen=True, slots=True)
class TypedData:
    """What a person types: the function, from where to where x (and y) go, about how many points, noise in percent."""

    text: str = "z = sin(x) * cos(y)"
    low: float = -6.0
    high: float = 6.0
    points: int = 400
    noise: float = 0.0
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """Points (n, inputs) and labels (n,): values, or -1 and +1. `lost` places have no finite value."""

    typing: Typing
    points: Floats
    labels: Floats
    lost: int


def made_of(typed: TypedData) -> Made:
    """The points of a function. Raises FormulaError and FunctionError."""
    typing = parse_typed(typed.text)
    if not typed.low < typed.high:
        raise FunctionError("no_domain")
    points = _grid(typed, 1 if typing.kind == CURVE else 2)
    # Far away a formula may overflow: what is not finite is left out and counted.
    with np.errstate(all="ignore"):
        found = np.asarray(evaluate(typing.expression, points[:, 0], NUMPY, points[:, -1]), np.float64)
    values = np.broadcast_to(found, len(points)).copy()
    # What float32 cannot hold is no value either.
    finite = np.isfinite(values) & (np.abs(values) < 1e30)
    points, values = points[finite], values[finite]
    if len(points) < FEWEST // 2:
        raise FunctionError("no_values")
    noise = (
        typed.noise
        / 100
        * np.random.default_rng(typed.seed).standard_normal(points.shape if typing.kind == BOUNDARY else len(points))
    )
    if typing.kind != BOUNDARY:
        return Made(typing, points, values + noise * float(values.std()), int((~finite).sum()))
    labels = np.where(typing.holds(values), 1.0, -1.0)
    if len(np.unique(labels)) < 2:
        raise FunctionError("one_side")
    # The points move and the border stays.
    moved = np.clip(points + noise * (typed.high - typed.low) / 12, typed.low, typed.high)
    return Made(typing, moved, labels, int((~finite).sum()))


def _grid(typed: TypedData, inputs: int) -> Floats:
    """Even steps from low to high; of two inputs row by row, as numpy's meshgrid has them."""
    if inputs == 1:
        return np.linspace(typed.low, typed.high, typed.points)[:, np.newaxis]
    steps = np.linspace(typed.low, typed.high, max(2, round(math.sqrt(typed.points))))
    x, y = np.meshgrid(steps, steps)
    return np.column_stack((x.ravel(), y.ravel()))


def typed_data(typed: TypedData, title: str, names: tuple[str, str]) -> OwnData:
    """A function as a document's data; `names` are those of the sides of a boundary, where it does not hold and where
    it does. Raises as `made_of`."""
    made = made_of(typed)
    column = OwnColumn("x1", low=typed.low, high=typed.high)
    decides, curve = made.typing.kind == BOUNDARY, made.typing.kind == CURVE
    middle, size = 0.0, 1.0
    if not decides and np.abs(made.labels).max() > LARGE:
        middle, size = float(made.labels.mean()), float(made.labels.std()) or 1.0
    values, digest = packed(made.points, (made.labels - middle) / size)
    return OwnData(
        columns=(replace(column, name="x"),) if curve else (column, replace(column, name="x2")),
        classes=names if decides else (),
        title=title,
        task="binary" if decides else "regression",
        targets=(OwnTarget("" if decides else "y" if curve else "z", middle, size),),
        rows=len(made.points),
        digest=digest,
        look="table" if curve else "plane",
        values=values,
        recipe=json.dumps({"made": "typed", **asdict(typed)}),
        maker="typed",
    )


def typing_of(own: OwnData | None) -> TypedData | None:
    """What was typed for these data; None for others."""
    if own is None or own.maker != "typed":
        return None
    try:
        recipe = json.loads(own.recipe)
        known = {name: recipe[name] for name in TypedData.__slots__}
    except (ValueError, KeyError, TypeError):
        return None
    given = TypedData(**known)
    fits = isinstance(given.text, str) and all(
        isinstance(each, int | float) and not isinstance(each, bool) and abs(each) <= 2**31
        for each in (given.low, given.high, given.points, given.noise, given.seed)
    )
    return replace(given, points=int(given.points), seed=int(given.seed)) if fits else None
