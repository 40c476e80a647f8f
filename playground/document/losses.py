"""Every loss: what Keras calls it, which tasks it suits, what targets and outputs it compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.document.keras_call import Made
from playground.document.task import TaskKind

Targets = Literal["as_is", "signed", "bit", "integer", "one_hot"]
"""How labels are written for a loss, for two classes / more of them / a number to predict.

as_is: -1 or +1 / 1 in the place of the class, else 0 / the number.
signed: -1 or +1 / +1 in the place of the class, else -1.
bit: 0 or 1.
integer: the number of the class, which is compared with a value for each class.
one_hot: 1 in the place of the class, else 0.
"""

Takes = Literal["values", "probabilities", "logits"]
"""What outputs a loss can take: any values, those from 0 to 1 (of more than one, a sum of 1), or logits."""


@dataclass(frozen=True, slots=True)
class Loss:
    """`keras` is the class in keras.losses, `weight` what its value is multiplied by."""

    name: str
    keras: str
    takes: Takes
    targets: Targets
    tasks: tuple[TaskKind, ...]
    weight: float = 1.0

    @property
    def keras_call(self) -> Made:
        """What makes it in Keras, without the weight."""
        made = Made(f"losses.{self.keras}")
        return made.but(from_logits=True) if self.takes == "logits" else made

    @property
    def looks_behind(self) -> bool:
        """Whether Keras takes the values before a softmax or sigmoid that made the outputs."""
        return self.keras.endswith("rossentropy")

    @property
    def tells_by_one_value(self) -> bool:
        """Whether two classes are told by one output, not by one for each."""
        return self.targets in ("as_is", "signed", "bit")

    @property
    def output_between(self) -> float:
        """The output that lies between two classes told by one value: the greater ones say the second."""
        return 0.5 if self.takes == "probabilities" else 0.0

    @property
    def target_between(self) -> float:
        """The same for targets."""
        return 0.5 if self.targets == "bit" else 0.0


_ANY: tuple[TaskKind, ...] = ("binary", "classes", "regression")
_CLASSES: tuple[TaskKind, ...] = ("binary", "classes")

_ROWS = (
    Loss("mean_squared_error", "MeanSquaredError", "values", "as_is", _ANY),
    Loss("half_squared_error", "MeanSquaredError", "values", "as_is", _ANY, weight=0.5),
    Loss("mean_absolute_error", "MeanAbsoluteError", "values", "as_is", _ANY),
    Loss("huber", "Huber", "values", "as_is", _ANY),
    Loss("binary_crossentropy", "BinaryCrossentropy", "probabilities", "bit", ("binary",)),
    Loss("binary_crossentropy_logits", "BinaryCrossentropy", "logits", "bit", ("binary",)),
    Loss("categorical_crossentropy", "CategoricalCrossentropy", "probabilities", "one_hot", _CLASSES),
    Loss("categorical_crossentropy_logits", "CategoricalCrossentropy", "logits", "one_hot", _CLASSES),
    Loss("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy", "probabilities", "integer", _CLASSES),
    Loss("sparse_categorical_crossentropy_logits", "SparseCategoricalCrossentropy", "logits", "integer", _CLASSES),
    Loss("kl_divergence", "KLDivergence", "probabilities", "one_hot", _CLASSES),
    Loss("hinge", "Hinge", "values", "signed", _CLASSES),
)

LOSSES: dict[str, Loss] = {row.name: row for row in _ROWS}

USUAL: dict[TaskKind, str] = {
    "binary": "mean_squared_error",
    "classes": "sparse_categorical_crossentropy_logits",
    "regression": "mean_squared_error",
}


def losses_for(task: TaskKind) -> tuple[str, ...]:
    """The losses that suit this kind of data, the usual one first."""
    return tuple(dict.fromkeys((USUAL[task], *(row.name for row in _ROWS if task in row.tasks))))


def taking(loss: Loss, takes: Takes) -> Loss | None:
    """The loss that computes the same from other outputs; None where there is none."""
    rows = (row for row in LOSSES.values() if row.takes == takes)
    return next((row for row in rows if (row.keras, row.targets) == (loss.keras, loss.targets)), None)
