"""A lesson's file that is open: what was read of it, whether it was saved anew, its other languages, its progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from playground.lessons.lesson import Fault, Lesson, Question
from playground.lessons.packing import ENDING as PACKED
from playground.lessons.packing import unpack
from playground.lessons.progress import Answer, Progress, fitting, keep_progress, read_progress
from playground.lessons.reading import read_lesson
from playground.lessons.shelf import LANGUAGES

PROGRESS, UNPACKED = "progress.json", "unpacked lessons"


class Opened:
    """`lesson` and `faults` are as the file was read last, `progress` is what of it is done."""

    def __init__(self, path: Path, folder: Path) -> None:
        """`folder` is where progress is kept, and packs are unpacked. Raises OSError or PackError."""
        self._folder = folder
        self.path = unpack(path, folder / UNPACKED / path.stem) if path.suffix == PACKED else path
        self._read()
        kept = read_progress(folder / PROGRESS).get(self.lesson.name, Progress())
        self.progress = fitting(kept, self.lesson)

    def _read(self) -> None:
        self._stamp = self._stamped()
        read = read_lesson(self.path)
        self.lesson: Lesson = read.lesson
        self.faults: tuple[Fault, ...] = read.faults

    def _stamped(self) -> tuple[int, int]:
        about = self.path.stat()
        return about.st_mtime_ns, about.st_size

    def read_again(self) -> bool:
        """Read the file anew if it was saved since; whether it was."""
        try:
            if self._stamped() == self._stamp:
                return False
            self._read()
        except OSError:
            # It is being saved, or gone: the lesson stays as it was read.
            return False
        return True

    # Its languages

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that it can be had in."""
        if self.path.parent.name not in LANGUAGES:
            return (self.lesson.language,)
        return tuple(name for name in LANGUAGES if self._in_language(name).is_file())

    def _in_language(self, name: str) -> Path:
        return self.path.parent.parent / name / self.path.name

    def speak(self, language: str) -> bool:
        """Read it in another language; whether there is such a one."""
        if language == self.lesson.language or language not in self.languages:
            return False
        before = self.path
        self.path = self._in_language(language)
        try:
            self._read()
        except OSError:
            self.path = before
            return False
        return True

    # What of it is done

    def ticks(self, number: int) -> frozenset[int]:
        """The places of the goals of that step that are reached."""
        return frozenset(at for step, at in self.progress.ticks if step == number)

    def answers(self, number: int) -> dict[int, str]:
        """The answers to that step's questions, by their places."""
        return {at: answer.text for (step, at), answer in self.progress.answers.items() if step == number}

    def is_answered(self, name: str) -> bool:
        """Whether the question of that name was answered right, at whichever step it stands."""
        for number, step in enumerate(self.lesson.steps):
            questions = [part for part in step.parts if isinstance(part, Question)]
            for at, question in enumerate(questions):
                answer = self.progress.answers.get((number, at))
                if question.name == name and answer is not None:
                    return answer.right
        return False

    def keep_step(self, number: int) -> None:
        self._keep(replace(self.progress, step=number))

    def keep_ticks(self, number: int, reached: list[int]) -> None:
        """Goals of that step that were reached; a tick stays."""
        self._keep(replace(self.progress, ticks=self.progress.ticks | {(number, at) for at in reached}))

    def keep_answer(self, number: int, at: int, answer: Answer) -> None:
        before = self.progress.answers.get((number, at))
        tried = replace(answer, tries=before.tries + 1 if before is not None else 1)
        self._keep(replace(self.progress, answers={**self.progress.answers, (number, at): tried}))

    def _keep(self, progress: Progress) -> None:
        """Written at once: a window may be closed, or a machine fail."""
        self.progress = replace(progress, when=datetime.now().strftime("%Y-%m-%dT%H:%M"))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            keep_progress(self._folder / PROGRESS, self.lesson.name, self.progress)
        except OSError:
            # As long as the lesson is open, nothing of it is lost.
            pass
