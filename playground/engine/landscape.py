"""The loss around the weights of one moment, over two directions: in slices, so that training goes on between them.

Filter-normalised random directions follow Li et al., "Visualizing the loss landscape of neural nets", 2018: each
unit's incoming weights of the direction are as long as those of the network, and biases stay as they are.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.engine.run.film import Moment
from playground.engine.session import Session
from playground.engine.train import Arrays, Loop, State
from playground.frames.landscape import Landscape, Survey, SurveyRefused

POINTS_A_CALL = 32
MOST_MOMENTS = 200
MARGIN = 0.25
Vector = NDArray[np.float64]


class TooShortError(ValueError):
    """The run has not yet moved in two directions."""


class Surveyor:
    """Works out one landscape. Belongs to the thread that trains; `advance` until `done`."""

    def __init__(self, session: Session, asked: Survey, past: int | None = None) -> None:
        """Around the kept moment at or before `past` batches; None is the present."""
        moment = session.film.at(past) if past is not None else None
        self._step, self._state = moment or (session.step, session.state)
        self._loop, self._arrays = session.plain, session.arrays
        self._asked = asked
        self._at = _trained_places(self._loop)
        here = self._flat(self._state)
        moments = _thinned(session.film.moments)
        ways = np.array([self._flat(moment.state) - here for moment in moments]).reshape(len(moments), len(here))
        if asked.directions == "run":
            self._one, self._other = _main_directions(ways)
        else:
            self._one, self._other = self._random_directions()
        self._path = _along(ways, self._one, self._other).astype(np.float32)
        self._path_steps = np.array([moment.step for moment in moments], np.int64)
        self._grid = self._make_grid()
        side = asked.side
        self._losses = np.full(side * side, np.nan, np.float32)
        self._left = list(self._order())
        # Points that fit into a slice, once it is known how long one takes.
        self._fitting = 1
        self._losses_at = tf.function(self._walk, autograph=False)

    @property
    def done(self) -> bool:
        return not self._left

    def advance(self, seconds: float) -> None:
        """Work out some more points, for about that long; at least one."""
        now = time.perf_counter()
        end = now + seconds
        while self._left:
            points, self._left = self._left[: self._fitting], self._left[self._fitting :]
            self._losses[points] = self._work_out(points)
            before, now = now, time.perf_counter()
            pace = max((now - before) / len(points), 1e-9)
            self._fitting = max(1, min(POINTS_A_CALL, int(seconds / pace)))
            if now >= end:
                return

    def landscape(self) -> Landscape:
        """What is known so far; points still to come are NaN."""
        side = self._asked.side
        x, y = self._grid
        losses = self._losses.reshape(side, side).copy()
        epoch = self._step // self._loop.steps_per_epoch
        return Landscape(self._asked, self._step, x, y, losses, self._path, self._path_steps, epoch)

    # Directions

    def _flat(self, state: State) -> Vector:
        """The weights that learn, one after another, (weights,)."""
        return np.concatenate([np.zeros(0), *(state[at].numpy().ravel() for at in self._at)]).astype(float)

    def _random_directions(self) -> tuple[Vector, Vector]:
        generator = np.random.default_rng(self._asked.seed)
        one, other = (
            np.concatenate([np.zeros(0), *(_filter_normalised(self._state[at].numpy(), generator) for at in self._at)])
            for _ in range(2)
        )
        if not one.any() or not other.any():
            raise TooShortError("no weights to move")
        return one, other

    def _make_grid(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Where the points stand along each direction, (side,) each; the present weights, 0, are among them."""
        if self._asked.directions == "random":
            reach = self._asked.reach
            ends = [(-reach, reach)] * 2
        else:
            ends = [(float(part.min()), float(part.max())) for part in self._path.T]
        x, y = (_spaced(low, high, self._asked.side) for low, high in ends)
        return x, y

    def _order(self) -> NDArray[np.int64]:
        """Grid points from the present weights outwards."""
        x, y = self._grid
        far = np.hypot(*np.meshgrid(x / np.ptp(x), y / np.ptp(y)))
        return np.argsort(far.ravel(), kind="stable")

    # Losses

    def _work_out(self, points: Sequence[int]) -> NDArray[np.float32]:
        x, y = self._grid
        rows, columns = np.divmod(np.array(points), len(x))
        shifts = np.zeros((POINTS_A_CALL, 2), np.float32)
        shifts[: len(points)] = np.stack([x[columns], y[rows]], axis=1)
        found: NDArray[np.float32] = self._losses_at(
            self._state, self._split(self._one), self._split(self._other), self._arrays, shifts, np.int32(len(points))
        ).numpy()
        return found[: len(points)]

    def _split(self, vector: Vector) -> State:
        shapes = [tuple(self._state[at].shape) for at in self._at]
        ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
        parts = np.split(vector.astype(np.float32), ends[:-1])
        return [tf.constant(part.reshape(shape)) for part, shape in zip(parts, shapes, strict=True)]

    def _walk(self, state: State, one: State, other: State, arrays: Arrays, shifts: tf.Tensor, count: tf.Tensor) -> Any:
        """The train loss at each shift (a, b) along the two directions, (points,)."""
        for variable, value in zip(self._loop.variables, state, strict=True):
            variable.assign(value)

        def judge(at: tf.Tensor, losses: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            for place, a, b in zip(self._at, one, other, strict=True):
                self._loop.variables[place].assign(state[place] + shifts[at, 0] * a + shifts[at, 1] * b)
            loss = self._loop.train_loss(arrays)
            return at + 1, tf.tensor_scatter_nd_update(losses, [[at]], [loss])

        start = (tf.constant(0), tf.zeros(POINTS_A_CALL))
        _, losses = tf.while_loop(lambda at, _: at < count, judge, start, parallel_iterations=1)
        return losses


class Surveys:
    """At most one landscape at a time."""

    def __init__(self) -> None:
        self._surveyor: Surveyor | None = None

    @property
    def working(self) -> bool:
        return self._surveyor is not None

    def begin(self, session: Session | None, asked: Survey | None, past: int | None = None) -> SurveyRefused | None:
        """Another one in place of the one under way, see Surveyor; or none. Tells where there is none to work out."""
        self.stop()
        if asked is None:
            return None
        if session is None:
            return SurveyRefused()
        try:
            self._surveyor = Surveyor(session, asked, past)
        except TooShortError:
            return SurveyRefused()
        return None

    def stop(self) -> None:
        self._surveyor = None

    def advance(self, seconds: float) -> Landscape | None:
        """Work for about that long; what is known by then."""
        surveyor = self._surveyor
        if surveyor is None:
            return None
        try:
            surveyor.advance(seconds)
        except Exception:
            # It would fail again at once, for ever.
            self.stop()
            raise
        if surveyor.done:
            self.stop()
        return surveyor.landscape()


def _trained_places(loop: Loop) -> list[int]:
    """Where the weights that learn stand in a state."""
    learning = {id(variable) for variable in loop.network.trainable_variables}
    return [at for at, variable in enumerate(loop.network.variables) if id(variable) in learning]


def _thinned(moments: Sequence[Moment]) -> list[Moment]:
    """At most 200 of them, evenly spaced, the first and the last among them."""
    chosen = np.unique(np.linspace(0, len(moments) - 1, min(len(moments), MOST_MOMENTS)).round().astype(int))
    return [moments[at] for at in chosen]


def _filter_normalised(weights: NDArray[np.float32], generator: np.random.Generator) -> Vector:
    if weights.ndim < 2:
        return np.zeros(weights.size)
    drawn = generator.standard_normal(weights.shape)
    axes = tuple(range(weights.ndim - 1))
    lengths = np.sqrt((weights.astype(np.float64) ** 2).sum(axis=axes) / (drawn**2).sum(axis=axes))
    scaled: Vector = (drawn * lengths).ravel()
    return scaled


def _main_directions(ways: Vector) -> tuple[Vector, Vector]:
    """The two directions, of length 1, along which the run's weights (moments, weights) differ most."""
    centred = ways - ways.mean(axis=0)
    # By the small square of the two: there are far fewer moments than weights, or the other way round.
    left, sizes, right = np.linalg.svd(centred, full_matrices=False)
    if len(sizes) < 2 or sizes[1] <= 1e-9 * max(sizes[0], 1e-30):
        raise TooShortError("the run has not yet moved in two directions")
    # A sign of its own would flip the picture from one look to the next: start is on the left.
    first = left[0, :2] * sizes[:2]
    signs = np.where(first > 0, -1.0, 1.0)
    return right[0] * signs[0], right[1] * signs[1]


def _along(ways: Vector, one: Vector, other: Vector) -> Vector:
    """How far each way (moments, weights) goes along the two directions, by least squares: (moments, 2)."""
    found, *_ = np.linalg.lstsq(np.stack([one, other], axis=1), ways.T, rcond=None)
    return np.asarray(found.T, np.float64)


def _spaced(low: float, high: float, side: int) -> NDArray[np.float32]:
    """`side` even places that reach past both ends and meet 0 exactly."""
    span = max(high - low, 1e-6)
    low, high = min(low - MARGIN * span, 0.0), max(high + MARGIN * span, 0.0)
    apart = (high - low) / (side - 2)
    first = np.floor(low / apart)
    places: NDArray[np.float32] = ((first + np.arange(side)) * apart).astype(np.float32)
    return places
