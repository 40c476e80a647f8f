"""What Keras says of a loss, and the same worked out by hand with numpy in float64."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.lab.losses import LossQuestion

Values = NDArray[np.float64]
# Where Keras stops: no probability counts as less, nor as more than 1 - EPSILON. As float32, which that then is.
EPSILON = np.float32(1e-7)
LIMITS = (float(EPSILON), float(np.float32(1) - EPSILON))
HUBER_DELTA = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class LossAnswer:
    """What Keras gives: the value, that of each sample, and the tape's gradient by each prediction.

    softmax: of logits of classes what the layer makes of them, then what the function does; else None.
    """

    question: LossQuestion
    value: float
    samples: Values
    gradient: Values
    softmax: tuple[Values, Values] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ByHand:
    """The same by hand, without what Keras does against infinity.

    value: the mean over samples. samples: (samples,). terms: (samples, entries), whose sum, or for kinds with a mean
    over entries whose mean, is the sample's value. gradient: of the value, by each prediction. behind: the same by the
    logits behind the probabilities; None without them. shares: the predictions as probabilities; None without them.
    kept: the value if Keras's limits are kept, in its float32. entropy: of the targets, mean over samples.
    """

    value: float
    samples: Values
    terms: Values
    gradient: Values
    kept: float
    behind: Values | None = None
    shares: Values | None = None
    entropy: float = 0.0

    @property
    def divergence(self) -> float:
        """What a cross-entropy is above the entropy of its targets."""
        return self.value - self.entropy


def by_hand(question: LossQuestion) -> ByHand:
    """Never raises; what has no limit is infinite. Of forgotten logits it is what they give if told: the right value,
    with Keras's own beside it as `kept`."""
    y, o = np.array(question.targets), np.array(question.predictions)
    with np.errstate(all="ignore"):
        match question.kind.compares:
            case "classes":
                return _classes(question, y, o)
            case "bits":
                return _bits(question, y, o)
            case "scores":
                return _scores(y, o)
            case _:
                return _entries(question, y, o)


def softmax(z: Values) -> Values:
    raised = np.exp(z - z.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def sigmoid(z: Values) -> Values:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * z)))


def signed(y: Values) -> Values:
    """Labels as hinge takes them: where all are 0 or 1, a 0 means -1."""
    return 2 * y - 1 if np.isin(y, (0, 1)).all() else y


def entry_terms(keras: str, y: Values, o: Values) -> tuple[Values, Values]:
    """Each entry's part of a loss that is a mean over them, and its slope by the prediction. `keras`: the class."""
    error = o - y
    match keras:
        case "MeanSquaredError":
            return error**2, 2 * error
        case "MeanAbsoluteError":
            return np.abs(error), np.sign(error)
        case "Huber":
            near = np.abs(error) <= HUBER_DELTA
            terms = np.where(near, error**2 / 2, HUBER_DELTA * np.abs(error) - HUBER_DELTA**2 / 2)
            return terms, np.clip(error, -HUBER_DELTA, HUBER_DELTA)
        case "Hinge" | "SquaredHinge":
            side = signed(y)
            short = np.maximum(1 - side * o, 0)
            squared = keras == "SquaredHinge"
            return short**2 if squared else short, np.where(short > 0, -side * (2 * short if squared else 1), 0.0)
    raise ValueError(f"no terms of {keras}")


def share_slopes(keras: str, y: Values, o: Values, of_logits: bool, limits: tuple[float, float] = (0.0, 1.0)) -> Values:
    """The slope of each sample's cross-entropy or divergence by each prediction, (samples, entries).

    keras: the class; of a binary one the entries' sum, whose mean Keras takes. y: targets as shares, one-hot for
    numbered classes. limits: what predictions are held between, where Keras lets no gradient pass; none by default.
    """
    low, high = limits
    if keras == "BinaryCrossentropy":
        if of_logits:
            return np.asarray(sigmoid(o) - y)
        kept = np.clip(o, low, high)
        return np.where(kept == o, _over(1 - y, 1 - kept) - _over(y, kept), 0.0)
    if of_logits:
        return np.asarray(softmax(o) * y.sum(-1, keepdims=True) - y)
    if keras == "KLDivergence":
        # Its upper limit is 1.
        return np.where((o >= low) & (o <= 1), -_over(np.clip(y, low, 1), np.clip(o, low, 1)), 0.0)
    if keras == "SparseCategoricalCrossentropy":
        # Keras takes the logarithm of the outputs as if they were logits: their softmax are their shares.
        kept = np.clip(o, low, high)
        return np.where(kept == o, y.sum(-1, keepdims=True) / kept.sum(-1, keepdims=True) - _over(y, kept), 0.0)
    # Keras divides by the sum of the outputs first.
    total = o.sum(-1, keepdims=True)
    kept = np.clip(o / total, low, high)
    through = np.where(kept == o / total, y, 0.0)
    return np.asarray((through.sum(-1, keepdims=True) - _over(through, kept)) / total)


