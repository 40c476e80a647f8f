"""Undo and redo: back and forth to the very same documents."""

from hypothesis import given

from playground.document import history
from playground.document.document import Document
from playground.document.history import History
from playground.document.settings import TrainingSettings
from tests.document.random_documents import edit_sequences, few


def seeded(seed):
    return Document(training=TrainingSettings(seed=seed))


@few
@given(edit_sequences())
def test_undo_all_and_redo_all_come_back_to_equal_documents(made):
    past = History(made[0])
    for number, document in enumerate(made[1:]):
        past = past.add(f"Edit {number}", document)
    back = [past.document]
    while past.undo_name is not None:
        past = past.undo()
        back.append(past.document)
    assert back == made[::-1]
    forth = [past.document]
    while past.redo_name is not None:
        past = past.redo()
        forth.append(past.document)
    assert forth == made


def test_names_tell_what_undo_and_redo_would_do():
    past = History(seeded(1)).add("Second", seeded(2)).add("Third", seeded(3))
    assert (past.undo_name, past.redo_name) == ("Third", None)
    assert (past.undo().undo_name, past.undo().redo_name) == ("Second", "Third")
    assert (past.at(0).undo_name, past.at(0).redo_name) == (None, "Second")


def test_an_edit_forgets_what_was_undone():
    past = History(seeded(1)).add("Second", seeded(2)).undo().add("Other", seeded(3))
    assert past.redo_name is None
    assert past.undo().document == seeded(1)


def test_undo_and_redo_stop_at_the_ends():
    past = History(seeded(1)).add("Second", seeded(2))
    assert past.undo().undo().document == seeded(1)
    assert past.redo().document == seeded(2)
    assert past.at(99).document == seeded(2)


def test_the_oldest_steps_are_forgotten(monkeypatch):
    monkeypatch.setattr(history, "LONGEST", 5)
    past = History(seeded(0))
    for seed in range(1, 20):
        past = past.add("Next", seeded(seed))
    assert past.document == seeded(19)
    assert past.at(0).document == seeded(14)
    assert len(past.steps) == 6


def test_a_history_is_never_changed():
    past = History(seeded(1)).add("Second", seeded(2))
    past.undo().add("Other", seeded(3))
    assert past.document == seeded(2)
    assert past.undo_name == "Second"


def test_changes_of_the_run_are_crossed_in_the_order_of_the_way():
    past = History(Document())
    for number in (1, 2):
        past = past.add("Edit", seeded(number)).add("Change", seeded(number), number)
    first = past.at(0)
    assert [step.change for step in past.crossed(first)] == [2, 1]
    assert [(step.change, step.document.training.seed) for step in first.crossed(past)] == [(1, 1), (2, 2)]
    assert past.crossed(past.undo()) == (past.steps[-1],)
    # Another project is no way back.
    assert past.crossed(History(Document())) == ()
