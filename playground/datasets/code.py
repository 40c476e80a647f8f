"""The data as readable numpy that makes the same numbers, for a script that stands alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.datasets.clouds import clouds, middles
from playground.datasets.draws import normals, shuffled
from playground.datasets.formulas import function_code
from playground.datasets.origins import source_of
from playground.datasets.own_code import OwnCode, numbers_inside, split_code
from playground.datasets.seedrandom import SeedRandom, arc4
from playground.datasets.sources import Made, Source, Table, Typed
from playground.datasets.untyped import untyped
from playground.document.settings import DataSettings

# The functions that makers share, and what a typed formula is called.
HELPERS: dict[str, Callable[..., Any] | None] = {"normals": normals, "middles": middles, "clouds": clouds}
BOUNDARY = "boundary"

_TABLE_NOISE = """
noise = np.random.default_rng(({seed}, 1)).standard_normal(points.shape)
points = points + NOISE * points.std() * noise
"""

_ORDER = "# In random order.\norder = shuffled(generator, len(points))\n"
_ORDERED = "points, labels = points[order], labels[order]"

_FEATURES = {
    "x1": "x1",
    "x2": "x2",
    "x1_squared": "x1 * x1",
    "x2_squared": "x2 * x2",
    "x1_x2": "x1 * x2",
    "sin_x1": "np.sin(x1)",
    "sin_x2": "np.sin(x2)",
}


def data_code(settings: DataSettings, table: OwnCode | None = None) -> str:
    """Python that makes `inputs`, shape (n, inputs), and `labels`, shape (n,) or of several targets (n, targets), both
    shuffled, float64.

    The arrays are those of `load(settings)`. Its imports stand first; constants of the data next. `table` is how data
    of a person's own are read from a file; without it the numbers stand in the script. They need TRAIN_SHARE and tell
    how many rows train, `train_count`.
    """
    found, seedrandom = source_of(settings.origin), settings.generator == "seedrandom"
    own = (table or numbers_inside(settings.own)) if settings.own else None
    functions = [*([arc4, SeedRandom] if seedrandom else []), *_makers(found), shuffled]
    code = [*(own.functions if own else ()), *(untyped(function) for function in functions)]
    code += function_code(settings.boundary, BOUNDARY) if isinstance(found, Typed) else []
    imports = {"import math"} if any("math." in lines for lines in code) else set()
    imports |= {found.library} if isinstance(found, Table) and found.library else set()
    making = f"generator = {'SeedRandom' if seedrandom else 'np.random.default_rng'}(DATA_SEED)"
    parts = [
        "\n".join(sorted({"import numpy as np", *imports, *(own.imports if own else ())})),
        "\n".join([*_constants(settings), *(own.constants if own else ())]),
        "\n" + "\n\n\n".join(code) + "\n",
        f"{making}\n{_points(found, settings, own)}",
        _ORDER + (f"{split_code(settings.own, table is not None)}\n" if settings.own else "") + _ORDERED,
        _inputs(settings),
    ]
    return "\n\n".join(parts) + "\n"


def _makers(found: Source) -> list[Callable[..., Any]]:
    """The functions that make the points, each after those it calls."""
    if isinstance(found, Table):
        return []
    return [*_called(found.make, {**HELPERS, "truth": found.truth}), found.make]


def _called(function: Callable[..., Any], known: dict[str, Callable[..., Any] | None]) -> list[Callable[..., Any]]:
    """Those of the known functions that one calls, each after those that it calls itself."""
    called = [found for name, found in known.items() if name in function.__code__.co_names and found]
    return list(dict.fromkeys(each for one in called for each in (*_called(one, known), one)))


def _points(found: Source, settings: DataSettings, own: OwnCode | None) -> str:
    """What makes `points` and `labels`, not yet shuffled."""
    match found:
        case Made():
            return "points, labels = make(generator, POINTS, NOISE)"
        case Typed():
            return f"points, labels = make(generator, POINTS, NOISE, {BOUNDARY})"
        case Table(script=script):
            noise = _TABLE_NOISE.lstrip("\n").format(seed=_noise_seed(settings)) if settings.noise / 100 else ""
            return ((own.points + "\n" if own else script) + noise).rstrip()


def _noise_seed(settings: DataSettings) -> str:
    """The noise of tables has a number as its seed even where the rest has text."""
    return "NOISE_SEED" if settings.generator == "seedrandom" else "DATA_SEED"


def _constants(settings: DataSettings) -> list[str]:
    made, noise = settings.facts.made, settings.noise / 100
    seed = quoted(settings.seed_text) if settings.generator == "seedrandom" else settings.seed
    constants = [f"DATA_SEED = {seed}"]
    if noise and not made and _noise_seed(settings) == "NOISE_SEED":
        constants += [f"NOISE_SEED = {settings.seed}"]
    constants += [f"POINTS = {settings.points}"] if made else []
    return constants + ([f"NOISE = {noise!r}  # 0 to 0.5"] if made or noise else [])


def quoted(text: str) -> str:
    """The text as Python has it, in double quotes where that is as short."""
    found = repr(text)
    return f'"{found[1:-1]}"' if '"' not in text else found


def _inputs(settings: DataSettings) -> str:
    if not settings.facts.planar:
        return "inputs = points"
    return f"# What the network sees of each point.\nx1, x2 = points.T\ninputs = {features_code(settings)}"


def features_code(settings: DataSettings) -> str:
    """An expression for the features, (n, features), of the coordinates `x1` and `x2`, (n,)."""
    features = ", ".join(_FEATURES[name] for name in settings.features)
    return f"np.column_stack(({features}{',' if len(settings.features) == 1 else ''}))"
