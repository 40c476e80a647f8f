"""A robot plays bundled lessons from the first step to the last in the real window; training is real.

What it does at each step stands in `lesson_moves.py`. Each lesson is played in one language, as both have the same
steps, conditions and answers (tests/lessons/test_bundled.py), and those that train longest not at all; with
ALL_LESSONS=1 in the environment all are played in both.
The lessons of the tensor lab are not here: their goals are reached in tests/engine/lab/test_lessons.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.app import make_window
from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.frames.proof import Proof
from playground.homes import ThreadHome
from playground.lessons.lesson import Goals, Point
from playground.lessons.markdown import LIVE
from playground.lessons.mentions import prose_of
from playground.lessons.progress import Progress, keep_progress
from playground.lessons.shelf import LANGUAGES
from playground.ui.assets import asset
from playground.ui.main_window import MainWindow
from playground.ui.settings import Settings
from playground.ui.teaching import handing_in
from playground.ui.teaching.opened import PROGRESS
from playground.ui.theme import LIGHT
from playground.ui.trainer import Trainer
from tests.ui.teaching.learner import Learner, read_moves, wait
from tests.ui.teaching.lesson_moves import MOVES

ALL = bool(os.environ.get("ALL_LESSONS"))
# They train longest: half a minute and two minutes.
DEAR = ("18-vanishing-gradient", "20-overfitting")
# Odd numbers in English, even ones in Chinese.
PLAYED = [
    (name, language)
    for name in MOVES
    for language in LANGUAGES
    if ALL or (name not in DEAR and language == LANGUAGES[1 - int(name[:2]) % 2])
]
SOON = 5.0
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def window(qapp) -> Iterator[MainWindow]:
    """One window and one engine for all lessons; it draws seldom, and nothing is compiled that trains without.

    Nor is each file loaded back, for which another process loads TensorFlow: tests/engine/exports/test_proving.py.
    What is kept for handing in is as small as it can be.
    """
    from playground.engine import loops
    from playground.engine.exports import answering

    trainer = Trainer(Document(), lambda document, device: ThreadHome(document))
    window = make_window(Document(), Settings(pace="flat_out", welcome=False), LIGHT, trainer)
    window.tick.setInterval(150)
    window.resize(1440, 900)
    window.show()
    trainer.start()
    assert wait(lambda: trainer.status.state not in ("loading", "building"), 60)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loops, "MOST_TWINS", 0)
        patch.setattr(handing_in, "MOST_WIDE", 120)
        patch.setattr(answering, "prove", lambda _, paths, **__: [Proof(path, 1, 1, 0.0) for path in paths])
        yield window
    window.editor.mark_saved()
    window.close()
    assert trainer.close(60)
    window.deleteLater()


def parts_of(path: Path) -> list[str]:
    """The text of each step."""
    return path.read_text(encoding="utf-8").split("\n## ")[1:]


@pytest.mark.parametrize(("name", "language"), PLAYED)
def test_every_goal_of_a_lesson_is_reached_by_what_it_asks_for_and_by_nothing_else(
    window: MainWindow, name: str, language: str, tmp_path: Path
) -> None:
    robot = Robot(window, name, language, tmp_path)
    robot.play()
    assert not robot.faults, "\n".join(robot.faults)


class Robot:
    """`faults` are all that it found, each with its step."""

    def __init__(self, window: MainWindow, name: str, language: str, folder: Path) -> None:
        self.window, self.teaching = window, window.teaching
        self.path = asset(f"lessons/{language}") / f"{name}.md"
        others = [asset(f"lessons/{other}") / f"{name}.md" for other in LANGUAGES]
        self.sources = list(zip(*map(parts_of, others), strict=True))
        self.moves, self.learner = read_moves(MOVES[name]), Learner(window, folder)
        self.faults: list[str] = []
        keep_progress(self.teaching.folder / PROGRESS, name, Progress())

    def play(self) -> None:
        assert self.teaching.open(self.path, 0)
        assert self.teaching.opened.faults == ()
        for number in range(len(self.sources)):
            assert self.teaching.number == number
            self.learner.sources = self.sources[number]
            self.learner.settled()
            self.look_around()
            self.reach_goals()
            self.learner.answer_all()
            QTest.mouseClick(self.teaching.panel.foot.next, Qt.MouseButton.LeftButton)
        assert self.teaching.lesson is None

    def say(self, fault: str) -> None:
        self.faults.append(f"step {self.teaching.number + 1}: {fault}")

    def reach_goals(self) -> None:
        done: frozenset[int] = frozenset()
        for move in (move for move in self.moves if move.step == self.teaching.number):
            self.compare(done, f"before {move.verb} {move.rest}")
            try:
                self.learner.do(move)
            except AssertionError as error:
                self.say(f"{move.verb} {move.rest}: {error}")
            done |= move.reaches
            wait(lambda done=done: self.ticks >= done, SOON)
            self.compare(done, f"after {move.verb} {move.rest}")
        goals = sum(len(part.goals) for part in self.teaching.step.parts if isinstance(part, Goals))
        if done != frozenset(range(goals)):
            self.say(f"{goals} goals, and lines for {sorted(done)}")

    def compare(self, done: frozenset[int], when: str) -> None:
        if self.ticks != done:
            early, late = sorted(self.ticks - done), sorted(done - self.ticks)
            self.say(f"{when}: goals {early} are ticked too early, {late} not")

    @property
    def ticks(self) -> frozenset[int]:
        return self.teaching.opened.ticks(self.teaching.number)

    def look_around(self) -> None:
        """What the step points at is there, each number in the text has a value, and the network has no fault."""
        window, step = self.window, self.teaching.step
        trouble = self.teaching.panel.step.missing
        if trouble.isVisibleTo(self.teaching.panel):
            self.say(trouble.text())
        for target in (part.target for part in step.parts if isinstance(part, Point)):
            window.guide.pointing.reveal(target)
            if not wait(lambda target=target: window.guide.pointing.find(target) is not None, SOON):
                self.say(f"{target} is not seen")
        for number in (one for part in step.parts for text in prose_of(part) for one in LIVE.findall(text)):
            if not wait(lambda number=number: self.learner.fact(number) is not None, SOON):
                self.say(f"{number} has no value")
        errors = [one.code for one in find_problems(window.editor.document) if one.severity == "error"]
        if errors:
            self.say(f"the network has {errors}")
