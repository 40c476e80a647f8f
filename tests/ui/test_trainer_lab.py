"""The tensor lab's questions reach the engine while it trains; the newest is answered."""

import pytest

from playground.frames.lab import LabQuestion
from playground.lab.matching import read_code
from tests.ui.driven_trainer import small_document, starting, wait_for, wait_for_epoch


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def answer_to(trainer, question):
    found = []

    def came():
        answer = trainer.take_lab_answer()
        if answer is not None:
            found.append(answer)
        return found and found[-1].question is question

    wait_for(trainer, came)
    return found


def test_the_newest_question_is_answered_while_it_trains(start):
    trainer = start(small_document())
    trainer.play()
    wait_for_epoch(trainer, 1)
    questions = [LabQuestion(read_code(f"tf.constant([1, 2]) * {factor}")) for factor in range(40)]
    for question in questions:
        trainer.ask_lab(question)
    found = answer_to(trainer, questions[-1])
    assert found[-1].results[0].values.tolist() == [39, 78]
    assert len(found) < len(questions)
    assert trainer.status.state == "training"


def test_an_error_leaves_the_engine_as_it_was(start):
    trainer = start(small_document())
    question = LabQuestion(read_code("tf.zeros([2, 3]) @ tf.zeros([2, 3])"))
    trainer.ask_lab(question)
    assert answer_to(trainer, question)[-1].trouble.code == "matmul_inner"
    trainer.play()
    wait_for_epoch(trainer, 1)
