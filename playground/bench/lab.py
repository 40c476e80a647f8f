"""How fast the tensor lab answers: every operation and every mistake of its table, asked through the worker's door."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from playground.document.document import Document
from playground.frames.lab import LabAnswer, LabQuestion
from playground.lab.matching import default_call, read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Chain
from playground.ui.trainer import Trainer

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions asked, and from a question to its answer in ms: the median, nineteen of twenty, the worst and of what.

    first_ms: the worst of the first round, in which TensorFlow does everything for the first time.
    """

    questions: int
    median_ms: float
    most_ms: float
    worst_ms: float
    worst: str
    first_ms: float


def measure() -> Answers:
    """Each question several times, the first round apart."""
    trainer = Trainer(Document())
    trainer.start()
    # A bare document has no network, so nothing trains beside it.
    _wait(lambda: trainer.status.state == "unfinished")
    questions = list_questions()
    first = [_seconds(trainer, question) for _, question in questions]
    warm = [(_seconds(trainer, question), name) for _ in range(ROUNDS) for name, question in questions]
    trainer.close(60)
    seconds = sorted(one for one, _ in warm)
    worst, name = max(warm)
    most = seconds[int(0.95 * len(seconds))]
    return Answers(len(warm), 1e3 * median(seconds), 1e3 * most, 1e3 * worst, name, 1e3 * max(first))


def list_questions() -> list[tuple[str, LabQuestion]]:
    """What each operation begins with, and what people do wrong with it."""
    found = [(name, Chain((default_call(operation),))) for name, operation in OPERATIONS.items()]
    found += [(code, read_code(code)) for operation in OPERATIONS.values() for code in operation.mistakes]
    return [(name, LabQuestion(chain)) for name, chain in found]


def _seconds(trainer: Trainer, question: LabQuestion) -> float:
    start = time.perf_counter()
    trainer.ask_lab(question)
    answers: list[LabAnswer] = []

    def came() -> bool:
        answer = trainer.take_lab_answer()
        if isinstance(answer, LabAnswer):
            answers.append(answer)
        return bool(answers)

    _wait(came)
    return time.perf_counter() - start


def _wait(done: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.perf_counter() + seconds
    while not done():
        if time.perf_counter() > deadline:
            raise TimeoutError("the lab did not answer")
        time.sleep(0.0002)
