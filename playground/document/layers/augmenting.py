"""Layers that change pictures a little in training, at random, so that fewer do for learning what matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import Made, SeedOf
from playground.document.layers.layer import Shape
from playground.document.layers.pictures import PictureLayer
from playground.document.limits import choice, real

FLIPS = ("horizontal", "vertical", "horizontal_and_vertical")


@dataclass(frozen=True, slots=True)
class Augmenting(PictureLayer):
    """Hands a picture on; another one of it each time that it trains."""

    draws_random: ClassVar[bool] = True
    # Keras has these alone act wherever nobody says that nothing trains.
    called_with: ClassVar[Mapping[str, object]] = {"training": False}

    def after_picture(self, shape: Shape) -> Shape:
        return shape


@dataclass(frozen=True, slots=True)
class RandomFlip(Augmenting):
    """In training, mirrors half of the pictures."""

    mode: str = choice("horizontal", FLIPS)

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("RandomFlip", self.mode, seed=seed_of("flip"))


@dataclass(frozen=True, slots=True)
class RandomTranslation(Augmenting):
    """In training, shifts pictures by at most `reach` of their side; the edge is drawn on into what is bared."""

    shown: ClassVar[tuple[str, ...]] = ("reach",)
    reach: float = real(0.1, low=0.0, high=0.5)

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("RandomTranslation", self.reach, self.reach, fill_mode="nearest", seed=seed_of("shift"))


@dataclass(frozen=True, slots=True)
class RandomRotation(Augmenting):
    """In training, turns pictures by at most `turn` of a full turn; the edge is drawn on into what is bared."""

    shown: ClassVar[tuple[str, ...]] = ("turn",)
    turn: float = real(0.03, low=0.0, high=0.5)

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("RandomRotation", self.turn, fill_mode="nearest", seed=seed_of("turn"))
