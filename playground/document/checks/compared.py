"""What metrics compare: targets and outputs as the loss has them, made alike."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.losses import Loss
from playground.document.task import TaskKind


@dataclass(frozen=True, slots=True)
class Compared:
    """Steps from targets and outputs, as the loss has them, to what metrics compare: 0 and 1 for classes, and shares.

    "second": of two columns the second; "halved": from -1 to +1 to 0 to 1; "one_hot": a class's number to a column
    for each class; "sigmoid", "softmax": from logits.
    """

    target: tuple[str, ...] = ()
    output: tuple[str, ...] = ()


AS_THEY_ARE = Compared()


def compared(loss: Loss, task: TaskKind, outputs: int) -> Compared:
    """What metrics compare of targets (rows, 1 or outputs) and outputs (rows, outputs) of a network with this loss.

    Of two classes the second alone, as one column: its target, and how likely it is.
    """
    if task == "regression":
        return AS_THEY_ARE
    logits = loss.takes == "logits"
    if outputs == 1:
        # Two classes told by the sign of one value, where it is no probability.
        signed = ("halved",) * (loss.takes == "values")
        return Compared(signed, signed or ("sigmoid",) * logits)
    second, signed = ("second",) * (task == "binary"), ("halved",) * (loss.targets == "signed")
    output = ("softmax",) * logits + signed + second
    if loss.targets == "integer":
        # A column of numbers; of two classes these are 0 and 1 as they are.
        return Compared(() if second else ("one_hot",), output)
    return Compared(signed + second, output)
