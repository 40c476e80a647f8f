"""The lab asked by a line of TensorFlow's code."""

from __future__ import annotations

import re

from playground.engine.lab.running import Lab
from playground.frames.lab import LabAnswer, LabQuestion
from playground.lab.matching import read_code
from playground.lab.values import Call, Chain

LAB = Lab()
# What the recorded calls ask of a result, which the lab always shows.
SHOWN = re.compile(r"\.(shape|name|trainable)$")


def recorded_chain(code: str) -> Chain:
    """A recorded call without what it asks of its result."""
    code = re.sub(r"^len\((.*)\)$", r"\1", SHOWN.sub("", code))
    return read_code(code)


def ask(code: str) -> LabAnswer:
    return LAB.answer(LabQuestion(read_code(code)))


def ask_call(name: str, inputs: dict, parameters: dict) -> LabAnswer:
    call = Call(name, tuple(inputs.items()), tuple(parameters.items()))
    return LAB.answer(LabQuestion(Chain((call,))))
