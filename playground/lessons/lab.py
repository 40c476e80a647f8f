"""The lab in a lesson: what a block opens there, and what is known of the lab's answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from playground.frames.lab import LabAnswer
from playground.frames.losses import LossAnswer
from playground.lab.losses import LOSS_EXAMPLES, LOSS_KINDS, READINGS, LossQuestion, Rows
from playground.lab.matching import default_call, read_given
from playground.lab.operation import KINDS
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable, read_index, read_value
from playground.lab.values import DTYPES, Call, Chain, Dtype, Value
from playground.lessons.lesson import Lab

# The operation that opens the page of losses, and what may be said of it.
LOSSES, LOSS_SETTINGS = "losses", ("operation", "loss", "y", "o", "reading")


def asked_of(block: Lab) -> Chain | LossQuestion:
    """What a block opens: calls, or a loss. Raises Unreadable, KeyError."""
    said = dict(block.settings)
    return loss_of(said) if said["operation"] == LOSSES else chain_of(block)


def loss_of(said: Mapping[str, str]) -> LossQuestion:
    """A loss of these targets `y` and predictions `o`; the rest is as the lab begins with. Raises Unreadable."""
    name = said.get("loss", next(iter(LOSS_EXAMPLES)))
    if name not in LOSS_KINDS:
        raise Unreadable("no_value")
    first = LOSS_EXAMPLES[name][0].question
    y = _rows(said["y"]) if "y" in said else first.targets
    o = _rows(said["o"]) if "o" in said else first.predictions
    reading = next((one for one in READINGS if one == said.get("reading", first.reading)), None)
    if reading is None:
        raise Unreadable("no_value")
    try:
        return LossQuestion(name, y, o, reading)
    except ValueError as error:
        raise Unreadable("no_value") from error


def _rows(text: str) -> Rows:
    """A row of numbers, or rows of them. Raises Unreadable."""
    value = read_value(text)
    rows = value if isinstance(value, tuple) and value and isinstance(value[0], tuple) else (value,)
    try:
        return tuple(tuple(float(number) for number in row) for row in rows)  # type: ignore[union-attr,arg-type]
    except (TypeError, ValueError) as error:
        raise Unreadable("no_value") from error


def chain_of(block: Lab) -> Chain:
    """The call that a block opens: what it does not say is as the lab begins with. Raises Unreadable."""
    said = dict(block.settings)
    operation = OPERATIONS[said.pop("operation")]
    call = default_call(operation)
    for name, text in said.items():
        call = with_setting(call, name, text)
    return Chain((call,))


def with_setting(call: Call, name: str, text: str) -> Call:
    """The call with an input or a parameter as it is written: cells, `tf.zeros([2, 3])`, `tf.int16`, `:, 0:28:2`.

    Raises Unreadable.
    """
    if name in OPERATIONS[call.operation].inputs:
        return call.with_input(name, read_given(text))
    return call.with_parameter(name, _parameter(name, text))


def _parameter(name: str, text: str) -> Value:
    match KINDS.get(name, "number"):
        case "index":
            return read_index(text)
        case "choice":
            return text
        case "dtype" if text in DTYPES:
            return Dtype(text)
    return read_value(text)


def lab_facts(answer: LabAnswer) -> dict[str, object]:
    """What goals may ask of the newest answer, by the names of `known.FACTS`; of several results, of the first."""
    facts: dict[str, object] = {
        "lab_operation": answer.question.chain.last.operation,
        "lab_error": answer.trouble is not None,
        "lab_marked": bool(answer.marks),
    }
    if not answer.results:
        return facts
    result = answer.results[0]
    return facts | {
        "lab_rank": len(result.shape),
        "lab_shape": ",".join(map(str, result.shape)),
        "lab_size": int(np.prod(result.shape)),
        "lab_dtype": result.dtype,
        "lab_value": partial(_cell, result.values),
    }


def loss_facts(answer: LossAnswer) -> dict[str, object]:
    """What goals may ask of the losses: which one is shown, and what Keras says it is."""
    return {"lab_loss": answer.question.loss, "lab_loss_value": answer.value}


def _cell(values: NDArray[np.generic] | None, *place: int) -> float | None:
    """A number or a truth at that place, of a single number at 0; None for what is none and where there is none."""
    if values is None:
        return None
    cells = values.reshape(values.shape or (1,))
    inside = len(place) == cells.ndim and all(0 <= place[axis] < cells.shape[axis] for axis in range(cells.ndim))
    if not inside or cells.dtype.kind not in "iufb":
        return None
    cell = cells[place]
    # As it is written: 0.1 of float32 is 0.1, and no 0.10000000149. What float16 loses is seen, as in the lab.
    return float(str(cell)) if cells.dtype == np.float32 else float(cell)
