"""What hands do in the losses lab: each change makes another question. Shares of a sample always sum to 1."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

from playground.lab.losses import LOSS_EXAMPLES, LossQuestion, Reading, Row, Rows

# Shares are kept to so many digits, so that code is short and says just what was asked.
DIGITS = 4
FINEST = 10**-DIGITS
LEAST_SHARE = 1e-7


def begin(loss: str) -> LossQuestion:
    """The numbers that a loss begins with."""
    return LOSS_EXAMPLES[loss][0].question


def is_spread(question: LossQuestion) -> bool:
    """Whether a sample's target has shares of several classes."""
    return any(max(row) < 1 for row in question.targets)


def with_prediction(question: LossQuestion, sample: int, entry: int, value: float) -> LossQuestion:
    """One prediction becomes another number; of shares the others give way in proportion."""
    row = question.predictions[sample]
    if question.kind.of_shares and not question.of_logits:
        changed = balanced(row, entry, value)
    else:
        value = min(max(value, 0.0), 1.0) if question.reading == "probabilities" else value
        changed = _placed(row, entry, round(value, DIGITS))
    return replace(question, predictions=_with_row(question.predictions, sample, changed))


def with_target(question: LossQuestion, sample: int, entry: int, value: float) -> LossQuestion:
    """One target becomes another number: of one class the class itself, a side, a bit, a share, or any."""
    row, kind = question.targets[sample], question.kind
    match kind.compares:
        case "points":
            changed = _placed(row, entry, round(value, DIGITS))
        case "bits":
            changed = _placed(row, entry, float(value >= 0.5))
        case "sides":
            # Labels of 0 and 1 stay such.
            low = 0.0 if 0.0 in row else -1.0
            changed = _placed(row, entry, 1.0 if value > (low + 1) / 2 else low)
        case _ if kind.of_shares and is_spread(question):
            changed = balanced(row, entry, value)
        case _:
            changed = tuple(float(place == entry) for place in range(len(row)))
    return replace(question, targets=_with_row(question.targets, sample, changed))


def with_reading(question: LossQuestion, reading: Reading) -> LossQuestion:
    """The same predictions, told otherwise: as probabilities, as logits, or as logits that nobody told of."""
    if (reading == "probabilities") == (question.reading == "probabilities"):
        return replace(question, reading=reading)
    convert = _shares if reading == "probabilities" else _logits
    of_classes = question.kind.of_shares
    return replace(
        question, predictions=tuple(convert(row, of_classes) for row in question.predictions), reading=reading
    )


def with_spread(question: LossQuestion, spread: bool) -> LossQuestion:
    """Targets of several classes, half of it in the one that they had; or of the likeliest class alone."""
    if spread == is_spread(question):
        return question
    rows = []
    for row, best in zip(question.targets, question.classes, strict=True):
        rest = 0.5 / max(1, len(row) - 1) if spread else 0.0
        rows.append(tuple((0.5 if spread else 1.0) if place == best else rest for place in range(len(row))))
    return replace(question, targets=tuple(map(_summing, rows)))


def balanced(row: Row, entry: int, share: float) -> Row:
    """One share becomes another and the others give way in proportion, so that the sum stays 1."""
    share = round(min(max(share, 0.0), 1.0), DIGITS)
    rest = sum(row) - row[entry]
    equal = (1 - share) / max(1, len(row) - 1)
    others = [equal if rest <= FINEST else other * (1 - share) / rest for other in row]
    return _summing(tuple(share if place == entry else others[place] for place in range(len(row))), entry)


def _summing(row: Row, kept: int = -1) -> Row:
    """Rounded so that they sum to 1; what is left over goes to the largest that is not to be kept."""
    rounded = [round(share, DIGITS) for share in row]
    free = [place for place in range(len(row)) if place != kept] or [0]
    largest = max(free, key=rounded.__getitem__)
    rounded[largest] = round(rounded[largest] + 1 - sum(rounded), DIGITS)
    return tuple(rounded)


def _placed(row: Row, entry: int, value: float) -> Row:
    return (*row[:entry], value + 0.0, *row[entry + 1 :])


def _with_row(rows: Rows, sample: int, row: Row) -> Rows:
    return (*rows[:sample], row, *rows[sample + 1 :])


def _shares(row: Row, of_classes: bool) -> Row:
    if of_classes:
        raised = [exp(z - max(row)) for z in row]
        return _summing(tuple(one / sum(raised) for one in raised))
    return tuple(round(1 / (1 + exp(-max(-700.0, z))), DIGITS) for z in row)


def _logits(row: Row, of_classes: bool) -> Row:
    if of_classes:
        return tuple(round(log(max(share, LEAST_SHARE)), DIGITS) for share in row)
    within = [min(max(share, LEAST_SHARE), 1 - LEAST_SHARE) for share in row]
    return tuple(round(log(share / (1 - share)), DIGITS) for share in within)
