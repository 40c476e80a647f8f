"""The tensor lab among the places of the window, with a real engine."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint

from playground.lab.matching import read_code
from tests.ui.driven_trainer import small_document, starting, wait_for


@pytest.fixture
def window(window_again):
    return window_again


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def test_the_lab_is_a_place_whose_questions_the_engine_answers(start, qtbot):
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from playground.ui.across.laboratory import Laboratory
    from playground.ui.lessons.side import Side
    from playground.ui.theme import DARK, LIGHT
    from playground.ui.widgets.places import Places

    trainer, places, pages = start(small_document()), Places(), QStackedWidget()
    pages.addWidget(QWidget())
    qtbot.addWidget(places)
    qtbot.addWidget(pages)
    pages.show()
    laboratory = Laboratory(places, pages, Side(LIGHT, QWidget(), QWidget(), QWidget()), trainer, LIGHT, Mock())
    places.buttons["lab"].click()
    assert laboratory.lab.isVisible()
    wait_for(trainer, lambda: [laboratory._listen(), laboratory.lab._answer][1] is not None)
    assert laboratory.lab._answer.results[0].values.tolist() == [[11, 21, 31], [12, 22, 32]]
    laboratory.show_theme(DARK)
    pages.setCurrentIndex(0)
    laboratory._listen()
    assert not laboratory._clock.isActive()


def test_the_losses_are_a_page_of_the_lab_that_keras_answers(start, qtbot):
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from playground.ui.across.laboratory import Laboratory
    from playground.ui.lessons.side import Side
    from playground.ui.theme import LIGHT
    from playground.ui.widgets.places import Places

    trainer, places, pages = start(small_document()), Places(), QStackedWidget()
    pages.addWidget(QWidget())
    qtbot.addWidget(places)
    qtbot.addWidget(pages)
    pages.show()
    laboratory = Laboratory(places, pages, Side(LIGHT, QWidget(), QWidget(), QWidget()), trainer, LIGHT, Mock())
    laboratory.open()
    laboratory.lab.operations.loss_chosen.emit("binary_crossentropy")
    losses = laboratory.losses
    assert losses.isVisible()
    wait_for(trainer, lambda: [laboratory._listen(), losses.answer][1] is not None)
    assert losses.answer.value == pytest.approx(0.8654580, abs=1e-6)
    assert losses.side.figures["keras"][2].text() == "equal"
    pages.setCurrentIndex(0)
    places.buttons["lab"].click()
    assert losses.isVisible()
    losses.operations.chosen.emit("reshape")
    assert laboratory.lab.isVisible()

    def answered() -> str:
        laboratory._listen()
        return laboratory.lab._answer.question.chain.last.operation if laboratory.lab._answer else ""

    wait_for(trainer, lambda: answered() == "reshape")


LESSON = """---
title: Made for a test
rows: A10
---
## Add

```lab
operation: broadcast_add
x: [[1], [2]]
y: [10, 20, 30, 40]
```

```goal
- Four columns | lab_shape == "2,4" and lab_rank == 2 and lab_size == 8 and lab_dtype == "int32"
```

```point lab:result
Here.
```

## Break

```goal
- An error | lab_error
```

## The network

```load example:circle
```
"""


@pytest.fixture
def lab_window(open_window, tmp_path):
    """A lesson on the lab in the whole window, and what answers its lab's questions."""
    from playground.engine.lab.running import Lab as Engine

    path, window = tmp_path / "made.md", open_window()
    path.write_text(LESSON, encoding="utf-8")
    asked, engine = [], Engine()
    window.trainer.ask_lab = asked.append
    window.trainer.take_lab_answer = lambda: engine.answer(asked.pop()) if asked else None
    assert window.teaching.open(path, 0)
    return window


def test_a_lesson_opens_the_lab_stands_beside_it_and_knows_its_answers(lab_window, qtbot):
    from playground.lab.code import script

    window = lab_window
    teaching, lab = window.teaching, window.laboratory.lab
    assert lab.isVisible()
    assert window.side.lesson.isVisible()
    assert window.side.lesson.mapTo(window, window.side.lesson.rect().topRight()).x() < lab.mapTo(window, lab.pos()).x()
    qtbot.waitUntil(lambda: teaching.opened.ticks(0) == {0})
    targets = [f"lab:{name}" for name in ("result", "inputs", "code", "list")]
    assert [target for target in targets if window.guide.pointing.find(target) is None] == []
    lab._type_cell("y", 0, "7")
    mine = script(lab._work.question.chain)
    teaching.go_to(1)
    assert script(lab._work.question.chain) == mine
    assert teaching.opened.ticks(1) == set()
    lab._try_code("tf.zeros([2, 3]) + tf.zeros([2])")
    qtbot.waitUntil(lambda: teaching.opened.ticks(1) == {0})
    teaching.go_to(2)
    assert not lab.isVisible()
    assert window.canvas.isVisible()
    assert window.side.lesson.isVisible()
    assert window.side.isAncestorOf(window.side.lesson)


