"""The losses lab: which losses there are, what each compares, numbers worth a look, and the code of a call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

Row = tuple[float, ...]
Rows = tuple[Row, ...]

# points: values against values; sides: against -1 or 1; scores: one for each class, of any size;
# bits: shares of a yes; classes: a share for each class, which sum to 1.
Compares = Literal["points", "sides", "scores", "bits", "classes"]
# forgotten: logits that are taken for probabilities.
Reading = Literal["values", "probabilities", "logits", "forgotten"]

READINGS: tuple[Reading, ...] = ("values", "probabilities", "logits", "forgotten")
MOST_SAMPLES, MOST_ENTRIES, FARTHEST = 4, 12, 1e6


@dataclass(frozen=True, slots=True)
class LossKind:
    """`keras` is the class in keras.losses; `numbered`: a target is the number of a class."""

    name: str
    keras: str
    compares: Compares
    numbered: bool = False

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How predictions may be meant."""
        if self.compares not in ("bits", "classes"):
            return ("values",)
        return READINGS[1:2] if self.name == "kl_divergence" else READINGS[1:]

    @property
    def of_shares(self) -> bool:
        """Whether the targets of a sample are shares of classes."""
        return self.compares == "classes"


_ROWS = (
    LossKind("mean_squared_error", "MeanSquaredError", "points"),
    LossKind("mean_absolute_error", "MeanAbsoluteError", "points"),
    LossKind("huber", "Huber", "points"),
    LossKind("categorical_crossentropy", "CategoricalCrossentropy", "classes"),
    LossKind("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy", "classes", numbered=True),
    LossKind("kl_divergence", "KLDivergence", "classes"),
    LossKind("binary_crossentropy", "BinaryCrossentropy", "bits"),
    LossKind("hinge", "Hinge", "sides"),
    LossKind("squared_hinge", "SquaredHinge", "sides"),
    LossKind("categorical_hinge", "CategoricalHinge", "scores"),
)
LOSS_KINDS = {row.name: row for row in _ROWS}


@dataclass(frozen=True, slots=True)
class LossQuestion:
    """What does this loss give for predictions against targets, both rows of samples of one shape?

    Raises ValueError for what cannot be asked.
    """

    loss: str
    targets: Rows
    predictions: Rows
    reading: Reading = "values"

    def __post_init__(self) -> None:
        shapes = [[len(row) for row in rows] for rows in (self.targets, self.predictions)]
        numbers = [number for row in (*self.targets, *self.predictions) for number in row]
        if self.loss not in LOSS_KINDS or self.reading not in self.kind.readings:
            raise ValueError(f"no loss {self.loss!r} of {self.reading}")
        if shapes[0] != shapes[1] or len(set(shapes[0])) != 1 or not shapes[0][0] > 0:
            raise ValueError(f"targets and predictions of different shapes: {shapes}")
        if len(shapes[0]) > MOST_SAMPLES or sum(shapes[0]) > MOST_ENTRIES:
            raise ValueError(f"more than {MOST_ENTRIES} numbers")
        if not all(isfinite(number) and abs(number) <= FARTHEST for number in numbers):
            raise ValueError("no finite numbers")

    @property
    def kind(self) -> LossKind:
        return LOSS_KINDS[self.loss]

    @property
    def from_logits(self) -> bool:
        return self.reading == "logits"

    @property
    def of_logits(self) -> bool:
        """Whether the predictions are logits, told so or not."""
        return self.reading in ("logits", "forgotten")

    @property
    def classes(self) -> tuple[int, ...]:
        """Of each sample the class that its target names."""
        return tuple(max(range(len(row)), key=row.__getitem__) for row in self.targets)


def code_of(question: LossQuestion) -> str:
    """The call as a line."""
    kind = question.kind
    flat = kind.compares in ("points", "sides", "bits") and len(question.targets) == 1
    told = "from_logits=True" if question.from_logits else ""
    targets, predictions = _written(question.targets, flat), _written(question.predictions, flat)
    if kind.numbered:
        # Lists of another depth than that of the predictions Keras takes apart.
        targets = f"np.array([{', '.join(map(str, question.classes))}])"
        predictions = f"np.array({predictions})"
    return f"keras.losses.{kind.keras}({told})({targets}, {predictions})"


def program_of(question: LossQuestion) -> str:
    """The call as a program that runs alone."""
    imports = "import keras\nimport numpy as np" if question.kind.numbered else "import keras"
    return f"{imports}\n\nloss = {code_of(question)}\nprint(float(loss))\n"


def _written(rows: Rows, flat: bool) -> str:
    written = [f"[{', '.join(map(_number, row))}]" for row in rows]
    return written[0] if flat else f"[{', '.join(written)}]"


def _number(number: float) -> str:
    # One number with a point makes a list one of float32, as predictions are.
    return repr(number + 0.0)


