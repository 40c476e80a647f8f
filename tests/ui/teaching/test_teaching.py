"""A lesson in the window, by mouse and keys: its networks, goals, answers, what is kept aside, what is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.document import Document
from playground.document.examples import example
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.lessons.shelf import LANGUAGES
from playground.ui.assets import asset
from playground.ui.lessons.questions import ChoiceQuestion, NumberQuestion
from playground.ui.main_window import MainWindow
from playground.ui.own_layers import data_folder
from playground.ui.teaching.aside import Aside

HEAD = "---\ntitle: Made for a test\nrows: B3\nhides: activation, learningRate\n---\n\n"
LESSON = (
    HEAD
    + """## First

```load example:spiral
sample: x2 = 2
```

Turn it: {{learning_rate}}. [Slower](do:set learning_rate=0.001)

```goal
- A smaller rate | learning_rate <= 0.001
- Four neurons | weight("dense_1", "kernel", 0, 0) > 2.09
```

## Second

```question rule
How much is 2 · 0.1?
answer: 0.2 ± 0.01 | Twice as far.
```

```question
Which?
- [x] The right one | It is right.
- [ ] The other | It is the other.
- [ ] The third | It is the third.
```

```goal
- Answered | answered("rule")
```

## Third

The end.
"""
)


@pytest.fixture(autouse=True)
def folder() -> Path:
    """Where progress is kept, empty."""
    made = data_folder().parent
    for path in made.glob("*.json"):
        path.unlink()
    Aside(made).take()
    return made


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "made.md"
    path.write_text(LESSON, encoding="utf-8")
    return path


def frame_of(window: MainWindow, first: float) -> Frame:
    """What a network tells whose first weight is that."""
    document = window.editor.document
    kernel = np.full((2, 6), first, np.float32)
    weights = {node: (kernel, np.zeros(6, np.float32)) for node in document.graph.trained[1:2]}
    return Frame(document.graph, data=document.data, weights=weights, wanted=window.trainer.wanted)


def press_next(window: MainWindow) -> None:
    QTest.mouseClick(window.teaching.panel.foot.next, Qt.MouseButton.LeftButton)


def ticks(window: MainWindow) -> list[bool]:
    return [row.tick.done for goals in window.teaching.panel.step.goals for row in goals.rows]


def test_a_lesson_opens_its_network_as_one_undo_step_and_hides_what_it_says(window: MainWindow, lesson: Path) -> None:
    own = window.editor.document
    assert window.teaching.open(lesson)
    # Before the trainer hears of any other network.
    assert window.trainer.told[0] == "set aside"
    loaded = window.editor.document
    assert loaded.data.name == "spiral"
    assert window.examples.chosen.values == (0.0, 2.0)
    assert window.editor.history.present == 1
    assert set(loaded.view.hidden) >= {"activation", "learningRate"}
    assert not window.toolbar.play.isHidden()
    assert window.trainer.told[-2:] == ["pause", "reset"]
    window.editor.undo()
    assert window.editor.document == own


def test_goals_tick_while_it_learns_and_stay(window: MainWindow, lesson: Path, folder: Path) -> None:
    window.teaching.open(lesson)
    panel = window.teaching.panel
    assert (ticks(window), panel.foot.skip.isVisible()) == ([False, False], True)
    window.teaching.panel.called.emit("do:set learning_rate=0.001")
    assert window.editor.history.undo_name
    assert ticks(window) == [True, False]
    window.editor.undo()
    window.trainer.frame = frame_of(window, 2.05)
    window.show_newest()
    assert ticks(window) == [True, False]
    window.trainer.frame = frame_of(window, 2.1)
    window._rest_until = 0.0
    window.show_newest()
    assert (ticks(window), panel.foot.skip.isVisible()) == ([True, True], False)
    assert panel.foot.next.property("look") == "primary"
    assert json.loads((folder / "progress.json").read_text())["made"]["ticks"] == [[0, 0], [0, 1]]


def test_a_link_in_the_text_is_pressed_by_a_hand(window: MainWindow, lesson: Path) -> None:
    window.teaching.open(lesson)
    words = next(part for part in window.teaching.panel.step.live if "Slower" in part.accessibleName())
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Tab)
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert window.editor.document.training.learning_rate == 0.001


def test_wrong_answers_explain_themselves_and_any_number_of_tries_is_free(window: MainWindow, lesson: Path) -> None:
    window.teaching.open(lesson, 1)
    number, choice = window.teaching.panel.step.questions
    assert isinstance(number, NumberQuestion)
    assert isinstance(choice, ChoiceQuestion)
    for typed, mark in (("0.5", "wrong"), ("two", "wrong"), ("0,2", "right")):
        number.field.clear()
        QTest.keyClicks(number.field, typed)
        QTest.keyClick(number.field, Qt.Key.Key_Return)
        assert number.field.property("mark") == mark
    assert "Twice as far" in number.explanation.reason.plain()
    for row in choice.rows:
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton, pos=row.button.rect().center())
        assert row.property("mark") == ("right" if row.choice.right else "wrong")
        assert choice.explanation.reason.plain() == row.choice.why
    assert window.teaching.opened.answers(1)[0] == "0,2"


def test_next_back_and_their_keys_lead_through_it_and_finish_brings_the_own_network_back(
    window: MainWindow, lesson: Path
) -> None:
    own, path = window.editor.document, Path("mine.playground")
    window.files.show_path(path)
    window.teaching.open(lesson)
    aside = window.teaching.hiding.aside
    assert (aside.isVisible(), window.files.path) == (True, None)
    press_next(window)
    window.teaching.panel.setFocus()
    QTest.keyClick(window.teaching.panel, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.teaching.number == 2
    QTest.keyClick(window.teaching.panel, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.teaching.number == 1
    assert aside.isVisible()
    press_next(window)
    assert window.teaching.panel.foot.next.text() == "Finish"
    press_next(window)
    assert (window.teaching.lesson, aside.isVisible()) == (None, False)
    assert window.trainer.told[-1] == "bring back"
    assert (window.editor.document.graph, window.files.path) == (own.graph, path)
    assert not window.editor.unsaved


def test_what_was_done_is_there_again_when_the_lesson_is_opened_again(open_window, lesson: Path) -> None:
    first = open_window()
    first.teaching.open(lesson, 1)
    number = first.teaching.panel.step.questions[0]
    QTest.keyClicks(number.field, "0.2")
    QTest.mouseClick(number.check, Qt.MouseButton.LeftButton)
    first.teaching.close()
    again = open_window()
    again.teaching.open(lesson)
    assert again.teaching.number == 1
    number = again.teaching.panel.step.questions[0]
    assert (number.field.text(), number.field.property("mark")) == ("0.2", "right")


def test_the_own_network_comes_back_after_a_close_in_the_middle(open_window, lesson: Path) -> None:
    first = open_window()
    own = replace(first.editor.document, name="mine")
    first.editor.apply("Own", own)
    first.teaching.open(lesson)
    first.close()
    second = open_window(Document())
    second.teaching.come_back()
    assert second.editor.document.graph == own.graph
    assert second.editor.unsaved
    assert Aside(data_folder().parent).own is None


def test_a_lesson_saved_while_open_is_shown_at_the_same_step_with_its_ticks(
    window: MainWindow, lesson: Path, qtbot
) -> None:
    window.teaching.open(lesson)
    window.teaching.panel.called.emit("do:set learning_rate=0.001")
    assert ticks(window) == [True, False]
    lesson.write_text(LESSON.replace("Made for a test", "Made anew").replace("Turn it:", "Turn it now:"))
    qtbot.waitUntil(lambda: window.teaching.panel.head.title.text() == "Made anew", timeout=1_000)
    assert (window.teaching.number, ticks(window)) == (0, [True, False])


def test_a_faulty_lesson_opens_with_a_bar_that_names_the_line(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "faulty.md"
    path.write_text(HEAD + "## Step\n\n```goal\n- Reach it | validation_acuracy >= 95 %\n```\n", encoding="utf-8")
    assert window.teaching.open(path)
    assert window.teaching.panel.bar.text().startswith("line 10: “validation_acuracy” is not known; did you mean")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lesson_on_the_chain_rule_has_no_fault_and_ticks_when_a_weight_is_set(
    window: MainWindow, language: str
) -> None:
    assert window.teaching.open(asset(f"lessons/{language}/13-chain-rule.md"), 1)
    assert window.teaching.opened.faults == ()
    document = window.editor.document
    for w1, reached in ((1.0, [False, False]), (2.0, [True, False])):
        weights = {
            name: (np.full((1, 1), weight, np.float32), np.ones(1, np.float32))
            for name, weight in (("first", w1), ("second", 1.0))
        }
        window._rest_until = 0.0
        window.trainer.frame = Frame(document.graph, data=document.data, weights=weights, wanted=window.trainer.wanted)
        window.show_newest()
        assert ticks(window) == reached


def test_another_language_of_the_lesson_keeps_its_step_and_its_ticks(window: MainWindow) -> None:
    window.teaching.open(asset("lessons/en/13-chain-rule.md"), 1)
    document, title = window.editor.document, window.teaching.lesson.title
    window.teaching.opened.keep_ticks(1, [0])
    switch = window.teaching.panel.head.language
    QTest.mouseClick(switch.buttons["zh_CN"], Qt.MouseButton.LeftButton)
    assert (window.teaching.number, ticks(window)) == (1, [True, False])
    assert window.teaching.lesson.title != title
    assert window.editor.document is document


def test_f1_opens_the_step_that_explains_the_control(window: MainWindow) -> None:
    found = window.library.explaining("edge:first-second")
    assert found is not None
    window.library._names_at_hand = lambda: ("edge:first-second",)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert (window.teaching.opened.path, window.teaching.number) == found
    window.library._names_at_hand = lambda: ("setting:nothing",)
    window.library.explain.trigger()
    assert window.teaching.number == found[1]


def test_a_lesson_that_loads_what_is_not_there_says_so_and_goes_on(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "lost.md"
    path.write_text(HEAD + "## Step\n\n```load file:lost.playground\n```\n", encoding="utf-8")
    before = window.editor.document
    assert window.teaching.open(path)
    assert "lost.playground" in window.teaching.panel.step.missing.text()
    assert window.editor.document == before


def test_data_can_be_kept(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "keeps.md"
    path.write_text(HEAD + "## Step\n\n```load example:spiral\nkeep: data\n```\n", encoding="utf-8")
    window.teaching.open(path)
    assert window.editor.document.data == example("circle", asset("examples")).data
    assert window.editor.document.graph == example("spiral", asset("examples")).graph


def test_no_goal_ticks_by_what_was_before_its_step_opened_its_network(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "again.md"
    goals = "\n".join(
        f"- Do it | {rule}"
        for rule in ('changed("learning_rate")', 'changed("layers")', "was_reset", "diverged", "playing", "epoch > 5")
    )
    load = "```load example:spiral\n```\n"
    path.write_text(f"{HEAD}## One\n\n{load}\n## Two\n\n{load}\n```goal\n{goals}\n```\n", encoding="utf-8")
    window.teaching.open(path)
    window.teaching.panel.called.emit("do:set learning_rate=0.5")
    window.trainer.frame = replace(frame_of(window, 2.0), epoch=9, run=3)
    window.show_newest()
    window.trainer.status = Status("diverged", values=(("epoch", 9), ("loss", 9.0)))
    window.show_newest()
    press_next(window)
    window.teaching.check()
    assert ticks(window) == [False] * 6
    window._rest_until = 0.0
    window.trainer.status = Status("ready")
    window.trainer.frame = replace(frame_of(window, 2.0), run=4)
    window.show_newest()
    assert ticks(window) == [False] * 6
    window._rest_until = 0.0
    window.trainer.frame = replace(frame_of(window, 2.0), run=5)
    window.show_newest()
    assert ticks(window) == [False, False, True, False, False, False]


def test_while_tensorflow_loads_that_stands_in_place_of_what_is_not_known(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "live.md"
    path.write_text(f"{HEAD}## One\n\nLoss {{{{train_loss}}}}, epoch {{{{epoch}}}}.\n", encoding="utf-8")
    window.trainer.status = Status("loading")
    window.show_newest()
    window.teaching.open(path)
    words = next(part for part in window.teaching.panel.step.live if "Loss" in part.accessibleName())
    assert words.plain() == "Loss TensorFlow is loading…, epoch –."
    window.trainer.status = Status("ready")
    window.show_newest()
    words.show_facts(window.teaching.facts())
    assert words.plain() == "Loss –, epoch –."


def test_alt_and_arrows_are_the_lessons_while_it_is_in_front_and_the_canvas_else(
    window: MainWindow, lesson: Path
) -> None:
    window.teaching.open(lesson)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas.viewport(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.teaching.number == 1
    window.side.tabs.setCurrentIndex(1)
    before = window.canvas.canvas.selected
    QTest.keyClick(window.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.teaching.number == 1
    assert window.canvas.canvas.selected != before