def test_a_point_at_the_lab_opens_it(window):
    assert window.guide.point_at("lab:code", "The call.")
    assert window.laboratory.lab.isVisible()


LOSS_LESSON = """---
title: Made for a test
rows: B9
---
## Logits

```lab
operation: losses
loss: binary_crossentropy
y: [0, 1, 0, 0]
o: [-18.6, 0.51, 2.94, -12.8]
reading: logits
```

```goal
- Forgotten | lab_loss == "binary_crossentropy" and lab_loss_value > 4.1539 and lab_loss_value < 4.154
```
"""


def test_a_lesson_opens_the_losses_and_knows_what_keras_says(open_window, tmp_path, qtbot):
    from playground.engine.lab.losses import loss_answer
    from playground.lab.losses import LOSS_EXAMPLES, LossQuestion

    path, window, asked = tmp_path / "losses.md", open_window(), []
    path.write_text(LOSS_LESSON, encoding="utf-8")

    def answer():
        questions = [question for question in asked if isinstance(question, LossQuestion)]
        asked.clear()
        return loss_answer(questions[-1]) if questions else None

    window.trainer.ask_lab, window.trainer.take_lab_answer = asked.append, answer
    assert window.teaching.open(path, 0)
    losses = window.laboratory.losses
    assert losses.isVisible()
    assert window.side.lesson.isVisible()
    assert losses.question == LOSS_EXAMPLES["binary_crossentropy"][0].question
    qtbot.waitUntil(lambda: losses.answer is not None)
    assert window.teaching.opened.ticks(0) == set()
    losses.reading.buttons["forgotten"].click()
    qtbot.waitUntil(lambda: window.teaching.opened.ticks(0) == {0})


def test_the_lab_stands_beside_the_canvas_and_goes_back(window, qtbot):
    laboratory, places = window.laboratory, window.course.places.buttons
    places["lab"].click()
    lab = laboratory.lab
    assert not window.canvas.isVisible()
    lab.strip.beside.click()
    assert (lab.isVisible(), window.canvas.isVisible(), lab.strip.beside.isVisible()) == (True, True, False)
    assert window.canvas.mapTo(window, QPoint(0, 0)).x() < lab.mapTo(window, QPoint(0, 0)).x()
    assert places["network"].isChecked()
    laboratory.open(read_code("tf.square(3)"))
    assert lab.isVisible()
    places["learn"].click()
    places["network"].click()
    assert (lab.isVisible(), window.canvas.isVisible()) == (True, True)
    places["lab"].click()
    assert (lab.isVisible(), window.canvas.isVisible(), lab.strip.beside.isVisible()) == (True, False, True)
    lab.strip.beside.click()
    laboratory.beside.close_asked.emit()
    assert (lab.isVisible(), window.canvas.isVisible()) == (False, True)
    places["lab"].click()
    assert lab.isVisible()


def test_the_labs_list_leads_to_the_meters_beside_the_network(window, qtbot):
    from playground.ui.plots.meters.meters import MetersPanel

    laboratory = window.laboratory
    window.course.places.buttons["lab"].click()
    operations = laboratory.lab.operations
    operations.search.setText("reset_state")
    assert not operations._metrics.isHidden()
    operations._tree.setCurrentItem(operations._metrics)
    qtbot.waitUntil(lambda: window.docks.of(MetersPanel).isVisible())
    assert window.canvas.isVisible()
    # Chosen once more it leads there again.
    assert operations._tree.currentItem() is not operations._metrics


@pytest.mark.parametrize(
    ("name", "lesson", "step"),
    [("operation:concat", "08", None), ("operation:matvec", "04", 3), ("row:B9", "19", 0), ("row:Z9", None, None)],
)
def test_f1_in_the_lab_opens_the_lesson_of_what_is_shown(window, name, lesson, step):
    found = window.library.explaining(name)
    assert (found is None) == (lesson is None)
    if found is not None:
        assert found[0].name.startswith(lesson)
        assert step in (None, found[1])


def test_the_lab_is_called_after_its_operation(window):
    window.laboratory.open(read_code("tf.concat([[1], [2]], axis=0)"))
    board = window.laboratory.lab.board
    assert "operation:concat" in window.guide.pointing.names_at(board, QPoint())
