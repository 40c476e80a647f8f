"""The loss of the running network's own example, as a question of the losses lab."""

from __future__ import annotations

import numpy as np

from playground.document.losses import Loss
from playground.frames.walk import Walk
from playground.lab.losses import LOSS_KINDS, LossQuestion, Reading

# Decimals of what is taken over: float32 has no more.
DIGITS = 6


def question_of(walk: Walk, loss: Loss) -> LossQuestion | None:
    """Its target and outputs by the same loss, without its weight; None where the lab has no room for so many."""
    kind = next(kind for kind in LOSS_KINDS.values() if kind.keras == loss.keras)
    outputs, target = walk.stops[-1].value.ravel(), walk.target.ravel()
    if kind.numbered:
        target = np.arange(outputs.size) == int(target[0])
    reading: Reading = loss.takes if loss.takes in kind.readings else kind.readings[0]
    rows = [tuple(round(float(number), DIGITS) for number in numbers) for numbers in (target, outputs)]
    try:
        return LossQuestion(kind.name, (rows[0],), (rows[1],), reading)
    except ValueError:
        return None
