"""How far one is in each lesson: kept in one small file, written whole, and never thrown away."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from playground.document.files.saving import refuse_unreadable, write_beside
from playground.lessons.lesson import Goals, Lesson, Question, Step

MOST_BYTES = 4 << 20
LONGEST_ANSWER = 20_000
# (number of the step, place among its goals or questions, counted through all its blocks), each from 0.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, as the panel shows it again, whether that was right, and at which try."""

    text: str
    right: bool
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one is in a lesson: at which step, what was reached and answered, and `when` last, as 2026-03-01T09:30.

    `version` is that of the lesson, as `version_of` gives it.
    """

    step: int = 0
    ticks: frozenset[Place] = frozenset()
    answers: Mapping[Place, Answer] = field(default_factory=dict)
    version: str = ""
    when: str = ""


def version_of(lesson: Lesson) -> str:
    """Eight letters that change when its goals or answers do, and are the same in every language."""
    told = [
        [[goal.condition.text for goal in _goals(step)], [_answers_of(question) for question in _questions(step)]]
        for step in lesson.steps
    ]
    return sha256(json.dumps(told).encode()).hexdigest()[:8]


def fitting(progress: Progress, lesson: Lesson) -> Progress:
    """The progress as far as it holds of the lesson as it is now: of another version only the step."""
    version = version_of(lesson)
    step = min(progress.step, len(lesson.steps) - 1)
    if progress.version != version:
        return Progress(step, version=version, when=progress.when)
    return Progress(step, progress.ticks, progress.answers, version, progress.when)


def counted(progress: Progress, lesson: Lesson) -> tuple[int, int]:
    """How many goals are reached and questions answered right, and of how many."""
    known = fitting(progress, lesson)
    whole = sum(len(_goals(step)) + len(_questions(step)) for step in lesson.steps)
    return len(known.ticks) + sum(answer.right for answer in known.answers.values()), whole


def read_progress(path: Path) -> dict[str, Progress]:
    """Lesson's name -> how far one is. What cannot be understood is set aside beside the file, and not lost."""
    try:
        refuse_unreadable(path)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return {}
    try:
        entries = json.loads(content) if len(content) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        entries = None
    found = (
        {name: progress for name, entry in entries.items() if (progress := _progress(entry))}
        if isinstance(entries, dict)
        else {}
    )
    if not isinstance(entries, dict) or len(found) < len(entries):
        _set_aside(path)
        _write(path, found)
    return found


def keep_progress(path: Path, name: str, progress: Progress) -> None:
    """Keep how far one is in that lesson; that of all others stays as another window may have written it."""
    _write(path, read_progress(path) | {name: progress})


def _write(path: Path, all_of_it: Mapping[str, Progress]) -> None:
    plain = {name: _plain(progress) for name, progress in all_of_it.items()}
    write_beside(path, (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode(errors="replace"))


def _set_aside(path: Path) -> None:
    """Under a name that nothing has yet."""
    names = (path.with_name(f"{path.stem}.damaged{number or ''}{path.suffix}") for number in range(1000))
    aside = next(name for name in names if not name.exists())
    os.replace(path, aside)


def _plain(progress: Progress) -> dict[str, Any]:
    answers = sorted(progress.answers.items())
    return {
        "step": progress.step,
        "ticks": sorted(progress.ticks),
        "answers": [[*place, answer.text[:LONGEST_ANSWER], answer.right, answer.tries] for place, answer in answers],
        "version": progress.version,
        "when": progress.when,
    }


def _progress(entry: object) -> Progress | None:
    """The entry of a file, if it is one."""
    match entry:
        case {
            "step": int(step),
            "ticks": list(ticks),
            "answers": list(answers),
            "version": str(version),
            "when": str(when),
        }:
            ticked = [_place(tick) for tick in ticks]
            answered = [_answer(answer) for answer in answers]
            if step >= 0 and None not in ticked and None not in answered:
                places = frozenset(place for place in ticked if place)
                return Progress(step, places, dict(pair for pair in answered if pair), version, when)
    return None


def _place(place: object) -> Place | None:
    match place:
        case [int(step), int(at)] if step >= 0 and at >= 0:
            return step, at
    return None


def _answer(answer: object) -> tuple[Place, Answer] | None:
    match answer:
        case [int(step), int(at), str(text), bool(right), int(tries)] if step >= 0 and at >= 0:
            return (step, at), Answer(text, right, max(1, tries))
    return None


def _goals(step: Step) -> list[Any]:
    return [goal for part in step.parts if isinstance(part, Goals) for goal in part.goals]


def _questions(step: Step) -> list[Question]:
    return [part for part in step.parts if isinstance(part, Question)]


def _answers_of(question: Question) -> list[object]:
    return [question.answer, question.tolerance, [choice.right for choice in question.choices]]
