"""What the lab's bench asks and reports."""

from __future__ import annotations

import json

from playground import cli
from playground.bench import lab
from playground.bench.lab import Answers
from playground.lab.operations.table import OPERATIONS


def test_every_operation_and_mistake_is_asked() -> None:
    questions = lab.list_questions()
    assert len(questions) == len(OPERATIONS) + sum(len(operation.mistakes) for operation in OPERATIONS.values())
    assert {question.chain.last.operation for _, question in questions} == set(OPERATIONS)


def test_the_answers_are_reported_as_json(capsys, monkeypatch) -> None:
    monkeypatch.setattr(lab, "measure", lambda: Answers(9, 1.5, 3.0, 20.0, "matmul", 90.0))
    assert cli.main(["bench", "--lab", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["median_ms"], row["worst_ms"], row["worst"]) == (1.5, 20.0, "matmul")