@dataclass(frozen=True, slots=True)
class Example:
    """Numbers worth a look, by the name of what they show."""

    name: str
    question: LossQuestion

    @property
    def is_wrong(self) -> bool:
        """Whether the number is wrong, though there is no error."""
        return self.question.reading == "forgotten"


_ONE_HOT = ((0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))
_SHARES = ((0.05, 0.95, 0.0), (0.1, 0.8, 0.1), (0.8, 0.1, 0.1))
_THREE = ((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))
_P, _Q, _OTHER = (0.5, 0.25, 0.25), (0.25, 0.25, 0.5), (0.8, 0.1, 0.1)
_FIRST, _SIDES, _OUTPUTS = ((1.0, 0.0, 0.0),), ((-1.0, 1.0, 1.0),), ((-0.5, 0.3, 2.0),)
_LOGITS, _BITS = ((-18.6, 0.51, 2.94, -12.8),), ((0.0, 1.0, 0.0, 0.0),)

_MSE = LossQuestion("mean_squared_error", _ONE_HOT, ((0.1, 0.8, 0.1, 0.0), (0.2, 0.2, 0.2, 0.4)))
_TWO = LossQuestion("mean_absolute_error", ((0.0, 1.0),), ((0.5, 3.0),))
_SPREAD = LossQuestion("categorical_crossentropy", (_P,), (_Q,), "probabilities")
_CERTAIN = replace(_SPREAD, targets=_FIRST, predictions=((0.0, 1.0, 0.0),))
_OF_LOGITS = replace(_SPREAD, targets=_FIRST, predictions=((2.0, 1.0, 0.1),), reading="logits")
_SAMPLES = replace(_SPREAD, targets=_THREE, predictions=_SHARES)
_BINARY = LossQuestion("binary_crossentropy", _BITS, _LOGITS, "logits")
_HINGE = LossQuestion("hinge", _SIDES, _OUTPUTS)
_KL = replace(_SPREAD, loss="kl_divergence")
_FAR = replace(_BINARY, targets=((0.0,),), predictions=((1000.0,),))

# By loss, the one that it begins with first.
LOSS_EXAMPLES: dict[str, tuple[Example, ...]] = {
    "mean_squared_error": (
        Example("course", _MSE),
        Example("wild", replace(_MSE, targets=((0.0, 1.0),), predictions=((0.5, 3.0),))),
    ),
    "mean_absolute_error": (Example("two", _TWO), Example("course", replace(_MSE, loss="mean_absolute_error"))),
    "huber": (Example("two", replace(_TWO, loss="huber")), Example("course", replace(_MSE, loss="huber"))),
    "categorical_crossentropy": (
        Example("spread", _SPREAD),
        Example("equal", replace(_SPREAD, predictions=(_P,))),
        Example("uniform", replace(_SPREAD, targets=((0.25,) * 4,), predictions=((0.25,) * 4,))),
        Example("samples", _SAMPLES),
        Example("certain", _CERTAIN),
        Example("logits", _OF_LOGITS),
        Example("forgotten", replace(_OF_LOGITS, reading="forgotten")),
    ),
    "sparse_categorical_crossentropy": (
        Example("samples", replace(_SAMPLES, loss="sparse_categorical_crossentropy")),
        Example("certain", replace(_CERTAIN, loss="sparse_categorical_crossentropy")),
        Example("logits", replace(_OF_LOGITS, loss="sparse_categorical_crossentropy")),
        Example("forgotten", replace(_OF_LOGITS, loss="sparse_categorical_crossentropy", reading="forgotten")),
    ),
    "kl_divergence": (
        Example("spread", _KL),
        Example("turned", replace(_KL, targets=(_Q,), predictions=(_P,))),
        Example("asymmetric", replace(_KL, predictions=(_OTHER,))),
        Example("asymmetric_turned", replace(_KL, targets=(_OTHER,), predictions=(_P,))),
        Example("equal", replace(_KL, predictions=(_P,))),
    ),
    "binary_crossentropy": (
        Example("logits_of_four", _BINARY),
        Example("forgotten", replace(_BINARY, reading="forgotten")),
        Example("far_logit", _FAR),
        Example("by_sigmoid", replace(_FAR, predictions=((1.0,),), reading="probabilities")),
        Example("shares", replace(_BINARY, predictions=((0.1, 0.6, 0.9, 0.2),), reading="probabilities")),
    ),
    "hinge": (Example("signs", _HINGE), Example("bits", replace(_HINGE, targets=((0.0, 1.0, 1.0),)))),
    "squared_hinge": (Example("signs", replace(_HINGE, loss="squared_hinge")),),
    "categorical_hinge": (
        Example("scores", LossQuestion("categorical_hinge", ((0.0, 1.0, 0.0),), ((0.6, 0.4, 0.0),))),
        Example("beyond", LossQuestion("categorical_hinge", ((0.0, 1.0, 0.0),), ((0.6, 2.0, 0.0),))),
    ),
}
