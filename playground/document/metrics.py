"""Every metric: how good predictions are as one number, what Keras calls it, which tasks it suits."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from playground.document.keras_call import Made
from playground.document.task import TaskKind


@dataclass(frozen=True, slots=True)
class Metric:
    """`keras` is the class in keras.metrics; "" for accuracy, which is counted by how the loss tells classes apart.

    low, high: between which its values lie; infinite where nothing bounds them. more_is_better: which of two values
    is the better one. share: whether it is a part of a whole, which people read in percent.
    """

    name: str
    keras: str
    tasks: tuple[TaskKind, ...]
    low: float = 0.0
    high: float = 1.0
    more_is_better: bool = True
    share: bool = False

    @property
    def keras_call(self) -> Made | None:
        """What makes it in Keras."""
        return Made(f"metrics.{self.keras}", name=self.name) if self.keras else None


_CLASSES: tuple[TaskKind, ...] = ("binary", "classes")
_VALUES: tuple[TaskKind, ...] = ("regression",)

_ROWS = (
    Metric("accuracy", "", _CLASSES, share=True),
    Metric("precision", "Precision", _CLASSES, share=True),
    Metric("recall", "Recall", _CLASSES, share=True),
    Metric("auc", "AUC", _CLASSES),
    Metric("r2", "R2Score", _VALUES, low=-inf),
    Metric("mean_absolute_error", "MeanAbsoluteError", _VALUES, high=inf, more_is_better=False),
    Metric("mean_squared_error", "MeanSquaredError", _VALUES, high=inf, more_is_better=False),
    Metric("cosine_similarity", "CosineSimilarity", ("classes", "regression"), low=-1.0),
)

METRICS: dict[str, Metric] = {row.name: row for row in _ROWS}