def _product(y: Values, logarithm: Values) -> Values:
    """y times a logarithm, 0 where y is 0."""
    return np.where(y == 0, 0.0, y * logarithm)


def _entries(question: LossQuestion, y: Values, o: Values) -> ByHand:
    """A term for each entry, whose mean is the sample's value."""
    terms, slope = entry_terms(question.kind.keras, y, o)
    value = float(terms.mean())
    return ByHand(value, terms.mean(-1), terms, slope / terms.size, value)


def _scores(y: Values, o: Values) -> ByHand:
    """Categorical hinge: how far the best wrong score is above the right one, and 1 more."""
    others = (1 - y) * o
    samples = np.maximum(others.max(-1) - (y * o).sum(-1) + 1, 0)
    best = np.arange(y.shape[1]) == others.argmax(-1)[:, None]
    slope = np.where((samples > 0)[:, None], best * (1 - y) - y, 0.0)
    terms = np.where(best & (y == 0), o, -y * o)
    value = float(samples.mean())
    return ByHand(value, samples, terms, slope / len(y), value)


def _bits(question: LossQuestion, y: Values, o: Values) -> ByHand:
    z = o if question.of_logits else np.log(o) - np.log1p(-o)
    q = sigmoid(o) if question.of_logits else o
    if question.of_logits:
        terms = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    else:
        terms = -_product(y, np.log(q)) - _product(1 - y, np.log1p(-q))
    behind = None if question.of_logits else (q - y) / y.size
    gradient = share_slopes("BinaryCrossentropy", y, o, question.of_logits) / y.size
    value = kept = float(terms.mean())
    if not question.from_logits:
        share, label = _limited(o), y.astype(np.float32)
        kept = float(np.mean(-(label * np.log(share) + (1 - label) * np.log(1 - share))))
    return ByHand(value, terms.mean(-1), terms, gradient, kept, behind, q, float(_entropies(y, 1 - y).mean()))


def _over(part: Values, whole: Values) -> Values:
    return np.where(part == 0, 0.0, part / whole)


def _entropies(*parts: Values) -> Values:
    return np.asarray(-sum(_product(part, np.log(part)) for part in parts))


def _limited(shares: Values) -> NDArray[np.float32]:
    return shares.astype(np.float32).clip(EPSILON, np.float32(LIMITS[1]))


def _classes(question: LossQuestion, y: Values, o: Values) -> ByHand:
    n, divergence = len(y), question.loss == "kl_divergence"
    if question.of_logits:
        q = softmax(o)
        highest = o.max(-1, keepdims=True)
        logarithm = o - highest - np.log(np.exp(o - highest).sum(-1, keepdims=True))
    else:
        # Keras divides by the sum first, but not for KL.
        q = o if divergence else o / o.sum(-1, keepdims=True)
        logarithm = np.log(q)
    terms = -_product(y, logarithm) + (_product(y, np.log(y)) if divergence else 0)
    behind = (q * y.sum(-1, keepdims=True) - y) / n
    gradient = share_slopes(question.kind.keras, y, o, question.of_logits) / n
    samples = terms.sum(-1)
    value = kept = float(samples.mean())
    if not question.from_logits:
        kept = float(_kept_of_classes(question, y, o).mean())
    entropy = float(_entropies(y).sum(-1).mean())
    return ByHand(value, samples, terms, gradient, kept, None if question.of_logits else behind, q, entropy)


def _kept_of_classes(question: LossQuestion, y: Values, o: Values) -> NDArray[np.float32]:
    """Each sample's value as Keras has it for shares, in float32."""
    label, shares = y.astype(np.float32), o.astype(np.float32)
    if question.loss == "kl_divergence":
        label, shares = label.clip(EPSILON, 1), shares.clip(EPSILON, 1)
        return np.asarray((label * np.log(label / shares)).sum(-1))
    if question.kind.numbered:
        limited = _limited(o)
        right = np.take_along_axis(limited, y.argmax(-1)[:, None], -1)[:, 0]
        return np.asarray(np.log(limited.sum(-1)) - np.log(right))
    limited = _limited(shares / shares.sum(-1, keepdims=True))
    return np.asarray(-(label * np.log(limited)).sum(-1))
