"""The rows of numbers under the columns, by loss: a formula, what it is, a number for each entry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.frames.losses import ByHand, LossAnswer, Values, signed
from playground.lab.losses import LossQuestion

BIT = float(np.log(2))


@dataclass(frozen=True, slots=True, eq=False)
class NumberRow:
    """`tex` is the formula, `name` what it is in `texts`, or how it is had in `how`; `coloured` by its sign."""

    tex: str
    name: str
    values: Values
    how: str = ""
    coloured: bool = False


def number_rows(question: LossQuestion, hand: ByHand, answer: LossAnswer | None, bits: bool) -> tuple[NumberRow, ...]:
    """Rows from the prediction to the gradient; `answer` is that of this question, once it has come."""
    match question.kind.compares:
        case "classes":
            return _of_classes(question, hand, answer, bits)
        case "bits":
            return _of_bits(question, hand, answer, bits)
        case "sides":
            return _of_sides(question, hand)
        case "scores":
            return (
                NumberRow("o", "score", hand.terms, coloured=True),
                NumberRow(r"\partial L/\partial o", "gradient", hand.gradient, coloured=True),
            )
    return _of_points(question, hand)


def _of_points(question: LossQuestion, hand: ByHand) -> tuple[NumberRow, ...]:
    error = np.array(question.predictions) - np.array(question.targets)
    tex, how = {
        "mean_squared_error": ("(o-y)^2", f"2 (o − y) / {error.size}"),
        "mean_absolute_error": ("|o-y|", f"±1 / {error.size}"),
        "huber": ("L_i", f"(o − y) / {error.size}, ≤ 1"),
    }[question.loss]
    return (
        NumberRow("o-y", "error", error, coloured=True),
        NumberRow(tex, "term", hand.terms),
        NumberRow(r"\partial L/\partial o", "", hand.gradient, how, coloured=True),
    )


def _of_sides(question: LossQuestion, hand: ByHand) -> tuple[NumberRow, ...]:
    margin = signed(np.array(question.targets)) * np.array(question.predictions)
    power = "^2" if question.loss == "squared_hinge" else ""
    return (
        NumberRow(r"y \cdot o", "margin", margin, coloured=True),
        NumberRow(rf"\max(0, 1-yo){power}", "", hand.terms),
        NumberRow(r"\partial L/\partial o", "gradient", hand.gradient, coloured=True),
    )


def _of_classes(question: LossQuestion, hand: ByHand, answer: LossAnswer | None, bits: bool) -> tuple[NumberRow, ...]:
    assert hand.shares is not None
    unit, log, many = BIT if bits else 1.0, r"\log_2" if bits else r"\ln", f" / {len(hand.samples)}"
    over = many if len(hand.samples) > 1 else ""
    by_logit = f"(q − p){over}" if over else "q − p"
    rows = [NumberRow("q", "softmax", hand.shares)] if question.of_logits else []
    with np.errstate(divide="ignore"):
        surprise = -np.log(hand.shares) / unit + 0.0
    if question.loss == "kl_divergence":
        rows.append(NumberRow(rf"p\,{log}\frac{{p}}{{q}}", "share", hand.terms / unit, coloured=True))
    else:
        rows.append(NumberRow(f"-{log} q", "surprise", surprise))
        rows.append(NumberRow(rf"-p\,{log} q", "share", hand.terms / unit))
    if question.reading == "forgotten":
        if answer is not None:
            rows.append(NumberRow(r"\partial L/\partial z", "wrong_gradient", answer.gradient, coloured=True))
        rows.append(NumberRow(r"\partial L/\partial z", "right_gradient", hand.gradient, coloured=True))
    elif question.of_logits:
        rows.append(NumberRow(r"\partial L/\partial z", "", hand.gradient, by_logit, coloured=True))
    else:
        by_share = "−p/q" if question.loss == "kl_divergence" else f"(1 − p/q){over}" if over else "1 − p/q"
        rows.append(NumberRow(r"\partial L/\partial q", "", hand.gradient, by_share, coloured=True))
        assert hand.behind is not None
        rows.append(NumberRow(r"\partial L/\partial z", "", hand.behind, by_logit, coloured=True))
    return tuple(rows)


def _of_bits(question: LossQuestion, hand: ByHand, answer: LossAnswer | None, bits: bool) -> tuple[NumberRow, ...]:
    assert hand.shares is not None
    unit, log = BIT if bits else 1.0, r"\log_2" if bits else r"\ln"
    count = hand.terms.size
    rows = [NumberRow("q", "sigmoid", hand.shares)] if question.of_logits else []
    # The share that the truth had.
    rows.append(NumberRow(rf"-{log} q_y", "surprise", hand.terms / unit))
    if question.reading == "forgotten":
        if answer is not None:
            rows.append(NumberRow(r"\partial L/\partial z", "wrong_gradient", answer.gradient, coloured=True))
        rows.append(NumberRow(r"\partial L/\partial z", "right_gradient", hand.gradient, coloured=True))
        return tuple(rows)
    if not question.of_logits:
        rows.append(NumberRow(r"\partial L/\partial q", "gradient", hand.gradient, coloured=True))
    by_logit = hand.gradient if hand.behind is None else hand.behind
    rows.append(NumberRow(r"\partial L/\partial z", "", by_logit, f"(q − y) / {count}", coloured=True))
    return tuple(rows)
