"""Points that a person paints: what each tool makes of them, and the data of a document that they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from playground.datasets.draws import Floats
from playground.datasets.own import own_rows
from playground.datasets.packing import packed
from playground.document.own_data import OwnColumn, OwnData, OwnTarget

LOW, HIGH = -6.0, 6.0
MOST_CLASSES, MOST_POINTS = 6, 5_000
TOOLS = ("brush", "spray", "erase", "move")
# How many points a spray leaves at each place that the pointer tells.
SPRAYED = 2

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Points (n, 2) in the order in which they were painted, and their classes (n,); of a curve, y over x, all 0."""

    points: Floats
    kinds: NDArray[np.intp]
    curve: bool = False

    @property
    def classes(self) -> int:
        """Up to the last that has points."""
        return int(self.kinds.max(initial=-1)) + 1

    @property
    def ready(self) -> bool:
        """Whether there is something to learn: points of two classes, or two of a curve."""
        return len(self.points) >= 2 and (self.curve or len(np.unique(self.kinds)) >= 2)

    @property
    def full(self) -> bool:
        return len(self.points) >= MOST_POINTS

    def kept(self, keep: NDArray[np.bool_]) -> Drawing:
        return replace(self, points=self.points[keep], kinds=self.kinds[keep])

    def near(self, place: Place, reach: float) -> NDArray[np.bool_]:
        """Which points lie so near to a place."""
        return np.asarray(np.hypot(*(self.points - place).T) <= reach)


def empty(curve: bool = False) -> Drawing:
    return Drawing(np.zeros((0, 2)), np.zeros(0, np.intp), curve)


class Stroke:
    """One stroke from press to release; `drawing` is what has become of the points so far."""

    def __init__(self, drawing: Drawing, tool: str, kind: int, reach: float, place: Place) -> None:
        self.before = self.drawing = drawing
        self._tool, self._kind, self._reach = tool, 0 if drawing.curve else kind, reach
        self._last, self._begun = place, place
        # So many of the first points are older than the stroke.
        self._old = len(drawing.points)
        self._random = np.random.default_rng(len(drawing.points))
        self.taken = drawing.near(place, reach)
        self._draw_at(place)

    @property
    def added(self) -> int:
        """How many more points there are than before; fewer where it is negative."""
        return len(self.drawing.points) - len(self.before.points)

    def to(self, place: Place) -> None:
        """On to another place, in steps that leave no gaps, however fast the hand is."""
        start, end = np.array(self._last), np.array(place)
        if self._tool == "move":
            self._last = place
            self._move(end - self._begun)
            return
        step = self._step
        for _ in range(int(np.hypot(*(end - start)) / step)):
            start = start + step * (end - start) / np.hypot(*(end - start))
            self._last = float(start[0]), float(start[1])
            self._draw_at(self._last)

    @property
    def _step(self) -> float:
        if self._tool == "erase":
            return self._reach / 2
        return 0.15 if self.drawing.curve else max(0.22, self._reach / 2)

    def _draw_at(self, place: Place) -> None:
        match self._tool:
            case "erase":
                self.drawing = self.drawing.kept(~self.drawing.near(place, self._reach))
            case "brush":
                self._add(np.array([place]))
            case "spray":
                angle = self._random.uniform(0, 2 * np.pi, SPRAYED)
                away = self._reach * np.sqrt(self._random.uniform(0, 1, SPRAYED))
                self._add(place + np.column_stack((away * np.cos(angle), away * np.sin(angle))))

    def _add(self, points: Floats) -> None:
        drawing = self.drawing
        if drawing.curve and self._tool == "brush":
            # What is drawn again over the same x takes the place of what was there.
            apart = np.abs(drawing.points[:, :1] - points[:, 0]).min(axis=1, initial=np.inf)
            keep = (apart >= 0.14) | (np.arange(len(apart)) >= self._old)
            self._old = int(keep[: self._old].sum())
            drawing = drawing.kept(keep)
        points = _inside(points)[: MOST_POINTS - len(drawing.points)]
        kinds = np.concatenate((drawing.kinds, np.full(len(points), self._kind, np.intp)))
        self.drawing = replace(drawing, points=np.concatenate((drawing.points, points)), kinds=kinds)

    def _move(self, away: Floats) -> None:
        points = self.before.points.copy()
        points[self.taken] = _inside(points[self.taken] + away)
        self.drawing = replace(self.before, points=points)


def _inside(points: Floats) -> Floats:
    # As the document keeps them, so that a point has the same numbers in both.
    return np.clip(points, LOW, HIGH).astype(np.float32).astype(np.float64)


def data_of(drawing: Drawing, title: str, name: Callable[[int], str]) -> OwnData:
    """The drawing as a document's data. `name` names a class. Raises ValueError where it is not `ready`."""
    if not drawing.ready:
        raise ValueError("a drawing needs points of two classes, or two of a curve")
    column = OwnColumn("x1", low=LOW, high=HIGH)
    recipe = json.dumps({"made": "drawn", "curve": drawing.curve})
    if drawing.curve:
        values, digest = packed(drawing.points[:, :1], drawing.points[:, 1])
        made = OwnData(
            (replace(column, name="x"),), (), title, "regression", (OwnTarget("y"),), values=values, recipe=recipe
        )
    else:
        binary = drawing.classes == 2
        # The first class is blue: of two classes that is +1, the second label.
        labels = np.where(drawing.kinds == 0, 1.0, -1.0) if binary else drawing.kinds.astype(float)
        names = [name(index) for index in range(drawing.classes)]
        values, digest = packed(drawing.points, labels)
        made = OwnData(
            (column, replace(column, name="x2")), tuple(reversed(names)) if binary else tuple(names), title,
            "binary" if binary else "classes", look="plane", values=values, recipe=recipe,
        )  # fmt: skip
    return replace(made, rows=len(drawing.points), digest=digest, split="each_row", maker="drawn")


def drawing_of(own: OwnData | None) -> Drawing | None:
    """The drawing that these data are; None for others."""
    if own is None or own.maker != "drawn" or own.look not in ("plane", "table"):
        return None
    points, labels = own_rows(own)
    if own.task == "regression":
        return Drawing(np.column_stack((points, labels)), np.zeros(len(points), np.intp), curve=True)
    kinds = np.where(labels[:, 0] > 0, 0, 1) if own.task == "binary" else labels[:, 0]
    return Drawing(points, kinds.astype(np.intp))
